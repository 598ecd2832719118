/**
 * A group whose sizes a run could not put back: it let the processes run again, and wrote down which sizes it left. From
 * then on AWS carries out scheduled actions and scaling policies, and operators set sizes, perhaps within the room that the
 * run had made: what differs from what was left is theirs, and is put back. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { SaveState } from './changes/save-state.ts'
import { withWish } from './memo-bounds.ts'
import { isUnwritable } from './policy.ts'
import { isBroughtDown } from './raised-sizes.ts'
import { changedText } from './wording.ts'

/** Writes sizes that were set since the processes run again into the saved state. */
export const adoptSinceHandBack = (situation: Situation): (Action & SaveState) | undefined =>
  isUnwritable(situation.policy) ? undefined : sinceHandBack(situation)

/** The saved state with sizes that were set since, whether AWS lets it be written or not. */
export function sinceHandBack({ fleet, memo, policy }: Situation): (Action & SaveState) | undefined {
  const { handedSizes: left } = memo
  if (left === undefined) return undefined
  const { desired, max } = fleet.sizes
  const wish = desired === left.desired || isBroughtDown(fleet.sizes, left.desired) ? memo.sizes.desired : desired
  const bound = max === left.max ? Math.max(memo.sizes.max, wish) : max
  const sizes = { min: Math.min(memo.sizes.min, wish, bound), desired: Math.min(wish, bound), max: bound }
  const notes = [
    ...(sizes.desired === memo.sizes.desired ? [] : [changedText('desired', memo.sizes.desired, sizes.desired)]),
    ...(max === left.max || max === memo.sizes.max ? [] : [changedText('max', memo.sizes.max, max)]),
  ]
  if (notes.length === 0) return undefined
  return {
    kind: 'save-state',
    memo: { ...withWish({ fleet, memo, policy }, sizes), handedSizes: { desired, max } },
    notes,
    reason: 'its sizes were set since its processes run again',
  }
}

/**
 * A run that changes sizes takes back that they are as they were left: for the run after it they are its own again. A size that is
 * set as it is wished may be seen by that one as set by others.
 */
export function beforeSizesChange(action: Action, { fleet, memo, policy }: Situation): Action {
  const wish = memo.sizes.desired
  const isWish = action.kind === 'resize' && action.sizes.desired === wish && fleet.sizes.desired < wish
  const isChange = (action.kind === 'resize' && !isWish) || (action.kind === 'terminate' && action.decrement)
  if (!isChange || memo.handedSizes === undefined || isUnwritable(policy)) return action
  return {
    kind: 'save-state',
    memo: { ...memo, handedSizes: undefined },
    reason: 'the sizes are changed by this run again',
  }
}
