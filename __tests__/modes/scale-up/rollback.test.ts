import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import type { LaunchKind } from '../../../simulator/group-plan.ts'
import { operator, run, type Scene, sceneOf, standing } from '../../edges/fixture.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const imagesOf = ({ account, group }: Scene): readonly string[] => [
  ...new Set(instanceIds(account, group.name).map((id) => account.ec2.machine(id)?.imageId ?? '')),
]

/** A group that was patched and rolled to a newer image by an earlier run. */
async function patched(launch: LaunchKind): Promise<Scene> {
  const account = new SimulatedAccount()
  const fixture = sceneOf(account, addGroup(account, { name: 'web', size: 3, launch, balancers: ['target-group'] }))
  const rolled = await run(fixture, { mode: 'patch-image', rollout: 'scale-up-patch', image: 'latest' })
  expect(rolled.result.status).toBe('rolled')
  expect(imagesOf(fixture)).not.toEqual([fixture.group.oldImageId])
  const group = { ...fixture.group, instanceIds: instanceIds(account, 'web') }
  return sceneOf(account, group)
}

const LAUNCHES: readonly LaunchKind[] = [
  'configuration',
  'template-number',
  'template-latest',
  'template-default',
  'mixed',
  'mixed-override-template',
]

describe('rollback', () => {
  test.each(LAUNCHES.map((launch) => ({ launch })))(
    'returns $launch to the image before its last change, and rolls',
    async ({ launch }) => {
      const fixture = await patched(launch)
      const back = await run(fixture, { mode: 'rollback' }, { runId: '2000' })
      expect(back.annotations.filter(({ level }) => level === 'error')).toEqual([])
      expect(back.result.status).toBe('rolled')
      expect(imagesOf(fixture)).toEqual([fixture.group.oldImageId])
      expect(instanceIds(fixture.account, 'web').filter((id) => fixture.group.instanceIds.includes(id))).toEqual([])
      expect(fixture.account.ledger.lowestReady('web')).toBe(3)
      expect(standing(fixture.account).sizes).toEqual(fixture.before.sizes)
      expect(standing(fixture.account).suspended).toEqual([])
    },
  )

  test.each(LAUNCHES.map((launch) => ({ launch })))(
    'a second rollback goes no further back: $launch',
    async ({ launch }) => {
      const fixture = await patched(launch)
      await run(fixture, { mode: 'rollback' }, { runId: '2000' })
      const again = await run(fixture, { mode: 'rollback' }, { runId: '3000' })
      expect(again.result.status).toBe('current')
      expect(imagesOf(fixture)).toEqual([fixture.group.oldImageId])
    },
  )

  test('takes the options of a roll, dark included', async () => {
    const fixture = await patched('template-latest')
    const back = await run(fixture, { mode: 'rollback', dark: 'true', 'release-after': '3' }, { runId: '2000' })
    expect(back.result.status).toBe('rolled')
    expect(fixture.account.ledger.changes().map(({ operation }) => operation)).toContain('RegisterTargets')
    expect(imagesOf(fixture)).toEqual([fixture.group.oldImageId])
  })

  test('goes back from a version that an operator has made, to the one before it', async () => {
    const account = new SimulatedAccount()
    const fixture = sceneOf(account, addGroup(account, { name: 'web', launch: 'template-latest', outdated: true }))
    await run(fixture)
    expect(imagesOf(fixture)).toEqual([fixture.group.newImageId])
    await run(fixture, { mode: 'rollback' }, { runId: '2000' })
    expect(imagesOf(fixture)).toEqual([fixture.group.oldImageId])
  })

  test('is refused without a record of the previous source, for all groups in one error', async () => {
    const account = new SimulatedAccount()
    const fixture = sceneOf(account, addGroup(account, { name: 'web', launch: 'template-latest' }))
    addGroup(account, { name: 'api', launch: 'configuration' })
    const refused = await run(fixture, { mode: 'rollback', 'auto-scaling-groups': 'web\napi' })
    expect(refused.failed).toBe(true)
    expect(refused.reported).toMatch(/cannot begin, for 2 reasons/)
    expect(refused.reported).toMatch(/api: nothing tells what it launched from before api-1/)
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('is refused where an override names an image itself without a record of the previous one', async () => {
    const fixture = await patched('mixed')
    const { AutoScalingGroups } = operator(fixture.account).DescribeAutoScalingGroups({
      AutoScalingGroupNames: ['web'],
    })
    const { MixedInstancesPolicy: policy } = AutoScalingGroups?.[0] ?? {}
    const { LaunchTemplateId, Version } = policy?.LaunchTemplate?.LaunchTemplateSpecification ?? {}
    const Overrides = policy?.LaunchTemplate?.Overrides?.map((each) => ({ ...each, ImageId: fixture.group.newImageId }))
    operator(fixture.account).UpdateAutoScalingGroup({
      AutoScalingGroupName: 'web',
      // AWS tells id and name of a template, and takes one of both.
      MixedInstancesPolicy: {
        ...policy,
        LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId, Version }, Overrides },
      },
    })
    await run(fixture, { force: 'true' }, { runId: '1500' })
    const refused = await run(fixture, { mode: 'rollback' }, { runId: '2000' })
    expect(refused.reported).toContain('names an image itself, and nothing tells which it was')
  })

  test('is refused where the former launch configuration is gone', async () => {
    const fixture = await patched('configuration')
    operator(fixture.account).DeleteLaunchConfiguration({ LaunchConfigurationName: 'web-1' })
    const refused = await run(fixture, { mode: 'rollback' }, { runId: '2000' })
    expect(refused.reported).toContain('the launch configuration web-1 is gone')
  })

  test('a dry run shows the target of the rollback, and the roll', async () => {
    const fixture = await patched('template-number')
    const planned = await run(fixture, { mode: 'rollback', 'dry-run': 'true' }, { runId: '2000' })
    expect(planned.result.status).toBe('planned')
    expect(planned.reported).toMatch(/would .*version 1/)
    expect(planned.result.steps.map(({ action }) => action)).toContain('terminate')
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('leaves a group alone that another run is rolling', async () => {
    const fixture = await patched('template-latest')
    const rehearsal = await patched('template-latest')
    await run(rehearsal, { force: 'true' }, { runId: '2000' })
    const calls = rehearsal.account.ledger.entries.findIndex(({ operation }) => operation === 'UpdateAutoScalingGroup')
    await run(fixture, { force: 'true' }, { runId: '2000', process: { crash: { when: 'after', call: calls + 1 } } })
    const changes = fixture.account.ledger.changes().length
    const refused = await run(fixture, { mode: 'rollback' }, { runId: '3000' })
    expect(refused.failed).toBe(true)
    expect(refused.reported).toMatch(/web: run \d+ holds its lease/)
    expect(fixture.account.ledger.changes()).toHaveLength(changes)
  })
})
