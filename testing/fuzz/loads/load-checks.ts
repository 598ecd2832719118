/** What must hold of a group that rolls under load while its policies stay alive, judged from outside. */
import type { Activity } from '@aws-sdk/client-auto-scaling'
import type { SimulatedAccount } from '../../../simulator/account.ts'
import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import type { RecordedChange } from '../../oracles/change-recorder.ts'
import { scalingActivities } from '../../oracles/scaling-activities.ts'
import type { LoadPlan } from './load-plan.ts'
import { carriedOutBy, expectedBounds, isHeldUp, type LoadSchedule } from './load-schedule.ts'

export const LOADED = 'web'

interface PolicyChange {
  readonly at: number
  readonly from: number
  readonly to: number
}

const BY_POLICY =
  /At (\S+Z) a monitor alarm \S+ in state ALARM triggered policy \w+ changing the desired capacity from (\d+) to (\d+)/g

/** Every change of the desired capacity by a policy that led to an activity. */
export function policyChanges(account: SimulatedAccount): readonly PolicyChange[] {
  const told = scalingActivities(account, LOADED).flatMap(({ Cause = '' }) => [...Cause.matchAll(BY_POLICY)])
  const changes = told.map(([, at = '', from, to]) => ({
    at: Date.parse(at) / 1000,
    from: Number(from),
    to: Number(to),
  }))
  return [...new Map(changes.map((each) => [JSON.stringify(each), each])).values()]
}

/** The wish that the saved state names, as a reader of the tags would find it. */
const savedDesired = ({ tags }: CapacitySnapshot): number | undefined => {
  const [, desired] = / desired=(\d+)/.exec(tags['fleet-patch:memo'] ?? '') ?? []
  return desired === undefined ? undefined : Number(desired)
}

const boundsText = ({ min, max }: Pick<CapacitySnapshot, 'min' | 'max'>): string => `min ${min}, max ${max}`

interface Played {
  readonly account: SimulatedAccount
  readonly plan: LoadPlan
  readonly begin: CapacitySnapshot
  readonly changes: readonly RecordedChange[]
  readonly schedule: LoadSchedule | undefined
}

const startOf = ({ StartTime }: Activity): number => (StartTime?.getTime() ?? 0) / 1000

/** The time from the first size that runs have set to the last. */
function held(changes: readonly RecordedChange[]): { readonly from: number; readonly until: number } | undefined {
  const sized = changes.filter(({ operation, input }) => operation === 'UpdateAutoScalingGroup' && 'MinSize' in input)
  const [first] = sized
  const last = sized.at(-1)
  return first === undefined || last === undefined ? undefined : { from: first.at, until: last.at }
}

/** No call takes ready capacity below the wish that is saved at that moment. */
export const belowFloor = ({ changes, plan, begin }: Played): readonly string[] =>
  changes.flatMap(({ operation, before, after, at }) => {
    const taken = before.readyUnits - after.readyUnits
    const floor = (savedDesired(before) ?? begin.desired) - plan.maxUnavailable
    return operation === 'TerminateInstanceInAutoScalingGroup' && taken > 0 && after.readyUnits < floor
      ? [`${at}: a termination left ${after.readyUnits} ready, the floor of the moment is ${floor}`]
      : []
  })

/** As long after a wish is saved a run that lives has held the minimum at it. */
const HELD_SECONDS = 30

const isOfSizes = ({ operation }: RecordedChange): boolean =>
  operation === 'UpdateAutoScalingGroup' || operation === 'TerminateInstanceInAutoScalingGroup'

const isAdoption = ({ operation, before, after }: RecordedChange): boolean =>
  operation === 'CreateOrUpdateTags' && savedDesired(after) !== savedDesired(before)

/**
 * What a change leaves as desired that nothing may take away. One that lowers the minimum alone is made for a decrement or puts it
 * back, and one that saves a larger wish is followed by a minimum that is held at it: a run may die in between.
 */
function leftBy(change: RecordedChange, next: RecordedChange | undefined): number {
  const { input, after, at } = change
  const isLowered = 'MinSize' in input && !('DesiredCapacity' in input)
  const isLast = next === undefined || next.at - at > HELD_SECONDS
  return isLowered || (isAdoption(change) && isLast) ? Math.min(after.min, after.desired) : after.desired
}

