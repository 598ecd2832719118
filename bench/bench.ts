/**
 * Measures rolls in virtual time against the physical limit, and the bundle's start and size. Prints a page of Markdown;
 * with --write it becomes docs/benchmark.md and keeps the notes of that page, with --audit an audit is measured instead, with
 * --requests the simulator's answers.
 * Each roll has a process of its own, so that its memory is measured alone.
 */
import '../simulator/require-node-24.ts'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { format, resolveConfig } from 'prettier'
import { type Measured, measure, type Start, startOfBundle, startOfNode } from './measure.ts'
import { balancerWarmupSeconds, bootSeconds, limitSeconds, type Scenario, scenarios } from './scenarios.ts'

/** The longest measurement of one roll. */
const timeoutSeconds = 180

const [, , flag, index] = process.argv
const chosen = scenarios[Number(index)]
if (flag === '--scenario' && chosen !== undefined) console.log(JSON.stringify(await measure(chosen)))
else if (flag === '--audit') await import('./audit.ts')
else if (flag === '--requests') await import('./requests.ts')
else await report(flag === '--write')

async function report(writing: boolean): Promise<void> {
  const page = [
    '# Benchmark',
    `\`npm run bench -- --write\` measured this on Node ${process.versions.node}, ${cpus().length} cores. Virtual figures are the same on every machine; real seconds and memory are this one's, while others used it too.`,
    `Instances boot in ${bootSeconds} s and are healthy in their target group ${balancerWarmupSeconds} s later. The limit is \`ceil(n / surge) x ${bootSeconds + balancerWarmupSeconds} s\`; what a roll takes beyond it are the up to 5 s until Auto Scaling acts on a change, and the wait for the next look. \`lowest\` is the fewest ready instances of any group at any moment, less its floor: 0 or more keeps the floor. Both it and \`after\`, the launches that AWS makes without a request and the zones that it must balance, count the 20 minutes after the roll as well. \`throttled\` rolls have AWS's published request limits.`,
    '## Rolls in one process with the simulator, without the wire',
    table(scenarios.filter(({ by }) => by === 'loop')),
    '## Rolls by the bundle, over HTTP on loopback',
    'Memory is that of the action alone.',
    table(scenarios.filter(({ by }) => by === 'bundle')),
    '## The bundle',
    await starts(),
    sizes(),
  ].join('\n\n')
  const text = await format(page, { ...(await resolveConfig('docs/benchmark.md')), parser: 'markdown' })
  console.log(text)
  if (writing) writeFileSync('docs/benchmark.md', [text, ...notes()].join('\n'))
}

/** The part of the last page that was written by hand; it is to be adapted to the new figures. */
function notes(): string[] {
  const page = readFileSync('docs/benchmark.md', 'utf8')
  const begin = page.indexOf('## Notes on this measurement')
  return begin < 0 ? [] : [page.slice(begin)]
}

function table(rows: readonly Scenario[]): string {
  const head = [
    'groups x n',
    'surge',
    'virtual s',
    'limit s',
    'ratio',
    'calls',
    'calls per replaced',
    'launches per replaced',
    'lowest',
    'after',
    'real s',
    'peak MB',
  ]
  const lines = rows.map((scenario) => {
    const names = [
      `${scenario.groups} x ${scenario.size}`,
      `${scenario.surge}${scenario.throttled ? ', throttled' : ''}`,
    ]
    const measured = inOwnProcess(scenario)
    if (measured === undefined)
      return [...names, `not at its end after ${timeoutSeconds} real s`, ...Array<string>(9).fill('')]
    const { virtualSeconds, calls, launches, replaced, spare, after, realSeconds, peakMegabytes } = measured
    const limit = limitSeconds(scenario)
    return [
      ...names,
      virtualSeconds.toFixed(0),
      limit,
      (virtualSeconds / limit).toFixed(2),
      calls,
      (calls / replaced).toFixed(1),
      (launches / replaced).toFixed(2),
      spare,
      after,
      realSeconds.toFixed(1),
      peakMegabytes.toFixed(0),
    ]
  })
  return markdown(head, lines)
}

/** Measures the scenario in a process of its own; undefined where it takes too long. */
function inOwnProcess(scenario: Scenario): Measured | undefined {
  const args = [fileURLToPath(import.meta.url), '--scenario', String(scenarios.indexOf(scenario))]
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: timeoutSeconds * 1000,
  })
  if (signal === 'SIGTERM') return undefined
  if (status !== 0) throw new Error(`${JSON.stringify(scenario)}: ${stderr}`)
  const measured = JSON.parse(stdout) as Measured
  const most = Object.entries(measured.byAction).sort(([, a], [, b]) => b - a)
  console.error(
    JSON.stringify(scenario),
    JSON.stringify({ ...measured, byAction: Object.fromEntries(most.slice(0, 9)) }),
  )
  return measured
}

/** The starts of both, interleaved, so that other load on the machine slows both alike. */
async function starts(): Promise<string> {
  const empty = mkdtempSync(join(tmpdir(), 'empty-action-'))
  try {
    writeFileSync(join(empty, 'action.yml'), 'inputs: {}\nruns:\n  main: empty.mjs\n')
    writeFileSync(join(empty, 'empty.mjs'), '')
    const node: Start[] = []
    const bundle: Start[] = []
    for (let round = 0; round < 21; round++) {
      node.push(await startOfNode(empty))
      bundle.push(await startOfBundle())
    }
    const [bare, full] = [median(node, 'milliseconds'), median(bundle, 'milliseconds')]
    return markdown(
      ['start to end', 'ms (median of 21, interleaved)', 'ratio', 'peak MB'],
      [
        ['empty Node process', bare.toFixed(0), '1.00', median(node, 'peakMegabytes').toFixed(0)],
        [
          'dist/index.js, refusing its inputs',
          full.toFixed(0),
          (full / bare).toFixed(2),
          median(bundle, 'peakMegabytes').toFixed(0),
        ],
      ],
    )
  } finally {
    rmSync(empty, { recursive: true })
  }
}

function median(starts: readonly Start[], key: keyof Start): number {
  const sorted = starts.map((start) => start[key]).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
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

function markdown(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  const align = head.map((_, column) => (column === 0 ? '---' : '--:'))
  return [line(head), line(align), ...rows.map(line)].join('\n')
}
