/**
 * Sizes that others have set last while no run was at work, by a scheduled action of AWS perhaps. Within the room that the run
 * before may have made they would pass for its own, and be taken back: the activities of the group tell whose they are. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { DesiredChange, DueAction, Fleet, Memo, Sizes } from './fleet.ts'
import { setText } from './handed-back.ts'
import { DEAD_AFTER_SECONDS } from './lease.ts'
import { sizesWith, withWish } from './memo-bounds.ts'
import { highestDesired, mostWished } from './raised-sizes.ts'
import type { RunState } from './run-state.ts'
import { LATE_SECONDS } from './scheduled-actions.ts'
import { momentText, sizesText } from './wording.ts'

/** What others have set last: the desired capacity, and the bounds of which it is certain that they have. */
export interface ToldSizes extends Partial<Sizes> {
  readonly desired: number
  /** The desired capacity before. */
  readonly from: number
  /** When, in seconds since the Unix epoch, and whether by a scheduled action. */
  readonly at: number
  readonly bySchedule: boolean
}

/** What is known of the process before this one; a heartbeat before its start does not say when it was alive: 0 of one that has ended on purpose, or written by others. */
interface Earlier {
  readonly memo: Pick<Memo, 'startedAt' | 'sizes' | 'surge' | 'follows'>
  readonly heartbeatAt: number
}

/** What the last of these changes tells, oldest first; undefined where it may be the run's own, or sets no number. */
export function toldSizes(changes: readonly DesiredChange[], earlier: Earlier): ToldSizes | undefined {
  const { memo } = earlier
  const all = changes.filter(({ by, at }) => by !== 'group' && at >= memo.startedAt)
  const last = all.at(-1)
  // Of one second the order is not known.
  if (last === undefined || !isOfOthers(last, earlier) || all.at(-2)?.at === last.at) return undefined
  const { at, by, from, to: desired } = last
  return {
    at,
    desired,
    from,
    bySchedule: by === 'schedule',
    ...boundToldBy(all, 'min', earlier),
    ...boundToldBy(all, 'max', earlier),
  }
}

/** No run calls SetDesiredCapacity, and one that is gone calls nothing; policies that stay alive are a matter of policy-growth.ts. */
const isOfOthers = ({ by, at }: DesiredChange, { memo, heartbeatAt }: Earlier): boolean =>
  by === 'schedule' ||
  by === 'set' ||
  (by === 'policy' && memo.follows !== true) ||
  (by === 'update' && heartbeatAt >= memo.startedAt && at > heartbeatAt + DEAD_AFTER_SECONDS)

/** A bound that the last change tells, if the first one that tells it is of others, and has set it. */
function boundToldBy(all: readonly DesiredChange[], bound: 'min' | 'max', earlier: Earlier): Partial<Sizes> {
  const size = all.at(-1)?.bounds?.[bound]
  const index = all.findIndex(({ bounds }) => bounds?.[bound] === size)
  const first = all[index]
  if (size === undefined || first === undefined || !isOfOthers(first, earlier)) return {}
  const { memo } = earlier
  const { sizes } = memo
  const { from } = first
  // AWS keeps the desired capacity between the bounds: what it lay outside of was not there before.
  const isOutside = bound === 'min' ? size > from : size < from
  const isSet =
    isOutside ||
    size < sizes[bound] ||
    (bound === 'max' && !mayBeRaised(all.slice(0, index), { ...first, max: size }, memo))
  return isSet ? { [bound]: size } : {}
}

/**
 * Whether a run may have raised the maximum before a change without a word of it: it does so for a desired capacity beyond it alone,
 * and the activities of the launches that follow tell both. Where policies stay alive it does so by its whole surge, whatever is desired.
 * The minimum it holds at a desired capacity without one.
 */
function mayBeRaised(
  before: readonly DesiredChange[],
  { from, max: set }: Pick<DesiredChange, 'from'> & Pick<Sizes, 'max'>,
  memo: Earlier['memo'],
): boolean {
  const { max } = memo.sizes
  if (memo.follows === true && set > max && set <= highestDesired(memo)) return true
  const reached = Math.max(from, ...before.flatMap((each) => [each.from, each.to]))
  return reached > max && !before.some(({ bounds }) => bounds !== undefined && bounds.max >= reached)
}

