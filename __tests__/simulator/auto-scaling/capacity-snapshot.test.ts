import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup, instanceIds } from '../../../simulator/scenario.ts'
import { fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

test('ready is in service and healthy in every load balancer, not merely in service', () => {
  const it = fixture()
  it.create({ DesiredCapacity: 2, TargetGroupARNs: ['tg'], Tags: [{ Key: 'a', Value: 'b' }] })
  it.timeline.advance(65)
  expect(it.service.capacity('web')).toMatchObject({
    inService: 2,
    ready: 0,
    pending: 0,
    desired: 2,
    min: 0,
    max: 10,
    tags: { a: 'b' },
  })
  it.timeline.advance(20)
  expect(it.service.capacity('web')).toMatchObject({ ready: 2, at: it.timeline.now })
  it.aws.SetInstanceProtection({ ...web, InstanceIds: it.ids().slice(0, 1), ProtectedFromScaleIn: true })
  it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['Launch'] })
  it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: it.ids()[1], ShouldDecrementDesiredCapacity: false })
  const [kept = '', gone = ''] = it.ids()
  expect(it.service.capacity('web')).toMatchObject({
    ready: 1, leaving: 1, suspended: ['Launch'], protectedIds: [kept], ids: { ready: [kept], leaving: [gone], pending: [] },
  }) // prettier-ignore
  expect(it.service.groupNames()).toEqual(['web'])
})

test('what is ready follows each change of an instance, of its health, and of what sends requests', () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 2, balancers: ['target-group'] })
  addGroup(account, { name: 'api', size: 1, balancers: ['target-group'] })
  const { autoScaling, balancers, ec2, timeline } = account
  const targetGroupOf = (name: string): string =>
    autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [name] }).AutoScalingGroups?.[0]
      ?.TargetGroupARNs?.[0] ?? ''
  const [first = '', second = ''] = instanceIds(account, 'web')
  const ready = (): readonly string[] => autoScaling.capacity('web').ids.ready
  expect(ready()).toEqual([first, second])
  balancers.setHealth(targetGroupOf('web'), first, 'unhealthy')
  expect(ready()).toEqual([second])
  balancers.setHealth(targetGroupOf('web'), first, 'healthy')
  expect(ready()).toEqual([first, second])
  const TargetGroupARNs = [targetGroupOf('api')]
  autoScaling.operations.AttachLoadBalancerTargetGroups({ ...web, TargetGroupARNs })
  expect(ready()).toEqual([])
  autoScaling.operations.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs })
  expect(ready()).toEqual([first, second])
  autoScaling.operations.SetInstanceHealth({ InstanceId: second, HealthStatus: 'Unhealthy' })
  expect(ready()).toEqual([first])
  autoScaling.operations.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: [targetGroupOf('web')] })
  ec2.setReachable(first, 'impaired')
  timeline.advance(1)
  expect(ready()).toEqual([])
})

test('a group of a thousand is launched, doubled and halved in seconds', () => {
  const it = fixture()
  it.create({ DesiredCapacity: 1000, MaxSize: 2000, TargetGroupARNs: ['tg'], HealthCheckType: 'ELB' })
  const began = performance.now()
  it.settle()
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2000 })
  it.settle()
  it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1000 })
  it.settle()
  expect(it.service.capacity('web')).toMatchObject({ ready: 1000, pending: 0, leaving: 0 })
  expect(performance.now() - began).toBeLessThan(5000)
})

test('a thousand groups run for a virtual hour in seconds, and idle ones put nothing on the timeline', () => {
  const it = fixture()
  const began = performance.now()
  for (let n = 0; n < 1000; n++) it.create({ AutoScalingGroupName: `g${n}`, DesiredCapacity: 3 })
  it.timeline.advance(3600)
  expect(it.timeline.next).toBeUndefined()
  expect(it.service.groupNames().every((name) => it.service.capacity(name).ready === 3)).toBe(true)
  expect(performance.now() - began).toBeLessThan(5000)
})
