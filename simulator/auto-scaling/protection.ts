import type { SetInstanceProtectionCommandInput } from '@aws-sdk/client-auto-scaling'
import { isLeaving } from './capacity.ts'
import type { Group, Member } from './model.ts'
import { limitExceeded, notInGroup, notInState, notInWarmPool } from './refusals.ts'
import { wake } from './schedule.ts'
import { requiredField, groupNamed, type AutoScalingState } from './state.ts'

const MOST_PER_CALL = 50

export function setInstanceProtection(state: AutoScalingState, input: SetInstanceProtectionCommandInput): object {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const ids = requiredField(input.InstanceIds, 'instanceIds')
  const guarded = requiredField(input.ProtectedFromScaleIn, 'protectedFromScaleIn')
  if (ids.length > MOST_PER_CALL) {
    throw limitExceeded(`The number of instance ids that may be passed in is limited to ${MOST_PER_CALL}`)
  }
  const members = membersOf(group, ids)
  for (const { id, lifecycle } of members) {
    if (isLeaving(lifecycle)) throw notInState(id, 'InService or EnteringStandby or Standby')
  }
  for (const member of members) member.protected = guarded
  group.notedSurplus = undefined
  group.revision++
  wake(state, group)
  return {}
}

/** The group's members with these ids; refuses ids of other groups and of the warm pool. */
export function membersOf(group: Group, ids: readonly string[]): Member[] {
  return [...new Set(ids)].map((id) => {
    if (group.pool.has(id)) throw notInWarmPool(id)
    const member = group.members.get(id)
    if (!member) throw notInGroup(id, group.name)
    return member
  })
}
