import type { Explanation } from '../../errors.ts'
import { floorOf } from '../../domain/rollout/budget.ts'
import { learntInTheDark } from '../../domain/rollout/dark-launch.ts'
import type { Fleet, Instance, Knowledge, Memo, Policy } from '../../domain/rollout/fleet.ts'
import { learnt, NOTHING_KNOWN } from '../../domain/rollout/run-state.ts'
import type { Accepted } from '../../domain/rollout/expectations.ts'
import { keptChanges } from '../../domain/rollout/restore.ts'
import { isOld, standingOf } from '../../domain/rollout/capacity.ts'
import type { Counts } from '../../report/events.ts'
import type { Outcome } from './outcome.ts'
import type { Reconciliation } from './ports.ts'

/** One group on its way. */
export interface Track {
  readonly group: string
  /** All that are on their way, this one included. */
  readonly peers: ReadonlyMap<string, Track>
  readonly first: Fleet
  last: Fleet
  policy: Policy
  knowledge: Knowledge
  /** Changes that AWS has accepted a moment ago: a look may not show them yet, or not any more. */
  accepted: readonly Accepted[]
  /** The memo of this run as it was last seen; undefined before, and once we have removed it. */
  memo: Memo | undefined
  changed: boolean
  /** True while a look is made anew because the last one was old when a change followed from it. */
  looksAnew: boolean
  /** Processes that we have resumed, or asked AWS to. */
  resumed: ReadonlySet<string>
  failure: Explanation | undefined
  restoringSince: number | undefined
  kept: readonly string[]
  /** What else a person should know at the end; a sentence each. */
  notes: readonly string[]
  outcome: Outcome | undefined
}

export function follow({ policyFor, report }: Reconciliation, fleet: Fleet, tracks: Map<string, Track>): Track {
  let track = tracks.get(fleet.group)
  if (track === undefined) {
    const policy = policyFor(fleet)
    track = {
      group: fleet.group,
      peers: tracks,
      first: fleet,
      last: fleet,
      policy,
      knowledge: NOTHING_KNOWN,
      accepted: [],
      memo: undefined,
      changed: false,
      looksAnew: false,
      resumed: new Set(),
      failure: undefined,
      // An undoing is given its time from the first look on.
      restoringSince: policy.intent === 'restore' ? fleet.at : undefined,
      kept: [],
      notes: [],
      outcome: undefined,
    }
    tracks.set(fleet.group, track)
  }
  const { policy } = track
  const isNew = (instance: Instance): boolean => !isOld(instance, fleet, policy)
  track.knowledge = learntInTheDark(learnt(track.knowledge, { before: track.last, now: fleet, policy }), {
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
export function learn(track: Track): void {
  const { memo, suspended } = track.last
  if (memo === undefined) return
  track.kept = keptChanges(track.last, memo, {
    heldSuspended: track.knowledge.suspended ? memo.suspends.filter((process) => !track.resumed.has(process)) : [],
  })
  if (memo.run !== track.policy.run) return
  // What is seen before this process has put its name on it may be gone already.
  if (track.knowledge.signed) track.memo = memo
  if (memo.suspends.every((process) => suspended.includes(process)))
    track.knowledge = { ...track.knowledge, suspended: true }
}

export function countsOf(fleet: Fleet, policy: Policy): Counts {
  const standing = standingOf(fleet, policy)
  const { oldCapacity, capacity, readyCapacity } = standing
  return { old: oldCapacity, current: capacity - oldCapacity, ready: readyCapacity, desired: fleet.sizes.desired }
}

export function reportWaiting(
  { report, outlook }: Reconciliation,
  { last, policy, group }: Track,
  reason: string,
): void {
  report({ kind: 'waiting', at: last.at, group, counts: countsOf(last, policy), reason, ...outlook(group) })
}
