import type { Instance } from './fleet.ts'

/** The states in which an instance is part of the desired capacity. Warmed, Standby and leaving ones are not. */
const COUNTED =
  /^(Pending|Pending:Wait|Pending:Proceed|InService|Quarantined|ReplacingRootVolume.*|RootVolumeReplaced)$/

/** Whether an instance is part of the desired capacity. */
export const isCounted = (instance: Instance): boolean => COUNTED.test(instance.lifecycle)

/** The capacity of instances together, in the group's unit: their number, or the sum of their weights. */
export const capacityOf = (instances: Iterable<Instance>): number => {
  let sum = 0
  for (const instance of instances) sum += instance.weight
  return sum
}
