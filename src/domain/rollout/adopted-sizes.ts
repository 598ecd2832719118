/**
 * Adopts what others have set last while no run was at work, as the activities of the group show it: within the room that the run before
 * may have made it would pass for that run's own, and be taken back. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { DueAction, Fleet, Sizes } from './fleet.ts'
import { sizesWith, withWish } from './memo-bounds.ts'
import { hasLetRun, mostWished } from './raised-sizes.ts'
import type { RunState } from './run-state.ts'
import { LATE_SECONDS } from './scheduled-actions.ts'
import type { SizesFromActivities } from './sizes-from-activities.ts'
import { changedText, momentText, sizesText } from './wording.ts'

/** Writes into the saved state what others have set since the run before, as long as the group shows it. */
export function adoptSizesFromActivities(situation: Situation): Action | undefined {
  const { fleet, memo, state, policy } = situation
  const last = state.sizesFromActivities?.last
  const { min, desired, max } = fleet.sizes
  if (last === undefined || hasChanged(state) || last.desired !== desired) return undefined
  // A scheduled action that was carried out since has the last word.
  if (last.at <= (memo.scheduledUntil ?? -Infinity)) return undefined
  const isOthers = (last.bySchedule && isPutBack(situation, last)) || isLoweredSince(fleet, last)
  const isMaxSet = last.max === max || (last.max === undefined && isOthers)
  const most = isMaxSet ? max : mostWished(fleet, memo)
  const wish = Math.min(isBrought(fleet, last) ? memo.sizes.desired : desired, most)
  const usual = sizesWith({ fleet, memo }, wish, isMaxSet ? max : undefined)
  const sizes = last.min === min ? { ...usual, min: Math.min(min, wish) } : usual
  const isMaxKept = !isMaxSet || max === memo.sizes.max
  if (wish === memo.sizes.desired && sizes.min === memo.sizes.min && isMaxKept) return undefined
  const by = last.bySchedule ? 'by a scheduled action' : 'from outside this run'
  return {
    kind: 'save-state',
    memo: withWish({ fleet, memo, policy }, sizes),
    notes: notesOf(last, { before: memo.sizes, now: sizes, isMaxSet }),
    reason: `the activities of the group show that its sizes were set ${by} at ${momentText(last.at)}: kept`,
  }
}

/** Whether the maximum was lowered since: a run lowers its own to the one before it, and under no desired capacity beyond that. */
const isLoweredSince = ({ sizes }: Pick<Fleet, 'sizes'>, { from }: SizesFromActivities): boolean => from > sizes.max

/** Whether what the group shows may be what this process has left: a decrement stays open where an answer was lost. */
export const hasChanged = ({ desired, decrement }: RunState): boolean =>
  desired !== undefined || decrement !== undefined

/** The scheduled actions that fell due when these sizes were set, as the group describes them; none where they are gone. */
const describedAs = (
  { dueActions = [] }: Pick<Fleet, 'dueActions'>,
  { at }: SizesFromActivities,
): readonly DueAction[] => dueActions.filter((each) => each.at <= at && at - each.at <= LATE_SECONDS)

/** Whether AWS has brought the desired capacity down to the maximum of an action that asks for no capacity itself: that is no wish. */
function isBrought(fleet: Pick<Fleet, 'dueActions' | 'sizes'>, last: SizesFromActivities): boolean {
  const described = describedAs(fleet, last)
  const isLowered = last.bySchedule && last.desired < last.from && last.desired === fleet.sizes.max
  return isLowered && described.length > 0 && described.every(({ sizes }) => sizes.desired === undefined)
}

/**
 * Whether the run before holds no maximum, though it may have raised it: it suspends before it raises anything, and lets its processes run
 * again, without which AWS carries no action out, once the sizes are back; where it had to leave them it has written down that it did. A
 * desired capacity beyond the maximum shows that the room still stood. What a described action sets is known from that
 * (adopted-schedule.ts), and where policies stay alive the bounds of the run tell more (follow.ts).
 */
const isPutBack = ({ fleet, memo, state }: Situation, last: SizesFromActivities): boolean =>
  memo.follows !== true &&
  memo.handedBackAt === undefined &&
  memo.handedSizes === undefined &&
  !state.heldSeen &&
  hasLetRun(fleet, memo) &&
  last.from <= memo.sizes.max &&
  describedAs(fleet, last).length === 0

interface Adopted {
  readonly before: Sizes
  readonly now: Sizes
  /** Whether the maximum is others' as well: one that is raised for the desired capacity alone they have not set. */
  readonly isMaxSet: boolean
}

function notesOf({ at, bySchedule }: SizesFromActivities, { before, now, isMaxSet }: Adopted): readonly string[] {
  if (bySchedule) return [`A scheduled action was carried out by AWS at ${momentText(at)}: kept (${sizesText(now)}).`]
  return (['min', 'desired', 'max'] as const)
    .filter((bound) => before[bound] !== now[bound] && (bound !== 'max' || isMaxSet))
    .map((bound) => changedText(bound, before[bound], now[bound]))
}
