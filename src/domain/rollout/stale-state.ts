/**
 * Saved state that its group has left behind: a run that was lost between its last steps leaves it, and what scaling
 * policies or operators have set since is no size of the run. To lower that would take away what serves. Pure.
 */
import type { DesiredChange, Fleet, Memo } from './fleet.ts'
import { SUSPENDED_WHILE_ROLLING } from './restore.ts'
import type { RunState } from './run-state.ts'

/** So long after its last sign of life the size of a group is not taken for that of a lost run without a proof. */
const OLD_SECONDS = 3600

/** A run that works on a group changes it no later than this after its last heartbeat. */
export const LAST_CHANGE_SECONDS = 180

/**
 * Whether the desired capacity lies where a run may have raised it, but nothing shows that the run did: all that it had
 * suspended of what changes sizes runs again, or it had nothing to suspend and is long silent. One that was left on
 * purpose has no age. A run that has handed the processes back has written down what it left.
 */
export function isInDoubt(fleet: Fleet, memo: Memo): boolean {
  if (fleet.sizes.desired <= memo.sizes.desired || fleet.sizes.desired === memo.handedSizes?.desired) return false
  const held = SUSPENDED_WHILE_ROLLING.filter((process) => memo.suspends.includes(process))
  if (held.length > 0) return held.every((process) => !fleet.suspended.includes(process))
  return memo.heartbeatAt > 0 && fleet.at - memo.heartbeatAt > OLD_SECONDS
}

/** Whether the desired capacity is to be kept, as what the group wants by now. */
export function isOvertaken(fleet: Fleet, memo: Memo, { desired, heldSeen, predecessor = memo }: RunState): boolean {
  // What this process has set itself, or has seen with the processes suspended, is as the run has left it.
  // Since this process has claimed the lease its heartbeat says nothing of the run that was lost.
  if (desired !== undefined || heldSeen || !isInDoubt(fleet, predecessor)) return false
  return !isProvenOurs(fleet, predecessor)
}

/**
 * Whether the activities of the group show that a run may have raised the desired capacity last: by the call that a run
 * makes, while it was alive, and before the size was ever back. Where they cannot be read nothing is proven.
 */
function isProvenOurs({ desiredChanges = [] }: Fleet, memo: Memo): boolean {
  const { sizes, heartbeatAt } = memo
  const last = desiredChanges.findLastIndex(({ from, to }) => to > from)
  const raise = desiredChanges[last]
  if (raise?.by !== 'update' || raise.at > heartbeatAt + LAST_CHANGE_SECONDS) return false
  if (isWholeRoom(raise, memo)) return true
  // What was lower before others have set the size that is to be put back was not lowered to it.
  const raised = desiredChanges.slice(0, last).findLastIndex(({ from, to }) => to > from && to === sizes.desired)
  const wished = Math.max(raised, firstSet(desiredChanges, memo))
  return !desiredChanges.slice(wished + 1, last).some((each) => isPutBack(each, memo))
}

/** Whether a change may have put the saved size back. An update from that to less does not: it is a raise of the run over a larger wish, or of others. */
const isPutBack = ({ from, to, by }: DesiredChange, { sizes: { desired } }: Memo): boolean =>
  from > to && to <= desired && !(by === 'update' && from === desired)

/**
 * Where the size that is to be put back first came up since the run began, if it began with another one: that was the wish itself, with
 * what AWS did for it, and no run has put a size back to it before. -1 where there was none.
 */
function firstSet(changes: readonly DesiredChange[], { sizes: { desired }, startedAt }: Memo): number {
  const first = changes.findIndex(({ from, to, at }) => at >= startedAt && (from === desired || to === desired))
  if (first === -1 || changes[first]?.from === desired) return -1
  const next = changes.findIndex(({ by }, index) => index > first && by !== 'group')
  return next === -1 ? first : next - 1
}

/**
 * Whether an update makes just the room that a run makes at once, from the size that is to be put back to that with the whole surge, and
 * with it the maximum to the digit: a size that was put back before is no sign against it.
 */
const isWholeRoom = ({ from, to, bounds, at }: DesiredChange, { sizes, surge, startedAt }: Memo): boolean =>
  from === sizes.desired && to === sizes.desired + surge && at >= startedAt && to > sizes.max && bounds?.max === to
