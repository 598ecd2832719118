/** The zones of a group in which no load balancer of it sends requests to an instance. Pure. */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import { isUnserved } from './readiness.ts'

/** One load balancer, or what stands behind a target group together, and the zones that it serves. */
export interface ServedZones {
  readonly balancer: string
  readonly zones: readonly string[]
}

/** Where a group launches, and what its load balancers serve; those without a load balancer in use are left out. */
export interface ZonesOfGroup {
  readonly group: string
  readonly zones: readonly string[]
  readonly served: readonly ServedZones[]
}

/** The zones of a group that none of its load balancers serves; none where it has no load balancer in use. */
export const unservedZones = ({ zones, served }: Omit<ZonesOfGroup, 'group'>): readonly string[] =>
  served.length === 0 ? [] : zones.filter((zone) => served.every((each) => !each.zones.includes(zone)))

/** `web launches into eu-west-1c, which none of its load balancers serves (targetgroup/web/0123456789abcdef)`. */
export const unservedInWords = (of: ZonesOfGroup): string =>
  `${of.group} launches into ${unservedZones(of).join(', ')}, which none of its load balancers serves (${of.served.map(({ balancer }) => balancer).join(', ')})`

/** What a person can do about a zone that is not served. */
export const SERVE_ZONE =
  'Enable the zone for the load balancer, or take its subnet out of the group: what is launched there gets no requests.'

/** The same where the group launches nothing there any more. */
const LEAVE_ZONE =
  'The group launches nothing there any more: terminate what is left there, and AWS launches it elsewhere; or enable the zone for the load balancer.'

/**
 * Stops where an instance is in a zone that no load balancer of the group serves. It is no capacity and never becomes any: to
 * wait for it is in vain, and each instance that leaves for it takes service away.
 */
export function haltOnUnservedZone({ fleet }: Pick<Situation, 'fleet'>): Action | undefined {
  const unserved = fleet.instances.filter(isUnserved)
  const [first] = unserved
  if (first === undefined) return undefined
  const zones = [...new Set(unserved.map(({ zone }) => zone))].toSorted()
  const said = first.balancers.map(({ balancer, reason }) => `${balancer}: ${reason}`)
  return {
    kind: 'halt',
    reason: `no load balancer of the group serves ${zones.join(', ')}, where ${unserved.map(({ id }) => id).join(', ')} ${unserved.length === 1 ? 'is' : 'are'} (${said.join('; ')})`,
    remedy: zones.some((zone) => fleet.zones?.includes(zone) !== false) ? SERVE_ZONE : LEAVE_ZONE,
  }
}
