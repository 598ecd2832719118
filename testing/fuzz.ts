/**
 * Random fleets under random faults, on virtual time: `npm run fuzz -- --seeds 2000` runs that many seeds, `--seed 7`
 * prints the trace of one, `--from 1000` begins at another seed, `--among 3,7,12` runs these; each draws a group, a
 * bastion, several groups in waves, and a group under load; `--only groups`, `bastions`, `waves` or `loads` one of the four. The
 * figures of the first seeds are compared with those that are recorded; `--record` records them. `--crash-walk` crashes every mode that changes groups
 * at every call, with every small fleet; `--mode <name>` walks one of them, `--every-point` also runs crash points that
 * leave the same state as another, `--traffic` walks the shifts of traffic, `--tags` removes, changes and copies the tags of rolls between crash and recovery.
 */
import '../simulator/require-node-24.ts'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { takeShortcut } from '../simulator/shortcut.ts'
import { covering, fleetsWith, caseName } from './fuzz/cases.ts'
import { rolledModes, walkTagsOf } from './fuzz/crash-tags.ts'
import { walkFleet } from './fuzz/crash-walk.ts'
import { walkWholeShift } from './fuzz/traffic/crash-walk.ts'
import { SHIFT_WALKS } from './fuzz/traffic/walks.ts'
import { WORLD_KINDS, type WorldKind, worldOf } from './fuzz/chosen-worlds.ts'
import { type PlayedWorld, playedWorld, RECORDED, writeRecord } from './fuzz/figures/record.ts'
import { differenceLines, FiguresReport } from './fuzz/figures/report.ts'
import { PLAYERS } from './fuzz/players.ts'
import { crashModes } from './fuzz/crash-modes.ts'
import type { Walk } from './fuzz/crash-fixture.ts'

/** What a seed draws: a group, a bastion, several groups in waves and a group under load, or one of the four. */
type SeedKind = 'seeds' | `seeds of ${WorldKind}`

/** The work of one worker: seeds, or walks by their number. */
interface Task {
  readonly kind: SeedKind | 'every point' | 'distinct points' | 'tags' | 'shifts'
  readonly numbers: readonly number[]
}

/** The result of one seed, or of the walk of one fleet. */
interface Report {
  /** `seeds`, or the walked mode. */
  readonly name: string
  /** Seeds, or crash points. */
  readonly points: number
  /** Seeds, or recoveries. */
  readonly cases: number
  readonly problems: readonly string[]
  /** The worlds of a seed of which figures may be recorded. */
  readonly worlds?: readonly PlayedWorld[]
}

/** Every mode with every fleet that differs in a property that matters to it. */
const walks: readonly Walk[] = crashModes.flatMap((mode) => fleetsWith(mode.fixed).map((fleet) => ({ mode, fleet })))

/** The same for what happens to tags: that depends on few properties of a fleet. */
const tagWalks: readonly Walk[] = rolledModes.flatMap((mode) =>
  covering(fleetsWith(mode.fixed)).map((fleet) => ({ mode, fleet })),
)

const walksOf = (kind: Exclude<Task['kind'], 'shifts'>): readonly Walk[] => (kind === 'tags' ? tagWalks : walks)

/** Fewer take less time than a worker needs to load. */
const FEWEST = 20

/** More violations would only hide the first ones. */
const MOST_PRINTED = 20

async function work({ kind, numbers }: Task): Promise<void> {
  takeShortcut()
  for (const number of numbers)
    parentPort?.postMessage(isOfSeeds(kind) ? await playSeed(number, kind) : await playWalk(number, kind))
}

const isOfSeeds = (kind: Task['kind']): kind is SeedKind => kind.startsWith('seeds')

const worldsOf = (kind: SeedKind): readonly WorldKind[] =>
  kind === 'seeds' ? WORLD_KINDS : [kind.slice('seeds of '.length) as WorldKind]

