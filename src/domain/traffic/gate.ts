/** The gate of each step: a bake, alarms, and where both sides have traffic the comparison of their errors. Pure. */
import { askAtEndOfBake, haltOnAlarm, holdWhileBlind, type WatchedSituation } from '../rollout/alarms.ts'
import { minutesText } from '../rollout/wording.ts'
import { awaitReadyAgain, isWhole } from './readiness.ts'
import { inName, PHASES, type TrafficSituation, withProgress } from './situation.ts'
import { otherSide } from './shares.ts'
import type { ErrorCounts, TrafficStep } from './traffic.ts'

/** A shift as the rules of alarms see it. */
export const watched = ({
  seen,
  policy,
  state,
}: Pick<TrafficSituation, 'seen' | 'policy' | 'state'>): WatchedSituation => ({
  fleet: { at: seen.at, ...(seen.alarms && { alarms: seen.alarms }) },
  policy: { gates: { alarms: policy.alarms } },
  state: { alarms: state.alarms },
})

/** What stops the shift at any moment: an alarm, or that none can be read. */
export function watchStep(situation: TrafficSituation): TrafficStep | undefined {
  const action = haltOnAlarm(watched(situation)) ?? holdWhileBlind(watched(situation))
  if (action?.kind === 'wait') return { kind: 'wait', reason: action.reason }
  if (action?.kind === 'halt')
    return { kind: 'halt', blames: 'gate', reason: action.reason, remedy: action.remedy ?? '' }
  return worseStep(situation)
}

/** Holds at a share until it has served for long enough; undefined where it lets the shift pass. */
export function gateStep(situation: TrafficSituation): TrafficStep | undefined {
  const { policy, progress, state, seen, to, memos } = situation
  const share = progress.share ?? 0
  const isLast = share >= (policy.steps.at(-1) ?? 100)
  if (!isWhole(situation, to)) return awaitReadyAgain(situation, to)
  const bake = isLast ? policy.bakeAtEndSeconds : policy.bakeSeconds
  const left = bake - (state.baking?.share === share ? seen.at - state.baking.since : 0)
  if (bake > 0 && left > 0)
    return {
      kind: 'wait',
      seconds: left,
      reason: `${to} has ${share} percent, and bakes for ${minutesText(left)} more`,
    }
  const action = askAtEndOfBake(watched(situation), `${share} percent`)
  if (action?.kind === 'wait') return { kind: 'wait', reason: action.reason }
  if (action?.kind === 'halt')
    return { kind: 'halt', blames: 'gate', reason: action.reason, remedy: action.remedy ?? '' }
  const unsure = uncountedStep(situation)
  if (unsure !== undefined) return unsure
  const mayPass = policy.promote === 'auto' || isLast || (policy.passesGate && !state.passedGate)
  if (mayPass) return undefined
  return {
    kind: 'save-state',
    memos: inName(withProgress(memos, { phase: PHASES.gated }), { run: policy.run, url: policy.url, heartbeatAt: 0 }),
    reason: `${share} percent wait to be passed by hand`,
  }
}

/** Fails the gate where the new side answers with errors too often; only once there are enough requests of both. */
function worseStep({ seen, policy, to, progress }: TrafficSituation): TrafficStep | undefined {
  const { comparison } = policy
  if (comparison === undefined || seen.counts === undefined || (progress.share ?? 0) === 0) return undefined
  const [mine, other] = [seen.counts[to], seen.counts[otherSide(to)]]
  if (mine.requests < comparison.minRequests || other.requests < comparison.minRequests) return undefined
  const allowed = comparison.maxRatio * Math.max(errorShare(other), 1 / other.requests)
  if (errorShare(mine) <= allowed) return undefined
  return {
    kind: 'halt',
    blames: 'gate',
    reason: `${to} answers ${countsInWords(mine)} with errors, the other side ${countsInWords(other)}: more than ${comparison.maxRatio} times as many`,
    remedy: 'Look at the logs of the new side, or raise `max-error-ratio`.',
  }
}

/** At the end of a bake there must have been something to compare, as long as the other side has traffic at all. */
function uncountedStep({ seen, policy, to, progress }: TrafficSituation): TrafficStep | undefined {
  const { comparison } = policy
  const share = progress.share ?? 0
  if (comparison === undefined || share === 0 || share === 100) return undefined
  if (seen.counts === undefined) return { kind: 'wait', reason: 'CloudWatch does not tell the requests of both sides' }
  const few = [to, otherSide(to)].find((side) => (seen.counts?.[side].requests ?? 0) < comparison.minRequests)
  return few === undefined
    ? undefined
    : {
        kind: 'wait',
        reason: `${few} has had ${seen.counts[few].requests} requests of the ${comparison.minRequests} that a comparison needs`,
      }
}

const errorShare = ({ requests, errors }: ErrorCounts): number => (requests === 0 ? 0 : errors / requests)

const countsInWords = ({ requests, errors }: ErrorCounts): string => `${errors} of ${requests} requests`
