import { isLeaving, isPending } from './capacity.ts'
import type { Group, Member } from './model.ts'
import type { World } from './world.ts'

/** One group's instances as they truly are at this moment, stale answers or not. Counts are instances. */
export interface Capacity {
  readonly at: number
  readonly desired: number
  readonly min: number
  readonly max: number
  /** In service and healthy in every load balancer. */
  readonly ready: number
  readonly inService: number
  readonly pending: number
  /** The same as `pending`: on the way into service. */
  readonly booting: number
  readonly leaving: number
  /** What is ready, and what counts to the desired capacity, in the group's own unit. */
  readonly readyUnits: number
  readonly units: number
  readonly ids: {
    readonly ready: readonly string[]
    readonly inService: readonly string[]
    readonly pending: readonly string[]
    readonly leaving: readonly string[]
    readonly standby: readonly string[]
    readonly pooled: readonly string[]
  }
  readonly suspended: readonly string[]
  readonly protectedIds: readonly string[]
  readonly tags: Readonly<Record<string, string>>
}

type Sums = Omit<Capacity, 'at' | 'desired' | 'min' | 'max' | 'suspended' | 'tags'>

/** Counts groups; what cannot have changed since the last time is not counted again. */
export class Truth {
  readonly #kept = new WeakMap<Group, { readonly key: string; readonly sums: Sums }>()

  capacity(world: World, group: Group): Capacity {
    return {
      at: world.timeline.now,
      ...group.sizes,
      ...this.#sums(world, group),
      suspended: [...group.suspended.keys()],
      tags: Object.fromEntries([...group.tags].map(([key, { value }]) => [key, value])),
    }
  }

  #sums(world: World, group: Group): Sums {
    const key = keyOf(world, group)
    const kept = this.#kept.get(group)
    if (key !== undefined && kept?.key === key) return kept.sums
    const sums = count(world, group)
    if (key !== undefined) this.#kept.set(group, { key, sums })
    return sums
  }
}

/** Undefined while a load balancer cannot say whether something changed. */
function keyOf(world: World, group: Group): string | undefined {
  let key = String(group.revision)
  for (const { id, type } of group.attachments.values()) {
    if (type === 'vpc-lattice') continue
    const revision = world.balancing.revision?.(id)
    if (revision === undefined) return undefined
    key += ` ${id} ${revision}`
  }
  return key
}

function count(world: World, group: Group): Sums {
  const balancers = [...group.attachments.values()].filter(({ type }) => type !== 'vpc-lattice')
  const classes: Record<keyof Classes, Member[]> = { ready: [], inService: [], pending: [], leaving: [], standby: [] }
  for (const member of group.members.values()) {
    if (member.lifecycle === 'InService') {
      classes.inService.push(member)
      const fit = member.healthy && balancers.every(({ id }) => world.balancing.health(id, member.id) === 'healthy')
      if (fit) classes.ready.push(member)
    } else if (isPending(member.lifecycle)) classes.pending.push(member)
    else if (isLeaving(member.lifecycle)) classes.leaving.push(member)
    else classes.standby.push(member)
  }
  return summed(group, classes)
}

type Classes = Readonly<Record<'ready' | 'inService' | 'pending' | 'leaving' | 'standby', readonly Member[]>>

function summed(group: Group, { ready, inService, pending, leaving, standby }: Classes): Sums {
  const weigh = (members: readonly Member[]): number => members.reduce((sum, { weight }) => sum + weight, 0)
  return {
    ready: ready.length,
    inService: inService.length,
    pending: pending.length,
    booting: pending.length,
    leaving: leaving.length,
    readyUnits: weigh(ready),
    units: weigh(inService) + weigh(pending),
    ids: { ready: ids(ready), inService: ids(inService), pending: ids(pending), leaving: ids(leaving), standby: ids(standby), pooled: [...group.pool.keys()] },
    protectedIds: ids([...group.members.values()].filter((member) => member.protected)),
  }
} // prettier-ignore

const ids = (members: readonly Member[]): string[] => members.map(({ id }) => id)
