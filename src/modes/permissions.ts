/**
 * The IAM actions that each mode needs, as data. The policy in docs/iam/, the README and the calls that the modes make are
 * compared with it.
 */
import { preflightChecks } from '../aws/preflight/checks.ts'
import { fleetReads } from '../domain/rollout/reads.ts'
import type { Mode } from '../inputs/modes.ts'

/** An IAM action, such as `ec2:RunInstances`. */
export type IamAction =
  `${'autoscaling' | 'cloudwatch' | 'ec2' | 'elasticloadbalancing' | 'events' | 'iam' | 'logs' | 'route53' | 's3' | 'servicequotas' | 'sns' | 'ssm'}:${string}`

/** What only looks, by what it is read for; all of it together is the statement `Look` of the policy. */
const reads = {
  selection: ['autoscaling:DescribeAutoScalingGroups'],
  look: Object.values(fleetReads).flatMap(({ actions }) => actions),
  /** Before the first change. */
  preflight: Object.entries(preflightChecks).flatMap(([name, { actions }]) => (name === 'alarms' ? [] : actions)),
  alarms: preflightChecks.alarms.actions,
  /** A release launches nothing of its own. */
  preflightOfRelease: [
    ...preflightChecks.eligibility.actions,
    ...preflightChecks.managedGroups.actions,
    ...preflightChecks.trafficSources.actions,
    ...preflightChecks.resting.actions,
  ],
  images: ['ec2:DescribeImages', 'ec2:DescribeInstanceTypes'],
  imageParameters: ['ssm:GetParameters'],
  audit: [
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:DescribeLaunchConfigurations',
    'ec2:DescribeImages',
    'ec2:DescribeInstances',
    'ec2:DescribeLaunchTemplateVersions',
  ],
  /** What tells since when something is as it is, and what of the region is in no use. */
  janitor: [
    'autoscaling:DescribeInstanceRefreshes',
    'autoscaling:DescribeLaunchConfigurations',
    'autoscaling:DescribePolicies',
    'autoscaling:DescribeScalingActivities',
    'autoscaling:DescribeTrafficSources',
    'ec2:DescribeAddresses',
    'ec2:DescribeInstances',
    'ec2:DescribeLaunchTemplateVersions',
  ],
  probe: ['ec2:DescribeInstances', 'ssm:GetCommandInvocation'],
  /** What divides traffic between two groups. */
  traffic: [
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeTags',
    'elasticloadbalancing:DescribeTargetGroups',
  ],
  /** Aliases of a load balancer that evaluate its health. */
  aliases: ['elasticloadbalancing:DescribeLoadBalancers'],
  /** Only where the errors of both sides are compared. */
  errorCounts: ['cloudwatch:GetMetricData'],
  /** Only with records. */
  records: ['route53:GetChange', 'route53:ListResourceRecordSets'],
  /** Where nothing is noted of a shift of records yet. */
  zones: ['route53:ListHostedZones'],
  bastion: [
    'ec2:DescribeAddresses',
    'ec2:DescribeInstanceAttribute',
    'ec2:DescribeInstanceStatus',
    'ec2:DescribeInstances',
  ],
  newBastion: [
    'ec2:DescribeInstanceCreditSpecifications',
    'ec2:DescribeLaunchTemplateVersions',
    'ec2:DescribeSubnets',
    'ec2:DescribeVolumes',
    'ec2:GetConsoleOutput',
  ],
} as const satisfies Readonly<Record<string, readonly IamAction[]>>

