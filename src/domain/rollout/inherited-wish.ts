/**
 * A run may end between a decrement that a wish from outside has crossed and its next look: 8 was set, the run took one
 * away with its place, and 7 is all that the group shows to the process that goes on. The activities of the group tell from
 * which desired capacity an instance was taken, so that process keeps 8. The same where the run has set 7 over it, to make room. Pure.
 */
import { CROSSING_SECONDS } from './crossed-wish.ts'
import type { DesiredChange, Fleet, Memo } from './fleet.ts'
import { minWithoutRoll } from './raised-sizes.ts'
import { isTakenBack } from './taken-back.ts'
import { isLoweredInRoom } from './sizes-from-activities.ts'
import { LAST_CHANGE_SECONDS } from './stale-state.ts'

/** A wish that the last decrement of an earlier process has crossed, or its raise has overwritten. */
export interface InheritedWish {
  /** The desired capacity that was wished. */
  readonly desired: number
  /** What that call left of it: as long as the group shows that, the wish is known. */
  readonly left: number
}

/** What is known of the process before this one. */
export interface EarlierProcess {
  readonly memo: Pick<Memo, 'sizes' | 'surge' | 'startedAt' | 'scheduledUntil' | 'scaledUntil' | 'progress' | 'follows'>
  /** When it last said that it was alive; 0 where it has ended on purpose. */
  readonly heartbeatAt: number
  /** To which desired capacity this process would raise first in its place; absent where it does not roll. */
  readonly firstTarget?: number | undefined
}

/**
 * The wish behind the desired capacity that a group shows, by its changes, oldest first; undefined where its last decrement
 * was made from a size that the run had set itself, and that has overwritten no larger one, or not by the run. Only the last
 * one can have crossed a wish: before every other the run had seen what it left.
 */
export function inheritedWish(
  { sizes }: Pick<Fleet, 'sizes'>,
  changes: readonly DesiredChange[],
  lost: EarlierProcess,
): InheritedWish | undefined {
  const { memo, heartbeatAt } = lost
  const isOfRun = ({ by, at }: DesiredChange): boolean =>
    by === 'termination' && at >= memo.startedAt && at <= heartbeatAt + LAST_CHANGE_SECONDS
  const call = lastCall(changes.filter(isOfRun), sizes.desired)
  const first = call.at(-1)
  if (first === undefined) return overwrittenWish(sizes.desired, changes, lost)
  const { from: desired, at } = first
  // What is seen is what a later change has left, though the number is the same.
  if (changes.some((each) => each.by !== 'group' && each.at > (call[0]?.at ?? at))) return undefined
  // That process has seen since what its decrement left, and has kept the wish itself.
  if (heartbeatAt > at + CROSSING_SECONDS) return undefined
  const earlier = changes.filter((each) => each.at <= at && each.by !== 'group' && !call.includes(each))
  // The minimum that the run holds where policies stay alive is no wish.
  const min = minWithoutRoll({ sizes }, memo)
  if (!isWished(desired, { earlier, memo, at, min, left: sizes.desired })) return undefined
  const raise = overwritingRaise(desired, earlier, { memo })
  if (raise === undefined) return { desired, left: sizes.desired }
  // A smaller one lies within what is put back: nothing is taken away that may be wanted.
  return raise.from > raise.to ? { desired: raise.from, left: sizes.desired } : undefined
}

/**
 * The larger wish that the run has overwritten by its raise, where that was its last change: what stands in the room of the run after an
 * update from beyond it is the room, and was not wished.
 */
function overwrittenWish(
  left: number,
  changes: readonly DesiredChange[],
  { memo, heartbeatAt, firstTarget }: EarlierProcess,
): InheritedWish | undefined {
  const all = changes.filter(({ by, at }) => by !== 'group' && at >= memo.startedAt)
  const raise = overwritingRaise(left, all, { memo, firstTarget })
  if (raise === undefined || !isLoweredInRoom(raise, memo)) return undefined
  if (raise.at > heartbeatAt + LAST_CHANGE_SECONDS) return undefined
  // What was there for long the run had seen before its raise: others have lowered it.
  const isSeen = all.some(({ to, at }) => to === raise.from && raise.at - at > CROSSING_SECONDS)
  return isSeen ? undefined : { desired: raise.from, left }
}

/**
 * The raise by which the run has made its room, where that went out from another size than the run had seen: it has overwritten what
 * was set right before. Room can have been made by no other change where none tells of it.
 */
function overwritingRaise(
  before: number,
  earlier: readonly DesiredChange[],
  { memo, firstTarget }: Pick<EarlierProcess, 'memo' | 'firstTarget'>,
): DesiredChange | undefined {
  const raise = earlier.at(-1)
  if (raise === undefined || raise.by !== 'update' || raise.to !== before) return undefined
  // An earlier process may have adopted it, and could not set it.
  const isAdopted = raise.from === memo.sizes.desired && raise.to < raise.from
  if (!isInRoom(before, memo) && !isAdopted) return undefined
  const mayHaveRoom = ({ by, from, to }: DesiredChange): boolean =>
    (by === 'update' || by === 'termination') && (isInRoom(from, memo) || isInRoom(to, memo))
  // A size that is no room of the run may have its number: one that a call has set which no run makes, or from which all its room was
  // made, or as much of it as a checkpoint or what is left to replace lets a run make at first.
  const setter = earlier.findLast((each) => each !== raise && each.to === raise.from)
  const isOfOthers = setter !== undefined && setter.by !== 'update' && setter.by !== 'termination'
  const isFromWish = isOfOthers || raise.to === memo.sizes.desired + memo.surge || raise.to === firstTarget
  const isRoom = isInRoom(raise.from, memo) && !isFromWish
  return isRoom || earlier.some((each) => each !== raise && mayHaveRoom(each)) ? undefined : raise
}

