import { addGroup } from '../../simulator/scenario.ts'
import { instanceIdsNow } from '../../testing/launch-state.ts'
import { annotations, settings, fixture } from './fixture.ts'

const staging = () =>
  fixture((account) =>
    addGroup(account, { name: 'web', size: 3, launch: 'template-latest', balancers: ['target-group'], outdated: true }),
  )

describe('the bundle, asked to scale up and patch', () => {
  it('doubles the group, terminates the old instances in one call, and restores the sizes', async () => {
    const { account, job } = await staging()
    const [old, before] = [instanceIdsNow(account, 'web'), settings(account, 'web')]
    const scaled = await job.run({ inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'web' } })
    expect(scaled.exitCode).toBe(0)
    expect(annotations(scaled.log)).toEqual([])
    const terminations = account.ledger
      .changes()
      .filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup')
    expect(terminations.map(({ input }) => input)).toMatchObject([
      { AutoScalingGroupName: 'web', ShouldDecrementDesiredCapacity: true },
    ])
    expect(account.ledger.terminations('web').toSorted()).toEqual(old)
    expect(account.ledger.launches('web').filter((id) => !old.includes(id))).toHaveLength(3)
    expect(account.ledger.lowestReady('web')).toBe(3)
    expect(settings(account, 'web')).toEqual(before)
  })

  it('leaves the new instances dark, and releases them in a later step', async () => {
    const { account, job } = await staging()
    const [old, before] = [instanceIdsNow(account, 'web'), settings(account, 'web')]
    const dark = await job.run({ inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'web', dark: 'true' } })
    expect(dark.exitCode).toBe(0)
    expect(account.ledger.terminations('web')).toEqual([])
    expect(account.ledger.changes().map(({ operation }) => operation)).not.toContain('RegisterTargets')
    expect(
      await job.run({ inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'web' }, state: dark.state }),
    ).toMatchObject({
      exitCode: 0,
      log: '',
    })
    const released = await job.run({ inputs: { mode: 'release', 'auto-scaling-groups': 'web' } })
    expect(released.exitCode).toBe(0)
    expect(account.ledger.terminations('web').toSorted()).toEqual(old)
    expect(account.ledger.lowestReady('web')).toBe(3)
    expect(settings(account, 'web')).toEqual(before)
  })
})
