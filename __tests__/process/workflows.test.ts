/** The reusable workflows of this repository, run as GitHub runs them, on simulated accounts: one with the committed dist/. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import { portalForm } from '../../src/command/portal/form.ts'
import { readCatalogue } from '../../src/inputs/catalogue/read-catalogue.ts'
import { recordScene } from '../../testing/record-scene.ts'
import { trafficScene } from '../../testing/traffic-scene.ts'
import { runWorkflow, type WorkflowOptions } from '../../testing/workflow/run-workflow.ts'

let checkout = ''
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
})
afterEach(() => rmSync(checkout, { recursive: true }))

/** An account with two outdated groups, whose role trusts the branch and the environment `production` of GitHub. */
function scene(): SimulatedAccount {
  const account = new SimulatedAccount()
  trust(account)
  for (const name of ['web', 'api']) addGroup(account, { name, size: 2, outdated: true })
  account.ledger.clear()
  return account
}

function trust(account: SimulatedAccount): void {
  account.sts.addRole({
    arn: roleOf(account),
    issuer: githubIssuer,
    subjects: ['repo:example/fleet:ref:refs/heads/main', 'repo:example/fleet:environment:production'],
  })
  account.sts.accepts = 'known keys'
}

const roleOf = ({ account }: SimulatedAccount): string => `arn:aws:iam::${account}:role/fleet-patch`

/** Gives the form that the portal writes for it. */
function writeCatalogue({ account, region }: SimulatedAccount, more = '', place = '{ groups: [web] }'): string {
  const text = `version: 1
environments: { test: { account: '${account}', regions: [${region}], role: 'arn:aws:iam::${account}:role/fleet-patch' } }
services: { web: { owner: shop, in: { test: ${place} } } }
${more}`
  const path = '.github/fleet-patch.yml'
  mkdirSync(join(checkout, '.github'), { recursive: true })
  writeFileSync(join(checkout, path), text)
  return portalForm({ catalogue: readCatalogue({ path, text, now: 0 }), path, version: '1.0.0' })
}

const run = (account: SimulatedAccount, options: Partial<WorkflowOptions> & Pick<WorkflowOptions, 'text'>) =>
  runWorkflow({ root: process.cwd(), event: 'workflow_dispatch', checkout, accounts: [account], ...options })

/** A workflow that calls one of ours and hands its outputs to a job after it. */
const calling = (
  name: string,
  given: Readonly<Record<string, unknown>>,
  permissions = 'contents: read, id-token: write',
) =>
  `on: workflow_dispatch
permissions: {}
jobs:
  call:
    permissions: { ${permissions} }
    uses: fleet-patch/fleet-patch/.github/workflows/${name}.yml@v1.0.0
    with: ${JSON.stringify(given)}
  after:
    needs: call
    if: always()
    runs-on: ubuntu-latest
    permissions: {}
    steps:
      - id: told
        env: { TOLD: '\${{ toJSON(needs.call.outputs) }}' }
        run: echo "told=$(echo "$TOLD" | tr -d '\\n')" >>"$GITHUB_OUTPUT"
`

const told = (outcome: Awaited<ReturnType<typeof run>>): Readonly<Record<string, string>> =>
  JSON.parse(outcome.jobs.find(({ path }) => path === 'after')?.steps[0]?.outputs['told'] ?? '{}') as Record<
    string,
    string
  >

const logOf = (outcome: Awaited<ReturnType<typeof run>>): string =>
  outcome.jobs.flatMap(({ steps }) => steps.map(({ log }) => log)).join('\n')

const changes = ({ ledger }: SimulatedAccount): readonly unknown[] => ledger.entries.filter((entry) => entry.changes)

