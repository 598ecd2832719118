import type { ActionRun } from '../../run-action.ts'
import { traceTime } from '../trace.ts'
import type { BastionFixture } from './bastion-fixture.ts'

/** One process that was started on a bastion, and its result. */
export interface BastionTraceStep {
  readonly what: string
  readonly run: ActionRun
}

/** Calls and faults in the order of time, then the logs. */
export function bastionTrace(
  { scene, plan, reported }: BastionFixture,
  steps: readonly BastionTraceStep[],
): readonly string[] {
  const lines = [
    ...reported.map(({ at, what }) => ({ at, line: what })),
    ...scene.account.ledger.entries
      .filter(({ changes, outcome }) => changes || outcome !== 'ok')
      .map(({ at, operation, input, outcome }) => ({
        at,
        line: `  ${operation} ${JSON.stringify({ ...input, UserData: undefined }).slice(0, 200)}  ${outcome}`,
      })),
  ]
  return [
    `=== the bastion: ${JSON.stringify(plan)}`,
    `old ${scene.old}, address ${scene.allocation} (${scene.ip}), new image ${scene.newImage}`,
    ...lines.toSorted((one, other) => one.at - other.at).map(({ at, line }) => `${traceTime(at)}  ${line}`),
    ...steps.flatMap(({ what, run }) => [`=== log of ${what}`, ...run.lines]),
  ]
}
