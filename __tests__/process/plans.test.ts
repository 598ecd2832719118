import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { fencedYaml } from '../../scripts/fenced-yaml.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { imagePair } from '../../simulator/scenario-images.ts'
import type { ActionOutcome } from '../../testing/run-step.ts'
import type { JobStep } from '../../testing/simulated-job.ts'
import { annotations, fixture, jobIn, type JobFixture } from './fixture.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plans-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A workspace of a job of its own, with the event of the run and what the repository has. */
function workspace(name: string, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = join(folder, name)
  const event = join(folder, `${name}-event.json`)
  mkdirSync(at, { recursive: true })
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }))
  for (const [path, text] of Object.entries({ 'README.md': 'x', ...files })) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), text)
  }
  return {
    GITHUB_WORKSPACE: at,
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
  }
}

const PLAN = 'plan.json'
const WEB = { mode: 'respawn', 'auto-scaling-groups': 'web' }
const web = (account: SimulatedAccount): void => void addGroup(account, { name: 'web', size: 2, outdated: true })

async function planned({ account, job }: JobFixture, inputs: Readonly<Record<string, string>> = WEB): Promise<string> {
  const made = await job.run({
    inputs: { ...inputs, 'dry-run': 'true', 'plan-file': PLAN },
    environment: workspace('plan'),
  })
  expect([made.exitCode, annotations(made.log).filter((line) => line.startsWith('::error'))]).toEqual([0, []])
  account.ledger.clear()
  return made.outputs['plan-digest'] ?? ''
}

/** The run of the second job, to which the artifact was brought. */
async function applied({ job }: JobFixture, digest: string, step: Partial<JobStep> = {}): Promise<ActionOutcome> {
  const environment = { ...workspace('apply'), ...step.environment }
  copyFileSync(join(folder, 'plan', PLAN), join(folder, 'apply', PLAN))
  return await job.run({
    runId: '2000',
    ...step,
    inputs: { apply: PLAN, 'plan-digest': digest, ...step.inputs },
    environment,
  })
}

const changing = ({ ledger }: SimulatedAccount): readonly string[] =>
  ledger.entries.flatMap(({ changes, action }) => (changes ? action : []))

