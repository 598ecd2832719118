import type { Fleet, Memo } from './fleet.ts'
import type { Action } from './action.ts'
import { maxIsOurs, minIsOurs, minWithoutRoll } from './raised-sizes.ts'
import { isLeaseLive } from './lease.ts'
import type { Policy } from './policy.ts'
import { clearState } from './changes/clear-state.ts'
import type { ChangeKindName } from './changes/changes.ts'
import type { SettableSizes } from './changes/resize.ts'
import type { Resume } from './changes/resume.ts'
import type { SaveState } from './changes/save-state.ts'
import { foreignSuspensions, withReasons } from './suspension-text.ts'
import { changedText } from './wording.ts'

/** The three processes that are suspended while a group rolls; never `Launch` or `Terminate`, without which nothing rolls. */
export const SUSPENDED_WHILE_ROLLING = ['AZRebalance', 'AlarmNotification', 'ScheduledActions'] as const

/** That of them which carries scheduled actions out. */
export const SCHEDULING = SUSPENDED_WHILE_ROLLING[2]

/** The sizes that differ from the originals by our doing, as they should be; empty when none does. */
export function sizesToRestore(fleet: Fleet, memo: Memo): SettableSizes {
  // An operator may have raised MinSize or the desired capacity above the old maximum: AWS refuses sizes out of order.
  const min = minWithoutRoll(fleet, memo)
  const desired = Math.max(memo.sizes.desired, min)
  const max = maxIsOurs(fleet, memo) ? Math.max(memo.sizes.max, desired) : fleet.sizes.max
  return {
    ...(desired < fleet.sizes.desired && { desired }),
    ...(max !== fleet.sizes.max && { max }),
    ...(min !== fleet.sizes.min && { min }),
  }
}

/** The last steps of every roll and of every undoing, one at a time: sizes, processes, memo. */
export function restoreStep(fleet: Fleet, memo: Memo): Action {
  const sizes = sizesToRestore(fleet, memo)
  if (Object.keys(sizes).length > 0) return { kind: 'resize', sizes, reason: 'the sizes as they were' }
  const ours = memo.suspends.filter((process) => fleet.suspended.includes(process))
  if (ours.length > 0) return { kind: 'resume', processes: ours, reason: 'only what this roll suspended' }
  return { ...clearState(fleet), reason: 'nothing is left to be put back' }
}

/** The sizes that a run leaves. */
type HandedSizes = NonNullable<Memo['handedSizes']>

/**
 * What is done for the processes where the sizes have to stay: they run again, and then the saved state says that they do.
 * A run that comes after would otherwise take the sizes that are left for some that were set since. Undefined where
 * nothing is left to do, or AWS refuses it.
 */
export function handBackProcesses(
  fleet: Fleet,
  memo: Memo,
  refused: readonly ChangeKindName[],
  left: HandedSizes = fleet.sizes,
): (Action & (Resume | SaveState)) | undefined {
  const processes = memo.suspends.filter((process) => fleet.suspended.includes(process))
  if (processes.length > 0)
    return refused.includes('resume')
      ? undefined
      : { kind: 'resume', processes, reason: 'only what this roll suspended' }
  // A run that was to go on from there, and has changed sizes, leaves others.
  const hasLeftOthers = memo.handedBackAt !== undefined && memo.handedSizes === undefined && isSeen(fleet)
  if ((memo.suspends.length === 0 && !hasLeftOthers) || refused.includes('save-state')) return undefined
  return {
    kind: 'save-state',
    memo: handedBack(fleet, memo, left),
    reason: 'only the sizes are left to be put back',
  }
}

const isSeen = ({ unknown = [] }: Fleet): boolean => !unknown.includes('group')

/** Scheduled actions that fell due until now AWS has dropped; from now on it carries them out, and others may set sizes. */
function handedBack(fleet: Fleet, memo: Memo, { desired, max }: HandedSizes): Memo {
  return {
    ...memo,
    suspends: [],
    ...(memo.suspends.includes(SCHEDULING) && { handedBackAt: Math.ceil(fleet.at) }),
    ...(isSeen(fleet) && { handedSizes: { desired, max } }),
  }
}

/**
 * What may be put back of a group that cannot be observed any more, by the last look: the processes that this run
 * suspended. What it has left of the sizes stands beside it: what the group shows instead was set by others, and is not adopted yet.
 * Undefined where nothing is left to do, or another run holds the lease.
 */
export function handBackUnseen(
  fleet: Fleet,
  { run }: Pick<Policy, 'run'>,
  refused: readonly ChangeKindName[],
  left?: HandedSizes,
): (Action & (Resume | SaveState)) | undefined {
  const { memo, at } = fleet
  if (memo === undefined || (memo.run !== run && isLeaseLive(memo, run, at))) return undefined
  return handBackProcesses(fleet, memo, refused, left)
}

/**
 * What was not put back because it was changed meanwhile from outside this run; a sentence each. `heldSuspended` are
 * processes of the memo that were seen suspended and that this run has not resumed: one that runs now was resumed by others.
 * `suspendedBefore` are those that were suspended when the run began; undefined where that is not known.
 */
export function externalChanges(
  fleet: Fleet,
  memo: Memo,
  {
    heldSuspended,
    suspendedBefore,
  }: { readonly heldSuspended: readonly string[]; readonly suspendedBefore: readonly string[] | undefined },
): readonly string[] {
  const kept: string[] = []
  if (fleet.sizes.max !== memo.sizes.max && !maxIsOurs(fleet, memo))
    kept.push(changedText('max', memo.sizes.max, fleet.sizes.max))
  if (fleet.sizes.min !== memo.sizes.min && !minIsOurs(fleet, memo))
    kept.push(changedText('min', memo.sizes.min, fleet.sizes.min))
  const resumed = heldSuspended.filter((process) => !fleet.suspended.includes(process))
  if (resumed.length > 0)
    kept.push(
      `${resumed.join(', ')} ${resumed.length === 1 ? 'was' : 'were'} resumed from outside this run while the group rolled: left running.`,
    )
  const suspended = foreignSuspensions(fleet.suspended, memo).filter(
    (each) => suspendedBefore?.includes(each) === false,
  )
  if (suspended.length > 0)
    kept.push(
      `${withReasons(fleet, suspended)} ${suspended.length === 1 ? 'was' : 'were'} suspended from outside this run while the group rolled: left suspended.`,
    )
  return kept
}