describe('audit.yml', () => {
  it('tells which groups are behind, and keeps the table', async () => {
    const account = scene()
    const given = { 'aws-region': account.region, 'role-to-assume': roleOf(account) }
    const outcome = await run(account, { text: calling('audit', given), action: 'bundle' })
    expect(outcome.status).toBe('success')
    expect(JSON.parse(told(outcome)['stale'] ?? '')).toEqual(expect.arrayContaining(['web', 'api']))
    expect(told(outcome)['stale-count']).toBe('2')
    expect(changes(account)).toEqual([])
  })

  it('is red where a limit is passed, and tells and keeps the table all the same', async () => {
    const account = scene()
    const given = { 'aws-region': account.region, 'role-to-assume': roleOf(account), 'max-image-age-days': '1' }
    const outcome = await run(account, { text: calling('audit', given) })
    expect(outcome.status).toBe('failure')
    expect(told(outcome)['stale-count']).toBe('2')
    const upload = outcome.jobs[0]?.steps.find(({ label }) => label.startsWith('actions/upload-artifact'))
    expect(upload).toMatchObject({ status: 'success', log: '2 files' })
  })
})

describe('janitor.yml', () => {
  it('tells what was left behind, and changes nothing unless it is to heal', async () => {
    const account = scene()
    account.autoScaling.operations.SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] })
    account.timeline.advance(2 * 86_400)
    account.ledger.clear()
    const given = { 'aws-region': account.region, 'role-to-assume': roleOf(account) }
    const outcome = await run(account, { text: calling('janitor', { ...given, 'fail-on': 'any' }) })
    expect(outcome.status).toBe('failure')
    expect(JSON.parse(told(outcome)['findings'] ?? '')).toMatchObject([
      { group: 'web', finding: 'suspended-processes' },
    ])
    expect(told(outcome)['healed']).toBe('[]')
    expect(changes(account)).toEqual([])
  })
})

