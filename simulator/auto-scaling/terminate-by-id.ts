import type {
  Activity,
  TerminateInstanceInAutoScalingGroupCommandInput,
  TerminateInstanceInAutoScalingGroupCommandOutput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { beginActivity } from './activities.ts'
import { counts, isLeaving, isRetained, isSuspended, units } from './capacity.ts'
import { lowerDesired } from './desired.ts'
import type { Group, Member } from './model.ts'
import { activityBlocks, instanceNotFound, notInWarmPool, wouldViolateMinimum } from './refusals.ts'
import { terminate } from './terminate.ts'
import { requiredField, groupNamed, memberNamed, stamp, type AutoScalingState } from './state.ts'

type Output = Omit<TerminateInstanceInAutoScalingGroupCommandOutput, '$metadata'>

/**
 * Terminates the named instances, whatever protects them from scale-in; all are checked before the first is touched.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html
 */
export function terminateInstanceInAutoScalingGroup(
  state: AutoScalingState,
  input: TerminateInstanceInAutoScalingGroupCommandInput,
): Output {
  const decrement = requiredField(input.ShouldDecrementDesiredCapacity, 'shouldDecrementDesiredCapacity')
  const members = named(state, input)
  for (const member of members) checkTerminable(member)
  const [first] = members
  let size = first?.group.sizes.desired ?? 0
  if (decrement && first) decrease(first.group, members)
  const activities = members.map((member) => {
    const before = size
    if (decrement && counts(member)) size -= member.weight
    return leave(state, member, { before, after: size })
  })
  return input.InstanceIds === undefined ? { Activity: activities[0] } : { Activities: activities }
}

function named(state: AutoScalingState, input: TerminateInstanceInAutoScalingGroupCommandInput): Member[] {
  const { InstanceId: id, InstanceIds: ids } = input
  if ((id === undefined) === (ids === undefined)) {
    throw validationError('Either InstanceId or InstanceIds must be specified, but not both.')
  }
  const group = input.AutoScalingGroupName === undefined ? undefined : groupNamed(state, input.AutoScalingGroupName)
  if (ids !== undefined) {
    if (!group) throw validationError('AutoScalingGroupName is required when InstanceIds is specified.')
  }
  const members = [...new Set(ids ?? [id ?? ''])].map((one) => memberNamed(state, one))
  for (const member of members) if (group && member.group !== group) throw instanceNotFound(member.id)
  return members
}

function checkTerminable(member: Member): void {
  if (member.group.pool.has(member.id)) throw notInWarmPool(member.id)
  if (isLeaving(member.lifecycle)) throw activityBlocks(member.activity?.ActivityId ?? '')
}

/** Instances in standby do not count to the desired capacity, so their termination does not lower it. */
function decrease(group: Group, members: readonly Member[]): void {
  const by = units(members.filter(counts))
  if (group.sizes.desired - by < group.sizes.min) throw wouldViolateMinimum(group.sizes.min)
  lowerDesired(group, by)
}

function leave(
  state: AutoScalingState,
  member: Member,
  { before, after }: { before: number; after: number },
): Activity {
  const { group, id } = member
  const now = stamp(state.timeline.now)
  const shrinking = after < before ? `, shrinking the capacity from ${before} to ${after}` : ''
  const cause = `At ${now} instance ${id} was taken out of service in response to a user request${shrinking}.`
  if (isSuspended(group, 'Terminate') && !state.behaviour.terminateByIdWhileSuspended) {
    const waiting =
      group.deferred.get(id) ??
      beginActivity(state, group, {
        Description: `Terminating EC2 instance: ${id}`,
        Cause: cause,
        zone: member.zone,
        progress: 0,
      })
    group.deferred.set(id, waiting)
    return { ...waiting }
  }
  const scalesIn = after < before && state.behaviour.reusesTerminatedById
  return {
    ...terminate(state, member, {
      cause,
      // Its hooks have been asked already, and nothing else ends it.
      ...(isRetained(member.lifecycle) && { hooks: 'skip' }),
      ...(scalesIn && { destination: 'pool if reused' }),
    }),
  }
}
