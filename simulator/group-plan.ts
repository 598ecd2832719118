import type { CreateAutoScalingGroupType, PutWarmPoolType } from '@aws-sdk/client-auto-scaling'

/** What a group launches from; `mixed` is a mixed instances policy, with or without an own template per override. */
export type LaunchKind =
  'configuration' | 'template-number' | 'template-latest' | 'template-default' | 'mixed' | 'mixed-override-template'

/** A group as a scenario describes it; all but the name has a plain default. */
export interface GroupPlan {
  readonly name: string
  /** Instances at the beginning. Default 2. */
  readonly size?: number
  /** Default: min 0, max the size and one more. */
  readonly sizes?: { readonly min: number; readonly max: number }
  /** Default `template-number`. */
  readonly launch?: LaunchKind
  /** Ids of the image at the beginning and of the newer one, for what is no arm64; default two of the scenario's own. */
  readonly images?: { readonly old: string | undefined; readonly fresh: string | undefined }
  /** One load balancer or target group each; default none. */
  readonly balancers?: readonly ('classic' | 'target-group')[]
  /** Last letters of the zones that the load balancers serve once the instances are healthy; default all of the group's. */
  readonly balancerZones?: readonly string[]
  /** After the instances are healthy the launch source gets a newer image, so that all instances are old. */
  readonly outdated?: true
  readonly tags?: Readonly<Record<string, string>>
  /** Last letters of the zones; default `a`, `b`, `c`. */
  readonly zones?: readonly string[]
  /** Weight by instance type, for the mixed kinds. Default: no weights. */
  readonly weights?: Readonly<Record<string, number>>
  readonly instanceType?: string
  /** Spot Instances only, for the mixed kinds; default On-Demand. */
  readonly spot?: true
  /** The template takes its image from a parameter, which is what moves when the group is outdated; not for the mixed kinds. */
  readonly aliased?: true
  /** Plain text; it is encoded for AWS. */
  readonly userData?: string
  /** Filled before the launch source gets its newer image; not for the mixed kinds, to which AWS gives none. */
  readonly warmPool?: Omit<PutWarmPoolType, 'AutoScalingGroupName'>
  /** Anything else of CreateAutoScalingGroup. */
  readonly settings?: Partial<CreateAutoScalingGroupType>
}

/** A group that a scenario has created. */
export interface BuiltGroup {
  readonly name: string
  /** The instances' image, and the newer one that an outdated group launches from. */
  readonly oldImageId: string
  readonly newImageId: string
  readonly instanceIds: readonly string[]
  readonly classicNames: readonly string[]
  readonly targetGroupArns: readonly string[]
  /** Names of launch configurations or templates, in order of their making. */
  readonly sourceNames: readonly string[]
}
