import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { format, resolveConfig } from 'prettier'
import { beforeAfterSection } from './before-after.ts'
import { writeCharts } from './charts.ts'
import type { Figures, Measured } from './measure.ts'
import { committedPeers, peersSection } from './peers-table.ts'
import { committed, RESULTS_FILE, type Results } from './results.ts'
import { COLUMNS, rollTable, useCells, withRolls } from './roll-table.ts'
import { markdown } from './markdown.ts'
import { committedShifts, SHIFTS_FILE, type ShiftResults, shiftsSection } from './shifts.ts'
import { checked, nameOf, type Scenario, sections } from './scenarios.ts'
import { starts } from './starts.ts'

const PAGE_FILE = 'docs/benchmark.md'
const NOTES = '## Notes on this measurement'

/** Measures everything and prints a page of Markdown; `writing` makes it and the figures part of the repository. */
export async function page({
  measured,
  writing,
}: {
  readonly measured: (scenario: Scenario) => Measured | undefined
  readonly writing: boolean
}): Promise<void> {
  const figures: [Scenario, Figures | undefined][] = []
  const parts = Object.entries(sections).map(([title, scenarios]) => {
    const rows = scenarios.map((scenario) => {
      const each = measured(scenario)
      figures.push([scenario, each?.figures])
      return { scenario, figures: each?.figures, use: each && useCells(each.use) }
    })
    return `## ${title}\n\n${rollTable(rows)}`
  })
  const rolls = await formatted(
    [
      INTRODUCTION(),
      PICTURES,
      ...parts,
      shiftsSection(committedShifts()),
      peersSection(committedPeers()),
      '## The bundle',
      STARTS,
      startTable(await starts()),
      sizes(),
    ].join('\n\n'),
  )
  const results = { ...committed(), ...Object.fromEntries(figures.map(([scenario, each]) => [nameOf(scenario), each] as const)) } as Results // prettier-ignore
  const text = await formatted(withComparison(rolls, results))
  console.log(text)
  if (!writing) return
  const known = new Set(figures.map(([scenario]) => nameOf(scenario)))
  for (const scenario of checked) if (!known.has(nameOf(scenario))) figures.push([scenario, measured(scenario)?.figures]) // prettier-ignore
  await writeResults(figures)
  await writeCharts()
  writeFileSync(PAGE_FILE, [text, ...notes()].join('\n'))
}

const INTRODUCTION = (): string =>
  [
    '# Benchmark',
    `\`npm run bench -- --write\` measured this on Node ${process.versions.node}, ${cpus().length} cores: rolls by \`mode: respawn\` on the [simulator](simulator.md). Seconds are virtual; they and the calls are the same on every machine, and \`npm run bench -- --check\` compares those of a few rolls with [results.json](../${RESULTS_FILE}), to the last digit, whenever \`.ci/run\` checks the project. CPU seconds and memory are this machine's, on that day.`,
    'What the columns of a roll mean:',
    COLUMNS,
  ].join('\n\n')

/** Charts of the figures that are held, so that none of them needs all to be measured anew. */
const PICTURES = [
  'Ten instances, one at a time, behind a target group, where AWS reacts after 15 s:',
  '![Duration of a roll, as a multiple of the limit](benchmark-speed.svg)',
  '![Calls to AWS for each instance that is replaced](benchmark-calls.svg)',
].join('\n\n')

const STARTS =
  'Processes of their own, on the clock of the machine, with nothing of the simulator in them; an empty one loads the same few lines that tell what a process uses. The first call to AWS is the one for the credentials of the role: the token of the job was asked for before it.'

