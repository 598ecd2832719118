import type { AutoScalingInstanceDetails, Instance } from '@aws-sdk/client-auto-scaling'
import type { Member } from './model.ts'

/** What was shown of an instance last: of a thousand few have changed since. */
const shown = new WeakMap<Member, Instance>()

/** An instance as DescribeAutoScalingGroups shows it. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Instance.html */
export function instanceView(member: Member): Instance {
  const last = shown.get(member)
  if (last && isUnchanged(last, member)) return last
  const view = Object.freeze(viewOf(member))
  shown.set(member, view)
  return view
}

/** Whatever else is shown of an instance never changes. */
const isUnchanged = (last: Instance, { lifecycle, healthy, protected: guarded }: Member): boolean =>
  last.LifecycleState === lifecycle &&
  (last.HealthStatus === 'Healthy') === healthy &&
  last.ProtectedFromScaleIn === guarded

const viewOf = (member: Member): Instance => ({
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
  // A configuration that was deleted is no longer shown.
  if (from.kind === 'configuration') return from.isDeleted === true ? {} : { LaunchConfigurationName: from.name }
  return { LaunchTemplate: { LaunchTemplateId: from.id, LaunchTemplateName: from.name, Version: String(from.version) } }
}

/** The same as DescribeAutoScalingInstances shows it: with the group's name, and health in capitals. */
export const instanceDetailsView = (member: Member): AutoScalingInstanceDetails => ({
  ...instanceView(member),
  AutoScalingGroupName: member.group.name,
  LifecycleState: member.lifecycle,
  HealthStatus: member.healthy ? 'HEALTHY' : 'UNHEALTHY',
})
