/** The state of Auto Scaling: groups, their instances and everything attached to them. Times are seconds. */
import type {
  Activity,
  CreateAutoScalingGroupType,
  InstanceRefresh,
  LaunchInstancesCommandOutput,
  LifecycleState,
  MixedInstancesPolicy,
  ScalingPolicy,
  WarmPoolConfiguration,
} from '@aws-sdk/client-auto-scaling'
import type { TemplateSpecification } from '../interfaces.ts'

/** What a group launches from, kept as it was given: `$Latest` stays `$Latest`. */
export type GroupLaunchSource =
  | { readonly kind: 'configuration'; readonly name: string }
  | { readonly kind: 'template'; readonly specification: TemplateSpecification }
  | { readonly kind: 'mixed'; readonly policy: MixedInstancesPolicy }

/** What an instance was launched from, resolved at launch. */
export type InstanceOrigin =
  | { readonly kind: 'configuration'; readonly name: string; readonly createdAt: number; isDeleted?: boolean }
  | { readonly kind: 'template'; readonly id: string; readonly name: string; readonly version: number }

/** An activity as AWS shows it, open to change until it ends. */
export type ActivityRecord = { -readonly [K in keyof Activity]: Activity[K] } & { ActivityId: string; StartTime: Date }

/** A lifecycle action that waits for its answer. */
export interface Waiting {
  readonly hook: Hook
  readonly token: string
  /** Beyond this moment no heartbeat helps. */
  readonly globalDeadline: number
  cancel: () => void
}

export interface Hook {
  readonly name: string
  readonly transition: string
  readonly heartbeatSeconds: number
  readonly globalSeconds: number
  readonly defaultResult: string
  readonly target: string | undefined
  readonly role: string | undefined
  readonly metadata: string | undefined
}

/** One instance of a group or of its warm pool. */
export interface Member {
  readonly id: string
  readonly group: Group
  readonly zone: string
  readonly type: string
  imageId: string
  /** True where the policy's override named the image, or the root volume was replaced; only then AWS shows it. */
  imageShown: boolean
  readonly weight: number
  readonly weightShown: boolean
  readonly market: 'spot' | 'on-demand'
  readonly launchedAt: number
  origin: InstanceOrigin | undefined
  lifecycle: LifecycleState
  healthy: boolean
  /** Why it is not healthy, as the cause of its termination says it. */
  sickness: string
  /** Unhealthy by a load balancer's verdict alone: at most a tenth of the group is replaced at a time. */
  sickByBalancer: boolean
  protected: boolean
  inServiceAt: number | undefined
  activity: ActivityRecord | undefined
  /** On its way out of service and into the warm pool, or there and not prepared yet. */
  returning: boolean
  readonly waiting: Map<string, Waiting>
  readonly registered: Set<string>
  /** Whether it is full capacity, as it was reckoned last; undefined once that may have changed. */
  fullCapacity: boolean | undefined
}

/** A load balancer, target group or other traffic source of a group. */
export interface Attachment {
  readonly id: string
  readonly type: 'elb' | 'elbv2' | 'vpc-lattice'
  /** Set once the first instance passed: only from then on its verdicts replace instances. */
  everHealthy: boolean
}

export interface GroupTag {
  readonly value: string
  readonly propagate: boolean
}

export interface ScheduledAction {
  readonly name: string
  readonly startAt: number
  readonly endAt: number | undefined
  readonly recurrence: string | undefined
  readonly timeZone: string | undefined
  readonly min: number | undefined
  readonly max: number | undefined
  readonly desired: number | undefined
  cancel: () => void
}

/** An instance refresh as AWS shows it, and what is needed to carry it out. */
export interface Refresh extends InstanceRefresh {
  readonly startedAt: number
  /** What it launches, and moves the group to once it has succeeded; undefined where it brings no configuration, and in a rollback. */
  desiredSource: GroupLaunchSource | undefined
  /** Instances that are not replaced yet, of the group and of its warm pool, by id. */
  outdated: Set<string>
  /** How many there were to replace. */
  readonly total: { live: number; pool: number }
  /** How far it has come, and since when: an hour without a step fails it. */
  progress: { readonly steps: number; readonly at: number }
  /** How many checkpoints are behind it. */
  checkpoints: number
  /** Until when it waits at a checkpoint, or bakes. */
  heldUntil: number | undefined
}