describe('history.yml', () => {
  const git = (...words: readonly string[]): string => execFileSync('git', words, { encoding: 'utf8' })
  /** The caller's repository on a server of its own; a first push that meets another one is refused, as GitHub does. */
  const remote = (refusals = 0): string => {
    const server = join(checkout, 'server')
    const bare = join(server, 'example/fleet')
    git('init', '-q', '--bare', bare)
    writeFileSync(join(bare, 'left'), String(refusals))
    writeFileSync(
      join(bare, 'hooks/pre-receive'),
      '#!/bin/sh\nleft=$(cat left)\n[ "$left" -gt 0 ] || exit 0\necho $((left - 1)) >left\nexit 1\n',
      { mode: 0o755 },
    )
    return server
  }
  /** One of our workflows, and the job that keeps its records. */
  const keeping = (name: string, given: object, strategy?: object): string =>
    `on: workflow_dispatch
permissions: {}
jobs:
  call:
${strategy === undefined ? '' : `    strategy: ${JSON.stringify(strategy)}\n`}    permissions: { contents: read, id-token: write }
    uses: fleet-patch/fleet-patch/.github/workflows/${name}.yml@v1.0.0
    with: ${JSON.stringify(given)}
  history:
    needs: call
    if: always()
    permissions: { contents: write }
    uses: fleet-patch/fleet-patch/.github/workflows/history.yml@v1.0.0
    with: { redact: accounts }
`
  const text = (given: object): string => keeping('audit', given)
  const programs = (): string => {
    const folder = join(checkout, 'bin')
    mkdirSync(folder)
    writeFileSync(join(folder, 'sleep'), `#!/bin/sh\necho "$1" >>'${join(checkout, 'slept')}'\n`, { mode: 0o755 })
    return folder
  }
  const kept = (server: string): readonly string[] =>
    git('--git-dir', join(server, 'example/fleet'), 'ls-tree', '-r', '--name-only', 'fleet-history').trim().split('\n')

  it('appends the records of a run to the branch, where others push as well, and makes the page', async () => {
    const account = scene()
    const given = { 'aws-region': account.region, 'role-to-assume': roleOf(account) }
    const server = remote(1)
    const options = { server, programs: programs(), checkout: join(process.cwd(), 'docs/iam') }
    const outcome = await run(account, { text: text(given), ...options })
    expect(logOf(outcome)).toContain('Files with records that are new on fleet-history: 1.')
    expect(outcome.status).toBe('success')
    expect(readFileSync(join(checkout, 'slept'), 'utf8')).toBe('2\n')
    expect(kept(server)).toEqual([expect.stringMatching(/^records\/\d{4}\/\d\d\/1000-1-fleet-audit-audit\.jsonl$/)])
    expect(logOf(outcome)).toContain('fleet-page/fleet.html is written, from 5 records in 1 file.')
    const again = await run(account, { text: text(given).replace('redact', 'artifact: again, redact'), ...options })
    expect(again.status).toBe('success')
    expect(git('--git-dir', join(server, 'example/fleet'), 'rev-list', '--count', 'fleet-history').trim()).toBe('2')
  })

  const digest = `sha256:${'ab'.repeat(32)}`
  const each = { matrix: { group: ['web', 'api'] } }
  const ofEach = { 'auto-scaling-groups': '${{ matrix.group }}' }
  it.each([
    {
      name: 'deploy',
      given: { ...ofEach, 'docker-image': `example.org/web@${digest}` },
      strategy: each,
      results: ['rolled', 'rolled'],
    },
    { name: 'fleet-refresh', given: ofEach, strategy: each, results: ['rolled', 'rolled'] },
    {
      name: 'emergency',
      given: { service: 'web', environment: 'test', action: 'respawn', reason: 'why', 'dry-run': false },
      results: ['rolled'],
    },
    { name: 'janitor', given: { ...ofEach, heal: true }, strategy: each, results: ['marked'] },
  ])('keeps what $name.yml has changed, of each of its jobs', async ({ name, given, strategy, results }) => {
    // prettier-ignore
    const account = new SimulatedAccount()
    account.sts.addRole({ arn: roleOf(account), issuer: githubIssuer })
    const userData = '#taupage-ami-config\nsource: example.org/web:1.1\n'
    for (const group of ['web', 'api']) addGroup(account, { name: group, size: 2, outdated: true, userData })
    account.autoScaling.operations.SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] })
    account.timeline.advance(2 * 86_400)
    if (name === 'emergency' || name === 'janitor') writeCatalogue(account)
    const place = { 'aws-region': account.region, 'role-to-assume': roleOf(account) }
    const server = remote()
    const outcome = await run(account, { text: keeping(name, { ...(name !== 'emergency' && place), ...given }, strategy), server }) // prettier-ignore
    expect(logOf(outcome)).toContain(`Files with records that are new on fleet-history: ${results.length}.`)
    expect(outcome.status).toBe('success')
    const show = (file: string): string => git('--git-dir', join(server, 'example/fleet'), 'show', `fleet-history:${file}`) // prettier-ignore
    const lines = kept(server).flatMap((file) => show(file).trim().split('\n')).map((line) => JSON.parse(line) as { readonly result: string }) // prettier-ignore
    expect(lines.map(({ result }) => result)).toEqual(results)
    expect(logOf(outcome)).toContain(`fleet-page/fleet.html is written, from ${results.length} record`)
  })

  it('says so where nothing was recorded, or the repository cannot be read', async () => {
    const account = scene()
    const server = remote()
    const nothing = await run(account, { text: text({ 'aws-region': 'eu-west-1', 'role-to-assume': roleOf(account), artifact: 'elsewhere' }), server }) // prettier-ignore
    expect(nothing.status).toBe('success')
    expect(logOf(nothing)).toContain('::warning title=Fleet history::No artifact of this run holds a record.')
    expect(nothing.jobs.find(({ path }) => path === 'history / page')?.status).toBe('skipped')
    const given = { 'aws-region': account.region, 'role-to-assume': roleOf(account) }
    const unread = await run(account, { text: text(given), server: join(checkout, 'none') })
    expect(unread.status).toBe('failure')
    expect(logOf(unread)).toContain('::error title=Fleet history::The repository cannot be read')
  })
})

