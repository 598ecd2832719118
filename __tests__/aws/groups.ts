import type { AutoScalingGroup, Instance } from '@aws-sdk/client-auto-scaling'

/** A group as DescribeAutoScalingGroups gives it. */
export const group = (name: string, more: Partial<AutoScalingGroup> = {}): AutoScalingGroup => ({
  AutoScalingGroupName: name,
  MinSize: 2,
  MaxSize: 4,
  DesiredCapacity: 2,
  DefaultCooldown: 300,
  AvailabilityZones: ['eu-central-1a', 'eu-central-1b'],
  HealthCheckType: 'EC2',
  CreatedTime: new Date('2026-01-01T00:00:00Z'),
  LoadBalancerNames: [],
  TargetGroupARNs: [],
  SuspendedProcesses: [],
  Tags: [],
  Instances: [],
  ...more,
})

/** An instance as DescribeAutoScalingGroups lists it. */
export const listed = (id: string, more: Partial<Instance> = {}): Instance => ({
  InstanceId: id,
  InstanceType: 't3.small',
  AvailabilityZone: 'eu-central-1a',
  LifecycleState: 'InService',
  HealthStatus: 'Healthy',
  ProtectedFromScaleIn: false,
  ...more,
})

/** A tag of a group, as Describe calls give it. */
export const tagged = (key: string, value: string) => ({ Key: key, Value: value, PropagateAtLaunch: false })
