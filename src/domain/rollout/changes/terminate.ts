import { capacityOf, isCounted } from '../counted.ts'
import type { Fleet, Instance } from '../fleet.ts'
import { phaseOf } from '../lifecycle.ts'
import type { ChangeKind } from './change-kind.ts'

/** Terminates instances by id; with `decrement` the desired capacity falls with them and no instance follows. */
export interface Terminate {
  readonly kind: 'terminate'
  readonly instances: readonly string[]
  readonly decrement: boolean
  /** Set right before, so that AWS lets the desired capacity fall: it refuses one below the minimum. */
  readonly min?: number | undefined
}

export const terminateKind = {
  stepAction: 'terminate',
  subject: 'sizes',
  changesGroup: true,
  needsRecentLook: true,
  // Which instances may leave is weighed anew after every look: while AWS asks to slow down, others may fall sick.
  attempts: 1,
  followedBy: ['terminate', 'wait', 'resume'],
  applyTo: (fleet, { instances, decrement, min = fleet.sizes.min }) => ({
    ...fleet,
    sizes: decrement
      ? { ...fleet.sizes, min, desired: fleet.sizes.desired - capacityOf(named(fleet, instances)) }
      : fleet.sizes,
    instances: fleet.instances.map((instance) =>
      instances.includes(instance.id) ? { ...instance, lifecycle: 'Terminating', readySince: undefined } : instance,
    ),
  }),
  isVisibleIn: (fleet, { instances }) => {
    const leaving = new Set(instances)
    return !fleet.instances.some((each) => leaving.has(each.id) && isThere(each))
  },
  describe: ({ instances, decrement }, list) =>
    `terminate ${list(instances)}${decrement ? ` and lower desired capacity with ${instances.length === 1 ? 'it' : 'them'}` : ''}`,
} as const satisfies ChangeKind<Terminate>

/** One in Standby is no part of the desired capacity, and is there all the same. */
const isThere = (instance: Instance): boolean => isCounted(instance) || phaseOf(instance) === 'standby'

/** The named instances that are part of the desired capacity still. */
function named(fleet: Fleet, ids: readonly string[]): Fleet['instances'] {
  const leaving = new Set(ids)
  return fleet.instances.filter((instance) => leaving.has(instance.id) && isCounted(instance))
}
