import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import type { LaunchKind } from '../../../simulator/group-plan.ts'
import { operator, run, type Scene, sceneOf, standing } from '../../edges/fixture.ts'

const imagesOf = ({ world, group }: Scene): readonly string[] => [
  ...new Set(instanceIds(world, group.name).map((id) => world.ec2.machine(id)?.imageId ?? '')),
]

/** A group that was patched and rolled to a newer image by an earlier run. */
async function patched(launch: LaunchKind): Promise<Scene> {
  const world = new SimulatedAccount()
  const stage = sceneOf(world, addGroup(world, { name: 'web', size: 3, launch, balancers: ['target-group'] }))
  const rolled = await run(stage, { mode: 'patch-image', rollout: 'scale-up-patch', image: 'latest' })
  expect(rolled.result.status).toBe('rolled')
  expect(imagesOf(stage)).not.toEqual([stage.group.oldImageId])
  const group = { ...stage.group, instanceIds: instanceIds(world, 'web') }
  return sceneOf(world, group)
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
      const stage = await patched(launch)
      const back = await run(stage, { mode: 'rollback' }, { runId: '2000' })
      expect(back.annotations.filter(({ level }) => level === 'error')).toEqual([])
      expect(back.result.status).toBe('rolled')
      expect(imagesOf(stage)).toEqual([stage.group.oldImageId])
      expect(instanceIds(stage.world, 'web').filter((id) => stage.group.instanceIds.includes(id))).toEqual([])
      expect(stage.world.ledger.lowestReady('web')).toBe(3)
      expect(standing(stage.world).sizes).toEqual(stage.before.sizes)
      expect(standing(stage.world).suspended).toEqual([])
    },
  )

  test.each(LAUNCHES.map((launch) => ({ launch })))('done again goes no further back: $launch', async ({ launch }) => {
    const stage = await patched(launch)
    await run(stage, { mode: 'rollback' }, { runId: '2000' })
    const again = await run(stage, { mode: 'rollback' }, { runId: '3000' })
    expect(again.result.status).toBe('current')
    expect(imagesOf(stage)).toEqual([stage.group.oldImageId])
  })

  test('takes the options of the exercise that it undoes, the dark included', async () => {
    const stage = await patched('template-latest')
    const back = await run(stage, { mode: 'rollback', dark: 'true', 'release-after': '3' }, { runId: '2000' })
    expect(back.result.status).toBe('rolled')
    expect(stage.world.ledger.changes().map(({ operation }) => operation)).toContain('RegisterTargets')
    expect(imagesOf(stage)).toEqual([stage.group.oldImageId])
  })

  test('goes back from a version that somebody else has made, to the one before it', async () => {
    const world = new SimulatedAccount()
    const stage = sceneOf(world, addGroup(world, { name: 'web', launch: 'template-latest', outdated: true }))
    await run(stage)
    expect(imagesOf(stage)).toEqual([stage.group.newImageId])
    await run(stage, { mode: 'rollback' }, { runId: '2000' })
    expect(imagesOf(stage)).toEqual([stage.group.oldImageId])
  })

  test('is refused where nothing tells what was before, for all groups in one error', async () => {
    const world = new SimulatedAccount()
    const stage = sceneOf(world, addGroup(world, { name: 'web', launch: 'template-latest' }))
    addGroup(world, { name: 'api', launch: 'configuration' })
    const refused = await run(stage, { mode: 'rollback', 'auto-scaling-groups': 'web\napi' })
    expect(refused.failed).toBe(true)
    expect(refused.told).toMatch(/2 groups cannot be rolled back/)
    expect(refused.told).toMatch(/api: nothing tells what it launched from before api-1/)
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('is refused where an override names an image itself and nothing tells which it was', async () => {
    const stage = await patched('mixed')
    const { AutoScalingGroups } = operator(stage.world).DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] })
    const { MixedInstancesPolicy: policy } = AutoScalingGroups?.[0] ?? {}
    const Overrides = policy?.LaunchTemplate?.Overrides?.map((each) => ({ ...each, ImageId: stage.group.newImageId }))
    operator(stage.world).UpdateAutoScalingGroup({
      AutoScalingGroupName: 'web',
      MixedInstancesPolicy: { ...policy, LaunchTemplate: { ...policy?.LaunchTemplate, Overrides } },
    })
    await run(stage, { force: 'true' }, { runId: '1500' })
    const refused = await run(stage, { mode: 'rollback' }, { runId: '2000' })
    expect(refused.told).toContain('names an image itself, and nothing tells which it was')
  })

  test('is refused where the former launch configuration is gone', async () => {
    const stage = await patched('configuration')
    operator(stage.world).DeleteLaunchConfiguration({ LaunchConfigurationName: 'web-1' })
    const refused = await run(stage, { mode: 'rollback' }, { runId: '2000' })
    expect(refused.told).toContain('the launch configuration web-1 is gone')
  })

  test('a dry run tells what it would go back to, and the roll', async () => {
    const stage = await patched('template-number')
    const planned = await run(stage, { mode: 'rollback', 'dry-run': 'true' }, { runId: '2000' })
    expect(planned.result.status).toBe('planned')
    expect(planned.told).toMatch(/would .*version 1/)
    expect(planned.result.steps.map(({ action }) => action)).toContain('terminate')
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('leaves a group alone that another run is rolling', async () => {
    const stage = await patched('template-latest')
    const rehearsal = await patched('template-latest')
    await run(rehearsal, { force: 'true' }, { runId: '2000' })
    const calls = rehearsal.world.ledger.entries.findIndex(({ operation }) => operation === 'UpdateAutoScalingGroup')
    await run(stage, { force: 'true' }, { runId: '2000', process: { death: { when: 'after', call: calls + 1 } } })
    const changes = stage.world.ledger.changes().length
    const refused = await run(stage, { mode: 'rollback' }, { runId: '3000' })
    expect(refused.failed).toBe(true)
    expect(refused.told).toContain('Nothing was rolled back')
    expect(stage.world.ledger.changes()).toHaveLength(changes)
  })
})
