import { addGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { annotations, settings, fixture, runAsText } from './fixture.ts'

const web = (account: SimulatedAccount) =>
  addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true })
const respawn = { mode: 'respawn', 'auto-scaling-groups': 'web' }

describe('the bundle, where it may not go on', () => {
  it('names all wrong inputs in one error, and asks neither AWS nor GitHub', async () => {
    const { account, job } = await fixture(web)
    const inputs = {
      mode: 'respawn',
      'aws-region': 'Ireland',
      'role-to-assume': 'fleet-patch',
      surge: 'some',
      'max-unavailable': '120%',
      'instance-timeout': '0',
      force: 'maybe',
      tags: 'team',
    }
    const refused = await job.run({ inputs })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    for (const name of Object.keys(inputs).slice(1)) expect(annotations(refused.log)[0]).toContain(`\`${name}\``)
    expect(annotations(refused.log)).toMatchSnapshot()
    expect(account.ledger.entries).toEqual([])
    expect(job.audiences).toEqual([])
  })

  it('refuses an empty dry-run before it asks anything, and uses other defaults without an annotation', async () => {
    const { account, job } = await fixture(web)
    const refused = await job.run({ inputs: { ...respawn, 'dry-run': '', 'max-failures': '' } })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('`dry-run` is empty')
    expect(account.ledger.entries).toEqual([])
    const planned = await job.run({ inputs: { ...respawn, 'dry-run': 'true', 'max-failures': '' } })
    expect(planned.exitCode).toBe(0)
    expect(annotations(planned.log)).toEqual([])
    expect(planned.log).toContain('`max-failures` was passed empty: its default `1` is used.')
  })

  it('says which permission the job lacks when GitHub offers no token, and asks nothing of AWS', async () => {
    const { account, job } = await fixture(web)
    const refused = await job.run({ inputs: respawn, offersToken: false })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log).join('\n')).toContain('id-token: write')
    expect(annotations(refused.log)).toMatchSnapshot()
    expect(account.ledger.entries).toEqual([])
  })

  it.each(['autoscaling:SuspendProcesses', 'autoscaling:UpdateAutoScalingGroup'])(
    'names the IAM action %s that the role may not use, and restores the group',
    async (action) => {
      const set = await fixture(web)
      const { account, job } = set
      const before = settings(account, 'web')
      account.faults.deny(action)
      const refused = await job.run({ inputs: respawn })
      expect(refused.exitCode).toBe(1)
      expect(annotations(refused.log).join('\n')).toContain(`Allow ${action}`)
      expect(runAsText(set, refused)).toMatchSnapshot()
      expect(settings(account, 'web')).toEqual(before)
      expect(account.ledger.launches('web')).toEqual([])
    },
  )

  it('keeps a surplus instance that it may not terminate, reports it, and restores once it may', async () => {
    const set = await fixture(web)
    const { account, job } = set
    const before = settings(account, 'web')
    const action = 'autoscaling:TerminateInstanceInAutoScalingGroup'
    account.faults.deny(action)
    const refused = await job.run({ inputs: respawn })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log).join('\n')).toContain(`Allow ${action}`)
    expect(runAsText(set, refused)).toMatchSnapshot()
    account.faults.clear()
    const restored = await job.run({ inputs: respawn, state: refused.state })
    expect(restored.exitCode).toBe(0)
    expect(settings(account, 'web')).toEqual(before)
    expect(account.ledger.lowestReady('web')).toBe(2)
  })

  it('halts on an image that never becomes healthy: all old instances stay, the new one goes', async () => {
    const set = await fixture((account) => {
      const { newImageId } = web(account)
      account.behaviour.sickImages.add(newImageId)
    })
    const { account, job } = set
    const before = settings(account, 'web')
    const halted = await job.run({ inputs: { ...respawn, 'instance-timeout': '5' } })
    expect(halted.exitCode).toBe(1)
    expect(runAsText(set, halted)).toMatchSnapshot()
    expect(settings(account, 'web')).toEqual(before)
    expect(account.ledger.lowestReady('web')).toBe(2)
    expect(account.ledger.launches('web')).toHaveLength(1)
    expect(account.ledger.terminations('web')).toEqual(account.ledger.launches('web'))
  })
})
