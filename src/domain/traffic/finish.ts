/** The end of a shift: the new side is the active one, the old one is kept for a while and then shrunk. Pure. */
import type { Sizes } from '../rollout/fleet.ts'
import { minutesText } from '../rollout/wording.ts'
import { foreignWeights } from './foreign.ts'
import { type Side, shareOf, type Weights } from './shares.ts'
import {
  doesResize,
  inName,
  isDrained,
  isKept,
  PHASES,
  stickySeconds,
  type TrafficSituation,
  withProgress,
} from './situation.ts'
import type { TrafficStep } from './traffic.ts'

/** After the last step. */
export function finishStep(situation: TrafficSituation): TrafficStep {
  const { policy, seen, memos, to, progress } = situation
  if (!doesResize(situation))
    return { kind: 'clear-state', reason: `${to} has ${progress.share ?? 100} percent, and nothing is left to be done` }
  const active = resumeStep(situation, to) ?? activeSizes(situation)
  if (active !== undefined) return active
  if (policy.keepSeconds > 0) {
    const seconds = Math.max(policy.keepSeconds, stickySeconds(seen))
    return {
      kind: 'save-state',
      memos: inName(
        withProgress(memos, {
          phase: policy.afterwards === 'zero' ? PHASES.keptZero : PHASES.keptKeep,
          keptUntil: Math.ceil(seen.at + seconds),
        }),
        { run: policy.run, url: policy.url, heartbeatAt: 0 },
      ),
      reason: `the old side is kept for ${minutesText(seconds)}${seconds > policy.keepSeconds ? '; stickiness may send clients there for that long' : ''}`,
    }
  }
  return stickinessLeft(situation, situation.from) ?? shrinkStep(situation, policy.afterwards)
}

/** Waits until no client can be bound to a side that has no traffic any more. */
export function stickinessLeft({ seen, state }: TrafficSituation, side: Side): TrafficStep | undefined {
  const left = stickySeconds(seen) - (seen.at - (state.drainedAt ?? seen.at))
  if (stickySeconds(seen) === 0 || left <= 0) return undefined
  return { kind: 'wait', reason: `stickiness may send clients to ${side} for ${minutesText(left)} more` }
}

/** The sizes of the side that was active hold for the one that is. */
function activeSizes({ seen, memos, to, from }: TrafficSituation): TrafficStep | undefined {
  const { sizes } = seen.groups[to]
  const before = memos[from].sizes
  const min = Math.min(before.min, sizes.desired)
  const max = Math.max(before.max, sizes.desired)
  if (sizes.min === min && sizes.max === max) return undefined
  return {
    kind: 'resize',
    side: to,
    sizes: { ...(sizes.min !== min && { min }), ...(sizes.max !== max && { max }) },
    reason: `the sizes of the ${from} side hold for it now`,
  }
}

/** Takes the old side out of the rules, where an empty target group would count as unhealthy, and shrinks it. */
function shrinkStep(situation: TrafficSituation, afterwards: 'zero' | 'keep'): TrafficStep {
  const { seen, policy, from } = situation
  const busy = seen.routes.filter(({ weights }) => shareOf(weights, from) > 0)
  if (busy.length > 0) return foreignWeights(busy)
  if (afterwards === 'zero') {
    const named = seen.routes.find(({ weights }) => weights[from] !== undefined)
    if (named !== undefined && (policy.means === 'alb' || policy.means === 'nlb'))
      return {
        kind: 'set-shares',
        route: named.id,
        weights: without(named.weights, from),
        reason: `an empty target group in it would make the load balancer unhealthy for Route 53`,
      }
    const { sizes } = seen.groups[from]
    if (sizes.min > 0 || sizes.desired > 0)
      return { kind: 'resize', side: from, sizes: { min: 0, desired: 0 }, reason: 'it has no traffic any more' }
  }
  return (
    resumeStep(situation, from) ??
    resumeStep(situation, situation.to) ?? { kind: 'clear-state', reason: 'nothing is left to be done' }
  )
}

