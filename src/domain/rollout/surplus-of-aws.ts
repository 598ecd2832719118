/** Capacity above the desired one, which AWS has launched by itself and takes away again. Pure. */
import type { Situation } from './budget.ts'
import { capacityOf, isCounted } from './counted.ts'
import type { Fleet } from './fleet.ts'

/** After so long AWS does not take it away by itself any more, as where a function of the group chooses what may leave. */
const AWAITED_SECONDS = 600

/**
 * How much more there is than is desired, as `CapacityRebalance` has it before it takes a Spot Instance at risk away. AWS takes
 * as much away again, but none that is protected from scale-in, and of weights it leaves what is less than one instance.
 */
export function aboveDesired({ sizes, instances }: Pick<Fleet, 'sizes' | 'instances'>): number {
  const counted = instances.filter(isCounted)
  const above = capacityOf(counted) - sizes.desired
  if (above <= 0) return 0
  const scalable = counted.filter((each) => !each.protectedFromScaleIn)
  const lightest = Math.min(...scalable.map(({ weight }) => weight))
  return above >= lightest ? Math.min(above, capacityOf(scalable)) : 0
}

/** Since when there has been more than is desired; undefined while there is not. */
export const surplusSince = (since: number | undefined, now: Fleet): number | undefined =>
  aboveDesired(now) > 0 ? (since ?? now.at) : undefined

/**
 * Whether AWS is still to take something away: until it has, no other instance leaves. What a run takes away meanwhile hides
 * the surplus, but not what AWS has chosen: both leave, and too few are ready.
 */
export const isSurplusAwaited = ({ fleet, state }: Pick<Situation, 'fleet' | 'state'>): boolean =>
  aboveDesired(fleet) > 0 && fleet.at - (state.surplusSince ?? fleet.at) < AWAITED_SECONDS

/** What is waited for then. */
export const whySurplusIsAwaited = (fleet: Fleet): string =>
  `${aboveDesired(fleet)} more than desired: AWS has launched it and takes as much away, as with \`CapacityRebalance\``
