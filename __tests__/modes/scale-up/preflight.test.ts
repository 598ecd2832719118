import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { expectRolled, run, type Scene, scene, sceneOf } from '../../edges/fixture.ts'

const MODE = { mode: 'scale-up-patch' }

const ON_DEMAND = 'L-1216C47A'
const SPOT = 'L-34B43A08'
const GET = 'servicequotas:GetServiceQuota'

describe('the look ahead', () => {
  test('finds too few free addresses before anything is changed, in one error for all groups', async () => {
    const stage = scene({ size: 6, zones: ['a', 'b'] })
    addGroup(stage.world, { name: 'web-2', size: 2, outdated: true, zones: ['a'] })
    stage.world.ledger.clear()
    const [subnet] = stage.world.ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: ['eu-west-1a'] }] }).Subnets ?? [] // prettier-ignore
    fill(stage, subnet?.SubnetId ?? '', 4)
    const refused = await run(stage, { ...MODE, 'auto-scaling-groups': 'web*' })
    expect(refused.failed).toBe(true)
    expect(refused.told).toContain('There is not enough room for this roll')
    expect(refused.told).toContain(`web-2: free addresses in ${subnet?.SubnetId} (eu-west-1a): have 1, need 2`)
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('lets a roll one by one go where the doubling has no room', async () => {
    const stage = scene({ size: 3, zones: ['a'], balancers: [] })
    const [subnet] = stage.world.ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: ['eu-west-1a'] }] }).Subnets ?? [] // prettier-ignore
    fill(stage, subnet?.SubnetId ?? '', 2)
    const refused = await run(stage, MODE)
    expect(refused.told).toContain('have 2, need 3')
    expectRolled(stage, await run(stage, { mode: 'respawn' }))
  })

  test('finds target groups that would hold more than they may', async () => {
    const stage = scene({ size: 3 })
    stage.world.balancers.limits.targetsPerTargetGroup = 5
    const refused = await run(stage, MODE)
    expect(refused.told).toMatch(/web: targets in targetgroup\/web-1\/\w+: have 2, need 3/)
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('is made by a dry run as well', async () => {
    const stage = scene({ size: 3 })
    stage.world.balancers.limits.targetsPerTargetGroup = 5
    const refused = await run(stage, { ...MODE, 'dry-run': 'true' })
    expect(refused.failed).toBe(true)
    expect(refused.told).toMatch(/have 2, need 3/)
  })

  test('tells what a doubling brings at once of vCPUs', async () => {
    const stage = scene({ size: 4 })
    const rolled = await run(stage, MODE)
    expect(rolled.told).toContain('web 4 instances of t3.micro, 8 vCPUs')
  })

  test('finds too few vCPUs in the quota of the account, less all that runs in it', async () => {
    const stage = scene({ size: 4 })
    addGroup(stage.world, { name: 'other', size: 3 })
    stage.world.ledger.clear()
    stage.world.serviceQuotas.set(ON_DEMAND, 2 * (4 + 3) + 7)
    const refused = await run(stage, MODE)
    expect(refused.failed).toBe(true)
    expect(refused.told).toContain(`web: vCPUs of Running On-Demand Standard instances (${ON_DEMAND}): have 7, need 8`)
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('lets a roll go whose vCPUs just fit, and asks for its one quota once for all groups', async () => {
    const stage = scene({ size: 4 })
    addGroup(stage.world, { name: 'web-2', size: 2, outdated: true })
    stage.world.ledger.clear()
    stage.world.serviceQuotas.set(ON_DEMAND, 2 * (4 + 2) * 2)
    stage.world.serviceQuotas.set(SPOT, 0)
    const rolled = await run(stage, { ...MODE, 'auto-scaling-groups': 'web*' })
    expectRolled(stage, rolled)
    expect(stage.world.ledger.actions().filter((action) => action === GET)).toHaveLength(1)
  })

  test('holds a group on spot against the quota of spot, of which what was asked for and is gone uses nothing', async () => {
    const stage = spotScene()
    const { operations } = stage.world.ec2
    const gone = operations.RunInstances({ ImageId: stage.group.oldImageId, InstanceType: 'm5.large', MinCount: 5, MaxCount: 5, InstanceMarketOptions: { MarketType: 'spot' } }) // prettier-ignore
    operations.TerminateInstances({ InstanceIds: (gone.Instances ?? []).map(({ InstanceId = '' }) => InstanceId) })
    stage.world.serviceQuotas.set(ON_DEMAND, 0)
    stage.world.serviceQuotas.set(SPOT, 11)
    const refused = await run(stage, { ...MODE, force: 'true' })
    expect(refused.told).toContain(`web: vCPUs of All Standard Spot Instance Requests (${SPOT}): have 5, need 6`)
    stage.world.serviceQuotas.set(SPOT, 12)
    expectRolled(stage, await run(stage, { ...MODE, force: 'true' }, { runId: '1001' }))
  })

  test.each([
    ['the role may not read', `not authorized to perform: ${GET}`, deny],
    ['an emulator does not know', 'specified quota does not exist', withoutQuota],
    ['cannot be reached', `${GET} was lost`, unreachable],
  ])('rolls without the quota that %s, and says so in the log alone', async (_name, reason, befall) => {
    const stage = scene()
    stage.world.serviceQuotas.set(ON_DEMAND, 0)
    befall(stage)
    const rolled = await run(stage, MODE)
    expectRolled(stage, rolled)
    const told = rolled.lines.filter((line) => line.includes('vCPU quota'))
    expect(told).toEqual([expect.stringMatching(/The vCPU quota of Running On-Demand Standard instances was not checked: /)]) // prettier-ignore
    expect(told[0]).toContain(reason)
    expect(rolled.annotations.filter(({ message }) => message.includes('quota'))).toEqual([])
    const asked = stage.world.ledger.actions().filter((action) => action === GET)
    expect(asked.length).toBeLessThanOrEqual(3)
  })

  test('skips, and says so, what the role may not read', async () => {
    const stage = scene()
    stage.world.faults.deny(
      'ec2:DescribeSubnets',
      'elasticloadbalancing:DescribeAccountLimits',
      'ec2:DescribeInstanceTypes',
    )
    const rolled = await run(stage, MODE)
    expectRolled(stage, rolled)
    expect(rolled.told).toMatch(/Free addresses were not checked: .*ec2:DescribeSubnets/)
    expect(rolled.told).toMatch(/Targets per target group were not checked: .*DescribeAccountLimits/)
  })

  test('a maximum that must not be raised is refused by AWS before anything is launched', async () => {
    const stage = scene({ sizes: { min: 3, max: 3 } })
    stage.world.faults.deny('autoscaling:UpdateAutoScalingGroup')
    const refused = await run(stage, MODE)
    expect(refused.failed).toBe(true)
    expect(refused.told).toContain('MaxSize of web is 3 and is raised to 6')
    expect(stage.world.ledger.highestTotal('web')).toBe(3)
  })

  test('comes before the patch where a roll follows it', async () => {
    const stage = scene({ launch: 'template-number', outdated: undefined } as never)
    stage.world.balancers.limits.targetsPerTargetGroup = 5
    const refused = await run(stage, { mode: 'patch-image', image: stage.group.newImageId, rollout: 'scale-up-patch' })
    expect(refused.told).toMatch(/have 2, need 3/)
    expect(stage.world.ledger.changes()).toEqual([])
  })

  test('asks for nothing where there is nothing to launch', async () => {
    const stage = scene({ outdated: undefined } as never)
    await run(stage, MODE)
    expect(stage.world.ledger.actions()).not.toContain('ec2:DescribeSubnets')
    expect(stage.world.ledger.actions()).not.toContain(GET)
  })

  test('asks for no quota where a group is put back', async () => {
    const stage = scene()
    await run(stage, { mode: 'restore' })
    expect(stage.world.ledger.actions()).not.toContain(GET)
  })
})

function deny({ world }: Scene): void {
  world.faults.deny(GET)
}

function withoutQuota({ world }: Scene): void {
  const message = 'The request failed because the specified quota does not exist.'
  world.faults.inject({ action: GET, mishap: { kind: 'refusal', code: 'NoSuchResourceException', message } })
}

function unreachable({ world }: Scene): void {
  world.faults.inject({ action: GET, mishap: { kind: 'reset' } })
}

/** A group of three on spot, once AWS has replaced what it had on demand. */
function spotScene(): Scene {
  const { world, group } = scene({ launch: 'mixed', outdated: undefined } as never)
  const { operations } = world.autoScaling
  const [now] = operations.DescribeAutoScalingGroups({}).AutoScalingGroups ?? []
  const LaunchTemplateId =
    now?.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification?.LaunchTemplateId ?? ''
  operations.UpdateAutoScalingGroup({
    AutoScalingGroupName: group.name,
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' },
        Overrides: [{ InstanceType: 't3.micro' }, { InstanceType: 't3.small' }],
      },
      InstancesDistribution: { OnDemandPercentageAboveBaseCapacity: 0 },
    },
  })
  world.ec2.operations.TerminateInstances({ InstanceIds: [...group.instanceIds] })
  world.timeline.advance(3600)
  return sceneOf(world, { ...group, instanceIds: instanceIds(world, group.name) })
}

/** Uses up all but so many addresses of a subnet. */
function fill({ world, group }: Scene, subnetId: string, left: number): void {
  const imageId = group.oldImageId
  const free = (): number =>
    world.ec2.operations.DescribeSubnets({ SubnetIds: [subnetId] }).Subnets?.[0]?.AvailableIpAddressCount ?? 0
  while (free() > left) {
    const count = Math.min(500, free() - left)
    world.ec2.operations.RunInstances({ ImageId: imageId, InstanceType: 't3.micro', MinCount: count, MaxCount: count, SubnetId: subnetId }) // prettier-ignore
  }
}
