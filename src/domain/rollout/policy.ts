import type { ChangeKindName } from './changes/changes.ts'
import type { LaunchSource } from './fleet.ts'

/**
 * How a run deals with a dark half. `launch` makes one and releases it when all of it has been up for `bakeSeconds`
 * without a break, and each instance has passed its probe where `probes` asks for it; or, `byHand`, leaves it to a later
 * step. That step is `release`, which begins nothing of its own.
 */
export type DarkLaunchPolicy =
  | { readonly kind: 'launch'; readonly bakeSeconds: number; readonly probes: boolean; readonly byHand: boolean }
  | { readonly kind: 'release' }

/** What the user asked for, resolved for one group: percentages are already numbers in the group's unit. */
export interface Policy {
  /** Who we are: `<run id>/<attempt>/<nonce>`. */
  readonly run: string
  /** Where a person can look at us. */
  readonly url: string | undefined
  /** `roll` replaces and then restores; `restore` only puts back. */
  readonly intent: 'roll' | 'restore'
  readonly surge: number
  readonly maxUnavailable: number
  /** With a barrier no old instance leaves before every new one that was launched is ready. */
  readonly waitForAll: boolean
  readonly dark?: DarkLaunchPolicy | undefined
  readonly force: boolean
  readonly instanceTimeoutSeconds: number
  readonly warmupSeconds: number
  /** Failures of new instances at which the roll halts. */
  readonly maxFailures: number
  /** What becomes of the group when new instances failed. */
  readonly onFailure: 'restore' | 'rollback' | 'hold'
  /**
   * Of a run that only puts back: whose traces it seeks, its own or anybody's, and until when it looks for them, since
   * answers that lag behind may hide them.
   */
  readonly lookFor?: { readonly whose: 'own' | 'anybody'; readonly until: number } | undefined
  /** While a group is put back: changes that AWS has refused. */
  readonly refused?: readonly ChangeKindName[] | undefined
  /** While a roll is taken back: what is to leave again, and since when failures count. */
  readonly rollback?: { readonly failed: LaunchSource; readonly since: number } | undefined
  /** What becomes of old instances that are protected from scale-in. */
  readonly protectedInstances: 'replace' | 'ignore' | 'fail'
  /** What becomes of old instances in Standby, which are no part of the desired capacity. */
  readonly standbyInstances: 'replace' | 'ignore' | 'fail'
}
