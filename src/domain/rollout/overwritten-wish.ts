/**
 * A desired capacity that is set from outside the run right before the run sets its own is overwritten by it: 8 was set, the run
 * raised what it had seen as 6 to 7, and 7 is all that a look shows. The activities of the launches that follow tell from which
 * capacity the run's call has changed it, so 8 is set again, and kept. Pure.
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { Change } from './changes/changes.ts'
import type { DesiredChange, Fleet } from './fleet.ts'
import { sizesWith, withWish } from './memo-bounds.ts'
import { mostWished } from './raised-sizes.ts'

/** The last raise of the desired capacity by the run, as long as no activity has told it. */
export interface Raise {
  /** The desired capacity at the look on which it was decided, and what it was raised to. */
  readonly before: number
  readonly to: number
  /** When the group was looked at, in seconds since the Unix epoch. */
  readonly at: number
  /** The instances that were there when the activities were asked last: a launch for it has another. */
  readonly known: readonly string[]
}

/** What a change raises; undefined where it raises nothing. */
export function raiseOf(fleet: Fleet, change: Change): Raise | undefined {
  const to = change.kind === 'resize' ? change.sizes.desired : undefined
  const { desired: before } = fleet.sizes
  return to === undefined || to <= before ? undefined : { before, to, at: fleet.at, known: idsOf(fleet) }
}

const idsOf = ({ instances }: Pick<Fleet, 'instances'>): readonly string[] => instances.map(({ id }) => id)

/** Whether something was launched since the activities were asked last: AWS writes of a change once it acts on it. */
export const mayBeTold = ({ known }: Raise, { instances }: Pick<Fleet, 'instances'>): boolean =>
  instances.some(({ id }) => !known.includes(id))

/** The causes tell whole seconds, and so does the Date by which the run has set its clock. */
const CLOCK_SECONDS = 1

/** Nothing that is older tells of a raise; seconds since the Unix epoch. */
export const raiseToldSince = ({ at }: Pick<Raise, 'at'>): number => Math.floor(at) - CLOCK_SECONDS

/**
 * What the activities tell of a raise: it stays open where they tell nothing; else a wish that it has overwritten, if there was one.
 * Of what a policy has asked for, the part beyond the maximum that was is the room of the roll.
 */
export function toldOf(
  raise: Raise,
  changes: readonly DesiredChange[],
  fleet: Pick<Fleet, 'instances' | 'sizes' | 'memo'>,
): { readonly raise: Raise | undefined; readonly overwritten?: number } {
  const from = raiseToldSince(raise)
  const own = changes.findLast(({ by, to, at }) => by === 'update' && to === raise.to && at >= from)
  if (own === undefined) return { raise: { ...raise, known: idsOf(fleet) } }
  if (own.from === raise.before) return { raise: undefined }
  const setter = changes.findLast(({ to, at }) => to === own.from && at >= from && at <= own.at)
  const most = setter?.by === 'policy' && fleet.memo ? mostWished(fleet, fleet.memo) : Infinity
  return { raise: undefined, overwritten: Math.min(own.from, most) }
}

/**
 * Makes up for a wish that the run has overwritten: a larger one is set first, and then it is what is put back. A run that dies in
 * between leaves a size that the next one takes for a wish itself; a smaller one lies within the room of the roll.
 */
export function adoptOverwritten({ fleet, memo, state, policy }: Situation): Action | undefined {
  const { overwritten: wish, desired } = state
  const { refused = [] } = policy
  // Set once more since then: that is the wish.
  if (wish === undefined || desired === undefined || fleet.sizes.desired !== desired) return undefined
  if (wish === memo.sizes.desired || refused.includes('save-state')) return undefined
  const reason = `the desired capacity was set to ${wish} from outside this run, right before the run set its own: kept`
  if (wish > desired)
    return refused.includes('resize')
      ? undefined
      : { kind: 'resize', sizes: { desired: wish, ...(wish > fleet.sizes.max && { max: wish }) }, reason }
  return { kind: 'save-state', memo: withWish({ fleet, memo, policy }, sizesWith({ fleet, memo }, wish)), reason }
}
