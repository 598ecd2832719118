import type { Explanation } from '../../errors.ts'
import { floorOf } from '../../domain/rollout/budget.ts'
import { observeDark } from '../../domain/rollout/dark-launch.ts'
import type { Fleet, Instance, Memo } from '../../domain/rollout/fleet.ts'
import { observe, INITIAL_STATE, type RunState } from '../../domain/rollout/run-state.ts'
import type { PendingWrite } from '../../domain/rollout/expectations.ts'
import { externalChanges } from '../../domain/rollout/restore.ts'
import { isOutdated, capacityOfGroup } from '../../domain/rollout/capacity.ts'
import type { Counts } from '../../report/events.ts'
import type { Outcome } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import type { Policy } from '../../domain/rollout/policy.ts'

/** One group on its way. */
export interface GroupRun {
  readonly group: string
  /** All that are on their way, this one included. */
  readonly peers: ReadonlyMap<string, GroupRun>
  readonly first: Fleet
  last: Fleet
  policy: Policy
  state: RunState
  /** Changes that AWS has accepted a moment ago: a look may not show them yet, or not any more. */
  pendingWrites: readonly PendingWrite[]
  /** The memo of this run as it was last seen; undefined before, and once we have removed it. */
  memo: Memo | undefined
  changed: boolean
  /** True while a look is made anew because the last one was old when a change followed from it. */
  needsFreshLook: boolean
  /** Processes that we have resumed, or asked AWS to. */
  resumed: ReadonlySet<string>
  failure: Explanation | undefined
  restoringSince: number | undefined
  externalChanges: readonly string[]
  /** What else a person should know at the end; a sentence each. */
  notes: readonly string[]
  outcome: Outcome | undefined
}

export function track({ policyFor, report }: RolloutRequest, fleet: Fleet, tracks: Map<string, GroupRun>): GroupRun {
  let track = tracks.get(fleet.group)
  if (track === undefined) {
    const policy = policyFor(fleet)
    track = {
      group: fleet.group,
      peers: tracks,
      first: fleet,
      last: fleet,
      policy,
      state: INITIAL_STATE,
      pendingWrites: [],
      memo: undefined,
      changed: false,
      needsFreshLook: false,
      resumed: new Set(),
      failure: undefined,
      // An undoing is given its time from the first look on.
      restoringSince: policy.intent === 'restore' ? fleet.at : undefined,
      externalChanges: [],
      notes: [],
      outcome: undefined,
    }
    tracks.set(fleet.group, track)
  }
  const { policy } = track
  const isNew = (instance: Instance): boolean => !isOutdated(instance, fleet, policy)
  track.state = observeDark(observe(track.state, { before: track.last, now: fleet, policy }), {
    now: fleet,
    isNew,
  })
  track.last = fleet
  report({
    kind: 'observed',
    fleet,
    counts: countsOf(fleet, track.policy),
    floor: floorOf(fleet.memo ?? fleet, track.policy),
  })
  return track
}

/** Other hands are noticed by comparing what AWS shows with what our own last change left. */
export function noteExternalChanges(track: GroupRun): void {
  const { memo, suspended } = track.last
  if (memo === undefined) return
  track.externalChanges = externalChanges(track.last, memo, {
    heldSuspended: track.state.suspended ? memo.suspends.filter((process) => !track.resumed.has(process)) : [],
  })
  if (memo.run !== track.policy.run) return
  // What is seen before this process has put its name on it may be gone already.
  if (track.state.leaseClaimed) track.memo = memo
  if (memo.suspends.every((process) => suspended.includes(process))) track.state = { ...track.state, suspended: true }
}

export function countsOf(fleet: Fleet, policy: Policy): Counts {
  const counted = capacityOfGroup(fleet, policy)
  const { outdatedCapacity, total, readyCapacity } = counted
  return {
    old: outdatedCapacity,
    current: total - outdatedCapacity,
    ready: readyCapacity,
    desired: fleet.sizes.desired,
  }
}

export function reportWaiting(
  { report, outlook }: RolloutRequest,
  { last, policy, group }: GroupRun,
  reason: string,
): void {
  report({ kind: 'waiting', at: last.at, group, counts: countsOf(last, policy), reason, ...outlook(group) })
}
