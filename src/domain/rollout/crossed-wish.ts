/**
 * A desired capacity that is set from outside the run may cross a termination by which the run lowers it: 8 was set,
 * the run took one away with its place, and 7 is seen. By the number alone that is 7 set afterwards as well.
 */
import { afterChange, type Change } from './changes/changes.ts'
import { isCounted } from './counted.ts'
import type { DesiredChange, Fleet } from './fleet.ts'
import type { RunState } from './run-state.ts'

/** A desired capacity that was asked for, as the activities of a group tell it. */
export interface CapacityRequest {
  readonly desired: number
  /** How long before the run's own termination; negative where it came after. */
  readonly secondsBefore: number
}

/**
 * The last change by which the run has lowered the desired capacity, as long as no look has shown its result; several calls that
 * were made on the same look are one.
 */
export interface Decrement {
  /** The desired capacity at the look on which it was decided, and by how much it was lowered. */
  readonly before: number
  readonly by: number
  /** By how much each call after the first has lowered it; absent where there was one. */
  readonly followedBy?: readonly number[]
  readonly instances: readonly string[]
  /** When the group was looked at, in seconds since the Unix epoch, and how long after that AWS had answered. */
  readonly at: number
  readonly tookSeconds: number
  /** What was asked for around that moment, newest first; undefined while it was not read. */
  readonly requested?: readonly CapacityRequest[] | undefined
  /** The desired capacity from which AWS has lowered it, by the activity of the decrement; undefined where none tells it. */
  readonly loweredFrom?: number | undefined
  /** The desired capacity from which its last calls have lowered it in one go, where others had set it in between; undefined where none tells it. */
  readonly resumedFrom?: number | undefined
}

/** What a change lowers, with what earlier ones on the same look have lowered; undefined where nothing was lowered. */
export function decrementOf(
  fleet: Fleet,
  change: Change,
  { answeredAt, earlier }: { readonly answeredAt: number; readonly earlier: Decrement | undefined },
): Decrement | undefined {
  if (change.kind !== 'terminate') return undefined
  // A replacement on the same look shows nothing of what the call before it has left.
  if (!change.decrement) return earlier?.at === fleet.at ? earlier : undefined
  const before = fleet.sizes.desired
  const by = before - afterChange(fleet, change).sizes.desired
  if (by <= 0) return undefined
  const { instances } = change
  const made = { before, by, instances, at: fleet.at, tookSeconds: answeredAt - fleet.at }
  if (earlier === undefined || earlier.at !== fleet.at || earlier.before - earlier.by !== before) return made
  return {
    ...made,
    before: earlier.before,
    by: earlier.by + by,
    followedBy: [...(earlier.followedBy ?? []), by],
    instances: [...earlier.instances, ...instances],
  }
}

/** What of a decrement may have come after a wish that it has crossed: nothing, the last calls of it, or all; in that order. */
function takenAfter({ by, followedBy = [] }: Decrement): readonly number[] {
  const last = followedBy.map((_, index) =>
    followedBy.slice(followedBy.length - 1 - index).reduce((sum, each) => sum + each, 0),
  )
  return [0, ...last, by]
}

/** For so long a look may not show a request. */
export const CROSSING_SECONDS = 60

/** The changes that the terminations of a decrement have made. */
const ownOf = (changes: readonly DesiredChange[], { instances }: Decrement): readonly DesiredChange[] =>
  changes.filter(({ instance }) => instance !== undefined && instances.includes(instance))

/**
 * What was asked for around the run's own decrement, newest first. The moment of that is taken from its activity, so that
 * only AWS's clock counts; none are told without it.
 */
export function requestsAround(changes: readonly DesiredChange[], decrement: Decrement): readonly CapacityRequest[] {
  const own = ownOf(changes, decrement)
  if (own.length === 0) return []
  const terminatedAt = Math.min(...own.map(({ at }) => at))
  return changes
    .filter((each) => each.by !== 'group' && !own.includes(each))
    .map(({ at, to }) => ({ desired: to, secondsBefore: terminatedAt - at }))
    .filter(({ secondsBefore }) => secondsBefore <= Math.ceil(decrement.tookSeconds + CROSSING_SECONDS))
    .toSorted((a, b) => a.secondsBefore - b.secondsBefore)
}

/** The desired capacity from which AWS has lowered it, if the activities tell of the whole decrement. */
export function loweredFrom(changes: readonly DesiredChange[], decrement: Decrement): number | undefined {
  const own = ownOf(changes, decrement)
  const from = Math.max(...own.map((each) => each.from))
  return from - Math.min(...own.map(({ to }) => to)) === decrement.by ? from : undefined
}

