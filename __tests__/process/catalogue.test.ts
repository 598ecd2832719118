import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trustPolicy } from '../../scripts/trust-policy-document.ts'
import { addGroup } from '../../simulator/scenario.ts'
import type { TrustPolicy } from '../../simulator/sts/trust-policy.ts'
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

  describe('whose role trusts the reviewed workflow alone', () => {
    const REVIEWED = 'example/fleet/.github/workflows/fleet-refresh.yml@refs/tags/v1*'
    const policy = trustPolicy({ account: '123456789012', workflow: REVIEWED, owner: 'example', repositoryIds: ['2002'] }) as TrustPolicy // prettier-ignore
    const reviewed = { job_workflow_ref: REVIEWED.replace('*', '.4') }
    const declared = (account: SimulatedAccount): Record<string, string> => {
      const environment = checkout(account)
      const path = join(workspace, '.github/fleet-patch.yml')
      writeFileSync(path, readFileSync(path, 'utf8').replace("role: '", `workflow: '${REVIEWED}', role: '`))
      return environment
    }

    it('lets that workflow roll', async () => {
      const { account, job } = await fixture(scene, { policy, claims: reviewed })
      const done = await job.run({ inputs: service, environment: declared(account) })
      expect([annotations(done.log), done.exitCode]).toEqual([[], 0])
      expect(account.ledger.launches('web')).toHaveLength(1)
    })

    it('lets a rogue workflow do nothing, and says what the role wants', async () => {
      const { account, job } = await fixture(scene, { policy })
      const refused = await job.run({ inputs: service, environment: declared(account) })
      expect(refused.exitCode).toBe(1)
      expect(annotations(refused.log)).toEqual([
        expect.stringContaining(
          `The role wants job_workflow_ref \`${REVIEWED}\`, the token says \`example/fleet/.github/workflows/patch.yml@refs/heads/main\``,
        ),
      ])
      expect([...new Set(account.ledger.actions())]).toEqual(['sts:AssumeRoleWithWebIdentity'])
    })

    it('lets a rogue workflow do nothing that uses no catalogue, nor another repository that calls the reviewed one', async () => {
      const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
      for (const claims of [{}, { ...reviewed, repository_id: '9999' }]) {
        const { account, job } = await fixture(scene, { policy, claims })
        const refused = await job.run({ inputs })
        expect(refused.exitCode).toBe(1)
        expect(annotations(refused.log)).toEqual([expect.stringContaining('job_workflow_ref `')])
        expect(account.ledger.changes().filter(({ sdkId }) => sdkId !== 'STS')).toEqual([])
      }
    })
  })

  it('warns of an empty workspace', async () => {
    const { job } = await fixture(scene)
    const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web', 'dry-run': 'true' }
    const done = await job.run({ inputs, environment: { GITHUB_WORKSPACE: workspace } })
    expect(done.exitCode).toBe(0)
    expect(annotations(done.log)).toEqual([expect.stringContaining('Nothing is governed: the workspace is empty')])
  })
})
