import type { Clock } from '../../platform/clock.ts'
import type { Explanation, UserError } from '../../errors.ts'
import type { AlarmPolicy, Policy } from '../../domain/rollout/policy.ts'
import type { TurnLimits } from '../../domain/waves/turns.ts'
import type { Alarm, DesiredChange, FailedLaunch, Fleet, Memo } from '../../domain/rollout/fleet.ts'
import type { AskedAnew } from '../../domain/rollout/freshness.ts'
import type { ActiveRefresh } from '../../domain/rollout/instance-refresh.ts'
import type { PastLaunch } from '../../domain/rollout/boot-record.ts'
import type { LaunchOutlook } from '../../domain/rollout/launch-stall.ts'
import type { Outlook } from '../../report/results/collect.ts'
import type { Report } from '../../report/events.ts'
import type { Change } from '../../domain/rollout/changes/changes.ts'
import type { ProbeOutcome } from '../../domain/rollout/probe.ts'

/** What the loop wants of AWS, or of a model of it. */
export interface FleetsPort {
  /**
   * The groups as they are now; `now` in seconds since the Unix epoch. `fresh` says what is asked for anew of which group; whatever
   * else reads.ts allows may be kept from an earlier look, and is named as such. `remembered` holds the memos that the runs on these groups
   * know to be theirs: where the tags of a group say something else, that decides what is read of it.
   */
  look(
    groups: readonly string[],
    now: number,
    need?: LookNeed,
    fresh?: ReadonlyMap<string, AskedAnew>,
    remembered?: ReadonlyMap<string, Memo>,
  ): Promise<Observation>
  /** Makes one change; throws a UserError when AWS will never allow it. */
  apply(group: string, change: Change): Promise<void>
  /**
   * Keeps for the post step the saved state that AWS refuses to have written onto a group that the run leaves. Missing where no post step
   * follows.
   */
  keepMemo?(group: string, memo: Memo): void
  /**
   * How the desired capacity was changed since a moment (seconds since the Unix epoch), oldest first, as the activities of
   * the group tell it; nothing in a dry run, where only the run changes it.
   */
  desiredChanges(group: string, since: number): Promise<readonly DesiredChange[]>
  /**
   * The instance refresh that is under way in the group; that there is none may have been told so many seconds ago. Missing in a
   * dry run, whose groups do not change.
   */
  activeRefresh?(group: string, mayBeOldSeconds: number): Promise<ActiveRefresh | undefined>
  /** Launches of a group that failed since a moment, newest first. Missing in a dry run, where none does. */
  failedLaunches?(group: string, since: number): Promise<readonly FailedLaunch[]>
  /** Launches of a group that have succeeded, newest first. Missing in a dry run, where instances take no time. */
  pastLaunches?(group: string): Promise<readonly PastLaunch[]>
  /** What AWS tells of a group in which no launch begins. Missing in a dry run, where every launch does. */
  launchOutlook?(group: string): Promise<Omit<LaunchOutlook, 'askedAt'>>
}

/**
 * What a look must hold: to roll a group, every part; to put one back, the group alone, and whatever else cannot be read is
 * told as unknown.
 */
export type LookNeed = 'every part' | 'the group alone'

/** Probes new instances once each, before they serve. Throws a UserError where they can never be tried. */
export type Prober = (instances: readonly string[]) => Promise<readonly ProbeOutcome[]>

export interface Observation {
  readonly fleets: readonly Fleet[]
  /** Groups that do not exist (any more). */
  readonly gone: readonly string[]
  /** Groups that exist but cannot be understood. */
  readonly unreadable: readonly UnreadableGroup[]
}

export interface UnreadableGroup {
  readonly group: string
  readonly problem: UserError
  /** The group without its tags, where they alone are the problem: enough for a run that remembers what it has written. */
  readonly untagged?: Fleet
}

/** The turns in which groups begin: wave by wave, and a few at once. */
export interface Turns {
  /** All groups of the request; none of the waves is empty. */
  readonly waves: readonly (readonly string[])[]
  readonly limits: TurnLimits
  /** Groups that are changed when their turn comes, also where none of their instances is old before. */
  readonly changes: ReadonlySet<string>
  /**
   * Called before anything else is done with groups whose turn has come, and before they are looked at. Gives those that must
   * not be rolled, and why.
   */
  readonly begin: (groups: readonly string[]) => Promise<ReadonlyMap<string, Explanation>>
  /** What watches the run where no group is looked at; missing where nothing does, and in a dry run. */
  readonly alarms?: {
    readonly policy: AlarmPolicy
    /** Undefined where CloudWatch does not answer. */
    readonly read: () => Promise<readonly Alarm[] | undefined>
  }
}

export interface RolloutRequest {
  readonly groups: readonly string[]
  readonly port: FleetsPort
  /** The rules for a group, made from its first observation. */
  readonly policyFor: (fleet: Fleet) => Policy
  /**
   * Is shown what the first look has seen, or the refusal that it came to, before anything is changed; throws where the
   * request must not begin.
   */
  readonly preflight?: (seen: Observation | UserError) => Promise<void>
  /** Missing where nothing is to be tried, and in a dry run, which takes every probe as passed. */
  readonly probe?: Prober | undefined
  readonly clock: Clock
  readonly report: Report
  /** Seconds since the Unix epoch after which rolling stops in order. */
  readonly deadline: number
  /** Seconds until the next look, given how long nothing is expected; undefined where that is not known. */
  readonly pollSeconds: (quietSeconds: number | undefined) => number
  /** Aborted when the run is cancelled: no further step is made, what is left is the post step's. */
  readonly signal: AbortSignal
  readonly dryRun: boolean
  /** Whether a group that cannot be looked at from the start ends the run, or is only told while the others go on. */
  readonly onUnknownGroup?: 'end' | 'tell' | undefined
  /** What the looks at groups need that this controller has not halted itself; every part where it is missing. */
  readonly need?: LookNeed
  /** How many groups may be worked on at once, asked at each look; all of them where it is missing. */
  readonly width?: () => number
  /** Fingerprints of what groups launched from before it was changed, right before the request: AWS may still show it. */
  readonly sourcesBefore?: ReadonlyMap<string, string> | undefined
  /** In which turns the groups begin; all at once, as far as `width` allows, where it is missing. */
  readonly turns?: Turns
  /** Called for each group when it is through. */
  readonly ended: (outcome: Outcome) => void
  /** How far a group has come, by what was reported so far. */
  readonly outlook: (group: string) => Outlook
}

/** How long putting back may take once a roll has halted. */
export const RESTORE_SECONDS = 600

/** How a group ended. */
export interface Outcome {
  readonly group: string
  readonly status:
    'current' | 'rolled' | 'dark' | 'gated' | 'waiting' | 'restored' | 'halted' | 'held' | 'refused' | 'unfinished'
  readonly changed: boolean
  readonly before: Fleet
  readonly after: Fleet
  readonly floor: number
  /** What could not be put back, or was kept because it was changed from outside this run; a sentence each. */
  readonly left: readonly string[]
  readonly failure: Explanation | undefined
  /** True where the roll has failed and the group launches from its previous source again. */
  readonly takenBack?: true
  /** True where any saved state was to be put back and none was found. */
  readonly noSavedState?: true
}
