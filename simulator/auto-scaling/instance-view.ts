import type { AutoScalingInstanceDetails, Instance } from '@aws-sdk/client-auto-scaling'
import type { Member } from './model.ts'

/** An instance as DescribeAutoScalingGroups shows it. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Instance.html */
export const instanceView = (member: Member): Instance => ({
  InstanceId: member.id,
  InstanceType: member.type,
  AvailabilityZone: member.zone,
  LifecycleState: member.lifecycle,
  HealthStatus: member.healthy ? 'Healthy' : 'Unhealthy',
  ...origin(member),
  ...(member.imageShown && { ImageId: member.imageId }),
  ProtectedFromScaleIn: member.protected,
  ...(member.weightShown && { WeightedCapacity: String(member.weight) }),
})

function origin({ origin: from }: Member): Pick<Instance, 'LaunchConfigurationName' | 'LaunchTemplate'> {
  if (!from) return {}
  if (from.kind === 'configuration') return { LaunchConfigurationName: from.name }
  return { LaunchTemplate: { LaunchTemplateId: from.id, LaunchTemplateName: from.name, Version: String(from.version) } }
}

/** The same as DescribeAutoScalingInstances shows it: with the group's name, and health in capitals. */
export const instanceDetailsView = (member: Member): AutoScalingInstanceDetails => ({
  ...instanceView(member),
  AutoScalingGroupName: member.group.name,
  LifecycleState: member.lifecycle,
  HealthStatus: member.healthy ? 'HEALTHY' : 'UNHEALTHY',
})
