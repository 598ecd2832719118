import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

function two(): Fixture {
  const it = fixture()
  it.create({ MinSize: 1, DesiredCapacity: 2, TargetGroupARNs: ['tg'] })
  it.settle()
  return it
}

describe('standby', () => {
  test('drains, keeps the instance, and lowers the desired capacity on request', () => {
    const it = two()
    it.balancing.drainSeconds = 40
    const [id = ''] = it.ids()
    const { Activities } = it.aws.EnterStandby({ ...web, InstanceIds: [id], ShouldDecrementDesiredCapacity: true })
    expect(Activities).toMatchObject([
      { Description: `Moving EC2 instance to Standby: ${id}`, StatusCode: 'InProgress', Progress: 50 },
    ])
    expect([it.lifecycles(), it.group().DesiredCapacity]).toEqual([['EnteringStandby', 'InService'], 1])
    it.timeline.advance(40)
    expect([it.lifecycles(), it.balancing.health('tg', id)]).toEqual([['Standby', 'InService'], 'unused'])
    it.settle()
    expect(it.ids()).toHaveLength(2)
  })

  test('without decrement brings a replacement', () => {
    const it = two()
    it.aws.EnterStandby({ ...web, InstanceIds: it.ids().slice(0, 1), ShouldDecrementDesiredCapacity: false })
    it.settle()
    expect(it.lifecycles()).toEqual(['Standby', 'InService', 'InService'])
  })

  test('ends through Pending, with an activity that is PreInService, and raises the desired capacity', () => {
    const it = two()
    const [id = ''] = it.ids()
    it.aws.EnterStandby({ ...web, InstanceIds: [id], ShouldDecrementDesiredCapacity: true })
    it.settle()
    const { Activities } = it.aws.ExitStandby({ ...web, InstanceIds: [id] })
    expect(Activities).toMatchObject([{ StatusCode: 'PreInService', Progress: 30 }])
    expect([it.lifecycles(), it.group().DesiredCapacity]).toEqual([['Pending', 'InService'], 2])
    it.timeline.advance(30)
    expect([it.lifecycles(), it.balancing.health('tg', id)]).toEqual([['InService', 'InService'], 'healthy'])
  })

  test('cannot end above the maximum', () => {
    const it = two()
    it.aws.EnterStandby({ ...web, InstanceIds: it.ids().slice(0, 1), ShouldDecrementDesiredCapacity: false })
    it.settle()
    it.aws.UpdateAutoScalingGroup({ ...web, MaxSize: 2 })
    expect(() => it.aws.ExitStandby({ ...web, InstanceIds: it.ids().slice(0, 1) })).toThrow(
      'AutoScalingGroup web has min-size=1, max-size=2, and desired-size=2. To exit from standby 1 instance, please update',
    )
  })

  test('an instance in standby can be terminated by id without lowering the desired capacity', () => {
    const it = two()
    it.aws.EnterStandby({ ...web, InstanceIds: it.ids().slice(0, 1), ShouldDecrementDesiredCapacity: true })
    it.settle()
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: it.ids()[0], ShouldDecrementDesiredCapacity: true })
    it.settle()
    expect([it.lifecycles(), it.group().DesiredCapacity]).toEqual([['InService'], 1])
  })
})

describe('attach and detach', () => {
  test('a detached instance keeps running without tag and protection, and can be attached again', () => {
    const it = two()
    const [id = ''] = it.ids()
    it.aws.SetInstanceProtection({ ...web, InstanceIds: [id], ProtectedFromScaleIn: true })
    const { Activities } = it.aws.DetachInstances({ ...web, InstanceIds: [id], ShouldDecrementDesiredCapacity: true })
    expect(Activities).toMatchObject([{ Description: `Detaching EC2 instance: ${id}` }])
    it.settle()
    expect([it.ids().includes(id), it.compute.machine(id)?.state, it.compute.machines.get(id)?.tags]).toEqual([
      false,
      'running',
      {},
    ])
    it.aws.AttachInstances({ ...web, InstanceIds: [id] })
    it.settle()
    const back = it.instances().find(({ InstanceId }) => InstanceId === id)
    expect(back).toMatchObject({ LifecycleState: 'InService', ProtectedFromScaleIn: false })
    // Its launch source is not known any more.
    expect(back).not.toHaveProperty('LaunchTemplate')
    expect(it.compute.machines.get(id)?.tags).toEqual({ 'aws:autoscaling:groupName': 'web' })
    expect(it.group().DesiredCapacity).toBe(2)
  })

  test('without decrement a replacement comes', () => {
    const it = two()
    it.aws.DetachInstances({ ...web, InstanceIds: it.ids().slice(0, 1), ShouldDecrementDesiredCapacity: false })
    it.settle()
    expect(it.ids()).toEqual(['i-00000000000000002', 'i-00000000000000003'])
  })

  test('attaching is refused above the maximum, for a stopped instance and for a foreign zone', () => {
    const it = two()
    const location = { imageId: 'ami-1', type: 'm5.large', tags: {} }
    const { id } = it.compute.launch({ ...location, subnetId: 'subnet-a' })
    const foreign = it.compute.launch({ ...location, subnetId: 'subnet-c' }).id
    const attach = (InstanceIds: string[]) => () => it.aws.AttachInstances({ ...web, InstanceIds })
    expect(attach([id])).toThrow(`Instance ${id} is not in correct state. Instance(s) must be in running state.`)
    it.settle()
    expect(attach([foreign])).toThrow("eu-west-1c, is not one of the group's.")
    it.aws.UpdateAutoScalingGroup({ ...web, MaxSize: 2 })
    expect(attach([id])).toThrow('max-size=2, and desired-size=2. To attach 1 instance, please update')
  })
})