const SHRUNK = /changing the desired capacity from \d+ to (\d+)\..*shrinking the capacity/

/**
 * From the first size that a run has set to the last AWS takes nothing away for a policy of what was desired after the last
 * change by a run. What policies have added since, while no run has looked, they may take away.
 */
export function scaledInMeanwhile({ account, changes }: Pick<Played, 'account' | 'changes'>): readonly string[] {
  const span = held(changes)
  if (span === undefined) return []
  // What a run writes besides says nothing of what it holds, though policies may have added to it by then.
  const holding = changes.filter((each) => isOfSizes(each) || isAdoption(each))
  return scalingActivities(account, LOADED)
    .filter((activity) => startOf(activity) > span.from && startOf(activity) < span.until)
    .filter((activity) => {
      const [, to] = SHRUNK.exec(activity.Cause ?? '') ?? []
      const index = holding.findLastIndex(({ at }) => at <= startOf(activity))
      const last = holding[index]
      const next = changes.find(({ at }) => last !== undefined && at > last.at)
      return to !== undefined && last !== undefined && Number(to) < leftBy(last, next)
    })
    .map(({ Description = '', Cause = '' }) => `AWS scaled in while the group rolled: ${Description}: ${Cause}`)
}

/** What policies have added while the group rolled is there when the sizes are put back, less what the surge has added to it. */
export function growthLost({ account, plan, changes, begin, schedule }: Played): readonly string[] {
  // What an action for less has taken back since is none of it.
  if (schedule !== undefined) return []
  const span = held(changes)
  const end = changes.findLast(({ operation }) => operation === 'UpdateAutoScalingGroup')?.after ?? begin
  const grown = policyChanges(account).filter(({ at, from, to }) => to > from && span !== undefined && at > span.from && at <= end.at)
  const least = Math.max(0, ...grown.map(({ to }) => Math.min(begin.max, to - plan.surge)))
  return end.desired < least ? [`${end.desired} are desired at the end of the run, and policies asked for ${least}`] : []
} // prettier-ignore

/**
 * What policies have added last, after an action that a lost run had held up, is there when the sizes are put back, less what the
 * surge has added to it.
 */
export function lateActionTook({ account, plan, changes, begin, schedule }: Played, recoveredFrom: number): readonly string[] {
  const recovery = changes.filter(({ at }) => at >= recoveredFrom)
  const [first] = recovery
  if (schedule === undefined || first === undefined || !isHeldUp({ changes, schedule })) return []
  const last = policyChanges(account).filter(({ at }) => at <= first.at).toSorted((a, b) => a.at - b.at).at(-1)
  if (last === undefined || last.to < last.from || last.at <= carriedOutBy(schedule)) return []
  const end = recovery.findLast(({ operation }) => operation === 'UpdateAutoScalingGroup')?.after ?? first.after
  // Carried out in time, the action would have let policies have no more than its maximum.
  const { MaxSize: bound = begin.max } = schedule.action.sizes
  const least = Math.min(begin.max, bound, last.to - plan.surge)
  return end.desired < least
    ? [`${end.desired} are desired, and policies asked for ${least} after a scheduled action that nothing had carried out`]
    : []
} // prettier-ignore

/** Everything is put back as it was, or as was set meanwhile, but the desired capacity, which is where load wants it. */
export function notPutBack(played: Played, end: CapacitySnapshot): readonly string[] {
  const own = Object.keys(end.tags).filter((key) => key.startsWith('fleet-patch:') && key !== 'fleet-patch:rolled-back')
  const expected = expectedBounds(played, played.account.timeline.now).map(boundsText)
  return [
    ...(expected.includes(boundsText(end))
      ? []
      : [`sizes are ${boundsText(end)} and were to be ${expected.join(' or ')}`]),
    ...(end.suspended.length > 0 ? [`${end.suspended.join(', ')} is suspended`] : []),
    ...(own.length > 0 ? [`${own.join(', ')} is left`] : []),
    ...(end.desired < end.min || end.desired > end.max ? [`${end.desired} are desired`] : []),
  ]
}

/** AlarmNotification is never suspended. */
export const policiesRested = ({ changes }: Played): readonly string[] =>
  changes.some(({ after }) => after.suspended.includes('AlarmNotification')) ? ['AlarmNotification was suspended'] : []
