/** A dry run that writes a plan, and a run that carries it out, in this process. */
import type { Plan } from '../../src/domain/plan/plan.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../testing/run-action.ts'

/** A plan in a file, and the digest that the plan job gives on. */
export interface MadePlan {
  readonly text: string
  readonly digest: string
  readonly plan: Plan
  readonly run: ActionRun
}

export const PLAN_PATH = 'out/plan.json'

type More = Partial<RunActionOptions>

/** The plan of a dry run with these inputs. */
export async function makePlan(
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>>,
  more: More = {},
): Promise<MadePlan> {
  const run = await runAction(account, { ...more, inputs: { ...inputs, 'dry-run': 'true', 'plan-file': PLAN_PATH } })
  const text = run.files[PLAN_PATH]
  if (text === undefined) throw new Error(`no plan was written: ${JSON.stringify(run.annotations)}`)
  return { run, text, digest: run.outputs['plan-digest'] ?? '', plan: JSON.parse(text) as Plan }
}

/** What a run did that carries out a plan. */
export interface Applied extends ActionRun {
  readonly error: string
  /** The changing calls, by their action. */
  readonly changes: readonly string[]
}

/** Carries the plan out, whose file the job has downloaded. */
export async function carryOut(
  account: SimulatedAccount,
  { text, digest }: Pick<MadePlan, 'text' | 'digest'>,
  { inputs = {}, workspace = {}, ...more }: More = {},
): Promise<Applied> {
  const before = account.ledger.entries.length
  const run = await runAction(account, {
    runId: '2000',
    ...more,
    inputs: { apply: PLAN_PATH, 'plan-digest': digest, ...inputs },
    workspace: { [PLAN_PATH]: text, ...workspace },
  })
  const entries = account.ledger.entries.slice(before)
  return {
    ...run,
    error: run.annotations.flatMap(({ level, message }) => (level === 'error' ? message : [])).join('\n'),
    changes: entries.flatMap(({ changes, action }) => (changes ? action : [])),
  }
}
