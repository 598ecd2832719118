/** The way back: first the weights, in seconds where the old side still stands, then sizes, processes, notes and state. Pure. */
import { capacityOf } from '../rollout/counted.ts'
import { shrinkBack, stickinessLeft } from './finish.ts'
import { foreignWeights } from './foreign.ts'
import { BOTH, isSameWeights, shareOf, type Weights, weightsAt } from './shares.ts'
import {
  doesResize,
  inName,
  isKnown,
  noted,
  PHASES,
  readyCapacity,
  stickySeconds,
  type TrafficSituation,
  weightsFor,
  withProgress,
} from './situation.ts'
import type { Route, TrafficStep } from './traffic.ts'

/** So long the way back waits for clients that stickiness binds to the new side; after that a release shrinks it. */
export const LONGEST_STICKY_WAIT_SECONDS = 600

export function backStep(situation: TrafficSituation): TrafficStep {
  const { seen, state, policy, memos } = situation
  const apart = seen.routes.filter((route) => !isSameWeights(route.weights, weightsBack(situation, route)))
  const [first] = apart
  if (first !== undefined) return weightStep(situation, { first, apart })
  if (state.failed === 'gate' && policy.onFailure === 'hold')
    return {
      kind: 'save-state',
      memos: inName(withProgress(memos, { phase: PHASES.held }), { run: policy.run, url: policy.url, heartbeatAt: 0 }),
      reason: 'its instances stay for inspection, without traffic',
    }
  if (doesResize(situation) && hadTraffic(situation)) {
    if (stickySeconds(seen) > LONGEST_STICKY_WAIT_SECONDS)
      return {
        kind: 'save-state',
        memos: inName(
          withProgress(memos, { phase: PHASES.keptBack, keptUntil: Math.ceil(seen.at + stickySeconds(seen)) }),
          { run: policy.run, url: policy.url, heartbeatAt: 0 },
        ),
        reason: 'stickiness binds clients to the new side for longer than a run can wait',
      }
    const waiting = stickinessLeft(situation, situation.to)
    if (waiting !== undefined) return waiting
  }
  return shrinkBack(situation)
}

/** Whether clients may be bound to the new side. */
const hadTraffic = ({ progress }: TrafficSituation): boolean => (progress.share ?? 0) > 0

/** As it was before; where a gate has failed without what the new side had before. */
export function weightsBack(situation: TrafficSituation, route: Route): Weights {
  const before = noted(situation, route)?.weights
  if (before === undefined) return route.weights
  return situation.state.failed === 'gate' && shareOf(before, situation.to) > 0
    ? weightsFor(situation, route, 0)
    : before
}

interface Apart {
  readonly first: Route
  readonly apart: readonly Route[]
}

/** One weight goes back, where the old side can bear it; else that is sized first, and going back takes as long as its boot. */
function weightStep(situation: TrafficSituation, { first, apart }: Apart): TrafficStep {
  const { seen, memos, from, to, policy } = situation
  const foreign = apart.filter((route) => !isKnown(situation, route))
  if (foreign.length > 0) return foreignWeights(foreign)
  const target = weightsBack(situation, first)
  const share = Math.max(...apart.map((route) => shareOf(weightsBack(situation, route), from)))
  const wish = doesResize(situation) ? memos[from].sizes.desired : Math.min(seen.groups[from].sizes.desired, memos[from].sizes.desired) // prettier-ignore
  const need = Math.ceil((share * wish) / 100)
  const { sizes, group, instances } = seen.groups[from]
  if (need > 0 && doesResize(situation) && sizes.desired < need)
    return {
      kind: 'resize',
      side: from,
      sizes: {
        ...(sizes.max < wish && { max: wish }),
        ...(sizes.min === 0 && memos[from].sizes.min > 0 && { min: memos[from].sizes.min }),
        desired: wish,
      },
      reason: `it was shrunk since, so going back takes as long as its instances boot`,
    }
  const unnamed = apart.find(({ weights }) => weights[from] === undefined)
  if (unnamed !== undefined)
    return {
      kind: 'set-shares',
      route: unnamed.id,
      weights: weightsAt(policy.means, unnamed.weights, { to, share: policy.means === 'classic' ? BOTH : 100 }),
      reason: `${from} is checked there before it gets traffic`,
    }
  if (readyCapacity(situation, from) < need || (share > 0 && capacityOf(instances) === 0))
    return {
      kind: 'wait',
      reason: `${group} has ${readyCapacity(situation, from)} of ${need} ready that its share needs`,
    }
  return { kind: 'set-shares', route: first.id, weights: target, reason: `${from} gets its share back` }
}
