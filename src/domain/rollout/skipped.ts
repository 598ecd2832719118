import type { Fleet } from './fleet.ts'
import { isOutdated, isReplacingRootVolume } from './capacity.ts'
import { phaseOf } from './lifecycle.ts'
import type { Policy } from './policy.ts'
import { isServing, mayServeUnseen, whyNotReady } from './readiness.ts'
import { capacityOf, isCounted } from './counted.ts'

/** Instances that a roll has left as they are, since the user or their state said so; a sentence each. */
export function skippedInstances(fleet: Fleet, policy: Policy): readonly string[] {
  if (policy.intent !== 'roll') return []
  const replacing = fleet.instances.filter((each) => isReplacingRootVolume(each))
  const retained = fleet.instances.filter((each) => phaseOf(each) === 'retained')
  const old = fleet.instances.filter((each) => isOutdated(each, fleet, policy))
  const decided = policy.standbyInstances === 'replace' ? ['Standby'] : []
  const guarded = old.filter(
    (each) => (isCounted(each) || decided.includes(each.lifecycle)) && each.protectedFromScaleIn,
  )
  const resting = old.filter(({ lifecycle }) => lifecycle === 'Standby')
  return [
    ...(policy.protectedInstances === 'ignore'
      ? guarded.map(({ id }) => `${id} is old but protected from scale-in: left alone.`)
      : []),
    ...(policy.standbyInstances === 'ignore'
      ? resting.map(({ id }) => `${id} is old but in Standby: left alone.`)
      : []),
    ...replacing.map(({ id, lifecycle }) => `${id} has its root volume replaced (${lifecycle}): not waited for.`),
    ...retained.map(
      ({ id, lifecycle }) =>
        `${id} is retained (${lifecycle}): it is no part of the group's capacity, and left running.`,
    ),
  ]
}

/**
 * What is in service and does not serve in a group that a roll has not changed, in one sentence or none: the roll has waited for none of
 * it, and "up to date" alone would say that all is well.
 */
export function notServing({ instances }: Fleet, { intent }: Policy): readonly string[] {
  if (intent !== 'roll') return []
  const [first, ...others] = instances.filter(
    (each) => each.lifecycle === 'InService' && !isServing(each) && !mayServeUnseen(each),
  )
  if (first === undefined) return []
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  return [`${first.id} is in service and does not serve${more}: ${whyNotReady(first)}.`]
}

/**
 * What the group keeps beyond its desired capacity, in one sentence or none: AWS takes nothing away that is protected from scale-in.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-protection.html
 */
export function protectedSurplus({ instances, sizes: { desired } }: Fleet): readonly string[] {
  const kept = instances.filter((each) => isCounted(each) && each.protectedFromScaleIn)
  const capacity = capacityOf(kept)
  if (capacity <= desired) return []
  return [
    `Instances with a capacity of ${capacity} are protected from scale-in where ${desired} is desired: AWS takes none of them away.`,
  ]
}
