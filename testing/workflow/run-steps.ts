/** The steps of one job, in a workspace of its own: actions that are known, and shell. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { moveArtifact } from './artifacts.ts'
import { checkOut } from './check-out.ts'
import { type Contexts, holds, type Status, textOf } from './expressions.ts'
import { runBundleStep } from './run-bundle-step.ts'
import { runShell } from './run-shell.ts'
import { runSourcesStep } from './run-sources-step.ts'
import type { WorkflowRun } from './run-workflow.ts'
import type { Permissions, WorkflowStep } from './workflow-file.ts'

export interface StepRecord {
  /** Its id, its name or what it uses. */
  readonly label: string
  readonly status: Status | 'skipped'
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
}

export interface JobSteps {
  readonly name: string
  readonly steps: readonly WorkflowStep[]
  readonly contexts: Contexts
  readonly permissions: Permissions
  /** Of GitHub; empty: none. */
  readonly environment: string
  readonly env: Readonly<Record<string, unknown>>
}

export interface StepsOutcome {
  readonly status: Status
  readonly steps: readonly StepRecord[]
  /** What later expressions see as `steps`. */
  readonly contexts: Readonly<
    Record<string, { readonly outputs: Readonly<Record<string, string>>; readonly outcome: string }>
  >
}

/** What an action or a command comes to. */
export type StepResult = Pick<StepRecord, 'log' | 'summary' | 'outputs'> & {
  readonly exitCode: number | null
  /** What its post step is given. */
  readonly post?: () => Promise<StepResult>
}

/** Runs the steps, and then the post steps of those that have one, last first. */
export async function runSteps(run: WorkflowRun, job: JobSteps): Promise<StepsOutcome> {
  const workspace = mkdtempSync(join(run.scratch, `${job.name}-`))
  const records: StepRecord[] = []
  const seen: Record<string, { outputs: Readonly<Record<string, string>>; outcome: string }> = {}
  const posts: (readonly [label: string, post: () => Promise<StepResult>])[] = []
  let status: Status = 'success'
  for (const step of job.steps) {
    const label = step.id ?? step.name ?? step.uses ?? step.run ?? ''
    const contexts = { ...job.contexts, steps: seen, env: job.env, runner: { temp: workspace } }
    if (!holds(step.if, contexts, status)) {
      records.push({ label, status: 'skipped', log: '', summary: '', outputs: {} })
      if (step.id !== undefined) seen[step.id] = { outputs: {}, outcome: 'skipped' }
      continue
    }
    const { exitCode, post, ...result } = await runOne(run, { ...job, step, contexts, workspace })
    const own: Status = exitCode === 0 ? 'success' : 'failure'
    if (own === 'failure') status = 'failure'
    records.push({ label, status: own, ...result })
    if (step.id !== undefined) seen[step.id] = { outputs: result.outputs, outcome: own }
    if (post !== undefined) posts.push([label, post])
  }
  for (const [label, post] of posts.toReversed()) {
    const { exitCode, post: _none, ...result } = await post()
    records.push({ label: `post ${label}`, status: exitCode === 0 ? 'success' : 'failure', ...result })
    if (exitCode !== 0) status = 'failure'
  }
  return { status, steps: records, contexts: seen }
}

export interface OneStep extends JobSteps {
  readonly step: WorkflowStep
  readonly workspace: string
}

async function runOne(run: WorkflowRun, one: OneStep): Promise<StepResult> {
  const { step, contexts, workspace, env } = one
  const inputs = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, textOf(value, contexts)])) // prettier-ignore
  const variables = Object.fromEntries(
    Object.entries({ ...env, ...step.env }).map(([name, value]) => [name, textOf(value, contexts)]),
  )
  if (step.run !== undefined)
    return runShell({ run: step.run, shell: step.shell, workspace, variables, programs: run.programs })
  const [, action = ''] = /^([\w.-]+\/[\w.-]+)@/.exec(step.uses ?? '') ?? []
  switch (action) {
    case 'actions/checkout':
      if (one.permissions['contents'] === undefined) throw new Error('a checkout needs permissions: { contents: read }')
      return checkOut(run, inputs, workspace)
    case 'actions/upload-artifact':
    case 'actions/download-artifact':
      return moveArtifact(action, { inputs, workspace, artifacts: run.artifacts })
    case 'fleet-patch/fleet-patch':
      return await (run.action === 'bundle' ? runBundleStep : runSourcesStep)({
        ...one,
        root: run.root,
        account: accountOf(run, inputs),
        inputs,
        variables,
      })
    default:
      if (run.withoutEffect?.includes(action)) return NOTHING
      throw new Error(`the runner of workflows does not know ${step.uses}`)
  }
}

const NOTHING: StepResult = { exitCode: 0, log: '', summary: '', outputs: {} }

/** A step of this action. */
export interface ActionCall extends OneStep {
  /** The folder that holds action.yml and dist/. */
  readonly root: string
  /** The account of its role or environment. */
  readonly account: SimulatedAccount
  readonly inputs: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
}

/** The account of the step's role, or of its environment; the only one where it names neither. */
function accountOf(
  { accounts, accountOf: known = {} }: WorkflowRun,
  inputs: Readonly<Record<string, string>>,
): SimulatedAccount {
  const [only, ...others] = accounts
  const id = /:iam::(\d{12}):/.exec(inputs['role-to-assume'] ?? '')?.[1] ?? known[inputs['environment'] ?? '']
  const found = id === undefined && others.length === 0 ? only : accounts.find(({ account }) => account === id)
  if (found === undefined) throw new Error(`no simulated account is that of ${JSON.stringify(inputs)}`)
  return found
}