/** What LaunchInstances has answered to a client token, and when; the request as text. */
export interface Launched {
  readonly request: string
  readonly at: number
  readonly result: Omit<LaunchInstancesCommandOutput, '$metadata'>
}

/** One message that a group has sent to a topic of SNS; seconds since the Unix epoch. */
export interface Notification {
  readonly topic: string
  readonly event: string
  readonly group: string
  /** Absent in the test message. */
  readonly activityId?: string
  readonly at: number
}

export interface GroupSizes {
  readonly min: number
  readonly max: number
  readonly desired: number
}

/** The settings that are kept as given and have a meaning of their own elsewhere. */
export type Settings = Pick<
  CreateAutoScalingGroupType,
  | 'DefaultCooldown'
  | 'HealthCheckType'
  | 'HealthCheckGracePeriod'
  | 'PlacementGroup'
  | 'VPCZoneIdentifier'
  | 'TerminationPolicies'
  | 'NewInstancesProtectedFromScaleIn'
  | 'CapacityRebalance'
  | 'DeletionProtection'
  | 'ServiceLinkedRoleARN'
  | 'MaxInstanceLifetime'
  | 'Context'
  | 'DesiredCapacityType'
  | 'DefaultInstanceWarmup'
  | 'InstanceMaintenancePolicy'
  | 'AvailabilityZoneDistribution'
  | 'AvailabilityZoneImpairmentPolicy'
  | 'CapacityReservationSpecification'
  | 'InstanceLifecyclePolicy'
>

export interface Group {
  readonly name: string
  readonly arn: string
  readonly createdAt: number
  readonly operator: string | undefined
  sizes: GroupSizes
  source: GroupLaunchSource
  settings: Settings
  zones: readonly string[]
  subnets: readonly { readonly id: string; readonly zone: string }[]
  readonly members: Map<string, Member>
  readonly pool: Map<string, Member>
  warmPool: WarmPoolConfiguration | undefined
  readonly attachments: Map<string, Attachment>
  /** Detached ones whose instances still drain: until when, in seconds since the Unix epoch. */
  readonly detaching: Map<string, Pick<Attachment, 'id' | 'type'> & { readonly until: number }>
  readonly hooks: Map<string, Hook>
  readonly tags: Map<string, GroupTag>
  /** Process name to reason. */
  readonly suspended: Map<string, string>
  /** Oldest first. */
  readonly activities: ActivityRecord[]
  readonly policies: Map<string, ScalingPolicy>
  readonly scheduled: Map<string, ScheduledAction>
  readonly refreshes: Refresh[]
  /** Group metrics that are collected. */
  readonly metrics: Set<string>
  /** What each topic of SNS is told, by its ARN. */
  readonly notifications: Map<string, readonly string[]>
  deleting: boolean
  /** The cause of the last change of the desired capacity, with its time, as activities repeat it. */
  change: string | undefined
  cooldownUntil: number
  /** The cooldown of the simple policy that scaled last, in place of the group's. */
  policyCooldown: number | undefined
  lastActivityId: string | undefined
  /** Launches still to be written down as replacements of unhealthy instances. */
  replacing: number
  /** Launched only to balance the zones and not in service yet. */
  readonly rebalancing: Set<string>
  /** Spot Instances at risk of interruption, each with the instance that is to replace it once that was launched. */
  readonly atRisk: Map<string, string | undefined>
  /** Terminations by id that wait for `Terminate` to be resumed. */
  readonly deferred: Map<string, ActivityRecord>
  /** Zones in which launches fail, and when they are tried again. */
  readonly failing: Map<string, { readonly failures: number; readonly until: number }>
  /** Since when no launch has succeeded. */
  failingSince: number | undefined
  /** After abandoned launches: no launch before this moment. */
  abandoned: { readonly times: number; readonly until: number }
  /** The surplus for which "all protected" has been written down. */
  notedSurplus: number | undefined
  wake: { readonly at: number; readonly cancel: () => void } | undefined
  healthTick: (() => void) | undefined
  /** Rises with every change of an instance or of the sizes, so that sums can be kept meanwhile. */
  revision: number
}
