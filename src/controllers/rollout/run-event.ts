/** What can happen to a run. */
import type { Explanation } from '../../errors.ts'
import type { PastLaunch } from '../../domain/rollout/boot-record.ts'
import type { Change, ChangeKindName } from '../../domain/rollout/changes/changes.ts'
import type { DesiredChange, FailedLaunch, Fleet, LaunchSource, Memo } from '../../domain/rollout/fleet.ts'
import type { AskedAnew } from '../../domain/rollout/freshness.ts'
import type { ActiveRefresh } from '../../domain/rollout/instance-refresh.ts'
import type { LaunchOutlook } from '../../domain/rollout/launch-stall.ts'
import type { ProbeOutcome } from '../../domain/rollout/probe.ts'
import type { Outcome } from './ports.ts'

export type RunEvent =
  /** One more look at the group. */
  | { readonly kind: 'observed'; readonly fleet: Fleet }
  /** Others have removed or changed the tags: the run goes on with the memo that it remembers. */
  | { readonly kind: 'state-lost' }
  /** What AWS refuses to have written: the run goes by this memo, and the tags stay as they are. */
  | { readonly kind: 'remembered'; readonly memo: Memo; readonly notes: readonly string[] }
  /** A look that shows everything the run has changed: what differs was changed by others. */
  | { readonly kind: 'confirmed' }
  /** What follows from the last look takes something away, and that look is old. */
  | { readonly kind: 'look-outdated' }
  /** The change that follows from the last look needs what that look has kept from an earlier one. */
  | { readonly kind: 'look-incomplete'; readonly needs: AskedAnew }
  /** What follows from the last look is to wait: the next one may keep what this one has shown. */
  | { readonly kind: 'waited' }
  /** The call is on its way; from here on AWS may have carried it out. */
  | { readonly kind: 'sent'; readonly change: Change }
  /** AWS accepted the change at this moment. */
  | { readonly kind: 'accepted'; readonly change: Change; readonly at: number }
  /** The next change is decided on the group as this one leaves it, not on another look. */
  | { readonly kind: 'followed'; readonly change: Change }
  /** The answer was lost: AWS may or may not have acted. */
  | { readonly kind: 'unanswered'; readonly change: Change }
  /** AWS refused the change while the group was put back: the rest is put back all the same. */
  | { readonly kind: 'refused'; readonly change: Change; readonly failure: Explanation; readonly note: string }
  /** What the activities of the group say of its desired capacity, since the saved state was written; oldest first. */
  | { readonly kind: 'desired-changes-read'; readonly changes: readonly DesiredChange[] }
  /** AWS was asked at the last look which instance refresh is under way, or, where that does, some time before. */
  | { readonly kind: 'refresh-read'; readonly active: ActiveRefresh | undefined; readonly mayBeKept: boolean }
  /** What AWS tells of a group in which no launch begins. */
  | { readonly kind: 'launch-outlook-read'; readonly outlook: LaunchOutlook }
  /** Launches that failed since the run began: they tell why new instances were lost. */
  | { readonly kind: 'loss-reasons-read'; readonly failures: readonly FailedLaunch[] }
  /** Launches that have succeeded, newest first: they tell how long instances take to come into service. */
  | { readonly kind: 'launches-read'; readonly launches: readonly PastLaunch[] }
  | { readonly kind: 'probed'; readonly probes: readonly ProbeOutcome[] }
  /** The roll stops and the group is put back; `note` tells the failure where an earlier one is told already. */
  | { readonly kind: 'halted'; readonly failure: Explanation; readonly note: string }
  /** The group launches its previous source again: what the failed one launched is replaced. */
  | { readonly kind: 'rollback-started'; readonly failed: LaunchSource; readonly failure: Explanation }
  /** The previous source was not put back, or that is not known; the note says why. */
  | { readonly kind: 'rollback-failed'; readonly note: string; readonly changed: 'no' | 'perhaps' }
  /** Nothing can be observed any more: the group is put back by what was seen last. */
  | { readonly kind: 'sight-lost'; readonly last: Fleet; readonly refused: readonly ChangeKindName[] }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
