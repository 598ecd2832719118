import type { TrafficResult } from '../events.ts'
import type { RunRequest } from './request.ts'
import { RESULT_SCHEMA_VERSION } from './result.ts'
import { trafficEntry } from './traffic-entry.ts'

/** The value of the output `result`: one line of JSON after docs/result.schema.json. */
export function trafficDocument({ mode, account, region, dryRun }: RunRequest, result: TrafficResult): string {
  return JSON.stringify({
    schemaVersion: RESULT_SCHEMA_VERSION,
    truncated: false,
    cut: [],
    mode,
    account: account ?? null,
    region,
    dryRun,
    changed: result.changed,
    groupCount: 0,
    groups: [],
    traffic: trafficEntry(result),
  })
}

/** The value of the output `traffic`: the shares of both sides before and after, for each rule or record. */
export const trafficShares = (results: readonly TrafficResult[]): string =>
  JSON.stringify(results.flatMap(({ shares }) => shares))

/** The steps of a dry run, for the output `plan`. */
export const trafficPlan = ({ status, steps }: TrafficResult): string =>
  JSON.stringify(status === 'planned' ? steps : [])