/** What changes something, by the statement of the policy that allows it. */
export const policyStatements = {
  Roll: [
    'autoscaling:ResumeProcesses',
    'autoscaling:SuspendProcesses',
    'autoscaling:TerminateInstanceInAutoScalingGroup',
    'autoscaling:UpdateAutoScalingGroup',
  ],
  Remember: ['autoscaling:CreateOrUpdateTags', 'autoscaling:DeleteTags'],
  DiscardWarmed: ['ec2:TerminateInstances'],
  PatchConfigurations: ['autoscaling:CreateLaunchConfiguration'],
  PatchTemplates: ['ec2:CreateLaunchTemplate', 'ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
  ReleaseFromTheDark: [
    'elasticloadbalancing:RegisterInstancesWithLoadBalancer',
    'elasticloadbalancing:RegisterTargets',
  ],
  CarryDarkState: ['ec2:CreateTags', 'ec2:DeleteTags'],
  ProbeByCommand: ['ssm:SendCommand'],
  ProbeInstances: ['ssm:SendCommand'],
  ShiftByRecords: ['route53:ChangeResourceRecordSets'],
  ShiftByAttachment: ['autoscaling:AttachLoadBalancers', 'autoscaling:DetachLoadBalancers'],
  ShiftByRules: [
    'elasticloadbalancing:AddTags',
    'elasticloadbalancing:ModifyListener',
    'elasticloadbalancing:ModifyRule',
    'elasticloadbalancing:RemoveTags',
  ],
  CancelRefreshes: ['autoscaling:CancelInstanceRefresh'],
  ReturnFromStandby: ['autoscaling:ExitStandby'],
  DeleteConfigurations: ['autoscaling:DeleteLaunchConfiguration'],
  DeleteTemplateVersions: ['ec2:DeleteLaunchTemplateVersions'],
  MarkSources: ['ssm:PutParameter'],
  LaunchBastion: ['ec2:RunInstances'],
  /** No call: AWS asks for it where a launch or an allocation carries tags. */
  TagBastion: ['ec2:CreateTags'],
  NoteBastionAddress: ['ec2:CreateTags'],
  /** No call: AWS asks for it where a launch hands a role over. */
  PassBastionRole: ['iam:PassRole'],
  MoveBastionAddress: ['ec2:AllocateAddress', 'ec2:AssociateAddress', 'ec2:DisassociateAddress', 'ec2:ReleaseAddress'],
  EndBastion: ['ec2:DeleteTags', 'ec2:ModifyInstanceAttribute', 'ec2:TerminateInstances'],
  RecordOnBus: ['events:PutEvents'],
  RecordInLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  RecordInBucket: ['s3:PutObject'],
  Notify: ['sns:Publish'],
} as const satisfies Readonly<Record<string, readonly IamAction[]>>

/** The name of a statement that allows a change. */
export type StatementId = keyof typeof policyStatements

/** What a mode needs. */
export interface ModePermissions {
  /** All that a dry run needs. */
  readonly reads: readonly IamAction[]
  /** Each statement that the mode needs for its changes, and when: the words follow the statement's name. */
  readonly changes: Readonly<Partial<Record<StatementId, 'always' | `with ${string}`>>>
}

/** For what a run tells besides. */
const notified = { Notify: 'with `notify-sns`' } as const satisfies ModePermissions['changes']

/** For the record of what a run changes. */
const recorded = {
  ...notified,
  RecordOnBus: 'with `audit-bus`',
  RecordInLogs: 'with `audit-log-group`',
  RecordInBucket: 'with `audit-bucket`',
} as const satisfies ModePermissions['changes']

const FAILED = 'with `on-failure: rollback`, or a gate that fails'

const ungated = {
  reads: [...reads.selection, ...reads.look, ...reads.preflight, ...reads.probe],
  changes: {
    Roll: 'always',
    Remember: 'always',
    DiscardWarmed: 'with a warm pool',
    PatchTemplates: 'with `on-failure: rollback`',
    ProbeByCommand: 'with `probe: ssm: ...`',
    ProbeInstances: 'with `probe: ssm: ...`',
    ...recorded,
  },
} as const satisfies ModePermissions

const rolls = {
  reads: [...ungated.reads, ...reads.alarms],
  changes: { ...ungated.changes, PatchTemplates: FAILED, CarryDarkState: 'with `promote: by-hand`' },
} as const satisfies ModePermissions

const dark = {
  ReleaseFromTheDark: 'with `dark`',
  CarryDarkState: 'with `dark` until `mode: release`',
} as const satisfies ModePermissions['changes']

const scalesUp = {
  reads: rolls.reads,
  changes: {
    ...rolls.changes,
    ...dark,
    CarryDarkState: 'with `dark` until `mode: release`, or `promote: by-hand`',
  },
} as const satisfies ModePermissions

const patches = {
  reads: [...scalesUp.reads, ...reads.images],
  changes: {
    PatchConfigurations: 'with launch configurations',
    ...scalesUp.changes,
    PatchTemplates: 'with launch templates',
  },
} as const satisfies ModePermissions

const shifts = {
  reads: [
    ...reads.selection,
    ...reads.look,
    ...reads.preflightOfRelease,
    ...reads.alarms,
    ...reads.probe,
    ...reads.traffic,
    ...reads.errorCounts,
    ...reads.records,
    ...reads.zones,
    ...reads.aliases,
  ],
  changes: {
    Remember: 'always',
    ShiftByRules: 'with `traffic` `alb` or `nlb`',
    ShiftByRecords: 'with `traffic: route53`',
    ShiftByAttachment: 'with `traffic: classic`',
    ProbeByCommand: 'with `probe: ssm: ...`',
    ProbeInstances: 'with `probe: ssm: ...`',
    ...recorded,
  },
} as const satisfies ModePermissions

/** What each mode needs; a mode without a row does not compile. */
export const modePermissions: Readonly<Record<Mode, ModePermissions>> = {
  images: { reads: [...reads.audit, ...reads.imageParameters], changes: notified },
  'patch-image': { ...patches, reads: [...patches.reads, ...reads.imageParameters] },
  'patch-docker': patches,
  respawn: rolls,
  'scale-up-patch': scalesUp,
  release: {
    reads: [
      ...reads.selection,
      ...reads.look,
      ...reads.preflightOfRelease,
      ...reads.alarms,
      ...reads.probe,
      ...reads.traffic,
      ...reads.errorCounts,
      ...reads.records,
    ],
    changes: {
      ...rolls.changes,
      ReleaseFromTheDark: 'always',
      CarryDarkState: 'always',
      ShiftByRules: 'with `blue` and `green`, and `traffic` `alb` or `nlb`',
      ShiftByRecords: 'with `blue` and `green`, and `traffic: route53`',
      ShiftByAttachment: 'with `blue` and `green`, and `traffic: classic`',
    },
  },
  rollback: {
    reads: [...ungated.reads, ...reads.traffic, ...reads.records],
    changes: {
      ...ungated.changes,
      ...dark,
      PatchTemplates: 'with launch templates',
      ShiftByRules: 'with `blue` and `green`, and `traffic` `alb` or `nlb`',
      ShiftByRecords: 'with `blue` and `green`, and `traffic: route53`',
      ShiftByAttachment: 'with `blue` and `green`, and `traffic: classic`',
    },
  },
  shift: {
    reads: shifts.reads,
    changes: shifts.changes,
  },
  'blue-green': {
    reads: [...shifts.reads, ...reads.images, ...reads.imageParameters, ...preflightChecks.headroom.actions],
    changes: {
      ...shifts.changes,
      Roll: 'always',
      PatchConfigurations: 'with launch configurations',
      PatchTemplates: 'with launch templates',
    },
  },
  'redeploy-bastion': {
    reads: [...reads.bastion, ...reads.newBastion, ...reads.images, ...reads.imageParameters],
    changes: {
      LaunchBastion: 'always',
      TagBastion: 'always',
      NoteBastionAddress: 'with a temporary address',
      PassBastionRole: 'with an instance profile',
      MoveBastionAddress: 'always',
      EndBastion: 'always',
      ...recorded,
    },
  },
  restore: {
    reads: [...reads.selection, ...reads.look, ...reads.bastion, ...reads.traffic, ...reads.records],
    changes: {
      Roll: 'always',
      Remember: 'always',
      ReleaseFromTheDark: 'with a dark launch',
      CarryDarkState: 'with a dark launch, or what waits at a gate',
      ShiftByRules: 'with a shift of traffic by rules',
      ShiftByRecords: 'with a shift of traffic by records',
      ShiftByAttachment: 'with a shift of traffic by a classic load balancer',
      MoveBastionAddress: 'with `bastion`',
      EndBastion: 'with `bastion`',
      ...recorded,
    },
  },
  janitor: {
    reads: [
      ...reads.selection,
      ...reads.look,
      ...reads.traffic,
      ...reads.records,
      ...reads.janitor,
      ...reads.imageParameters,
    ],
    changes: {
      Remember: 'with `heal`',
      Roll: 'with `heal`',
      ReleaseFromTheDark: 'with `heal`',
      CarryDarkState: 'with `heal`, and a dark launch or what waits at a gate',
      ShiftByRules: 'with `heal`, and a shift of traffic by rules',
      ShiftByRecords: 'with `heal`, and a shift of traffic by records',
      ShiftByAttachment: 'with `heal`, and a shift of traffic by a classic load balancer',
      CancelRefreshes: 'with `heal`',
      ReturnFromStandby: 'with `heal-standby`',
      DeleteConfigurations: 'with `heal-sources`',
      DeleteTemplateVersions: 'with `heal-sources`',
      MarkSources: 'with `heal-sources`',
      ...recorded,
    },
  },
  catalogue: { reads: reads.selection, changes: {} },
}
