/**
 * Sizes that others have set last while no run was at work, by a scheduled action of AWS perhaps, as the activities of the group show
 * them. Pure.
 */
import type { DesiredChange, Memo, Sizes } from './fleet.ts'
import { DEAD_AFTER_SECONDS } from './lease.ts'
import { highestDesired } from './raised-sizes.ts'

/** What others have set last: the desired capacity, and the bounds of which it is certain that they have. */
export interface SizesFromActivities extends Partial<Sizes> {
  readonly desired: number
  /** The desired capacity before. */
  readonly from: number
  /** When, in seconds since the Unix epoch, and whether by a scheduled action. */
  readonly at: number
  readonly bySchedule: boolean
}

/** What is known of the process before this one; a heartbeat before its start does not say when it was alive: 0 of one that has ended on purpose, or written by others. */
interface Earlier {
  readonly memo: Pick<Memo, 'startedAt' | 'sizes' | 'surge' | 'follows'>
  readonly heartbeatAt: number
}

/** What the last of these changes has set, oldest first; undefined where it may be the run's own, or sets no number. */
export function sizesFromActivities(
  changes: readonly DesiredChange[],
  earlier: Earlier,
): SizesFromActivities | undefined {
  const { memo } = earlier
  const all = changes.filter(({ by, at }) => by !== 'group' && at >= memo.startedAt)
  const last = all.at(-1)
  // Of one second the order is not known.
  if (last === undefined || !isOfOthers(last, earlier) || all.at(-2)?.at === last.at) return undefined
  const { at, by, from, to: desired } = last
  return {
    at,
    desired,
    from,
    bySchedule: by === 'schedule',
    ...boundsSetBy(all, earlier),
  }
}

/** A minimum of others beyond the maximum without the roll needs a higher one: the one that stands with it is taken for theirs. */
function boundsSetBy(all: readonly DesiredChange[], earlier: Earlier): Partial<Sizes> {
  const min = boundSetBy(all, 'min', earlier)
  const max = all.at(-1)?.bounds?.max
  const isBeyond = (min.min ?? 0) > earlier.memo.sizes.max
  return { ...min, ...(isBeyond && max !== undefined ? { max } : boundSetBy(all, 'max', earlier)) }
}

/** No run calls SetDesiredCapacity, and one that is gone calls nothing; policies that stay alive are a matter of policy-growth.ts. */
const isOfOthers = ({ by, at, ...more }: DesiredChange, { memo, heartbeatAt }: Earlier): boolean =>
  by === 'schedule' ||
  by === 'set' ||
  (by === 'policy' && memo.follows !== true) ||
  (by === 'update' && isLoweredInRoom(more, memo)) ||
  (by === 'update' && heartbeatAt >= memo.startedAt && at > heartbeatAt + DEAD_AFTER_SECONDS)

/**
 * A run lowers its room by terminations, and by an update only to what is put back, or to a minimum beyond that. What AWS brings down to
 * a maximum that others lower is no wish.
 */
export const isLoweredInRoom = (
  { from, to, bounds }: Pick<DesiredChange, 'from' | 'to' | 'bounds'>,
  { sizes }: Pick<Memo, 'sizes'>,
): boolean => to < Math.min(from, bounds?.max ?? from) && to > Math.max(sizes.desired, bounds?.min ?? Infinity)

/** A bound that the last change shows, if the first one that shows it is of others, and has set it. */
function boundSetBy(all: readonly DesiredChange[], bound: 'min' | 'max', earlier: Earlier): Partial<Sizes> {
  const size = all.at(-1)?.bounds?.[bound]
  const index = all.findIndex(({ bounds }) => bounds?.[bound] === size)
  const first = all[index]
  if (size === undefined || first === undefined || !isOfOthers(first, earlier)) return {}
  const { memo } = earlier
  const { sizes } = memo
  const { from } = first
  // AWS keeps the desired capacity between the bounds: what it lay outside of was not there before.
  const isOutside = bound === 'min' ? size > from : size < from
  const isSet =
    isOutside ||
    size < sizes[bound] ||
    (bound === 'max' && !mayBeRaised(all.slice(0, index), { ...first, max: size }, memo))
  return isSet ? { [bound]: size } : {}
}

/**
 * Whether a run may have raised the maximum before a change without a word of it: it does so for a desired capacity beyond it alone,
 * and the activities of the launches that follow tell both. Where policies stay alive it does so by its whole surge, whatever is desired.
 * The minimum it holds at a desired capacity without one.
 */
function mayBeRaised(
  before: readonly DesiredChange[],
  { from, max: set }: Pick<DesiredChange, 'from'> & Pick<Sizes, 'max'>,
  memo: Earlier['memo'],
): boolean {
  const { max } = memo.sizes
  if (memo.follows === true && set > max && set <= highestDesired(memo)) return true
  const reached = Math.max(from, ...before.flatMap((each) => [each.from, each.to]))
  return reached > max && !before.some(({ bounds }) => bounds !== undefined && bounds.max >= reached)
}
