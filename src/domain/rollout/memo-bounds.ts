/** Whether a roll can have left this saved state: all that may tag the group can write it. Pure. */
import { heaviestOf, mostSurge, type Situation } from './budget.ts'
import { REGISTERING } from './dark-launch.ts'
import type { Fleet, Memo, Sizes } from './fleet.ts'
import { maxIsOurs, minIsOurs } from './raised-sizes.ts'
import { SUSPENDED_WHILE_ROLLING } from './restore.ts'

const SUSPENDABLE: readonly string[] = [...SUSPENDED_WHILE_ROLLING, REGISTERING]

/** The highest desired capacity that a surge can reach from any size up to this maximum. */
const highestReach = (max: number, heaviest: number): number => max + mostSurge(max, heaviest)

/**
 * The same of a saved state. A run that has carried out a scheduled action has reached as far as it had raised the group
 * before, whatever maximum the action sets.
 */
const mostReach = (
  { max, scheduledUntil }: Pick<Sizes, 'max'> & Pick<Memo, 'scheduledUntil'>,
  heaviest: number,
): number => (scheduledUntil === undefined ? highestReach(max, heaviest) : Infinity)

/**
 * How far the desired capacity may be raised above one that was set from outside. Counted from a lower one the surge
 * reaches as far as it did, or the run's own maximum would pass for an operator's; a higher one has room for all that the
 * policy asks for.
 */
function surgeFromWish(
  { sizes, surge, scheduledUntil }: Pick<Memo, 'sizes' | 'surge' | 'scheduledUntil'>,
  wished: Pick<Sizes, 'desired' | 'max'>,
  { heaviest, asked }: { readonly heaviest: number; readonly asked: number },
): number {
  const reach = surge + Math.max(0, sizes.desired - wished.desired)
  const room = Math.min(asked, mostSurge(wished.desired, heaviest))
  const most = mostReach({ max: wished.max, scheduledUntil }, heaviest)
  return Math.max(0, Math.min(Math.max(reach, room), most - wished.desired))
}

/**
 * The sizes to put back where this desired capacity is wished. For one outside of the sizes that were, an operator has lowered the
 * minimum as well, or AWS needs a higher maximum: what the run has lowered to its own since must not keep the wish out.
 */
export const sizesWith = (
  { fleet, memo }: Pick<Situation, 'fleet' | 'memo'>,
  desired: number,
  max = maxIsOurs(fleet, memo) ? memo.sizes.max : fleet.sizes.max,
): Sizes => ({
  min: desired < memo.sizes.min ? Math.min(fleet.sizes.min, desired) : memo.sizes.min,
  desired,
  max: Math.max(max, desired),
})

/** The saved state with other sizes to put back, and the surge counted from them. */
export const withWish = (
  { fleet, memo, policy }: Pick<Situation, 'fleet' | 'memo' | 'policy'>,
  sizes: Sizes,
): Memo => ({
  ...memo,
  sizes,
  surge: Math.max(
    surgeFromWish(memo, sizes, { heaviest: heaviestOf(fleet), asked: policy.surge }),
    heldSurge(fleet, memo, sizes),
  ),
})

/**
 * The least surge by which the sizes that a run holds while policies stay alive are known as its own, counted from other ones. Where they
 * rest it is no more than what the surge from the wish comes to.
 */
function heldSurge(fleet: Pick<Fleet, 'sizes'>, memo: Memo, sizes: Sizes): number {
  const raised = maxIsOurs(fleet, memo) ? fleet.sizes.max - sizes.max : 0
  const held = minIsOurs(fleet, memo) ? fleet.sizes.min - sizes.desired : 0
  return Math.max(raised, held)
}

/**
 * What no roll can have saved, in a sentence; undefined where a roll can have saved all of it. `heaviest` is the greatest
 * weight among the instances of the group. A surge that was counted from a higher wish stays as high when the wish falls.
 */
export function memoFault(
  {
    sizes,
    suspends,
    surge,
    maxLeaving,
    scheduledUntil,
    follows,
  }: Pick<Memo, 'sizes' | 'suspends' | 'surge' | 'maxLeaving' | 'scheduledUntil' | 'follows'>,
  heaviest: number,
): string | undefined {
  const { min, desired, max } = sizes
  if (![min, desired, max, surge].every(Number.isSafeInteger)) return 'Its sizes are not all whole numbers.'
  if (min > desired || desired > max)
    return `It says min ${min}, desired ${desired}, max ${max}, which AWS never allows.`
  // Where policies stay alive, what was raised for a lower wish stays raised with a higher one.
  const reach = mostReach({ max, scheduledUntil }, heaviest) * (follows === true ? 2 : 1)
  if (desired + surge > reach)
    return `It says that the desired capacity was raised from ${desired} by up to ${surge}, which no roll of a group of at most ${max} does.`
  if (maxLeaving !== undefined && maxLeaving < 1) return 'It says that no instance may leave, which no roll does.'
  const foreign = suspends.filter((process) => !SUSPENDABLE.includes(process))
  if (foreign.length > 0) return `It says that a run suspended ${foreign.join(', ')}, which no run does.`
  return undefined
}
