import { type Scene, type Table, TOPIC } from './scene.ts'

const web = { AutoScalingGroupName: 'web' } as const
const gone = { AutoScalingGroupName: 'gone' } as const
const one = ({ web: { instanceIds } }: Scene): readonly string[] => instanceIds.slice(0, 1)
const unknownGroup = ['ValidationError', () => gone] as const
const wrongToken = ['InvalidNextToken', () => ({ NextToken: 'x' })] as const

const operations = ({ account }: Scene): Scene['account']['autoScaling']['operations'] => account.autoScaling.operations

/** Prepares something by an operation before the input is made. */
const after = (prepare: (aws: ReturnType<typeof operations>, it: Scene) => unknown, input: (it: Scene) => object) => (it: Scene): object => (prepare(operations(it), it), input(it)) // prettier-ignore

const hook = { LifecycleHookName: 'hook', LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING' } as const
const held = (input: object) =>
  after((aws, it) => {
    aws.PutLifecycleHook({ ...web, ...hook })
    const [InstanceId] = one(it)
    aws.TerminateInstanceInAutoScalingGroup({ InstanceId, ShouldDecrementDesiredCapacity: true })
    it.account.timeline.advance(400)
  }, (it) => ({ ...web, LifecycleHookName: 'hook', InstanceId: one(it)[0], ...input })) // prettier-ignore
const policy = { ...web, PolicyName: 'grow', AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 } as const
const action = { ScheduledActionName: 'night', DesiredCapacity: 1 } as const
const at = ({ account }: Scene, seconds: number): Date => new Date((account.timeline.now + seconds) * 1000)
const tag = { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'owner', Value: 'fleet' } as const
const configuration = ({ web: { oldImageId } }: Scene) => ({ LaunchConfigurationName: 'lc', ImageId: oldImageId, InstanceType: 't3.micro' }) // prettier-ignore
const template = ({ web: { sourceNames, newImageId } }: Scene) => ({
  DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: sourceNames[0], Version: '1' } },
  newImageId,
})
const desired = (it: Scene) => ({ DesiredConfiguration: template(it).DesiredConfiguration })
const targetGroup = ({ account, vpc }: Scene): string =>
  account.balancers.v2.operations.CreateTargetGroup({ Name: 'second', Protocol: 'HTTP', Port: 80, VpcId: vpc })
    .TargetGroups?.[0]?.TargetGroupArn ?? ''
const classic = ({ account, subnet }: Scene): string => {
  const Listeners = [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }]
  account.balancers.classic.operations.CreateLoadBalancer({ LoadBalancerName: 'second', Listeners, Subnets: [subnet] })
  return 'second'
}

