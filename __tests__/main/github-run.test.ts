/** What whole runs write on a GitHub on loopback, by Octokit. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { githubApiAt } from '../../src/platform/github-api.ts'
import { type LoopbackGitHub, loopbackGitHub, OWN_LOGIN } from '../../testing/loopback-github.ts'
import { runAction, type RunActionOptions } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

let github: LoopbackGitHub
beforeEach(async () => {
  github = await loopbackGitHub()
})
afterEach(async () => {
  await github.close()
})

const CATALOGUE = `version: 1
teams: { shop: { github: '@acme/shop' }, data: { github: ann } }
environments: { production: { account: '123456789012', regions: [eu-west-1], role: 'arn:aws:iam::123456789012:role/fleet-patch' } }
services:
  web: { owner: shop, in: { production: { groups: ['web-*'] } } }
  db: { owner: data, in: { production: { groups: ['db-*'] } } }
`

function fleet(): SimulatedAccount {
  const account = new SimulatedAccount()
  for (const name of ['web-1', 'db-1']) addGroup(account, { name, size: 1, outdated: true })
  return account
}

async function run(
  account: SimulatedAccount,
  inputs: Readonly<Record<string, string>>,
  options: Omit<RunActionOptions, 'inputs'> = {},
) {
  // prettier-ignore
  return await runAction(account, {
    inputs: { 'github-token': 'ghs_secret', 'auto-scaling-groups': '*', ...inputs },
    openGitHub: githubApiAt(github.url),
    ...options,
  })
}

const warnings = ({ annotations }: Awaited<ReturnType<typeof run>>) => annotations.filter(({ level }) => level === 'warning').map(({ message }) => message) // prettier-ignore
const open = () => github.issues.filter(({ state }) => state === 'open')

describe('tracking issues', () => {
  const audit = (account: SimulatedAccount, more: Readonly<Record<string, string>> = {}) =>
    run(account, { mode: 'images', 'tracking-issue': 'true', environment: 'production', ...more }, { workspace: { '.github/fleet-patch.yml': CATALOGUE } }) // prettier-ignore

  test('are made for stale services, once, and closed when these are current', async () => {
    const account = fleet()
    const done = await audit(account)
    expect([done.failed, warnings(done)]).toEqual([false, []])
    expect(open().map(({ title }) => title.replace(/\d+ days?/, 'N days')).toSorted()).toEqual(['db in production: N days behind', 'web in production: N days behind']) // prettier-ignore
    const web = open().find(({ title }) => title.startsWith('web'))
    expect(web?.body).toContain('@acme/shop')
    expect([web?.assignees, open().find(({ title }) => title.startsWith('db'))?.assignees]).toEqual([[], ['ann']])
    await audit(account)
    expect(github.issues).toHaveLength(2)
    expect(github.issues.flatMap(({ comments }) => comments)).toEqual([])
    await run(account, { mode: 'respawn', 'auto-scaling-groups': 'web-1' })
    await audit(account)
    expect(open().map(({ title }) => title.slice(0, 2))).toEqual(['db'])
    expect(web?.comments).toHaveLength(1)
  })

  test('that are closed by hand are opened again, not doubled', async () => {
    const account = fleet()
    await audit(account)
    for (const issue of github.issues) issue.state = 'closed'
    await audit(account)
    expect([github.issues.length, open().length]).toEqual([2, 2])
  })

  test('leave a forged marker of another author alone', async () => {
    const account = fleet()
    await audit(account)
    const [genuine] = github.issues.splice(0)
    github.addIssue({ ...genuine, number: 1, user: { login: 'mallory' }, comments: [] })
    await audit(account)
    expect(github.issues.filter(({ user }) => user.login === OWN_LOGIN)).toHaveLength(2)
    expect(github.issues[0]).toMatchObject({ state: 'open', comments: [] })
  })

  test('get a comment where a service comes over its limit', async () => {
    const account = fleet()
    await audit(account)
    account.timeline.advance(40 * 86_400)
    const over = await audit(account, { 'max-days-behind': '1' })
    expect(over.failed).toBe(true)
    expect(github.issues.map(({ comments }) => comments.map(({ body }) => body))).toEqual([['It is over its limit now.'], ['It is over its limit now.']]) // prettier-ignore
  })

  test('are one for all groups where no catalogue governs', async () => {
    await run(fleet(), { mode: 'images', 'tracking-issue': 'true' })
    expect(github.issues.map(({ title }) => title.replace(/\d+ days?/, 'N days'))).toEqual(['Groups in eu-west-1: N days behind']) // prettier-ignore
  })

  test.each([
    { name: 'the permission is missing', spoil: () => github.lacks.add('issues'), says: /may lack `issues: write`.*status 403/ },
    { name: 'GitHub asks to slow down', spoil: () => (github.limited = 1), says: /GitHub asks to slow down for 60 s/ },
    { name: 'the token is not known', spoil: () => {}, token: 'ghs_other', says: /does not know `github-token`/ },
  ])('are a warning where $name', async ({ spoil, says, token = 'ghs_secret' }) => {
    spoil()
    const done = await audit(fleet(), { 'github-token': token })
    expect([done.failed, github.issues]).toEqual([false, []])
    expect(warnings(done)).toEqual([expect.stringMatching(says)])
  }) // prettier-ignore

  test('are a warning where no answer comes', async () => {
    github.silent = 1
    const done = await audit(fleet())
    expect([done.failed, warnings(done)]).toEqual([false, [expect.stringContaining('could not be written. No answer came')]]) // prettier-ignore
  }, 15_000)
})

describe('the comment on a pull request', () => {
  const plan = (more: Readonly<Record<string, string>> = {}, { isFork = false, number = 7 } = {}) =>
    run(fleet(), { mode: 'respawn', 'dry-run': 'true', 'pull-request-comment': 'true', ...more }, { environment: { pullRequest: { number, isFork } } }) // prettier-ignore

  beforeEach(() => {
    github.addIssue({ number: 7, pull_request: {}, user: { login: 'ann' } })
  })
  const comments = () => github.issues[0]?.comments ?? []

  test('has the plan, and is rewritten by later runs', async () => {
    const done = await plan()
    expect(comments().map(({ body }) => body)).toEqual([expect.stringContaining('### Plan')])
    expect(comments()[0]?.body).toContain(done.summary.split('\n')[0])
    await plan({ 'auto-scaling-groups': 'web-1' })
    expect(comments()).toHaveLength(1)
    expect(comments()[0]?.body).not.toContain('db-1')
  })

  test('of another author is left alone, whatever marker it has', async () => {
    await plan()
    const [own] = comments().splice(0)
    comments().push({ id: 1, body: own?.body ?? '', user: { login: 'mallory' } })
    await plan({ 'auto-scaling-groups': 'web-1' })
    expect(comments().map(({ user }) => user.login)).toEqual(['mallory', OWN_LOGIN])
    expect(comments()[0]?.body).toBe(own?.body)
  })

  test('is found behind a hundred others', async () => {
    for (let id = 1000; id < 1150; id++) comments().push({ id, body: 'hello', user: { login: 'ann' } })
    await plan()
    await plan()
    expect(comments()).toHaveLength(151)
  })

  test('is not written for a fork, whose token may only read', async () => {
    const done = await plan({}, { isFork: true })
    expect([done.failed, warnings(done), github.calls]).toEqual([false, [], []])
    expect(done.lines.join('\n')).toContain('pull request from a fork')
    const without = await plan({ 'github-token': '' })
    expect([without.failed, warnings(without), github.calls]).toEqual([false, [], []])
  })

  test('is a warning with the permission that is missing', async () => {
    github.lacks.add('pull-requests')
    const done = await plan()
    expect([done.failed, warnings(done)]).toEqual([false, [expect.stringMatching(/pull request\. `github-token` may lack `pull-requests: write`/)]]) // prettier-ignore
  })
})

describe('the deployment of a run', () => {
  const roll = (account: SimulatedAccount, options: Omit<RunActionOptions, 'inputs'> = {}) =>
    run(account, { mode: 'respawn', deployment: 'true', environment: 'production', 'auto-scaling-groups': 'web-1' }, { workspace: { '.github/fleet-patch.yml': CATALOGUE }, ...options }) // prettier-ignore
  const states = () => github.deployments.map(({ statuses }) => statuses.map(({ state }) => state))

  test('is under way and then done, for the commit and environment, and waits for no check', async () => {
    const done = await roll(fleet())
    expect([done.failed, warnings(done), states()]).toEqual([false, [], [['in_progress', 'success']]])
    expect(github.deployments[0]?.wish).toMatchObject({ environment: 'production', production_environment: true, required_contexts: [], auto_merge: false, ref: '0123456789abcdef0123456789abcdef01234567' }) // prettier-ignore
    expect(github.deployments[0]?.statuses[1]).toMatchObject({ auto_inactive: true, log_url: 'https://github.example/octo/fleet/actions/runs/1000' }) // prettier-ignore
  })

  test('has failed where the roll has', async () => {
    const account = fleet()
    const { imageIds } = { imageIds: account.ec2.operations.DescribeImages({}).Images?.map(({ ImageId = '' }) => ImageId) ?? [] } // prettier-ignore
    for (const id of imageIds) account.behaviour.refuseLaunch = () => `no capacity for ${id}`
    await roll(account)
    expect(states()).toEqual([['in_progress', 'failure']])
  })

  test('is inactive where nothing was to do', async () => {
    const account = fleet()
    await roll(account)
    await roll(account)
    expect(states().at(-1)).toEqual(['in_progress', 'inactive'])
  })

  test('is none where the job has an environment, which makes one by itself', async () => {
    const claims = { environment: 'production', iss: 'https://token.actions.githubusercontent.com' }
    const account = fleet()
    await roll(account, { claims })
    expect([github.deployments, account.ledger.launches('web-1').length]).toEqual([[], 1])
  })

  test('of a run that died is ended by the post step', async () => {
    const calls = fleet()
    await roll(calls)
    const call = calls.ledger.entries.findIndex(({ operation }) => operation === 'SuspendProcesses') + 1
    github.deployments.length = 0
    const account = fleet()
    const dead = await roll(account, { process: { crash: { when: 'after', call } } })
    expect(dead.died).toBe(true)
    // A killed process sets no state.
    for (const { statuses } of github.deployments) statuses.splice(1)
    const deployment = JSON.stringify({ id: github.deployments[0]?.id, environment: 'production' })
    await roll(account, { state: { ...dead.state, deployment } })
    expect(states()).toEqual([['in_progress', 'inactive']])
  })

  test('is a warning where the permission is missing, and the roll goes on', async () => {
    github.lacks.add('deployments')
    const account = fleet()
    const done = await roll(account)
    expect([done.failed, account.ledger.launches('web-1').length]).toEqual([false, 1])
    expect(warnings(done)).toEqual([expect.stringContaining('`github-token` may lack `deployments: write`')])
  })
})

test('nothing of GitHub is called where nothing is asked for', async () => {
  const done = await run(fleet(), { mode: 'images' }, { openGitHub: async () => Promise.reject(new Error('opened')) })
  expect([done.failed, github.calls]).toEqual([false, []])
})

test('each feature needs the permission that docs/github.md names, and no other', async () => {
  const { readFileSync } = await import('node:fs')
  const documented = [...readFileSync('docs/github.md', 'utf8').matchAll(/^\| `([\w-]+)` +\| `([\w-]+): write` +\|/gm)].map(([, input = '', permission = '']) => [input, permission] as const) // prettier-ignore
  const needs: [string, string][] = []
  const runs: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['tracking-issue', { mode: 'images' }],
    ['pull-request-comment', { mode: 'respawn', 'dry-run': 'true' }],
    ['deployment', { mode: 'respawn' }],
  ]
  github.addIssue({ number: 7, pull_request: {}, user: { login: 'ann' } })
  for (const [input, inputs] of runs) {
    github.needed.clear()
    const account = fleet()
    for (let times = 0; times < 2; times++)
      await run(account, { ...inputs, [input]: 'true' }, { environment: { pullRequest: { number: 7, isFork: false } } })
    needs.push(...[...github.needed].map((permission): [string, string] => [input, permission]))
  }
  expect(needs).toEqual(documented)
})