function startTable(rows: Awaited<ReturnType<typeof starts>>): string {
  const [empty] = rows
  const ratio = (value: number, of = Number.NaN): string => (value / of).toFixed(2)
  return markdown(
    ['from the start (medians, interleaved)', 'ms', 'ratio', 'CPU ms', 'ratio', 'peak MB'],
    rows.map(({ what, milliseconds, cpuSeconds, peakMegabytes }) => [
      what,
      milliseconds.toFixed(0),
      ratio(milliseconds, empty?.milliseconds),
      (cpuSeconds * 1000).toFixed(0),
      ratio(cpuSeconds, empty?.cpuSeconds),
      peakMegabytes.toFixed(0),
    ]),
  )
}

function sizes(): string {
  const rows = readdirSync('dist')
    .filter((name) => name.endsWith('.js'))
    .map((name) => {
      const bytes = statSync(join('dist', name)).size
      return [name, (bytes / 1e6).toFixed(2), (gzipSync(readFileSync(join('dist', name))).length / 1e6).toFixed(2)]
    })
  const total = (column: number): string => rows.reduce((sum, row) => sum + Number(row[column]), 0).toFixed(2)
  return markdown(['file', 'MB', 'MB gzipped'], [...rows, ['all', total(1), total(2)]])
}

/** Puts figures into the file; of scenarios that are not named it keeps those that it has. */
export async function writeResults(figures: readonly (readonly [Scenario, Figures | undefined])[]): Promise<void> {
  const now = figures.flatMap(([scenario, each]) => (each === undefined ? [] : [[nameOf(scenario), each] as const]))
  const known = new Set([...Object.values(sections).flat(), ...checked].map(nameOf))
  const kept = Object.entries(committed()).filter(([name]) => known.has(name))
  const results: Results = Object.fromEntries([...kept, ...now].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  writeFileSync(RESULTS_FILE, await formatted(JSON.stringify(results), RESULTS_FILE))
}

/** Puts the figures of rolls, as they are committed, into the page, of which all else stays. */
export async function writeRolls(): Promise<void> {
  await writePage(withRolls(readFileSync(PAGE_FILE, 'utf8'), sections, committed()))
}

/** Puts figures of shifts into their file and into the page, of which all else stays. */
export async function writeShifts(results: ShiftResults): Promise<void> {
  writeFileSync(SHIFTS_FILE, await formatted(JSON.stringify(results), SHIFTS_FILE))
  await writeSection(shiftsSection(results), '## Other tools')
}

/** Puts the figures of other tools, as they are committed, into the page, of which all else stays. */
export const writePeersSection = (): Promise<void> => writeSection(peersSection(committedPeers()), '## The bundle\n')

const writeSection = (section: string, before: string): Promise<void> =>
  writePage(withSection(readFileSync(PAGE_FILE, 'utf8'), section, before))

/** Writes a page whose tables are new. */
async function writePage(text: string): Promise<void> {
  writeFileSync(PAGE_FILE, await formatted(withComparison(await formatted(text), committed())))
}

/** A page of which what compares its figures with former ones is made anew. */
const withComparison = (text: string, results: Results): string =>
  withSection(text, beforeAfterSection({ results, peers: committedPeers(), page: text }), NOTES)

/** A page with a section in place of the one with the same heading; where there is none, before another one, or at the end. */
function withSection(text: string, section: string, before: string): string {
  const [head = ''] = section.split('\n')
  const begin = text.indexOf(`${head}\n`)
  const place = text.indexOf(before)
  const from = begin >= 0 ? begin : place >= 0 ? place : text.length
  const next = text.indexOf('\n## ', from)
  const to = begin < 0 ? from : next < 0 ? text.length : next + 1
  return `${text.slice(0, from).trimEnd()}\n\n${section}\n\n${text.slice(to)}`
}

const formatted = async (text: string, file = PAGE_FILE): Promise<string> =>
  await format(text, { ...(await resolveConfig(file)), filepath: file })

/** The part of the last page that was written by hand; it is to be adapted to the new figures. */
function notes(): readonly string[] {
  const text = readFileSync(PAGE_FILE, 'utf8')
  const begin = text.indexOf(NOTES)
  return begin < 0 ? [] : [text.slice(begin)]
}