async function playSeed(seed: number, kind: SeedKind): Promise<Report> {
  const problems: string[] = []
  const worlds: PlayedWorld[] = []
  for (const only of worldsOf(kind)) {
    const { watch, ...played } = await PLAYERS[only](seed).catch((error: unknown) => ({
      ...harnessFailure(error),
      watch: undefined,
    }))
    problems.push(...played.problems)
    if (watch !== undefined && seed <= RECORDED) worlds.push(playedWorld({ kind: only, number: seed, watch }))
  }
  return { name: 'seeds', points: 1, cases: 1, problems: problems.map((problem) => `seed ${seed}: ${problem}`), worlds }
} // prettier-ignore

async function playWalk(number: number, which: Exclude<Task['kind'], SeedKind>): Promise<Report> {
  if (which === 'shifts') return await playShiftWalk(number)
  const walk = walksOf(which)[number]
  if (walk === undefined) throw new Error(`there is no walk ${number}`)
  const { points, recoveries, problems } = await (which === 'tags' ? walkTagsOf(walk) : walkFleet(walk, which)).catch(
    (error: unknown) => ({
      points: 0,
      recoveries: 0,
      problems: harnessFailure(error).problems.map(
        (problem) => `${walk.mode.name}: ${caseName(walk.fleet)}: ${problem}`,
      ),
    }),
  )
  return { name: walk.mode.name, points, cases: recoveries, problems }
}

async function playShiftWalk(number: number): Promise<Report> {
  const walk = SHIFT_WALKS[number]
  if (walk === undefined) throw new Error(`there is no walk ${number}`)
  const { points, recoveries, problems } = await walkWholeShift(walk).catch((error: unknown) => ({
    points: 0,
    recoveries: 0,
    ...harnessFailure(error),
  }))
  return { name: walk.name, points, cases: recoveries, problems }
}

const harnessFailure = (error: unknown): { readonly problems: readonly string[] } => ({
  problems: [`the harness failed: ${String(error instanceof Error ? error.stack : error)}`],
})

/** Divides the numbers among all processors; gives every worker's reports. */
async function playAll(
  kind: Task['kind'],
  numbers: readonly number[],
  told: (report: Report) => void = () => undefined,
): Promise<readonly Report[]> {
  const workers = Math.max(
    1,
    Math.min(availableParallelism(), isOfSeeds(kind) ? Math.ceil(numbers.length / FEWEST) : numbers.length),
  )
  const reports: Report[] = []
  let printed = 0
  await Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const task: Task = { kind, numbers: numbers.filter((__, place) => place % workers === index) }
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: task })
      worker.on('message', (report: Report) => {
        reports.push(report)
        told(report)
        for (const problem of report.problems) if (++printed <= MOST_PRINTED) console.log(problem)
      })
      return new Promise<void>((resolve, reject) => {
        worker.once('error', reject)
        worker.once('exit', () => resolve())
      })
    }),
  )
  return reports
}

const sum = (reports: readonly Report[], what: 'points' | 'cases'): number =>
  reports.reduce((total, report) => total + report[what], 0)

const problemsIn = (reports: readonly Report[]): number =>
  reports.reduce((total, { problems }) => total + problems.length, 0)