/**
 * The desired capacity from which the last calls of a decrement have lowered it to what is seen, where the activities tell of all its calls:
 * between these and the ones before others have set it.
 */
export function resumedFrom(changes: readonly DesiredChange[], decrement: Decrement, seen: number): number | undefined {
  const { before, by } = decrement
  const own = ownOf(changes, decrement)
  const last = takenAfter(decrement).find((taken) => {
    const left = before - (by - taken)
    const isBetween = taken > 0 && taken < by && seen + taken !== left
    return (
      isBetween &&
      areCalls(own, [
        { from: before, to: left },
        { from: seen + taken, to: seen },
      ])
    )
  })
  return last === undefined ? undefined : seen + last
}

/** Whether changes are just those of calls that have lowered the desired capacity step by step, each from one size to another. */
function areCalls(changes: readonly DesiredChange[], calls: readonly Pick<DesiredChange, 'from' | 'to'>[]): boolean {
  const left = [...changes]
  for (const { from, to } of calls)
    for (let at = from; at > to;) {
      const next = left.findIndex((each) => each.from === at && each.to >= to && each.to < at)
      const step = left[next]
      if (step === undefined) return false
      left.splice(next, 1)
      at = step.to
    }
  return true
}

/** The decrement that a look leaves open: none once it shows what was expected. */
export const openDecrement = (decrement: Decrement | undefined, { sizes }: Pick<Fleet, 'sizes'>) =>
  decrement === undefined || sizes.desired === decrement.before - decrement.by ? undefined : decrement

/**
 * Whether looks may not show yet that AWS has carried out a decrement. With `Terminate` suspended the instances show nothing, for they
 * stay, and to name one again would lower the size a second time.
 */
export const isLoweringOpen = (
  { at, suspended }: Pick<Fleet, 'at' | 'suspended'>,
  decrement: Decrement | undefined,
): boolean =>
  decrement !== undefined &&
  suspended.includes('Terminate') &&
  at - decrement.at < decrement.tookSeconds + CROSSING_SECONDS

/**
 * The desired capacity that was wished where a look shows another one than a decrement should have left: what is seen,
 * or, where the wish came first, what was seen and the decrement together, or the part of it that came after. A request that names
 * one of these decides, or else what the decrement was made from; without either the largest is kept, since nothing is taken away
 * that may be wanted. Undefined where the decrement was not carried out, or explains nothing.
 */
export function crossedWish(
  fleet: Fleet,
  decrement: Decrement | undefined,
  accepted: RunState['named'] = [],
): number | undefined {
  if (decrement === undefined) return undefined
  const { sizes, instances } = fleet
  const { before, tookSeconds, requested = [], loweredFrom: from = before } = decrement
  const isThere = instances.some((each) => decrement.instances.includes(each.id) && isCounted(each))
  if (isThere && !isLoweredAlone(fleet, decrement, accepted)) return undefined
  if (decrement.resumedFrom !== undefined) return decrement.resumedFrom
  const possible = takenAfter(decrement).map((taken) => sizes.desired + taken)
  // A look may lag behind, so older requests count as well; but the run has asked for what it saw itself: where AWS has lowered another
  // size, only what came after that counts, however long the answer took.
  const longest = from === before ? Math.ceil(tookSeconds) : 0
  const named = requested.find(
    ({ desired, secondsBefore }) => possible.includes(desired) && (desired !== before || secondsBefore <= longest),
  )
  if (named !== undefined) return named.desired
  if (decrement.loweredFrom === before) return sizes.desired
  // AWS takes no desired capacity above the maximum, so a larger one was never asked for.
  return Math.max(sizes.desired, ...possible.filter((desired) => desired <= sizes.max))
}

/** Whether AWS has lowered the size for instances that stay, for `Terminate` is suspended: by its answer, or its activity. */
const isLoweredAlone = (
  fleet: Pick<Fleet, 'at' | 'suspended'>,
  decrement: Decrement,
  accepted: NonNullable<RunState['named']>,
): boolean =>
  fleet.suspended.includes('Terminate') &&
  !isLoweringOpen(fleet, decrement) &&
  (decrement.loweredFrom !== undefined || decrement.instances.every((id) => accepted.includes(id)))

/** Whether the activities of the group name this desired capacity, as requested or as what the decrement was made from. */
export const isRequested = (desired: number, decrement: Decrement | undefined): boolean =>
  decrement !== undefined &&
  ([decrement.loweredFrom, decrement.resumedFrom].includes(desired) ||
    decrement.requested?.some((each) => each.desired === desired) === true)
