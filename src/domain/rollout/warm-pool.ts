import type { Situation } from './budget.ts'
import type { Fleet, Instance } from './fleet.ts'
import { isOutdated } from './capacity.ts'
import { phaseOf } from './lifecycle.ts'
import type { Action } from './action.ts'
import type { Policy } from './policy.ts'

/** Prepared, or being prepared, in the group's warm pool; those that leave it are not. */
export const isWarmed = (instance: Instance): boolean => phaseOf(instance) === 'warm'

/** Instances of the warm pool that would enter service as new but are old. */
export const outdatedWarm = (fleet: Fleet, policy: Policy): readonly Instance[] =>
  fleet.instances.filter((each) => isWarmed(each) && isOutdated(each, fleet, policy))

/** AWS takes more, but the ids are read by people. */
const MOST = 100

/**
 * Before anything is launched: what the pool gives to the group must not be old already. While a launch is outstanding
 * the group may be taking any of them, which then is on its way into service.
 */
export function terminateOutdatedWarm({ fleet, policy, state, capacity }: Situation): Action | undefined {
  const old = outdatedWarm(fleet, policy)
  if (old.length > 0 && capacity.total < fleet.sizes.desired)
    return { kind: 'wait', reason: 'AWS is about to launch, perhaps from the warm pool' }
  const fresh = old.filter(({ id }) => !state.discarded.includes(id)).slice(0, MOST)
  if (fresh.length > 0)
    return {
      kind: 'terminate-warm',
      instances: fresh.map(({ id }) => id),
      reason: 'old and in the warm pool: the next one to enter service would come from there',
    }
  const [first] = old
  return first && { kind: 'wait', reason: `${first.id} is leaving the warm pool` }
}

/**
 * The last old instances leave with the desired capacity decremented, which AWS may take for a scale-in: where the pool
 * takes those back, each is waited for until it has ended or is in the pool, where it is discarded.
 */
export function awaitReturning({ fleet, policy }: Situation): Action | undefined {
  if (!fleet.reusesInstances) return undefined
  const leaving = fleet.instances.find((each) => phaseOf(each) === 'leaving' && isOutdated(each, fleet, policy))
  return leaving && { kind: 'wait', reason: `${leaving.id} is leaving: it may return to the warm pool` }
}
