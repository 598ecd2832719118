import type {
  Activity,
  EnterStandbyCommandInput,
  EnterStandbyCommandOutput,
  ExitStandbyCommandInput,
  ExitStandbyCommandOutput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { beginActivity, end } from './activities.ts'
import { isSuspended, units } from './capacity.ts'
import { enterService } from './enter-service.ts'
import { onStopped } from './health.ts'
import { atMost } from './limits.ts'
import type { Group, Member } from './model.ts'
import { membersOf } from './protection.ts'
import { notInState, sizesForbid } from './refusals.ts'
import { deregister } from './registration.ts'
import { wake } from './schedule.ts'
import { requiredField, groupNamed, mutable, stamp, type AutoScalingState } from './state.ts'

export const MOST_PER_CALL = 20

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_EnterStandby.html */
export function enterStandby(
  autoScaling: AutoScalingState,
  input: EnterStandbyCommandInput,
): Omit<EnterStandbyCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(autoScaling, input.AutoScalingGroupName))
  const decrement = requiredField(input.ShouldDecrementDesiredCapacity, 'shouldDecrementDesiredCapacity')
  atMost(input.InstanceIds ?? [], MOST_PER_CALL, 'instanceIds')
  const members = membersOf(group, input.InstanceIds ?? [])
  for (const { id, lifecycle } of members) if (lifecycle !== 'InService') throw notInState(id, 'InService')
  if (decrement) takeFromDesired(group, { members, operation: 'place into standby' })
  const activities = members.map((member) =>
    moveToStandby(autoScaling, member, decrement ? ', and the desired capacity was decremented' : ''),
  )
  wake(autoScaling, group)
  return { Activities: activities }
}

/** Lowers the desired capacity by what leaves, or refuses because the minimum forbids it. */
export function takeFromDesired(
  group: Group,
  { members, operation }: { members: readonly Member[]; operation: string },
): void {
  const desired = group.sizes.desired - units(members)
  if (desired < group.sizes.min) throw sizesForbid(group, operation, members.length)
  group.sizes = { ...group.sizes, desired }
}

function moveToStandby(autoScaling: AutoScalingState, member: Member, note: string): Activity {
  const activity = beginActivity(autoScaling, member.group, {
    Description: `Moving EC2 instance to Standby: ${member.id}`,
    Cause: `At ${stamp(autoScaling.timeline.now)} instance ${member.id} was moved to standby in response to a user request${note}.`,
    zone: member.zone,
    progress: 50,
  })
  member.lifecycle = 'EnteringStandby'
  member.activity = activity
  autoScaling.timeline.after(deregister(autoScaling, member), () => {
    if (member.lifecycle !== 'EnteringStandby') return
    member.lifecycle = 'Standby'
    end(autoScaling, activity)
    member.activity = undefined
  })
  return { ...activity }
}

/** Back through Pending, without hooks; the desired capacity rises. */
export function exitStandby(
  autoScaling: AutoScalingState,
  input: ExitStandbyCommandInput,
): Omit<ExitStandbyCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(autoScaling, input.AutoScalingGroupName))
  atMost(input.InstanceIds ?? [], MOST_PER_CALL, 'instanceIds')
  const members = membersOf(group, input.InstanceIds ?? [])
  for (const { id, lifecycle } of members) if (lifecycle !== 'Standby') throw notInState(id, 'Standby')
  if (isSuspended(group, 'Launch')) throw launchSuspended(group)
  const desired = group.sizes.desired + units(members)
  if (desired > group.sizes.max) throw sizesForbid(group, 'exit from standby', members.length)
  group.sizes = { ...group.sizes, desired }
  return {
    Activities: members.map((member) => {
      const activity = beginActivity(autoScaling, group, {
        Description: `Moving EC2 instance out of Standby: ${member.id}`,
        Cause: `At ${stamp(autoScaling.timeline.now)} instance ${member.id} was moved out of standby in response to a user request, increasing the capacity from ${desired - member.weight} to ${desired}.`,
        zone: member.zone,
      })
      activity.StatusCode = 'PreInService'
      member.activity = activity
      returnToService(autoScaling, member)
      return { ...activity }
    }),
  }
}

/** unsourced text */
export const launchSuspended = (group: Group): Error =>
  validationError(`The Launch process of AutoScalingGroup ${group.name} is suspended.`)

/** A running instance enters service when AWS reacts; one that does not run is unhealthy. */
export function returnToService(autoScaling: AutoScalingState, member: Member): void {
  member.lifecycle = 'Pending'
  autoScaling.timeline.after(autoScaling.reactions.within(autoScaling.behaviour.reactionSeconds), () => {
    if (member.lifecycle !== 'Pending') return
    const machine = autoScaling.compute.machine(member.id)
    if (machine?.state === 'running') enterService(autoScaling, member)
    else if (machine) onStopped(autoScaling, member, machine)
  })
}
