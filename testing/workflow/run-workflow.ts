/**
 * Runs workflows as GitHub does, as far as those of this repository need it: jobs in the order of `needs`, matrices, reusable
 * workflows, conditions, outputs and artifacts; steps on simulated accounts. What it does not know it refuses.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { payloadOf } from './event.ts'
import { type Contexts, holds, type Status, textOf, valueOf } from './expressions.ts'
import { runSteps, type StepRecord } from './run-steps.ts'
import { inputsOf, type Permissions, readWorkflow, type WorkflowFile, type WorkflowJob } from './workflow-file.ts'

export interface WorkflowOptions {
  /** The folder of this repository: action.yml, dist/ and its reusable workflows. */
  readonly root: string
  /** How steps of this action run: the sources in this process, or the committed dist/ as a process. Default: the sources. */
  readonly action?: 'sources' | 'bundle'
  /** The text of the workflow that starts. */
  readonly text: string
  readonly event: 'workflow_dispatch' | 'schedule' | 'push'
  /** Of `workflow_dispatch`. */
  readonly inputs?: Readonly<Record<string, unknown>>
  /** The folder that actions/checkout gives to each job. */
  readonly checkout?: string
  /** Where repositories of GitHub are; default: nowhere. */
  readonly server?: string
  /** By account id; a role of another account is not served. */
  readonly accounts: readonly SimulatedAccount[]
  /** The account of an environment of the catalogue, where the steps name no role. */
  readonly accountOf?: Readonly<Record<string, string>>
  /** Whether the reviewers of an environment of GitHub approve a job that waits for them. Default: all are approved. */
  readonly approves?: (environment: string) => boolean
  /** Called before each job with its path, `caller / job`. */
  readonly onJob?: (path: string) => void
  /** Actions that do nothing here: what GitHub alone can do. */
  readonly withoutEffect?: readonly string[]
  /** A folder with programs that the shell finds before all others. */
  readonly programs?: string
  /** `workflow file -> text`, for reusable workflows that lie nowhere else: `owner/name/path`. */
  readonly otherWorkflows?: Readonly<Record<string, string>>
}

export interface JobRecord {
  /** The names of the callers and the job, joined by ` / `. */
  readonly path: string
  readonly status: Status | 'skipped' | 'refused by reviewers'
  readonly steps: readonly StepRecord[]
  readonly outputs: Readonly<Record<string, string>>
  /** Of GitHub; empty: none. */
  readonly environment: string
}

export interface WorkflowOutcome {
  readonly status: Status
  readonly jobs: readonly JobRecord[]
}

/** What jobs of a run share. */
export interface WorkflowRun extends WorkflowOptions {
  /** The folder with what upload-artifact has kept, a folder for each name. */
  readonly artifacts: string
  readonly scratch: string
}

