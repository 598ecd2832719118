import { fixture, refusal, type Fixture } from './fixture.ts'

interface Row {
  readonly name: string
  readonly call: (it: Fixture) => unknown
  readonly says: string
}

const web = { AutoScalingGroupName: 'web' } as const
const unknown = { AutoScalingGroupName: 'gone' } as const
const notFound = 'ValidationError: AutoScalingGroup name not found - AutoScalingGroup: gone not found'

/** The group `web`: min 1, max 2, desired 1, and one instance in service. */
const rows: readonly Row[] = [
  { name: 'update of an unknown group', call: ({ aws }) => aws.UpdateAutoScalingGroup(unknown), says: notFound },
  { name: 'desired capacity of an unknown group', call: ({ aws }) => aws.SetDesiredCapacity({ ...unknown, DesiredCapacity: 1 }), says: notFound },
  { name: 'deletion of an unknown group', call: ({ aws }) => aws.DeleteAutoScalingGroup(unknown), says: notFound },
  { name: 'suspension in an unknown group', call: ({ aws }) => aws.SuspendProcesses(unknown), says: notFound },
  { name: 'activities of an unknown group', call: ({ aws }) => aws.DescribeScalingActivities(unknown), says: notFound },
  { name: 'tags on an unknown group', call: ({ aws }) => aws.CreateOrUpdateTags({ Tags: [{ ResourceId: 'gone', Key: 'a' }] }), says: notFound },
  { name: 'a missing name', call: ({ aws }) => aws.DeleteAutoScalingGroup({ AutoScalingGroupName: undefined }), says: "ValidationError: 1 validation error detected: Value null at 'autoScalingGroupName' failed to satisfy constraint: Member must not be null" },
  { name: 'a second group of the same name', call: ({ create }) => create(), says: 'AlreadyExists: AutoScalingGroup by this name already exists - A group with the name web already exists' },
  { name: 'desired above max', call: ({ aws }) => aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 }), says: 'ValidationError: New SetDesiredCapacity value 3 is above max value 2 for the AutoScalingGroup.' },
  { name: 'desired below min', call: ({ aws }) => aws.SetDesiredCapacity({ ...web, DesiredCapacity: 0 }), says: 'ValidationError: New SetDesiredCapacity value 0 is below min value 1 for the AutoScalingGroup.' },
  { name: 'explicit desired outside the bounds', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, MinSize: 4, MaxSize: 10, DesiredCapacity: 2 }), says: 'ValidationError: Desired capacity:2 must be between the specified min size:4 and max size:10' },
  { name: 'max below min', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, MaxSize: 0 }), says: 'ValidationError: Max bound, 0, must be greater than or equal to min bound, 1' },
  { name: 'two launch sources', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, LaunchConfigurationName: 'a', LaunchTemplate: { LaunchTemplateName: 'web' } }), says: 'ValidationError: Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.' },
  { name: 'no launch source', call: ({ aws }) => aws.CreateAutoScalingGroup({ AutoScalingGroupName: 'new', MinSize: 0, MaxSize: 1, VPCZoneIdentifier: 'subnet-a' }), says: 'ValidationError: Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.' },
  { name: 'a colon in the name', call: ({ create }) => create({ AutoScalingGroupName: 'a:b' }), says: 'ValidationError: Invalid Auto Scaling group name a:b: a colon (:) cannot be used in it.' },
  { name: 'no place', call: ({ create }) => create({ AutoScalingGroupName: 'new', VPCZoneIdentifier: undefined }), says: 'ValidationError: At least one Availability Zone or VPC Subnet is required.' },
  { name: 'an unknown subnet', call: ({ create }) => create({ AutoScalingGroupName: 'new', VPCZoneIdentifier: 'subnet-q' }), says: "ValidationError: The subnet ID 'subnet-q' does not exist" },
  { name: 'subnets of two networks', call: ({ create }) => create({ AutoScalingGroupName: 'new', VPCZoneIdentifier: 'subnet-a,subnet-x-a' }), says: 'ValidationError: All subnets of an AutoScalingGroup must be in the same VPC.' },
  { name: 'an unknown launch configuration', call: ({ create }) => create({ AutoScalingGroupName: 'new', LaunchConfigurationName: 'lc' }), says: 'ValidationError: Launch configuration name not found - Launch configuration lc not found' },
  { name: 'an unknown template version', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '9' } }), says: 'ValidationError: You must use a valid fully-formed launch template. Could not find launch template version 9.' },
  { name: 'a template with an image that is not there', call: ({ aws, compute }) => (compute.template('bad', { imageId: 'ami-missing' }), aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'bad' } })), says: "ValidationError: You must use a valid fully-formed launch template. The image id '[ami-missing]' does not exist" },
  { name: 'a template without an image', call: ({ aws, compute }) => (compute.template('bad', {}), aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'bad' } })), says: 'ValidationError: You must use a valid fully-formed launch template. The request must contain the parameter ImageId' },
  { name: 'weights on some overrides only', call: ({ create }) => create({ AutoScalingGroupName: 'new', MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateName: 'web' }, Overrides: [{ InstanceType: 'm5.large', WeightedCapacity: '1' }, { InstanceType: 'c5.large' }] } } }), says: 'ValidationError: Either all overrides must specify WeightedCapacity or none.' },
  { name: 'an instance lifetime under a day', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, MaxInstanceLifetime: 60 }), says: 'ValidationError: Max instance lifetime must be 0 or at least 86400 seconds.' },
  { name: 'Default before another policy', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, TerminationPolicies: ['Default', 'OldestInstance'] }), says: 'ValidationError: The Default termination policy must be the last one.' },
  { name: 'an unknown health check', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, HealthCheckType: 'PING' }), says: 'ValidationError: Invalid HealthCheckType PING. Valid values are [EC2, EBS, ELB, VPC_LATTICE].' },
  { name: 'a warm-up over an hour', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, DefaultInstanceWarmup: 3601 }), says: "ValidationError: 1 validation error detected: Value '3601' at 'defaultInstanceWarmup' failed to satisfy constraint: Member must have value less than or equal to 3600" },
  { name: 'half a maintenance policy', call: ({ aws }) => aws.UpdateAutoScalingGroup({ ...web, InstanceMaintenancePolicy: { MinHealthyPercentage: 90 } }), says: 'ValidationError: Both MinHealthyPercentage and MaxHealthyPercentage must be specified.' },
  { name: 'an unknown load balancer', call: ({ aws }) => aws.AttachLoadBalancers({ ...web, LoadBalancerNames: ['missing'] }), says: 'ValidationError: Provided Load Balancers may not be valid. Please ensure they exist and try again.' },
  { name: 'an unknown target group', call: ({ aws }) => aws.AttachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: ['arn:missing'] }), says: 'ValidationError: Provided Target Groups may not be valid. Please ensure they exist and try again.' },
  { name: 'eleven load balancers in one call', call: ({ aws }) => aws.AttachLoadBalancers({ ...web, LoadBalancerNames: Array.from('abcdefghijk') }), says: "ValidationError: 1 validation error detected: Value '[a, b, c, d, e, f, g, h, i, j, k]' at 'trafficSources' failed to satisfy constraint: Member must have length less than or equal to 10" },
  { name: 'detaching a load balancer that is not there', call: ({ aws }) => aws.DetachLoadBalancers({ ...web, LoadBalancerNames: ['lb'] }), says: 'ValidationError: Trying to remove Load Balancers or Target Groups that are not part of the group: lb' },
  { name: 'an unknown process', call: ({ aws }) => aws.SuspendProcesses({ ...web, ScalingProcesses: ['Reboot'] }), says: 'ValidationError: Unrecognized process types: [Reboot]' },
  { name: 'termination of an unknown instance', call: ({ aws }) => aws.TerminateInstanceInAutoScalingGroup({ InstanceId: 'i-0', ShouldDecrementDesiredCapacity: false }), says: 'ValidationError: Instance Id not found - No managed instance found for instance ID i-0' },
  { name: 'termination with decrement at the minimum', call: ({ aws, ids }) => aws.TerminateInstanceInAutoScalingGroup({ InstanceId: ids()[0], ShouldDecrementDesiredCapacity: true }), says: "ValidationError: Currently, desiredSize equals minSize (1). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size." },
  { name: 'several ids without a group', call: ({ aws, ids }) => aws.TerminateInstanceInAutoScalingGroup({ InstanceIds: ids(), ShouldDecrementDesiredCapacity: false }), says: 'ValidationError: AutoScalingGroupName is required when InstanceIds is specified.' },
  { name: 'both forms of ids', call: ({ aws, ids }) => aws.TerminateInstanceInAutoScalingGroup({ ...web, InstanceId: ids()[0], InstanceIds: ids(), ShouldDecrementDesiredCapacity: false }), says: 'ValidationError: Either InstanceId or InstanceIds must be specified, but not both.' },
  { name: 'protection of 51 instances', call: ({ aws }) => aws.SetInstanceProtection({ ...web, InstanceIds: Array.from({ length: 51 }, () => 'i-1'), ProtectedFromScaleIn: true }), says: 'LimitExceeded: The number of instance ids that may be passed in is limited to 50' },
  { name: 'protection of an instance of no group', call: ({ aws }) => aws.SetInstanceProtection({ ...web, InstanceIds: ['i-0'], ProtectedFromScaleIn: true }), says: 'ValidationError: The instance i-0 is not part of Auto Scaling group web.' },
  { name: 'detaching below the minimum', call: ({ aws, ids }) => aws.DetachInstances({ ...web, InstanceIds: ids(), ShouldDecrementDesiredCapacity: true }), says: 'ValidationError: AutoScalingGroup web has min-size=1, max-size=2, and desired-size=1. To detach 1 instance, please update the AutoScalingGroup sizes appropriately.' },
  { name: 'standby below the minimum', call: ({ aws, ids }) => aws.EnterStandby({ ...web, InstanceIds: ids(), ShouldDecrementDesiredCapacity: true }), says: 'ValidationError: AutoScalingGroup web has min-size=1, max-size=2, and desired-size=1. To place into standby 1 instance, please update the AutoScalingGroup sizes appropriately.' },
  { name: 'leaving standby without being there', call: ({ aws, ids }) => aws.ExitStandby({ ...web, InstanceIds: ids() }), says: 'ValidationError: The instance i-00000000000000001 is not in Standby.' },
  { name: 'standby of an instance of no group', call: ({ aws }) => aws.EnterStandby({ ...web, InstanceIds: ['i-0'], ShouldDecrementDesiredCapacity: false }), says: 'ValidationError: The instance i-0 is not part of Auto Scaling group web.' },
  { name: 'detaching an instance that is leaving', call: ({ aws, ids }) => (aws.TerminateInstanceInAutoScalingGroup({ InstanceId: ids()[0], ShouldDecrementDesiredCapacity: false }), aws.DetachInstances({ ...web, InstanceIds: ids(), ShouldDecrementDesiredCapacity: false })), says: 'ValidationError: The instance i-00000000000000001 is not in InService or Standby.' },
  { name: 'attaching an instance that does not exist', call: ({ aws }) => aws.AttachInstances({ ...web, InstanceIds: ['i-0'] }), says: 'ValidationError: Invalid Instance ID(s): [i-0] specified' },
  { name: 'attaching an instance of the group', call: ({ aws, ids }) => aws.AttachInstances({ ...web, InstanceIds: ids() }), says: 'ValidationError: Instance i-00000000000000001 is already part of AutoScalingGroup web' },
  { name: 'deletion with instances', call: ({ aws }) => aws.DeleteAutoScalingGroup(web), says: 'ResourceInUse: You cannot delete an AutoScalingGroup while there are instances or pending Spot instance request(s) still in the group.' },
  { name: 'deletion with activities', call: ({ aws }) => (aws.TerminateInstanceInAutoScalingGroup({ InstanceId: 'i-00000000000000001', ShouldDecrementDesiredCapacity: false }), aws.DeleteAutoScalingGroup(web)), says: 'ScalingActivityInProgress: You cannot delete an AutoScalingGroup while there are scaling activities in progress for that group.' },
  { name: 'deletion against its protection', call: ({ aws }) => (aws.UpdateAutoScalingGroup({ ...web, DeletionProtection: 'prevent-force-deletion' }), aws.DeleteAutoScalingGroup({ ...web, ForceDelete: true })), says: 'ResourceInUse: AutoScalingGroup web has deletion protection prevent-force-deletion and cannot be deleted.' },
  { name: 'change of a group that is being deleted', call: ({ aws }) => (aws.DeleteAutoScalingGroup({ ...web, ForceDelete: true }), aws.SetDesiredCapacity({ ...web, DesiredCapacity: 0 })), says: 'ScalingActivityInProgress: AutoScalingGroup web is pending delete' },
  { name: 'the name of a group that is being deleted', call: ({ aws, create }) => (aws.DeleteAutoScalingGroup({ ...web, ForceDelete: true }), create()), says: 'AlreadyExists: AutoScalingGroup by this name already exists and is pending delete - web' },
  { name: 'a heartbeat under 30 seconds', call: ({ aws }) => aws.PutLifecycleHook({ ...web, LifecycleHookName: 'h', LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING', HeartbeatTimeout: 29 }), says: "ValidationError: 1 validation error detected: Value '29' at 'heartbeatTimeout' failed to satisfy constraint: Member must have value greater than or equal to 30" },
  { name: 'a hook without transition', call: ({ aws }) => aws.PutLifecycleHook({ ...web, LifecycleHookName: 'h' }), says: 'ValidationError: Lifecycle transition  is not valid. Valid values are [autoscaling:EC2_INSTANCE_LAUNCHING, autoscaling:EC2_INSTANCE_TERMINATING].' },
  { name: 'an answer to nothing', call: ({ aws }) => aws.CompleteLifecycleAction({ ...web, LifecycleHookName: 'h', InstanceId: 'i-0', LifecycleActionResult: 'CONTINUE' }), says: 'ValidationError: No active Lifecycle Action found with instance ID i-0' },
  { name: 'an answer that is neither', call: ({ aws }) => aws.CompleteLifecycleAction({ ...web, LifecycleHookName: 'h', InstanceId: 'i-0', LifecycleActionResult: 'YES' }), says: 'ValidationError: Lifecycle action result YES is not valid. Valid values are [CONTINUE, ABANDON].' },
  { name: 'a heartbeat by an unknown token', call: ({ aws }) => aws.RecordLifecycleActionHeartbeat({ ...web, LifecycleHookName: 'h', LifecycleActionToken: 't'.repeat(36) }), says: `ValidationError: No active Lifecycle Action found with token ${'t'.repeat(36)}` },
  { name: 'a tag key of AWS', call: ({ aws }) => aws.CreateOrUpdateTags({ Tags: [{ ResourceId: 'web', Key: 'aws:x' }] }), says: 'ValidationError: Tag keys beginning with aws: are reserved for system use.' },
  { name: 'a 51st tag', call: ({ aws }) => aws.CreateOrUpdateTags({ Tags: Array.from({ length: 51 }, (_, n) => ({ ResourceId: 'web', Key: `k${n}` })) }), says: 'LimitExceeded: The group web cannot have more than 50 tags.' },
  { name: 'a tag filter that does not exist', call: ({ aws }) => aws.DescribeTags({ Filters: [{ Name: 'colour', Values: ['red'] }] }), says: 'ValidationError: Invalid filter type: colour' },
  { name: 'a second instance refresh', call: ({ aws }) => (aws.StartInstanceRefresh(web), aws.StartInstanceRefresh(web)), says: 'InstanceRefreshInProgress: An Instance Refresh is already in progress and blocks the execution of this Instance Refresh.' },
  { name: 'a template change against a refresh', call: ({ aws }) => (aws.StartInstanceRefresh({ ...web, DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } } }), aws.UpdateAutoScalingGroup({ ...web, LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } })), says: 'ValidationError: An active instance refresh with a desired configuration exists. All configuration options derived from the desired configuration are not available for update while the instance refresh is active.' },
  { name: 'cancelling no refresh', call: ({ aws }) => aws.CancelInstanceRefresh(web), says: 'ActiveInstanceRefreshNotFound: No in progress or pending Instance Refresh found for Auto Scaling group web' },
  { name: 'a foreign page token', call: ({ aws }) => aws.DescribeAutoScalingGroups({ NextToken: 'x' }), says: 'InvalidNextToken: The token is invalid or has expired.' },
  { name: 'pages of more than a hundred groups', call: ({ aws }) => aws.DescribeAutoScalingGroups({ MaxRecords: 101 }), says: "ValidationError: 1 validation error detected: Value '101' at 'maxRecords' failed to satisfy constraint: Member must have value less than or equal to 100" },
  { name: 'pages of more than fifty instances', call: ({ aws }) => aws.DescribeAutoScalingInstances({ MaxRecords: 51 }), says: "ValidationError: 1 validation error detected: Value '51' at 'maxRecords' failed to satisfy constraint: Member must have value less than or equal to 50" },
  { name: 'a group filter that does not exist', call: ({ aws }) => aws.DescribeAutoScalingGroups({ Filters: [{ Name: 'colour' }] }), says: 'ValidationError: Invalid filter name: colour' },
  { name: 'activities by status in all groups', call: ({ aws }) => aws.DescribeScalingActivities({ Filters: [{ Name: 'Status', Values: ['Failed'] }] }), says: 'ValidationError: The Status filter requires an AutoScalingGroupName.' },
  { name: 'a policy without adjustment', call: ({ aws }) => aws.PutScalingPolicy({ ...web, PolicyName: 'p', AdjustmentType: 'ChangeInCapacity' }), says: 'ValidationError: ScalingAdjustment is required for policy type SimpleScaling.' },
  { name: 'deletion of an unknown policy', call: ({ aws }) => aws.DeletePolicy({ ...web, PolicyName: 'p' }), says: 'ValidationError: No policy found: p' },
  { name: 'a scheduled action that sets nothing', call: ({ aws }) => aws.PutScheduledUpdateGroupAction({ ...web, ScheduledActionName: 's' }), says: 'ValidationError: At least one of MinSize, MaxSize or DesiredCapacity must be specified.' },
  { name: 'a scheduled action in the past', call: ({ aws }) => aws.PutScheduledUpdateGroupAction({ ...web, ScheduledActionName: 's', DesiredCapacity: 1, StartTime: new Date(0) }), says: 'ValidationError: Given start time is in the past' },
  { name: 'a recurrence that is none', call: ({ aws }) => aws.PutScheduledUpdateGroupAction({ ...web, ScheduledActionName: 's', DesiredCapacity: 1, Recurrence: 'daily' }), says: 'ValidationError: Given recurrence string: daily is invalid' },
  { name: 'deletion of an unknown warm pool', call: ({ aws }) => aws.DeleteWarmPool(web), says: 'ValidationError: No warm pool found for Auto Scaling group web' },
  { name: 'a health status that is none', call: ({ aws, ids }) => aws.SetInstanceHealth({ InstanceId: ids()[0], HealthStatus: 'Tired' }), says: 'ValidationError: Invalid health status Tired. Valid values are [Healthy, Unhealthy].' },
] // prettier-ignore