// prettier-ignore
export const AUTO_SCALING: Table = {
  AttachInstances: { accepts: ({ instance }) => ({ ...web, InstanceIds: [instance] }), refuses: ['ValidationError', (it) => ({ ...web, InstanceIds: one(it) })] },
  AttachLoadBalancerTargetGroups: { accepts: (it) => ({ ...web, TargetGroupARNs: [targetGroup(it)] }), refuses: ['ValidationError', () => ({ ...web, TargetGroupARNs: ['arn:missing'] })] },
  AttachLoadBalancers: { accepts: (it) => ({ ...web, LoadBalancerNames: [classic(it)] }), refuses: ['ValidationError', () => ({ ...web, LoadBalancerNames: ['missing'] })] },
  AttachTrafficSources: { accepts: (it) => ({ ...web, TrafficSources: [{ Identifier: targetGroup(it), Type: 'elbv2' }] }), refuses: ['ValidationError', () => ({ ...web, TrafficSources: [{ Identifier: 'missing', Type: 'elb' }] })] },
  BatchDeleteScheduledAction: { accepts: after((aws, it) => aws.PutScheduledUpdateGroupAction({ ...web, ...action, StartTime: at(it, 3600) }), () => ({ ...web, ScheduledActionNames: ['night'] })), refuses: ['ValidationError', () => ({ ...gone, ScheduledActionNames: ['night'] })] },
  BatchPutScheduledUpdateGroupAction: { accepts: (it) => ({ ...web, ScheduledUpdateGroupActions: [{ ...action, StartTime: at(it, 3600) }] }), refuses: ['ValidationError', () => ({ ...gone, ScheduledUpdateGroupActions: [action] })] },
  CancelInstanceRefresh: { accepts: after((aws) => aws.StartInstanceRefresh(web), () => web), refuses: ['ActiveInstanceRefreshNotFound', () => web] },
  CompleteLifecycleAction: { accepts: held({ LifecycleActionResult: 'CONTINUE' }), refuses: ['ValidationError', (it) => ({ ...web, LifecycleHookName: 'hook', InstanceId: one(it)[0], LifecycleActionResult: 'CONTINUE' })] },
  CreateAutoScalingGroup: { accepts: (it) => ({ AutoScalingGroupName: 'new', MinSize: 0, MaxSize: 1, AvailabilityZones: ['eu-west-1a'], ...desired(it).DesiredConfiguration }), refuses: ['AlreadyExists', (it) => ({ ...web, MinSize: 0, MaxSize: 1, AvailabilityZones: ['eu-west-1a'], ...desired(it).DesiredConfiguration })] },
  CreateLaunchConfiguration: { accepts: configuration, refuses: ['ValidationError', (it) => ({ ...configuration(it), ImageId: 'ami-00000000000000000' })] },
  CreateOrUpdateTags: { accepts: () => ({ Tags: [tag] }), refuses: ['ValidationError', () => ({ Tags: [{ ...tag, Key: 'aws:x' }] })] },
  DeleteAutoScalingGroup: { accepts: () => ({ ...web, ForceDelete: true }), refuses: ['ResourceInUse', () => web] },
  DeleteLaunchConfiguration: { accepts: after((aws, it) => aws.CreateLaunchConfiguration(configuration(it)), () => ({ LaunchConfigurationName: 'lc' })), refuses: ['ValidationError', () => ({ LaunchConfigurationName: 'lc' })] },
  DeleteLifecycleHook: { accepts: after((aws) => aws.PutLifecycleHook({ ...web, ...hook }), () => ({ ...web, LifecycleHookName: 'hook' })), refuses: ['ValidationError', () => ({ ...web, LifecycleHookName: 'hook' })] },
  DeleteNotificationConfiguration: { accepts: () => ({ ...web, TopicARN: TOPIC }), refuses: ['ValidationError', () => ({ ...gone, TopicARN: TOPIC })] },
  DeletePolicy: { accepts: after((aws) => aws.PutScalingPolicy(policy), () => ({ ...web, PolicyName: 'grow' })), refuses: ['ValidationError', () => ({ ...web, PolicyName: 'grow' })] },
  DeleteScheduledAction: { accepts: after((aws, it) => aws.PutScheduledUpdateGroupAction({ ...web, ...action, StartTime: at(it, 3600) }), () => ({ ...web, ScheduledActionName: 'night' })), refuses: ['ValidationError', () => ({ ...web, ScheduledActionName: 'night' })] },
  DeleteTags: { accepts: () => ({ Tags: [tag] }), refuses: ['ValidationError', () => ({ Tags: [{ ...tag, ResourceId: 'gone' }] })] },
  DeleteWarmPool: { accepts: after((aws) => aws.PutWarmPool(web), () => web), refuses: ['ValidationError', () => web] },
  DescribeAccountLimits: { accepts: () => ({}), refuses: 'nothing' },
  DescribeAdjustmentTypes: { accepts: () => ({}), refuses: 'nothing' },
  DescribeAutoScalingGroups: { accepts: () => ({ AutoScalingGroupNames: ['web'] }), refuses: wrongToken },
  DescribeAutoScalingInstances: { accepts: (it) => ({ InstanceIds: one(it) }), refuses: wrongToken },
  DescribeAutoScalingNotificationTypes: { accepts: () => ({}), refuses: 'nothing' },
  DescribeInstanceRefreshes: { accepts: after((aws) => aws.StartInstanceRefresh(web), () => web), refuses: unknownGroup },
  DescribeLaunchConfigurations: { accepts: after((aws, it) => aws.CreateLaunchConfiguration(configuration(it)), () => ({})), refuses: wrongToken },
  DescribeLifecycleHookTypes: { accepts: () => ({}), refuses: 'nothing' },
  DescribeLifecycleHooks: { accepts: after((aws) => aws.PutLifecycleHook({ ...web, ...hook }), () => web), refuses: unknownGroup },
  DescribeLoadBalancerTargetGroups: { accepts: () => web, refuses: unknownGroup },
  DescribeLoadBalancers: { accepts: () => web, refuses: unknownGroup },
  DescribeMetricCollectionTypes: { accepts: () => ({}), refuses: 'nothing' },
  DescribeNotificationConfigurations: { accepts: after((aws) => aws.PutNotificationConfiguration({ ...web, TopicARN: TOPIC, NotificationTypes: ['autoscaling:EC2_INSTANCE_LAUNCH'] }), () => ({ AutoScalingGroupNames: ['web'] })), refuses: wrongToken },
  DescribePolicies: { accepts: after((aws) => aws.PutScalingPolicy(policy), () => web), refuses: unknownGroup },
  DescribeScalingActivities: { accepts: () => web, refuses: unknownGroup },
  DescribeScalingProcessTypes: { accepts: () => ({}), refuses: 'nothing' },
  DescribeScheduledActions: { accepts: after((aws, it) => aws.PutScheduledUpdateGroupAction({ ...web, ...action, StartTime: at(it, 3600) }), () => web), refuses: unknownGroup },
  DescribeTags: { accepts: () => ({ Filters: [{ Name: 'auto-scaling-group', Values: ['web'] }] }), refuses: ['ValidationError', () => ({ Filters: [{ Name: 'colour', Values: ['red'] }] })] },
  DescribeTerminationPolicyTypes: { accepts: () => ({}), refuses: 'nothing' },
  DescribeTrafficSources: { accepts: () => web, refuses: unknownGroup },
  DescribeWarmPool: { accepts: after((aws) => aws.PutWarmPool(web), () => web), refuses: unknownGroup },
  DetachInstances: { accepts: (it) => ({ ...web, InstanceIds: one(it), ShouldDecrementDesiredCapacity: true }), refuses: ['ValidationError', ({ instance }) => ({ ...web, InstanceIds: [instance], ShouldDecrementDesiredCapacity: true })] },
  DetachLoadBalancerTargetGroups: { accepts: (it) => ({ ...web, TargetGroupARNs: it.web.targetGroupArns }), refuses: ['ValidationError', () => ({ ...web, TargetGroupARNs: ['arn:missing'] })] },
  DetachLoadBalancers: { accepts: (it) => ({ ...web, LoadBalancerNames: it.web.classicNames }), refuses: ['ValidationError', () => ({ ...web, LoadBalancerNames: ['missing'] })] },
  DetachTrafficSources: { accepts: (it) => ({ ...web, TrafficSources: [{ Identifier: it.web.classicNames[0], Type: 'elb' }] }), refuses: ['ValidationError', () => ({ ...web, TrafficSources: [{ Identifier: 'missing', Type: 'elb' }] })] },
  DisableMetricsCollection: { accepts: () => ({ ...web, Metrics: ['GroupMinSize'] }), refuses: ['ValidationError', () => ({ ...web, Metrics: ['Colour'] })] },
  EnableMetricsCollection: { accepts: () => ({ ...web, Granularity: '1Minute' }), refuses: ['ValidationError', () => ({ ...web, Granularity: '5Minutes' })] },
  EnterStandby: { accepts: (it) => ({ ...web, InstanceIds: one(it), ShouldDecrementDesiredCapacity: true }), refuses: ['ValidationError', ({ instance }) => ({ ...web, InstanceIds: [instance], ShouldDecrementDesiredCapacity: true })] },
  ExecutePolicy: { accepts: after((aws) => aws.PutScalingPolicy(policy), () => ({ ...web, PolicyName: 'grow' })), refuses: ['ValidationError', () => ({ ...web, PolicyName: 'grow' })] },
  ExitStandby: { accepts: after((aws, it) => (aws.EnterStandby({ ...web, InstanceIds: [...one(it)], ShouldDecrementDesiredCapacity: true }), it.account.timeline.advance(400)), (it) => ({ ...web, InstanceIds: one(it) })), refuses: ['ValidationError', (it) => ({ ...web, InstanceIds: one(it) })] },
  LaunchInstances: { accepts: () => ({ ...web, RequestedCapacity: 1, ClientToken: 'token', AvailabilityZones: ['eu-west-1a'] }), refuses: ['ValidationError', () => ({ ...web, RequestedCapacity: 1, ClientToken: 'token' })] },
  PutLifecycleHook: { accepts: () => ({ ...web, ...hook }), refuses: ['ValidationError', () => ({ ...web, LifecycleHookName: 'hook' })] },
  PutNotificationConfiguration: { accepts: () => ({ ...web, TopicARN: TOPIC, NotificationTypes: ['autoscaling:EC2_INSTANCE_LAUNCH'] }), refuses: ['ValidationError', () => ({ ...web, TopicARN: TOPIC, NotificationTypes: ['autoscaling:EC2_INSTANCE_BOIL'] })] },
  PutScalingPolicy: { accepts: () => policy, refuses: ['ValidationError', () => ({ ...web, PolicyName: 'grow', AdjustmentType: 'ChangeInCapacity' })] },
  PutScheduledUpdateGroupAction: { accepts: (it) => ({ ...web, ...action, StartTime: at(it, 3600) }), refuses: ['ValidationError', (it) => ({ ...web, ...action, StartTime: at(it, -3600) })] },
  PutWarmPool: { accepts: () => web, refuses: unknownGroup },
  RecordLifecycleActionHeartbeat: { accepts: held({}), refuses: ['ValidationError', (it) => ({ ...web, LifecycleHookName: 'hook', InstanceId: one(it)[0] })] },
  ResumeProcesses: { accepts: () => web, refuses: ['ValidationError', () => ({ ...web, ScalingProcesses: ['Reboot'] })] },
  RollbackInstanceRefresh: { accepts: after((aws, it) => aws.StartInstanceRefresh({ ...web, ...desired(it) }), () => web), refuses: ['ActiveInstanceRefreshNotFound', () => web] },
  SetDesiredCapacity: { accepts: () => ({ ...web, DesiredCapacity: 3 }), refuses: ['ValidationError', () => ({ ...web, DesiredCapacity: 9 })] },
  SetInstanceHealth: { accepts: (it) => ({ InstanceId: one(it)[0], HealthStatus: 'Unhealthy' }), refuses: ['ValidationError', ({ instance }) => ({ InstanceId: instance, HealthStatus: 'Unhealthy' })] },
  SetInstanceProtection: { accepts: (it) => ({ ...web, InstanceIds: one(it), ProtectedFromScaleIn: true }), refuses: ['ValidationError', ({ instance }) => ({ ...web, InstanceIds: [instance], ProtectedFromScaleIn: true })] },
  StartInstanceRefresh: { accepts: () => web, refuses: ['InstanceRefreshInProgress', after((aws) => aws.StartInstanceRefresh(web), () => web)] },
  SuspendProcesses: { accepts: () => web, refuses: ['ValidationError', () => ({ ...web, ScalingProcesses: ['Reboot'] })] },
  TerminateInstanceInAutoScalingGroup: { accepts: (it) => ({ InstanceId: one(it)[0], ShouldDecrementDesiredCapacity: true }), refuses: ['ValidationError', ({ instance }) => ({ InstanceId: instance, ShouldDecrementDesiredCapacity: true })] },
  UpdateAutoScalingGroup: { accepts: () => ({ ...web, MaxSize: 4 }), refuses: ['ValidationError', () => ({ ...web, MinSize: 6, MaxSize: 5 })] },
}
