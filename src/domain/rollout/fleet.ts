import type { LaunchShape, TypeRequirements } from '../image/launch-shape.ts'
import type { ProbeOutcome } from './probe.ts'

/**
 * The model of one Auto Scaling group at one moment: everything that a decision needs, and nothing that only AWS needs.
 * Values are immutable; a new observation makes a new one. Times are seconds since the Unix epoch, capacities are in
 * the group's own unit (instances, or weight where the group has weights).
 */
export interface Fleet {
  readonly group: string
  /** The UUID in the ARN of the group, which another group of the same name does not have; absent where AWS gives none. */
  readonly groupId?: string | undefined
  /** When this was observed: nothing in it is older. */
  readonly at: number
  /** When the last answer came that tells which instances serve: nothing in it is newer; absent where that was at `at`. */
  readonly answeredAt?: number | undefined
  readonly sizes: Sizes
  /** The group's own `DefaultInstanceWarmup`, in seconds. */
  readonly defaultWarmupSeconds: number | undefined
  /** The zones in which the group launches, which may be others than those of its instances; absent where AWS gives none. */
  readonly zones?: readonly string[] | undefined
  /** The longest slow start of the group's target groups, in seconds; absent where none has one. */
  readonly slowStartSeconds?: number | undefined
  /** Names of the processes that are suspended now, by this run or by others. */
  readonly suspended: readonly string[]
  /** Why each of them is suspended, in AWS's own words; absent where none is. */
  readonly suspensionReasons?: Readonly<Record<string, string>>
  /** True when capacity is counted in weights: the mixed instances policy gives `WeightedCapacity`. */
  readonly weighted: boolean
  /** True where instances return to the warm pool on scale-in, and so into service later. */
  readonly reusesInstances?: boolean
  /** What the group would launch now. */
  readonly source: LaunchSource
  /** Every instance that `DescribeAutoScalingGroups` lists, leaving ones included, in AWS's order. */
  readonly instances: readonly Instance[]
  /** What an unfinished run wrote down before it changed anything. */
  readonly memo: Memo | undefined
  /** The tags of the group cannot be read as a memo: it stands here without them. */
  readonly unreadableTags?: true
  /**
   * The memo of a run that has left its new instances in the dark, as these carry it; absent where the group has one, which
   * alone counts then.
   */
  readonly carriedMemo?: Memo | undefined
  /** The run whose name stands on the group without a memo: it renewed the lease when the saved state was gone already. */
  readonly orphanedLease?: string | undefined
  /** Launches that failed since a run began and this process has looked first, newest first; only asked for while a launch is outstanding. */
  readonly failedLaunches: readonly FailedLaunch[]
  /**
   * How the desired capacity was changed since the run of the memo began, oldest first; absent where that cannot be read.
   * Only asked for while it is in doubt whether the size is the run's.
   */
  readonly desiredChanges?: readonly DesiredChange[] | undefined
  /**
   * What falls due of the group's scheduled actions since the run of the memo began, and for a day ahead, in that order.
   * Only asked for before a run, and while one has suspended them.
   */
  readonly dueActions?: readonly DueAction[] | undefined
  /** The scaling policies that an alarm can ask, by name. Only asked for before a run. */
  readonly scalingPolicies?: readonly string[] | undefined
  /** The CloudWatch alarms that watch the run; absent where none does, or CloudWatch did not answer. */
  readonly alarms?: readonly Alarm[] | undefined
  /** The parts of the look that could not be read, of a group that is put back all the same. */
  readonly unknown?: readonly FleetPart[] | undefined
  /** The parts that were not asked for at this look: they are as an earlier one has shown them. */
  readonly kept?: readonly FleetPart[] | undefined
}

/** A CloudWatch alarm of any kind. */
export interface Alarm {
  readonly name: string
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'
  /** CloudWatch's own words. */
  readonly reason: string
  /** When it came into its state; seconds since the Unix epoch. */
  readonly since: number | undefined
  /** Where a person can look at it; undefined where its partition has no console that is known. */
  readonly link: string | undefined
}

/** One moment at which a scheduled action falls due, and the sizes that it sets. */
export interface DueAction {
  readonly name: string
  readonly at: number
  readonly sizes: Partial<Sizes>
}

export interface Sizes {
  readonly min: number
  readonly max: number
  readonly desired: number
}

/** The one thing that an instance is launched from. */
export type LaunchReference =
  | { readonly kind: 'configuration'; readonly name: string }
  | { readonly kind: 'template'; readonly id: string; readonly version: number }

export interface LaunchSource {
  readonly kind: 'configuration' | 'template' | 'mixed'
  /** For people: `web-20240101` or `web (lt-1) version 7 ($Latest)`. */
  readonly label: string
  /** Changes whenever a launch would give something else: hex digits, 16 of them. */
  readonly fingerprint: string
  /** What a launch uses unless an override says otherwise. */
  readonly base: LaunchReference
  /** Overrides of a mixed instances policy that bring a template or an image of their own. */
  readonly overrides: readonly LaunchOverride[]
  /** The instance types that overrides name; absent where any type may be launched. */
  readonly types?: readonly string[] | undefined
  /** Image of the base, as the group would launch it now; undefined where it cannot be told. */
  readonly imageId: string | undefined
  /** Each version or configuration that a launch may use, the base first; absent where nothing was read of it. */
  readonly parts?: readonly SourcePart[] | undefined
  /** Each kind of launch that overrides make; absent where the base alone is launched. */
  readonly launches?: readonly OverrideLaunch[] | undefined
}

