/**
 * AWS's answers may lag behind, so the look on which a run begins may show what stood before: what the run before it had suspended and
 * raised, without the saved state that it has removed since. The look that shows what this run has saved is no older than that. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { Fleet, Memo } from './fleet.ts'
import { ALARMS } from './follow.ts'
import { startRoll } from './start.ts'

/** So long after it was saved, and before the first change, the group may be found to be another than the one that was saved. */
export const FIRST_SECONDS = 60

/** Saves once more how the group is at the start, where the look that shows the saved state shows another group. */
export function saveAsItIs({ fleet, memo, state, policy }: Situation): Action | undefined {
  if (state.hasOwnSizes !== true || state.suspended || fleet.at - memo.startedAt >= FIRST_SECONDS) return undefined
  // Another run may have begun at the same moment: it holds its processes, and may have set the sizes.
  if (isHeldByRun(fleet, memo)) return undefined
  const begun = startRoll({ ...fleet, memo: undefined }, policy)
  if (begun.kind === 'wait') return begun
  // What is found up to date by now is put back as usual, which removes the saved state.
  if (begun.kind !== 'save-state' || !isOther(begun.memo, memo)) return undefined
  return {
    ...begun,
    notes: notesOf(begun.memo, memo),
    reason: 'the group is not as the look on which this run began showed it',
  }
}

/**
 * Whether all that this memo suspends rests, as where a run that began at the same moment has suspended it; one that keeps
 * scaling policies alive leaves theirs running.
 */
export function isHeldByRun({ suspended }: Pick<Fleet, 'suspended'>, { suspends }: Pick<Memo, 'suspends'>): boolean {
  const held = suspends.filter((process) => process !== ALARMS)
  return held.length > 0 && held.every((process) => suspended.includes(process))
}

/** Whether it says of the group something else. Where nothing is to be suspended it is not known whose sizes are shown. */
function isOther(now: Memo, saved: Memo): boolean {
  if (now.suspends.length === 0 && saved.suspends.length === 0) return false
  return shapeOf(now) !== shapeOf(saved)
}

/** Whether they were changed since that look, or AWS showed them late, is not known. */
function notesOf({ sizes: now }: Memo, { sizes: saved }: Memo): readonly string[] {
  const differing = (['min', 'desired', 'max'] as const).filter((bound) => now[bound] !== saved[bound])
  const texts = differing.map((bound) => `${NAMES[bound]} ${now[bound]} instead of ${saved[bound]}`)
  return texts.length === 0
    ? []
    : [
        `The group is not as the look on which this run began showed it: ${texts.join(', ')}. That is what is put back at the end.`,
      ]
}

const NAMES = { min: 'MinSize', desired: 'desired capacity', max: 'MaxSize' } as const

const shapeOf = ({ sizes: { min, desired, max }, suspends }: Memo): string =>
  JSON.stringify([min, desired, max, suspends.toSorted()])
