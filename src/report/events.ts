import type { Explanation } from '../errors.ts'
import type { Audit } from '../domain/audit/audit.ts'
import type { JanitorFindings } from '../domain/janitor/report.ts'
import type { CatalogueReview } from '../domain/catalogue/review.ts'
import type { BastionChange } from '../domain/bastion/bastion.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import type { PatchStep } from '../domain/patch/plan.ts'
import type { TimeLeft } from './results/remaining.ts'
import type { PatchReport } from '../domain/patch/report.ts'
import type { UserDataChange } from '../domain/yaml/diff.ts'
import type { Means, Side } from '../domain/traffic/shares.ts'
import type { TrafficChangeKind } from '../domain/traffic/traffic.ts'
import type { Change, ChangeStepAction } from '../domain/rollout/changes/changes.ts'

/** How a group stands, in the numbers that the log shows. */
export interface Counts {
  /** Counted instances that are to be replaced. */
  readonly old: number
  /** Counted instances on the present launch source. */
  readonly current: number
  /** In service and healthy everywhere, old ones included. */
  readonly ready: number
  readonly desired: number
}

/** What happened, as data; the console, the summary and the outputs are made from these and from nothing else. */
export type Event =
  /** A part of the run begins; the log folds it. */
  | { readonly kind: 'phase'; readonly title: string }
  /** The turn of groups has come, in a run that goes wave by wave; waves count from 1. */
  | {
      readonly kind: 'begun'
      readonly at: number
      readonly groups: readonly string[]
      readonly wave: number
      readonly waves: number
    }
  | {
      readonly kind: 'observed'
      readonly fleet: Fleet
      readonly counts: Counts
      readonly floor: number
      /** While a run is put back: instances launched at or after this moment are that run's own. */
      readonly ownSince?: number | undefined
      /** The group is only put back: nothing is replaced. */
      readonly restores?: true
    }
  | {
      readonly kind: 'step'
      readonly at: number
      readonly group: string
      readonly change: Change
      readonly counts: Counts
      readonly reason: string
      readonly dryRun: boolean
    }
  | {
      readonly kind: 'waiting'
      readonly at: number
      readonly group: string
      readonly counts: Counts
      readonly reason: string
      /** Share of the work done, 0 to 1. */
      readonly progress: number
      /** Seconds to the end, at least and at most; undefined where they cannot be estimated. */
      readonly timeLeft: TimeLeft | undefined
    }
  /** What a reader should know of the roll of a group, in a sentence; it stands in the log, the summary and the outputs. */
  | { readonly kind: 'noted'; readonly group: string; readonly message: string }
  | { readonly kind: 'finished'; readonly at: number; readonly result: GroupResult }
  /** The run is over, well or badly: the log unfolds and says the verdict. */
  | { readonly kind: 'ended'; readonly at: number; readonly result: RunResult }
  /** `notice` and `info` go to the log; `warning` becomes an annotation: a person should act on it. */
  | { readonly kind: 'notice' | 'warning'; readonly message: string; readonly group?: string }
  /** `at`: when it happened, in seconds since the Unix epoch; the log shows it. */
  | { readonly kind: 'info'; readonly message: string; readonly group?: string; readonly at?: number }

export type Report = (event: Event) => void

/** What a run may come to, by kind; `src/report/render/` has a renderer for each. */
export interface RunResults {
  /** Groups; empty where the run failed before any group had a result. `restore` may put back a bastion besides. */
  readonly groups: {
    readonly groups: readonly GroupResult[]
    readonly bastion?: BastionResult | undefined
    /** Shifts of traffic that were taken back besides. */
    readonly traffic?: readonly TrafficResult[] | undefined
  }
  /** The images in use; nothing was touched. */
  readonly audit: { readonly audit: Audit }
  /** A catalogue that is right, and what it says of the groups of an account; nothing was touched. */
  readonly catalogue: { readonly review: CatalogueReview }
  /** What was left behind, and what was put back of it. */
  readonly janitor: { readonly janitor: JanitorFindings; readonly restored: RestoredResults }
  /** A bastion, and no group. */
  readonly bastion: { readonly bastion: BastionResult }
  /** A shift of traffic between two groups. */
  readonly traffic: { readonly traffic: TrafficResult }
}

