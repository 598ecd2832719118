/** What others may have set after a scheduled action fell due that is carried out late. Pure. */
import type { DueAction, Fleet, Memo, Sizes } from './fleet.ts'
import type { Growth } from './policy-growth.ts'
import type { RunState } from './run-state.ts'
import { sizesText } from './wording.ts'

/** So long after its time an action is carried out at the latest by a run that is at work. */
const PROMPT_SECONDS = 60

/** A size from outside the run, and the moment by which it was set, as AWS tells it or a look of this process has shown it first. */
export interface AdoptedSize {
  readonly size: number
  readonly setBy: number
  /** Whether scaling policies have asked for it, which never ask for more than the maximum allows. */
  readonly isByPolicies?: true
}

export type AdoptedSizes = { readonly [Bound in keyof Sizes]?: AdoptedSize }

/** Sizes that stay as others have set them; absent where an action decides. */
export type KeptSizes = Partial<Sizes>

const BOUNDS = ['min', 'desired', 'max'] as const

/** The larger sizes that a process adopts with a saved state for which no scheduled action has asked. */
export function adoptedSizes(
  before: Memo,
  now: Memo,
  { at, growth }: Pick<Fleet, 'at'> & Pick<RunState, 'growth'>,
): AdoptedSizes {
  if (now.scheduledUntil !== before.scheduledUntil) return {}
  const larger = BOUNDS.filter((bound) => now.sizes[bound] > before.sizes[bound])
  const setBy = { min: at, desired: growth === undefined ? at : setAt(growth), max: at }
  const by = (bound: keyof Sizes): Pick<AdoptedSize, 'isByPolicies'> =>
    bound === 'desired' && growth?.isByPolicies === true ? { isByPolicies: true } : {}
  return Object.fromEntries(
    larger.map((bound) => [bound, { size: now.sizes[bound], setBy: setBy[bound], ...by(bound) }]),
  )
}

/**
 * What policies have asked for while no run was at work, as far as the activities tell it, where nothing of it is saved since the wish is
 * as large already: a scheduled action for less may be older.
 */
export const adoptedInRoom = (growth: Growth, { sizes: { desired } }: Pick<Memo, 'sizes'>): AdoptedSizes =>
  growth.isByPolicies === true && (growth.wish ?? 0) >= desired
    ? { desired: { size: desired, setBy: setAt(growth), isByPolicies: true } }
    : {}

/** The activities tell the full second in which growth was asked for; where they do not, it was before it was seen first. */
const setAt = ({ toldAt, since }: Growth): number => (toldAt === undefined ? since : Math.min(since, toldAt + 1))

interface Late {
  readonly fleet: Fleet
  readonly memo: Memo
  readonly state: Pick<RunState, 'adopted'>
  /** The sizes as they would be without the roll, and after what fell due. */
  readonly before: Sizes
  readonly wished: Sizes
}

/**
 * A larger size that others have set since the run began may be younger than an action that would lower it, where no run was at work
 * when that fell due: it stays. What is in doubt is not taken. One that is saved by now counts where this process has adopted it,
 * unless it was seen, or AWS tells that it was set, before the action fell due.
 */
export function keptInDoubt(due: readonly DueAction[], { fleet, memo, state, before, wished }: Late): KeptSizes {
  const late = due.filter(({ at }) => fleet.at - at > PROMPT_SECONDS)
  // The run itself lowers the maximum so far as what is desired by now allows, and then to what the action says.
  const isOnItsWay =
    before.max < memo.sizes.max && before.max === Math.max(wished.max, wished.desired, fleet.sizes.desired)
  const isKept = (bound: keyof Sizes): boolean => {
    // A bound that is raised or lowered takes the desired capacity along.
    const setting = bound === 'desired' ? late : late.filter(({ sizes }) => sizes[bound] !== undefined)
    const adopted = state.adopted?.[bound]
    const isSet = before[bound] !== memo.sizes[bound] && !(bound === 'max' && isOnItsWay)
    const setBy = isSet ? Infinity : adopted?.size === before[bound] ? adopted.setBy : -Infinity
    return wished[bound] < before[bound] && setting.some(({ at }) => at < setBy)
  }
  const kept: KeptSizes = Object.fromEntries(BOUNDS.filter(isKept).map((bound) => [bound, before[bound]]))
  if (kept.desired === undefined || state.adopted?.desired?.isByPolicies !== true) return kept
  // Had the action been carried out in time, policies would not have been given more than its maximum.
  return { ...kept, desired: Math.min(kept.desired, kept.max ?? wished.max) }
}

/** The sizes that are wished where these stay. */
export function withKept(
  wished: Sizes,
  { min = wished.min, desired = wished.desired, max = wished.max }: KeptSizes,
): Sizes {
  const atLeast = Math.max(desired, min)
  return { min, desired: atLeast, max: Math.max(max, atLeast) }
}

/** What of an action was left out for sizes that stay, and why; undefined where nothing was. */
export function leftOutText({ sizes }: DueAction, kept: KeptSizes, before: Sizes): string | undefined {
  const { min = -Infinity, desired = -Infinity, max = -Infinity } = kept
  const isLower = (bound: keyof Sizes, least: number): boolean => (sizes[bound] ?? Infinity) < least
  const isLeftOut = {
    min: isLower('min', min),
    desired: isLower('desired', Math.max(desired, min)),
    max: isLower('max', Math.max(desired, min, max)),
  }
  const part = (wanted: boolean): string =>
    sizesText(Object.fromEntries(Object.entries(sizes).filter(([name]) => isLeftOut[name as keyof Sizes] === wanted)))
  if (!Object.values(isLeftOut).includes(true)) return undefined
  const set = BOUNDS.filter((bound) => kept[bound] !== undefined)
    .map((bound) => `${NAMES[bound]} was changed to ${before[bound]}`)
    .join(' and ')
  const rest = part(false)
  return `${part(true)} was left out, since ${set} from outside this run, perhaps after that${rest === '' ? '' : `; ${rest} was carried out by the run`}.`
}

const NAMES = { min: 'MinSize', desired: 'the desired capacity', max: 'MaxSize' } as const
