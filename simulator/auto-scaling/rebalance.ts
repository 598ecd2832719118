import { counted, isSuspended, units, unitsByZone } from './capacity.ts'
import { emptiest, launch, mayLaunch } from './launch.ts'
import { offers } from './market.ts'
import type { Group } from './model.ts'
import { stamp, type AutoScalingState } from './state.ts'
import { isShifted } from './zonal-shift.ts'

/** A tenth of the maximum size, and one at least. https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html */
export const margin = ({ sizes }: Group): number => Math.max(1, Math.floor(sizes.max / 10))

/**
 * Launches where the group has too little, so that the ordinary scale-in can then terminate where it has too much.
 * While Terminate is suspended the second half does not come: the group grows, up to its margin.
 */
export function rebalance(state: AutoScalingState, group: Group): void {
  if (!mayLaunch(group) || isSuspended(group, 'AZRebalance') || group.zones.length === 0) return
  if (isShifted(group, state.shiftedZones)) return
  const members = [...counted(group)]
  // One step after the other: zones are not rebalanced while instances launch.
  if (members.some(({ lifecycle }) => lifecycle !== 'InService')) return
  const zones = unitsByZone(group, members)
  const limit = Math.max(group.sizes.desired, group.sizes.max) + margin(group)
  const most = group.sizes.desired + margin(group)
  let size = units(members)
  while (size < Math.min(limit, most)) {
    const to = emptiest(state, group, zones)
    if (to === undefined) return
    // What is protected from scale-in stays where it is.
    const movable = members.filter((member) => !member.protected)
    const fullest = Math.max(0, ...movable.map(({ zone }) => zones.get(zone) ?? 0))
    const stranded = [...zones].some(([zone, capacity]) => capacity > 0 && !group.zones.includes(zone))
    // With weights only what makes the zones more alike: one instance less there and one more here.
    const lightest = Math.min(...movable.filter(({ zone }) => zones.get(zone) === fullest).map(({ weight }) => weight))
    const heavy = Math.max(2 * lightest - 1, offers(group, members)[0]?.weight ?? 1)
    if (fullest - (zones.get(to) ?? 0) <= heavy && !stranded) return
    const from = [...zones.keys()].filter((zone) => zone !== to).sort().join(' ') // prettier-ignore
    const cause = `At ${stamp(state.timeline.now)} instances were launched to balance instances in zones ${to} with other zones ${from} resulting in more than desired number of instances in the group.`
    const member = launch(state, group, { zone: to, cause, members, pool: 'no' })
    if (!member) return
    group.rebalancing.add(member.id)
    zones.set(to, (zones.get(to) ?? 0) + member.weight)
    members.push(member)
    size += member.weight
  }
}

/** What the group may have beyond its desired capacity while the new ones of a rebalancing boot. */
export function balancingUnits(group: Group): number {
  let sum = 0
  for (const id of group.rebalancing) sum += group.members.get(id)?.weight ?? 0
  return sum
}