/** Groups that were put back, and shifts of traffic that were taken back. */
export interface RestoredResults {
  readonly groups: readonly GroupResult[]
  readonly traffic: readonly TrafficResult[]
}

export type RunKind = keyof RunResults

/** What a run has come to. */
export type RunResult<Kind extends RunKind = RunKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & RunResults[Each]
}[Kind]

/** Everything that is reported of one group at the end. */
export interface GroupResult {
  readonly group: string
  readonly region: string
  /**
   * `current`: nothing was to do. `rolled`: all replaced. `restored`: put back as asked. `halted`: stopped by a
   * failure, restored. `held`: stopped by new instances that failed, left as it was for inspection. `dark`: its new
   * instances are ready outside of the load balancers and wait for their release. `gated`: its roll waits at a gate to be
   * passed by hand. `waiting`: its turn has not come, nothing of it was changed; with a failure where one elsewhere keeps it
   * from beginning. `refused`: left alone, since another run holds its lease, or what is saved on it is not for this
   * run to change. `unfinished`: stopped before everything could be put back. `planned`: a dry run. `patched`: it launches
   * something else from now on, no instance was replaced. `failed`: a patch that AWS refused.
   */
  readonly status:
    | 'current'
    | 'rolled'
    | 'dark'
    | 'gated'
    | 'waiting'
    | 'restored'
    | 'halted'
    | 'held'
    | 'refused'
    | 'unfinished'
    | 'planned'
    | 'patched'
    | 'failed'
  /** The wave that it belongs to, from 1; absent where a run has one wave only. */
  readonly wave?: number
  readonly changed: boolean
  readonly source: string
  readonly imageId: string | undefined
  readonly previousImageId: string | undefined
  readonly sizes: { readonly before: SizesResult; readonly after: SizesResult }
  readonly replaced: readonly string[]
  readonly launched: readonly string[]
  /** New instances that were taken away again: by a restore those of the run that it puts back, too. */
  readonly removed?: readonly string[]
  /** Fewest instances ready at any observation, and the floor that was promised. */
  readonly lowestReady: number
  readonly floor: number
  /** Ready at the first look: distinguishes a floor that was broken meanwhile from one that never held. */
  readonly readyAtStart?: number
  readonly startedAt: number
  readonly endedAt: number
  /** Of a dry run in which instances are launched: seconds that its roll is expected to take, at least and at most. */
  readonly expectedDuration?: TimeLeft
  readonly timeline: readonly InstanceSpan[]
  /** Its capacity at each look, oldest first; looks that show the same as the one before are left out. Absent where none was rolled. */
  readonly capacity?: readonly CapacitySample[]
  /** What its gates and alarms did meanwhile, oldest first. */
  readonly marks?: readonly CapacityMark[]
  /** What could not be put back, or was kept because it was changed from outside this run; a sentence each. */
  readonly left: readonly string[]
  /** What a reader should know besides, a sentence each: what rests while the group rolls. */
  readonly notes?: readonly string[]
  readonly failure: Explanation | undefined
  /** True where the roll has failed and the group launches from its previous source again. */
  readonly takenBack?: true
  /** True where any saved state was to be put back and none was found. */
  readonly noSavedState?: true
  /** The steps made, or in a dry run those that would be. */
  readonly steps: readonly StepResult[]
  /** What a patch did to its launch source. */
  readonly patch?: PatchReport
}

/** The capacity of a group at one look, in the group's own unit: instances, or weight. */
export interface CapacitySample {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly ready: number
  /** Counted and not ready: booting, or not healthy yet. */
  readonly coming: number
  /** On its way out. */
  readonly leaving: number
  /** The fewest that must be ready at this moment. */
  readonly floor: number
  /** Counted, to be replaced; and counted on the present launch source. */
  readonly old: number
  readonly current: number
}

/** What happened to a roll at a gate, or to an alarm that watches it. */
export interface CapacityMark {
  /** Seconds since the Unix epoch. */
  readonly at: number
  readonly kind: 'gate' | 'alarm'
  readonly text: string
}

export interface SizesResult {
  readonly min: number
  readonly max: number
  readonly desired: number
}