export const without = (weights: Weights, side: Side): Weights => ({ ...weights, [side]: undefined })

/** Lets run again what the shift has suspended of a side. */
export function resumeStep({ seen, memos }: TrafficSituation, side: Side): TrafficStep | undefined {
  const processes = memos[side].suspends.filter((process) => seen.groups[side].suspended.includes(process))
  return processes.length === 0
    ? undefined
    : { kind: 'resume', side, processes, reason: 'only what this shift suspended' }
}

/** Why nothing is released now; undefined where the time of what is kept is over. */
export function releaseRefusal({
  seen,
  progress,
}: Pick<TrafficSituation, 'seen' | 'progress'>): TrafficStep | undefined {
  const { keptUntil = 0 } = progress
  if (!isKept(progress))
    return {
      kind: 'refuse',
      reason: 'no shift of these groups has ended and keeps a side',
      remedy: 'One that is unfinished goes on in its own mode, or is taken back with `mode: rollback`.',
    }
  if (seen.at >= keptUntil) return undefined
  return {
    kind: 'refuse',
    reason: `the side without traffic is kept for ${minutesText(keptUntil - seen.at)} more`,
    remedy: 'Release it then; `mode: rollback` returns to it.',
  }
}

/** Shrinks what an ended shift has kept, once its time is over. */
export function releaseStep(situation: TrafficSituation): TrafficStep {
  const { phase } = situation.progress
  if (phase === PHASES.keptBack) return shrinkBack(situation)
  return shrinkStep(situation, phase === PHASES.keptZero ? 'zero' : 'keep')
}

/** The sizes of both sides as before the shift, as far as they are still what it has set. */
export function sizesBack({ seen, memos, from }: TrafficSituation, side: Side): Partial<Sizes> {
  const { sizes: before } = memos[side]
  const { sizes: now } = seen.groups[side]
  if (side === from) {
    const isEmptied = now.min === 0 && before.min > 0
    return {
      ...(isEmptied && { min: before.min }),
      ...(now.desired < before.min && { desired: before.desired }),
    }
  }
  const active = memos[from].sizes
  const wish = Math.max(active.desired, seen.groups[from].sizes.desired)
  const minIsOurs =
    now.min !== before.min &&
    (now.min === wish || now.min === active.desired || now.min === Math.min(active.min, now.desired) || now.min === 0)
  const maxIsOurs =
    now.max !== before.max &&
    (now.max === Math.max(before.max, wish) ||
      now.max === Math.max(before.max, active.desired) ||
      now.max === Math.max(active.max, now.desired))
  const min = minIsOurs ? before.min : now.min
  const desired = Math.max(before.desired, min)
  return {
    ...(minIsOurs && { min: before.min }),
    ...(now.desired !== desired && { desired }),
    ...(maxIsOurs && { max: Math.max(before.max, desired) }),
  }
}

/** What is left once the weights are as they were: sizes, processes, notes, state. */
export function shrinkBack(situation: TrafficSituation): TrafficStep {
  const { seen, to, from } = situation
  if (doesResize(situation)) {
    if (!isDrained(seen, to) && situation.policy.intent === 'release')
      return foreignWeights(seen.routes.filter(({ weights }) => shareOf(weights, to) > 0))
    for (const side of [from, to]) {
      const sizes = sizesBack(situation, side)
      if (Object.keys(sizes).length > 0)
        return { kind: 'resize', side, sizes, reason: 'the sizes as they were before the shift' }
    }
  }
  const resumed = resumeStep(situation, from) ?? resumeStep(situation, to)
  if (resumed !== undefined) return resumed
  const notes = seen.routes.filter((route) => route.previous?.startedAt === situation.memos.blue.startedAt)
  if (notes.length > 0)
    return { kind: 'remove-notes', routes: notes.map(({ id }) => id), reason: 'the shares are as they were' }
  return { kind: 'clear-state', reason: 'nothing is left to be put back' }
}
