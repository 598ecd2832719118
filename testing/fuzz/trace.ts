import type { ActionRun } from '../run-action.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'

/** One process that was started, and its result. */
export interface TraceStep {
  readonly what: string
  readonly run: ActionRun
}

export const addToTrace = (fixture: Fixture, what: string): void =>
  void fixture.reported.push({ at: fixture.account.timeline.now, what })

export const traceTime = (at: number): string => new Date(at * 1000).toISOString().slice(11, 19)

/** Calls, capacity and faults in the order of time. */
export function traceOf(fixture: Fixture, steps: readonly TraceStep[]): readonly string[] {
  const { account, recorder, plan, reported: sentences } = fixture
  const lines: { at: number; line: string }[] = [
    ...sentences.map(({ at, what }) => ({ at, line: what })),
    ...recorder.changes.map(({ at, operation, input, before, after }) => ({
      at,
      line: `  ${operation} ${JSON.stringify({ ...input, AutoScalingGroupName: undefined }).slice(0, 260)}  [${before.readyUnits}/${before.units}/${before.desired} -> ${after.readyUnits}/${after.units}/${after.desired}]`,
    })),
    ...account.ledger.entries
      .filter(({ outcome }) => outcome !== 'ok')
      .map(({ at, operation, outcome }) => ({ at, line: `  ${operation}: ${outcome}` })),
    ...account.ledger.movements(FUZZ_GROUP).map(({ at, kind, instanceId }) => ({
      at,
      line: `    ${instanceId} ${kind}, ${account.ec2.machine(instanceId)?.zone ?? 'zone unknown'}`,
    })),
    ...account.ledger.capacityOf(FUZZ_GROUP).map(({ at, desired, ready, inService, pending, leaving }) => ({
      at,
      line: `      ready ${ready}, in service ${inService}, pending ${pending}, leaving ${leaving}, desired ${desired}`,
    })),
  ]
  return [
    JSON.stringify(plan),
    'For each call: [ready/counted/desired before -> after].',
    ...lines.toSorted((one, other) => one.at - other.at).map(({ at, line }) => `${traceTime(at)}  ${line}`),
    ...steps.flatMap(({ what, run }) => [`=== log of ${what}`, ...run.lines]),
  ]
}
