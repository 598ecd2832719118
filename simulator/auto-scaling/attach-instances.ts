import type {
  AttachInstancesCommandInput,
  DetachInstancesCommandInput,
  DetachInstancesCommandOutput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { beginActivity, end } from './activities.ts'
import { isSuspended } from './capacity.ts'
import { atMost } from './limits.ts'
import { newMember } from './member.ts'
import type { Group } from './model.ts'
import { membersOf } from './protection.ts'
import { notInState, sizesForbid } from './refusals.ts'
import { deregister } from './registration.ts'
import { wake } from './schedule.ts'
import { MOST_PER_CALL, returnToService, launchSuspended, takeFromDesired } from './standby.ts'
import { GROUP_TAG } from './tags.ts'
import { forget } from './terminate.ts'
import { requiredField, groupNamed, mutable, stamp, type AutoScalingState } from './state.ts'

/** Attaches running instances of the group's zones that belong to no group; the desired capacity rises, up to the maximum. */
export function attachInstances(autoScaling: AutoScalingState, input: AttachInstancesCommandInput): object {
  const group = mutable(groupNamed(autoScaling, input.AutoScalingGroupName))
  const ids = [...new Set(input.InstanceIds ?? [])]
  atMost(ids, MOST_PER_CALL, 'instanceIds')
  const machines = ids.map((id) => attachable(autoScaling, group, id))
  if (isSuspended(group, 'Launch')) throw launchSuspended(group)
  const desired = group.sizes.desired + ids.length
  if (desired > group.sizes.max) throw sizesForbid(group, 'attach', ids.length)
  group.sizes = { ...group.sizes, desired }
  for (const machine of machines) {
    const { id, zone, type, imageId, launchedAt } = machine
    const member = newMember({
      id, group, zone, type, imageId, launchedAt, imageShown: false, weight: 1, weightShown: false, market: 'on-demand',
      // AWS does not know what an attached instance was launched from.
      origin: undefined, lifecycle: 'Pending', protected: group.settings.NewInstancesProtectedFromScaleIn === true,
    }) // prettier-ignore
    group.members.set(id, member)
    autoScaling.members.set(id, member)
    autoScaling.compute.tag(id, { [GROUP_TAG]: group.name })
    member.activity = beginActivity(autoScaling, group, {
      Description: `Attaching an existing EC2 instance: ${id}`,
      Cause: `At ${stamp(autoScaling.timeline.now)} an instance was attached in response to user request.`,
      zone,
    })
    returnToService(autoScaling, member)
  }
  return {}
}

function attachable(autoScaling: AutoScalingState, group: Group, id: string) {
  const machine = autoScaling.compute.machine(id)
  if (!machine) throw validationError(`Invalid Instance ID(s): [${id}] specified`)
  if (machine.state !== 'running')
    throw validationError(`Instance ${id} is not in correct state. Instance(s) must be in running state.`)
  const owner = autoScaling.members.get(id)?.group
  if (owner) throw validationError(`Instance ${id} is already part of AutoScalingGroup ${owner.name}`)
  if (!group.zones.includes(machine.zone)) {
    throw validationError(`The availability zone of instance ${id}, ${machine.zone}, is not one of the group's.`)
  }
  return machine
}

/** Takes instances out of the group without terminating them: deregistered, drained, without the group's tag and protection. */
export function detachInstances(
  autoScaling: AutoScalingState,
  input: DetachInstancesCommandInput,
): Omit<DetachInstancesCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(autoScaling, input.AutoScalingGroupName))
  const decrement = requiredField(input.ShouldDecrementDesiredCapacity, 'shouldDecrementDesiredCapacity')
  atMost(input.InstanceIds ?? [], MOST_PER_CALL, 'instanceIds')
  const members = membersOf(group, input.InstanceIds ?? [])
  for (const { id, lifecycle } of members) {
    if (lifecycle !== 'InService' && lifecycle !== 'Standby') throw notInState(id, 'InService or Standby')
  }
  const inService = members.filter(({ lifecycle }) => lifecycle === 'InService')
  let size = group.sizes.desired
  if (decrement) takeFromDesired(group, { members: inService, operation: 'detach' })
  const activities = members.map((member) => {
    const before = size
    if (decrement && inService.includes(member)) size -= member.weight
    const shrinking = size < before ? `, shrinking the capacity from ${before} to ${size}` : ''
    const activity = beginActivity(autoScaling, group, {
      Description: `Detaching EC2 instance: ${member.id}`,
      Cause: `At ${stamp(autoScaling.timeline.now)} instance ${member.id} was detached in response to a user request${shrinking}.`,
      zone: member.zone,
      progress: 50,
    })
    member.lifecycle = 'Detaching'
    member.activity = activity
    autoScaling.timeline.after(deregister(autoScaling, member), () => {
      if (member.lifecycle !== 'Detaching') return
      member.lifecycle = 'Detached'
      member.protected = false
      end(autoScaling, activity)
      autoScaling.compute.untag?.(member.id, [GROUP_TAG])
      forget(autoScaling, member)
    })
    return { ...activity }
  })
  wake(autoScaling, group)
  return { Activities: activities }
}
