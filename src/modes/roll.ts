import { fleetsPort } from '../aws/fleets.ts'
import { UserError } from '../errors.ts'
import type { Fleet, Policy } from '../fleet/fleet.ts'
import { budgetFor } from '../fleet/policy.ts'
import type { CommonInputs, RollInputs } from '../inputs.ts'
import { imagined, modelled } from '../modelled.ts'
import { type Outcome, reconcile } from '../reconcile.ts'
import type { GroupResult } from '../report/events.ts'
import type { Run } from './run.ts'

/** What is done with the groups, apart from the inputs that every mode has. */
export type Exercise =
  { readonly intent: 'restore' } | { readonly intent: 'roll'; readonly inputs: RollInputs; readonly barrier: boolean }

/** Rolls or restores groups side by side, on AWS or, in a dry run, on a model of it. */
export async function rollGroups(
  run: Run,
  { groups, inputs, exercise }: { groups: readonly string[]; inputs: CommonInputs; exercise: Exercise },
): Promise<readonly GroupResult[]> {
  const { connection, clock, report, collector, signal, pollSeconds } = run
  const real = fleetsPort(connection)
  if (!inputs.dryRun) run.touching(groups)
  const outcomes = await reconcile({
    groups,
    port: inputs.dryRun ? modelled(real) : real,
    policyFor: (fleet) => policyFor(fleet, run, exercise),
    clock: inputs.dryRun ? imagined(clock) : clock,
    report,
    deadline: clock.now() / 1000 + inputs.timeoutSeconds,
    pollSeconds,
    signal,
    dryRun: inputs.dryRun,
    outlook: (group) => collector.outlook(group),
  })
  return outcomes.map((outcome) => {
    const result = resultOf(outcome, run, inputs)
    report({ kind: 'finished', at: result.endedAt, result })
    return result
  })
}

function policyFor(fleet: Fleet, { id, url }: Run, exercise: Exercise): Policy {
  if (exercise.intent === 'restore')
    return {
      run: id,
      url,
      maxFailures: 1,
      onFailure: 'restore',
      protectedInstances: 'ignore',
      standbyInstances: 'ignore',
      intent: 'restore',
      surge: 0,
      maxUnavailable: 0,
      barrier: false,
      force: false,
      instanceTimeoutSeconds: Infinity,
      warmupSeconds: 0,
    }
  const { inputs, barrier } = exercise
  const budget = budgetFor(fleet, inputs.surge, inputs.maxUnavailable)
  if (budget.surge === 0 && budget.maxUnavailable === 0 && fleet.sizes.desired > 0)
    throw new UserError({
      what: `Nothing of ${fleet.group} could ever be replaced: \`max-unavailable\` is less than one of its ${fleet.sizes.desired} instances and \`surge\` is 0.`,
      remedy: 'Set `surge` to at least `1`, or raise `max-unavailable`.',
    })
  const { force, instanceTimeoutSeconds, maxFailures, onFailure, protectedInstances, standbyInstances } = inputs
  return {
    run: id,
    url,
    ...budget,
    intent: 'roll',
    barrier,
    force,
    instanceTimeoutSeconds,
    warmupSeconds: inputs.warmupSeconds ?? fleet.defaultWarmupSeconds ?? 0,
    maxFailures,
    onFailure,
    protectedInstances,
    standbyInstances,
  }
}

function resultOf(outcome: Outcome, { collector, connection }: Run, { dryRun }: CommonInputs): GroupResult {
  const { group, status, changed, left, failure } = outcome
  const facts = collector.facts(group)
  if (facts === undefined) throw new Error(`${group} has an outcome but was never observed`)
  return {
    ...facts,
    region: connection.region,
    status: dryRun && (status === 'rolled' || status === 'restored') ? 'planned' : status,
    changed,
    left,
    failure,
  }
}
