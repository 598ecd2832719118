/** Plans in a run: what has to do with them is loaded only where a run writes or carries out one. */
import type { Connected } from '../aws/client/connect.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { PlanWish } from '../inputs/plan/inputs.ts'
import type { Runner } from '../platform/runner.ts'
import type { RunResult } from '../report/events.ts'
import type { OpenedPlan } from './apply-plan.ts'
import type { GovernedStep } from './governed.ts'
import type { Platform } from './platform.ts'
import { type RunRecord, runRequestOf } from './report-run.ts'
import { addressOf } from './run-context.ts'
import type { PlanWriter, WrittenPlan } from './write-plan.ts'

/** The plan that `apply` names, told in the log; undefined where it names none. UserError where it is refused. */
export async function openedPlan({ runner, clock }: Platform, record: RunRecord): Promise<OpenedPlan | undefined> {
  if (runner.input('apply') === '') return undefined
  const opened = await (await import('./apply-plan.ts')).openPlan(runner, clock.now() / 1000)
  if (opened === undefined) return undefined
  const { id, expiresAt, createdAt, run } = opened.plan
  record.runRequest = { ...record.runRequest, ...runRequestOf(opened.runner), plan: { id, expiresAt } }
  record.report({ kind: 'info', message: `Plan ${id} of ${createdAt}, good until ${expiresAt}, made by ${run}` })
  return opened
}

/** All that a plan is made of besides what the mode has seen. */
interface DryRun {
  readonly platform: Platform
  readonly record: RunRecord
  readonly step: GovernedStep
  readonly inputs: Inputs
  readonly connected: Connected
}

/** A plan that is written at the end of a dry run. */
export interface PlanBegun extends Pick<PlanWriter, 'task'> {
  /** Writes the file; where the dry run has failed, none is written, and a warning says so. */
  readonly end: (dryRun: DryRun, result: RunResult) => Promise<WrittenPlan | undefined>
}

/** Begins a plan that is written at the end. */
export async function beginPlan({ path, expiresSeconds }: PlanWish): Promise<PlanBegun> {
  const { planWriter } = await import('./write-plan.ts')
  const { principalOf } = await import('./principal.ts')
  const { task, write } = planWriter()
  return {
    task,
    end: async ({ platform, record, step, inputs, connected }, result) => {
      const { account, region, clock } = connected
      const { runner } = platform
      const written = write(
        {
          account: account.id,
          region,
          role: principalOf(account.arn),
          run: addressOf(runner) ?? runner.environment.runId,
          mode: inputs.mode,
          input: step.runner.input,
          catalogue: step.catalogue,
          now: clock.now() / 1000,
          expiresSeconds,
        },
        result,
      )
      if (written === undefined) {
        record.report({
          kind: 'warning',
          message: 'No plan was written: not everything can be done that was asked for.',
        })
        return undefined
      }
      const { id, text, digest, expiresAt } = written
      await runner.writeFile(path, text)
      record.runRequest = { ...record.runRequest, plan: { id, expiresAt, digest } }
      record.report({
        kind: 'notice',
        message: `Plan ${id}, good until ${expiresAt}, is in ${path}; SHA-256 ${digest}`,
      })
      return written
    },
  }
}

/** Tells later steps and jobs of a plan that was written. */
export function writePlanOutputs({ setOutput }: Pick<Runner, 'setOutput'>, { id, digest }: WrittenPlan): void {
  setOutput('plan-id', id)
  setOutput('plan-digest', digest)
}
