/**
 * What AWS does with a group after a run has ended: processes that were suspended run again, and what the run has left
 * behind shows. Judged from outside, by the group's activities and its capacity at every moment.
 */
import type { Activity, InstanceRefresh } from '@aws-sdk/client-auto-scaling'
import type { SimulatedAccount } from '../../simulator/account.ts'
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { RecordedChange } from './change-recorder.ts'
import type { Breach } from './invariants.ts'
import { outsideEvents, type OutsideEvent } from './outside-events.ts'
import { idIn, scalingActivities } from './scaling-activities.ts'
import { isBalanced, spreadOf } from './zone-balance.ts'

/** For so long a group is watched after its run. */
export const WATCHED_SECONDS = 20 * 60

/** How long before its end a run may still meet what happens outside of it: AWS acts on it later. */
const AFTERMATH_SECONDS = 300

/** A group whose run has ended. */
export interface EndedRun {
  readonly group: string
  /** The fewest that may be ready, in the group's unit. */
  readonly floor: number
  /** The group before the run. */
  readonly begin: CapacitySnapshot
  /** Present where the run has put the group back: AWS may still launch what was missing then. */
  readonly restored?: true | undefined
  /** When the run ended, in seconds since the Unix epoch. Default: now. */
  readonly endedAt?: number | undefined
  /** The group at that moment, where the time has passed and the group was not whole then. */
  readonly atEnd?: CapacitySnapshot | undefined
  /**
   * Present where others than runs may have touched the group, and launches may have failed: what follows from that is no
   * breach. `changes` are those of the runs, `operatedAt` the moments at which an operator or a fault did something.
   */
  readonly disturbed?:
    { readonly changes: readonly RecordedChange[]; readonly operatedAt: readonly number[] } | undefined
}

/**
 * Lets 20 virtual minutes pass after a run and gives what is wrong: capacity that is not whole or not balanced over the
 * zones, launches by AWS, and fewer ready than the floor. Where the time has passed already it is judged as recorded.
 */
export function watchAfter(account: SimulatedAccount, ended: EndedRun): readonly Breach[] {
  const { timeline, ledger, autoScaling } = account
  const { group, begin, endedAt = timeline.now } = ended
  const atEnd = timeline.now > endedAt ? ended.atEnd : autoScaling.capacity(group)
  ledger.sample()
  timeline.advanceTo(endedAt + WATCHED_SECONDS)
  ledger.sample()
  const activities = scalingActivities(account, group)
  const outside =
    ended.disturbed &&
    outsideEvents(activities, { ...ended.disturbed, refreshes: refreshesOf(account, group), from: begin.at })
  const watched: Watched = { account, ended, endedAt, activities, outside }
  return [
    ...(atEnd === undefined || isShort(ended, atEnd) ? [] : unbalanced(watched, atEnd)),
    ...launches(watched, atEnd),
    ...belowFloor(watched),
    ...unbalanced(watched, autoScaling.capacity(group)),
  ]
}

/**
 * Whether a run that has put a group back has left fewer ready than wanted: then none that serves could leave so that the zones
 * end evenly, and AWS, which launches before it terminates when it balances them, takes nothing away either.
 */
const isShort = ({ restored }: EndedRun, { readyUnits, desired }: CapacitySnapshot): boolean =>
  restored === true && readyUnits < desired

interface Watched {
  readonly account: SimulatedAccount
  readonly ended: EndedRun
  readonly endedAt: number
  readonly activities: readonly Activity[]
  /** Undefined where nothing but runs has touched the group. */
  readonly outside: readonly OutsideEvent[] | undefined
}

/** Zones that were balanced at the beginning differ by one at most at the end. */
function unbalanced({ ended: { begin }, outside = [] }: Watched, now: CapacitySnapshot): readonly Breach[] {
  if (!isBalanced(begin) || isBalanced(now) || outside.some(({ at }) => at <= now.at)) return []
  const zones = Object.entries(now.zones).map(([zone, units]) => `${zone} ${units}`)
  return [{ invariant: 'zones at the end', at: now.at, what: `zones differ by ${spreadOf(now)}: ${zones.join(', ')}` }]
}

