/** The reusable workflows of this repository, run as GitHub runs them, on simulated accounts: one with the committed dist/. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { githubIssuer } from '../../simulator/sts/trust.ts'
import { runWorkflow, type WorkflowOptions } from '../../testing/workflow/run-workflow.ts'

let checkout = ''
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
})
afterEach(() => rmSync(checkout, { recursive: true }))

/** An account with two outdated groups, whose role trusts the branch and the environment `production` of GitHub. */
function scene(): SimulatedAccount {
  const account = new SimulatedAccount()
  account.sts.addRole({
    arn: roleOf(account),
    issuer: githubIssuer,
    subjects: ['repo:example/fleet:ref:refs/heads/main', 'repo:example/fleet:environment:production'],
  })
  account.sts.accepts = 'known keys'
  for (const name of ['web', 'api']) addGroup(account, { name, size: 2, outdated: true })
  account.ledger.clear()
  return account
}

const roleOf = ({ account }: SimulatedAccount): string => `arn:aws:iam::${account}:role/fleet-patch`

function writeCatalogue({ account, region }: SimulatedAccount, more = ''): void {
  mkdirSync(join(checkout, '.github'), { recursive: true })
  writeFileSync(
    join(checkout, '.github/fleet-patch.yml'),
    `version: 1
environments: { test: { account: '${account}', regions: [${region}], role: 'arn:aws:iam::${account}:role/fleet-patch' } }
services: { web: { owner: shop, in: { test: { groups: [web] } } } }
${more}`,
  )
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
    expect(upload).toMatchObject({ status: 'success', log: '1 files' })
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
