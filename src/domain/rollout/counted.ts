import type { Instance } from './fleet.ts'

/** The states in which an instance is part of the desired capacity. Warmed, Standby and leaving ones are not. */
const COUNTED =
  /^(Pending|Pending:Wait|Pending:Proceed|InService|Quarantined|ReplacingRootVolume.*|RootVolumeReplaced)$/

/** Whether an instance is part of the desired capacity. */
export const isCounted = (instance: Instance): boolean => COUNTED.test(instance.lifecycle)

/** Leaving, and still listed: its address, its vCPUs and its place on a host are not free before EC2 has ended it. */
const LEAVING = /^(Warmed:)?Terminating/

/** Whether an instance that is no part of the desired capacity any more still holds what the next launch needs. */
export const holdsRoom = ({ lifecycle }: Instance): boolean => LEAVING.test(lifecycle)

/** The capacity of instances together, in the group's unit: their number, or the sum of their weights. */
export const capacityOf = (instances: Iterable<Instance>): number => {
  let sum = 0
  for (const instance of instances) sum += instance.weight
  return sum
}
