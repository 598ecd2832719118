import type { Instance } from './fleet.ts'

/** AWS's limit on the ids in one call: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html */
export const MAX_TERMINATIONS_PER_CALL = 100

/** Which instance leaves next, one after the other. */
export interface TerminationOrder {
  /** The next one; `hasSuccessor` says whether AWS will launch another in its place. Undefined when none is left. */
  next(hasSuccessor: boolean): Instance | undefined
}

interface ZoneQueue {
  /** Those that may leave, the first first. */
  readonly queue: Instance[]
  total: number
  /** How many of them are there to stay. */
  staying: number
}

/**
 * In which order instances leave: those that do not serve; then from the zone whose loss steers the successor into
 * the zone that has fewest new ones, since AWS launches where a group has fewest instances; then from the zone that has
 * most; then the oldest. So a roll ends with the new ones spread evenly, and `AZRebalance` finds nothing to do.
 *
 * Worked example: 3-2-2 instances of which 1-0-0 are new. If one of the first zone left, all zones would be equal and
 * AWS might launch anywhere, the first zone again included. If one of the second leaves, its successor must come there.
 */
export function terminationOrder({
  leaving,
  serving,
  staying,
}: {
  readonly leaving: readonly Instance[]
  readonly serving: ReadonlySet<Instance>
  /** All others that count. */
  readonly staying: readonly Instance[]
}): TerminationOrder {
  const zones = new Map<string, ZoneQueue>()
  const zoneOf = ({ zone }: Instance): ZoneQueue => {
    const known = zones.get(zone) ?? { queue: [], total: 0, staying: 0 }
    zones.set(zone, known)
    return known
  }
  const first = (a: Instance, b: Instance): number => Number(serving.has(a)) - Number(serving.has(b)) || byAge(a, b)
  for (const instance of leaving.toSorted(first)) {
    const zone = zoneOf(instance)
    zone.queue.push(instance)
    zone.total++
  }
  for (const instance of staying) {
    const zone = zoneOf(instance)
    zone.total++
    zone.staying++
  }
  return {
    next(hasSuccessor) {
      const all = [...zones.values()]
      const waiting = all.filter(({ queue }) => queue.length > 0)
      const [best] = waiting.toSorted((a, b) => {
        const [x, y] = [a.queue[0] as Instance, b.queue[0] as Instance]
        const broken = Number(serving.has(x)) - Number(serving.has(y))
        const steering = hasSuccessor ? newWhereNext(all, a) - newWhereNext(all, b) : 0
        return broken || steering || b.total - a.total || byAge(x, y)
      })
      const instance = best?.queue.shift()
      if (best === undefined || instance === undefined) return undefined
      best.total--
      if (hasSuccessor) land(all)
      return instance
    },
  }
}

/** The most new ones that the zone of the next launch may have already, if one of `zone` left. */
function newWhereNext(zones: readonly ZoneQueue[], zone: ZoneQueue): number {
  const totalOf = (each: ZoneQueue): number => each.total - Number(each === zone)
  const fewest = Math.min(...zones.map(totalOf))
  return Math.max(...zones.filter((each) => totalOf(each) === fewest).map(({ staying }) => staying))
}

/** A successor arrives where there are fewest; among equals, hopefully where there are fewest new ones. */
function land(zones: readonly ZoneQueue[]): void {
  const [target] = zones.toSorted((a, b) => a.total - b.total || a.staying - b.staying)
  if (target === undefined) return
  target.total++
  target.staying++
}

const age = (instance: Instance): number => instance.launchedAt ?? instance.firstSeenAt

const byAge = (a: Instance, b: Instance): number => age(a) - age(b) || (a.id < b.id ? -1 : 1)
