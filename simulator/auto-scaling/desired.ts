import type { Group } from './model.ts'
import { wake } from './schedule.ts'
import { stamp, type AutoScalingState } from './state.ts'

/** Sets the desired capacity and keeps the cause, which the activities that follow repeat. */
export function changeDesired(
  state: AutoScalingState,
  group: Group,
  change: { desired: number; because: string },
): void {
  const { desired, because } = change
  if (desired !== group.sizes.desired) {
    group.sizes = { ...group.sizes, desired }
    group.change = `At ${stamp(state.timeline.now)} ${because}`
    group.notedSurplus = undefined
  }
  wake(state, group)
}

/** Lowers the desired capacity without a cause of its own: the activity that lowers it names the cause. */
export function lowerDesired(group: Group, by: number): void {
  group.sizes = { ...group.sizes, desired: Math.max(0, group.sizes.desired - by) }
}
