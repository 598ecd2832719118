import { SimulatedAccount } from '../../../simulator/account.ts'
import type { Behaviour } from '../../../simulator/interfaces.ts'
import { addGroup } from '../../../simulator/scenario.ts'

const web = { AutoScalingGroupName: 'web' } as const

/** A group of two that has come up, with EC2 and load balancers as they are. */
function running(
  HealthCheckType: string,
  { behaviour, balancers }: { readonly behaviour?: Partial<Behaviour>; readonly balancers?: readonly ['target-group'] } = {}, // prettier-ignore
) {
  const account = new SimulatedAccount({ behaviour: { reactionSeconds: 5, impairedSeconds: 120, ...behaviour } })
  addGroup(account, { name: 'web', size: 2, settings: { HealthCheckType }, ...(balancers && { balancers }) })
  account.timeline.advance(600)
  const instances = () =>
    account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.Instances ?? [] // prettier-ignore
  return { account, instances, ids: () => instances().map(({ InstanceId = '' }) => InstanceId) }
}

describe('EC2’s status checks', () => {
  test.each(['EC2', 'ELB', 'EBS'])('that fail for some minutes have an instance replaced, with the type %s', (type) => {
    const { account, ids, instances } = running(type)
    const [id = ''] = ids()
    account.ec2.setReachable(id, 'impaired')
    account.timeline.advance(100)
    expect(instances().find(({ InstanceId }) => InstanceId === id)?.HealthStatus).toBe('Healthy')
    account.timeline.advance(300)
    expect(ids()).not.toContain(id)
    const { Activities } = account.autoScaling.operations.DescribeScalingActivities(web)
    expect(Activities?.some(({ Cause }) => Cause?.includes('an EC2 instance status check failure'))).toBe(true)
  })

  test('that pass again in time, or fail while HealthCheck is suspended, replace nothing', () => {
    const { account, ids } = running('EC2')
    const before = ids()
    const [first = '', second = ''] = before
    account.ec2.setReachable(first, 'impaired')
    account.timeline.advance(60)
    account.ec2.setReachable(first, 'reachable')
    account.autoScaling.operations.SuspendProcesses({ ...web, ScalingProcesses: ['HealthCheck'] })
    account.ec2.setReachable(second, 'impaired')
    account.timeline.advance(900)
    expect(ids()).toEqual(before)
  })

  test('are those of no instance that EC2 has ended while HealthCheck is suspended: it stays in service and is not ready', () => {
    const { account, ids } = running('EC2')
    const [first = ''] = ids()
    account.autoScaling.operations.SuspendProcesses({ ...web, ScalingProcesses: ['HealthCheck'] })
    expect(account.autoScaling.capacity('web').ready).toBe(2)
    account.ec2.reclaim(first)
    account.timeline.advance(600)
    expect(ids()).toContain(first)
    expect(account.autoScaling.capacity('web').ready).toBe(1)
    const { InstanceStatuses = [] } = account.ec2.operations.DescribeInstanceStatus({
      InstanceIds: [first],
      IncludeAllInstances: true,
    })
    expect(InstanceStatuses[0]).toMatchObject({
      InstanceState: { Name: 'terminated' },
      InstanceStatus: { Status: 'not-applicable' },
    })
  })

  test('are waited out for the grace period', () => {
    const account = new SimulatedAccount({ behaviour: { reactionSeconds: 5, impairedSeconds: 60 } })
    addGroup(account, { name: 'web', size: 1, settings: { HealthCheckGracePeriod: 1000 } })
    const { operations } = account.autoScaling
    const ids = () => operations.DescribeAutoScalingInstances({}).AutoScalingInstances?.map(({ InstanceId }) => InstanceId) ?? [] // prettier-ignore
    const [id = ''] = ids()
    account.ec2.setReachable(id, 'impaired')
    account.timeline.advance(700)
    expect(ids()).toEqual([id])
    account.timeline.advance(500)
    expect(ids()).not.toContain(id)
  })

  test('that have not passed are no ready capacity where no load balancer sends requests', () => {
    const account = new SimulatedAccount({
      behaviour: { bootSeconds: 60, statusCheckSeconds: 120, reactionSeconds: 5 },
    })
    addGroup(account, { name: 'web', size: 1 })
    account.autoScaling.operations.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
    account.timeline.advance(100)
    expect(account.autoScaling.capacity('web')).toMatchObject({ inService: 2, ready: 1 })
    account.timeline.advance(120)
    expect(account.autoScaling.capacity('web')).toMatchObject({ inService: 2, ready: 2 })
  })

  test('fail for ever on instances of an image that boots impaired: each is replaced, and none gets ready', () => {
    const account = new SimulatedAccount({ behaviour: { reactionSeconds: 5, impairedSeconds: 60 } })
    const { newImageId, sourceNames } = addGroup(account, { name: 'web', size: 1, outdated: true })
    expect(sourceNames).not.toEqual([])
    account.behaviour.impairedImages.add(newImageId)
    account.autoScaling.operations.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
    const seen = new Set<string>()
    for (let minute = 0; minute < 20; minute++) {
      account.timeline.advance(60)
      const { ready, ids } = account.autoScaling.capacity('web')
      expect(ready).toBe(1)
      for (const id of ids.inService) seen.add(id)
    }
    expect(seen.size).toBeGreaterThan(3)
  })
})