async function command(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      among: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      record: { type: 'boolean', default: false },
      'crash-walk': { type: 'boolean', default: false },
      mode: { type: 'string' },
      'every-point': { type: 'boolean', default: false },
      tags: { type: 'boolean', default: false },
      traffic: { type: 'boolean', default: false },
    },
  })
  const kind = seedKind(values.only)
  if (values.seed !== undefined) return await printTrace(Number(values.seed), kind)
  const began = performance.now()
  if (values['crash-walk']) {
    const which = values.tags ? 'tags' : values['every-point'] ? 'every point' : 'distinct points'
    const reports = values.traffic ? await shiftWalks() : await crashWalk(values.mode, which)
    const walked = `${sum(reports, 'points')} crash points in ${reports.length} ${values.traffic ? 'shifts' : 'fleets'}, ${sum(reports, 'cases')} recoveries`
    return printSum(walked, reports, began)
  }
  const numbers =
    values.among?.split(',').map(Number) ??
    Array.from({ length: values.record ? RECORDED : Number(values.seeds) }, (_, index) => (values.record ? 1 : Number(values.from)) + index) // prettier-ignore
  const figures = new FiguresReport()
  const reports = await playAll(kind, numbers, ({ worlds = [] }) => {
    if (values.record) return
    for (const line of figures.add(worlds)) console.log(line)
  })
  const failed = printSum(`${reports.length} seeds`, reports, began)
  if (failed > 0) console.log('Trace one with: npm run fuzz -- --seed <seed>')
  const last = values.record ? await writeRecord(reports.flatMap(({ worlds = [] }) => worlds)) : figures.lines()
  for (const line of last) console.log(line)
  return failed > 0 || figures.isWorse ? 1 : 0
}

/** Prints what was played; 1 where there is a violation. */
function printSum(what: string, reports: readonly Report[], began: number): number {
  const minutes = (performance.now() - began) / 60_000
  const problems = problemsIn(reports)
  console.log(
    `${what} in ${(minutes * 60).toFixed(0)} s: ${Math.round(sum(reports, 'cases') / minutes)} a minute, ${problems} violations`,
  )
  return problems > 0 ? 1 : 0
}

/** Walks one mode after the other, and prints a line for each. */
async function crashWalk(
  mode: string | undefined,
  which: Exclude<Task['kind'], SeedKind | 'shifts'>,
): Promise<readonly Report[]> {
  const modes = (which === 'tags' ? rolledModes : crashModes).filter(({ name }) => mode === undefined || name === mode)
  if (modes.length === 0)
    throw new Error(
      `--mode is one of:\n${(which === 'tags' ? rolledModes : crashModes).map(({ name }) => `  ${name}`).join('\n')}`,
    )
  const all: Report[] = []
  for (const { name } of modes) {
    const began = performance.now()
    const reports = await playAll(which, [...walksOf(which).keys()].filter((number) => walksOf(which)[number]?.mode.name === name)) // prettier-ignore
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    console.log(
      `${name}: ${sum(reports, 'points')} crash points in ${reports.length} fleets, ${sum(reports, 'cases')} recoveries in ${seconds} s, ${problemsIn(reports)} violations`,
    )
    all.push(...reports)
  }
  return all
}

/** Walks all shifts of traffic, and prints a line for each. */
async function shiftWalks(): Promise<readonly Report[]> {
  const reports = await playAll('shifts', [...SHIFT_WALKS.keys()])
  for (const { name, points, cases, problems } of reports)
    console.log(`${name}: ${points} crash points, ${cases} recoveries, ${problems.length} violations`)
  return reports
}

function seedKind(only: string | undefined): SeedKind {
  if (only === undefined) return 'seeds'
  if (only === 'groups' || only === 'bastions' || only === 'waves' || only === 'loads') return `seeds of ${only}`
  throw new Error('--only is groups, bastions, waves or loads')
}

async function printTrace(seed: number, kind: SeedKind): Promise<number> {
  takeShortcut()
  const played = []
  for (const only of worldsOf(kind)) played.push({ only, ...(await PLAYERS[only](seed)) })
  for (const only of worldsOf(kind))
    if (worldOf(seed, only) !== seed) console.log(`${only}: seed ${seed} plays seed ${worldOf(seed, only)}`)
  const problems = played.flatMap((each) => each.problems)
  for (const line of played.flatMap(({ trace }) => trace())) console.log(line)
  for (const { only, watch } of played)
    for (const line of differenceLines(playedWorld({ kind: only, number: seed, watch }))) console.log(line)
  for (const problem of problems) console.log(`VIOLATION: ${problem}`)
  console.log(`seed ${seed}: ${problems.length} violations`)
  return problems.length > 0 ? 1 : 0
}

if (isMainThread) process.exitCode = await command()
else await work(workerData as Task)
