import type { ComputeInstance } from '../interfaces.ts'
import { LAUNCHING, hold } from './hooks.ts'
import { succeeded } from './launch.ts'
import type { Member } from './model.ts'
import { register } from './registration.ts'
import { wake } from './schedule.ts'
import { noteAbandoned } from './launch-backoff.ts'
import { terminate } from './terminate.ts'
import type { AutoScalingState } from './state.ts'

/** The instance runs: hooks first, then the load balancers, then it is in service. */
export function onRunning(autoScaling: AutoScalingState, member: Member, { state }: ComputeInstance): void {
  if (state !== 'running') return
  if (member.lifecycle === 'Pending' || member.lifecycle === 'Warmed:Pending') askLaunchHooks(autoScaling, member)
}

/** Runs the launch hooks of an instance that is pending, in the group or in its pool. */
export function askLaunchHooks(autoScaling: AutoScalingState, member: Member): void {
  const prefix = member.lifecycle === 'Warmed:Pending' ? 'Warmed:' : ''
  const held = hold(autoScaling, member, LAUNCHING, (verdict) => {
    if (verdict.result === 'ABANDON') {
      noteAbandoned(autoScaling, member.group)
      terminate(autoScaling, member, { cause: 'was taken out of service in response to an abandoned lifecycle action.', launchFailure: verdict.reason })
      return
    }
    if (member.lifecycle === 'Pending:Wait') member.lifecycle = 'Pending:Proceed'
    if (prefix === 'Warmed:') settle(autoScaling, member)
    else enterService(autoScaling, member)
  }) // prettier-ignore
  if (held === 'free') return
  member.lifecycle = prefix === 'Warmed:' ? 'Warmed:Pending:Wait' : 'Pending:Wait'
  if (member.activity) member.activity.StatusCode = 'MidLifecycleAction'
}

/** Registers and puts in service; from here the grace period and the warm-up count. */
export function enterService(autoScaling: AutoScalingState, member: Member): void {
  const { group } = member
  register(autoScaling, member)
  member.lifecycle = 'InService'
  member.inServiceAt = autoScaling.timeline.now
  group.rebalancing.delete(member.id)
  group.abandoned = { times: 0, until: 0 }
  succeeded(autoScaling, member)
  wake(autoScaling, group)
}

/** The instance is prepared: stopped where the pool keeps stopped ones. */
function settle(autoScaling: AutoScalingState, member: Member): void {
  const state = member.group.warmPool?.PoolState ?? 'Stopped'
  member.lifecycle = `Warmed:${state}`
  if (state !== 'Running') autoScaling.compute.stop?.(member.id)
  succeeded(autoScaling, member)
  wake(autoScaling, member.group)
}
