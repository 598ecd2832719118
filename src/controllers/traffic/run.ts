/** The state of a shift in one value, and what each event makes of it. Pure. */
import type { Explanation } from '../../errors.ts'
import { areAlarmsSteady, observeAlarms } from '../../domain/rollout/alarms.ts'
import { withProbes } from '../../domain/rollout/probe.ts'
import type { ProbeOutcome } from '../../domain/rollout/probe.ts'
import { watched } from '../../domain/traffic/gate.ts'
import { isTrafficChangeVisible } from '../../domain/traffic/forecast.ts'
import { isWhole } from '../../domain/traffic/readiness.ts'
import { isSameTraffic, otherSide, shareOf, weightsAt } from '../../domain/traffic/shares.ts'
import { isDrained, type PairMemos } from '../../domain/traffic/situation.ts'
import type {
  PreviousShares,
  TrafficChange,
  TrafficObservation,
  TrafficPolicy,
  TrafficState,
} from '../../domain/traffic/traffic.ts'
import type { ShareAt, TakenStep } from './ports.ts'

/** A shift on its way. */
export interface TrafficRun {
  readonly policy: TrafficPolicy
  readonly state: TrafficState
  readonly startedAt: number
  readonly first: TrafficObservation | undefined
  readonly last: TrafficObservation | undefined
  /** A change that AWS has accepted and that no look has shown yet. */
  readonly pending: { readonly change: TrafficChange; readonly since: number } | undefined
  readonly changed: boolean
  readonly failure: Explanation | undefined
  /** Since when it goes back after a failure. */
  readonly backSince: number | undefined
  readonly probes: readonly ProbeOutcome[]
  readonly steps: readonly TakenStep[]
  readonly curve: readonly ShareAt[]
}

/** A shift of which nothing is known but, in a post step, what its runner keeps of the saved state. */
export const newTrafficRun = (policy: TrafficPolicy, startedAt: number, written?: PairMemos): TrafficRun => ({
  policy,
  state: { patched: false, passedGate: false, ...(written && { written }) },
  startedAt,
  first: undefined,
  last: undefined,
  pending: undefined,
  changed: false,
  failure: undefined,
  backSince: undefined,
  probes: [],
  steps: [],
  curve: [],
})

export type TrafficRunEvent =
  | { readonly kind: 'seen'; readonly seen: TrafficObservation }
  /** AWS has accepted a change, or its answer was lost. */
  | (TakenStep & { readonly kind: 'made'; readonly answer: 'clear' | 'lost' })
  | { readonly kind: 'probed'; readonly outcomes: readonly ProbeOutcome[] }
  | { readonly kind: 'failed'; readonly at: number; readonly because: 'gate' | 'other'; readonly failure: Explanation }

/** How long an accepted change may stay invisible before a decision is made all the same. */
const LAG_SECONDS = 60

/** Kinds of changes that only keep the run's own tags in order. */
const BOOKKEEPING: readonly TrafficChange['kind'][] = ['save-state', 'renew-lease', 'note-shares', 'clear-state']

export function transition(run: TrafficRun, event: TrafficRunEvent): TrafficRun {
  switch (event.kind) {
    case 'seen':
      return seeing(run, withProbesOf(event.seen, run.probes))
    case 'made':
      return making(run, event)
    case 'probed':
      return { ...run, probes: [...run.probes, ...event.outcomes] }
    case 'failed':
      return {
        ...run,
        failure: run.failure ?? event.failure,
        backSince: run.backSince ?? event.at,
        state: { ...run.state, failed: run.state.failed ?? event.because, baking: undefined, waiting: undefined, drainedAt: undefined }, // prettier-ignore
      }
    default:
      return event satisfies never
  }
}

const withProbesOf = (seen: TrafficObservation, probes: readonly ProbeOutcome[]): TrafficObservation => ({
  ...seen,
  groups: { blue: withProbes(seen.groups.blue, probes), green: withProbes(seen.groups.green, probes) },
})

