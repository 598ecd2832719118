import type {
  DeletePolicyCommandInput, DescribePoliciesCommandInput, DescribePoliciesCommandOutput, ExecutePolicyCommandInput,
  PutScalingPolicyCommandInput, PutScalingPolicyCommandOutput, ScalingPolicy, StepAdjustment,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { validationError } from '../fault.ts'
import { changeDesired } from './desired.ts'
import { requireEnum } from './limits.ts'
import type { Group } from './model.ts'
import { pageOf } from './paging.ts'
import { activityBlocks, limitExceeded } from './refusals.ts'
import { requiredField, groupNamed, mutable, uuid, type AutoScalingState } from './state.ts'

const MOST_POLICIES = 50
export const POLICY_TYPES = ['SimpleScaling', 'StepScaling', 'TargetTrackingScaling', 'PredictiveScaling'] as const
export const ADJUSTMENT_TYPES = ['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity'] as const

export function putScalingPolicy(state: AutoScalingState, input: PutScalingPolicyCommandInput): Omit<PutScalingPolicyCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const name = requiredField(input.PolicyName, 'policyName')
  const type = input.PolicyType ?? 'SimpleScaling'
  requireEnum(type, POLICY_TYPES, 'policyType')
  const before = group.policies.get(name)
  if (!before && group.policies.size >= MOST_POLICIES) throw limitExceeded(`You may have at most ${MOST_POLICIES} scaling policies per group.`)
  check(type, input)
  const arn = before?.PolicyARN ?? `arn:aws:autoscaling:${state.region}:${state.account}:scalingPolicy:${uuid(state)}:autoScalingGroupName/${group.name}:policyName/${name}`
  const alarms = type === 'TargetTrackingScaling' ? (before?.Alarms ?? trackingAlarms(state, group)) : []
  group.policies.set(name, { ...structuredClone(input), PolicyType: type, PolicyARN: arn, Alarms: alarms, Enabled: input.Enabled ?? true })
  return { PolicyARN: arn, Alarms: alarms.map((alarm) => ({ ...alarm })) }
} // prettier-ignore

function check(type: string, input: PutScalingPolicyCommandInput): void {
  if (type === 'TargetTrackingScaling') {
    if (!input.TargetTrackingConfiguration)
      throw validationError('TargetTrackingConfiguration is required for a target tracking scaling policy.')
    return
  }
  if (type === 'PredictiveScaling') {
    if (!input.PredictiveScalingConfiguration)
      throw validationError('PredictiveScalingConfiguration is required for a predictive scaling policy.')
    return
  }
  requireEnum(requiredField(input.AdjustmentType, 'adjustmentType'), ADJUSTMENT_TYPES, 'adjustmentType')
  if (type === 'StepScaling' && (input.StepAdjustments ?? []).length === 0) {
    throw validationError('At least one StepAdjustment must be specified for policy type StepScaling.')
  }
  if (type === 'SimpleScaling' && input.ScalingAdjustment === undefined) {
    throw validationError('ScalingAdjustment is required for policy type SimpleScaling.')
  }
}

/** AWS makes these two alarms itself. */
const trackingAlarms = (state: AutoScalingState, { name }: Group): { AlarmName: string; AlarmARN: string }[] =>
  ['AlarmHigh', 'AlarmLow'].map((side) => {
    const AlarmName = `TargetTracking-${name}-${side}-${uuid(state)}`
    return { AlarmName, AlarmARN: `arn:aws:cloudwatch:${state.region}:${state.account}:alarm:${AlarmName}` }
  })

function policyOf(state: AutoScalingState, name: string | undefined, groupName: string | undefined): { group: Group; key: string; policy: ScalingPolicy } {
  const wanted = requiredField(name, 'policyName')
  const groups = groupName === undefined ? state.groups.values() : [groupNamed(state, groupName)]
  for (const group of groups) {
    for (const [key, policy] of group.policies) if (policy.PolicyARN === wanted || key === wanted) return { group, key, policy }
  }
  throw validationError(`No policy found: ${wanted}`)
} // prettier-ignore

