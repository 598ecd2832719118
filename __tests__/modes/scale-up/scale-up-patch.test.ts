import { instanceIds } from '../../../simulator/scenario.ts'
import {
  expectPutBack,
  expectRolled,
  oldLeft,
  operator,
  run,
  type Scene,
  scene,
  standing,
} from '../../edges/fixture.ts'

const MODE = { mode: 'scale-up-patch' }

const launched = ({ world, group }: Scene): readonly string[] =>
  world.ledger.launches(group.name).filter((id) => !group.instanceIds.includes(id))

/** How many instances in service each zone has. */
function zonesOf({ world, group }: Scene): Readonly<Record<string, number>> {
  const { AutoScalingGroups } = operator(world).DescribeAutoScalingGroups({ AutoScalingGroupNames: [group.name] })
  const zones: Record<string, number> = {}
  for (const { AvailabilityZone = '', LifecycleState } of AutoScalingGroups?.[0]?.Instances ?? [])
    if (LifecycleState === 'InService') zones[AvailabilityZone] = (zones[AvailabilityZone] ?? 0) + 1
  return zones
}

const spreadOf = (stage: Scene): readonly number[] => Object.values(zonesOf(stage)).toSorted((a, b) => a - b)

const terminations = ({ world }: Scene): readonly (readonly string[])[] =>
  world.ledger
    .changes()
    .filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup')
    .map(({ input }) => (input['InstanceIds'] as string[] | undefined) ?? [String(input['InstanceId'])])

