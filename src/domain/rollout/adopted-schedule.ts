/**
 * Scheduled actions that AWS carries out by itself while a roll is unfinished: a run has let the processes run again without
 * putting the sizes back, or an operator has resumed them. A maximum, or a desired capacity, within the room that the run had
 * made would pass for the run's own: where the group shows what such an action sets, it is what is put back. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { SaveState } from './changes/save-state.ts'
import type { DueAction, Fleet, Memo, Sizes } from './fleet.ts'
import { withWish } from './memo-bounds.ts'
import { isUnwritable } from './policy.ts'
import { SCHEDULING } from './restore.ts'
import type { RunState } from './run-state.ts'
import { fallenDue, LATE_SECONDS, missed, sizesAfter, withHandBack } from './scheduled-actions.ts'
import { momentText, sizesText } from './wording.ts'

/** Writes the sizes that AWS has set by scheduled actions into the saved state. */
export const adoptScheduled = (situation: Situation): (Action & SaveState) | undefined =>
  isUnwritable(situation.policy) ? undefined : scheduledByAws(situation)

/** The saved state with sizes that AWS has set by scheduled actions, whether AWS lets it be written or not. */
export function scheduledByAws({ fleet, memo, state, policy }: Situation): (Action & SaveState) | undefined {
  if (fleet.suspended.includes(SCHEDULING)) return undefined
  const due = fallenDue(fleet, memo)
  const last = due.at(-1)
  // What fell due before the processes ran again AWS has dropped: the run carries it out, and what came after it with it.
  if (last === undefined || missed(fleet, withHandBack(memo, state)).length > 0) return undefined
  const { before, wished } = sizesAfter(due, fleet, memo)
  // A desired capacity that neither the actions nor the run explain was set by others: that is adopted first.
  if (!isExplained(fleet, wished, state)) return undefined
  const sizes = shownSizes(due, { fleet, memo, before, wished, state })
  if (sizesText(sizes) === sizesText(memo.sizes)) return undefined
  const names = due.map(({ name, at }) => `${name} (due ${momentText(at)})`).join(', ')
  return {
    kind: 'save-state',
    memo: {
      ...withWish({ fleet, memo, policy }, sizes),
      scheduledUntil: Math.ceil(last.at),
    },
    notes: due.map(
      ({ name, at, sizes: set }) =>
        `The scheduled action ${name} fell due at ${momentText(at)} and was carried out by AWS (${sizesText(set)}): kept.`,
    ),
    reason: `AWS has carried out while ${SCHEDULING} ran: ${names}`,
  }
}

/** Whether the desired capacity is what the run has left, within the bounds that the group has now, or what was scheduled. */
function isExplained({ sizes: { min, desired, max } }: Fleet, wished: Sizes, { desired: left }: RunState): boolean {
  return left === undefined || desired === wished.desired || desired === Math.min(max, Math.max(min, left))
}

/** Whether the desired capacity may be what this run has left itself: that is no proof, as long as AWS may not have set it anew. */
const mayBeLeft = (due: readonly DueAction[], { sizes, at }: Fleet, { desired }: RunState): boolean =>
  sizes.desired === desired && due.some((each) => each.sizes.desired !== undefined && at - each.at < LATE_SECONDS)

/** Before anything leaves: what an action asks for may stand in the group already, and AWS sets it all the same. */
export function awaitSchedule({ fleet, memo, state }: Situation): Action | undefined {
  const { sizes, suspended } = fleet
  if (suspended.includes(SCHEDULING) || sizes.desired <= memo.sizes.desired) return undefined
  const due = fallenDue(fleet, memo)
  const last = due.findLast((each) => each.sizes.desired !== undefined)
  if (last?.sizes.desired !== sizes.desired || !mayBeLeft(due, fleet, state)) return undefined
  return {
    kind: 'wait',
    reason: `the scheduled action ${last.name} fell due at ${momentText(last.at)} and asks for what the group has: AWS may yet carry it out`,
  }
}

interface Shown {
  readonly fleet: Fleet
  readonly memo: Memo
  /** The sizes as they would be without the roll, and after what fell due. */
  readonly before: Sizes
  readonly wished: Sizes
  readonly state: RunState
}

/** The sizes to put back: those of the actions, as far as the group shows them, and those of the saved state elsewhere. */
function shownSizes(due: readonly DueAction[], { fleet, memo, before, wished, state }: Shown): Sizes {
  const sets = (bound: keyof Sizes): boolean =>
    due.some(({ sizes }) => sizes[bound] !== undefined) && fleet.sizes[bound] === wished[bound]
  // A minimum above the maximum that was fits one that an operator has set since.
  const bound = sets('max') ? wished.max : sets('min') ? before.max : memo.sizes.max
  const min = sets('min') ? wished.min : Math.min(memo.sizes.min, bound)
  const max = Math.max(bound, min)
  const desired = sets('desired') && !mayBeLeft(due, fleet, state) ? wished.desired : memo.sizes.desired
  return { min, desired: Math.min(max, Math.max(min, desired)), max }
}
