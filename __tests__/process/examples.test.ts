/**
 * The pages that begin with a workflow to copy, followed literally: the workflow and the catalogue are taken out of the page's
 * text, run as GitHub runs them, on simulated accounts, and what the page says that one sees is seen. And the other examples.
 * The first two run the committed dist/, the others the same steps from the sources.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fencedYaml } from '../../scripts/fenced-yaml.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, addSenzaStack, instanceIds } from '../../simulator/scenario.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import { runWorkflow, type WorkflowOptions, type WorkflowOutcome } from '../../testing/workflow/run-workflow.ts'

const root = process.cwd()
const example = (name: string): string => readFileSync(join('examples', `${name}.yml`), 'utf8')

interface Page {
  /** The workflow with which it begins. */
  readonly workflow: string
  /** The folder with the catalogue that it shows; one without, where it shows none. */
  readonly checkout: string
  /** Lines of log or summary that it says one sees. */
  readonly seen: readonly string[]
}

const scratch = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** What a reader takes out of a page. */
function page(name: string): Page {
  const text = readFileSync(join('docs', `start-${name}.md`), 'utf8')
  const [first, ...others] = fencedYaml(text)
  if (first === undefined) throw new Error(`${name} begins with no workflow`)
  const checkout = join(scratch, name)
  mkdirSync(join(checkout, '.github'), { recursive: true })
  writeFileSync(join(checkout, 'a-file'), '')
  const catalogue = others.find((block) => block.text.includes('services:'))
  if (catalogue !== undefined) writeFileSync(join(checkout, '.github/fleet-patch.yml'), catalogue.text)
  const seen = [...text.matchAll(/^ *```text\n([\s\S]*?)^ *```/gm)].flatMap(([, block = '']) =>
    block.trim().split('\n'),
  )
  return { workflow: first.text, checkout, seen: seen.map((line) => line.trim()) }
}

const everything = ({ jobs }: WorkflowOutcome): string =>
  jobs.flatMap(({ steps }) => steps.flatMap(({ log, summary }) => [log, summary])).join('\n')

test.each([
  { story: 'platform', name: 'monthly-refresh' },
  { story: 'deploy', name: 'deploy' },
  { story: 'on-call', name: 'emergency' },
  { story: 'audit', name: 'audit' },
])('docs/start-$story.md begins with examples/$name.yml', ({ story, name }) => {
  const { workflow, seen } = page(story)
  expect(workflow.trimEnd()).toBe(example(name).trimEnd())
  expect(seen.length).toBeGreaterThan(0)
})

/** The account of the examples, with a group that is behind; its roles trust the main branch and the reviewers of production. */
function account(id: string, group: string): SimulatedAccount {
  const made = new SimulatedAccount({ account: id })
  made.sts.addRole({
    arn: `arn:aws:iam::${id}:role/fleet-patch`,
    issuer: githubIssuer,
    subjects: ['repo:example/fleet:ref:refs/heads/main', 'repo:example/fleet:environment:production'],
  })
  made.sts.accepts = 'known keys'
  const userData = '#taupage-ami-config\nsource: registry.example.org/shop/web:1.1\n'
  addGroup(made, { name: group, size: 2, outdated: true, userData })
  made.ledger.clear()
  return made
}

const run = (
  text: string,
  accounts: readonly SimulatedAccount[],
  more: Partial<WorkflowOptions> = {},
): Promise<WorkflowOutcome> =>
  runWorkflow({ root, text, event: 'workflow_dispatch', checkout: join(root, 'examples'), accounts, ...more })

const problems = ({ jobs }: WorkflowOutcome): readonly string[] =>
  jobs.flatMap(({ steps }) => steps.flatMap(({ log }) => log.match(/^::(?:error|warning).*$/gm) ?? []))

const production = (): SimulatedAccount => account('123456789012', 'web')

test('audit.yml looks at both accounts, and is red for what is more than thirty days behind', async () => {
  const accounts = [production(), account('012345678901', 'test-web')]
  const { workflow, checkout, seen } = page('audit')
  const outcome = await run(workflow, accounts, { checkout, action: 'bundle' })
  for (const line of seen) expect(everything(outcome)).toContain(line)
  expect(outcome.jobs.map(({ path }) => path)).toEqual(['audit (123456789012) / audit', 'audit (012345678901) / audit'])
  for (const each of accounts) expect(each.ledger.entries.length).toBeGreaterThan(3)
  for (const each of accounts) expect(each.ledger.entries.filter(({ changes }) => changes)).toEqual([])
})

