import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { annotations, fixture } from './fixture.ts'

let workspace = ''

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
})

afterEach(() => {
  rmSync(workspace, { recursive: true })
})

const scene = (account: SimulatedAccount): void => {
  for (const name of ['web', 'rogue']) addGroup(account, { name, size: 1, outdated: true })
}

/** A catalogue in the workspace, and the event of the run, as the runner of GitHub gives them. */
function checkout({ account, region }: SimulatedAccount, more = ''): Record<string, string> {
  const event = join(workspace, 'event.json')
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }))
  mkdirSync(join(workspace, '.github'))
  writeFileSync(
    join(workspace, '.github/fleet-patch.yml'),
    `version: 1
environments: { test: { account: '${account}', regions: [${region}], role: 'arn:aws:iam::${account}:role/fleet-patch' } }
services: { web: { owner: shop, in: { test: { groups: [web] } } } }
${more}`,
  )
  return {
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: event,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
  }
}

const FREEZE = "freezes: [{ name: Christmas, from: '2000-01-01', until: '2099-12-31' }]"
const service = { mode: 'respawn', service: 'web', 'role-to-assume': '', 'aws-region': '' }

describe('the bundle under a catalogue', () => {
  it('rolls a service of it, with its role and region', async () => {
    const { account, job } = await fixture(scene)
    const done = await job.run({ inputs: service, environment: checkout(account) })
    expect(annotations(done.log)).toEqual([])
    expect(done.exitCode).toBe(0)
    expect(account.ledger.launches('web')).toHaveLength(1)
    expect(account.ledger.launches('rogue')).toEqual([])
  })

  it('refuses a freeze before it asks GitHub or AWS anything', async () => {
    const { account, job } = await fixture(scene)
    const refused = await job.run({ inputs: service, environment: checkout(account, FREEZE) })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([
      expect.stringContaining('web in test is frozen until 2099-12-31 23:59 UTC: Christmas'),
    ])
    expect([account.ledger.entries, job.audiences]).toEqual([[], []])
  })

  it('lets break-glass through, and tells it in the summary', async () => {
    const { account, job } = await fixture(scene)
    const inputs = { ...service, 'break-glass': 'INC-1: it burns' }
    const done = await job.run({ inputs, environment: checkout(account, FREEZE) })
    expect(done.exitCode).toBe(0)
    expect(annotations(done.log)).toEqual([expect.stringContaining('INC-1: it burns')])
    expect(done.summary).toContain('INC-1: it burns')
  })

  it('refuses a group that it does not claim, and changes nothing', async () => {
    const { account, job } = await fixture(scene)
    const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web\nrogue' }
    const refused = await job.run({ inputs, environment: checkout(account) })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([
      expect.stringContaining('rogue: no service of the catalogue claims it in test'),
    ])
    expect(account.ledger.entries.filter(({ changes }) => changes)).toEqual([])
  })

  it('tells what is wrong with the file, without AWS', async () => {
    const { account, job } = await fixture(scene)
    const inputs = { mode: 'catalogue', 'role-to-assume': '', 'aws-region': '' }
    const refused = await job.run({ inputs, environment: checkout(account, 'freezs: []') })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toEqual([expect.stringContaining('.github/fleet-patch.yml:4:1: `freezs` is no key of a catalogue; the nearest is `freezes`.')]) // prettier-ignore
    rmSync(join(workspace, '.github'), { recursive: true })
    const right = await job.run({ inputs, environment: checkout(account) })
    expect(right.exitCode).toBe(0)
    expect(account.ledger.entries).toEqual([])
  })

  it('warns of an empty workspace', async () => {
    const { job } = await fixture(scene)
    const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web', 'dry-run': 'true' }
    const done = await job.run({ inputs, environment: { GITHUB_WORKSPACE: workspace } })
    expect(done.exitCode).toBe(0)
    expect(annotations(done.log)).toEqual([expect.stringContaining('Nothing is governed: the workspace is empty')])
  })
})
