/** Target tracking: the alarms that AWS makes for it, and the capacity that its metric asks for. */
import type { MetricType, ScalingPolicy, TargetTrackingConfiguration } from '@aws-sdk/client-auto-scaling'
import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { validationError } from '../fault.ts'
import type { Group } from './model.ts'
import type { AutoScalingState } from './state.ts'
import { uuid } from './state.ts'

type Metric = Pick<PutMetricAlarmInput, 'Namespace' | 'MetricName' | 'Dimensions' | 'Statistic'>

/** Minutes above the target until the group grows, and minutes far below it until it shrinks, as public alarms show them. */
const MINUTES = { AlarmHigh: 3, AlarmLow: 15 } as const

/** So far below the target the metric must fall before the group shrinks: AWS says "usually more than 10% lower" (share chosen). */
const LOW_SHARE = 0.7

/** Makes the alarms of a policy, or sets those that it has to its new target; gives their names and ARNs. */
export function trackingAlarms(
  state: AutoScalingState,
  group: Group,
  { policyArn, configuration, before }: { policyArn: string; configuration: TargetTrackingConfiguration; before: ScalingPolicy | undefined },
): { AlarmName: string; AlarmARN: string }[] {
  const metric = metricOf(group, configuration)
  const { TargetValue: target = 0 } = configuration
  const sides = configuration.DisableScaleIn === true ? (['AlarmHigh'] as const) : (['AlarmHigh', 'AlarmLow'] as const)
  const named = (side: string): string =>
    before?.Alarms?.find(({ AlarmName = '' }) => AlarmName.includes(`-${side}-`))?.AlarmName ??
    `TargetTracking-${group.name}-${side}-${uuid(state)}`
  const alarms = sides.map((side) => ({ side, name: named(side) }))
  for (const { side, name } of alarms)
    state.alarms.putMetricAlarm({
      AlarmName: name,
      AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${policyArn}.`,
      ...metric,
      Period: 60,
      EvaluationPeriods: MINUTES[side],
      ComparisonOperator: side === 'AlarmHigh' ? 'GreaterThanThreshold' : 'LessThanThreshold',
      Threshold: side === 'AlarmHigh' ? target : target * LOW_SHARE,
      AlarmActions: [policyArn],
    })
  const kept = new Set(alarms.map(({ name }) => name))
  state.alarms.deleteAlarms(namesOf(before).filter((name) => !kept.has(name)))
  return alarms.map(({ name }) => ({
    AlarmName: name,
    AlarmARN: `arn:aws:cloudwatch:${state.region}:${state.account}:alarm:${name}`,
  }))
} // prettier-ignore

/** The alarms go with their policy; those that a user has made for a policy stay. */
export function forgetAlarms(state: AutoScalingState, policy: ScalingPolicy): void {
  if (policy.PolicyType === 'TargetTrackingScaling') state.alarms.deleteAlarms(namesOf(policy))
}

const namesOf = (policy: ScalingPolicy | undefined): string[] =>
  (policy?.Alarms ?? []).map(({ AlarmName = '' }) => AlarmName)

/** How many units would bring the metric to its target; never less than one while there is load. */
export const trackedCapacity = ({ capacity, value, target }: { capacity: number; value: number; target: number }): number =>
  Math.max(value > 0 ? 1 : 0, Math.ceil((capacity * value) / target - 1e-9)) // prettier-ignore

/**
 * A group with several tracking policies shrinks only when all that may shrink it are ready to.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
 */
export const canScaleIn = (state: AutoScalingState, { policies }: Group, policy: ScalingPolicy): boolean =>
  policy.TargetTrackingConfiguration?.DisableScaleIn !== true &&
  [...policies.values()]
    .filter(({ PolicyType, Enabled }) => PolicyType === 'TargetTrackingScaling' && Enabled !== false)
    .filter(({ TargetTrackingConfiguration: other }) => other?.DisableScaleIn !== true)
    .every(({ Alarms = [] }) =>
      Alarms.some(({ AlarmName = '' }) => AlarmName.includes('-AlarmLow-') && state.alarms.stateOf(AlarmName) === 'ALARM'),
    ) // prettier-ignore

const AVERAGES: Partial<Record<MetricType, string>> = {
  ASGAverageCPUUtilization: 'CPUUtilization',
  ASGAverageNetworkIn: 'NetworkIn',
  ASGAverageNetworkOut: 'NetworkOut',
}

function metricOf({ name }: Group, configuration: TargetTrackingConfiguration): Metric {
  const { PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: customized } = configuration
  if ((predefined === undefined) === (customized === undefined))
    throw validationError(
      'Either PredefinedMetricSpecification or CustomizedMetricSpecification must be specified, but not both.',
    ) // unsourced text
  if (customized !== undefined) {
    if (customized.Metrics !== undefined) throw validationError('Metric math is not simulated: name one metric.')
    const { Namespace, MetricName, Dimensions = [], Statistic } = customized
    return { Namespace, MetricName, Dimensions, Statistic }
  }
  const average = predefined?.PredefinedMetricType && AVERAGES[predefined.PredefinedMetricType]
  const dimensions = [{ Name: 'AutoScalingGroupName', Value: name }]
  if (average) return { Namespace: 'AWS/EC2', MetricName: average, Dimensions: dimensions, Statistic: 'Average' }
  return requestCount(predefined?.ResourceLabel)
}

/** `app/name/id/targetgroup/name/id`: both are dimensions. API/PredefinedMetricSpecification */
function requestCount(label: string | undefined): Metric {
  const [, balancer, target] = /^(app\/[^/]+\/[^/]+)\/(targetgroup\/[^/]+\/[^/]+)$/.exec(label ?? '') ?? []
  if (balancer === undefined || target === undefined)
    throw validationError(
      'ResourceLabel must have the form app/name/id/targetgroup/name/id for ALBRequestCountPerTarget.',
    ) // unsourced text
  const Dimensions = [
    { Name: 'LoadBalancer', Value: balancer },
    { Name: 'TargetGroup', Value: target },
  ]
  return { Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCountPerTarget', Dimensions, Statistic: 'Sum' }
}
