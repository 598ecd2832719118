import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'

/**
 * Has the group looked at in its next turn. Turns lie `reconcileSeconds` apart, counted from the group's creation, and
 * only those are put on the timeline that have something to do: an idle group costs nothing.
 */
export function wake(state: AutoScalingState, group: Group, notBefore = state.timeline.now): void {
  const at = nextTurn(state, group, notBefore)
  if (group.wake && group.wake.at <= at) return
  group.wake?.cancel()
  const cancel = state.timeline.after(at - state.timeline.now, () => {
    group.wake = undefined
    state.reconcile(group)
  })
  group.wake = { at, cancel }
}

function nextTurn(state: AutoScalingState, group: Group, notBefore: number): number {
  const every = state.behaviour.reconcileSeconds
  const from = Math.max(notBefore, state.timeline.now)
  if (every <= 0) return from
  const turn = group.createdAt + Math.ceil((from - group.createdAt) / every) * every
  // The caller may itself run within the turn of this moment.
  return turn > state.timeline.now ? turn : turn + every
}
