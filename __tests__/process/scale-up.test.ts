import { addGroup } from '../../simulator/scenario.ts'
import { instanceIdsNow } from '../../testing/launch-state.ts'
import { annotations, settings, stage } from './fixture.ts'

const staging = () =>
  stage((world) =>
    addGroup(world, { name: 'web', size: 3, launch: 'template-latest', balancers: ['target-group'], outdated: true }),
  )

describe('the bundle, asked to scale up and patch', () => {
  it('doubles the group, lets the old half go in one call, and puts the sizes back', async () => {
    const { world, job } = await staging()
    const [old, before] = [instanceIdsNow(world, 'web'), settings(world, 'web')]
    const scaled = await job.run({ inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'web' } })
    expect(scaled.exitCode).toBe(0)
    expect(annotations(scaled.log)).toEqual([])
    const terminations = world.ledger
      .changes()
      .filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup')
    expect(terminations.map(({ input }) => input)).toMatchObject([
      { AutoScalingGroupName: 'web', ShouldDecrementDesiredCapacity: true },
    ])
    expect(world.ledger.terminations('web').toSorted()).toEqual(old)
    expect(world.ledger.launches('web').filter((id) => !old.includes(id))).toHaveLength(3)
    expect(world.ledger.lowestReady('web')).toBe(3)
    expect(settings(world, 'web')).toEqual(before)
  })

  it('leaves the new half in the dark, and lets it in by a later step', async () => {
    const { world, job } = await staging()
    const [old, before] = [instanceIdsNow(world, 'web'), settings(world, 'web')]
    const dark = await job.run({ inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'web', dark: 'true' } })
    expect(dark.exitCode).toBe(0)
    expect(world.ledger.terminations('web')).toEqual([])
    expect(world.ledger.changes().map(({ operation }) => operation)).not.toContain('RegisterTargets')
    expect(
      await job.run({ inputs: { mode: 'scale-up-patch', 'auto-scaling-groups': 'web' }, state: dark.state }),
    ).toMatchObject({
      exitCode: 0,
      log: '',
    })
    const released = await job.run({ inputs: { mode: 'release', 'auto-scaling-groups': 'web' } })
    expect(released.exitCode).toBe(0)
    expect(world.ledger.terminations('web').toSorted()).toEqual(old)
    expect(world.ledger.lowestReady('web')).toBe(3)
    expect(settings(world, 'web')).toEqual(before)
  })
})
