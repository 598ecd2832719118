/**
 * What a look at a group must hold for which decision, as data: each part that is read from AWS, the modules of this room
 * that decide by it, and the calls that it needs. Pure.
 */
import type { ChangeKindName } from './changes/changes.ts'
import type { Fleet, FleetPart, Instance } from './fleet.ts'

/** One part of a look. */
export interface FleetRead {
  /** The modules of this room, by file name, that decide by what the part fills. */
  readonly neededBy: readonly string[] | 'every decision'
  /** The IAM actions of its calls. */
  readonly actions: readonly string[]
  /**
   * For how many seconds an answer may be kept for decisions that wait, as long as nothing shows that it has changed; absent
   * where it is read at each look, or once.
   */
  readonly keptSeconds?: number
  /** For how many seconds an answer counts as one of the look itself; absent where none does that was given before. */
  readonly youngSeconds?: number
  /** The changes that are made only where the look itself holds the part: what was kept from an earlier one does not do. */
  readonly freshFor?: readonly ChangeKindName[]
}

/** Every part of a look; what is not declared here is not read. */
export const fleetReads = {
  group: {
    neededBy: 'every decision',
    actions: ['autoscaling:DescribeAutoScalingGroups'],
  },
  launchSource: {
    neededBy: ['capacity', 'previous-source', 'rules', 'start'],
    actions: [
      'autoscaling:DescribeLaunchConfigurations',
      'ec2:DescribeLaunchTemplateVersions',
      'ec2:DescribeLaunchTemplates',
      'ssm:GetParameters',
    ],
    keptSeconds: 900,
    youngSeconds: 30,
    freshFor: ['save-state', 'resize', 'terminate', 'terminate-warm'],
  },
  /** Kept while the same instances are in service and all of them serve: freshness.ts. */
  targetHealth: {
    keptSeconds: 900,
    freshFor: ['save-state', 'terminate', 'register'],
    neededBy: ['dark-launch', 'readiness', 'run-state', 'served-zones', 'suspensions'],
    actions: ['elasticloadbalancing:DescribeInstanceHealth', 'elasticloadbalancing:DescribeTargetHealth'],
  },
  /** Only of instances for which no load balancer speaks; kept like the health of targets. */
  statusChecks: {
    keptSeconds: 900,
    freshFor: ['save-state', 'terminate', 'register'],
    neededBy: ['dark-launch', 'readiness', 'run-state'],
    actions: ['ec2:DescribeInstanceStatus'],
  },
  /** Of each target group once in a run; of many groups only once a run has begun with one: nothing leaves before. */
  slowStart: {
    freshFor: ['terminate'],
    neededBy: ['capacity'],
    actions: ['elasticloadbalancing:DescribeTargetGroupAttributes'],
  },
  ec2Instances: {
    neededBy: [
      'acquire-lease',
      'boot-estimate',
      'boot-record',
      'budget',
      'capacity',
      'dark-launch',
      'policy-growth',
      'previous-source',
      'probe',
      'start',
      'termination-order',
    ],
    actions: ['ec2:DescribeInstances'],
  },
  /** Only of a group that has a pool. */
  warmPool: {
    neededBy: ['start', 'warm-pool'],
    actions: ['autoscaling:DescribeWarmPool'],
  },
  /** Only of a group whose size may be that of a lost run. */
  desiredChanges: {
    neededBy: ['stale-state'],
    actions: ['autoscaling:DescribeScalingActivities'],
  },
  /** Only of a group that lacks capacity. */
  failedLaunches: {
    neededBy: ['budget', 'failures', 'launch-stall'],
    actions: ['autoscaling:DescribeScalingActivities'],
  },
  /** Before a run, and of a group whose scheduled actions a run has suspended. */
  scheduledActions: {
    keptSeconds: 240,
    youngSeconds: 60,
    neededBy: ['scheduled-actions'],
    actions: ['autoscaling:DescribeScheduledActions'],
  },
  /** Before a run, once of each group. */
  scalingPolicies: {
    neededBy: ['follow'],
    actions: ['autoscaling:DescribePolicies'],
  },
} as const satisfies Readonly<Record<FleetPart, FleetRead>>

/**
 * The part of a look that fills each field of the model; a field without one does not compile. Of the instances, those of
 * a warm pool come with `warmPool`. `history` is what the looks of this process have seen before, and the time; `watched` what is read
 * beside the look because the user has named it.
 */
export const filledBy = {
  group: 'group',
  groupId: 'group',
  at: 'history',
  answeredAt: 'history',
  sizes: 'group',
  defaultWarmupSeconds: 'group',
  zones: 'group',
  slowStartSeconds: 'slowStart',
  suspended: 'group',
  suspensionReasons: 'group',
  unreadableTags: 'group',
  weighted: 'group',
  reusesInstances: 'group',
  source: 'launchSource',
  instances: 'group',
  memo: 'group',
  orphanedLease: 'group',
  carriedMemo: 'ec2Instances',
  carriesMemo: 'ec2Instances',
  failedLaunches: 'failedLaunches',
  desiredChanges: 'desiredChanges',
  dueActions: 'scheduledActions',
  scalingPolicies: 'scalingPolicies',
  alarms: 'watched',
  unknown: 'history',
  kept: 'history',
  id: 'group',
  zone: 'group',
  type: 'group',
  weight: 'group',
  lifecycle: 'group',
  healthy: 'group',
  protectedFromScaleIn: 'group',
  reference: 'group',
  imageId: 'ec2Instances',
  launchedAt: 'ec2Instances',
  firstSeenAt: 'history',
  readySince: 'history',
  unreadySince: 'history',
  cameUp: 'history',
  lastProbe: 'history',
  balancers: 'targetHealth',
  statusChecks: 'statusChecks',
} as const satisfies Readonly<Record<keyof Fleet | keyof Instance, FleetPart | 'history' | 'watched'>>
