/**
 * A launch that never begins: a quota of another unit, a zone that is shifted away, a zone without capacity in a group that
 * must stay balanced, a process that AWS has suspended, and whatever else AWS does not tell. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { capacityOf, isCounted } from './counted.ts'
import type { Fleet } from './fleet.ts'
import { launchFailureClass } from './launch-failures.ts'
import type { RunState } from './run-state.ts'
import { foreignSuspensions, withReasons } from './suspension-text.ts'

/** After so long without a scaling activity AWS does not launch by itself any more. */
const STALLED_SECONDS = 600

/** What AWS tells of a group in which no launch begins. */
export interface LaunchOutlook {
  /** When AWS was asked. */
  readonly askedAt: number
  /** When the newest launch of the group began, a failed one as well; undefined where none is told of. */
  readonly lastLaunchAt: number | undefined
  /** What else it tells, each in some words: zones, settings of the group, its last activities. */
  readonly facts: readonly string[]
}

/** Since when a launch is outstanding and no new instance has come; what two looks in a row tell of it. */
export function outstandingSince(
  state: Pick<RunState, 'outstandingSince'>,
  { before, now }: { readonly before: Fleet; readonly now: Fleet },
): number | undefined {
  if (missingUnits(now) <= 0) return undefined
  const known = new Set(before.instances.filter(isCounted).map(({ id }) => id))
  const hasArrived = now.instances.some((each) => isCounted(each) && !known.has(each.id))
  const isRaised = now.sizes.desired > before.sizes.desired
  return hasArrived || isRaised ? now.at : (state.outstandingSince ?? now.at)
}

const missingUnits = ({ instances, sizes }: Fleet): number => sizes.desired - capacityOf(instances.filter(isCounted))

/** Since when nothing has come of a launch, as far as is known; undefined where none is outstanding. */
function stalledSince({ fleet, state }: Pick<Situation, 'fleet' | 'state'>): number | undefined {
  if (state.outstandingSince === undefined || missingUnits(fleet) <= 0) return undefined
  // What is full is borne while instances of the group are leaving, and AWS tries ever more rarely meanwhile.
  const isFull = fleet.failedLaunches.some(({ reason }) => launchFailureClass(reason) === 'full')
  return Math.max(
    state.outstandingSince,
    state.launchOutlook?.lastLaunchAt ?? 0,
    fleet.failedLaunches[0]?.at ?? 0,
    isFull ? (state.leavingAt ?? 0) : 0,
  )
}

/** Whether AWS must be asked why no launch begins, before that ends a roll. */
export function isOutlookNeeded(fleet: Fleet, state: RunState): boolean {
  const since = stalledSince({ fleet, state })
  if (since === undefined || fleet.at - since < STALLED_SECONDS) return false
  const askedAt = state.launchOutlook?.askedAt
  return askedAt === undefined || askedAt - since < STALLED_SECONDS
}

/** A launch that does not begin is not waited for without end: the roll says what is known, and the group is put back. */
export function haltOnStalledLaunch({ fleet, state, memo, capacity }: Situation): Action | undefined {
  const since = stalledSince({ fleet, state })
  const { launchOutlook } = state
  if (since === undefined || launchOutlook === undefined || isOutlookNeeded(fleet, state)) return undefined
  if (fleet.at - since < STALLED_SECONDS) return undefined
  const suspended = foreignSuspensions(fleet.suspended, memo)
  const facts = [
    suspended.length === 0 ? 'no process is suspended by others' : `suspended: ${withReasons(fleet, suspended)}`,
    ...launchOutlook.facts,
  ]
  return {
    kind: 'halt',
    reason: `AWS has begun no launch for ${Math.floor((fleet.at - since) / 60)} minutes, though ${capacity.total} of a desired capacity of ${fleet.sizes.desired} are there; ${facts.join('; ')}`,
    remedy:
      'Look whether a zone is shifted away or full, at the quotas of the account, at the type of the desired capacity and at the suspended processes of the group; then start again.',
  }
}
