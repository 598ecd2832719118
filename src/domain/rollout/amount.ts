import type { Fleet } from './fleet.ts'
import { isCounted } from './counted.ts'

/** A number of instances, or a percentage of the desired capacity. */
export interface Amount {
  readonly kind: 'count' | 'percent'
  readonly value: number
}

/** A percentage of the desired capacity, and what one instance is worth in the unit of the group: in a group with weights the heaviest. */
export interface UnavailableShare {
  readonly percent: number
  readonly unit: number
}

/** Both budgets of a roll in the group's unit. */
export interface Budget {
  readonly surge: number
  readonly maxUnavailable: number
  /** What the latter was given as; absent where it was a count. */
  readonly unavailableShare?: UnavailableShare
}

/**
 * The budgets for one group: a count is in instances, so in a group with weights it is worth its heaviest instance;
 * a percentage of the surge is rounded up and is at least one instance, one of the unavailable is rounded down.
 */
export function budgetFor(fleet: Fleet, surge: Amount, maxUnavailable: Amount): Budget {
  const desired = (fleet.memo ?? fleet).sizes.desired
  const unit = unitOf(fleet)
  const share = ({ value }: Amount): number => (desired * value) / 100
  return {
    surge:
      surge.kind === 'count' ? surge.value * unit : surge.value === 0 ? 0 : Math.max(unit, Math.ceil(share(surge))),
    maxUnavailable: maxUnavailable.kind === 'count' ? maxUnavailable.value * unit : Math.floor(share(maxUnavailable)),
    ...(maxUnavailable.kind === 'percent' && { unavailableShare: { percent: maxUnavailable.value, unit } }),
  }
}

/** One instance, in the group's unit: in a group with weights the heaviest. */
const unitOf = ({ instances }: Fleet): number => Math.max(1, ...instances.filter(isCounted).map(({ weight }) => weight))

/**
 * The new capacity at each checkpoint, in the group's unit: at least one instance, and no more than all; those that come to the same in
 * a small group are one. Undefined where they fall, which amounts of both kinds may.
 */
export function checkpointsFor(fleet: Fleet, amounts: readonly Amount[]): readonly number[] | undefined {
  const { desired } = (fleet.memo ?? fleet).sizes
  const unit = unitOf(fleet)
  const all = amounts.map(({ kind, value }) =>
    Math.min(desired, Math.max(unit, kind === 'count' ? value * unit : Math.ceil((desired * value) / 100))),
  )
  return all.some((value, index) => value < (all[index - 1] ?? 0)) ? undefined : [...new Set(all)]
}

/**
 * How many instances an amount lets be terminating at once: at least one. A percentage is of the instances that the desired
 * capacity is, in a group with weights of the heaviest ones.
 */
export function leavingLimit(fleet: Fleet, { kind, value }: Amount): number {
  if (kind === 'count') return value
  return Math.max(1, Math.floor(((fleet.memo ?? fleet).sizes.desired * value) / 100 / unitOf(fleet)))
}
