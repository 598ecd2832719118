/** Crashes or cancels a shift of traffic before and after every change, and checks each way to go on from there. */
import { type ActionRun, runAction } from '../../run-action.ts'
import type { Stage } from './stages.ts'
import type { ShiftWalk } from './walks.ts'

/** The step that finds the groups after the crash; a cancelled run does not die there, but is told to end. */
export type ShiftRecovery = 'next run' | 'next attempt' | 'post step' | 'restore' | 'rollback' | 'cancelled, post step'

export const SHIFT_RECOVERIES: readonly ShiftRecovery[] = [
  'next run',
  'next attempt',
  'post step',
  'restore',
  'rollback',
  'cancelled, post step',
]

export interface ShiftCrash {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** An undisturbed run, and the crash points that differ in what they leave. */
export interface ReferenceShift {
  readonly crashes: readonly ShiftCrash[]
  readonly problems: readonly string[]
}

/** Resolvers and clients may keep what they know of a side for some time: requests are watched for so long after the end. */
const WATCHED_AFTER_SECONDS = 300

/** Plays a shift to its end, and takes it back there. */
export async function playShift(walk: ShiftWalk): Promise<ReferenceShift> {
  const stage = walk.stage()
  const { account, watch } = stage
  const begin = beginOf(stage)
  const run = await runAction(account, { inputs: { ...walk.inputs, ...walk.pair } })
  const crashes = account.ledger.entries.flatMap(({ changes }, index): readonly ShiftCrash[] =>
    changes
      ? [
          { when: 'before', call: index + 1 },
          { when: 'after', call: index + 1 },
        ]
      : [],
  )
  account.timeline.advance(WATCHED_AFTER_SECONDS)
  const problems = [...unlikeEnd(stage, walk), ...loud(run)]
  const back = await runAction(account, { inputs: { mode: 'rollback', ...walk.pair }, runId: '2000' })
  account.timeline.advance(WATCHED_AFTER_SECONDS)
  const afterwards = [...unlikeBegin(stage, begin), ...loud(back)].map((problem) => `taken back: ${problem}`)
  return { crashes, problems: [...watch.problems, ...problems, ...afterwards] }
}

const loud = ({ annotations }: ActionRun): readonly string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => `it failed: ${message}`)

function standing({ account }: Stage, name: string): string {
  const { min, desired, max } = account.autoScaling.capacity(name)
  return [min, desired, max].join(' ')
}

const suspendedIn = ({ account, groups }: Stage): readonly string[] =>
  groups.flatMap((name) => account.autoScaling.capacity(name).suspended.map((process) => `${process} of ${name} is suspended`)) // prettier-ignore

/** What differs from the end of the shift. */
function unlikeEnd(stage: Stage, { end, sizes: wanted }: ShiftWalk): readonly string[] {
  return [
    ...stage.shares().flatMap((shares) => (shares === end ? [] : [`shares ${shares}`])),
    ...stage.groups.flatMap((name, index) =>
      standing(stage, name) === wanted[index] ? [] : [`${name} has ${standing(stage, name)}`],
    ),
    ...suspendedIn(stage),
    ...stage
      .traces()
      .filter((key) => key !== 'fleet-patch:previous-shares')
      .map((key) => `${key} is left`),
  ]
}

interface Begin {
  readonly shares: readonly string[]
  readonly sizes: readonly string[]
}

const beginOf = (stage: Stage): Begin => ({
  shares: stage.shares(),
  sizes: stage.groups.map((name) => standing(stage, name)),
})

/** What differs from how it was before. */
function unlikeBegin(stage: Stage, begin: Begin): readonly string[] {
  return [
    ...stage.shares().flatMap((shares, index) => (shares === begin.shares[index] ? [] : [`shares ${shares}`])),
    ...stage.groups.flatMap((name, index) =>
      standing(stage, name) === begin.sizes[index] ? [] : [`${name} has ${standing(stage, name)}`],
    ),
    ...suspendedIn(stage),
    ...stage.traces().map((key) => `${key} is left`),
  ]
}

/** Crashes the shift at a point and recovers; each string describes a violation. */
export async function walkShift(
  walk: ShiftWalk,
  crash: ShiftCrash,
  recovery: ShiftRecovery,
): Promise<readonly string[]> {
  const stage = walk.stage()
  const { account, watch } = stage
  const begin = beginOf(stage)
  const crashed = recovery === 'cancelled, post step' ? await cancel(stage, walk, crash) : await runAction(account, { inputs: { ...walk.inputs, ...walk.pair }, process: { crash } }) // prettier-ignore
  if (crashed === undefined || (recovery !== 'cancelled, post step' && !crashed.died)) return [`${walk.name}: it did not crash ${crash.when} call ${crash.call}`] // prettier-ignore
  const hadEnded = unlikeEnd(stage, walk).length === 0
  const run = await recover(stage, walk, { recovery, crashed })
  account.timeline.advance(WATCHED_AFTER_SECONDS)
  // Another run begins a shift of its own, to the side that has no traffic now.
  const isAnother = hadEnded && recovery === 'next run'
  const goesOn = recovery === 'next run' || recovery === 'next attempt' || (hadEnded && recovery !== 'rollback')
  const unlike = isAnother ? [] : goesOn ? unlikeEnd(stage, walk) : unlikeBegin(stage, begin)
  const problems = [...watch.problems, ...unlike, ...(isAnother || recovery === 'rollback' ? [] : loud(run))]
  return problems.map((problem) => `${walk.name}, ${crash.when} call ${crash.call}, ${recovery}: ${problem}`)
}

