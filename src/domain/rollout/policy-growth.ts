/**
 * Growth that scaling policies ask for while a group rolls. What a policy sees is the group with what the roll has launched
 * beyond the wish: one that adds two to seven, of which one is the roll's, wishes eight, not nine. One that sets a number, as
 * target tracking does from what its metric says of all that serve, wishes that number. The activities tell which policy it was;
 * what they do not tell is taken for the larger. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { DesiredChange, Fleet, Memo } from './fleet.ts'
import { mostWished } from './raised-sizes.ts'
import { withWish } from './memo-bounds.ts'
import type { RunState } from './run-state.ts'

/** A desired capacity above the one that the run has left, until it is saved as a wish. */
export interface Growth {
  readonly to: number
  /** The look that has shown it first, and the one before that. */
  readonly since: number
  readonly after: number
  /** What is wished, once the activities have told it, and whether policies have had a part in it. */
  readonly wish?: number
  readonly isByPolicies?: boolean
}

/** AWS writes of a change once it launches for it; after so long it is not waited for. */
const TOLD_SECONDS = 60

/** What a look shows of growth; undefined where there is none. */
export function observeGrowth(
  before: Pick<Fleet, 'at' | 'memo'>,
  { memo, at, sizes }: Fleet,
  { growth, desired }: Pick<RunState, 'growth' | 'desired'>,
): Growth | undefined {
  if (memo?.follows !== true) return undefined
  if (sizes.desired <= (desired ?? memo.sizes.desired)) return undefined
  if (growth?.to === sizes.desired) return growth
  return { to: sizes.desired, since: at, after: desired === undefined ? memo.startedAt : before.at }
}

/** The growth with what the activities tell of it; as it was where they tell nothing yet. */
export function toldGrowth(
  growth: Growth,
  changes: readonly DesiredChange[],
  { memo, isLive }: { readonly memo: Pick<Memo, 'sizes' | 'scaledUntil'>; readonly isLive: boolean },
): Growth {
  // The causes tell whole seconds.
  const recent = changes.filter(({ by, at }) => by !== 'group' && at >= Math.floor(growth.after))
  const last = recent.at(-1)
  const isTold = recent.some(({ to, at }) => to === growth.to && at === last?.at)
  if (!isTold) return growth
  const setter = recent.findLast(({ to, at }) => to === growth.to && at === last?.at)
  // An operator, a cluster autoscaler, a schedule: what was set is what is wished.
  if (setter?.by === 'request') return { ...growth, wish: growth.to }
  const byPolicies = recent.filter(({ by, at }) => by === 'policy' && at > (memo.scaledUntil ?? -Infinity))
  const wish = byPolicies.reduce(wishAfter, memo.sizes.desired)
  const told = { ...growth, ...(byPolicies.length > 0 && { isByPolicies: true }) }
  // What this process has not set, and no policy, an operator has.
  return { ...told, wish: wish > memo.sizes.desired || !isLive ? Math.min(wish, growth.to) : growth.to }
}

function wishAfter(wish: number, { from, to, adjusts }: DesiredChange): number {
  if (to < from) return Math.min(wish, to)
  return adjusts === 'relative' ? wish + to - from : to
}

/** Saves what policies have asked for as the wish; waits as long as AWS has yet to tell which it was. */
export function adoptGrowth({ fleet, memo, state, policy }: Situation): Action | undefined {
  const { growth, desired: left } = state
  if (growth === undefined || growth.to !== fleet.sizes.desired) return undefined
  if (policy.refused?.includes('save-state') === true) return undefined
  // A run that was lost has held the minimum at the capacity that it had set.
  const isNews = left !== undefined || growth.to > fleet.sizes.min
  if (growth.wish === undefined && !isNews) return undefined
  if (growth.wish === undefined && fleet.at - growth.since < TOLD_SECONDS)
    return {
      kind: 'wait',
      reason: `the desired capacity was raised to ${growth.to} from outside this run, and AWS has yet to tell by what`,
    }
  // What an operator has set a decrement may have crossed.
  if (state.decrement !== undefined && growth.isByPolicies !== true) return undefined
  const most = Math.min(mostWished(fleet, memo), fleet.sizes.max)
  const desired = Math.min(growth.wish ?? growth.to, most)
  if (desired <= memo.sizes.desired && left === undefined) return undefined
  const sizes = { min: memo.sizes.min, desired, max: most }
  return {
    kind: 'save-state',
    memo: { ...withWish({ fleet, memo, policy }, sizes), scaledUntil: Math.floor(fleet.at) },
    notes:
      desired === memo.sizes.desired
        ? []
        : [`The desired capacity has grown from ${memo.sizes.desired} to ${desired} while the group rolled: kept.`],
    reason: `${desired} are wished by now: ${growth.to} were asked for${growth.to > desired ? ` where the roll had launched ${growth.to - desired} beyond the wish` : ''}`,
  }
}