const REBALANCES = /to balance instances in zones/

/** Nothing is launched but what was missing: neither to balance zones, nor because the run has left too little. */
function launches(
  { ended, endedAt, activities, outside }: Watched,
  atEnd: CapacitySnapshot | undefined,
): readonly Breach[] {
  const missing = ended.restored && atEnd !== undefined ? Math.max(0, atEnd.desired - atEnd.units) : 0
  const isBalanceOpen = atEnd !== undefined && isShort(ended, atEnd)
  const unexplained = activities
    .filter(({ Description = '' }) => Description.startsWith('Launching a new EC2 instance: '))
    .filter((activity) => startOf(activity) > endedAt && startOf(activity) <= endedAt + WATCHED_SECONDS)
    .filter((activity) => !isExplained(activity, { ended, endedAt, outside }))
  const filling = unexplained.filter(({ Cause = '' }) => !REBALANCES.test(Cause)).slice(0, missing)
  return unexplained
    .filter((activity) => !filling.includes(activity) && !(isBalanceOpen && REBALANCES.test(activity.Cause ?? '')))
    .map((activity) => ({
      invariant: 'no launch after the end',
      at: startOf(activity),
      what: `${idIn(activity)} was launched: ${activity.Cause ?? ''}`,
    }))
}

function isExplained(
  activity: Activity,
  { ended: { begin }, endedAt, outside }: Pick<Watched, 'ended' | 'endedAt' | 'outside'>,
): boolean {
  if (REBALANCES.test(activity.Cause ?? '') && !isBalanced(begin)) return true
  const at = startOf(activity)
  // Zones stay as they were left, however long ago; a missing instance is launched soon.
  const since = REBALANCES.test(activity.Cause ?? '') ? begin.at : endedAt - AFTERMATH_SECONDS
  return outside?.some((event) => (event.until ?? event.at) >= since && event.at <= at) === true
}

/** Ready capacity stays at the floor; where others had a part in it, AWS takes nothing ready below it of its own accord. */
function belowFloor({ account: { ledger }, ended, endedAt, activities, outside }: Watched): readonly Breach[] {
  const { group, floor } = ended
  const samples = ledger.capacityOf(group).filter(({ at }) => at <= endedAt + WATCHED_SECONDS)
  const first = Math.max(
    0,
    samples.findLastIndex(({ at }) => at <= endedAt),
  )
  const low = samples.slice(first).find(({ at, readyUnits }, index) => {
    if (readyUnits >= floor) return false
    if (outside === undefined) return true
    const before = samples[first + index - 1]
    return before !== undefined && before.readyUnits > readyUnits && at > endedAt && isByAws(at)
  })
  function isByAws(at: number): boolean {
    const left = ledger.movements(group).filter((each) => each.kind === 'left' && each.at === at)
    const taken = activities.filter(({ Cause = '' }) => Cause.includes('a difference between desired and actual'))
    // Zones that were not balanced before a run AWS balances after it, and takes what it chooses.
    if (!isBalanced(ended.begin) && isBalancing(at)) return false
    const isTaken = left.some(({ instanceId }) => taken.some((activity) => idIn(activity) === instanceId))
    return isTaken && outside?.some((event) => event.at <= at) !== true
  }
  // It may have begun while the run that found nothing to do was still looking.
  function isBalancing(until: number): boolean {
    const from = endedAt - AFTERMATH_SECONDS
    return activities.some((each) => REBALANCES.test(each.Cause ?? '') && startOf(each) >= from && startOf(each) <= until) // prettier-ignore
  }
  if (low === undefined) return []
  return [{ invariant: 'floor after the end', at: low.at, what: `${low.readyUnits} ready; the floor is ${floor}` }]
}

const refreshesOf = ({ autoScaling }: SimulatedAccount, group: string): readonly InstanceRefresh[] =>
  autoScaling.operations.DescribeInstanceRefreshes({ AutoScalingGroupName: group }).InstanceRefreshes ?? []

const startOf = ({ StartTime }: Activity): number => (StartTime?.getTime() ?? 0) / 1000