describe('deploy.yml', () => {
  const digest = `sha256:${'ab'.repeat(32)}`
  const patched = ({ ledger }: SimulatedAccount) =>
    ledger.entries
      .filter(({ action }) => action === 'ec2:CreateLaunchTemplateVersion')
      .map(({ input }) => ({ input: input as { readonly LaunchTemplateData?: { readonly UserData?: string } } }))

  it.each(['registry.example.org/shop/web:1.2', 'latest', 'x@sha256'])(
    'refuses %s, which has no digest, before a role is assumed',
    async (image) => {
      const account = scene()
      const outcome = await run(account, { text: calling('deploy', { 'docker-image': image, stacks: 'web' }) })
      expect(outcome.status).toBe('failure')
      expect(logOf(outcome)).toContain('::error title=Deploy::docker-image must have a digest')
      expect(account.ledger.entries).toEqual([])
    },
  )

  it('patches and rolls a service, and says so', async () => {
    const account = new SimulatedAccount()
    account.sts.addRole({ arn: roleOf(account), issuer: githubIssuer })
    const userData = '#taupage-ami-config\nsource: registry.example.org/shop/web:1.1\n'
    addGroup(account, { name: 'web', size: 2, userData })
    account.ledger.clear()
    writeCatalogue(account)
    const old = instanceIds(account, 'web')
    const image = `registry.example.org/shop/web@${digest}`
    const outcome = await run(account, {
      text: calling('deploy', { 'docker-image': image, service: 'web', environment: 'test' }),
    })
    expect(outcome.status).toBe('success')
    expect(told(outcome)['changed']).toBe('true')
    expect(account.ledger.terminations('web').toSorted()).toEqual(old)
    const [version, ...more] = patched(account)
    const data = version?.input.LaunchTemplateData?.UserData ?? ''
    expect(Buffer.from(data, 'base64').toString()).toContain(`source: ${image}`)
    expect(more).toEqual([])
  })
})

describe('emergency.yml', () => {
  const form = readFileSync('.github/workflows/emergency.yml', 'utf8')
  const asked = { service: 'web', environment: 'test', action: 'respawn', reason: 'INC-7: `disk` full' }

  it('shows first what would happen, and acts when it is told to', async () => {
    const account = scene()
    writeCatalogue(account)
    const planned = await run(account, { text: form, inputs: asked })
    expect(planned.status).toBe('success')
    expect(changes(account)).toEqual([])
    const done = await run(account, { text: form, inputs: { ...asked, 'dry-run': false } })
    expect(done.status).toBe('success')
    expect(account.ledger.launches('web')).toHaveLength(2)
    expect(account.ledger.launches('api')).toEqual([])
    expect(done.jobs[0]?.steps[0]?.summary).toBe('**respawn** web in test: `INC-7:  disk  full`\n')
    expect(logOf(done)).not.toMatch(/^::(warning|error)/m)
  })

  it('wants a reason, and blanks are none', async () => {
    const account = scene()
    writeCatalogue(account)
    await expect(run(account, { text: form, inputs: { ...asked, reason: '' } })).rejects.toThrow('reason is missing')
    const outcome = await run(account, { text: form, inputs: { ...asked, reason: '  \n' } })
    expect(outcome.status).toBe('failure')
    expect(logOf(outcome)).toContain('::error title=Emergency::reason is empty')
    expect(account.ledger.entries).toEqual([])
  })

  it('is stopped by a freeze, and not with break-glass, which tells the reason', async () => {
    const account = scene()
    writeCatalogue(account, "freezes: [{ name: Christmas, from: '2000-01-01', until: '2099-12-31' }]")
    const acts = { ...asked, 'dry-run': false }
    const stopped = await run(account, { text: form, inputs: acts })
    expect(stopped.status).toBe('failure')
    expect(logOf(stopped)).toContain('is frozen until 2099-12-31')
    expect(account.ledger.entries).toEqual([])
    const done = await run(account, { text: form, inputs: { ...acts, 'break-glass': true } })
    expect(done.status).toBe('success')
    expect(logOf(done)).toContain('INC-7')
  })

  it.each(['restore', 'rollback'])('has %s as an action, without a warning', async (action) => {
    const account = scene()
    writeCatalogue(account)
    const outcome = await run(account, { text: form, inputs: { ...asked, action } })
    expect(logOf(outcome)).not.toContain('has no effect')
    expect(outcome.jobs[0]?.steps.map(({ label }) => label)).toContain('act')
  })

  it('waits for the reviewers of an environment of GitHub, where it is called with one', async () => {
    const account = scene()
    writeCatalogue(account)
    const given = { ...asked, 'dry-run': false, 'github-environment': 'production' }
    const refused = await run(account, { text: calling('emergency', given), approves: () => false })
    expect(refused.jobs[0]).toMatchObject({ status: 'refused by reviewers', environment: 'production' })
    expect(account.ledger.entries).toEqual([])
    expect(await run(account, { text: calling('emergency', given) })).toMatchObject({ status: 'success' })
  })
})

