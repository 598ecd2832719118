import type { Balancing } from '../interfaces.ts'
import { isSuspended } from './capacity.ts'
import type { Member } from './model.ts'
import type { AutoScalingState } from './state.ts'

/** Registers an instance everywhere; instances launched while AddToLoadBalancer is suspended are never registered. */
export function register(state: AutoScalingState, member: Member): void {
  if (isSuspended(member.group, 'AddToLoadBalancer')) return
  for (const { id, type } of member.group.attachments.values()) {
    if (type === 'vpc-lattice') continue
    if (!state.balancing.exists(id)) continue
    state.balancing.register(id, member.id)
    member.registered.add(id)
  }
}

/** Deregisters everywhere; gives the seconds until the last one has drained. */
export function deregister(state: AutoScalingState, member: Member): number {
  let seconds = 0
  // Not only where Auto Scaling registered it: an operator may have registered it as well.
  for (const { id, type } of member.group.attachments.values()) {
    if (type === 'vpc-lattice') continue
    if (!member.registered.has(id) && healthIn(state, id, member.id) === 'unused') continue
    seconds = Math.max(seconds, state.balancing.deregister(id, member.id))
  }
  member.registered.clear()
  return seconds
}

/** The instance's health in a load balancer; `unused` when the load balancer was deleted meanwhile. */
export const healthIn = (state: AutoScalingState, name: string, instanceId: string): ReturnType<Balancing['health']> =>
  state.balancing.exists(name) ? state.balancing.health(name, instanceId) : 'unused'
