import { isSuspended } from './capacity.ts'
import type { Group } from './model.ts'
import { terminate } from './terminate.ts'
import type { AutoScalingState } from './state.ts'

/** Terminations by id that had to wait for `Terminate` to be resumed. */
export function carryOutPostponed(state: AutoScalingState, group: Group): void {
  if (group.postponed.size === 0 || isSuspended(group, 'Terminate')) return
  const due = [...group.postponed]
  group.postponed.clear()
  for (const [id, activity] of due) {
    const member = group.members.get(id)
    if (member) terminate(state, member, { cause: activity.Cause ?? '', activity })
  }
}
