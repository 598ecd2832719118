import type { Explanation } from '../../errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type {
  BastionChange,
  BastionPolicy,
  BastionStep,
  BastionObservation,
  Successor,
} from '../../domain/bastion/bastion.ts'
import type { SshProbe } from '../../platform/ssh-probe.ts'

/** What the loop wants of AWS, or of a model of it. */
export interface BastionPort {
  /** `now` in seconds since the Unix epoch. */
  look(now: number): Promise<BastionObservation>
  /** Makes one change; throws a UserError when AWS will never allow it. */
  apply(
    change: BastionChange,
  ): Promise<
    { readonly kind: 'done'; readonly id: string | undefined } | { readonly kind: 'no room'; readonly why: string }
  >
}

/** One replacement, or the taking back of one, with all that it needs. */
export interface BastionReplacement {
  /** For people. */
  readonly name: string
  readonly port: BastionPort
  readonly probe: SshProbe
  readonly sshPort: number
  readonly policy: BastionPolicy
  readonly clock: Clock
  readonly tell: (event: BastionEvent) => void
  /** Seconds since the Unix epoch after which replacing stops and the rollback begins. */
  readonly deadline: number
  readonly pollSeconds: () => number
  /** For so long nothing to do is not believed: EC2 may not show yet what a run has launched that has just died. */
  readonly patienceSeconds: number
  /** Aborted when the run is cancelled: no further step is made. */
  readonly signal: AbortSignal
}

/** What is told on the way; `at` in seconds since the Unix epoch. */
export type BastionEvent =
  | (Taken & { readonly kind: 'step'; readonly id: string | undefined })
  | { readonly kind: 'heard'; readonly at: number; readonly address: string; readonly banner: string }
  | { readonly kind: 'waiting'; readonly at: number; readonly reason: string }
  | { readonly kind: 'note'; readonly at: number; readonly message: string }
  | { readonly kind: 'warning'; readonly message: string }

/** A step that changed something. */
export interface Taken {
  readonly at: number
  readonly step: BastionStep & BastionChange
}

/** How long the rollback may take. */
export const BASTION_RESTORE_SECONDS = 900

/** What became of a replacement. */
export interface BastionOutcome {
  /** `replaced`: the old one is gone. `restored`: nothing is left of what was begun. `halted`: the same, after a failure. */
  readonly status: 'replaced' | 'restored' | 'halted' | 'unfinished'
  readonly changed: boolean
  /** The new bastion, where there is one. */
  readonly successor: Successor | undefined
  readonly banner: string | undefined
  readonly failure: Explanation | undefined
  /** What is left, a sentence each. */
  readonly left: readonly string[]
  readonly steps: readonly Taken[]
}
