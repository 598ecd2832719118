import type { Explanation } from '../../errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Side } from '../../domain/traffic/shares.ts'
import type { PairMemos } from '../../domain/traffic/situation.ts'
import type {
  TrafficChange,
  TrafficEnd,
  TrafficObservation,
  TrafficPolicy,
  TrafficStep,
} from '../../domain/traffic/traffic.ts'
import type { Prober } from '../rollout/ports.ts'

/** What the loop wants of AWS, or of a model of it. */
export interface TrafficPort {
  /** Both groups and all routes; errors are counted from `since` on, where they are compared at all. Seconds since the Unix epoch. */
  look(now: number, since: number | undefined): Promise<TrafficObservation>
  /** Makes one change; throws a UserError when AWS will never allow it. */
  apply(change: TrafficChange): Promise<void>
}

/** One shift of traffic, or the taking back of one, with all that it needs. */
export interface TrafficRequest {
  readonly port: TrafficPort
  readonly policy: TrafficPolicy
  /** Undefined where nothing is probed, and in a dry run. */
  readonly probe: Prober | undefined
  readonly clock: Clock
  readonly tell: (event: TrafficEvent) => void
  /** Seconds since the Unix epoch after which shifting stops, and the way back begins. */
  readonly deadline: number
  readonly pollSeconds: () => number
  /** Aborted when the run is cancelled: no further step is made. */
  readonly signal: AbortSignal
  /** Told the saved state before it is written, and none once it was removed: kept for the post step. */
  readonly saving: (memos: PairMemos | undefined) => void
  /** What the runner keeps of the saved state of this run, where the tags of both groups are gone. */
  readonly written?: PairMemos | undefined
  /** For so long nothing to do is not believed: AWS may not show yet what a run has saved that has just died. */
  readonly patienceSeconds: number
}

/** What is told on the way; `at` in seconds since the Unix epoch. */
export type TrafficEvent =
  | (TakenStep & { readonly kind: 'step' })
  | { readonly kind: 'waiting'; readonly at: number; readonly reason: string }
  | { readonly kind: 'note'; readonly at: number; readonly message: string }
  | { readonly kind: 'warning'; readonly message: string }

/** A step that changed something, or in a dry run would. */
export interface TakenStep {
  readonly at: number
  readonly step: TrafficStep & TrafficChange
}

/** The share of the side that traffic goes to at a moment, the lowest of all routes. */
export interface ShareAt {
  readonly at: number
  readonly share: number
}

export type TrafficStatus =
  'current' | 'shifted' | 'gated' | 'released' | 'restored' | 'halted' | 'held' | 'refused' | 'unfinished'

/** What became of a shift. */
export interface TrafficOutcome {
  readonly status: TrafficStatus
  readonly end: TrafficEnd | undefined
  readonly to: Side
  readonly changed: boolean
  readonly before: TrafficObservation
  readonly after: TrafficObservation
  readonly keptUntil: number | undefined
  readonly failure: Explanation | undefined
  /** What is left, a sentence each. */
  readonly left: readonly string[]
  readonly steps: readonly TakenStep[]
  readonly curve: readonly ShareAt[]
}

/** How long the way back may take, beyond what stickiness takes. */
export const WAY_BACK_SECONDS = 1800