/**
 * The terminations of the last call, if it has left this desired capacity, from the last back to the first: each goes on
 * from what the one before has left, and they may lie on both sides of a full second.
 */
function lastCall(terminations: readonly DesiredChange[], left: number): readonly DesiredChange[] {
  const at = terminations.at(-1)?.at ?? 0
  const recent = terminations.filter((each) => each.at >= at - 1)
  // What one of several left is no end of the call: it was set again by others.
  if (recent.some((each) => each.from === left)) return []
  const call: DesiredChange[] = []
  for (let to = left; ; to = call.at(-1)?.from ?? left) {
    const next = recent.find((each) => each.to === to && !call.includes(each))
    if (next === undefined) return call
    call.push(next)
  }
}

/** What is known of the moment at which a run has lowered the desired capacity. */
interface Before {
  readonly earlier: readonly DesiredChange[]
  readonly memo: EarlierProcess['memo']
  readonly at: number
  readonly min: number
  /** What the group shows since. */
  readonly left: number
}

/** Whether a desired capacity from which a run has lowered was set by others, and not seen by the run before. */
function isWished(before: number, { earlier, memo, at, min, left }: Before): boolean {
  const desired = Math.max(memo.sizes.desired, min)
  // The minimum may have been raised before the run made room, or after.
  const isRoomFrom = (from: number): boolean => from === desired || from === memo.sizes.desired
  const mayBeOurs = before > memo.sizes.desired && before <= desired + memo.surge
  const latest = earlier.at(-1)
  // Of one second the order is not known: one that fits is taken for the latest.
  const setter = earlier.findLast((each) => each.to === before && each.at === latest?.at)
  // A size that no activity tells of was set a moment before, but for the first one, which may have been there for long; and no
  // launch tells of the run's room where AWS had launched more than was wanted itself.
  if (setter === undefined) {
    if (latest === undefined) return before !== desired && !mayBeOurs
    const isRoom = isRoomFrom(latest.to) || (hasMoreRoom(memo, min) && isInRoom(latest.to, memo))
    return !(mayBeOurs && isRoom && (latest.by !== 'termination' || mayRaiseAgain(memo, { min, leftAt: latest.at })))
  }
  if (setter.by === 'termination' || at - setter.at > CROSSING_SECONDS) return false
  // The run began with it, and lowers from its room alone: others have lowered it.
  if (setter.at < memo.startedAt && before === memo.sizes.desired) return false
  // What policies had asked for by then is part of the wish that the run has saved.
  if (setter.by === 'policy' && setter.at <= (memo.scaledUntil ?? -Infinity)) return false
  // A run makes room from the size that is wished. Room from a smaller one was made before the run has adopted what is left.
  const isOfEarlierWish = setter.from < memo.sizes.desired && memo.sizes.desired === left
  return !(
    setter.by === 'update' &&
    mayBeOurs &&
    (isRoomFrom(setter.from) || isOfEarlierWish || goesOnFromRoom(setter, { earlier, memo, min }))
  )
}

/**
 * Whether a run may have made more room from what it had made already, since more was wished in mid-roll, by a scheduled
 * action that it has carried out right before or by a higher minimum, or since a gate has let the roll pass or it is taken back.
 */
function goesOnFromRoom(
  setter: DesiredChange,
  { earlier, memo, min }: Pick<Before, 'earlier' | 'memo' | 'min'>,
): boolean {
  const { scheduledUntil } = memo
  // The run has seen what was there before it wrote the sizes of a scheduled action down: another size was wished then.
  if (scheduledUntil !== undefined && setter.at < scheduledUntil) return true
  const isCarriedOut = scheduledUntil !== undefined && setter.at >= scheduledUntil
  if (isCarriedOut && earlier.every((each) => each === setter || each.at <= scheduledUntil)) return true
  const isFromRoom = isInRoom(setter.from, memo)
  // Room upon room, and nothing has left in between: a wish that a raise has overwritten was smaller, and is adopted by now.
  const last = earlier.findLast((each) => each !== setter && each.at <= setter.at)
  if (isFromRoom && setter.to > setter.from && last?.by === 'update' && last.to === setter.from) return true
  return hasMoreRoom(memo, min) && isFromRoom
}

/** Whether a desired capacity lies in the room that a run has made. */
const isInRoom = (desired: number, { sizes, surge }: EarlierProcess['memo']): boolean =>
  desired > sizes.desired && desired <= sizes.desired + surge

/** Whether a run may make room once more after an instance has left: more is wished by a scheduled action that it has carried out since. */
const mayRaiseAgain = (
  memo: EarlierProcess['memo'],
  { min, leftAt }: { readonly min: number; readonly leftAt: number },
): boolean => hasMoreRoom(memo, min) || (memo.scheduledUntil !== undefined && memo.scheduledUntil >= leftAt)

/** Whether a run may have made room more than once. */
const hasMoreRoom = (memo: EarlierProcess['memo'], min: number): boolean =>
  min > memo.sizes.desired || memo.progress?.gatesPassed !== undefined || isTakenBack(memo)
