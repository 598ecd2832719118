import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Clock } from '../../platform/clock.ts'
import type { Fleet, SourceImage } from '../../domain/rollout/fleet.ts'
import type { ManagedGroups } from '../../domain/rollout/managed-groups.ts'
import type { Policy } from '../../domain/rollout/policy.ts'
import type { Probe } from '../../domain/rollout/probe.ts'
import type { PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import type { LaunchShape } from '../../domain/image/launch-shape.ts'
import type { Connection } from '../client/connection.ts'
import type { InstanceTypeReader } from '../images/instance-types.ts'
import type { PolicyReader } from '../observe/scaling-policies.ts'
import type { AskedAhead } from './asked-ahead.ts'
import type { TargetGroupReader } from './target-groups.ts'

/** A group that could be looked at, and what is to be done with it. */
export interface PlannedGroup {
  readonly fleet: Fleet
  readonly policy: Policy
}

/** What is about to be changed. */
export interface PreflightQuestion {
  readonly connection: Connection
  /** Every group, as AWS describes it; one that does not exist is missing. */
  readonly groups: readonly AutoScalingGroup[]
  readonly planned: readonly PlannedGroup[]
  /** What groups will launch from once this run has changed it; absent where it changes nothing before their roll. */
  readonly launches?: readonly LaunchedSource[] | undefined
  /** The instance types of the region, shared between the checks. */
  readonly types: InstanceTypeReader
  /** The scaling policies of the groups, shared in the same way. */
  readonly policies: PolicyReader
  /** What is asked of each group by itself. */
  readonly ahead: Pick<AskedAhead, 'refreshes' | 'hooks'>
  /** The target groups, shared between the checks. */
  readonly targetGroups: TargetGroupReader
  /** How many targets there are in target groups that were asked for health a moment ago; by ARN. */
  readonly targets: ReadonlyMap<string, number>
  readonly clock: Clock
  /** `nothing`: only what the groups launch is changed. */
  readonly replaces: 'instances' | 'nothing'
  /** What is to be done with groups that another service owns. */
  readonly managed: ManagedGroups
  /** So long the roll may take, in seconds. */
  readonly lastsSeconds: number
  /** How new instances are probed; undefined where they are not. */
  readonly probe?: Probe['kind'] | undefined
}

/** Something that a group is about to launch from. */
export interface LaunchedSource {
  readonly group: string
  /** For people: `version 3 of its launch template lt-1`. */
  readonly label: string
  readonly image: SourceImage
  /** Each kind of launch that is made of it; none where the image was held against them already. */
  readonly shapes: readonly LaunchShape[]
}

/** One thing that is found out about all groups before the first change. */
export interface PreflightCheck {
  /** The IAM actions of its calls. */
  readonly actions: readonly string[]
  /**
   * Names every group that it finds something of. Throws a UserError where AWS refuses a call without which it cannot be
   * found out: that is a refusal as well.
   */
  readonly find: (question: PreflightQuestion) => Promise<readonly PreflightFinding[]>
}
