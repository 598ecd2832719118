/**
 * Growth that scaling policies ask for while a group rolls. What a policy sees is the group with what the roll has launched
 * beyond the wish: one that adds two to seven, of which one is the roll's, wishes eight, not nine. One that sets a number, as
 * target tracking does from what its metric says of all that serve, wishes that number. The activities tell which policy it was;
 * what they do not tell is taken for the larger. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { capacityOf, isCounted } from './counted.ts'
import type { DesiredChange, Fleet, Memo } from './fleet.ts'
import { maxIsOurs, mostWished } from './raised-sizes.ts'
import { withWish } from './memo-bounds.ts'
import { isUnwritable } from './policy.ts'
import type { RunState } from './run-state.ts'
import { isWarmed } from './warm-pool.ts'

/** A desired capacity above the one that the run has left, until it is saved as a wish. */
export interface Growth {
  readonly to: number
  /** The most that is known to have been desired before. */
  readonly from: number
  /** The look that has shown it first, and the one before that. */
  readonly since: number
  readonly after: number
  /** What is wished, once the activities have told it, and whether policies have had a part in it. */
  readonly wish?: number
  /** The second in which it was set, once the activities have told it. */
  readonly toldAt?: number
  readonly isByPolicies?: boolean
  /** True where all that is there was launched while the process before was at work: what had grown by then that one has saved. */
  readonly isSeenBefore?: true
}

/** AWS writes of a change once it launches for it; after so long it is not waited for. */
const TOLD_SECONDS = 60

/** What a look shows of growth; undefined where there is none. */
export function observeGrowth(
  before: Pick<Fleet, 'at' | 'memo' | 'sizes'>,
  { memo, at, sizes, instances }: Fleet,
  { growth, desired, earlierAt }: Pick<RunState, 'growth' | 'desired'> & { readonly earlierAt?: number | undefined },
): Growth | undefined {
  if (memo?.follows !== true) return undefined
  const left = desired ?? memo.sizes.desired
  if (sizes.desired <= left) return undefined
  if (growth?.to === sizes.desired) return growth
  // What has grown before is not saved yet: the activities tell both.
  if (growth !== undefined) return { to: sizes.desired, from: growth.from, since: at, after: growth.after }
  if (desired === undefined)
    return {
      to: sizes.desired,
      from: memo.sizes.desired + memo.surge,
      since: at,
      after: memo.startedAt,
      ...(isSeenBefore({ instances, sizes }, memo, earlierAt) && { isSeenBefore: true }),
    }
  // A policy may have seen the group right before the run's last decrement.
  return { to: sizes.desired, from: Math.max(left, before.sizes.desired), since: at, after: before.at }
}

/** After so long at most a run that is at work has seen growth, and has saved it whether it is told or not. */
const SAVED_SECONDS = 2 * TOLD_SECONDS

/**
 * Whether all that the group wants was launched before the process that was last at work at `earlierAt`, in seconds since the Unix epoch,
 * must have seen it. The maximum that was raised with the desired capacity shows that the room of its run still stands. When something
 * that came out of a warm pool began to count its launch does not tell.
 */
const isSeenBefore = (
  { instances, sizes }: Pick<Fleet, 'instances' | 'sizes'>,
  memo: Memo,
  earlierAt = -Infinity,
): boolean => {
  const counted = instances.filter(isCounted)
  return (
    maxIsOurs({ sizes }, memo) &&
    capacityOf(counted) >= sizes.desired &&
    counted.every(({ launchedAt = Infinity }) => launchedAt <= earlierAt - SAVED_SECONDS) &&
    !instances.some(isWarmed)
  )
}

const SETS_A_NUMBER: readonly DesiredChange['by'][] = ['schedule', 'set', 'request']

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
  if (!isTold || last === undefined) return growth
  const toldAt = last.at
  const setter = recent.findLast(({ to, at }) => to === growth.to && at === toldAt)
  // An operator, a cluster autoscaler, a schedule: what was set is what is wished.
  if (setter !== undefined && SETS_A_NUMBER.includes(setter.by)) return { ...growth, wish: growth.to, toldAt }
  const isNew = ({ by, at }: DesiredChange): boolean => by === 'policy' && at > (memo.scaledUntil ?? -Infinity)
  const { wish } = recent.reduce<Asked>(
    (before, change) => (isNew(change) ? asked(before, change) : { ...before, desired: change.to }),
    { wish: memo.sizes.desired, desired: growth.from },
  )
  const told = { ...growth, toldAt, ...(recent.some(isNew) && { isByPolicies: true }) }
  // What this process has not set, and no policy, an operator has.
  return { ...told, wish: wish > memo.sizes.desired || !isLive ? Math.min(wish, growth.to) : growth.to }
}

/** Why less is wished than was asked for; nothing where it is not less. */
function lessThan({ to, wish = to }: Growth, { desired, most }: { readonly desired: number; readonly most: number }): string {
  if (to === desired) return ''
  return wish > most
    ? `, and the group may have ${most} at most`
    : `, of which ${to - desired} make up for what the roll has launched`
} // prettier-ignore

interface Asked {
  readonly wish: number
  /** What was desired when it was asked. */
  readonly desired: number
}

/** Where several policies raise the size before AWS launches for it, its activities tell of the last one alone. */
function asked({ wish, desired }: Asked, { from, to, adjusts }: DesiredChange): Asked {
  const before = from > desired ? from : wish
  if (to < from) return { wish: Math.min(before, to), desired: to }
  return { wish: adjusts === 'relative' ? before + to - from : to, desired: to }
}

/** Saves what policies have asked for as the wish; waits as long as AWS has yet to tell which it was. */
export function adoptGrowth({ fleet, memo, state, policy }: Situation): Action | undefined {
  const { growth, desired: left } = state
  if (growth === undefined || growth.to !== fleet.sizes.desired) return undefined
  if (isUnwritable(policy)) return undefined
  // A run that was lost has held the minimum at the capacity that it had set.
  const isNews = left !== undefined || growth.to > fleet.sizes.min
  if (growth.wish === undefined && !isNews) return undefined
  if (growth.wish === undefined && fleet.at - growth.since < TOLD_SECONDS)
    return {
      kind: 'wait',
      reason: `the desired capacity was raised to ${growth.to} from outside this run, and AWS has yet to tell by what`,
    }
  // A run lowers the minimum by a call of its own before it takes a part of its room away, and may be lost in between.
  if (growth.wish === undefined && left === undefined && growth.isSeenBefore === true) return undefined
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
    reason: `the desired capacity without the roll is ${desired} now: it was set to ${growth.to}${lessThan(growth, { desired, most })}`,
  }
}