/** Runs the workflow to its end. */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowOutcome> {
  const scratch = mkdtempSync(join(tmpdir(), 'workflow-'))
  try {
    const artifacts = join(scratch, 'artifacts')
    mkdirSync(artifacts)
    const file = readWorkflow(options.text)
    if (!Object.hasOwn(file.on, options.event)) throw new Error(`the workflow does not start on ${options.event}`)
    const inputs = inputsOf(file.on[options.event], options.inputs ?? {})
    const { status, jobs } = await runFile(
      { ...options, artifacts, scratch },
      { file, inputs, prefix: '', allowed: undefined },
    )
    return { status, jobs }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

interface Called {
  readonly file: WorkflowFile
  readonly inputs: Readonly<Record<string, unknown>>
  readonly prefix: string
  /** What the caller lets the jobs do; undefined: whatever they say. */
  readonly allowed: Permissions | undefined
}

interface FileOutcome extends WorkflowOutcome {
  readonly results: Readonly<
    Record<string, { readonly result: string; readonly outputs: Readonly<Record<string, string>> }>
  >
}

async function runFile(run: WorkflowRun, called: Called): Promise<FileOutcome> {
  const results: Record<string, { result: string; outputs: Readonly<Record<string, string>> }> = {}
  const jobs: JobRecord[] = []
  for (const [name, job] of inOrder(called.file.jobs)) {
    const needs = Object.fromEntries(needed(job).map((each) => [each, results[each]]))
    const contexts: Contexts = { github: githubContext(run), inputs: called.inputs, needs, vars: {}, secrets: {} }
    const ran = await runJob(run, { called, name, job, contexts })
    jobs.push(...ran.jobs)
    results[name] = { result: ran.result, outputs: ran.outputs }
  }
  const failed = Object.values(results).some(({ result }) => result === 'failure')
  return { status: failed ? 'failure' : 'success', jobs, results }
}

interface JobToRun {
  readonly called: Called
  readonly name: string
  readonly job: WorkflowJob
  readonly contexts: Contexts
}

interface JobOutcome {
  readonly result: 'success' | 'failure' | 'skipped'
  readonly jobs: readonly JobRecord[]
  readonly outputs: Readonly<Record<string, string>>
}

/** All jobs of a matrix, one after the other; the outputs are those of the last that has set them. */
async function runJob(run: WorkflowRun, wanted: JobToRun): Promise<JobOutcome> {
  const { job, contexts, called, name } = wanted
  const before = Object.values(contexts['needs'] as Readonly<Record<string, { readonly result: string } | undefined>>)
  if (before.some((each) => each === undefined)) throw new Error(`${name} needs a job that there is not`)
  const status: Status = before.every((each) => each?.result === 'success') ? 'success' : 'failure'
  const path = `${called.prefix}${name}`
  if (!holds(job.if, contexts, status))
    return {
      result: 'skipped',
      outputs: {},
      jobs: [{ path, status: 'skipped', steps: [], outputs: {}, environment: '' }],
    }
  const jobs: JobRecord[] = []
  let [outputs, result]: [Record<string, string>, JobOutcome['result']] = [{}, 'success']
  for (const matrix of matrixOf(job, contexts)) {
    const label = Object.keys(matrix).length === 0 ? path : `${path} (${Object.values(matrix).map((value) => textOf(value, {})).join(', ')})` // prettier-ignore
    run.onJob?.(label)
    const one = await runOne(run, { ...wanted, contexts: { ...contexts, matrix }, label })
    jobs.push(...one.jobs)
    outputs = { ...outputs, ...one.outputs }
    if (one.result === 'failure') result = 'failure'
  }
  return { result, jobs, outputs }
}

async function runOne(
  run: WorkflowRun,
  { job, contexts, called, name, label }: JobToRun & { readonly label: string },
): Promise<JobOutcome> {
  const permissions = job.permissions ?? called.file.permissions
  if (called.allowed !== undefined) refuseMore(called.allowed, permissions, label)
  if (job.uses !== undefined) {
    const file = readWorkflow(reusable(run, job.uses))
    const given = Object.fromEntries(
      Object.entries(job.with ?? {}).map(([key, value]) => [key, valueOf(value, contexts)]),
    )
    const trigger = file.on['workflow_call']
    if (trigger === undefined) throw new Error(`${job.uses} cannot be called`)
    const inputs = inputsOf(trigger, given)
    const ran = await runFile(run, { file, inputs, prefix: `${label} / `, allowed: permissions })
    const seen = { inputs, jobs: ran.results }
    const outputs = Object.entries(trigger?.outputs ?? {}).map(([key, { value }]) => [key, textOf(value, seen)])
    return {
      result: ran.status,
      jobs: ran.jobs,
      outputs: Object.fromEntries(outputs) as Readonly<Record<string, string>>,
    }
  }
  const environment = textOf(typeof job.environment === 'object' ? job.environment.name : job.environment, contexts)
  if (environment !== '' && run.approves?.(environment) === false) {
    const record: JobRecord = { path: label, status: 'refused by reviewers', steps: [], outputs: {}, environment }
    return { result: 'failure', jobs: [record], outputs: {} }
  }
  const ran = await runSteps(run, { steps: job.steps ?? [], contexts, permissions, environment, name, env: { ...called.file.env, ...job.env } }) // prettier-ignore
  const outputs = Object.fromEntries(
    Object.entries(job.outputs ?? {}).map(([key, value]) => [key, textOf(value, { ...contexts, steps: ran.contexts })]),
  )
  const record: JobRecord = { path: label, status: ran.status, steps: ran.steps, outputs, environment }
  return { result: ran.status, jobs: [record], outputs }
}

/** GitHub refuses a called job that asks for more than its caller has. */
function refuseMore(allowed: Permissions, asked: Permissions, label: string): void {
  const rank = { none: 0, read: 1, write: 2 }
  const more = Object.entries(asked).filter(([scope, level]) => rank[level] > rank[allowed[scope] ?? 'none'])
  if (more.length > 0)
    throw new Error(
      `${label} asks for ${more.map(([scope, level]) => `${scope}: ${level}`).join(', ')}, which its caller does not give`,
    )
}

function reusable({ root, otherWorkflows = {} }: WorkflowRun, uses: string): string {
  const [, own] = /^(?:\.|fleet-patch\/fleet-patch)\/(\.github\/workflows\/[\w-]+\.yml)(?:@.+)?$/.exec(uses) ?? []
  if (own !== undefined) return readFileSync(join(root, own), 'utf8')
  const other = otherWorkflows[uses.replace(/@.*$/, '')]
  if (other === undefined) throw new Error(`there is no reusable workflow ${uses}`)
  return other
}

const needed = ({ needs = [] }: WorkflowJob): readonly string[] => (typeof needs === 'string' ? [needs] : needs)

/** Each job after those that it needs. */
function inOrder(jobs: WorkflowFile['jobs']): readonly (readonly [string, WorkflowJob])[] {
  const left = new Map(Object.entries(jobs))
  const ordered: (readonly [string, WorkflowJob])[] = []
  while (left.size > 0) {
    const next = [...left].find(([, job]) => needed(job).every((name) => !left.has(name)))
    if (next === undefined) throw new Error(`the jobs ${[...left.keys()].join(', ')} wait for one another`)
    ordered.push(next)
    left.delete(next[0])
  }
  return ordered
}

function matrixOf({ strategy }: WorkflowJob, contexts: Contexts): readonly Readonly<Record<string, unknown>>[] {
  if (strategy === undefined) return [{}]
  const matrix = valueOf(strategy.matrix, contexts) as Readonly<Record<string, unknown>>
  const { include, ...axes } = Object.fromEntries(Object.entries(matrix).map(([name, value]) => [name, valueOf(value, contexts)])) // prettier-ignore
  const crossed = Object.entries(axes).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (rows, [name, values]) =>
      rows.flatMap((row) => (values as readonly unknown[]).map((value) => ({ ...row, [name]: value }))),
    Object.keys(axes).length === 0 ? [] : [{}],
  )
  return [...crossed, ...((include ?? []) as readonly Readonly<Record<string, unknown>>[])]
}

const githubContext = ({
  event,
  server = 'https://github.example',
}: WorkflowRun): Readonly<Record<string, unknown>> => ({
  event_name: event,
  ref: 'refs/heads/main',
  repository: 'example/fleet',
  actor: 'octocat',
  token: 'simulated-token',
  run_id: '1000',
  run_attempt: '1',
  server_url: server,
  event: payloadOf(event),
})
