import type { Explanation } from '../../errors.ts'
import type {
  BastionChange,
  BastionRunState,
  BastionPolicy,
  BastionObservation,
  Successor,
} from '../../domain/bastion/bastion.ts'
import type { CreatedResource } from '../../domain/bastion/forecast.ts'
import type { BastionReplacement, Taken, BastionOutcome } from './ports.ts'

/** A replacement on its way. */
export interface BastionRun {
  readonly startedAt: number
  policy: BastionPolicy
  state: BastionRunState
  last: BastionObservation | undefined
  /** A change that AWS has accepted and that no look has shown yet. */
  unseen: { readonly change: BastionChange; readonly made: CreatedResource; readonly since: number } | undefined
  successor: Successor | undefined
  changed: boolean
  failure: Explanation | undefined
  /** Since when it goes back after a failure. */
  backSince: number | undefined
  /** When an answer that was lost was told last. */
  lostAnswerToldAt: number | undefined
  readonly steps: Taken[]
  outcome: BastionOutcome | undefined
}

/** The track of a replacement of which nothing is known yet. */
export const newRun = ({ policy, clock }: BastionReplacement): BastionRun => ({
  startedAt: clock.now() / 1000,
  policy,
  state: { launched: undefined, allocated: [], full: {}, own: undefined, moved: undefined },
  last: undefined,
  unseen: undefined,
  successor: undefined,
  changed: false,
  failure: undefined,
  backSince: undefined,
  lostAnswerToldAt: undefined,
  steps: [],
  outcome: undefined,
})