export interface StepResult {
  readonly group: string
  /** In the output `plan`: the wave of the group, where there are several. */
  readonly wave?: number
  readonly at: number
  readonly action: ChangeStepAction | PatchStep['kind']
  readonly detail: string
  readonly reason: string
}

/** One instance on the timeline; seconds since the Unix epoch. */
export interface InstanceSpan {
  readonly id: string
  readonly role: 'old' | 'new'
  readonly zone: string
  /** First seen; for new instances close to the launch. */
  readonly from: number
  readonly readyAt: number | undefined
  /** Last seen, when it has left. */
  readonly until: number | undefined
}

/** Everything that is reported of a bastion at the end. */
export interface BastionResult {
  readonly name: string
  readonly region: string
  /** The address that people log in at. */
  readonly address: string
  /**
   * `current`: nothing was to do. `replaced`: the old one is gone. `restored`: taken back as asked. `halted`: taken back
   * after a failure. `unfinished`: neither. `planned`: a dry run.
   */
  readonly status: 'current' | 'replaced' | 'restored' | 'halted' | 'unfinished' | 'planned'
  readonly changed: boolean
  /** The bastion now; undefined where it is not known. */
  readonly instanceId: string | undefined
  /** The one that was replaced. */
  readonly previousInstanceId: string | undefined
  readonly imageId: string | undefined
  readonly previousImageId: string | undefined
  readonly zone: string | undefined
  /** `SSH-2.0-...` as the new bastion said it at the address. */
  readonly banner: string | undefined
  /** Fingerprints of its host keys. */
  readonly hostKeys: readonly string[]
  readonly userData: readonly UserDataChange[]
  /** What is left, a sentence each. */
  readonly left: readonly string[]
  readonly failure: { readonly what: string; readonly why?: string; readonly remedy?: string } | undefined
  /** The steps made, or in a dry run those that would be. */
  readonly steps: readonly BastionStepResult[]
  readonly startedAt: number
  readonly endedAt: number
}

export interface BastionStepResult {
  readonly at: number
  readonly action: BastionChange['kind']
  readonly detail: string
  readonly reason: string
}

/** Everything that is reported of a shift of traffic at the end. */
export interface TrafficResult {
  readonly region: string
  /** Names of both groups. */
  readonly groups: Readonly<Record<Side, string>>
  readonly means: Means
  /** The side that traffic goes to, or went to in what was taken back. */
  readonly to: Side
  /**
   * `current`: nothing was to do. `shifted`: at its last step. `gated`: at a step that is passed by hand. `released`: what was
   * kept is shrunk. `restored`: taken back as asked. `halted`: taken back after a failure. `held`: without traffic, left for
   * inspection. `refused`: nothing was changed. `unfinished`: none of these. `planned`: a dry run.
   */
  readonly status:
    'current' | 'shifted' | 'gated' | 'released' | 'restored' | 'halted' | 'held' | 'refused' | 'unfinished' | 'planned'
  readonly changed: boolean
  readonly shares: readonly RouteShares[]
  readonly sizes: Readonly<Record<Side, { readonly before: SizesResult; readonly after: SizesResult }>>
  /** Until when the side without traffic is kept; seconds since the Unix epoch. */
  readonly keptUntil: number | undefined
  /** The lowest share of the side that traffic goes to, whenever it changed. */
  readonly curve: readonly { readonly at: number; readonly share: number }[]
  /** What is left, a sentence each. */
  readonly left: readonly string[]
  readonly failure: Explanation | undefined
  /** The steps made, or in a dry run those that would be. */
  readonly steps: readonly TrafficStepResult[]
  readonly startedAt: number
  readonly endedAt: number
  /** Of a dry run: seconds that the shift is expected to take, at least and at most. */
  readonly expectedDuration?: TimeLeft
}

/** Percent that each side gets by a rule or record, before and after. */
export interface RouteShares {
  /** The ARN of a rule or listener, a record, or the name of a classic load balancer. */
  readonly id: string
  readonly before: Readonly<Record<Side, number>>
  readonly after: Readonly<Record<Side, number>>
}

export interface TrafficStepResult {
  readonly at: number
  readonly action: TrafficChangeKind
  readonly detail: string
  readonly reason: string
}
