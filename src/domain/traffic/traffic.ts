/**
 * The model of a shift of traffic between two groups at one moment: the groups, and what divides the traffic. Times are seconds
 * since the Unix epoch, shares are percent.
 */
import type { AlarmPolicy } from '../rollout/policy.ts'
import type { AlarmsSeen } from '../rollout/alarms.ts'
import type { Alarm, Fleet, Memo, Sizes } from '../rollout/fleet.ts'
import type { Means, Side, Weights } from './shares.ts'

/** What divides the traffic: a rule, a listener, a name in Route 53, or a classic load balancer. */
export interface Route {
  /** The ARN of the rule or listener, `name (zone)` of a record, the name of a classic load balancer. */
  readonly id: string
  readonly weights: Weights
  /** What else it sends traffic to, where it can be none of both sides: other target groups of a rule. */
  readonly foreign?: readonly string[]
  /** So long a client stays with the group that it was sent to, whatever the weights; 0 where it does not. */
  readonly stickySeconds: number
  /** What its tag says of the shares before a shift; absent where it has none. */
  readonly previous?: PreviousShares | undefined
}

/** What a rollback needs, as it was before the shift; it stays after it. */
export interface PreviousShares {
  /** When the shift began: that of the saved state of both groups. */
  readonly startedAt: number
  /** The workflow run that began it, whichever attempt: so that another attempt does not shift the traffic back. */
  readonly workflowRun: string
  readonly to: Side
  /** Where the shift was to end. */
  readonly end: number
  readonly weights: Weights
  readonly sizes: Readonly<Record<Side, Sizes>>
  /** The shift has changed sizes as well. */
  readonly resizes: boolean
}

/** Requests and errors of one side over the time that is compared. */
export interface ErrorCounts {
  readonly requests: number
  readonly errors: number
}

export interface TrafficObservation {
  readonly at: number
  readonly groups: Readonly<Record<Side, Fleet>>
  readonly routes: readonly Route[]
  /** What must call an instance healthy before it gets traffic, as its health names it: target groups, classic load balancers. */
  readonly vouching: Readonly<Record<Side, readonly string[]>>
  /** The alarms that watch the shift; absent where none does, or CloudWatch did not answer. */
  readonly alarms?: readonly Alarm[] | undefined
  /** Of the time since the step was reached; absent where nothing is compared, or CloudWatch did not answer. */
  readonly counts?: Readonly<Record<Side, ErrorCounts>> | undefined
}

/** What becomes of the groups when a gate has failed; the traffic of the new side is taken away in any case. */
export type AfterFailure = 'rollback' | 'hold' | 'restore'

export interface TrafficPolicy {
  readonly run: string
  readonly url: string | undefined
  /** For each side the other group, as its saved state names it: the first 16 hex digits of the SHA-256 of its ARN. */
  readonly partners: Readonly<Record<Side, string>>
  readonly means: Means
  /** `shift` goes on by steps, `back` returns to the shares and sizes before, `release` shrinks what was kept. */
  readonly intent: 'shift' | 'back' | 'release'
  /** The side that traffic goes to. */
  readonly to: Side
  /** Percent of `to`, ascending; the last is where it stays. */
  readonly steps: readonly number[]
  /** Sizes and instances of the groups change as well, not the weights alone. */
  readonly resizes: boolean
  /** Patch what the idle side launches first. */
  readonly patches: boolean
  readonly keepSeconds: number
  readonly afterwards: 'zero' | 'keep'
  readonly bakeSeconds: number
  readonly bakeAtEndSeconds: number
  readonly promote: 'auto' | 'by-hand'
  readonly alarms?: AlarmPolicy | undefined
  /** How much greater the share of errors of `to` may be than that of the other side, and of how many requests at least. */
  readonly comparison?: { readonly maxRatio: number; readonly minRequests: number } | undefined
  readonly onFailure: AfterFailure
  readonly instanceTimeoutSeconds: number
  /** True where each instance of `to` must pass a probe before it gets traffic. */
  readonly probes: boolean
  /** True where a release has come: the step at which the run before it has waited lets the shift pass. */
  readonly passesGate: boolean
}

/** What this run has learnt and AWS does not tell. A run that lacks it waits longer; safety never rests on it. */
export interface TrafficState {
  /** Since when all rules have stood at the step, with everything of `to` ready. */
  readonly baking?: { readonly share: number; readonly since: number } | undefined
  /** Since when instances are waited for, and of which side. */
  readonly waiting?: { readonly side: Side; readonly since: number } | undefined
  /** When the side that has no traffic now lost it, as far as this run knows. */
  readonly drainedAt?: number | undefined
  readonly alarms?: AlarmsSeen | undefined
  /** The state that this run has written last: its tags are not trusted to be there. */
  readonly written?: Readonly<Record<Side, Memo>> | undefined
  /** What it has noted of the shares before, by route, for the same reason. */
  readonly noted?: Readonly<Record<string, PreviousShares>> | undefined
  /** The launch source of the idle side is what is wanted. */
  readonly patched: boolean
  /** The step that waited to be passed by hand has let the shift pass in this run. */
  readonly passedGate: boolean
  /** Why the shift is taken back; absent while it is not. */
  readonly failed?: 'gate' | 'other' | undefined
}

/** One call to AWS that changes something. */
export type TrafficChange =
  /** Saved state and lease of both groups, in one call. */
  | { readonly kind: 'save-state'; readonly memos: Readonly<Record<Side, Memo>> }
  | { readonly kind: 'renew-lease'; readonly memos: Readonly<Record<Side, Memo>> }
  /** Writes onto routes, or for Route 53 and classic onto both groups, what a rollback needs. */
  | { readonly kind: 'note-shares'; readonly routes: readonly string[]; readonly previous: PreviousShares }
  | { readonly kind: 'patch'; readonly side: Side }
  | { readonly kind: 'suspend'; readonly side: Side; readonly processes: readonly string[] }
  | { readonly kind: 'resume'; readonly side: Side; readonly processes: readonly string[] }
  | { readonly kind: 'resize'; readonly side: Side; readonly sizes: Partial<Sizes> }
  | { readonly kind: 'set-shares'; readonly route: string; readonly weights: Weights }
  | { readonly kind: 'remove-notes'; readonly routes: readonly string[] }
  | { readonly kind: 'clear-state' }

export type TrafficChangeKind = TrafficChange['kind']

/** What to do next, and why, in words for the log. */
export type TrafficStep = { readonly reason: string } & (
  | TrafficChange
  /** `seconds`: so long nothing is due, as far as all stays well. */
  | { readonly kind: 'wait'; readonly seconds?: number }
  | { readonly kind: 'probe'; readonly instances: readonly string[] }
  | { readonly kind: 'done'; readonly end: TrafficEnd }
  /** Stop shifting: what is left is the way back. `other-hand`: everything stays as it is. */
  | { readonly kind: 'halt'; readonly remedy: string; readonly blames: 'gate' | 'capacity' | 'other-hand' }
  /** Nothing was changed, and nothing may be. */
  | { readonly kind: 'refuse'; readonly remedy: string }
)

/** How a run ends well: where nothing was to do, at the last step, at a step that is passed by hand, kept, or taken back. */
export type TrafficEnd = 'current' | 'shifted' | 'kept' | 'gated' | 'restored' | 'held' | 'released'