describe('the bundle with a plan', () => {
  it('carries it out, and finds nothing to do afterwards', async () => {
    const set = await fixture(web)
    const digest = await planned(set)
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, 'plan', PLAN)))
        .digest('hex'),
    ).toBe(digest)
    const done = await applied(set, digest)
    expect([done.exitCode, annotations(done.log)]).toEqual([0, []])
    expect(set.account.ledger.launches('web')).toHaveLength(2)
    set.account.ledger.clear()
    const again = await applied(set, digest, { runId: '3000' })
    expect([again.exitCode, annotations(again.log), changing(set.account)]).toEqual([0, [], []])
  })

  it('goes on with it after a crash', async () => {
    const set = await fixture(web)
    const digest = await planned(set)
    let kill: ((signal: NodeJS.Signals) => void) | undefined
    const killed = await applied(set, digest, {
      onStart: (means) => (kill = means),
      onLine: (line) => {
        if (line.includes('  terminate i-')) kill?.('SIGKILL')
      },
    })
    expect(killed.exitCode).toBeNull()
    const { id } = JSON.parse(readFileSync(join(folder, 'plan', PLAN), 'utf8')) as { readonly id: string }
    const tags = () =>
      set.account.autoScaling.operations
        .DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] })
        .AutoScalingGroups?.[0]?.Tags?.map(({ Value }) => Value)
        .join()
    expect(tags()).toContain(`plan=${id}`)
    set.account.timeline.advance(3600)
    const again = await applied(set, digest, { runId: '3000' })
    expect([again.exitCode, annotations(again.log)]).toEqual([0, []])
    expect([tags(), set.account.ledger.launches('web').length]).toEqual(['', 2])
  })

  const operations = ({ account }: JobFixture) => account.autoScaling.operations
  const early = [
    { name: 'another digest', step: { inputs: { 'plan-digest': '0'.repeat(64) } }, says: 'is not the plan that was approved' }, // prettier-ignore
    { name: 'inputs that contradict it', step: { inputs: { ...WEB, mode: 'rollback', surge: '2' } }, says: 'contradicted by 2 inputs: `mode` is `rollback`' }, // prettier-ignore
    { name: 'a late approval', later: 25 * 3600, says: 'and it is later than that' },
  ] as const
  it.each(early)('refuses $name before it asks GitHub or AWS anything', async ({ says, ...row }) => {
    const set = await fixture(web)
    const digest = await planned(set)
    const asked = set.job.audiences.length
    if ('later' in row) set.account.timeline.advance(row.later)
    const refused = await applied(set, digest, 'step' in row ? row.step : {})
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining(says)])
    expect([set.account.ledger.entries, set.job.audiences.length]).toEqual([[], asked])
  })

  it('refuses another account', async () => {
    const set = await fixture(web)
    const digest = await planned(set)
    const refused = await applied(set, digest, { inputs: { 'role-to-assume': 'arn:aws:iam::210987654321:role/fleet-patch' } }) // prettier-ignore
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining('`role-to-assume` is `arn:aws:iam::210987654321')]) // prettier-ignore
    expect(set.account.ledger.entries).toEqual([])
  })

  it('refuses a catalogue that has changed since', async () => {
    const set = await fixture(web)
    const digest = await planned(set)
    const { account, region } = set.account
    const file = `version: 1\nenvironments: { a: { account: '${account}', regions: [${region}] } }\nservices: { web: { owner: a, in: { a: { groups: [web] } } } }\n` // prettier-ignore
    const environment = workspace('apply', { '.github/fleet-patch.yml': file })
    const refused = await applied(set, digest, { environment })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining('the catalogue was none and is .github/fleet-patch.yml')]) // prettier-ignore
    expect(set.account.ledger.entries).toEqual([])
  })

  const moves = [
    { name: 'sizes', move: (set: JobFixture) => operations(set).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 9 }), says: 'web: it has moved since the plan was made: minimum size (was 0, is 1); maximum size (was 3, is 9)' }, // prettier-ignore
    { name: 'processes', move: (set: JobFixture) => operations(set).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] }), says: 'suspended processes (was none, is AZRebalance)' }, // prettier-ignore
    { name: 'its launch source', move: (set: JobFixture) => operations(set).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', LaunchTemplate: { LaunchTemplateName: 'web-template', Version: '1' } }), says: 'launch source (was web-template' }, // prettier-ignore
  ]
  it.each(moves)('refuses a group of which $name moved, and changes nothing', async ({ move, says }) => {
    const set = await fixture(web)
    const digest = await planned(set)
    move(set)
    set.account.ledger.clear()
    const refused = await applied(set, digest)
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining(says)])
    expect(changing(set.account)).toEqual([])
  })
})

