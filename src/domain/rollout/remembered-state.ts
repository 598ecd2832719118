/** A run trusts its own memory: tags that say something else than it has written were changed by others. */
import type { Fleet, Memo } from './fleet.ts'
import { isLeaseLive } from './lease.ts'

/** How the tags of a run were lost. */
export type StateLoss = 'removed' | 'changed'

/** Whether two memos say the same of the group and of the roll, whichever run's and however old their leases are. */
export const hasSameFacts = (one: Memo, other: Memo): boolean => factsOf(one) === factsOf(other)

const factsOf = ({ startedAt, groupId, sizes, suspends, surge, source, ...more }: Memo): string => {
  const { min, desired, max } = sizes
  const { replaceLaunchedUntil, dark, released, scheduledUntil, handedBackAt, handedSizes, progress = {} } = more
  const scaling = [more.follows, more.scaledUntil]
  const known = Object.entries(progress).filter(([, value]) => value !== undefined)
  const further = known.toSorted(([one], [other]) => (one < other ? -1 : 1))
  const handed = [handedBackAt, handedSizes?.desired, handedSizes?.max]
  const roll = [
    startedAt,
    surge,
    source,
    replaceLaunchedUntil,
    dark,
    released,
    scheduledUntil,
    scaling,
    handed,
    further,
  ]
  return JSON.stringify([groupId, min, desired, max, suspends.toSorted(), ...roll])
}

/**
 * How the saved state of a run differs from what the run itself has written, `remembered`; undefined where it does not, or
 * where another run that is alive holds the lease: the state is that run's then.
 */
export function stateLoss({ memo, at, unreadableTags }: Fleet, { remembered, run }: StateOfRun): StateLoss | undefined {
  if (remembered === undefined) return undefined
  if (memo === undefined) return unreadableTags ? 'changed' : 'removed'
  const isHeldByOther = memo.run !== run && isLeaseLive(memo, run, at)
  return isHeldByOther || hasSameFacts(memo, remembered) ? undefined : 'changed'
}

interface StateOfRun {
  /** What this run has written last; undefined before it holds the lease, and once it has removed it. */
  readonly remembered: Memo | undefined
  /** The name of this run in its lease. */
  readonly run: string
}

/** The memo by which a run goes: the one that it remembers, `remembered`, where the tags of the group are not as it has written them. */
export const memoThatCounts = (fleet: Fleet, remembered: Memo | undefined): Memo | undefined =>
  remembered !== undefined && stateLoss(fleet, { remembered, run: remembered.run }) !== undefined
    ? remembered
    : fleet.memo
