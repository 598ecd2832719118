import type { Instance } from './fleet.ts'
import { type LifecyclePhase, phaseOf } from './lifecycle.ts'

const COUNTED: ReadonlySet<LifecyclePhase | undefined> = new Set([
  'pending',
  'in service',
  'replacing its root volume',
] as const)

/** Whether an instance is part of the desired capacity: warmed ones, those in Standby and leaving ones are not. */
export const isCounted = (instance: Pick<Instance, 'lifecycle'>): boolean => COUNTED.has(phaseOf(instance))

/**
 * Whether an instance that is no part of the desired capacity any more still holds what the next launch needs: its address, its
 * vCPUs and its place on a host are not free before EC2 has ended it.
 */
export const holdsRoom = (instance: Pick<Instance, 'lifecycle'>): boolean =>
  ['leaving', 'leaving the pool'].includes(phaseOf(instance) ?? '')

/** The capacity of instances together, in the group's unit: their number, or the sum of their weights. */
export const capacityOf = (instances: Iterable<Instance>): number => {
  let sum = 0
  for (const instance of instances) sum += instance.weight
  return sum
}