/** What one override of a mixed instances policy launches. */
export interface OverrideLaunch extends LaunchOverride {
  readonly requirements?: TypeRequirements | undefined
}

/** One launch template version or launch configuration that a group may launch from. */
export interface SourcePart {
  readonly reference: LaunchReference
  readonly image: SourceImage
  /** False where overrides bring images of their own in every launch of it. */
  readonly usesImage: boolean
  /** What it says of type and volumes; absent where it is gone. */
  readonly shape?: LaunchShape | undefined
}

/** What a launch template version or a launch configuration says of its image. */
export type SourceImage =
  | { readonly kind: 'image'; readonly id: string }
  /** `resolve:ssm:name`; `id` is the image that the parameter names now, undefined where it names none. */
  | { readonly kind: 'parameter'; readonly name: string; readonly id: string | undefined }
  | { readonly kind: 'none' }
  /** The version or the configuration itself is gone, or not shown yet. */
  | { readonly kind: 'missing' }

/** What a group launched from before, as its old instances tell. */
export interface PreviousLaunchSource {
  /** For people: `web-20240101` or `lt-1 version 6`. */
  readonly label: string
  /** A launch configuration; or the version that each launch template had, the base's first. */
  readonly references: readonly LaunchReference[]
  /** Images that overrides brought themselves, by instance type. */
  readonly images: ReadonlyMap<string, string>
}

export interface LaunchOverride {
  /** Undefined where the override is described by `InstanceRequirements`: any type may come of it. */
  readonly instanceType: string | undefined
  readonly reference: LaunchReference
  /** Image that the override puts in the place of its template's; undefined where it brings none. */
  readonly imageId?: string | undefined
}

export interface Instance {
  readonly id: string
  readonly zone: string
  readonly type: string
  readonly weight: number
  /** AWS's `LifecycleState`: `Pending:Wait`, `InService`, `Terminating` and the others. */
  readonly lifecycle: string
  /** What the group itself thinks of its health. */
  readonly healthy: boolean
  readonly protectedFromScaleIn: boolean
  /** Undefined where AWS does not say: a deleted launch configuration, an attached instance. */
  readonly reference: LaunchReference | undefined
  readonly imageId: string | undefined
  /** EC2's launch time; undefined while EC2 does not know the instance (yet, or any more). */
  readonly launchedAt: number | undefined
  /** When a run first saw it: from here `instance-timeout` is counted. */
  readonly firstSeenAt: number
  /** Since when it has been in service and healthy everywhere without a break; undefined while it is not. */
  readonly readySince: number | undefined
  /** Since when it has not been serving; absent while it is. Equals `firstSeenAt` for one that never was. */
  readonly unreadySince?: number | undefined
  /** True once a look has shown it while it did not serve: since when it does is known then. */
  readonly cameUp?: true | undefined
  /** The last probe of it by this run; absent where there was none. */
  readonly lastProbe?: ProbeOutcome | undefined
  /** True while tags of a memo stand on the instance itself. */
  readonly carriesMemo?: true
  /** What each load balancer and target group of the group says of it. */
  readonly balancers: readonly TargetHealth[]
  /** What EC2's status checks say of it; absent where they were not asked, since a load balancer speaks for it. */
  readonly statusChecks?: StatusChecks | undefined
}

/**
 * EC2's status checks of an instance in one word, and the one that decides; `unknown` where EC2 says nothing or has no data. `terminated`:
 * EC2 has ended the instance, or is about to, while its group still lists it in service.
 */
export interface StatusChecks {
  readonly state: 'ok' | 'initializing' | 'impaired' | 'terminated' | 'unknown'
  readonly reason: string
}

/**
 * What one load balancer or target group says of one instance. `unused` is said of a target group to which no load balancer
 * sends requests, or that checks nothing: it can never turn healthy and is not waited for. `unserved`: the instance is in
 * a zone that the load balancer does not serve. `unregistered` is no answer: not registered.
 */
export interface TargetHealth {
  readonly balancer: string
  /** `unknown` only where a group is put back: the load balancer could not be asked. */
  readonly state: 'healthy' | 'unhealthy' | 'draining' | 'unused' | 'unserved' | 'unregistered' | 'unknown'
  /** AWS's reason code and description, for people. */
  readonly reason: string
}

