import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { instanceView } from './instance-view.ts'
import { describedSource } from './launch-source.ts'
import { enabledMetrics } from './metrics-collection.ts'
import type { Group } from './model.ts'
import { date, type AutoScalingState } from './state.ts'
import { describedTags } from './tags.ts'

/** One group as AWS shows it now. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html */
export function groupView(state: AutoScalingState, group: Group): AutoScalingGroup {
  const attachments = [...group.attachments.values()]
  return {
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    ...describedSource(state, group.source),
    MinSize: group.sizes.min,
    MaxSize: group.sizes.max,
    DesiredCapacity: group.sizes.desired,
    AvailabilityZones: [...group.zones],
    LoadBalancerNames: attachments.filter(({ type }) => type === 'elb').map(({ id }) => id),
    TargetGroupARNs: attachments.filter(({ type }) => type === 'elbv2').map(({ id }) => id),
    TrafficSources: attachments.map(({ id, type }) => ({ Identifier: id, Type: type })),
    Instances: [...group.members.values()].map(instanceView),
    CreatedTime: date(group.createdAt),
    SuspendedProcesses: [...group.suspended].map(([ProcessName, SuspensionReason]) => ({
      ProcessName,
      SuspensionReason,
    })),
    EnabledMetrics: enabledMetrics(group),
    Tags: describedTags(group),
    VPCZoneIdentifier: '',
    DefaultCooldown: undefined,
    HealthCheckType: undefined,
    ServiceLinkedRoleARN: `arn:aws:iam::${state.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    ...group.settings,
    ...(group.deleting && { Status: 'Delete in progress' }),
    ...(group.warmPool && { WarmPoolConfiguration: { ...group.warmPool }, WarmPoolSize: group.pool.size }),
    ...(group.operator !== undefined && { Operator: { Principal: group.operator } }),
  }
}
