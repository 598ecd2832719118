/** Bakes: for how long what is new must have been up without a break, in the dark, at a checkpoint, or at the end. Pure. */
import type { Situation } from './budget.ts'

/** The phase of a roll that has put everything back but its saved state, while what is new bakes at the end. */
export const END_BAKE = 'baking'

/** Since when all that is new has been up without a break. */
export interface Baking {
  /** How many gates lie before the one at which the roll stands; `dark` where new instances wait to be released. */
  readonly gate: number | 'dark'
  /** Seconds since the Unix epoch. */
  readonly since: number
}

/** The bake at a gate goes on from the look before, or begins with the answers of this one. */
export const goesOn = (
  before: Baking | undefined,
  gate: Baking['gate'],
  { at, answeredAt = at }: Pick<Situation['fleet'], 'at' | 'answeredAt'>,
): Baking => (before?.gate === gate ? before : { gate, since: answeredAt })

/** Seconds that a bake must still last; the whole of it where it has only begun. */
export const bakeLeft = (
  { fleet, state }: Pick<Situation, 'fleet' | 'state'>,
  gate: Baking['gate'],
  seconds: number,
): number => seconds - (state.baking?.gate === gate ? fleet.at - state.baking.since : 0)