/**
 * Another hand sets a weight once the shift has noted them and made this call: the shift halts, then and in a run after it, and no weight
 * and no size changes any more. Undefined where nothing is noted by then, or not any more.
 */
export async function disturbShift(walk: ShiftWalk, call: number): Promise<readonly string[] | undefined> {
  const stage = walk.stage()
  const { account, disturb } = stage
  let left: Begin | undefined
  account.ledger.recorder = {
    before: () => {},
    after: () => {
      if (disturb === undefined || left !== undefined || account.ledger.entries.length !== call) return
      if (!['fleet-patch:memo', 'fleet-patch:previous-shares'].every((key) => stage.traces().includes(key))) return
      disturb()
      left = beginOf(stage)
    },
  }
  const run = await runAction(account, { inputs: { ...walk.inputs, ...walk.pair } })
  if (left === undefined) return undefined
  account.timeline.advance(400)
  const next = await runAction(account, { inputs: { ...walk.inputs, ...walk.pair }, runId: '2000' })
  const was = left
  return [
    ...[run, next].flatMap((one, index) => loud(one).some((text) => text.includes('which this shift has not set')) ? [] : [`run ${index + 1} says ${loud(one).join('; ')}`]), // prettier-ignore
    ...stage.shares().flatMap((shares, index) => (shares === was.shares[index] ? [] : [`shares ${shares}`])),
    ...stage.groups.flatMap((name, index) => (standing(stage, name) === was.sizes[index] ? [] : [`${name} has ${standing(stage, name)}`])), // prettier-ignore
  ].map((problem) => `${walk.name}, another hand after call ${call}: ${problem}`)
}

/** Tells the run to end at this point; undefined where it never comes there. */
async function cancel({ account }: Stage, walk: ShiftWalk, { when, call }: ShiftCrash): Promise<ActionRun | undefined> {
  const abort = new AbortController()
  const at = (calls: number): void => {
    if (calls === call) abort.abort()
  }
  account.ledger.recorder = {
    before: () => when === 'before' && at(account.ledger.entries.length + 1),
    after: () => when === 'after' && at(account.ledger.entries.length),
  }
  const run = await runAction(account, { inputs: { ...walk.inputs, ...walk.pair }, signal: abort.signal })
  account.ledger.recorder = undefined
  return abort.signal.aborted ? run : undefined
}

interface Recovering {
  readonly recovery: ShiftRecovery
  readonly crashed: ActionRun
}

async function recover(
  { account }: Stage,
  { inputs, pair }: ShiftWalk,
  { recovery, crashed }: Recovering,
): Promise<ActionRun> {
  const dead = (): void => account.timeline.advance(400)
  switch (recovery) {
    case 'next attempt':
      return await runAction(account, { inputs: { ...inputs, ...pair }, runAttempt: '2' })
    case 'post step':
    case 'cancelled, post step':
      return await runAction(account, { inputs: {}, state: crashed.state })
    case 'next run':
      dead()
      return await runAction(account, { inputs: { ...inputs, ...pair }, runId: '2000' })
    case 'restore':
      dead()
      return await runAction(account, { inputs: { mode: 'restore', 'auto-scaling-groups': '*' }, runId: '2000' })
    case 'rollback':
      dead()
      return await runAction(account, { inputs: { mode: 'rollback', ...pair }, runId: '2000' })
    default:
      return recovery satisfies never
  }
}

/** What a walk has come to. */
export interface WalkedShift {
  /** Crash points, and recoveries after them. */
  readonly points: number
  readonly recoveries: number
  readonly problems: readonly string[]
}

/**
 * Crashes a shift at every point, or at every so many of them beginning with the first, and recovers in every way; and lets another hand
 * set a weight between two looks.
 */
export async function walkWholeShift(walk: ShiftWalk, every = 1): Promise<WalkedShift> {
  const reference = await playShift(walk)
  const problems = reference.problems.map((problem) => `${walk.name}: ${problem}`)
  let recoveries = 0
  const crashes = reference.crashes.filter((_, index) => index % every === 0)
  for (const [index, crash] of crashes.entries()) {
    // A share of the points takes one recovery after the other, all of them every one.
    for (const recovery of every === 1
      ? SHIFT_RECOVERIES
      : [SHIFT_RECOVERIES[index % SHIFT_RECOVERIES.length] ?? 'next run']) {
      // prettier-ignore
      recoveries += 1
      problems.push(...(await walkShift(walk, crash, recovery)))
    }
  }
  const calls = new Set(reference.crashes.map(({ call }) => call))
  // The rules of a step are set one right after the other.
  const looked = [...calls].filter((call) => !calls.has(call + 1))
  for (const call of looked.filter((_, index) => index % every === 0)) {
    const found = await disturbShift(walk, call)
    if (found === undefined) continue
    recoveries += 1
    problems.push(...found)
  }
  return { points: crashes.length, recoveries, problems }
}
