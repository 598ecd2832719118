import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const suspend = (it: Fixture, ...ScalingProcesses: string[]) => it.aws.SuspendProcesses({ ...web, ScalingProcesses })
const resume = (it: Fixture, ...ScalingProcesses: string[]) => it.aws.ResumeProcesses({ ...web, ScalingProcesses })
const suspended = (it: Fixture) => (it.group().SuspendedProcesses ?? []).map(({ ProcessName }) => ProcessName)

/** Two instances in service behind a target group, its health counted. */
function running(): Fixture {
  const it = fixture()
  it.create({ DesiredCapacity: 2, TargetGroupARNs: ['tg'], HealthCheckType: 'ELB' })
  it.settle()
  return it
}

describe('suspending', () => {
  test('adds to what is suspended, with the time as the reason', () => {
    const it = running()
    suspend(it, 'Launch')
    it.timeline.advance(60)
    suspend(it, 'Launch', 'AZRebalance')
    expect(it.group().SuspendedProcesses).toEqual([
      { ProcessName: 'Launch', SuspensionReason: 'User suspended at 2026-01-05T08:03:20Z' },
      { ProcessName: 'AZRebalance', SuspensionReason: 'User suspended at 2026-01-05T08:04:20Z' },
    ])
  })

  test.each([
    { name: 'no list', list: undefined },
    { name: 'an empty list', list: [] },
  ])('and resuming with $name means all processes', ({ list }) => {
    const it = running()
    it.aws.SuspendProcesses({ ...web, ScalingProcesses: list })
    expect(suspended(it)).toEqual(
      (it.aws.DescribeScalingProcessTypes({}).Processes ?? []).map(({ ProcessName }) => ProcessName),
    )
    it.aws.ResumeProcesses({ ...web, ScalingProcesses: list })
    expect(suspended(it)).toEqual([])
  })
})