interface WalkedStep {
  readonly id?: string
  readonly uses: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface WalkedJob {
  readonly environment?: string
  readonly if?: string
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps: readonly WalkedStep[]
}

describe('docs/plan-and-approve.md', () => {
  const [workflow, catalogue] = fencedYaml(readFileSync('docs/plan-and-approve.md', 'utf8')).map(({ text }) => text)
  const jobs = (parse(workflow ?? '') as { readonly jobs: Readonly<Record<'plan' | 'apply', WalkedJob>> }).jobs
  const region = 'eu-west-1'
  const artifact = (): string => join(folder, 'artifact.json')

  /** Runs the steps of a job: the checkout brings the catalogue, artifacts go up and down, expressions are `needs` and `steps`. */
  async function walk(
    set: JobFixture,
    name: 'plan' | 'apply',
    {
      needs = {},
      environment,
    }: { readonly needs?: Readonly<Record<string, string>>; readonly environment: string | undefined },
  ): Promise<{ readonly outcome: ActionOutcome; readonly outputs: Record<string, string> }> {
    const job = environment === undefined ? set.job : await jobIn(set.account, environment)
    const variables = workspace(name, { '.github/fleet-patch.yml': catalogue ?? '' })
    const outputs = new Map<string, Readonly<Record<string, string>>>()
    let outcome: ActionOutcome | undefined
    for (const { id = '', uses, with: inputs = {} } of jobs[name].steps) {
      const at = (path: unknown): string => join(variables['GITHUB_WORKSPACE'] ?? '', String(path))
      if (uses.startsWith('actions/upload-artifact@')) copyFileSync(at(inputs['path']), artifact())
      if (uses.startsWith('actions/download-artifact@')) copyFileSync(artifact(), at('fleet-patch-plan.json'))
      if (!uses.startsWith('fleet-patch/')) continue
      const texts = Object.entries(inputs).map(([key, value]) => [key, evaluated(String(value), (path) => needs[path] ?? '')]) // prettier-ignore
      outcome = await job.run({
        inputs: { 'aws-region': '', 'role-to-assume': '', ...Object.fromEntries(texts) },
        environment: variables,
      })
      outputs.set(id, outcome.outputs)
    }
    if (outcome === undefined) throw new Error(`the job ${name} has no step of ours`)
    const given = Object.entries(jobs[name].outputs ?? {}).map(([key, text]) => [
      `needs.${name}.outputs.${key}`,
      evaluated(text, (path) => {
        const [, step = '', , output = ''] = path.split('.')
        return outputs.get(step)?.[output] ?? ''
      }),
    ])
    return { outcome, outputs: Object.fromEntries(given) as Record<string, string> }
  }

  const evaluated = (text: string, valueOf: (path: string) => string): string =>
    text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => valueOf(path))

  const scene = (account: SimulatedAccount): void => {
    expect([account.region, account.account]).toEqual([region, '123456789012'])
    for (const name of ['web-1', 'web-2']) addGroup(account, { name, size: 2 })
  }

  it('leads from a plan by an approval to the change', async () => {
    const set = await fixture(scene)
    const { outcome, outputs } = await walk(set, 'plan', { environment: undefined })
    expect([outcome.exitCode, changing(set.account)]).toEqual([0, []])
    expect(outputs['needs.plan.outputs.changed']).toBe('true')
    expect(jobs.apply.if).toBe("needs.plan.outputs.changed == 'true'")
    expect(outcome.summary).toContain(outputs['needs.plan.outputs.digest'])
    // The reviewers take their time.
    set.account.timeline.advance(4 * 3600)
    const done = await walk(set, 'apply', { needs: outputs, environment: jobs.apply.environment })
    expect([done.outcome.exitCode, annotations(done.outcome.log)]).toEqual([0, []])
    const lines = readFileSync(join(folder, 'apply/fleet-patch.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { group: 'web-1', service: 'web', environment: 'production', result: 'rolled', after: { image: imagePair(set.account, 'x86_64').fresh } },
      { group: 'web-2', plan: (JSON.parse(readFileSync(artifact(), 'utf8')) as { id: string }).id },
    ]) // prettier-ignore
    for (const name of ['web-1', 'web-2']) expect(set.account.ledger.launches(name)).toHaveLength(2)
  })

  it.each([undefined, 'staging'])('refuses the change in the environment %s', async (environment) => {
    const set = await fixture(scene)
    const { outputs } = await walk(set, 'plan', { environment: undefined })
    set.account.ledger.clear()
    const refused = await walk(set, 'apply', { needs: outputs, environment })
    expect(refused.outcome.exitCode).toBe(1)
    const says = `web in production is changed only by a job in the environment production of GitHub, whose reviewers approve the plan: the job's token says ${environment ?? 'none'}`
    expect(annotations(refused.outcome.log)).toEqual([expect.stringContaining(says)])
    expect(set.account.ledger.entries).toEqual([])
  })

  it('refuses the change without a plan', async () => {
    const set = await fixture(scene)
    const refused = await set.job.run({
      inputs: { mode: 'respawn', service: 'web', 'aws-region': '', 'role-to-assume': '' },
      environment: workspace('direct', { '.github/fleet-patch.yml': catalogue ?? '' }),
    })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining('web in production is changed only by a plan that was approved')]) // prettier-ignore
    expect(set.account.ledger.entries).toEqual([])
  })

  it('has its plan where the second job looks for it', () => {
    const of = (name: 'plan' | 'apply', input: string) => jobs[name].steps.flatMap((step) => step.with?.[input] ?? [])
    expect(of('plan', 'plan-file')).toEqual(of('apply', 'apply'))
    expect(of('plan', 'path')).toEqual(of('plan', 'plan-file'))
    expect(of('plan', 'name')).toEqual(of('apply', 'name'))
    expect(existsSync('docs/plan.schema.json')).toBe(true)
  })
})
