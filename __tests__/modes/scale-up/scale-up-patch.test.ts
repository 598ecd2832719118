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
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const MODE = { mode: 'scale-up-patch' }

const launched = ({ account, group }: Scene): readonly string[] =>
  account.ledger.launches(group.name).filter((id) => !group.instanceIds.includes(id))

/** The number of instances in service in each zone. */
function zonesOf({ account, group }: Scene): Readonly<Record<string, number>> {
  const { AutoScalingGroups } = operator(account).DescribeAutoScalingGroups({ AutoScalingGroupNames: [group.name] })
  const zones: Record<string, number> = {}
  for (const { AvailabilityZone = '', LifecycleState } of AutoScalingGroups?.[0]?.Instances ?? [])
    if (LifecycleState === 'InService') zones[AvailabilityZone] = (zones[AvailabilityZone] ?? 0) + 1
  return zones
}

const spreadOf = (fixture: Scene): readonly number[] => Object.values(zonesOf(fixture)).toSorted((a, b) => a - b)

const terminations = ({ account }: Scene): readonly (readonly string[])[] =>
  account.ledger
    .changes()
    .filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup')
    .map(({ input }) => (input['InstanceIds'] as string[] | undefined) ?? [String(input['InstanceId'])])

describe('scale-up-patch', () => {
  test('doubles the group, waits for all new instances, and then terminates the old ones in one call', async () => {
    const fixture = scene({ size: 6 })
    const rolled = await run(fixture, MODE)
    expectRolled(fixture, rolled)
    expect(launched(fixture)).toHaveLength(6)
    expect(fixture.account.ledger.lowestReady('web')).toBe(6)
    expect(fixture.account.ledger.highestTotal('web')).toBe(12)
    expect(terminations(fixture)).toEqual([expect.arrayContaining([...fixture.group.instanceIds])])
    expect(spreadOf(fixture)).toEqual([2, 2, 2])
  })

  test('no old instance leaves before the last new one is ready', async () => {
    const fixture = scene({ size: 4 }, { behaviour: { bootSeconds: [20, 400] } })
    expectRolled(fixture, await run(fixture, MODE))
    const leavesAt = fixture.account.ledger.movements('web').find(({ kind }) => kind === 'left')?.at ?? 0
    const before = fixture.account.ledger.capacityOf('web').filter(({ at }) => at < leavesAt)
    expect(before.at(-1)?.ready).toBe(8)
  })

  test('a smaller surge rolls in as many waves as it takes, without a launch too many', async () => {
    const fixture = scene({ size: 6 })
    expectRolled(fixture, await run(fixture, { ...MODE, surge: '50%' }))
    expect(fixture.account.ledger.highestTotal('web')).toBe(9)
    expect(launched(fixture)).toHaveLength(6)
    expect(terminations(fixture).map((ids) => ids.length)).toEqual([3, 3])
    expect(spreadOf(fixture)).toEqual([2, 2, 2])
  })

  test('a given surge of 1 is one at a time, though 1 is the default of `respawn`', async () => {
    const fixture = scene({ size: 3 })
    expectRolled(fixture, await run(fixture, { ...MODE, surge: '1' }))
    expect(fixture.account.ledger.highestTotal('web')).toBe(4)
  })

  test.each([
    { policy: 'NewestInstance' },
    { policy: 'AllocationStrategy' },
    { policy: 'OldestInstance' },
    { policy: 'arn:aws:lambda:eu-west-1:123456789012:function:choose' },
  ])('names its victims itself, whatever the termination policy $policy would choose', async ({ policy }) => {
    const fixture = scene({ size: 4, settings: { TerminationPolicies: [policy] } })
    expectRolled(fixture, await run(fixture, MODE))
    expect(new Set(terminations(fixture).flat())).toEqual(new Set(fixture.group.instanceIds))
  })

  test('unbalanced zones: three in one and none in the other, where scale-in by policy would terminate a new one', async () => {
    const fixture = scene({ size: 3, zones: ['a', 'b'] })
    // An operator terminates instances of the second zone until all three are in the first.
    unbalance(fixture, 'eu-west-1a')
    expect(zonesOf(fixture)).toEqual({ 'eu-west-1a': 3 })
    const old = instanceIds(fixture.account, 'web')
    const from = fixture.account.timeline.now
    const rolled = await run(fixture, MODE)
    expect(rolled.result.status).toBe('rolled')
    expect(instanceIds(fixture.account, 'web').filter((id) => old.includes(id))).toEqual([])
    expect(fixture.account.ledger.lowestReady('web', from)).toBe(3)
    expect(spreadOf(fixture).reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  test('protected and attached instances are old like any other', async () => {
    const fixture = scene({ size: 4, sizes: { min: 0, max: 8 } })
    const [first = '', second = ''] = fixture.group.instanceIds
    operator(fixture.account).SetInstanceProtection({
      AutoScalingGroupName: 'web',
      InstanceIds: [first],
      ProtectedFromScaleIn: true,
    })
    operator(fixture.account).DetachInstances({
      AutoScalingGroupName: 'web',
      InstanceIds: [second],
      ShouldDecrementDesiredCapacity: true,
    })
    fixture.account.timeline.advance(600)
    operator(fixture.account).AttachInstances({ AutoScalingGroupName: 'web', InstanceIds: [second] })
    fixture.account.timeline.advance(600)
    const now = { ...fixture, before: standing(fixture.account) }
    expectRolled(now, await run(now, MODE))
  })

  test('a group at its maximum grows for the time of the roll, and the plan says so', async () => {
    const fixture = scene({ size: 3, sizes: { min: 3, max: 3 } })
    const rolled = await run(fixture, MODE)
    expectRolled(fixture, rolled)
    expect(rolled.reported).toContain('MaxSize of web is 3 and is raised to 6 for the time of the roll')
  })

  test('a doubling that fails goes back to the original size, and the next one doubles no more than once', async () => {
    const fixture = scene({ size: 4 })
    let launches = 0
    fixture.account.behaviour.refuseLaunch = () =>
      ++launches > 2 ? 'We currently do not have sufficient capacity.' : undefined
    const failed = await run(fixture, MODE)
    expectPutBack(fixture, failed)
    expect(oldLeft(fixture)).toHaveLength(4)
    expect(instanceIds(fixture.account, 'web')).toHaveLength(4)
    expect(failed.reported).toContain('We currently do not have sufficient capacity.')
    fixture.account.behaviour.refuseLaunch = () => undefined
    const again = await run(fixture, MODE, { runId: '2000' })
    expectRolled(fixture, again)
    expect(fixture.account.ledger.highestTotal('web')).toBe(8)
  })

  test('a run that takes over a doubled group does not double it again', async () => {
    const fixture = scene({ size: 3 })
    const rehearsal = scene({ size: 3 })
    await run(rehearsal, MODE)
    const doubling = rehearsal.account.ledger.entries.findIndex(
      ({ operation }) => operation === 'UpdateAutoScalingGroup',
    )
    const died = await run(fixture, MODE, { process: { crash: { when: 'after', call: doubling + 1 } } })
    expect(died.died).toBe(true)
    expect(fixture.account.autoScaling.capacity('web').desired).toBe(6)
    fixture.account.timeline.advance(600)
    expectRolled(fixture, await run(fixture, MODE, { runId: '2000' }))
    expect(fixture.account.ledger.highestTotal('web')).toBe(6)
    expect(launched(fixture)).toHaveLength(3)
  })

  test('a second run finds nothing to do', async () => {
    const fixture = scene()
    await run(fixture, MODE)
    const again = await run(fixture, MODE, { runId: '2000' })
    expect(again.result.status).toBe('current')
  })

  test('a dry run shows the same steps and makes none', async () => {
    const fixture = scene()
    const planned = await run(fixture, { ...MODE, 'dry-run': 'true' })
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
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('follows a patch where `rollout` says so', async () => {
    const fixture = scene({ launch: 'template-number', outdated: undefined } as never)
    const rolled = await run(fixture, {
      mode: 'patch-image',
      image: fixture.group.newImageId,
      rollout: 'scale-up-patch',
    })
    expect(rolled.result.status).toBe('rolled')
    expect(fixture.account.ledger.highestTotal('web')).toBe(6)
  })
})

function unbalance(fixture: Scene, zone: string): void {
  const { account } = fixture
  const { SuspendProcesses, DescribeAutoScalingGroups, UpdateAutoScalingGroup } = operator(account)
  const group = { AutoScalingGroupName: 'web' }
  SuspendProcesses({ ...group, ScalingProcesses: ['AZRebalance'] })
  const subnets = (letters: readonly string[]): string =>
    (
      account.ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: [...letters] }] })
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
    operator(account).TerminateInstanceInAutoScalingGroup({
      InstanceId: other.InstanceId,
      ShouldDecrementDesiredCapacity: false,
    })
    account.timeline.advance(900)
  }
  UpdateAutoScalingGroup({ ...group, ...(before !== undefined && { VPCZoneIdentifier: before }), MinSize: 0 })
  void source
  // No present instance is current any more.
  const { LaunchTemplateId } = account.ec2.operations.DescribeLaunchTemplates({}).LaunchTemplates?.[0] ?? {}
  account.ec2.operations.CreateLaunchTemplateVersion({
    LaunchTemplateId,
    SourceVersion: '2',
    LaunchTemplateData: { ImageId: fixture.group.oldImageId },
  })
}
