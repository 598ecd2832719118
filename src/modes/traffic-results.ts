import type { TrafficOutcome } from '../controllers/traffic/ports.ts'
import { shareOf, type Side, type Weights } from '../domain/traffic/shares.ts'
import type { RouteShares, TrafficResult } from '../report/events.ts'
import { trafficChangeInWords } from '../report/log/traffic-words.ts'
import { expectedDurationOfShift } from '../report/results/expected-duration.ts'
import type { Run } from './run.ts'
import type { TrafficPair } from './traffic-pair.ts'

interface Reported {
  readonly pair: TrafficPair
  readonly dryRun: boolean
  readonly startedAt: number
}

/** What is reported of a shift. */
export function trafficResult(
  { connection, clock }: Run,
  { pair, dryRun, startedAt }: Reported,
  outcome: TrafficOutcome,
): TrafficResult {
  const { before, after, steps, status, to, changed, keptUntil, curve, left, failure } = outcome
  const sizes = (side: Side): TrafficResult['sizes'][Side] => ({
    before: before.groups[side].sizes,
    after: after.groups[side].sizes,
  })
  const isPlanned = dryRun && changed && status !== 'refused' && status !== 'unfinished'
  const result: TrafficResult = {
    region: connection.region,
    groups: pair.names,
    means: pair.routing.means,
    to,
    status: isPlanned ? 'planned' : status,
    changed,
    shares: after.routes.map(({ id, weights }) => ({
      id,
      before: percents(before.routes.find((route) => route.id === id)?.weights ?? weights),
      after: percents(weights),
    })),
    sizes: { blue: sizes('blue'), green: sizes('green') },
    keptUntil,
    curve,
    left,
    failure,
    steps: steps.map(({ at, step }) => ({
      at,
      action: step.kind,
      detail: trafficChangeInWords(step, pair.names),
      reason: step.reason,
    })),
    startedAt,
    endedAt: clock.now() / 1000,
  }
  return isPlanned ? { ...result, expectedDuration: expectedDurationOfShift(result) } : result
}

/** At most one decimal. */
const percents = (weights: Weights): RouteShares['before'] => ({
  blue: Math.round(shareOf(weights, 'blue') * 10) / 10,
  green: Math.round(shareOf(weights, 'green') * 10) / 10,
})
