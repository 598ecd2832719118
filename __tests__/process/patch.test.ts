import { addGroup } from '../../simulator/scenario.ts'
import { groupNow, imagesNow, instanceIdsNow, versionNow } from '../../testing/launch-state.ts'
import { annotations, settings, fixture } from './fixture.ts'

const secret = 'hunter2-database'
const userData = `#taupage-ami-config\nsource: registry.example.org/team/app:1.2\nenvironment:\n  PASSWORD: ${secret}\n`

describe('the bundle, asked to patch', () => {
  it('moves a group to the newest image, leaves its instances alone, and does nothing the second time', async () => {
    const set = await fixture((account) => addGroup(account, { name: 'web', launch: 'configuration' }))
    const { account, job } = set
    const before = instanceIdsNow(account, 'web')
    const patched = await job.run({ inputs: { mode: 'patch-image', 'auto-scaling-groups': 'web' } })
    expect(patched.exitCode).toBe(0)
    const copy = expect.stringMatching(/^web-1-\d{8}T\d{6}Z$/) as unknown
    expect(account.ledger.changes().map(({ action, input }) => ({ action, input }))).toMatchObject([
      { action: 'autoscaling:CreateLaunchConfiguration', input: { LaunchConfigurationName: copy } },
      { action: 'autoscaling:CreateOrUpdateTags', input: { Tags: [{ Key: 'fleet-patch:previous', Value: 'web-1' }] } },
      { action: 'autoscaling:UpdateAutoScalingGroup', input: { LaunchConfigurationName: copy } },
    ])
    expect(annotations(patched.log)).toEqual([])
    expect(imagesNow(account, 'web')).toEqual([patched.outputs['image-id']])
    expect(instanceIdsNow(account, 'web')).toEqual(before)
    account.ledger.clear()
    const again = await job.run({ inputs: { mode: 'patch-image', 'auto-scaling-groups': 'web' } })
    expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false' } })
    expect(account.ledger.changes()).toEqual([])
  })

  it('changes user data and shows nothing of it but image references', async () => {
    const set = await fixture((account) => addGroup(account, { name: 'web', launch: 'template-default', userData }))
    const { account, job } = set
    const inputs = { mode: 'patch-docker', 'docker-image': 'registry.example.org/team/app:1.3' }
    const patched = await job.run({ inputs: { ...inputs, 'auto-scaling-groups': 'web' } })
    expect(patched.exitCode).toBe(0)
    const { LaunchTemplateData } = versionNow(account, groupNow(account, 'web').LaunchTemplate)
    expect(Buffer.from(LaunchTemplateData?.UserData ?? '', 'base64').toString()).toBe(
      userData.replace('app:1.2', 'app:1.3'),
    )
    expect(patched.summary).toContain('`registry.example.org/team/app:1.2` | `registry.example.org/team/app:1.3`')
    expect(JSON.stringify(patched)).not.toContain(secret)
    expect(JSON.stringify(patched)).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12))
  })

  it('patches and rolls in one step, without a dip, and restores all settings', async () => {
    const set = await fixture((account) =>
      addGroup(account, { name: 'web', size: 3, launch: 'template-number', balancers: ['target-group'] }),
    )
    const { account, job } = set
    const [old, before] = [instanceIdsNow(account, 'web'), settings(account, 'web')]
    const inputs = { mode: 'patch-image', rollout: 'respawn', 'auto-scaling-groups': 'web' }
    const rolled = await job.run({ inputs })
    expect(rolled.exitCode).toBe(0)
    expect(account.ledger.terminations('web').toSorted()).toEqual(old)
    expect(account.ledger.lowestReady('web')).toBe(3)
    expect(settings(account, 'web')).toEqual(before)
    expect(imagesNow(account, 'web')).toEqual([rolled.outputs['image-id']])
    expect(await job.run({ inputs, state: rolled.state })).toMatchObject({ exitCode: 0, log: '' })
  })
})
