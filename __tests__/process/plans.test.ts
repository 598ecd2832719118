import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fencedYaml } from '../../scripts/fenced-yaml.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { imagePair } from '../../simulator/scenario-images.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import type { ActionOutcome } from '../../testing/run-step.ts'
import type { JobStep } from '../../testing/simulated-job.ts'
import { runWorkflow, type WorkflowOptions, type WorkflowOutcome } from '../../testing/workflow/run-workflow.ts'
import { annotations, fixture, type JobFixture } from './fixture.ts'

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

  it('refuses another digest before it asks GitHub or AWS anything', async () => {
    const set = await fixture(web)
    await planned(set)
    const asked = set.job.audiences.length
    const refused = await applied(set, '0'.repeat(64))
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining('is not the plan that was approved')])
    expect([set.account.ledger.entries, set.job.audiences.length]).toEqual([[], asked])
  })

  it('refuses a group that has moved, and changes nothing', async () => {
    const set = await fixture(web)
    const digest = await planned(set)
    const { operations } = set.account.autoScaling
    operations.UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 9 })
    set.account.ledger.clear()
    const refused = await applied(set, digest)
    expect(refused.exitCode).toBe(1)
    const says = 'web: it has moved since the plan was made: minimum size (was 0, is 1); maximum size (was 3, is 9)'
    expect(annotations(refused.log)).toEqual([expect.stringContaining(says)])
    expect(changing(set.account)).toEqual([])
  })
})

describe('docs/plan-and-approve.md', () => {
  const [workflow = '', catalogue = ''] = fencedYaml(readFileSync('docs/plan-and-approve.md', 'utf8')).map(({ text }) => text) // prettier-ignore

  /** The account that the page names, with what its catalogue claims. */
  function scene(): SimulatedAccount {
    const account = new SimulatedAccount({ account: '123456789012', region: 'eu-west-1' })
    const subjects = ['ref:refs/heads/main', 'environment:production', 'environment:staging']
    account.sts.addRole({
      arn: 'arn:aws:iam::123456789012:role/fleet-patch',
      issuer: githubIssuer,
      subjects: subjects.map((each) => `repo:example/fleet:${each}`),
    })
    account.sts.accepts = 'known keys'
    for (const name of ['web-1', 'web-2']) addGroup(account, { name, size: 2 })
    account.ledger.clear()
    return account
  }

  const run = (account: SimulatedAccount, text: string, more: Partial<WorkflowOptions> = {}) => {
    mkdirSync(join(folder, '.github'), { recursive: true })
    writeFileSync(join(folder, '.github/fleet-patch.yml'), catalogue)
    const accountOf = { production: '123456789012' }
    const accounts = [account]
    return runWorkflow({ root: process.cwd(), text, event: 'workflow_dispatch', checkout: folder, accounts, accountOf, ...more }) // prettier-ignore
  }

  const stepOf = ({ jobs }: WorkflowOutcome, path: string) => {
    const found = jobs.find((job) => job.path === path)?.steps.find(({ label }) => /^plan$|^fleet-patch/.test(label))
    if (found === undefined) throw new Error(`${path} has no step of ours`)
    return found
  }

  it('leads from a plan by an approval to the change', async () => {
    const account = scene()
    const seen: object[] = []
    const approves = (): boolean => {
      seen.push(changing(account))
      // The reviewers take their time.
      account.timeline.advance(4 * 3600)
      return true
    }
    const outcome = await run(account, workflow, { approves })
    expect(seen).toEqual([[]])
    const [plan, apply] = ['plan', 'apply'].map((path) => stepOf(outcome, path))
    expect(plan?.summary).toContain(plan?.outputs['plan-digest'])
    expect([outcome.status, annotations(apply?.log ?? '')]).toEqual(['success', []])
    const id = plan?.outputs['plan-id']
    expect(JSON.parse(apply?.outputs['audit'] ?? '')).toMatchObject([
      { group: 'web-1', service: 'web', environment: 'production', result: 'rolled', after: { image: imagePair(account, 'x86_64').fresh } },
      { group: 'web-2', plan: id },
    ]) // prettier-ignore
    for (const name of ['web-1', 'web-2']) expect(account.ledger.launches(name)).toHaveLength(2)
    expect((await run(account, workflow)).jobs.at(-1)).toMatchObject({ path: 'apply', status: 'skipped' })
  })

  it.each([
    { name: 'no environment', line: '', says: 'none' },
    { name: 'the environment staging', line: '    environment: staging\n', says: 'staging' },
  ])('refuses the change in $name', async ({ line, says }) => {
    const account = scene()
    const text = workflow.replace(/^ {4}environment: production\n/m, line)
    expect(text).not.toBe(workflow)
    const approves = (): boolean => true
    const outcome = await run(account, text, { approves, onJob: () => account.ledger.clear() })
    const told = `web in production is changed only by a job in the environment production of GitHub, whose reviewers approve the plan: the job's token says ${says}`
    expect(annotations(stepOf(outcome, 'apply').log)).toEqual([expect.stringContaining(told)])
    expect([outcome.status, account.ledger.entries]).toEqual(['failure', []])
  })

  it('refuses the change without a plan', async () => {
    const account = scene()
    const text = workflow.replace(/ {10}dry-run: true\n {10}plan-file: .*\n/, '')
    expect(text).not.toBe(workflow)
    const outcome = await run(account, text)
    expect(annotations(stepOf(outcome, 'plan').log)).toEqual([expect.stringContaining('web in production is changed only by a plan that was approved')]) // prettier-ignore
    expect([outcome.status, account.ledger.entries]).toEqual(['failure', []])
  })
})
