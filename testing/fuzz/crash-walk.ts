/** Crashes a run before and after every call, and checks each way to recover from it. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { asAtTheStart } from '../oracles/invariants.ts'
import type { LedgerEntry } from '../../simulator/ledger.ts'
import type { ActionRun } from '../run-action.ts'
import { caseName } from './cases.ts'
import { sourceNow } from './crash-source.ts'
import {
  type End,
  checkAfterwards,
  checkInvariants,
  checkRecordsUsable,
  checkRolledAgain,
  checkRolledBack,
  checkSameEnd,
  checkSkipped,
  endState,
  isAsBefore,
  memoIn,
} from './crash-ends.ts'
import { checkGateFailed, checkNothingFailedLeft, checkTakenBackAfter } from './crash-gate-failure.ts'
import {
  GROUP,
  groupsOf,
  inputsFor,
  middleOf,
  play,
  type CrashFixture,
  setUpCrashFixture,
  EXPIRED_LEASE_SECONDS,
  type Walk,
} from './crash-fixture.ts'

/** The step that finds the group after the crash. */
export type Recovery = 'next run' | 'next attempt' | 'post step' | 'restore'

export const RECOVERIES: readonly Recovery[] = ['next run', 'next attempt', 'post step', 'restore']

export interface CrashPoint {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** An undisturbed run: its crash points, its end, and the violations in it. */
export interface ReferenceRun extends Walk {
  /** The call at which an earlier run crashes, if one does. */
  readonly middle: number | undefined
  readonly crashPoints: readonly CrashPoint[]
  /** The crash points that leave different states for a recovery. */
  readonly distinct: (recovery: Recovery) => readonly CrashPoint[]
  readonly end: End
  readonly problems: readonly string[]
}

export async function playReference(walk: Walk): Promise<ReferenceRun> {
  const middle = await middleOf(walk)
  const { mode } = walk
  const fixture = await setUpCrashFixture(walk, middle)
  const run = await play(fixture, {})
  const entries = fixture.account.ledger.entries.slice(fixture.callsBefore)
  const crashPoints = entries.flatMap((_, index): CrashPoint[] => [
    { when: 'before', call: index + 1 },
    { when: 'after', call: index + 1 },
  ])
  const end = endState(fixture)
  const problems = mode.failsGate
    ? [...checkGateFailed(fixture, run)]
    : [...checkInvariants(fixture, run), ...checkSameEnd(fixture, end, false), ...checkAfterwards(fixture)]
  const { begin } = fixture
  const launches = end.launches + (fixture.known.length - fixture.old.length)
  if (mode.replaces && mode.before?.leaves !== 'nothing' && launches !== begin.desired)
    problems.push(`${launches} launches for ${begin.desired} replacements`)
  if (mode.allows?.patches && fixture.source.used === end.source.used)
    problems.push('the launch source was not changed')
  if (mode.afterwards !== undefined) problems.push(...(await checkRecordsUsable(fixture, end)))
  return {
    ...walk,
    middle,
    crashPoints,
    end,
    problems,
    distinct: (recovery) => distinctCrashPoints(crashPoints, { entries, run, recovery }),
  }
}

interface Undisturbed {
  readonly entries: readonly LedgerEntry[]
  readonly run: ActionRun
  readonly recovery: Recovery
}

/**
 * One crash point for each state that a crash leaves. Reads change nothing, so crash points differ by the changes made
 * so far and by the moment; for a post step also by the state that the process has saved for it. A recovery that waits
 * until the lease has expired comes after everything in progress has ended, so for it the moment does not matter.
 */
function distinctCrashPoints(
  crashPoints: readonly CrashPoint[],
  { entries, run, recovery }: Undisturbed,
): readonly CrashPoint[] {
  const waits = recovery === 'next run' || recovery === 'restore'
  const known = new Set<string>()
  return crashPoints.filter(({ when, call }) => {
    const changes = entries.slice(0, when === 'before' ? call - 1 : call).filter((each) => each.changes).length
    const saved = run.savedAfter.filter((calls) => calls < call).length
    const key = [changes, waits ? '' : entries[call - 1]?.at, recovery === 'post step' ? saved : ''].join(' ')
    return !known.has(key) && known.add(key)
  })
}

/** Crashes a run at a point and recovers; each string describes a violation. */
export async function walkPoint(
  reference: ReferenceRun,
  crash: CrashPoint,
  recovery: Recovery,
): Promise<readonly string[]> {
  const { mode, fleet, end, middle } = reference
  const fixture = await setUpCrashFixture(reference, middle)
  const crashed = await play(fixture, { process: { crash } })
  if (!crashed.died) return [`the process did not crash ${crash.when} call ${crash.call}`]
  const left = fixture.recorder.snapshot()
  const leftSource = sourceNow(fixture.account, GROUP).used
  const run = await recover(fixture, crashed, recovery)
  const recovered = { recovery, left, leftSource, run, end }
  const problems = await checkRecovered(fixture, recovered)
  return problems.map(
    (problem) =>
      `${mode.name}: ${caseName(fleet)}; crashed ${crash.when} call ${crash.call}, then ${recovery}: ${problem}`,
  )
}

/** Whether a recovery is a main step that continues the work, not one that restores the group. */
const continues = (recovery: Recovery): boolean => recovery === 'next run' || recovery === 'next attempt'

/** A recovery, and what it came after. */
export interface RecoveredRun {
  readonly recovery: Recovery
  /** The group right after the crash. */
  readonly left: CapacitySnapshot
  /** What it launched right after the crash. */
  readonly leftSource: string
  readonly run: ActionRun
  readonly end: End
}

/** Checks a recovery that the saved state of the dead run, or the runner's, has led. */
export async function checkRecovered(fixture: CrashFixture, recovered: RecoveredRun): Promise<readonly string[]> {
  const { recovery, run } = recovered
  if (fixture.mode.failsGate)
    return continues(recovery) ? await checkTakenBackAfter(fixture, recovered) : checkNothingFailedLeft(fixture, run)
  return continues(recovery) ? checkContinued(fixture, recovered) : await checkRestored(fixture, recovered)
}

function checkContinued(fixture: CrashFixture, { left, run, end }: RecoveredRun): readonly string[] {
  const { mode, old, begin } = fixture
  if (mode.continues !== undefined)
    return [...checkInvariants(fixture, run), ...checkRolledAgain(fixture), ...checkAfterwards(fixture)]
  const hadEnded = memoIn(left) === memoIn(begin) && !old.some((id) => left.ids.inService.includes(id))
  return [
    ...checkInvariants(fixture, run),
    ...checkSameEnd(fixture, end, mode.repeats === true && hadEnded),
    ...checkAfterwards(fixture),
  ]
}

async function checkRestored(
  fixture: CrashFixture,
  { recovery, left, run, end }: RecoveredRun,
): Promise<readonly string[]> {
  const { mode, recorder, prepared } = fixture
  // A post step may find nothing of its own run: then the state that an earlier run left must be unchanged.
  if (recovery === 'post step' && isAsBefore(fixture, left) && isAsBefore(fixture, recorder.snapshot()))
    return [
      ...checkSkipped(fixture, run),
      ...checkInvariants(fixture, { ...run, failed: false }, asAtTheStart(prepared)),
      ...(await checkRecordsUsable(fixture, end)),
    ]
  const problems = [...checkInvariants(fixture, run), ...checkRolledBack(fixture, end)]
  return mode.afterwards === undefined ? problems : [...problems, ...(await checkRecordsUsable(fixture, end))]
}

/** Runs the step that recovers. */
export async function recover(fixture: CrashFixture, crashed: ActionRun, recovery: Recovery): Promise<ActionRun> {
  const { account, fleet, mode } = fixture
  const inputs = inputsFor(fleet, mode.continues ?? mode.inputs)
  switch (recovery) {
    case 'next run':
      account.timeline.advance(EXPIRED_LEASE_SECONDS)
      return await play(fixture, { runId: '2000', inputs })
    case 'next attempt':
      return await play(fixture, { runAttempt: '2', inputs })
    case 'post step':
      return await play(fixture, { state: crashed.state })
    case 'restore':
      account.timeline.advance(EXPIRED_LEASE_SECONDS)
      return await play(fixture, { runId: '2000', inputs: inputsFor(fleet, { mode: 'restore', ...groupsOf(mode) }) })
    default:
      return recovery satisfies never
  }
}

/** The result of the walk of one fleet. */
export interface WalkResult {
  /** The crash points: before and after each call. */
  readonly points: number
  /** The recoveries that were run after crashes at them. */
  readonly recoveries: number
  readonly problems: readonly string[]
}

/** Which crash points a walk takes: all, those that leave different states, or of these one recovery each, in turns. */
export type CrashPoints = 'every point' | 'distinct points' | 'in turns'

/** Walks one fleet: each crash point with each recovery, or some of them. */
export async function walkFleet(walk: Walk, which: CrashPoints): Promise<WalkResult> {
  const reference = await playReference(walk)
  const problems = reference.problems.map((problem) => `${walk.mode.name}: ${caseName(walk.fleet)}: ${problem}`)
  let recoveries = 0
  // A recovery that restores does not depend on how a run would continue.
  const kinds = walk.mode.continues === undefined ? RECOVERIES : RECOVERIES.filter(continues)
  for (const [turn, recovery] of kinds.entries()) {
    const points = which === 'every point' ? reference.crashPoints : reference.distinct(recovery)
    for (const [index, point] of points.entries()) {
      if (which === 'in turns' && (index + turn) % kinds.length > 0) continue
      recoveries++
      problems.push(...(await walkPoint(reference, point, recovery)))
    }
  }
  return { points: reference.crashPoints.length, recoveries, problems }
}
