import type { BalancerFlows } from '../balancing/flows.ts'
import type { MetricValues } from '../cloudwatch/metric-data.ts'
import type { TargetGroupCounts } from './counts.ts'

const COUNTED: Readonly<Record<string, 'requests' | 'errors'>> = {
  RequestCount: 'requests',
  HTTPCode_Target_5XX_Count: 'errors',
}

/**
 * `RequestCount` and `HTTPCode_Target_5XX_Count` by load balancer, or by target group and load balancer together: with the target group
 * alone there is no such metric. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export const targetGroupMetrics =
  (counts: Pick<TargetGroupCounts, 'values' | 'hasBegun'>, flows: Pick<BalancerFlows, 'groupsOf'>): MetricValues =>
  ({ Namespace, MetricName = '', Dimensions = [] }, span) => {
    const what = COUNTED[MetricName]
    if (Namespace !== 'AWS/ApplicationELB' || what === undefined || !counts.hasBegun) return undefined
    const dimension = (name: string) => Dimensions.find(({ Name }) => Name === name)?.Value
    const [balancer, group] = [dimension('LoadBalancer'), dimension('TargetGroup')]
    if (balancer === undefined || Dimensions.length > (group === undefined ? 1 : 2)) return undefined
    const arns = flows.groupsOf(balancer).filter((arn) => group === undefined || arn.endsWith(`:${group}`))
    return arns.flatMap((arn) => counts.values(arn, what, span))
  }
