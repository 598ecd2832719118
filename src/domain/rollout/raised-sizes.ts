/** Which sizes of a group a run may have raised, by its saved state. Pure. */
import { END_BAKE } from './bake.ts'
import type { Fleet, Memo, Sizes } from './fleet.ts'

/** Whether `MinSize` is where a run that keeps policies alive would have raised it. */
export const minIsOurs = ({ sizes, suspended }: SeenFleet, memo: HeldMemo): boolean =>
  memo.follows === true &&
  sizes.min > memo.sizes.min &&
  sizes.min <= highestMin(memo) &&
  !isAllBack({ suspended }, memo)

/** The most that a run may raise the minimum to: a higher one would not be known as the run's, and stay. */
export const highestMin = ({ sizes, surge }: HeldMemo): number => sizes.desired + surge

/** What a memo says of the sizes that its run sets, and whether it has put them back. */
type HeldMemo = Pick<Memo, 'sizes' | 'surge' | 'follows'> & Partial<Pick<Memo, 'suspends' | 'progress'>>

type SeenFleet = Pick<Fleet, 'sizes'> & Partial<Pick<Fleet, 'suspended'>>

/** Whether all that a memo suspends runs again. */
export const hasLetRun = ({ suspended }: Pick<Fleet, 'suspended'>, { suspends }: Pick<Memo, 'suspends'>): boolean =>
  suspends.length > 0 && !suspends.some((process) => suspended.includes(process))

/** Whether a run has put the sizes back and let its processes run again before the bake at its end: what stands now was set since. */
export const isAllBack = (
  { suspended = [] }: { readonly suspended: readonly string[] | undefined },
  { suspends = [], progress }: HeldMemo,
): boolean => progress?.phase === END_BAKE && hasLetRun({ suspended }, { suspends })

/** The minimum as it is without the roll. */
export const minWithoutRoll = (fleet: SeenFleet, memo: HeldMemo): number =>
  minIsOurs(fleet, memo) ? memo.sizes.min : fleet.sizes.min

/** Whether AWS has brought a desired capacity that was left down to a maximum that is lowered: that is no wish. */
export const isBroughtDown = ({ desired, max }: Pick<Sizes, 'desired' | 'max'>, left: number): boolean =>
  desired === max && max < left

/** Whether `MaxSize` is where a surge of the memo's run would have raised it. */
export const maxIsOurs = ({ sizes, suspended }: SeenFleet, memo: HeldMemo): boolean =>
  sizes.max > memo.sizes.max &&
  sizes.max <= Math.max(memo.sizes.max, highestDesired(memo)) &&
  // Under a minimum that others have set it is put back no further.
  (sizes.max === sizes.min || !isAllBack({ suspended }, memo))

/** The most that a run may raise the desired capacity to: what policies may ask for at most, and the surge beyond that. */
export const highestDesired = ({ follows, sizes, surge }: HeldMemo): number =>
  (follows === true ? sizes.max : sizes.desired) + surge

/** The most that can be wished: where policies stay alive, the rest of a maximum that the run has raised is the room of the roll. */
export const mostWished = (fleet: SeenFleet, memo: HeldMemo): number =>
  // A run that was lost may have put the maximum back already: what was asked for before was within its room as well.
  memo.follows === true && (fleet.sizes.max === memo.sizes.max || maxIsOurs(fleet, memo)) ? memo.sizes.max : Infinity
