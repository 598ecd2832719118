import { counted, isSuspended, units } from './capacity.ts'
import type { Group, Member } from './model.ts'
import { wake, wakeAt } from './schedule.ts'
import type { AutoScalingState } from './state.ts'
import { terminate } from './terminate.ts'

/**
 * How much healthy capacity stays while instances are replaced, and how much there may be in all, in the group's unit; undefined
 * without a policy, and where its maximum allows no launch before a termination: then instances leave first.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-maintenance-policy-overview-and-considerations.html
 */
function boundsOf({ settings, sizes }: Group): { readonly floor: number; readonly most: number } | undefined {
  const { MinHealthyPercentage: min, MaxHealthyPercentage: max } = settings.InstanceMaintenancePolicy ?? {}
  if (min === undefined || max === undefined || max <= 100) return undefined
  const floor = Math.ceil((sizes.desired * min) / 100)
  const most = Math.floor((sizes.desired * max) / 100)
  return { floor, most: floor >= sizes.desired ? Math.max(most, sizes.desired + 1) : most }
}

/** In service, healthy, and past the group's warm-up. */
function healthyUnits({ timeline }: AutoScalingState, { settings }: Group, members: readonly Member[]): number {
  const warmup = settings.DefaultInstanceWarmup ?? 0
  return units(
    members.filter(
      ({ lifecycle, healthy, inServiceAt = 0 }) =>
        lifecycle === 'InService' && healthy && timeline.now >= inServiceAt + warmup,
    ),
  )
}

/** Whether an unhealthy instance waits, since others are to come into service before it leaves. One that has stopped cannot wait. */
export function waitsForOthers(state: AutoScalingState, group: Group, { id }: Member): boolean {
  const bounds = boundsOf(group)
  if (bounds === undefined || state.compute.machine(id)?.state !== 'running') return false
  const members = counted(group)
  if (healthyUnits(state, group, members) >= bounds.floor) return false
  // Where nothing more may be launched, one has to leave all the same.
  const isFull = units(members) >= bounds.most && members.every(({ lifecycle }) => lifecycle === 'InService')
  wake(state, group)
  return !isFull
}

/** What the group may have beyond its desired capacity for what is to be replaced. */
export function maintenanceSurge(state: AutoScalingState, group: Group): number {
  const bounds = boundsOf(group)
  if (bounds === undefined || isSuspended(group, 'Launch') || isSuspended(group, 'Terminate')) return 0
  const wanted = units([...waiting(state, group), ...expired(state, group).slice(0, 1)])
  return Math.max(0, Math.min(wanted, bounds.most - group.sizes.desired))
}

/** Unhealthy instances that run still, and wait for what replaces them. */
function waiting({ compute }: AutoScalingState, group: Group): Member[] {
  if (isSuspended(group, 'ReplaceUnhealthy')) return []
  return counted(group).filter(({ id, healthy }) => !healthy && compute.machine(id)?.state === 'running')
}

/**
 * Whether what a group launches beyond its desired capacity replaces an unhealthy instance. AWS documents no words for a launch
 * that comes before the termination: those of one that comes after it (chosen).
 */
export const replacesFirst = (state: AutoScalingState, group: Group): boolean =>
  boundsOf(group) !== undefined && waiting(state, group).length > 0

/** The instances that have been in service for longer than the group allows; protected ones stay (chosen). */
function expired({ timeline }: AutoScalingState, group: Group): Member[] {
  const { MaxInstanceLifetime: most } = group.settings
  if (most === undefined) return []
  return counted(group).filter(
    (member) =>
      member.lifecycle === 'InService' && !member.protected && timeline.now >= (member.inServiceAt ?? Infinity) + most,
  )
}

/**
 * Replaces instances that are too old, one after the other; nothing while Launch or Terminate is suspended.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html
 */
export function replaceExpired(state: AutoScalingState, group: Group): void {
  const { MaxInstanceLifetime: most } = group.settings
  if (most === undefined) return
  const members = counted(group)
  const next = Math.min(...members.map(({ inServiceAt = Infinity }) => inServiceAt + most).filter((at) => at > state.timeline.now)) // prettier-ignore
  if (next < Infinity) wakeAt(state, group, next)
  const [oldest] = expired(state, group).toSorted((one, other) => one.launchedAt - other.launchedAt)
  if (!oldest || isSuspended(group, 'Launch') || isSuspended(group, 'Terminate')) return
  const bounds = boundsOf(group)
  const healthy = healthyUnits(state, group, members)
  const mayLeave = bounds ? healthy - oldest.weight >= bounds.floor : healthy >= group.sizes.desired
  wake(state, group)
  // unsourced text
  if (mayLeave)
    terminate(state, oldest, { cause: 'was taken out of service in response to its maximum instance lifetime.' })
}
