import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'

/**
 * Has the group compare desired and actual capacity, after the time that AWS takes to react. A comparison that is due
 * before that is over takes this change along; an idle group has none and costs nothing.
 */
export function wake(state: AutoScalingState, group: Group): void {
  const { reactionSeconds } = state.behaviour
  const latest = typeof reactionSeconds === 'number' ? reactionSeconds : reactionSeconds[1]
  const { now } = state.timeline
  if (group.wake && group.wake.at <= now + latest) return
  wakeAt(state, group, now + state.reactions.within(reactionSeconds))
}

/** Has the group compare desired and actual capacity at a moment, where no comparison is due before. */
export function wakeAt(state: AutoScalingState, group: Group, at: number): void {
  const { now } = state.timeline
  if (group.wake && group.wake.at <= at) return
  group.wake?.cancel()
  const cancel = state.timeline.after(at - now, () => {
    group.wake = undefined
    state.reconcile(group)
  })
  group.wake = { at, cancel }
}
