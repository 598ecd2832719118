import { isSuspended } from './capacity.ts'
import type { Group } from './model.ts'
import { terminate } from './terminate.ts'
import type { AutoScalingState } from './state.ts'

/** Carries out the terminations by id that waited until `Terminate` was resumed. */
export function runDeferredTerminations(state: AutoScalingState, group: Group): void {
  if (group.deferred.size === 0 || isSuspended(group, 'Terminate')) return
  const due = [...group.deferred]
  group.deferred.clear()
  for (const [id, activity] of due) {
    const member = group.members.get(id)
    if (member) terminate(state, member, { cause: activity.Cause ?? '', activity })
  }
}