describe('Auto Scaling refuses', () => {
  test.each(rows)('$name', ({ call, says }) => {
    const it = fixture()
    it.create({ MinSize: 1, MaxSize: 2 })
    it.settle()
    expect(refusal(() => call(it))).toBe(says)
  })

  test('a scaling activity blocks a change that honours the cooldown', () => {
    const it = fixture()
    it.create({ MinSize: 1, MaxSize: 2 })
    it.settle()
    const [activity] = it.activities()
    expect(refusal(() => it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2, HonorCooldown: true }))).toBe(
      `ScalingActivityInProgress: Scaling activity ${activity?.ActivityId} is in progress and blocks this action`,
    )
    it.timeline.advance(300)
    expect(refusal(() => it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2, HonorCooldown: true }))).toBe(
      'accepted',
    )
  })

  test('an instance that is already leaving is not terminated twice', () => {
    const it = fixture()
    it.create({ MinSize: 1, MaxSize: 2 })
    it.settle()
    const order = { InstanceId: it.ids()[0], ShouldDecrementDesiredCapacity: false }
    const { Activity } = it.aws.TerminateInstanceInAutoScalingGroup(order)
    expect(refusal(() => it.aws.TerminateInstanceInAutoScalingGroup(order))).toBe(
      `ScalingActivityInProgress: Scaling activity ${Activity?.ActivityId} is in progress and blocks this action`,
    )
  })
})