test('janitor.yml marks in both accounts what it sees for the first time, and heals it a week later', async () => {
  const accounts = [account('123456789012', 'web'), account('012345678901', 'test-web')]
  const suspended = { AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] }
  accounts[0]?.autoScaling.operations.SuspendProcesses(suspended)
  const standing = { AutoScalingGroupName: 'test-web', InstanceIds: [instanceIds(accounts[1] as SimulatedAccount, 'test-web')[0] ?? ''] } // prettier-ignore
  accounts[1]?.autoScaling.operations.EnterStandby({ ...standing, ShouldDecrementDesiredCapacity: true })
  const checkout = join(scratch, 'janitor')
  mkdirSync(join(checkout, '.github'), { recursive: true })
  const place = (id: string, group: string) => `{ owner: shop, in: { e${id}: { groups: [${group}] } } }`
  writeFileSync(
    join(checkout, '.github/fleet-patch.yml'),
    `version: 1\nenvironments: { e123456789012: { account: '123456789012', regions: [eu-west-1] }, e012345678901: { account: '012345678901', regions: [eu-west-1] } }\nservices: { web: ${place('123456789012', 'web')}, test: ${place('012345678901', 'test-web')} }\n`,
  )
  const changes = () => accounts.map((each) => each.ledger.entries.flatMap(({ operation, changes: does }) => (does && !operation.startsWith('AssumeRole') ? [operation] : []))) // prettier-ignore
  const week = async () => {
    for (const each of accounts) each.timeline.advance(7 * 86_400)
    for (const each of accounts) each.ledger.clear()
    const outcome = await run(example('janitor'), accounts, { checkout, event: 'schedule' })
    expect([outcome.status, problems(outcome)]).toEqual(['success', []])
    return changes()
  }
  expect(await week()).toEqual([['CreateOrUpdateTags'], []])
  expect(await week()).toEqual([['ResumeProcesses', 'DeleteTags'], []])
})

test('deploy.yml rolls what the build has pushed, by its digest', async () => {
  const web = production()
  const old = instanceIds(web, 'web')
  const { workflow, checkout, seen } = page('deploy')
  const outcome = await run(workflow, [web], { event: 'push', checkout, action: 'bundle' })
  for (const line of seen) expect(everything(outcome)).toContain(line)
  expect(problems(outcome)).toEqual([])
  expect(outcome.status).toBe('success')
  expect(web.ledger.terminations('web').toSorted()).toEqual(old)
})

describe('monthly-refresh.yml', () => {
  const accountOf = { test: '012345678901', production: '123456789012' }
  const scene = () => {
    const [test, web] = [account('012345678901', 'test-web'), production()]
    addGroup(web, { name: 'api', size: 1 })
    web.ledger.clear()
    return { test, web }
  }

  it('rolls the test account first, then production, and where nothing is behind it ends after the audit', async () => {
    const { test, web } = scene()
    const { workflow, checkout, seen } = page('platform')
    const said: string[] = []
    const rolled = async () => {
      const outcome = await run(workflow, [test, web], { accountOf, checkout, event: 'schedule' })
      said.push(everything(outcome))
      expect([outcome.status, problems(outcome)]).toEqual(['success', []])
      return outcome.jobs.flatMap(({ path, status }) => (path.endsWith('roll') && status === 'success' ? [path] : []))
    }
    expect(await rolled()).toEqual(['test / roll', 'production (web) / roll', 'production (api) / roll'])
    for (const line of seen) expect(said[0]).toContain(line)
    expect(test.ledger.launches('test-web')).toHaveLength(2)
    expect(web.ledger.launches('web')).toHaveLength(2)
    expect(web.ledger.lowestReady('web')).toBe(2)
    expect(await rolled()).toEqual([])
    expect(web.ledger.launches('api')).toHaveLength(1)
  })

  it('rolls the plan that was approved, or nothing: what has moved while it waited ends the job red', async () => {
    const { test, web } = scene()
    const approves = (environment: string): boolean => {
      if (environment === 'production')
        web.autoScaling.operations.UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MaxSize: 9 })
      return true
    }
    const outcome = await run(example('monthly-refresh'), [test, web], { accountOf, approves })
    expect(outcome.status).toBe('failure')
    expect(everything(outcome)).toMatch(/web: .*max.* 9/i)
    expect(web.ledger.launches('web')).toEqual([])
  })

  it('changes nothing in production that nobody approves', async () => {
    const { test, web } = scene()
    const outcome = await run(example('monthly-refresh'), [test, web], { accountOf, approves: () => false })
    expect(outcome.status).toBe('failure')
    expect(test.ledger.launches('test-web')).toHaveLength(2)
    expect(web.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  })
})

