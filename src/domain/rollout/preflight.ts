/** Whether there is room for what a roll is about to launch. Pure: everything that AWS has answered is an argument. */
import { surgeTarget } from './budget.ts'
import type { Fleet, Memo } from './fleet.ts'
import { capacityOfGroup } from './capacity.ts'
import type { VcpuHeadroom } from './vcpu-quota.ts'
import type { Policy } from './policy.ts'
import { capacityOf, holdsRoom, isCounted } from './counted.ts'

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
  /** Instances that are leaving already, by zone: what they hold comes free, and is waited for. */
  readonly leaving: ReadonlyMap<string, number>
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
  const memo: Pick<Memo, 'sizes' | 'surge' | 'follows'> = fleet.memo ?? { sizes: fleet.sizes, surge: policy.surge }
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
    leaving: tally(fleet.instances.filter(holdsRoom).map(({ zone }) => zone)),
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
  /** Addresses that a launch can take; no end of them in an IPv6-native subnet. */
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
  /** `balanced-only`: AWS waits for a zone that is full, and launches in no other instead. */
  readonly distribution?: 'balanced-only' | undefined
}

/** One thing of which there is not enough. */
export interface Shortage {
  readonly group: string
  readonly what: string
  readonly have: number
  readonly need: number
  /** AWS launches elsewhere instead: worth knowing, and no more. */
  readonly isBearable?: true
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
    const { subnets, targetGroups, vcpus, distribution } = around(demand.group)
    return [
      ...(subnets === undefined ? [] : addressShortages(demand, { subnets, distribution }, free)),
      ...(targetGroups ?? []).flatMap((room) => targetShortage(demand, room, registered)),
      ...(vcpus ?? []).flatMap((room) => vcpuShortage(demand, room, used)),
    ]
  })
}

/**
 * AWS launches where a group has fewest instances, and where that zone is full in another one: there is too little only
 * where all zones together have no room. A group whose distribution is `balanced-only` has room only where each zone has.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html
 */
function addressShortages(
  demand: Demand,
  { subnets, distribution }: { readonly subnets: readonly SubnetHeadroom[] } & Pick<GroupHeadroom, 'distribution'>,
  left: Map<string, number>,
): readonly Shortage[] {
  for (const { id, free } of subnets) if (!left.has(id)) left.set(id, free)
  const zones = [...new Set(subnets.map(({ zone }) => zone))]
  const idsIn = (zone: string): readonly string[] => subnets.flatMap((one) => (one.zone === zone ? one.id : []))
  for (const zone of zones) release(idsIn(zone), left, demand.leaving.get(zone) ?? 0)
  const freeIn = (zone: string): number => idsIn(zone).reduce((sum, id) => sum + (left.get(id) ?? 0), 0)
  const total = zones.reduce((sum, zone) => sum + freeIn(zone), 0)
  const named = (zone: string): string => `${idsIn(zone).join(', ')} (${zone})`
  const parts = [...landings(demand, zones, freeIn)].map(([zone, need]) => {
    const what = `free addresses in ${named(zone)}`
    return { zone, shortage: { group: demand.group, what, have: freeIn(zone), need } }
  })
  const short = parts.flatMap(({ shortage }) => (shortage.need > shortage.have ? [shortage] : []))
  let missing = short.reduce((sum, { need, have }) => sum + need - have, 0)
  for (const { zone, shortage } of parts) take(idsIn(zone), left, Math.min(shortage.need, shortage.have))
  for (const zone of zones) missing -= take(idsIn(zone), left, missing)
  if (distribution === 'balanced-only') return short
  if (total >= demand.launches) return short.map((each) => ({ ...each, isBearable: true }))
  const what = `free addresses in ${zones.map(named).join(' and ')}`
  return [{ group: demand.group, what, have: total, need: demand.launches }]
}

function release(ids: readonly string[], left: Map<string, number>, count: number): void {
  const [first] = ids
  if (first !== undefined) left.set(first, (left.get(first) ?? 0) + count)
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

/** Gives how many could be taken. */
function take(ids: readonly string[], left: Map<string, number>, count: number): number {
  let open = count
  for (const id of ids) {
    const taken = Math.min(open, left.get(id) ?? 0)
    left.set(id, (left.get(id) ?? 0) - taken)
    open -= taken
  }
  return count - open
}

const leavingIn = ({ leaving }: Demand): number => [...leaving.values()].reduce((sum, each) => sum + each, 0)

function targetShortage(
  demand: Demand,
  { name, registered, limit }: TargetHeadroom,
  known: Map<string, number>,
): readonly Shortage[] {
  const { group, launches } = demand
  const before = Math.max(0, (known.get(name) ?? registered) - leavingIn(demand))
  known.set(name, before + launches)
  if (before + launches <= limit) return []
  return [{ group, what: `targets in ${name}`, have: Math.max(0, limit - before), need: launches }]
}

/** What comes is taken to be of the types, and paid, as what is there: in full shares, so that a doubt stops nothing. */
function vcpuShortage(
  demand: Demand,
  { name, quota, used, own }: VcpuHeadroom,
  known: Map<string, number>,
): readonly Shortage[] {
  const { group, launches } = demand
  const inVcpus = (instances: number): number => Math.floor((instances * own.vcpus) / own.instances)
  const before = Math.max(0, (known.get(name) ?? used) - inVcpus(leavingIn(demand)))
  const need = inVcpus(launches)
  known.set(name, before + need)
  if (before + need <= quota) return []
  return [{ group, what: `vCPUs of ${name}`, have: Math.max(0, quota - before), need }]
}

/** `free addresses in subnet-1 (eu-west-1a): have 2, need 3`. */
export const shortageInWords = ({ what, have, need, isBearable }: Shortage): string =>
  `${what}: have ${have}, need ${need}${isBearable ? ', so AWS launches the others in other zones' : ''}`

/** What a person should know although it stops nothing; undefined where MaxSize has room. */
export const raiseInWords = ({ group, desired, max }: Demand): string | undefined =>
  desired <= max
    ? undefined
    : `MaxSize of ${group} is ${max} and is raised to ${desired} for the time of the roll. Where the role must not do that, AWS refuses it together with the larger capacity: nothing is launched then.`
