/** The runner's clock is wrong, AWS refuses signatures of the wrong time, and every call takes its time. */
import { addGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { annotations, fixture, settings } from './fixture.ts'

const web = (account: SimulatedAccount) =>
  addGroup(account, { name: 'web', size: 2, balancers: ['target-group'], outdated: true })
const respawn = { mode: 'respawn', 'auto-scaling-groups': 'web' }

describe.each([
  { name: '20 minutes slow', seconds: -1200 },
  { name: '20 minutes fast', seconds: 1200 },
])('the bundle on a runner whose clock is $name', ({ seconds }) => {
  const environment = { SIMULATOR_CLOCK_OFFSET: String(seconds) }

  it('rolls a group, and no request is refused for its time', async () => {
    const { account, job } = await fixture(web)
    const rolled = await job.run({ inputs: respawn, environment })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
  })

  it('names a missing permission after one refusal', async () => {
    const { account, job } = await fixture(web)
    const before = settings(account, 'web')
    account.faults.deny('autoscaling:SuspendProcesses')
    const refused = await job.run({ inputs: respawn, environment })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log)).toHaveLength(1)
    expect(annotations(refused.log)[0]).toContain('Allow autoscaling:SuspendProcesses')
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok')).toHaveLength(1)
    expect(settings(account, 'web')).toEqual(before)
  })

  it('renews its session in time for AWS, not for the runner', async () => {
    const { account, job } = await fixture((target) => {
      web(target)
      target.behaviour.bootSeconds = 2400
    })
    const inputs = { ...respawn, 'role-duration-seconds': '900', 'instance-timeout': '60' }
    const rolled = await job.run({ inputs, environment })
    expect(annotations(rolled.log)).toEqual([])
    expect(rolled.exitCode).toBe(0)
    expect(job.audiences.length).toBeGreaterThan(3)
    expect(account.ledger.entries.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
  })
})
