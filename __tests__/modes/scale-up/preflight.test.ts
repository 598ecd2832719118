import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { expectRolled, run, type Scene, scene, sceneOf } from '../../edges/fixture.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const MODE = { mode: 'scale-up-patch' }

const ON_DEMAND = 'L-1216C47A'
const SPOT = 'L-34B43A08'
const GET = 'servicequotas:GetServiceQuota'

describe('the preflight', () => {
  test('finds too few free addresses before anything is changed, in one error for all groups', async () => {
    const fixture = scene({ size: 6, zones: ['a', 'b'] })
    addGroup(fixture.account, { name: 'web-2', size: 2, outdated: true, zones: ['a'] })
    fixture.account.ledger.clear()
    const [subnet] = fixture.account.ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: ['eu-west-1a'] }] }).Subnets ?? [] // prettier-ignore
    fill(fixture, subnet?.SubnetId ?? '', 4)
    const refused = await run(fixture, { ...MODE, 'auto-scaling-groups': 'web*' })
    expect(refused.failed).toBe(true)
    expect(refused.reported).toContain('Make room, or let fewer come at once with `surge`.')
    expect(refused.reported).toContain(`web-2: free addresses in ${subnet?.SubnetId} (eu-west-1a): have 1, need 2`)
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('allows a roll one by one where a doubling has no room', async () => {
    const fixture = scene({ size: 3, zones: ['a'], balancers: [] })
    const [subnet] = fixture.account.ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: ['eu-west-1a'] }] }).Subnets ?? [] // prettier-ignore
    fill(fixture, subnet?.SubnetId ?? '', 2)
    const refused = await run(fixture, MODE)
    expect(refused.reported).toContain('have 2, need 3')
    expectRolled(fixture, await run(fixture, { mode: 'respawn' }))
  })

  test('finds target groups that would exceed their limit', async () => {
    const fixture = scene({ size: 3 })
    fixture.account.balancers.limits.targetsPerTargetGroup = 5
    const refused = await run(fixture, MODE)
    expect(refused.reported).toMatch(/web: targets in targetgroup\/web-1\/\w+: have 2, need 3/)
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('is made by a dry run as well', async () => {
    const fixture = scene({ size: 3 })
    fixture.account.balancers.limits.targetsPerTargetGroup = 5
    const refused = await run(fixture, { ...MODE, 'dry-run': 'true' })
    expect(refused.failed).toBe(true)
    expect(refused.reported).toMatch(/have 2, need 3/)
  })

  test('reports the vCPUs that a doubling launches at once', async () => {
    const fixture = scene({ size: 4 })
    const rolled = await run(fixture, MODE)
    expect(rolled.reported).toContain('web 4 instances of t3.micro, 8 vCPUs')
  })

  test('finds too few vCPUs in the quota of the account, less all running instances', async () => {
    const fixture = scene({ size: 4 })
    addGroup(fixture.account, { name: 'other', size: 3 })
    fixture.account.ledger.clear()
    fixture.account.serviceQuotas.set(ON_DEMAND, 2 * (4 + 3) + 7)
    const refused = await run(fixture, MODE)
    expect(refused.failed).toBe(true)
    expect(refused.reported).toContain(
      `web: vCPUs of Running On-Demand Standard instances (${ON_DEMAND}): have 7, need 8`,
    )
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('allows a roll with just enough vCPUs, and reads the quota once for all groups', async () => {
    const fixture = scene({ size: 4 })
    addGroup(fixture.account, { name: 'web-2', size: 2, outdated: true })
    fixture.account.ledger.clear()
    fixture.account.serviceQuotas.set(ON_DEMAND, 2 * (4 + 2) * 2)
    fixture.account.serviceQuotas.set(SPOT, 0)
    const rolled = await run(fixture, { ...MODE, 'auto-scaling-groups': 'web*' })
    expectRolled(fixture, rolled)
    expect(fixture.account.ledger.actions().filter((action) => action === GET)).toHaveLength(1)
  })

  test('compares a group on spot with the quota of spot, which terminated instances do not use', async () => {
    const fixture = spotScene()
    const { operations } = fixture.account.ec2
    const gone = operations.RunInstances({ ImageId: fixture.group.oldImageId, InstanceType: 'm5.large', MinCount: 5, MaxCount: 5, InstanceMarketOptions: { MarketType: 'spot' } }) // prettier-ignore
    operations.TerminateInstances({ InstanceIds: (gone.Instances ?? []).map(({ InstanceId = '' }) => InstanceId) })
    fixture.account.serviceQuotas.set(ON_DEMAND, 0)
    fixture.account.serviceQuotas.set(SPOT, 11)
    const refused = await run(fixture, { ...MODE, force: 'true' })
    expect(refused.reported).toContain(`web: vCPUs of All Standard Spot Instance Requests (${SPOT}): have 5, need 6`)
    fixture.account.serviceQuotas.set(SPOT, 12)
    expectRolled(fixture, await run(fixture, { ...MODE, force: 'true' }, { runId: '1001' }))
  })

  test.each([
    ['the role may not read', `not authorized to perform: ${GET}`, deny],
    ['an emulator does not know', 'specified quota does not exist', withoutQuota],
    ['cannot be reached', `There is no usable answer to ${GET}: the connection was reset.`, unreachable],
  ])('rolls without the quota that %s, and says so in the log alone', async (_name, reason, befall) => {
    const fixture = scene()
    fixture.account.serviceQuotas.set(ON_DEMAND, 0)
    befall(fixture)
    const rolled = await run(fixture, MODE)
    expectRolled(fixture, rolled)
    const reported = rolled.lines.filter((line) => line.includes('vCPU quota'))
    expect(reported).toEqual([expect.stringMatching(/The vCPU quota of Running On-Demand Standard instances was not checked: /)]) // prettier-ignore
    expect(reported[0]).toContain(reason)
    expect(rolled.annotations.filter(({ message }) => message.includes('quota'))).toEqual([])
    const requests = fixture.account.ledger.actions().filter((action) => action === GET)
    expect(requests.length).toBeLessThanOrEqual(3)
  })

  test('skips and reports checks that the role may not read', async () => {
    const fixture = scene()
    fixture.account.faults.deny(
      'ec2:DescribeSubnets',
      'elasticloadbalancing:DescribeAccountLimits',
      'ec2:DescribeInstanceTypes',
    )
    const rolled = await run(fixture, MODE)
    expectRolled(fixture, rolled)
    expect(rolled.reported).toMatch(/Free addresses were not checked: .*ec2:DescribeSubnets/)
    expect(rolled.reported).toMatch(/Targets per target group were not checked: .*DescribeAccountLimits/)
  })

  test('a maximum that must not be raised is refused by AWS before anything is launched', async () => {
    const fixture = scene({ sizes: { min: 3, max: 3 } })
    fixture.account.faults.deny('autoscaling:UpdateAutoScalingGroup')
    const refused = await run(fixture, MODE)
    expect(refused.failed).toBe(true)
    expect(refused.reported).toContain('MaxSize of web is 3 and is raised to 6')
    expect(fixture.account.ledger.highestTotal('web')).toBe(3)
  })

  test('comes before the patch where a roll follows it', async () => {
    const fixture = scene({ launch: 'template-number', outdated: undefined } as never)
    fixture.account.balancers.limits.targetsPerTargetGroup = 5
    const refused = await run(fixture, {
      mode: 'patch-image',
      image: fixture.group.newImageId,
      rollout: 'scale-up-patch',
    })
    expect(refused.reported).toMatch(/have 2, need 3/)
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('makes no call where there is nothing to launch', async () => {
    const fixture = scene({ outdated: undefined } as never)
    await run(fixture, MODE)
    expect(fixture.account.ledger.actions()).not.toContain('ec2:DescribeSubnets')
    expect(fixture.account.ledger.actions()).not.toContain(GET)
  })

  test('reads no quota where a group is restored', async () => {
    const fixture = scene()
    await run(fixture, { mode: 'restore' })
    expect(fixture.account.ledger.actions()).not.toContain(GET)
  })
})

function deny({ account }: Scene): void {
  account.faults.deny(GET)
}

function withoutQuota({ account }: Scene): void {
  const message = 'The request failed because the specified quota does not exist.'
  account.faults.inject({ action: GET, fault: { kind: 'refusal', code: 'NoSuchResourceException', message } })
}

function unreachable({ account }: Scene): void {
  account.faults.inject({ action: GET, fault: { kind: 'reset' } })
}

/** A group of three on spot, after AWS has replaced its on-demand instances. */
function spotScene(): Scene {
  const { account, group } = scene({ launch: 'mixed', outdated: undefined } as never)
  const { operations } = account.autoScaling
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
  account.ec2.operations.TerminateInstances({ InstanceIds: [...group.instanceIds] })
  account.timeline.advance(3600)
  return sceneOf(account, { ...group, instanceIds: instanceIds(account, group.name) })
}

/** Uses up all but a number of addresses of a subnet. */
function fill({ account, group }: Scene, subnetId: string, left: number): void {
  const imageId = group.oldImageId
  const free = (): number =>
    account.ec2.operations.DescribeSubnets({ SubnetIds: [subnetId] }).Subnets?.[0]?.AvailableIpAddressCount ?? 0
  while (free() > left) {
    const count = Math.min(500, free() - left)
    account.ec2.operations.RunInstances({ ImageId: imageId, InstanceType: 't3.micro', MinCount: count, MaxCount: count, SubnetId: subnetId }) // prettier-ignore
  }
}