describe('while suspended', () => {
  test('Launch keeps the group from growing, until it is resumed', () => {
    const it = running()
    suspend(it, 'Launch')
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.settle()
    expect(it.ids()).toHaveLength(2)
    resume(it, 'Launch')
    it.settle()
    expect(it.ids()).toHaveLength(3)
  })

  test('Launch: unhealthy ones are terminated, but nothing comes', () => {
    const it = running()
    suspend(it, 'Launch')
    it.aws.SetInstanceHealth({ InstanceId: it.ids()[0], HealthStatus: 'Unhealthy' })
    it.settle()
    expect(it.ids()).toHaveLength(1)
  })

  test('Terminate keeps what is in service, but not what is pending', () => {
    const it = running()
    suspend(it, 'Terminate')
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.settle()
    expect(it.lifecycles()).toEqual(['InService', 'InService'])
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.timeline.advance(10)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.settle()
    expect(it.ids()).toEqual(['i-00000000000000001', 'i-00000000000000002'])
    resume(it, 'Terminate')
    it.settle()
    expect(it.ids()).toHaveLength(1)
  })

  test('AddToLoadBalancer: instances launched meanwhile are never registered', () => {
    const it = running()
    suspend(it, 'AddToLoadBalancer')
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.settle()
    resume(it, 'AddToLoadBalancer')
    it.settle()
    expect(it.ids().map((id) => it.balancing.health('tg', id))).toEqual(['healthy', 'healthy', 'unused'])
  })

  test('HealthCheck notices nothing, but SetInstanceHealth still counts', () => {
    const it = running()
    suspend(it, 'HealthCheck')
    const [first = '', second = ''] = it.ids()
    it.service.interrupt(first)
    it.settle()
    expect(it.instances()[0]?.HealthStatus).toBe('Healthy')
    it.aws.SetInstanceHealth({ InstanceId: second, HealthStatus: 'Unhealthy' })
    it.settle()
    expect(it.ids()).toEqual([first, 'i-00000000000000003'])
    resume(it, 'HealthCheck')
    it.settle()
    expect(it.ids()).not.toContain(first)
  })

  test('ReplaceUnhealthy: marked, not replaced; at once on resumption', () => {
    const it = running()
    suspend(it, 'ReplaceUnhealthy')
    const [first = ''] = it.ids()
    it.balancing.sick.add(first)
    it.settle()
    expect(it.instances().map(({ HealthStatus }) => HealthStatus)).toEqual(['Unhealthy', 'Healthy'])
    resume(it, 'ReplaceUnhealthy')
    it.timeline.advance(5)
    expect(it.lifecycles()).toEqual(['Terminating', 'InService', 'Pending'])
  })

  test('AZRebalance: an unbalanced group stays so; resumed, it launches first and then terminates', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 4, VPCZoneIdentifier: 'subnet-a' })
    it.settle()
    suspend(it, 'AZRebalance')
    it.aws.UpdateAutoScalingGroup({ ...web, VPCZoneIdentifier: 'subnet-a,subnet-b' })
    it.settle()
    expect(it.zones()).toBe('aaaa')
    resume(it, 'AZRebalance')
    it.timeline.advance(30)
    expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService', 'InService', 'Pending'])
    expect(it.activities()[0]?.Cause).toMatch(
      /instances were launched to balance instances in zones eu-west-1b with other zones eu-west-1a resulting in more than desired number of instances in the group\.$/,
    )
    it.timeline.advance(600)
    expect([it.zones(), it.lifecycles().length]).toEqual(['aabb', 4])
  })

  test('Terminate: rebalancing only launches, up to a tenth above', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 4, MaxSize: 4, VPCZoneIdentifier: 'subnet-a' })
    it.settle()
    suspend(it, 'Terminate')
    it.aws.UpdateAutoScalingGroup({ ...web, VPCZoneIdentifier: 'subnet-a,subnet-b' })
    it.timeline.advance(1000)
    expect(it.zones()).toBe('aaaab')
    resume(it, 'Terminate')
    it.timeline.advance(1000)
    expect(it.zones()).toBe('aabb')
  })

  test('AlarmNotification: an alarm changes nothing', () => {
    const it = running()
    it.aws.PutScalingPolicy({
      ...web,
      PolicyName: 'up',
      AdjustmentType: 'ChangeInCapacity',
      ScalingAdjustment: 1,
      PolicyType: 'SimpleScaling',
    })
    suspend(it, 'AlarmNotification')
    it.timeline.advance(1000)
    it.service.alarm('web', 'up')
    expect(it.group().DesiredCapacity).toBe(2)
    resume(it, 'AlarmNotification')
    it.service.alarm('web', 'up')
    expect(it.group().DesiredCapacity).toBe(3)
  })

  test('ScheduledActions: what was due meanwhile is lost', () => {
    const it = running()
    it.aws.PutScheduledUpdateGroupAction({
      ...web,
      ScheduledActionName: 'noon',
      DesiredCapacity: 4,
      Recurrence: '0 12 * * *',
    })
    suspend(it, 'ScheduledActions')
    it.timeline.advance(5 * 3600)
    resume(it, 'ScheduledActions')
    expect(it.group().DesiredCapacity).toBe(2)
    it.timeline.advance(24 * 3600)
    expect(it.group().DesiredCapacity).toBe(4)
  })

  test('InstanceRefresh: a refresh pauses without being cancelled', () => {
    const it = running()
    suspend(it, 'InstanceRefresh')
    it.aws.StartInstanceRefresh(web)
    it.settle()
    expect(it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]?.Status).toBe('Pending')
    resume(it, 'InstanceRefresh')
    it.timeline.advance(1000)
    expect(it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]?.Status).toBe('Successful')
  })

  test('Launch: nothing can be attached or come back from standby', () => {
    const it = running()
    it.aws.EnterStandby({ ...web, InstanceIds: it.ids().slice(0, 1), ShouldDecrementDesiredCapacity: true })
    it.settle()
    suspend(it, 'Launch')
    expect(() => it.aws.ExitStandby({ ...web, InstanceIds: it.ids().slice(0, 1) })).toThrow(
      'The Launch process of AutoScalingGroup web is suspended.',
    )
  })
})
