/**
 * AWS's answers may lag behind, so the look on which a run begins may show what stood before: what the run before it had suspended and
 * raised, without the saved state that it has removed since. The look that shows what this run has saved is no older than that. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { startRoll, toSuspend } from './start.ts'

/** So long after it was saved, and before the first change, the group may be found to be another than the one that was saved. */
const FIRST_SECONDS = 60

/** Saves once more how the group is at the start, where the look that shows the saved state shows another group. */
export function saveAsItIs(situation: Situation): Action | undefined {
  if (!isSavedTooEarly(situation)) return undefined
  const { fleet, policy } = situation
  const begun = startRoll({ ...fleet, memo: undefined }, policy)
  if (begun.kind === 'wait') return begun
  // What is found up to date by now is put back as usual, which removes the saved state.
  if (begun.kind !== 'save-state') return undefined
  return { ...begun, notes: [], reason: 'AWS shows only now how the group is' }
}

function isSavedTooEarly({ fleet, memo, state }: Situation): boolean {
  // Where its processes rest another run may have begun at the same moment, and have set the sizes.
  if (state.hasOwnSizes !== true || state.heldSeen || fleet.at - memo.startedAt >= FIRST_SECONDS) return false
  if (toSuspend(fleet, memo).some((process) => !memo.suspends.includes(process))) return true
  const { min, desired, max } = fleet.sizes
  const isResized = min !== memo.sizes.min || desired !== memo.sizes.desired || max !== memo.sizes.max
  return memo.suspends.length > 0 && isResized
}