export function deletePolicy(state: AutoScalingState, input: DeletePolicyCommandInput): object {
  const { group, key } = policyOf(state, input.PolicyName, input.AutoScalingGroupName)
  group.policies.delete(key)
  return {}
}

export function describePolicies(state: AutoScalingState, input: DescribePoliciesCommandInput): Omit<DescribePoliciesCommandOutput, '$metadata'> {
  const groups = input.AutoScalingGroupName === undefined ? [...state.groups.values()] : [groupNamed(state, input.AutoScalingGroupName)]
  const { PolicyNames: names = [], PolicyTypes: types = [] } = input
  const found = groups
    .flatMap(({ policies }) => [...policies.values()])
    .filter(({ PolicyName = '', PolicyARN = '' }) => names.length === 0 || names.includes(PolicyName) || names.includes(PolicyARN))
    .filter(({ PolicyType = '' }) => types.length === 0 || types.includes(PolicyType))
  const { items, next } = pageOf(found, ({ PolicyARN = '' }) => PolicyARN, input, { usual: 50, most: 100, behaviour: state.behaviour })
  return { ScalingPolicies: items.map((policy) => structuredClone(policy)), ...next }
} // prettier-ignore

export function executePolicy(state: AutoScalingState, input: ExecutePolicyCommandInput): object {
  const { group, key, policy } = policyOf(state, input.PolicyName, input.AutoScalingGroupName)
  if (input.HonorCooldown === true && state.timeline.now < group.cooldownUntil) throw activityBlocks(group.lastActivityId ?? uuid(state))
  execute(state, group, { policy, by: `a user request executed policy ${key}`, breach: (input.MetricValue ?? 0) - (input.BreachThreshold ?? 0) })
  return {}
} // prettier-ignore

/** What an alarm does to the group; nothing while AlarmNotification is suspended or the policy disabled. */
export function alarm(state: AutoScalingState, group: Group, { policyName, alarmName, breach }: { policyName: string; alarmName: string; breach: number }): void {
  const { policy } = policyOf(state, policyName, group.name)
  if (group.suspended.has('AlarmNotification') || policy.Enabled === false) return
  if (policy.PolicyType === 'SimpleScaling' && state.timeline.now < group.cooldownUntil) return
  execute(state, group, { policy, by: `a monitor alarm ${alarmName} in state ALARM triggered policy ${policyName}`, breach })
} // prettier-ignore

function execute(state: AutoScalingState, group: Group, { policy, by, breach }: { policy: ScalingPolicy; by: string; breach: number }): void {
  const { min, max, desired } = group.sizes
  const adjustment = policy.PolicyType === 'StepScaling' ? stepFor(policy.StepAdjustments ?? [], breach) : policy.ScalingAdjustment
  if (adjustment === undefined) return
  const wanted = Math.min(max, Math.max(min, adjusted(policy, { desired, adjustment })))
  changeDesired(state, group, { desired: wanted, because: `${by} changing the desired capacity from ${desired} to ${wanted}.` })
} // prettier-ignore

const stepFor = (steps: readonly StepAdjustment[], breach: number): number | undefined =>
  steps.find(
    ({ MetricIntervalLowerBound: low = -Infinity, MetricIntervalUpperBound: high = Infinity }) =>
      breach >= low && breach < high,
  )?.ScalingAdjustment

function adjusted({ AdjustmentType, MinAdjustmentMagnitude = 0 }: ScalingPolicy, { desired, adjustment }: { desired: number; adjustment: number }): number {
  if (AdjustmentType === 'ExactCapacity') return adjustment
  if (AdjustmentType !== 'PercentChangeInCapacity') return desired + adjustment
  // Away from zero below one, towards zero above, as AWS rounds.
  const exact = (desired * adjustment) / 100
  const rounded = Math.abs(exact) < 1 ? Math.sign(exact) : Math.trunc(exact)
  return desired + Math.sign(rounded) * Math.max(Math.abs(rounded), MinAdjustmentMagnitude)
} // prettier-ignore
