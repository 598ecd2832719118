import { isoTime } from '../../text/time.ts'
import type { TrafficResult } from '../events.ts'
import { expectedSeconds } from './expected-duration.ts'

/** A shift as the document tells it. */
export function trafficEntry({
  failure,
  startedAt,
  endedAt,
  steps,
  keptUntil,
  curve,
  expectedDuration,
  ...result
}: TrafficResult): object {
  return {
    ...result,
    keptUntil: keptUntil === undefined ? null : isoTime(keptUntil),
    curve: curve.map(({ at, share }) => ({ at: isoTime(at), share })),
    failure:
      failure === undefined ? null : { what: failure.what, why: failure.why ?? null, remedy: failure.remedy ?? null },
    steps: steps.map(({ at, ...step }) => ({ at: isoTime(at), ...step })),
    startedAt: isoTime(startedAt),
    endedAt: isoTime(endedAt),
    expectedSeconds: expectedSeconds(expectedDuration),
  }
}