describe('scale-up-patch', () => {
  test('doubles the group, waits for all new instances, and then lets the old half go in one call', async () => {
    const stage = scene({ size: 6 })
    const rolled = await run(stage, MODE)
    expectRolled(stage, rolled)
    expect(launched(stage)).toHaveLength(6)
    expect(stage.world.ledger.lowestReady('web')).toBe(6)
    expect(stage.world.ledger.highestTotal('web')).toBe(12)
    expect(terminations(stage)).toEqual([expect.arrayContaining([...stage.group.instanceIds])])
    expect(spreadOf(stage)).toEqual([2, 2, 2])
  })

  test('no old instance leaves before the last new one is ready', async () => {
    const stage = scene({ size: 4 }, { behaviour: { bootSeconds: [20, 400] } })
    expectRolled(stage, await run(stage, MODE))
    const leavesAt = stage.world.ledger.movements('web').find(({ kind }) => kind === 'left')?.at ?? 0
    const before = stage.world.ledger.capacityOf('web').filter(({ at }) => at < leavesAt)
    expect(before.at(-1)?.ready).toBe(8)
  })

  test('a smaller surge rolls in as many waves as it takes, without a launch too many', async () => {
    const stage = scene({ size: 6 })
    expectRolled(stage, await run(stage, { ...MODE, surge: '50%' }))
    expect(stage.world.ledger.highestTotal('web')).toBe(9)
    expect(launched(stage)).toHaveLength(6)
    expect(terminations(stage).map((ids) => ids.length)).toEqual([3, 3])
    expect(spreadOf(stage)).toEqual([2, 2, 2])
  })

  test('a surge of 1 that is asked for is one at a time, though 1 is what `respawn` takes by itself', async () => {
    const stage = scene({ size: 3 })
    expectRolled(stage, await run(stage, { ...MODE, surge: '1' }))
    expect(stage.world.ledger.highestTotal('web')).toBe(4)
  })

  test.each([
    { policy: 'NewestInstance' },
    { policy: 'AllocationStrategy' },
    { policy: 'OldestInstance' },
    { policy: 'arn:aws:lambda:eu-west-1:123456789012:function:choose' },
  ])('names its victims itself, whatever the termination policy $policy would choose', async ({ policy }) => {
    const stage = scene({ size: 4, settings: { TerminationPolicies: [policy] } })
    expectRolled(stage, await run(stage, MODE))
    expect(new Set(terminations(stage).flat())).toEqual(new Set(stage.group.instanceIds))
  })

  test('unbalanced zones: three in one and none in the other, where halving by policy would kill a new one', async () => {
    const stage = scene({ size: 3, zones: ['a', 'b'] })
    // An operator takes instances of the second zone away until all three are in the first.
    unbalance(stage, 'eu-west-1a')
    expect(zonesOf(stage)).toEqual({ 'eu-west-1a': 3 })
    const old = instanceIds(stage.world, 'web')
    const from = stage.world.timeline.now
    const rolled = await run(stage, MODE)
    expect(rolled.result.status).toBe('rolled')
    expect(instanceIds(stage.world, 'web').filter((id) => old.includes(id))).toEqual([])
    expect(stage.world.ledger.lowestReady('web', from)).toBe(3)
    expect(spreadOf(stage).reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  test('protected and attached instances are old like any other', async () => {
    const stage = scene({ size: 4, sizes: { min: 0, max: 8 } })
    const [first = '', second = ''] = stage.group.instanceIds
    operator(stage.world).SetInstanceProtection({
      AutoScalingGroupName: 'web',
      InstanceIds: [first],
      ProtectedFromScaleIn: true,
    })
    operator(stage.world).DetachInstances({
      AutoScalingGroupName: 'web',
      InstanceIds: [second],
      ShouldDecrementDesiredCapacity: true,
    })
    stage.world.timeline.advance(600)
    operator(stage.world).AttachInstances({ AutoScalingGroupName: 'web', InstanceIds: [second] })
    stage.world.timeline.advance(600)
    const now = { ...stage, before: standing(stage.world) }
    expectRolled(now, await run(now, MODE))
  })

  test('a group that may not grow is grown for the time of the roll, and told so before', async () => {
    const stage = scene({ size: 3, sizes: { min: 3, max: 3 } })
    const rolled = await run(stage, MODE)
    expectRolled(stage, rolled)
    expect(rolled.told).toContain('MaxSize of web is 3 and is raised to 6 for the time of the roll')
  })

  test('a doubling that fails goes back to the original size, and the next one doubles no more than once', async () => {
    const stage = scene({ size: 4 })
    let launches = 0
    stage.world.behaviour.refuseLaunch = () =>
      ++launches > 2 ? 'We currently do not have sufficient capacity.' : undefined
    const failed = await run(stage, MODE)
    expectPutBack(stage, failed)
    expect(oldLeft(stage)).toHaveLength(4)
    expect(instanceIds(stage.world, 'web')).toHaveLength(4)
    expect(failed.told).toContain('We currently do not have sufficient capacity.')
    stage.world.behaviour.refuseLaunch = () => undefined
    const again = await run(stage, MODE, { runId: '2000' })
    expectRolled(stage, again)
    expect(stage.world.ledger.highestTotal('web')).toBe(8)
  })

  test('a run that takes over a doubled group does not double it again', async () => {
    const stage = scene({ size: 3 })
    const rehearsal = scene({ size: 3 })
    await run(rehearsal, MODE)
    const doubling = rehearsal.world.ledger.entries.findIndex(({ operation }) => operation === 'UpdateAutoScalingGroup')
    const died = await run(stage, MODE, { process: { death: { when: 'after', call: doubling + 1 } } })
    expect(died.died).toBe(true)
    expect(stage.world.autoScaling.capacity('web').desired).toBe(6)
    stage.world.timeline.advance(600)
    expectRolled(stage, await run(stage, MODE, { runId: '2000' }))
    expect(stage.world.ledger.highestTotal('web')).toBe(6)
    expect(launched(stage)).toHaveLength(3)
  })

  test('done again it finds nothing to do', async () => {
    const stage = scene()
    await run(stage, MODE)
    const again = await run(stage, MODE, { runId: '2000' })
    expect(again.result.status).toBe('current')
  })

  test('a dry run tells the same steps and makes none', async () => {
    const stage = scene()
    const planned = await run(stage, { ...MODE, 'dry-run': 'true' })
    expect(planned.result.status).toBe('planned')
    expect(planned.result.steps.map(({ action }) => action)).toEqual([
      'remember',
      'suspend',
      'resize',
      'terminate',
      'resize',
      'resume',
      'forget',
    ])
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('follows a patch where `rollout` says so', async () => {
    const stage = scene({ launch: 'template-number', outdated: undefined } as never)
    const rolled = await run(stage, { mode: 'patch-image', image: stage.group.newImageId, rollout: 'scale-up-patch' })
    expect(rolled.result.status).toBe('rolled')
    expect(stage.world.ledger.highestTotal('web')).toBe(6)
  })
})

function unbalance(stage: Scene, zone: string): void {
  const { world } = stage
  const { SuspendProcesses, DescribeAutoScalingGroups, UpdateAutoScalingGroup } = operator(world)
  const group = { AutoScalingGroupName: 'web' }
  SuspendProcesses({ ...group, ScalingProcesses: ['AZRebalance'] })
  const subnets = (letters: readonly string[]): string =>
    (
      world.ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: [...letters] }] })
        .Subnets ?? []
    )
      .map(({ SubnetId }) => SubnetId)
      .join(',')
  const before = DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.VPCZoneIdentifier
  const source = DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.LaunchTemplate
  UpdateAutoScalingGroup({ ...group, VPCZoneIdentifier: subnets([zone]) })
  for (;;) {
    const members =
      DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.Instances ?? []
    const other = members.find(({ AvailabilityZone }) => AvailabilityZone !== zone)
    if (other === undefined) break
    operator(world).TerminateInstanceInAutoScalingGroup({
      InstanceId: other.InstanceId,
      ShouldDecrementDesiredCapacity: false,
    })
    world.timeline.advance(900)
  }
  UpdateAutoScalingGroup({ ...group, ...(before !== undefined && { VPCZoneIdentifier: before }), MinSize: 0 })
  void source
  // Nothing that is there is current any more.
  const { LaunchTemplateId } = world.ec2.operations.DescribeLaunchTemplates({}).LaunchTemplates?.[0] ?? {}
  world.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateId,
    SourceVersion: '2',
    LaunchTemplateData: { ImageId: stage.group.oldImageId },
  })
}
