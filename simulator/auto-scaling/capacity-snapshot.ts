import { isLeaving, isPending, isReplacingRoot, isRetained, units as unitsOf, unitsByZone } from './capacity.ts'
import type { Attachment, Group, Member } from './model.ts'
import type { AutoScalingState } from './state.ts'

/** One group's instances at this moment, unaffected by stale answers. Counts are instances. */
export interface CapacitySnapshot {
  readonly at: number
  readonly desired: number
  readonly min: number
  readonly max: number
  /**
   * In service, and healthy in each load balancer that can send requests, with its slow start over; without one EC2's status
   * checks have passed.
   */
  readonly ready: number
  readonly inService: number
  readonly pending: number
  /** The same as `pending`: on the way into service. */
  readonly booting: number
  readonly leaving: number
  /** Part of the desired capacity, and out of service as long as their root volume is replaced. */
  readonly replacingRoot: number
  /** What is ready, and what counts to the desired capacity, in the group's own unit. */
  readonly readyUnits: number
  readonly units: number
  /** What counts to the desired capacity in each zone, in the group's own unit; every zone that the group may launch in is there. */
  readonly zones: Readonly<Record<string, number>>
  /** The greatest weight among the instances that count; 1 where the group has no weights. */
  readonly heaviest: number
  /** The part of it that is in zones in which the group does not launch any more. */
  readonly elsewhere: number
  readonly ids: {
    readonly ready: readonly string[]
    readonly inService: readonly string[]
    readonly pending: readonly string[]
    readonly leaving: readonly string[]
    readonly standby: readonly string[]
    readonly replacingRoot: readonly string[]
    /** Kept running outside the capacity, since a termination hook was abandoned. */
    readonly retained: readonly string[]
    readonly pooled: readonly string[]
  }
  readonly suspended: readonly string[]
  readonly protectedIds: readonly string[]
  readonly tags: Readonly<Record<string, string>>
}

type Sums = Omit<CapacitySnapshot, 'at' | 'desired' | 'min' | 'max' | 'suspended' | 'tags'>

/** Counts the instances of groups; a group that cannot have changed since the last count is not counted again. */
export class CapacityCounter {
  readonly #kept = new WeakMap<Group, { readonly revision: number; readonly sums: Sums }>()

  capacity(state: AutoScalingState, group: Group): CapacitySnapshot {
    return {
      at: state.timeline.now,
      ...group.sizes,
      ...this.#sums(state, group),
      suspended: [...group.suspended.keys()],
      tags: Object.fromEntries([...group.tags].map(([key, { value }]) => [key, value])),
    }
  }

  #sums(state: AutoScalingState, group: Group): Sums {
    const kept = this.#kept.get(group)
    if (kept?.revision === group.revision) return kept.sums
    // Load balancers that report no changes of health may have changed it since: such counts are not kept.
    const mayBeKept = state.balancing.onHealthChange !== undefined || group.attachments.size === 0
    const sums = count(state, group, mayBeKept)
    if (mayBeKept) this.#kept.set(group, { revision: group.revision, sums })
    return sums
  }
}

function count(state: AutoScalingState, group: Group, mayBeKept: boolean): Sums {
  const balancers = [...group.attachments.values()].filter(({ type }) => type !== 'vpc-lattice')
  const classes: Record<keyof Classes, Member[]> = {
    ready: [],
    inService: [],
    pending: [],
    replacingRoot: [],
    leaving: [],
    retained: [],
    standby: [],
  }
  for (const member of group.members.values()) {
    const { lifecycle } = member
    if (lifecycle === 'InService') {
      classes.inService.push(member)
      if (!mayBeKept) member.fullCapacity = undefined
      if ((member.fullCapacity ??= isFullCapacity(state, balancers, member))) classes.ready.push(member)
    } else if (isPending(lifecycle)) classes.pending.push(member)
    else if (isReplacingRoot(lifecycle)) classes.replacingRoot.push(member)
    else if (isLeaving(lifecycle)) classes.leaving.push(member)
    else if (isRetained(lifecycle)) classes.retained.push(member)
    else classes.standby.push(member)
  }
  return summed(group, classes)
}

/**
 * A target that starts slowly takes only a part of the requests: the others cannot do without the capacity that it is to bring.
 * One that was warm before, and starts slowly again after it was unhealthy, is capacity.
 */
const isFullCapacity = (state: AutoScalingState, balancers: readonly Attachment[], { id, healthy }: Member): boolean =>
  healthy &&
  isReady(state, balancers, id) &&
  !balancers.some((each) => state.balancing.startsSlowly?.(each.id, id) === true)

/**
 * Healthy wherever requests could reach it. In a zone that a load balancer does not serve it gets none from that one, and where
 * no other can reach it either it serves nothing. Where no load balancer sends requests at all EC2's status checks decide.
 */
export function isReady(state: AutoScalingState, balancers: readonly Attachment[], instanceId: string): boolean {
  let isHealthy = false
  let isUnserved = false
  for (const { id } of balancers) {
    const verdict = verdictOf(state, id, instanceId)
    if (verdict === 'not healthy') return false
    if (verdict === 'healthy') isHealthy = true
    if (verdict === 'zone not served') isUnserved = true
  }
  return isHealthy || (!isUnserved && passesStatusChecks(state, instanceId))
}

const passesStatusChecks = ({ compute }: AutoScalingState, instanceId: string): boolean =>
  (compute.statusOf?.(instanceId) ?? 'ok') === 'ok'

function verdictOf(
  state: AutoScalingState,
  balancer: string,
  instanceId: string,
): 'healthy' | 'not healthy' | 'sends nothing' | 'zone not served' {
  // One that was deleted stays attached as a name, and sends nothing any more.
  if (!state.balancing.exists(balancer)) return 'sends nothing'
  const health = state.balancing.health(balancer, instanceId)
  if (health === 'healthy') return 'healthy'
  const unreached = health === 'unused' ? state.balancing.whyUnreached?.(balancer, instanceId) : undefined
  return unreached ?? 'not healthy'
}

type Classes = Readonly<
  Record<'ready' | 'inService' | 'pending' | 'replacingRoot' | 'leaving' | 'retained' | 'standby', readonly Member[]>
>

function summed(group: Group, classes: Classes): Sums {
  const { ready, inService, pending, replacingRoot, leaving, retained, standby } = classes
  const counted = [...inService, ...pending, ...replacingRoot]
  const zones = unitsByZone(group, counted)
  let heaviest = 1
  for (const { weight } of counted) if (weight > heaviest) heaviest = weight
  return {
    ready: ready.length,
    inService: inService.length,
    pending: pending.length,
    booting: pending.length,
    leaving: leaving.length,
    replacingRoot: replacingRoot.length,
    readyUnits: unitsOf(ready),
    units: unitsOf(counted),
    zones: Object.fromEntries(zones),
    heaviest,
    elsewhere: [...zones].reduce((sum, [zone, units]) => sum + (group.zones.includes(zone) ? 0 : units), 0),
    ids: { ready: ids(ready), inService: ids(inService), pending: ids(pending), leaving: ids(leaving), standby: ids(standby), replacingRoot: ids(replacingRoot), retained: ids(retained), pooled: [...group.pool.keys()] },
    protectedIds: ids([...group.members.values()].filter((member) => member.protected)),
  }
} // prettier-ignore

const ids = (members: readonly Member[]): string[] => members.map(({ id }) => id)
