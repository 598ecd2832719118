/** What others may have set after a scheduled action fell due that is carried out late. Pure. */
import type { DueAction, Fleet, Memo, Sizes } from './fleet.ts'
import type { RunState } from './run-state.ts'
import { sizesText } from './wording.ts'

/** So long after its time an action is carried out at the latest by a run that is at work. */
const PROMPT_SECONDS = 60

/** Sizes that stay as others have set them; absent where an action decides. */
export type KeptSizes = Partial<Pick<Sizes, 'min' | 'desired'>>

interface Late {
  readonly fleet: Fleet
  readonly memo: Memo
  readonly state: Pick<RunState, 'adopted'>
  /** The sizes as they would be without the roll, and after what fell due. */
  readonly before: Sizes
  readonly wished: Sizes
}

/**
 * A minimum that others have set since the run began, or a desired capacity that this run has found and adopted, may be younger
 * than an action that would lower it, where no run was at work when that fell due: it stays. What is in doubt is not taken.
 */
export function keptInDoubt(due: readonly DueAction[], { fleet, memo, state, before, wished }: Late): KeptSizes {
  const late = due.filter(({ at }) => fleet.at - at > PROMPT_SECONDS)
  const isMinKept =
    late.some(({ sizes }) => sizes.min !== undefined) && before.min !== memo.sizes.min && wished.min < before.min
  const isDesiredKept = late.length > 0 && before.desired === state.adopted && wished.desired < before.desired
  return { ...(isMinKept && { min: before.min }), ...(isDesiredKept && { desired: before.desired }) }
}

/** The sizes that are wished where these stay. */
export function withKept(wished: Sizes, { min = wished.min, desired = wished.desired }: KeptSizes): Sizes {
  const atLeast = Math.max(desired, min)
  return { min, desired: atLeast, max: Math.max(wished.max, atLeast) }
}

/** What of an action was left out for sizes that stay, and why; undefined where nothing was. */
export function leftOutText({ sizes }: DueAction, kept: KeptSizes): string | undefined {
  const { min = -Infinity, desired = -Infinity } = kept
  const isLower = (bound: keyof Sizes, least: number): boolean => (sizes[bound] ?? Infinity) < least
  const isLeftOut = {
    min: isLower('min', min),
    desired: isLower('desired', Math.max(desired, min)),
    max: isLower('max', Math.max(desired, min)),
  }
  const part = (wanted: boolean): string =>
    sizesText(Object.fromEntries(Object.entries(sizes).filter(([name]) => isLeftOut[name as keyof Sizes] === wanted)))
  if (!Object.values(isLeftOut).includes(true)) return undefined
  const set = [
    ...(kept.min === undefined ? [] : [`MinSize was changed to ${kept.min}`]),
    ...(kept.desired === undefined ? [] : [`the desired capacity was changed to ${kept.desired}`]),
  ].join(' and ')
  const rest = part(false)
  return `${part(true)} was left out, since ${set} from outside this run, perhaps after that${rest === '' ? '' : `; ${rest} was carried out by the run`}.`
}
