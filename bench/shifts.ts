/** Shifts of traffic on virtual time: what a step takes in calls, and a shift in seconds beyond its bakes. */
import { readFileSync } from 'node:fs'
import { takeShortcut } from '../simulator/shortcut.ts'
import { type Stage, byAttachment, byRecords, byRules } from '../testing/fuzz/traffic/stages.ts'
import { runAction } from '../testing/run-action.ts'
import { markdown } from './markdown.ts'

/** What one shift came to, the same on every machine. */
export interface ShiftFigures {
  readonly steps: number
  /** Sum of the bakes of all steps. */
  readonly bakeSeconds: number
  /** Virtual, from the start of the run to its end. */
  readonly seconds: number
  readonly calls: number
  /** Of these the ones that change something. */
  readonly changes: number
  /** The greatest share of the requests that met no healthy target, from 0 to 1, up to five minutes after the end. */
  readonly missed: number
}

export type ShiftResults = Readonly<Record<string, ShiftFigures>>

export const SHIFTS_FILE = 'bench/shifts.json'

export const committedShifts = (): ShiftResults => JSON.parse(readFileSync(SHIFTS_FILE, 'utf8')) as ShiftResults

interface ShiftScenario {
  readonly name: string
  readonly stage: () => Stage
  readonly inputs: Readonly<Record<string, string>>
  readonly steps: number
  readonly bakeMinutes: number
  /** Every change of this project is held against it. */
  readonly checked?: true
  /** What happens before it is measured. */
  readonly before?: Readonly<Record<string, string>>
}

const shop = { blue: 'shop-blue', green: 'shop-green' }
const senza = { stacks: 'mystack', versions: 'v1 v2' }
const four = { mode: 'shift', steps: '10\n25\n50\n100', bake: '5' }
const named = { weights: { blue: 100, green: 0 } } as const
const idle = { green: { size: 0, sizes: { min: 0, max: 0 } } } as const

export const shiftScenarios: readonly ShiftScenario[] = [
  {
    name: 'shift, 2 rules',
    checked: true,
    stage: () => byRules(named),
    inputs: { ...four, ...shop },
    steps: 4,
    bakeMinutes: 5,
  },
  { name: 'shift, 20 rules', stage: () => byRules({ ...named, rules: 19 }), inputs: { ...four, ...shop }, steps: 4, bakeMinutes: 5 }, // prettier-ignore
  { name: 'shift, 2 rules, at once', checked: true, stage: () => byRules(named), inputs: { mode: 'shift', ...shop }, steps: 1, bakeMinutes: 0 }, // prettier-ignore
  { name: 'shift, listener of a Network Load Balancer', stage: () => byRules({ ...named, balancer: 'network' }), inputs: { ...four, ...shop }, steps: 4, bakeMinutes: 5 }, // prettier-ignore
  { name: 'shift, records', stage: () => byRecords({}), inputs: { ...four, ...senza }, steps: 4, bakeMinutes: 5 },
  { name: 'shift, classic load balancer', checked: true, stage: () => byAttachment('shop-blue'), inputs: { mode: 'shift', ...shop }, steps: 1, bakeMinutes: 0 }, // prettier-ignore
  { name: 'blue-green, 2 rules', stage: () => byRules(idle), inputs: { ...four, ...shop, mode: 'blue-green', keep: '0' }, steps: 4, bakeMinutes: 5 }, // prettier-ignore
  { name: 'rollback, 2 rules', checked: true, stage: () => byRules(named), inputs: { mode: 'rollback', ...shop }, before: { mode: 'shift', ...shop }, steps: 1, bakeMinutes: 0 }, // prettier-ignore
]

/** Shifts once. Throws where that did not end green. */
export async function measureShift(scenario: ShiftScenario): Promise<ShiftFigures> {
  takeShortcut()
  const { account, watch } = scenario.stage()
  const { timeline, ledger } = account
  if (scenario.before !== undefined) await runAction(account, { inputs: scenario.before, runId: '999' })
  ledger.clear()
  const from = timeline.now
  const run = await runAction(account, { inputs: scenario.inputs })
  if (run.failed) throw new Error(`${scenario.name}:\n${run.annotations.map(({ message }) => message).join('\n')}`)
  const figures = {
    steps: scenario.steps,
    bakeSeconds: scenario.steps * scenario.bakeMinutes * 60,
    seconds: Math.round((timeline.now - from) * 1000) / 1000,
    calls: ledger.entries.length,
    changes: ledger.changes().length,
  }
  timeline.advance(300)
  // The watch has asked for every entrance.
  return { ...figures, missed: watch.problems.length === 0 ? 0 : account.traffic.missed }
}

/** What differs from the figures that were committed; a line each. */
export const shiftDifferences = (name: string, was: ShiftFigures | undefined, now: ShiftFigures): readonly string[] =>
  was === undefined
    ? [`${name}: ${SHIFTS_FILE} does not have it`]
    : (Object.keys(now) as (keyof ShiftFigures)[]).flatMap((key) =>
        was[key] === now[key] ? [] : [`${name}: ${key} was ${was[key]}, is ${now[key]}`],
      )

/** The section of the page. */
export function shiftsSection(results: ShiftResults): string {
  const head = ['shift', 'steps', 'seconds', 'of these bakes', 'over', 'over per step', 'calls', 'calls per step', 'changes', 'requests that met nothing healthy'] // prettier-ignore
  const rows = Object.entries(results).map(([name, { steps, bakeSeconds, seconds, calls, changes, missed }]) => [
    name,
    steps,
    seconds.toFixed(0),
    bakeSeconds,
    (seconds - bakeSeconds).toFixed(0),
    ((seconds - bakeSeconds) / steps).toFixed(1),
    calls,
    (calls / steps).toFixed(1),
    changes,
    `${(missed * 100).toFixed(1)} %`,
  ])
  return ['## Shifts of traffic', TEXT, markdown(head, rows)].join('\n\n')
}

const TEXT = `\`npm run bench -- --shifts\` measured these between two groups of three (of two by records). \`over\` is the seconds beyond the sum of the bakes. The calls are all of the run: what it asks before and after the shift, and its looks during the bakes. The idle side of \`blue-green\` has to boot, and the name servers of Route 53 take half a minute for each change. \`npm run bench -- --check\` compares a few of them with [shifts.json](../${SHIFTS_FILE}).`
