import { addGroup } from '../../src/simulator/scenario.ts'
import { expectRolled, run, type Scene, scene } from '../edges/scene.ts'

const MODE = { mode: 'scale-up-patch' }

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

  test('tells what comes at once of vCPUs, since EC2 does not tell the quota', async () => {
    const stage = scene({ size: 4 })
    const rolled = await run(stage, MODE)
    expect(rolled.told).toContain('web 4 instances of t3.micro, 8 vCPUs')
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
  })
})

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
