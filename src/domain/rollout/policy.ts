import type { UnavailableShare } from './amount.ts'
import type { ChangeKindName } from './changes/changes.ts'
import type { LaunchSource, Memo } from './fleet.ts'

/**
 * How a run deals with new instances in the dark. `launch` makes them and releases them when all have been up for `bakeSeconds`
 * without a break; or, `byHand`, leaves it to a later step. That step is `release`, which begins nothing of its own.
 */
export type DarkLaunchPolicy =
  { readonly kind: 'launch'; readonly bakeSeconds: number; readonly byHand: boolean } | { readonly kind: 'release' }

/** The gates of a roll, resolved for one group. */
export interface GatePolicy {
  /** New capacity at which the roll holds, in the group's unit, ascending. */
  readonly checkpoints: readonly number[]
  /** So long what is new must have served at each checkpoint without a break. */
  readonly bakeSeconds: number
  /** The same at the end, when all instances are new. */
  readonly bakeAtEndSeconds: number
  /** `by-hand`: the run ends at each checkpoint, and a release goes on from it. */
  readonly promote: 'auto' | 'by-hand'
  /** What watches the roll besides; absent where nothing does. */
  readonly alarms?: AlarmPolicy | undefined
  /** What becomes of the group when a gate fails. */
  readonly onFailure: 'rollback' | 'hold' | 'restore'
}

/** CloudWatch alarms that watch a roll. */
export interface AlarmPolicy {
  readonly names: readonly string[]
  /** What becomes of one that is in ALARM before the first change: with `ignore-until-ok` it counts once it has been OK. */
  readonly atStart: 'refuse' | 'ignore-until-ok'
  /** What one without data means at the end of a bake. */
  readonly withoutData: 'neutral' | 'wait' | 'fail'
}

/** What the user asked for, resolved for one group: percentages are already numbers in the group's unit. */
export interface Policy {
  /** This run: `<run id>/<attempt>/<nonce>`. */
  readonly run: string
  /** Where a person can look at this run. */
  readonly url: string | undefined
  /** The plan that is carried out, by its id; absent where none is. */
  readonly plan?: string | undefined
  /** `roll` replaces and then restores; `restore` only puts back. */
  readonly intent: 'roll' | 'restore'
  readonly surge: number
  readonly maxUnavailable: number
  /** Where it was given as a percentage: of a desired capacity that is lowered in mid-roll fewer may be unavailable. */
  readonly unavailableShare?: UnavailableShare
  /** How many instances may be terminating at once; absent where that is not bounded. */
  readonly maxLeaving?: number | undefined
  /** Scaling policies stay alive in a group that has some; without it they rest. */
  readonly follow?: true | undefined
  /** With it no outdated instance leaves before every new one that was launched is ready. */
  readonly waitForAll: boolean
  readonly dark?: DarkLaunchPolicy | undefined
  /** True where each instance that the roll launches must pass a probe before it counts as ready. */
  readonly probes?: true | undefined
  readonly gates?: GatePolicy | undefined
  /** True of a run that takes groups back to what they launched before: it need not wait for gates of others. */
  readonly takesBack?: true
  readonly force: boolean
  /** With `force` only what was launched until then is to be replaced; absent where all of it is. Seconds since the Unix epoch. */
  readonly forceUntil?: number | undefined
  readonly instanceTimeoutSeconds: number
  readonly warmupSeconds: number
  /** Failures of new instances at which the roll halts. */
  readonly maxFailures: number
  /** What becomes of the group when new instances failed. */
  readonly onFailure: 'restore' | 'rollback' | 'hold'
  /**
   * Of a run that only puts back: whose saved state it looks for, its own or that of any run, and until when, since answers that
   * lag behind may hide it.
   */
  readonly lookFor?: { readonly whose: 'own' | 'any'; readonly until: number } | undefined
  /** Of a run that only puts back: what the runner keeps of its saved state, for where the tags are gone. */
  readonly savedMemo?: Memo | undefined
  /** While a group is put back: changes that AWS has refused. */
  readonly refused?: readonly ChangeKindName[] | undefined
  /** While a roll is taken back: what is to leave again, and since when failures count. */
  readonly rollback?: { readonly failed: LaunchSource; readonly since: number } | undefined
  /** What becomes of old instances that are protected from scale-in. */
  readonly protectedInstances: 'replace' | 'ignore' | 'fail'
  /** What becomes of old instances in Standby, which are no part of the desired capacity. */
  readonly standbyInstances: 'replace' | 'ignore' | 'fail'
}

/** Whether AWS refuses to have the saved state written. */
export const isUnwritable = ({ refused }: Pick<Policy, 'refused'>): boolean => refused?.includes('save-state') === true