function seeing(run: TrafficRun, seen: TrafficObservation): TrafficRun {
  const { policy, pending } = run
  const share = Math.min(...seen.routes.map(({ weights }) => shareOf(weights, policy.to)))
  const isPending =
    pending !== undefined && !isTrafficChangeVisible(seen, pending.change) && seen.at - pending.since < LAG_SECONDS
  return {
    ...run,
    first: run.first ?? seen,
    last: seen,
    pending: isPending ? pending : undefined,
    state: { ...run.state, ...observed(run, seen) },
    curve:
      run.curve.at(-1)?.share === share || seen.routes.length === 0
        ? run.curve
        : [...run.curve, { at: seen.at, share }],
  }
}

function observed(run: TrafficRun, seen: TrafficObservation): Partial<TrafficState> {
  const { policy, state } = run
  const isForward = policy.intent === 'shift' && state.failed === undefined
  const isWholeNow = isWhole({ seen, policy }, policy.to)
  const idle = isForward ? otherSide(policy.to) : policy.to
  const drained = isDrained(seen, idle) ? (state.drainedAt ?? seen.at) : undefined
  const share = state.written?.green.progress?.share
  const isSteady = run.last === undefined || areAlarmsSteady(run.last, watched({ seen, policy, state }))
  const bakes = isForward && share !== undefined && isWholeNow && isSteady && isAtShare(seen, run, share)
  return {
    drainedAt: drained,
    waiting: isForward && !isWholeNow ? (state.waiting ?? { side: policy.to, since: seen.at }) : undefined,
    baking: bakes ? (state.baking?.share === share ? state.baking : { share, since: seen.at }) : undefined,
    ...(policy.alarms && isForward && { alarms: observeAlarms(state.alarms, watched({ seen, policy, state }).fleet, policy.alarms) }), // prettier-ignore
  }
}

/** Whether all routes say what the share of the step means for them. */
const isAtShare = ({ routes }: TrafficObservation, { policy, state }: TrafficRun, share: number): boolean =>
  routes.every(({ id, weights, previous }) => {
    const note = [previous, state.noted?.[id]].find((each) => each?.startedAt === state.written?.blue.startedAt)
    const wanted = note && weightsAt(policy.means, note.weights, { to: note.to, share })
    return wanted !== undefined && isSameTraffic(weights, wanted)
  })

function making(run: TrafficRun, { step, at, answer }: TakenStep & { readonly answer: 'clear' | 'lost' }): TrafficRun {
  const { kind } = step
  return {
    ...run,
    pending: kind === 'patch' ? undefined : { change: step, since: at },
    changed: run.changed || !BOOKKEEPING.includes(kind),
    steps: answer === 'lost' || kind === 'renew-lease' ? run.steps : [...run.steps, { at, step }],
    state: learnt(run, step),
  }
}

function learnt({ state, last }: TrafficRun, step: TrafficChange): TrafficState {
  switch (step.kind) {
    case 'save-state': {
      const before = state.written?.green.progress ?? last?.groups.green.memo?.progress
      const hasMoved = before?.share !== undefined && before.share !== step.memos.green.progress?.share
      return {
        ...state,
        written: step.memos,
        passedGate: state.passedGate || hasMoved,
        ...(hasMoved && { waiting: undefined }),
      }
    }
    case 'renew-lease':
      return { ...state, written: step.memos }
    case 'note-shares': {
      const notes: Record<string, PreviousShares> = { ...state.noted }
      for (const id of step.routes) {
        const weights = last?.routes.find((route) => route.id === id)?.weights
        notes[id] =
          notes[id]?.startedAt === step.previous.startedAt
            ? notes[id]
            : { ...step.previous, ...(weights && { weights }) }
      }
      return { ...state, noted: notes }
    }
    case 'patch':
      return { ...state, patched: true }
    case 'set-shares':
    case 'remove-notes':
    case 'suspend':
    case 'resume':
    case 'resize':
    case 'clear-state':
      return state
    default:
      return step satisfies never
  }
}
