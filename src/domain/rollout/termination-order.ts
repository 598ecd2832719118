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
  /**
   * One of those that leave last which gets a successor all the same, since zones would end more than one apart without it; undefined
   * where none helps. They are kept back: all others leave before them.
   */
  nextToBalance(): Instance | undefined
  /** Whether one that may leave was held back until AWS has launched what is outstanding. */
  awaitsLaunch(): boolean
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
  /** Those of the staying that the roll has launched: one of them may leave again once it is beyond what is desired. */
  readonly movable?: readonly Instance[]
  /** How much is desired at the end. */
  readonly desiredAtEnd?: number
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
  /** What the roll has launched. */
  movable: number
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
 *
 * Where the first launches of a roll came where AWS chose, and too few follow to make up for it, one of those that leave last gets a
 * successor, and a new one of the fullest zone leaves at the end instead: one launch more than replacements, which AWS would make as
 * well once `AZRebalance` runs again, but without waiting until it serves.
 *
 * Worked example: one new and two old in three zones, surge 1. AWS launches beside the new one: 2-1-1. The first of the old has
 * its successor in its own zone. Without one for the last, zones end 2-1-0; with it 2-1-1, and one of the two leaves.
 */
export function terminationOrder(group: LeavingGroup): TerminationOrder {
  const { leaving, remaining = [], serving, lastToLeave = 0, outstanding = 0, desiredAtEnd = 0 } = group
  const zones = zonesOf(group)
  const launching = zones.filter(({ launches }) => launches)
  const share = lastToLeave / launching.length
  const lightest = Math.min(...[...leaving, ...remaining].map(({ weight }) => weight))
  let uncertain = land(launching, outstanding, lightest)
  let isLastOfZones = false
  let isHeld = false
  const hold = (): undefined => {
    isHeld = true
  }
  return {
    awaitsLaunch: () => isHeld,
    next(hasSuccessor) {
      if (!hasSuccessor && outstanding > 0) return hold()
      const all = zones.flatMap((zone) => (zone.next === undefined ? [] : [{ zone, instance: zone.next }]))
      const uneven = hasSuccessor ? undefined : unevenAtEnd(launching, desiredAtEnd)
      const free = all.filter(({ zone }) => uneven === undefined || !isKept(zone, uneven, launching))
      if (uneven !== undefined && free.length === 0 && zoneToBalance(launching, uneven) !== undefined) return undefined
      const waiting = free.length > 0 ? free : all
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
        if (uncertain > 0 && !isLastOfZones) return hold()
        isLastOfZones = true
      }
      take(zone, instance)
      if (hasSuccessor) uncertain = land(launching, uncertain + instance.weight, lightest)
      return instance
    },
    nextToBalance() {
      if (outstanding > 0 || uncertain > 0) return undefined
      const zone = zoneToBalance(launching, unevenAtEnd(launching, desiredAtEnd))
      const instance = zone?.next
      if (zone === undefined || instance === undefined) return undefined
      take(zone, instance)
      uncertain = land(launching, instance.weight, lightest)
      return instance
    },
  }
  function take(zone: Zone, instance: Instance): void {
    zone.queue.delete(instance)
    zone.next = firstOf(zone.queue, serving)
    zone.total -= instance.weight
    zone.outdated -= instance.weight
  }
}

/** How zones would end if nothing more were launched, where they are so far apart that AWS moves instances. */
interface UnevenEnd {
  /** How many are to be launched once more, as far as the roll has launched some in the fullest. */
  readonly missing: number
  /** The zones that must have some of them, and how many. */
  readonly lacking: ReadonlyMap<Zone, number>
  /** All zones in which the next may come. */
  readonly open: ReadonlySet<Zone>
}

/** Undefined where zones end alike, or there is nothing that could be moved. */
function unevenAtEnd(zones: readonly Zone[], desired: number): UnevenEnd | undefined {
  const ends = zones.map((zone) => ({ zone, count: zone.total - zone.outdated, movable: zone.movable }))
  const takeFromFullest = (least: number): boolean => {
    const [fullest] = ends.filter(({ movable }) => movable > 0).toSorted((a, b) => b.count - a.count)
    if (fullest === undefined || fullest.count < least) return false
    fullest.count -= 1
    fullest.movable -= 1
    return true
  }
  for (let beyond = sum(ends.map(({ count }) => count)) - desired; beyond > 0; beyond--) takeFromFullest(0)
  const share = Math.floor(sum(ends.map(({ count }) => count)) / ends.length)
  const lacking = new Map(ends.flatMap(({ zone, count }) => (count < share ? [[zone, share - count]] : [])))
  const usual = ends.filter(({ count }) => count === share)
  for (let missing = 0; ; missing++) {
    const [emptiest] = ends.toSorted((a, b) => a.count - b.count)
    const most = Math.max(...ends.map(({ count }) => count))
    if (emptiest === undefined || most - emptiest.count < 2 || !takeFromFullest(most)) {
      // One that need not fill what is lacking may come wherever it is no more than others have.
      const others = missing > sum([...lacking.values()]) ? usual.map(({ zone }) => zone) : []
      return missing > 0 ? { missing, lacking, open: new Set([...lacking.keys(), ...others]) } : undefined
    }
    emptiest.count += 1
  }
}

/** Whether all that are still to leave of a zone, or of all that lack some, are kept back to have successors. */
function isKept(zone: Zone, { lacking, open, missing }: UnevenEnd, zones: readonly Zone[]): boolean {
  const left = sum(zones.map((each) => (open.has(each) ? each.outdated : 0)))
  return open.has(zone) && (left <= missing || zone.outdated <= (lacking.get(zone) ?? 0))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** A zone that gives an instance so that AWS must launch in one that lacks some; undefined where it may choose another, or all end alike. */
function zoneToBalance(zones: readonly Zone[], uneven: UnevenEnd | undefined): Zone | undefined {
  return zones.find(
    (zone) =>
      zone.next !== undefined &&
      uneven?.open.has(zone) === true &&
      zones.every((each) => uneven.open.has(each) || each.total > zone.total - (zone.next?.weight ?? 0)),
  )
}

function zonesOf({
  leaving,
  remaining = [],
  staying,
  serving,
  zones: used,
  movable = [],
}: LeavingGroup): readonly Zone[] {
  const zones = new Map<string, Zone>()
  const zoneOf = (name: string): Zone => {
    const launches = used?.includes(name) ?? true
    const zone = zones.get(name) ?? { queue: new Set(), next: undefined, launches, total: 0, outdated: 0, movable: 0 }
    zones.set(name, zone)
    return zone
  }
  for (const name of used ?? []) zoneOf(name)
  for (const instance of leaving) zoneOf(instance.zone).queue.add(instance)
  for (const { zone, weight } of [...leaving, ...remaining]) zoneOf(zone).outdated += weight
  for (const { zone, weight } of [...leaving, ...remaining, ...staying]) zoneOf(zone).total += weight
  for (const { zone, weight } of movable) zoneOf(zone).movable += weight
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
