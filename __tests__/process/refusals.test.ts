import { addGroup } from '../../simulator/scenario.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { annotations, settings, stage, story } from './fixture.ts'

const web = (world: SimulatedAccount) =>
  addGroup(world, { name: 'web', size: 2, balancers: ['target-group'], outdated: true })
const respawn = { mode: 'respawn', 'auto-scaling-groups': 'web' }

describe('the bundle, where it may not go on', () => {
  it('names all wrong inputs in one error, and asks neither AWS nor GitHub', async () => {
    const { world, job } = await stage(web)
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
    expect(world.ledger.entries).toEqual([])
    expect(job.audiences).toEqual([])
  })

  it('says which permission the job lacks when GitHub offers no token, and asks nothing of AWS', async () => {
    const { world, job } = await stage(web)
    const refused = await job.run({ inputs: respawn, offersToken: false })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log).join('\n')).toContain('id-token: write')
    expect(annotations(refused.log)).toMatchSnapshot()
    expect(world.ledger.entries).toEqual([])
  })

  it.each(['autoscaling:SuspendProcesses', 'autoscaling:UpdateAutoScalingGroup'])(
    'names the IAM action %s that the role may not use, and puts the group back',
    async (action) => {
      const set = await stage(web)
      const { world, job } = set
      const before = settings(world, 'web')
      world.faults.deny(action)
      const refused = await job.run({ inputs: respawn })
      expect(refused.exitCode).toBe(1)
      expect(annotations(refused.log).join('\n')).toContain(`Allow ${action}`)
      expect(story(set, refused)).toMatchSnapshot()
      expect(settings(world, 'web')).toEqual(before)
      expect(world.ledger.launches('web')).toEqual([])
    },
  )

  it('leaves a surplus instance to whoever may terminate it, says so, and restores once it may', async () => {
    const set = await stage(web)
    const { world, job } = set
    const before = settings(world, 'web')
    const action = 'autoscaling:TerminateInstanceInAutoScalingGroup'
    world.faults.deny(action)
    const refused = await job.run({ inputs: respawn })
    expect(refused.exitCode).toBe(1)
    expect(annotations(refused.log).join('\n')).toContain(`Allow ${action}`)
    expect(story(set, refused)).toMatchSnapshot()
    world.faults.clear()
    const restored = await job.run({ inputs: respawn, state: refused.state })
    expect(restored.exitCode).toBe(0)
    expect(settings(world, 'web')).toEqual(before)
    expect(world.ledger.lowestReady('web')).toBe(2)
  })

  it('halts on an image that never becomes healthy: all old instances stay, the new one goes', async () => {
    const set = await stage((world) => {
      const { newImageId } = web(world)
      world.behaviour.sickImages.add(newImageId)
    })
    const { world, job } = set
    const before = settings(world, 'web')
    const halted = await job.run({ inputs: { ...respawn, 'instance-timeout': '5' } })
    expect(halted.exitCode).toBe(1)
    expect(story(set, halted)).toMatchSnapshot()
    expect(settings(world, 'web')).toEqual(before)
    expect(world.ledger.lowestReady('web')).toBe(2)
    expect(world.ledger.launches('web')).toHaveLength(1)
    expect(world.ledger.terminations('web')).toEqual(world.ledger.launches('web'))
  })
})