/** One change of the desired capacity, by this run or by others, as an activity of the group tells it. */
export interface DesiredChange {
  readonly at: number
  readonly from: number
  readonly to: number
  /**
   * `update`: UpdateAutoScalingGroup, which is the run's own call as well. `schedule`: a scheduled action. `set`:
   * SetDesiredCapacity. `request`: any other request. `policy`: a scaling policy, by an alarm. `termination`: an instance was terminated by its id, with its
   * place. `group`: the group itself had more instances than it wants.
   */
  readonly by: 'update' | 'schedule' | 'set' | 'request' | 'policy' | 'termination' | 'group'
  /** The bounds of the group after an `update` or a `schedule`, be they set by it or as they were. */
  readonly bounds?: Pick<Sizes, 'min' | 'max'>
  /** The instance of a `termination`. */
  readonly instance?: string
  /** The name of a `policy`, and whether it adds to what is there or sets a number; absent where that is not known. */
  readonly policy?: string
  readonly adjusts?: 'relative' | 'exact'
}

export interface FailedLaunch {
  readonly activityId: string
  /** Absent where no instance came of it at all. */
  readonly instanceId?: string | undefined
  readonly at: number
  /** AWS's own words: `StatusMessage`. */
  readonly reason: string
}

/**
 * Saved state, progress and lease of a run, which stand in three tags on the group. Facts, never intents: how the group was before
 * the run touched it. Written before the first change and removed by the last call, so that a run that comes after a
 * crash can go on, or undo.
 */
export interface Memo {
  /** `<run id>/<attempt>/<nonce>` of the workflow run. */
  readonly run: string
  /** Where a person can look at that run; absent where it did not say. */
  readonly url?: string | undefined
  /** When the run began, and when it last said that it is alive: 0 once it has left the group for inspection. */
  readonly startedAt: number
  readonly heartbeatAt: number
  /** The group that it was saved for, by the UUID in its ARN; absent where AWS gave none. */
  readonly groupId?: string | undefined
  /** As they were. */
  readonly sizes: Sizes
  /** The processes that the run suspends: those of its three that were not suspended before. */
  readonly suspends: readonly string[]
  /** How far desired capacity may be raised above the original, in the group's unit. */
  readonly surge: number
  /** Scaling policies stay alive: the run holds the minimum at the desired capacity. */
  readonly follows?: true | undefined
  /** How many instances may be terminating at once, for whatever puts the group back as well; absent where that is not bounded. */
  readonly maxLeaving?: number | undefined
  /** Fingerprint of the launch source that the run rolls to. */
  readonly source: string
  /** With `force`: every instance launched at or before this moment is to be replaced. */
  readonly replaceLaunchedUntil: number | undefined
  /** The run launches its new instances in the dark: outside the load balancers until they are released. */
  readonly dark?: true | undefined
  /** It has registered the new instances with the load balancers: what is left to do is a release's as well. */
  readonly released?: true | undefined
  /** Up to when the run has carried out scheduled actions in AWS's place; absent while none has fallen due. */
  readonly scheduledUntil?: number | undefined
  /** Up to when the run has saved as the wish what scaling policies have asked for; absent while they have asked for nothing. */
  readonly scaledUntil?: number | undefined
  /** When the run let scheduled actions run again although the sizes were not put back; absent while it has not. */
  readonly handedBackAt?: number | undefined
  /** The sizes that it left then, until a run changes them again; absent where they were not seen. */
  readonly handedSizes?: Pick<Sizes, 'desired' | 'max'> | undefined
  /** How far the run has come in what takes several steps; absent where it has only one. */
  readonly progress?: RollProgress | undefined
}

/** How far a run has come; each field is absent until the run has something to say there. */
export interface RollProgress {
  /** How many gates have let the roll pass. */
  readonly gatesPassed?: number | undefined
  /** How many checkpoints the roll has that waits at one of them to be released. */
  readonly checkpoints?: number | undefined
  /** How many alarms watch it. */
  readonly alarms?: number | undefined
  /** Other inputs of its gates, by name, which a release must have as well. */
  readonly needs?: readonly string[] | undefined
  /** A word for the step of a plan that has several. */
  readonly phase?: string | undefined
  /** The plan that the run carries out. */
  readonly plan?: string | undefined
  /** Where traffic is shifted: whether it goes away from this group or to it. */
  readonly role?: 'source' | 'target' | undefined
  /** The other group of the shift: the first 16 hex digits of the SHA-256 of its ARN. */
  readonly partner?: string | undefined
  /** Which of the two sides of the shift this group is. */
  readonly side?: 'blue' | 'green' | undefined
  /** The share of the target in percent that the step of a traffic shift sets, and that of the step before. */
  readonly share?: number | undefined
  readonly shareBefore?: number | undefined
  /** Until when the side without traffic is kept; seconds since the Unix epoch. */
  readonly keptUntil?: number | undefined
}

/** The parts of a look that are read from AWS one by one; reads.ts says which decision needs which. */
export type FleetPart =
  | 'group'
  | 'launchSource'
  | 'targetHealth'
  | 'statusChecks'
  | 'slowStart'
  | 'ec2Instances'
  | 'warmPool'
  | 'desiredChanges'
  | 'failedLaunches'
  | 'scheduledActions'
  | 'scalingPolicies'