describe('the form of a service that declares two groups', () => {
  const asked = { service: 'web', environment: 'test', reason: 'INC-8', 'dry-run': false }

  it('shifts their traffic to the side that is chosen, by the declared steps, and takes it back', async () => {
    const { account, weights } = trafficScene()
    trust(account)
    const text = writeCatalogue(account, '', '{ traffic: { blue: shop-blue, green: shop-green, steps: [10, 100] } }')
    const shifted = await run(account, { text, inputs: { ...asked, action: 'shift', to: 'green' } })
    expect(shifted.status).toBe('success')
    expect(logOf(shifted)).toContain('green gets 10 percent')
    expect(logOf(shifted)).not.toMatch(/^::(warning|error)/m)
    expect(weights()).toEqual([
      [0, 100],
      [0, 100],
    ])
    expect(await run(account, { text, inputs: { ...asked, action: 'rollback-traffic' } })).toMatchObject({ status: 'success' }) // prettier-ignore
    expect(weights()).toEqual([
      [1, undefined],
      [1, undefined],
    ])
  })

  it('knows both versions of a stack, and goes to the idle side unless one is chosen', async () => {
    const { account, weights } = recordScene()
    trust(account)
    const text = writeCatalogue(account, '', '{ traffic: { stack: mystack, versions: [v1, v2] } }')
    expect(await run(account, { text, inputs: { ...asked, action: 'shift' } })).toMatchObject({ status: 'success' })
    expect(weights()).toEqual({ 'mystack-v1': 0, 'mystack-v2': 200 })
    expect(await run(account, { text, inputs: { ...asked, action: 'rollback-traffic' } })).toMatchObject({ status: 'success' }) // prettier-ignore
    expect(weights()).toEqual({ 'mystack-v1': 200, 'mystack-v2': 0 })
  })
})

test('emergency.yml rolls nothing where the two groups of a shift are not named', async () => {
  const account = scene()
  writeCatalogue(account)
  const given = { service: 'web', environment: 'test', action: 'rollback-traffic', reason: 'INC-9', 'dry-run': false }
  const outcome = await run(account, { text: calling('emergency', given) })
  expect(outcome.status).toBe('failure')
  expect(logOf(outcome)).toContain('rollback-traffic needs blue and green, or versions')
  expect(account.ledger.entries).toEqual([])
})

const asked = { service: 'web', environment: 'test', action: 'respawn', reason: 'why' }
test.each([
  { name: 'audit', given: {} },
  { name: 'deploy', given: { 'docker-image': 'x' } },
  { name: 'emergency', given: asked },
])('$name.yml needs a caller that lets it assume a role', async ({ name, given }) => {
  const account = scene()
  const text = calling(name, given, 'contents: read')
  await expect(run(account, { text })).rejects.toThrow('id-token: write, which its caller does not give')
  expect(account.ledger.entries).toEqual([])
})
