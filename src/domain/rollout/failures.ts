/** The rules for new instances that come to nothing: refused by AWS, gone before they served, or not ready in time. */
import { type LaunchFailureClass, launchFailureClass } from './launch-failures.ts'
import { floorOf, overdue, type Situation } from './budget.ts'
import { isExcused, whyNotReleased } from './dark-launch.ts'
import { isReplacingRootVolume } from './capacity.ts'
import { awaitsProbe } from './probe.ts'
import type { Instance } from './fleet.ts'
import { isServing } from './readiness.ts'
import { roomToLeave, whyNoneLeaves } from './max-leaving.ts'
import { whyNotReady } from './readiness.ts'
import type { Action } from './action.ts'
import type { LostInstance, RunState } from './run-state.ts'
import { haltWithout } from './suspensions.ts'

interface Failure {
  readonly at: number
  readonly reason: string
  readonly remedy: string
}

/** Stops the roll once as many new instances have failed as are not to be borne. */
export function haltOnFailures(situation: Situation): Action | undefined {
  const failures = failuresIn(situation).toSorted((a, b) => b.at - a.at)
  const [last] = failures
  if (last === undefined || failures.length < situation.policy.maxFailures) return undefined
  const count = failures.length > 1 ? ` (the last of ${failures.length} failures)` : ''
  return { kind: 'halt', reason: `${last.reason}${count}`, remedy: last.remedy, blames: 'new instances' }
}

/**
 * A new instance that does not serve, or does not pass its probe, in time is a failure too; while more are borne, it makes room
 * for another. One that serves and is only warming up is capacity already, and so is one that serves where too few others do.
 */
export function endOverdueInstance(situation: Situation): Action | undefined {
  const { fleet, policy, capacity, memo } = situation
  const late = capacity.current.filter(
    (each) =>
      !capacity.ready.has(each) &&
      (!isServing(each) || awaitsProbe(each, fleet, policy)) &&
      !isReplacingRootVolume(each) &&
      overdue(each, fleet, policy) &&
      !isExcused(situation, each),
  )
  const [first] = late
  if (first === undefined) return undefined
  const reason = `${first.id} did not become ready within ${policy.instanceTimeoutSeconds / 60} minutes: ${whyNotReleased(situation, first) ?? whyNotReady(first)}`
  const isNeeded = late.some(isServing) && capacity.readyCapacity < floorOf(memo, policy)
  const isBorne = failuresIn(situation).length + late.length < policy.maxFailures && !isNeeded
  const room = roomToLeave(situation)
  // AWS would keep it, and launch no other in its place, however often it is named.
  if (isBorne && fleet.suspended.includes('Terminate')) return haltWithout(fleet, ['Terminate'])
  if (isBorne && room === 0) return { kind: 'wait', reason: whyNoneLeaves(fleet) }
  if (isBorne) return { kind: 'terminate', instances: ids(late.slice(0, room)), decrement: false, reason }
  return {
    kind: 'halt',
    reason,
    remedy: 'Look at the new instance and its health check, or give it longer with `instance-timeout`.',
    blames: 'new instances',
  }
}

function failuresIn({ fleet, policy, state, capacity }: Situation): readonly Failure[] {
  const { rollback } = policy
  const counts = ({ at }: { readonly at: number }): boolean => rollback === undefined || at > rollback.since
  const reported = fleet.failedLaunches.filter(counts)
  const toldOf = new Map(reported.map(({ instanceId, reason }) => [instanceId, reason]))
  const lostIds = new Set(state.lost.map(({ id }) => id))
  // One that came and went between two looks is lost as well, and told by AWS alone.
  const unseen = reported.flatMap(({ instanceId: id, at, reason }): LostInstance[] =>
    id === undefined || lostIds.has(id) ? [] : [{ id, at, reason, words: reason }],
  )
  return [
    ...reported
      .filter(({ instanceId, at, reason }) => {
        // AWS gives the time of an activity in whole seconds.
        const madeGood = at < Math.floor(state.completeAt ?? 0)
        if (instanceId !== undefined || capacity.total >= fleet.sizes.desired || madeGood) return false
        return !isBorne({ at, reason }, fleet.at, state)
      })
      .map(failedLaunch),
    ...lossesThatCount([...state.lost.filter(counts), ...unseen]).map((each) => {
      const { id, at, reason, words } = each
      if (!lostIds.has(id)) return failedLaunch(each)
      const why = words || (toldOf.get(id) ?? `when it was last seen, ${reason}`)
      return { at, reason: `${id} left before it was of use: ${why}`, remedy: LOOK }
    }),
  ]
}

const failedLaunch = ({ at, reason }: Pick<Failure, 'at' | 'reason'>): Failure => ({
  at,
  reason: `AWS could not launch a new instance: ${reason}`,
  remedy: MEND,
})

/**
 * For how long a failed launch is borne, by what AWS's words for it mean: where one zone, subnet or type is full AWS tries the
 * others of the group, words that are not known may mean that as well, and a bad day of AWS may take longer.
 */
const BORNE_SECONDS: Readonly<Record<LaunchFailureClass, number>> = { full: 60, unknown: 60, transient: 600, final: 0 }

/**
 * Without the instances that a bad day of AWS has ended: the group launches others. Where that goes on for longer than such
 * a day is borne, each within that time of the one before, they count.
 */
function lossesThatCount(lost: readonly LostInstance[]): readonly LostInstance[] {
  const isTransient = ({ words = '' }: LostInstance): boolean => launchFailureClass(words) === 'transient'
  const spell = lost.filter(isTransient).toSorted((a, b) => a.at - b.at)
  const begun = spell.reduce<number>((start, { at }, index) => {
    const before = spell[index - 1]
    return before !== undefined && at - before.at < BORNE_SECONDS.transient ? start : at
  }, 0)
  const goesOn = (spell.at(-1)?.at ?? 0) - begun >= BORNE_SECONDS.transient
  return lost.filter((each) => !isTransient(each) || (goesOn && each.at >= begun))
}

/** How long after an instance has gone AWS may still count it, and until its next try has found the room. */
const FREED_SECONDS = 60

/** Whether AWS may launch all the same: by another way, later, or once the instances that are leaving make room. */
function isBorne({ at, reason }: Pick<Failure, 'at' | 'reason'>, now: number, { leavingAt }: RunState): boolean {
  const means = launchFailureClass(reason)
  if (means === 'full' && leavingAt !== undefined && at <= leavingAt + FREED_SECONDS) return true
  return now - at < BORNE_SECONDS[means]
}

const MEND = 'Mend what AWS names, then start again: the roll goes on with the instances that are still old.'
const LOOK =
  'Look at what the new image does at its start, at its health check and at the launch hooks of the group, then start again.'

const ids = (instances: readonly Instance[]): string[] => instances.map(({ id }) => id)
