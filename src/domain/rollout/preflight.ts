/** Whether there is room for what a roll is about to launch. Pure: everything that AWS has answered is an argument. */
import { surgeTarget } from './budget.ts'
import type { Fleet, Memo } from './fleet.ts'
import { capacityOfGroup } from './capacity.ts'
import type { VcpuHeadroom } from './vcpu-quota.ts'
import type { Policy } from './policy.ts'
import { capacityOf, isCounted } from './counted.ts'

/** What a roll of one group needs at its peak. */
export interface Demand {
  readonly group: string
  /** Instances beyond those that are there. */
  readonly launches: number
  /** The desired capacity at the peak, in the group's unit, and the maximum that it meets. */
  readonly desired: number
  readonly max: number
  /** Instances that count now, by zone. */
  readonly present: ReadonlyMap<string, number>
  /** Instance types that count now, the most frequent first. */
  readonly types: readonly string[]
}

/** Whether anything of a group is to be replaced by new instances. */
export const isToRoll = (fleet: Fleet, policy: Policy): boolean =>
  policy.intent === 'roll' && policy.dark?.kind !== 'release' && capacityOfGroup(fleet, policy).outdated.length > 0

/** The demand of one group; undefined where nothing is to be launched: up to date, leased by another run, or doubled already. */
export function demandOf(fleet: Fleet, policy: Policy): Demand | undefined {
  if (!isToRoll(fleet, policy)) return undefined
  const standing = capacityOfGroup(fleet, policy)
  const memo: Pick<Memo, 'sizes'> = fleet.memo ?? fleet
  const desired = surgeTarget({ fleet, memo, policy }, standing.outdatedCapacity)
  const units = desired - Math.max(standing.total, fleet.sizes.desired)
  if (units <= 0) return undefined
  const counted = fleet.instances.filter(isCounted)
  const usualWeight = counted.length === 0 ? 1 : capacityOf(counted) / counted.length
  return {
    group: fleet.group,
    launches: Math.ceil(units / usualWeight),
    desired,
    max: fleet.sizes.max,
    present: tally(counted.map(({ zone }) => zone)),
    types: [...tally(counted.map(({ type }) => type))].toSorted(([, a], [, b]) => b - a).map(([type]) => type),
  }
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** A subnet that a group launches into. */
export interface SubnetHeadroom {
  readonly id: string
  readonly zone: string
  readonly free: number
}

/** A target group, how many targets it has, and how many it may have. */
export interface TargetHeadroom {
  readonly name: string
  readonly registered: number
  readonly limit: number
}

/** The headroom that AWS has answered for one group; undefined where it did not answer. */
export interface GroupHeadroom {
  readonly subnets: readonly SubnetHeadroom[] | undefined
  readonly targetGroups: readonly TargetHeadroom[] | undefined
  readonly vcpus?: readonly VcpuHeadroom[]
}

/** One thing of which there is not enough. */
export interface Shortage {
  readonly group: string
  readonly what: string
  readonly have: number
  readonly need: number
}

/**
 * Everything of which there is not enough, in the order of the groups. Groups that share a subnet, a target group or a
 * quota share its room: each takes its part of what those before it have left.
 */
export function shortagesOf(demands: readonly Demand[], around: (group: string) => GroupHeadroom): readonly Shortage[] {
  const free = new Map<string, number>()
  const registered = new Map<string, number>()
  const used = new Map<string, number>()
  return demands.flatMap((demand) => {
    const { subnets, targetGroups, vcpus } = around(demand.group)
    return [
      ...(subnets === undefined ? [] : addressShortages(demand, subnets, free)),
      ...(targetGroups ?? []).flatMap((room) => targetShortage(demand, room, registered)),
      ...(vcpus ?? []).flatMap((room) => vcpuShortage(demand, room, used)),
    ]
  })
}

/** AWS launches where a group has fewest instances: the zones fill up evenly, and each must have room for its part. */
function addressShortages(
  demand: Demand,
  subnets: readonly SubnetHeadroom[],
  left: Map<string, number>,
): readonly Shortage[] {
  for (const { id, free } of subnets) if (!left.has(id)) left.set(id, free)
  const zones = [...new Set(subnets.map(({ zone }) => zone))]
  const freeIn = (zone: string): number =>
    subnets.filter((subnet) => subnet.zone === zone).reduce((sum, { id }) => sum + (left.get(id) ?? 0), 0)
  const parts = landings(demand, zones, freeIn)
  return [...parts].flatMap(([zone, need]) => {
    const have = freeIn(zone)
    const ids = subnets.filter((subnet) => subnet.zone === zone).map(({ id }) => id)
    take(ids, left, Math.min(need, have))
    return need > have
      ? [{ group: demand.group, what: `free addresses in ${ids.join(', ')} (${zone})`, have, need }]
      : []
  })
}

/** How many instances come into each zone; among equals the one with most room is hoped for. */
function landings(
  { launches, present }: Demand,
  zones: readonly string[],
  freeIn: (zone: string) => number,
): ReadonlyMap<string, number> {
  const coming = new Map(zones.map((zone) => [zone, 0]))
  const total = (zone: string): number => (present.get(zone) ?? 0) + (coming.get(zone) ?? 0)
  const room = (zone: string): number => freeIn(zone) - (coming.get(zone) ?? 0)
  for (let launched = 0; launched < launches; launched++) {
    const [zone] = zones.toSorted((a, b) => total(a) - total(b) || room(b) - room(a))
    if (zone !== undefined) coming.set(zone, (coming.get(zone) ?? 0) + 1)
  }
  return coming
}

function take(ids: readonly string[], left: Map<string, number>, count: number): void {
  let open = count
  for (const id of ids) {
    const taken = Math.min(open, left.get(id) ?? 0)
    left.set(id, (left.get(id) ?? 0) - taken)
    open -= taken
  }
}

function targetShortage(
  { group, launches }: Demand,
  { name, registered, limit }: TargetHeadroom,
  known: Map<string, number>,
): readonly Shortage[] {
  const before = known.get(name) ?? registered
  known.set(name, before + launches)
  if (before + launches <= limit) return []
  return [{ group, what: `targets in ${name}`, have: Math.max(0, limit - before), need: launches }]
}

/** What comes is taken to be of the types, and paid, as what is there: in full shares, so that a doubt stops nothing. */
function vcpuShortage(
  { group, launches }: Demand,
  { name, quota, used, own }: VcpuHeadroom,
  known: Map<string, number>,
): readonly Shortage[] {
  const before = known.get(name) ?? used
  const need = Math.floor((launches * own.vcpus) / own.instances)
  known.set(name, before + need)
  if (before + need <= quota) return []
  return [{ group, what: `vCPUs of ${name}`, have: Math.max(0, quota - before), need }]
}

/** `free addresses in subnet-1 (eu-west-1a): have 2, need 3`. */
export const shortageInWords = ({ what, have, need }: Shortage): string => `${what}: have ${have}, need ${need}`

/** What a person should know although it stops nothing; undefined where MaxSize has room. */
export const raiseInWords = ({ group, desired, max }: Demand): string | undefined =>
  desired <= max
    ? undefined
    : `MaxSize of ${group} is ${max} and is raised to ${desired} for the time of the roll. Where the role must not do that, AWS refuses it together with the larger capacity: nothing is launched then.`
