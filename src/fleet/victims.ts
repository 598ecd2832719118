import type { Instance } from './fleet.ts'

/** AWS's limit on the ids in one call: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html */
export const MAX_VICTIMS = 100

const age = (instance: Instance): number => instance.launchedAt ?? instance.firstSeenAt

/**
 * In which order instances leave: those that do not serve, then from the zone that has most, then the oldest. The
 * zones are counted over `population` and anew after each, so that a long list leaves the spread even.
 */
export function inOrderOfLeaving(
  candidates: readonly Instance[],
  serving: ReadonlySet<Instance>,
  population: readonly Instance[],
): Instance[] {
  const zones = new Map<string, number>()
  for (const { zone } of population) zones.set(zone, (zones.get(zone) ?? 0) + 1)
  const waiting = new Map<string, Instance[]>()
  const byAge = candidates.toSorted(
    (a, b) => Number(serving.has(a)) - Number(serving.has(b)) || age(a) - age(b) || (a.id < b.id ? -1 : 1),
  )
  for (const instance of byAge) {
    const queue = waiting.get(instance.zone)
    if (queue) queue.push(instance)
    else waiting.set(instance.zone, [instance])
  }
  const order: Instance[] = []
  while (order.length < candidates.length) {
    let best: Instance | undefined
    for (const [head] of waiting.values()) {
      if (head === undefined) continue
      if (best === undefined || leavesBefore(head, best, serving, zones)) best = head
    }
    if (best === undefined) break
    waiting.get(best.zone)?.shift()
    zones.set(best.zone, (zones.get(best.zone) ?? 0) - 1)
    order.push(best)
  }
  return order
}

function leavesBefore(
  a: Instance,
  b: Instance,
  serving: ReadonlySet<Instance>,
  zones: ReadonlyMap<string, number>,
): boolean {
  const broken = Number(serving.has(a)) - Number(serving.has(b))
  if (broken !== 0) return broken < 0
  const crowd = (zones.get(b.zone) ?? 0) - (zones.get(a.zone) ?? 0)
  if (crowd !== 0) return crowd < 0
  return age(a) - age(b) < 0 || (age(a) === age(b) && a.id < b.id)
}
