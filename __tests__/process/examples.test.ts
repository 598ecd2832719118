/** The workflows of examples/, to copy: each runs as GitHub runs it, on simulated accounts. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, addSenzaStack, instanceIds } from '../../simulator/scenario.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import { runWorkflow, type WorkflowOptions, type WorkflowOutcome } from '../../testing/workflow/run-workflow.ts'

const root = process.cwd()
const example = (name: string): string => readFileSync(join('examples', `${name}.yml`), 'utf8')

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
  const outcome = await run(example('audit'), accounts)
  expect(outcome.jobs.map(({ path }) => path)).toEqual(['audit (123456789012) / audit', 'audit (012345678901) / audit'])
  for (const each of accounts) expect(each.ledger.entries.length).toBeGreaterThan(3)
  for (const each of accounts) expect(each.ledger.entries.filter(({ changes }) => changes)).toEqual([])
})

test('deploy.yml rolls what the build has pushed, by its digest', async () => {
  const web = production()
  const old = instanceIds(web, 'web')
  const outcome = await run(example('deploy'), [web], { event: 'push' })
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
    const rolled = async () => {
      const outcome = await run(example('monthly-refresh'), [test, web], { accountOf })
      expect([outcome.status, problems(outcome)]).toEqual(['success', []])
      return outcome.jobs.flatMap(({ path, status }) => (path.endsWith('roll') && status === 'success' ? [path] : []))
    }
    expect(await rolled()).toEqual(['test / roll', 'production (web) / roll', 'production (api) / roll'])
    expect(test.ledger.launches('test-web')).toHaveLength(2)
    expect(web.ledger.launches('web')).toHaveLength(2)
    expect(web.ledger.lowestReady('web')).toBe(2)
    expect(await rolled()).toEqual([])
    expect(web.ledger.launches('api')).toHaveLength(1)
  })

  it('changes nothing in production that nobody approves', async () => {
    const { test, web } = scene()
    const outcome = await run(example('monthly-refresh'), [test, web], { accountOf, approves: () => false })
    expect(outcome.status).toBe('failure')
    expect(test.ledger.launches('test-web')).toHaveLength(2)
    expect(web.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  })
})

test.each(['emergency', 'fleet-patch-portal'])('%s.yml rolls a service, once a reviewer has agreed', async (name) => {
  const web = production()
  const inputs = { service: 'web', environment: 'production', action: 'respawn', reason: 'INC-7', 'dry-run': false }
  const planned = await run(example(name), [web], { inputs: { ...inputs, 'dry-run': true } })
  expect([planned.status, problems(planned)]).toEqual(['success', []])
  expect(web.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  const done = await run(example(name), [web], { inputs })
  expect([done.status, problems(done)]).toEqual(['success', []])
  expect(web.ledger.launches('web')).toHaveLength(2)
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
  expect(names.filter((name) => !text.includes(`'${name.replace('.yml', '')}`) && !text.includes(`${name} `))).toEqual(
    [],
  )
})