test.each([
  { name: 'emergency.yml', from: () => page('on-call') },
  {
    name: 'fleet-patch-portal.yml',
    from: (): Page => ({ workflow: example('fleet-patch-portal'), checkout: join(root, 'examples'), seen: [] }),
  },
])('$name shows what would happen, and then rolls a service', async ({ from }) => {
  const web = production()
  const { workflow, checkout, seen } = from()
  const inputs = { service: 'web', environment: 'production', action: 'respawn', reason: 'INC-7' }
  const planned = await run(workflow, [web], { inputs, checkout })
  expect([planned.status, problems(planned)]).toEqual(['success', []])
  expect(web.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  const done = await run(workflow, [web], { inputs: { ...inputs, 'dry-run': false }, checkout })
  expect([done.status, problems(done)]).toEqual(['success', []])
  for (const line of seen) expect(everything(done)).toContain(line)
  expect(web.ledger.launches('web')).toHaveLength(2)
})

test('the page of the contributor runs what there is, in a workflow and on a machine', async () => {
  const { workflow } = page('contributor')
  const programs = join(scratch, 'bin')
  mkdirSync(programs)
  writeFileSync(join(programs, 'npm'), `#!/usr/bin/env bash\necho "npm $*" >>'${scratch}/npm'\n`, { mode: 0o755 })
  const outcome = await run(workflow, [], { event: 'push', programs, withoutEffect: ['actions/setup-node'] })
  expect(outcome.status).toBe('success')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }
  const ran = readFileSync(join(scratch, 'npm'), 'utf8').trim().split('\n')
  expect(ran).toEqual(['npm ci --ignore-scripts', 'npm run lint', 'npm run types', 'npm run demo', 'npm test'])
  expect(ran.map((line) => /^npm run (\S+)/.exec(line)?.[1]).filter((name) => name !== undefined && !(name in scripts))).toEqual([]) // prettier-ignore
})

test('the form asks the reviewers of the environment that the catalogue names', async () => {
  const web = production()
  const inputs = { service: 'web', environment: 'production', action: 'respawn', reason: 'INC-7', 'dry-run': false }
  const asked: string[] = []
  const approves = (environment: string): boolean => {
    asked.push(environment)
    return false
  }
  const refused = await run(example('fleet-patch-portal'), [web], { inputs, approves })
  expect(asked).toEqual(['production'])
  expect(refused.status).toBe('failure')
  expect(web.ledger.entries).toEqual([])
})

test('patch.yml patches and rolls a stack of a repository without a catalogue', async () => {
  const stack = account('123456789012', 'other')
  const { name } = addSenzaStack(stack, { outdated: true, size: 2 })
  const old = instanceIds(stack, name)
  const outcome = await run(example('patch'), [stack], { checkout: join(root, 'docs/iam') })
  expect([outcome.status, problems(outcome)]).toEqual(['success', []])
  expect(stack.ledger.terminations(name).toSorted()).toEqual(old)
  expect(stack.ledger.terminations('other')).toEqual([])
})

test('the form of the example is what its catalogue gives', () => {
  expect(execFileSync('npm', ['run', '-s', 'portal', '--', '--check'], { encoding: 'utf8' })).toContain('is what')
})

test('each example is run here', () => {
  const names = readdirSync('examples').filter((name) => name.endsWith('.yml'))
  const text = readFileSync('__tests__/process/examples.test.ts', 'utf8')
  expect(names.filter((name) => !text.includes(`'${name.replace('.yml', '')}'`))).toEqual([])
})