describe('load balancers', () => {
  test('go from Added to InService with the first healthy instance', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    it.aws.AttachLoadBalancers({ ...web, LoadBalancerNames: ['lb'] })
    it.aws.AttachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: ['tg'] })
    const states = () =>
      (it.aws.DescribeTrafficSources(web).TrafficSources ?? []).map(
        ({ Identifier, Type, State }) => `${Identifier} ${Type} ${State}`,
      )
    expect(states()).toEqual(['lb elb Added', 'tg elbv2 Added'])
    it.timeline.advance(20)
    expect(states()).toEqual(['lb elb InService', 'tg elbv2 InService'])
    expect(it.aws.DescribeLoadBalancers(web).LoadBalancers).toEqual([{ LoadBalancerName: 'lb', State: 'InService' }])
    expect(it.aws.DescribeLoadBalancerTargetGroups(web).LoadBalancerTargetGroups).toEqual([
      { LoadBalancerTargetGroupARN: 'tg', State: 'InService' },
    ])
  })

  test('stay Adding while AddToLoadBalancer is suspended, since no instance was registered', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1 })
    it.settle()
    it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['AddToLoadBalancer'] })
    it.aws.AttachTrafficSources({
      ...web,
      TrafficSources: [{ Identifier: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/x/1' }],
    })
    expect(it.aws.DescribeTrafficSources(web).TrafficSources?.[0]).toMatchObject({ State: 'Adding', Type: 'elbv2' })
  })

  test('that are detached deregister all instances', () => {
    const it = two()
    it.aws.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: ['tg'] })
    expect(it.ids().map((id) => it.balancing.health('tg', id))).toEqual(['unused', 'unused'])
    expect(it.group().TargetGroupARNs).toEqual([])
  })

  test('that are detached are Removing until their instances have drained, and are attached again meanwhile', () => {
    const account = new SimulatedAccount()
    addGroup(account, { name: 'web', balancers: ['target-group', 'classic'] })
    const { operations } = account.autoScaling
    const states = () =>
      (operations.DescribeTrafficSources(web).TrafficSources ?? []).map(({ Type, State }) => `${Type} ${State}`).sort()
    const TargetGroupARNs = operations.DescribeAutoScalingGroups({}).AutoScalingGroups?.[0]?.TargetGroupARNs ?? []
    operations.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs })
    // The classic load balancer drains nothing unless it is told to.
    operations.DetachLoadBalancers({ ...web, LoadBalancerNames: ['web-2'] })
    expect(states()).toEqual(['elbv2 Removing'])
    expect(operations.DescribeAutoScalingGroups({}).AutoScalingGroups?.[0]?.TargetGroupARNs).toEqual([])
    account.timeline.advance(299)
    expect(states()).toEqual(['elbv2 Removing'])
    account.timeline.advance(1)
    expect(states()).toEqual([])
    operations.AttachLoadBalancerTargetGroups({ ...web, TargetGroupARNs })
    account.timeline.advance(60)
    operations.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs })
    operations.AttachLoadBalancerTargetGroups({ ...web, TargetGroupARNs })
    expect(states()).toEqual(['elbv2 Added'])
  })

  test('that are deleted take nothing from what serves, but keep the group from launching until they are detached', () => {
    const it = two()
    it.aws.UpdateAutoScalingGroup({ ...web, HealthCheckType: 'ELB' })
    it.balancing.gone.add('tg')
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: it.ids()[0], ShouldDecrementDesiredCapacity: false })
    it.settle()
    expect(it.lifecycles()).toEqual(['InService'])
    expect(it.service.capacity('web').ready).toBe(1)
    it.aws.DetachLoadBalancerTargetGroups({ ...web, TargetGroupARNs: ['tg'] })
    it.settle()
    it.settle()
    expect(it.service.capacity('web').ready).toBe(2)
  })
})
