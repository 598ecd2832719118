import type {
  DeletePolicyCommandInput, DescribePoliciesCommandInput, DescribePoliciesCommandOutput, ExecutePolicyCommandInput,
  PutScalingPolicyCommandInput, PutScalingPolicyCommandOutput, ScalingPolicy,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { validationError } from '../fault.ts'
import { requireEnum } from './limits.ts'
import type { Group } from './model.ts'
import { isIncluded } from './managed.ts'
import { pageOf } from './paging.ts'
import { activityBlocks, limitExceeded } from './refusals.ts'
import { onAlarm, scale, type AlarmWord } from './scale.ts'
import { requiredField, groupNamed, mutable, uuid, type AutoScalingState } from './state.ts'
import { forgetAlarms, trackingAlarms } from './tracking.ts'

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
  const PolicyARN = before?.PolicyARN ?? `arn:aws:autoscaling:${state.region}:${state.account}:scalingPolicy:${uuid(state)}:autoScalingGroupName/${group.name}:policyName/${name}`
  const configuration = input.TargetTrackingConfiguration
  const Alarms = type === 'TargetTrackingScaling' && configuration ? trackingAlarms(state, group, { policyArn: PolicyARN, configuration, before }) : []
  if (Alarms.length === 0 && before) forgetAlarms(state, before)
  group.policies.set(name, { ...structuredClone(input), PolicyType: type, PolicyARN, Alarms, Enabled: input.Enabled ?? true })
  return { PolicyARN, Alarms: Alarms.map((alarm) => ({ ...alarm })) }
} // prettier-ignore

function check(type: string, input: PutScalingPolicyCommandInput): void {
  if (type === 'TargetTrackingScaling') {
    if (!input.TargetTrackingConfiguration)
      throw validationError('TargetTrackingConfiguration is required for a target tracking scaling policy.')
    return
  }
  if (type === 'PredictiveScaling')
    throw validationError(`Policy type ${type} is not simulated: it forecasts from two weeks of metrics.`)
  requireEnum(requiredField(input.AdjustmentType, 'adjustmentType'), ADJUSTMENT_TYPES, 'adjustmentType')
  if (type === 'StepScaling' && (input.StepAdjustments ?? []).length === 0) {
    throw validationError('At least one StepAdjustment must be specified for policy type StepScaling.')
  }
  if (type === 'SimpleScaling' && input.ScalingAdjustment === undefined) {
    throw validationError('ScalingAdjustment is required for policy type SimpleScaling.')
  }
}

function policyOf(state: AutoScalingState, name: string | undefined, groupName: string | undefined): { group: Group; key: string; policy: ScalingPolicy } {
  const wanted = requiredField(name, 'policyName')
  const groups = groupName === undefined ? state.groups.values() : [groupNamed(state, groupName)]
  for (const group of groups) {
    for (const [key, policy] of group.policies) if (policy.PolicyARN === wanted || key === wanted) return { group, key, policy }
  }
  throw validationError(`No policy found: ${wanted}`)
} // prettier-ignore

export function deletePolicy(state: AutoScalingState, input: DeletePolicyCommandInput): object {
  const { group, key, policy } = policyOf(state, input.PolicyName, input.AutoScalingGroupName)
  forgetAlarms(state, policy)
  group.policies.delete(key)
  return {}
}

export function describePolicies(state: AutoScalingState, input: DescribePoliciesCommandInput): Omit<DescribePoliciesCommandOutput, '$metadata'> {
  const groups = input.AutoScalingGroupName === undefined ? [...state.groups.values()] : [groupNamed(state, input.AutoScalingGroupName)]
  const { PolicyNames: names = [], PolicyTypes: types = [] } = input
  const found = groups
    .filter((group) => isIncluded(group, input))
    .flatMap(({ policies }) => [...policies.values()])
    .filter(({ PolicyName = '', PolicyARN = '' }) => names.length === 0 || names.includes(PolicyName) || names.includes(PolicyARN))
    .filter(({ PolicyType = '' }) => types.length === 0 || types.includes(PolicyType))
  const { items, next } = pageOf(found, ({ PolicyARN = '' }) => PolicyARN, input, { usual: 50, most: 100, behaviour: state.behaviour })
  return { ScalingPolicies: items.map((policy) => structuredClone(policy)), ...next }
} // prettier-ignore

export function executePolicy(state: AutoScalingState, input: ExecutePolicyCommandInput): object {
  const { group, key, policy } = policyOf(state, input.PolicyName, input.AutoScalingGroupName)
  if (input.HonorCooldown === true && state.timeline.now < group.cooldownUntil) throw activityBlocks(group.lastActivityId ?? uuid(state))
  const { MetricValue: value = 0, BreachThreshold: threshold = 0 } = input
  scale(state, group, { policy, by: `a user request executed policy ${key}`, word: { alarm: '', value, threshold } })
  return {}
} // prettier-ignore

/** An alarm asks for a policy by its ARN; one that is gone is not missed. */
export function onScalingAction(state: AutoScalingState, { policyArn, ...word }: { policyArn: string } & AlarmWord): void {
  for (const group of state.groups.values())
    for (const policy of group.policies.values()) if (policy.PolicyARN === policyArn) onAlarm(state, group, { policy, word })
} // prettier-ignore

/** An alarm that a scenario makes up asks for a policy by its name; `breach` is how far its metric is beyond the threshold. */
export function alarm(state: AutoScalingState, group: Group, { policyName, alarmName, breach }: { policyName: string; alarmName: string; breach: number }): void {
  const { policy } = policyOf(state, policyName, group.name)
  onAlarm(state, group, { policy, word: { alarm: alarmName, value: breach, threshold: 0 } })
} // prettier-ignore
