import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'

/**
 * Counts from the end of the last launch or termination; the cooldown of the simple policy that scaled stands in for the group's.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html
 */
export function coolDown({ timeline }: AutoScalingState, group: Group): void {
  group.cooldownUntil = timeline.now + (group.policyCooldown ?? group.settings.DefaultCooldown ?? 300)
}
