import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'

/**
 * Has the group looked at in its next turn. Turns lie `reconcileSeconds` apart, counted from the group's creation, and
 * only those are put on the timeline that have something to do: an idle group costs nothing.
 */
export function wake(world: AutoScalingState, group: Group, notBefore = world.timeline.now): void {
  const at = nextTurn(world, group, notBefore)
  if (group.wake && group.wake.at <= at) return
  group.wake?.cancel()
  const cancel = world.timeline.after(at - world.timeline.now, () => {
    group.wake = undefined
    world.reconcile(group)
  })
  group.wake = { at, cancel }
}

function nextTurn(world: AutoScalingState, group: Group, notBefore: number): number {
  const every = world.behaviour.reconcileSeconds
  const from = Math.max(notBefore, world.timeline.now)
  if (every <= 0) return from
  const turn = group.createdAt + Math.ceil((from - group.createdAt) / every) * every
  // The turn of this very moment may be the one that is asking.
  return turn > world.timeline.now ? turn : turn + every
}