describe('EBS volumes', () => {
  test.each([
    { type: 'EC2,EBS', stays: false },
    { type: 'EC2', stays: true },
  ])('with the health check type $type an instance whose volumes fail stays: $stays', ({ type, stays }) => {
    const { account, ids } = running(type)
    const [id = ''] = ids()
    account.ec2.setVolumes(id, 'impaired')
    account.timeline.advance(100)
    expect(ids()).toContain(id)
    account.timeline.advance(300)
    expect(ids().includes(id)).toBe(stays)
  })

  test('that pass again in time replace nothing', () => {
    const { account, ids } = running('EBS')
    const before = ids()
    account.ec2.setVolumes(before[0] ?? '', 'impaired')
    account.timeline.advance(60)
    account.ec2.setVolumes(before[0] ?? '', 'ok')
    account.timeline.advance(600)
    expect(ids()).toEqual(before)
  })

  test('are told by EC2 beside the other checks', () => {
    const { account, ids } = running('EC2')
    const [id = ''] = ids()
    const told = () => account.ec2.operations.DescribeInstanceStatus({ InstanceIds: [id] }).InstanceStatuses?.[0]
    expect(told()?.AttachedEbsStatus?.Status).toBe('ok')
    account.ec2.setVolumes(id, 'impaired')
    expect(told()).toMatchObject({ AttachedEbsStatus: { Status: 'impaired' }, InstanceStatus: { Status: 'ok' } })
  })
})

describe('an instance that its load balancer does not know, in a group with the health check type ELB', () => {
  test.each([
    { unhealthy: true, replaced: true },
    { unhealthy: false, replaced: false },
  ])('is replaced after the grace period where unregisteredIsUnhealthy says so: $replaced', ({ unhealthy, replaced }) => {
    const { account, ids, instances } = running('ELB', { behaviour: { unregisteredIsUnhealthy: unhealthy }, balancers: ['target-group'] })
    const { operations } = account.autoScaling
    operations.SuspendProcesses({ ...web, ScalingProcesses: ['AddToLoadBalancer'] })
    operations.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    account.timeline.advance(90)
    const dark = ids().at(-1) ?? ''
    operations.UpdateAutoScalingGroup({ ...web, HealthCheckGracePeriod: 200 })
    account.timeline.advance(150)
    expect(instances().find(({ InstanceId }) => InstanceId === dark)?.HealthStatus).toBe('Healthy')
    account.timeline.advance(300)
    expect(ids().includes(dark)).toBe(!replaced)
  }) // prettier-ignore

  test('is not replaced in a group that asks EC2 alone', () => {
    const { account, ids } = running('EC2', { behaviour: { unregisteredIsUnhealthy: true }, balancers: ['target-group'] }) // prettier-ignore
    account.autoScaling.operations.SuspendProcesses({ ...web, ScalingProcesses: ['AddToLoadBalancer'] })
    account.autoScaling.operations.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    account.timeline.advance(120)
    const before = ids()
    account.timeline.advance(1200)
    expect(ids()).toEqual(before)
  })

  test('that was registered by hand is judged like any other', () => {
    const { account, ids } = running('ELB', { balancers: ['target-group'] })
    const { operations } = account.autoScaling
    operations.SuspendProcesses({ ...web, ScalingProcesses: ['AddToLoadBalancer'] })
    operations.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    account.timeline.advance(120)
    const dark = ids().at(-1) ?? ''
    const [TargetGroupArn = ''] = operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.TargetGroupARNs ?? [] // prettier-ignore
    account.balancers.v2.operations.RegisterTargets({ TargetGroupArn, Targets: [{ Id: dark }] })
    account.timeline.advance(120)
    account.balancers.setHealth(TargetGroupArn, dark, 'unhealthy')
    account.timeline.advance(600)
    expect(ids()).not.toContain(dark)
  })
})
