import type {
  DescribeMetricCollectionTypesCommandOutput,
  DisableMetricsCollectionCommandInput,
  EnabledMetric,
  EnableMetricsCollectionCommandInput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import type { Group } from './model.ts'
import { groupNamed, mutable, type AutoScalingState } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html */
const METRICS: readonly string[] = [
  ...['MinSize', 'MaxSize', 'DesiredCapacity', 'InServiceInstances', 'PendingInstances', 'StandbyInstances'].map((name) => `Group${name}`),
  ...['TerminatingInstances', 'TerminatingRetainedInstances', 'TotalInstances'].map((name) => `Group${name}`),
  ...['InService', 'Pending', 'Standby', 'Terminating', 'TerminatingRetained', 'Total'].map((name) => `Group${name}Capacity`),
  'WarmPoolMinSize',
  ...['Desired', 'Warmed', 'Pending', 'PendingRetained', 'Terminating', 'TerminatingRetained', 'Total'].map((name) => `WarmPool${name}Capacity`),
  'GroupAndWarmPoolDesiredCapacity', 'GroupAndWarmPoolTotalCapacity',
] // prettier-ignore

const GRANULARITY = '1Minute'

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_EnableMetricsCollection.html; no list and an empty one are all. */
export function enableMetricsCollection(state: AutoScalingState, input: EnableMetricsCollectionCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  // unsourced text
  if (input.Granularity !== GRANULARITY) throw validationError(`Valid metrics granularities are: [${GRANULARITY}].`)
  for (const metric of chosen(input.Metrics)) group.metrics.add(metric)
  return {}
}

/** What is not enabled stays so, without a word. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DisableMetricsCollection.html */
export function disableMetricsCollection(state: AutoScalingState, input: DisableMetricsCollectionCommandInput): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  for (const metric of chosen(input.Metrics)) group.metrics.delete(metric)
  return {}
}

/** Refuses a metric that AWS does not have: its words are those that public checks of templates quote. */
function chosen(names: readonly string[] = []): readonly string[] {
  if (names.some((name) => !METRICS.includes(name)))
    throw validationError(`Valid metrics collection types are: [${METRICS.join(', ')}].`)
  return names.length === 0 ? METRICS : names
}

export const enabledMetrics = ({ metrics }: Group): EnabledMetric[] =>
  [...metrics].map((Metric) => ({ Metric, Granularity: GRANULARITY }))

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeMetricCollectionTypes.html */
export const describeMetricCollectionTypes = (): Omit<DescribeMetricCollectionTypesCommandOutput, '$metadata'> => ({
  Metrics: METRICS.map((Metric) => ({ Metric })),
  Granularities: [{ Granularity: GRANULARITY }],
})
