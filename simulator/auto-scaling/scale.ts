/** What scaling policies do when they are executed, or an alarm asks for them. */
import type { ScalingPolicy, StepAdjustment } from '@aws-sdk/client-auto-scaling'
import { counted, counts, isLeaving, isPending, units } from './capacity.ts'
import { changeDesired } from './desired.ts'
import type { Group, Member } from './model.ts'
import type { AutoScalingState } from './state.ts'
import { canScaleIn, trackedCapacity } from './tracking.ts'

/** An alarm's word to a policy: the metric's value, and the threshold that it is compared with. */
export interface AlarmWord {
  readonly alarm: string
  /** Undefined where no value is known, as after SetAlarmState: then it is taken as the threshold (chosen). */
  readonly value: number | undefined
  readonly threshold: number
}

/** An alarm asks for a policy; nothing comes of it while AlarmNotification is suspended or the policy is switched off. */
export function onAlarm(state: AutoScalingState, group: Group, { policy, word }: { policy: ScalingPolicy; word: AlarmWord }): void {
  if (group.suspended.has('AlarmNotification') || policy.Enabled === false || group.deleting) return
  if (policy.PolicyType === 'SimpleScaling' && coolsDown(state, group)) return
  const by = `a monitor alarm ${word.alarm} in state ALARM triggered policy ${policy.PolicyName ?? ''}`
  scale(state, group, { policy, by, word })
} // prettier-ignore

/** Carries a policy out; its result stays within the group's sizes. */
export function scale(
  state: AutoScalingState,
  group: Group,
  { policy, by, word }: { policy: ScalingPolicy; by: string; word: AlarmWord },
): void {
  const { min, max, desired } = group.sizes
  const unbounded = wanted(state, group, { policy, word })
  if (unbounded === undefined) return
  const capacity = Math.min(max, Math.max(min, unbounded))
  if (policy.PolicyType === 'SimpleScaling' && capacity !== desired) group.policyCooldown = policy.Cooldown
  changeDesired(state, group, {
    desired: capacity,
    because: `${by} changing the desired capacity from ${desired} to ${capacity}.`,
  })
}

/**
 * Until the activities under way have ended, and the cooldown after the last one is over.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html
 */
const coolsDown = (state: AutoScalingState, group: Group): boolean =>
  state.timeline.now < group.cooldownUntil ||
  [...group.members.values()].some(({ lifecycle }) => isPending(lifecycle) || isLeaving(lifecycle))

function wanted(state: AutoScalingState, group: Group, { policy, word }: { policy: ScalingPolicy; word: AlarmWord }): number | undefined {
  switch (policy.PolicyType) {
    case 'TargetTrackingScaling':
      return tracked(state, group, { policy, word })
    case 'StepScaling':
      return stepped(state, group, { policy, word })
    default: {
      const { ScalingAdjustment: adjustment } = policy
      return adjustment === undefined ? undefined : adjusted(policy, { capacity: group.sizes.desired, adjustment })
    }
  }
} // prettier-ignore

/**
 * What warms up is not counted when a step is taken, and a second breach of the same step adds nothing to what the first has asked for;
 * a step down waits until nothing warms up, and counts what is leaving.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html
 */
function stepped(state: AutoScalingState, group: Group, { policy, word }: { policy: ScalingPolicy; word: AlarmWord }): number | undefined {
  const { value = word.threshold, threshold } = word
  const adjustment = stepFor(policy.StepAdjustments ?? [], value - threshold)
  if (adjustment === undefined) return undefined
  const { desired } = group.sizes
  if (policy.AdjustmentType === 'ExactCapacity') return adjustment
  const warming = warmingUp(state, group, policy)
  if (adjustment >= 0) return Math.max(desired, adjusted(policy, { capacity: Math.max(0, units(counted(group)) - units(warming)), adjustment }))
  if (warming.length > 0) return undefined
  const present = [...group.members.values()].filter((member) => counts(member) || isLeaving(member.lifecycle))
  return Math.min(desired, adjusted(policy, { capacity: units(present), adjustment }))
} // prettier-ignore

/** In proportion to the metric, up at once and down only as long as nothing warms up and every other tracking policy agrees. */
function tracked(state: AutoScalingState, group: Group, { policy, word }: { policy: ScalingPolicy; word: AlarmWord }): number | undefined {
  const target = policy.TargetTrackingConfiguration?.TargetValue
  if (target === undefined || word.value === undefined) return undefined
  const { desired } = group.sizes
  const warming = warmingUp(state, group, policy)
  const capacity = units(counted(group)) - units(warming)
  const needed = trackedCapacity({ capacity, value: word.value, target })
  if (word.value > target) return Math.max(desired, needed)
  return warming.length === 0 && canScaleIn(state, group, policy) ? Math.min(desired, needed) : desired
} // prettier-ignore

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html, EstimatedInstanceWarmup */
function warmingUp({ timeline }: AutoScalingState, { members, settings }: Group, policy: ScalingPolicy): Member[] {
  const seconds = policy.EstimatedInstanceWarmup ?? settings.DefaultInstanceWarmup ?? settings.DefaultCooldown ?? 300
  return [...members.values()].filter(
    (member) => counts(member) && (member.inServiceAt === undefined || timeline.now < member.inServiceAt + seconds),
  )
}

const stepFor = (steps: readonly StepAdjustment[], breach: number): number | undefined =>
  steps.find(
    ({ MetricIntervalLowerBound: low = -Infinity, MetricIntervalUpperBound: high = Infinity }) =>
      breach >= low && breach < high,
  )?.ScalingAdjustment

function adjusted({ AdjustmentType, MinAdjustmentMagnitude = 0 }: ScalingPolicy, { capacity, adjustment }: { capacity: number; adjustment: number }): number {
  if (AdjustmentType === 'ExactCapacity') return adjustment
  if (AdjustmentType !== 'PercentChangeInCapacity') return capacity + adjustment
  // Away from zero below one, towards zero above, as AWS rounds.
  const exact = (capacity * adjustment) / 100
  const rounded = Math.abs(exact) < 1 ? Math.sign(exact) : Math.trunc(exact)
  return capacity + Math.sign(rounded) * Math.max(Math.abs(rounded), MinAdjustmentMagnitude)
} // prettier-ignore