/** Writes into the saved state what others have set since the run before, as long as the group shows it. */
export function adoptTold(situation: Situation): Action | undefined {
  const { fleet, memo, state, policy } = situation
  const told = state.sizesFromActivities?.last
  const { min, desired, max } = fleet.sizes
  if (told === undefined || hasChanged(state) || told.desired !== desired) return undefined
  // A scheduled action that was carried out since has the last word.
  if (told.at <= (memo.scheduledUntil ?? -Infinity)) return undefined
  const isMaxSet = told.max === max || (told.max === undefined && told.bySchedule && isPutBack(situation, told))
  const most = isMaxSet ? max : mostWished(fleet, memo)
  const wish = Math.min(isBrought(fleet, told) ? memo.sizes.desired : desired, most)
  const usual = sizesWith({ fleet, memo }, wish, isMaxSet ? max : undefined)
  const sizes = told.min === min ? { ...usual, min: Math.min(min, wish) } : usual
  const isMaxKept = !isMaxSet || max === memo.sizes.max
  if (wish === memo.sizes.desired && sizes.min === memo.sizes.min && isMaxKept) return undefined
  const by = told.bySchedule ? 'by a scheduled action' : 'from outside this run'
  return {
    kind: 'save-state',
    memo: withWish({ fleet, memo, policy }, sizes),
    notes: notesOf(told, memo.sizes, sizes),
    reason: `AWS tells that its sizes were set ${by} at ${momentText(told.at)}: kept`,
  }
}

/** Whether what the group shows may be what this process has left: a decrement stays open where an answer was lost. */
const hasChanged = ({ desired, decrement }: RunState): boolean => desired !== undefined || decrement !== undefined

/** The scheduled actions that fell due when these sizes were set, as the group describes them; none where they are gone. */
const describedAs = ({ dueActions = [] }: Pick<Fleet, 'dueActions'>, { at }: ToldSizes): readonly DueAction[] =>
  dueActions.filter((each) => each.at <= at && at - each.at <= LATE_SECONDS)

/** Whether AWS has brought the desired capacity down to the maximum of an action that asks for no capacity itself: that is no wish. */
function isBrought(fleet: Pick<Fleet, 'dueActions' | 'sizes'>, told: ToldSizes): boolean {
  const described = describedAs(fleet, told)
  const isLowered = told.bySchedule && told.desired < told.from && told.desired === fleet.sizes.max
  return isLowered && described.length > 0 && described.every(({ sizes }) => sizes.desired === undefined)
}

/**
 * Whether the run before holds no maximum, though it may have raised it: it suspends before it raises anything, and lets its processes run
 * again, without which AWS carries no action out, once the sizes are back; where it had to leave them it has written down that it did. A
 * desired capacity beyond the maximum shows that the room still stood. What a described action sets is known from that
 * (adopted-schedule.ts), and where policies stay alive the bounds of the run tell more (follow.ts).
 */
const isPutBack = ({ fleet, memo, state }: Situation, told: ToldSizes): boolean =>
  memo.follows !== true &&
  memo.handedBackAt === undefined &&
  memo.handedSizes === undefined &&
  !state.heldSeen &&
  memo.suspends.length > 0 &&
  !memo.suspends.some((process) => fleet.suspended.includes(process)) &&
  told.from <= memo.sizes.max &&
  describedAs(fleet, told).length === 0

const NAMES = { min: 'MinSize', desired: 'The desired capacity', max: 'MaxSize' } as const

function notesOf({ at, bySchedule }: ToldSizes, before: Sizes, now: Sizes): readonly string[] {
  if (bySchedule) return [`A scheduled action was carried out by AWS at ${momentText(at)}: kept (${sizesText(now)}).`]
  return (['min', 'desired', 'max'] as const)
    .filter((bound) => before[bound] !== now[bound])
    .map((bound) => setText(NAMES[bound], before[bound], now[bound]))
}
