import { counted, counts, isSuspended, units, unitsByZone } from './capacity.ts'
import { asksBalancers } from './health.ts'
import { emptiest, launch, mayLaunch } from './launch.ts'
import type { Group, Member } from './model.ts'
import { healthIn } from './registration.ts'
import { wake, wakeAt } from './schedule.ts'
import { terminate } from './terminate.ts'
import { stamp, type AutoScalingState } from './state.ts'

/** How often a group looks whether what replaces an instance at risk has passed its health checks. */
const LOOK_SECONDS = 20

/**
 * EC2 recommends to replace a Spot Instance that is at an elevated risk of interruption. A group does so where it has
 * `CapacityRebalance`; else nothing happens before the interruption.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-rebalancing.html
 */
export function recommendRebalance(state: AutoScalingState, member: Member): void {
  const { group, id, market } = member
  if (group.settings.CapacityRebalance !== true || market !== 'spot' || !counts(member)) return
  if (!group.atRisk.has(id)) group.atRisk.set(id, undefined)
  wake(state, group)
}

/** Launches what replaces the instances at risk, beyond the desired capacity, and terminates each once its own is healthy. */
export function replaceAtRisk(state: AutoScalingState, group: Group): void {
  for (const [id, successorId] of group.atRisk) {
    const member = group.members.get(id)
    const successor = successorId === undefined ? undefined : group.members.get(successorId)
    if (member === undefined || !counts(member)) group.atRisk.delete(id)
    else if (successor === undefined || !counts(successor)) launchSuccessor(state, member)
    else if (isHealthy(state, successor) && !isSuspended(group, 'Terminate')) {
      group.atRisk.delete(id)
      // The text is unsourced.
      terminate(state, member, {
        cause: 'was taken out of service in response to an EC2 instance rebalance recommendation.',
      })
    } else wakeAt(state, group, state.timeline.now + LOOK_SECONDS)
  }
}

function launchSuccessor(state: AutoScalingState, { group, id, weight }: Member): void {
  group.atRisk.set(id, undefined)
  const members = counted(group)
  const { desired, max } = group.sizes
  // AWS: up to 10 percent of the desired capacity beyond the maximum; that it is one instance at least is chosen.
  const most = Math.max(desired, max) + Math.max(weight, Math.floor(desired / 10))
  const zone = emptiest(state, group, unitsByZone(group, members))
  // Of more than is desired none is replaced (chosen): scale-in takes the new one away again.
  const isSurplus = units(members) - atRiskUnits(group) > desired
  if (!mayLaunch(group) || isSurplus || zone === undefined || units(members) + weight > most) {
    wakeAt(state, group, state.timeline.now + LOOK_SECONDS)
    return
  }
  const cause = `At ${stamp(state.timeline.now)} an instance was launched in response to an EC2 instance rebalance recommendation for ${id}.` // unsourced text
  const successor = launch(state, group, { zone, cause, members, pool: 'no' })
  if (successor !== undefined) group.atRisk.set(id, successor.id)
}

function isHealthy(state: AutoScalingState, { id, group, lifecycle, healthy }: Member): boolean {
  if (lifecycle !== 'InService' || !healthy) return false
  if (!asksBalancers(group)) return true
  return [...group.attachments.values()].every((each) => each.type === 'vpc-lattice' || passes(state, each.id, id))
}

/** Whether a load balancer calls an instance healthy, or cannot reach it, as without a listener: then none is waited for (chosen). */
function passes(state: AutoScalingState, balancer: string, instanceId: string): boolean {
  const { balancing } = state
  const health = healthIn(state, balancer, instanceId)
  if (health !== 'unused') return health === 'healthy'
  return !balancing.exists(balancer) || balancing.whyUnreached?.(balancer, instanceId) !== undefined
}

/** What the group has beyond its desired capacity while instances at risk are still there beside those that replace them. */
export function atRiskUnits(group: Group): number {
  let sum = 0
  for (const [id, successorId] of group.atRisk) {
    const pair = [id, successorId ?? ''].flatMap((each) => group.members.get(each) ?? []).filter(counts)
    if (pair.length === 2) sum += pair[0]?.weight ?? 0
  }
  return sum
}
