import type { Instance } from './fleet.ts'

/** AWS's limit on the ids in one call: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html */
export const MAX_TERMINATIONS_PER_CALL = 100

/** Which instance leaves next, one after the other. */
export interface TerminationOrder {
  /**
   * The next one; `hasSuccessor` says whether AWS will launch another in its place. Undefined when none is left, or when
   * the next must wait until AWS has launched what is outstanding.
   */
  next(hasSuccessor: boolean): Instance | undefined
}

/** The instances of a group that count, and what AWS is still to launch; capacities in the group's unit. */
export interface LeavingGroup {
  /** Those that may leave now. */
  readonly leaving: readonly Instance[]
  /** Those that leave later. */
  readonly remaining?: readonly Instance[]
  /** All others that count. */
  readonly staying: readonly Instance[]
  /** Those that leave after all others. */
  readonly serving: ReadonlySet<Instance>
  /** The zones that AWS launches in; default: those of the instances. */
  readonly zones?: readonly string[] | undefined
  /** What is desired and not there yet. */
  readonly outstanding?: number
  /** How much leaves at the very end, without successors. */
  readonly lastToLeave?: number
}

interface Zone {
  /** Those that may leave. */
  readonly queue: Set<Instance>
  /** The first of them; undefined when none is left. */
  next: Instance | undefined
  /** Whether AWS launches here: not in a zone that was taken from the group, where instances may be left. */
  readonly launches: boolean
  total: number
  /** What is still to leave. */
  outdated: number
}

/**
 * In which order instances leave, so that a roll ends with the new ones spread evenly and `AZRebalance` finds nothing to
 * do. AWS launches where a group has fewest instances, so all together are spread evenly at any time, and the new ones
 * alone are in the end if those that leave last, without successors, are. So with a successor the next leaves
 *
 * 1. where it does not serve,
 * 2. from a zone that the group does not use any more,
 * 3. from the zone that has most that are still to leave,
 * 4. from the zone that has fewest in all: there its successor must come.
 *
 * Before a zone goes below its even share of those that leave last, all launches are waited for: where AWS could choose, the zones that
 * got more keep one more of those that leave last.
 *
 * Worked example: 3-3, surge 3. AWS launches 2-1, and one of each zone leaves: 4-3. Of the two launches one must come
 * into the second zone, but then AWS may choose: 5-4 or 4-5, each with 2-2 outdated. So the third waits for it, and then
 * leaves from the zone with four: its successor must come there. Both zones have three new ones, whatever AWS chose.
 */
export function terminationOrder(group: LeavingGroup): TerminationOrder {
  const { leaving, remaining = [], serving, lastToLeave = 0, outstanding = 0 } = group
  const zones = zonesOf(group)
  const launching = zones.filter(({ launches }) => launches)
  const share = lastToLeave / launching.length
  const lightest = Math.min(...[...leaving, ...remaining].map(({ weight }) => weight))
  let uncertain = land(launching, outstanding, lightest)
  let isLastOfZones = false
  return {
    next(hasSuccessor) {
      if (!hasSuccessor && outstanding > 0) return undefined
      const waiting = zones.flatMap((zone) => (zone.next === undefined ? [] : [{ zone, instance: zone.next }]))
      const [first] = waiting.toSorted((a, b) => {
        const steering = hasSuccessor
          ? b.zone.outdated - a.zone.outdated || a.zone.total - b.zone.total
          : b.zone.total - a.zone.total
        return (
          Number(serving.has(a.instance)) - Number(serving.has(b.instance)) ||
          Number(a.zone.launches) - Number(b.zone.launches) ||
          steering ||
          byAge(a.instance, b.instance)
        )
      })
      if (first === undefined) return undefined
      const { zone, instance } = first
      if (hasSuccessor && zone.launches && zone.outdated - instance.weight < share) {
        if (uncertain > 0 && !isLastOfZones) return undefined
        isLastOfZones = true
      }
      zone.queue.delete(instance)
      zone.next = firstOf(zone.queue, serving)
      zone.total -= instance.weight
      zone.outdated -= instance.weight
      if (hasSuccessor) uncertain = land(launching, uncertain + instance.weight, lightest)
      return instance
    },
  }
}

function zonesOf({ leaving, remaining = [], staying, serving, zones: used }: LeavingGroup): readonly Zone[] {
  const zones = new Map<string, Zone>()
  const zoneOf = (name: string): Zone => {
    const launches = used?.includes(name) ?? true
    const zone = zones.get(name) ?? { queue: new Set(), next: undefined, launches, total: 0, outdated: 0 }
    zones.set(name, zone)
    return zone
  }
  for (const name of used ?? []) zoneOf(name)
  for (const instance of leaving) zoneOf(instance.zone).queue.add(instance)
  for (const { zone, weight } of [...leaving, ...remaining]) zoneOf(zone).outdated += weight
  for (const { zone, weight } of [...leaving, ...remaining, ...staying]) zoneOf(zone).total += weight
  for (const zone of zones.values()) zone.next = firstOf(zone.queue, serving)
  return [...zones.values()]
}

/** Which leaves first in its zone: one of a thousand is found, not a thousand sorted. */
function firstOf(queue: Iterable<Instance>, serving: ReadonlySet<Instance>): Instance | undefined {
  let first: Instance | undefined
  for (const each of queue)
    if (first === undefined || (Number(serving.has(each)) - Number(serving.has(first)) || byAge(each, first)) < 0)
      first = each
  return first
}

/** Counts launches where they must come; gives those for which AWS may choose among zones that have equally few. */
function land(zones: readonly Zone[], outstanding: number, weight: number): number {
  let left = outstanding
  while (left >= weight) {
    const fewest = Math.min(...zones.map(({ total }) => total))
    const emptiest = zones.filter(({ total }) => total === fewest)
    if (emptiest.length > 1 && emptiest.length * weight > left) return left
    for (const zone of emptiest) zone.total += weight
    left -= emptiest.length * weight
  }
  return 0
}

const age = (instance: Instance): number => instance.launchedAt ?? instance.firstSeenAt

const byAge = (a: Instance, b: Instance): number => age(a) - age(b) || (a.id < b.id ? -1 : 1)
