import type { AutoScalingGroup, Instance as ListedInstance } from '@aws-sdk/client-auto-scaling'
import type { TargetHealth, LaunchReference, StatusChecks } from '../../domain/rollout/fleet.ts'
import type { InstanceAtLook } from '../../domain/rollout/readiness-history.ts'
import { versionNumber } from '../launch-sources/template-versions.ts'
import type { Ec2Instance } from './ec2-instances.ts'

/** Whether the capacity of a group is counted in weights. */
export const isWeighted = ({ MixedInstancesPolicy }: AutoScalingGroup): boolean =>
  (MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? []).some(({ WeightedCapacity }) => WeightedCapacity !== undefined)

/** What is asked elsewhere of one listed instance. */
export interface InstanceContext {
  readonly ec2Instance: Ec2Instance | undefined
  readonly balancers: readonly TargetHealth[]
  readonly statusChecks: StatusChecks | undefined
}

/** What the group itself says of the state of an instance. */
export const stateOf = ({
  LifecycleState,
  HealthStatus,
}: ListedInstance): Pick<InstanceAtLook, 'lifecycle' | 'healthy'> => ({
  lifecycle: LifecycleState ?? '',
  // DescribeAutoScalingGroups writes `Healthy` where DescribeAutoScalingInstances writes `HEALTHY`.
  healthy: HealthStatus?.toLowerCase() === 'healthy',
})

/** One instance as its group lists it, with what EC2 and the load balancers say of it. */
export const observedInstance = (
  listed: ListedInstance,
  { ec2Instance, balancers, statusChecks }: InstanceContext,
): InstanceAtLook => ({
  id: listed.InstanceId ?? '',
  zone: listed.AvailabilityZone ?? '',
  type: listed.InstanceType ?? '',
  weight: listed.WeightedCapacity === undefined ? 1 : Number(listed.WeightedCapacity),
  ...stateOf(listed),
  protectedFromScaleIn: listed.ProtectedFromScaleIn ?? false,
  reference: referenceOf(listed),
  // Only after the root volume was replaced, or an override named the image: then it is truer than EC2's.
  imageId: listed.ImageId ?? ec2Instance?.imageId,
  launchedAt: ec2Instance?.launchedAt,
  ...(ec2Instance?.memoTags && { carriesMemo: true }),
  balancers,
  ...(statusChecks && { statusChecks }),
})

function referenceOf({ LaunchConfigurationName, LaunchTemplate }: ListedInstance): LaunchReference | undefined {
  const id = LaunchTemplate?.LaunchTemplateId
  const version = versionNumber(LaunchTemplate?.Version)
  if (id !== undefined && version !== undefined) return { kind: 'template', id, version }
  // AWS leaves the name out once the launch configuration is deleted; emulators send an empty one.
  return LaunchConfigurationName ? { kind: 'configuration', name: LaunchConfigurationName } : undefined
}
