import type { ComputeInstance } from '../interfaces.ts'
import { beginActivity, end } from './activities.ts'
import { isLeaving, isRetained } from './capacity.ts'
import { coolDown } from './cooldown.ts'
import { TERMINATING, hold, dropWaits } from './hooks.ts'
import type { ActivityRecord, Group, Member } from './model.ts'
import { deregister } from './registration.ts'
import { wake } from './schedule.ts'
import { stamp, type AutoScalingState } from './state.ts'

export interface Termination {
  /** What follows `At <time> instance i-… ` or, beginning with `At `, the whole cause. */
  readonly cause: string
  /** `skip`: a forced deletion waits neither for hooks nor for draining. */
  readonly hooks?: 'run' | 'skip'
  /** On scale-in: where its group reuses instances, it goes to the warm pool instead. */
  readonly destination?: 'pool if reused'
  /** Why a launch still in progress fails. */
  readonly launchFailure?: string
  /** The activity of the request, where the termination had to wait. */
  readonly activity?: ActivityRecord
}

/**
 * Takes an instance out: deregister and drain first, then the hooks, then the shutdown. Until EC2 says `terminated` it
 * stays among the group's instances. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html
 */
export function terminate(autoScaling: AutoScalingState, member: Member, termination: Termination): ActivityRecord {
  const { cause, hooks = 'run', launchFailure, destination } = termination
  const { group, id } = member
  const pooled = group.pool.has(id)
  member.returning = destination !== undefined && member.lifecycle === 'InService' && reuses(group)
  dropWaits(member)
  end(autoScaling, member.activity, {
    status: 'Cancelled',
    reason: launchFailure ?? 'The instance is being terminated.',
  })
  const now = stamp(autoScaling.timeline.now)
  const activity =
    termination.activity ??
    beginActivity(autoScaling, group, {
      Description: `Terminating EC2 instance: ${id}${pooled ? ' from warm pool' : ''}`,
      Cause: cause.startsWith('At ') ? cause : `At ${now} instance ${id} ${cause}`,
      zone: member.zone,
      progress: 0,
    })
  member.activity = activity
  member.lifecycle = pooled ? 'Warmed:Terminating' : 'Terminating'
  group.rebalancing.delete(id)
  group.deferred.delete(id)
  const drainSeconds = pooled ? 0 : deregister(autoScaling, member)
  if (hooks === 'skip') shutDown(autoScaling, member)
  else if (drainSeconds <= 0) askHooks(autoScaling, member)
  else {
    activity.StatusCode = 'WaitingForELBConnectionDraining'
    autoScaling.timeline.after(drainSeconds, () => {
      // A forced deletion may have overtaken the draining.
      if (member.activity === activity && !activity.EndTime) askHooks(autoScaling, member)
    })
  }
  wake(autoScaling, group)
  return activity
}

function askHooks(autoScaling: AutoScalingState, member: Member): void {
  const held = hold(autoScaling, member, TERMINATING, ({ result }) => {
    if (result === 'ABANDON' && retains(member.group)) {
      retain(autoScaling, member)
      return
    }
    if (member.lifecycle === 'Terminating:Wait') member.lifecycle = 'Terminating:Proceed'
    if (member.lifecycle === 'Warmed:Terminating:Wait') member.lifecycle = 'Warmed:Terminating:Proceed'
    shutDown(autoScaling, member)
  })
  if (held === 'free') return
  member.lifecycle = member.lifecycle === 'Warmed:Terminating' ? 'Warmed:Terminating:Wait' : 'Terminating:Wait'
  if (member.activity) member.activity.StatusCode = 'MidLifecycleAction'
}

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RetentionTriggers.html */
const retains = ({ settings }: Group): boolean =>
  settings.InstanceLifecyclePolicy?.RetentionTriggers?.TerminateHookAbandon === 'retain'

/** Keeps an instance running, outside the capacity, until it is terminated by id; how its activity ends then is undocumented. */
function retain(autoScaling: AutoScalingState, member: Member): void {
  end(autoScaling, member.activity)
  member.activity = undefined
  member.returning = false
  member.lifecycle = member.group.pool.has(member.id) ? 'Warmed:Terminating:Retained' : 'Terminating:Retained'
  wake(autoScaling, member.group)
}

const reuses = ({ warmPool }: Group): boolean =>
  warmPool?.InstanceReusePolicy?.ReuseOnScaleIn === true && warmPool.Status === undefined

function shutDown(autoScaling: AutoScalingState, member: Member): void {
  if (member.activity && !member.activity.EndTime) member.activity.StatusCode = 'InProgress'
  const machine = autoScaling.compute.machine(member.id)
  if (member.returning && machine?.state === 'running' && reuses(member.group)) {
    giveToPool(autoScaling, member)
    return
  }
  member.returning = false
  if (!machine || machine.state === 'terminated') remove(autoScaling, member)
  else autoScaling.compute.terminate(member.id)
}

/** Moves an instance out of service into the warm pool; there the group prepares it like the pool's others. */
function giveToPool(autoScaling: AutoScalingState, member: Member): void {
  const { group, id } = member
  end(autoScaling, member.activity)
  group.members.delete(id)
  group.pool.set(id, member)
  member.lifecycle = 'Warmed:Pending'
  member.protected = false
  member.inServiceAt = undefined
  wake(autoScaling, group)
}

/** Applies a state change of EC2 to a terminating instance. */
export function onLeavingMachine(autoScaling: AutoScalingState, member: Member, { state }: ComputeInstance): void {
  const shuttingDown = member.waiting.size === 0 && member.activity?.StatusCode === 'InProgress'
  const leaves = (isLeaving(plain(member.lifecycle)) && shuttingDown) || isRetained(member.lifecycle)
  if (state === 'terminated' && leaves) remove(autoScaling, member)
}

const plain = (lifecycle: string): string => lifecycle.replace(/^Warmed:/, '')

function remove(autoScaling: AutoScalingState, member: Member): void {
  member.lifecycle = member.group.pool.has(member.id) ? 'Warmed:Terminated' : 'Terminated'
  end(autoScaling, member.activity)
  coolDown(autoScaling, member.group)
  forget(autoScaling, member)
}

/** Removes an instance from the group. */
export function forget(autoScaling: AutoScalingState, { group, id }: Member): void {
  group.members.delete(id)
  group.pool.delete(id)
  group.rebalancing.delete(id)
  group.deferred.delete(id)
  for (const { outdated } of group.refreshes) outdated.delete(id)
  autoScaling.members.delete(id)
  wake(autoScaling, group)
}
