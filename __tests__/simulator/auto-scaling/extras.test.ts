import { nextRun } from '../../../simulator/auto-scaling/cron.ts'
import { START } from './fakes.ts'
import { fixture, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const

describe('warm pools', () => {
  const pool = (it: Fixture) =>
    (it.aws.DescribeWarmPool(web).Instances ?? []).map(({ LifecycleState }) => LifecycleState)

  test('hold prepared instances beside the group, stopped by default', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, MaxSize: 3 })
    it.aws.PutWarmPool(web)
    it.settle()
    expect([pool(it), it.lifecycles()]).toEqual([['Warmed:Stopped', 'Warmed:Stopped'], ['InService']])
    expect(it.group()).toMatchObject({ WarmPoolConfiguration: { MinSize: 0, PoolState: 'Stopped' }, WarmPoolSize: 2 })
  })

  test('give their instances first when the group grows', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, MaxSize: 3 })
    it.aws.PutWarmPool({ ...web, PoolState: 'Running' })
    it.settle()
    const prepared = (it.aws.DescribeWarmPool(web).Instances ?? []).map(({ InstanceId }) => InstanceId)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.timeline.advance(5)
    expect(it.lifecycles()).toEqual(['InService', 'InService', 'InService'])
    expect(it.ids()).toEqual(expect.arrayContaining(prepared))
  })

  // A pool had given two for two that EC2 reclaimed. Of the next launches three were told to replace unhealthy instances, where two did, and
  // none told of a raise: the run that came later took its own raise for one of others (seed 12928 of the groups).
  test('give one for an unhealthy instance, and what is launched for a raise after that tells of the raise', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 2, MaxSize: 3 })
    it.aws.PutWarmPool({ ...web, PoolState: 'Running' })
    it.settle()
    it.service.interrupt(it.ids()[0] ?? '')
    it.timeline.advance(5)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 3 })
    it.settle()
    const launch = it
      .activities()
      .find(({ Description = '' }) => Description.startsWith('Launching a new EC2 instance: '))
    expect(launch?.Cause).toContain('changing the desired capacity from 2 to 3')
  })

  test('a stopped instance starts before it is in service', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, MaxSize: 2 })
    it.aws.PutWarmPool(web)
    it.settle()
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
    it.timeline.advance(10)
    expect(it.lifecycles()).toEqual(['InService', 'Pending'])
    it.timeline.advance(60)
    expect(it.lifecycles()).toEqual(['InService', 'InService'])
  })

  test('do not allow terminations by id and protection for their instances', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, MaxSize: 2 })
    it.aws.PutWarmPool(web)
    it.settle()
    const id = it.aws.DescribeWarmPool(web).Instances?.[0]?.InstanceId ?? ''
    expect(() =>
      it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: false }),
    ).toThrow('not supported for instances in a warm pool')
    expect(() => it.aws.SetInstanceProtection({ ...web, InstanceIds: [id], ProtectedFromScaleIn: true })).toThrow(
      'not supported for instances in a warm pool',
    )
  })

  const reusing = { ...web, MaxGroupPreparedCapacity: 2, InstanceReusePolicy: { ReuseOnScaleIn: true } }
  const prepared = (it: Fixture) =>
    (it.aws.DescribeWarmPool(web).Instances ?? []).map(({ InstanceId = '' }) => InstanceId)

  test('take instances back from service on scale-in, where their policy says so', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 2, MaxSize: 2 })
    it.aws.PutWarmPool(reusing)
    it.settle()
    const before = it.ids()
    expect(pool(it)).toEqual([])
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.settle()
    expect([pool(it), it.lifecycles()]).toEqual([['Warmed:Stopped'], ['InService']])
    expect([...prepared(it), ...it.ids()].toSorted()).toEqual(before.toSorted())
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 2 })
    it.settle()
    expect(it.ids().toSorted()).toEqual(before.toSorted())
  })

  test.each([
    {
      name: 'an instance terminated by id without a replacement returns',
      decrement: true,
      reuses: true,
      returns: true,
    },
    { name: 'or does not, as the behaviour is set', decrement: true, reuses: false, returns: false },
    { name: 'an instance that is replaced never returns', decrement: false, reuses: true, returns: false },
  ])('$name', ({ decrement, reuses, returns }) => {
    const it = fixture({ reusesTerminatedById: reuses })
    it.create({ DesiredCapacity: 2, MaxSize: 2 })
    it.aws.PutWarmPool(reusing)
    it.settle()
    const [id = ''] = it.ids()
    it.aws.TerminateInstanceInAutoScalingGroup({ InstanceId: id, ShouldDecrementDesiredCapacity: decrement })
    it.settle()
    expect([prepared(it).includes(id), it.ids().includes(id)]).toEqual([returns, false])
  })

  test('vanish when deleted', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, MaxSize: 3 })
    it.aws.PutWarmPool(web)
    it.settle()
    it.aws.DeleteWarmPool(web)
    expect(it.group().WarmPoolConfiguration?.Status).toBe('PendingDelete')
    it.settle()
    expect([pool(it), it.group().WarmPoolConfiguration]).toEqual([[], undefined])
  })
})

describe('an instance refresh', () => {
  const refresh = (it: Fixture) => it.aws.DescribeInstanceRefreshes(web).InstanceRefreshes?.[0]

  test('replaces every instance in service and moves the group to the desired configuration', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 3 })
    it.settle()
    it.aws.StartInstanceRefresh({
      ...web,
      DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } },
    })
    it.timeline.advance(2000)
    expect(refresh(it)).toMatchObject({ Status: 'Successful', PercentageComplete: 100, InstancesToUpdate: 0 })
    expect(it.instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toEqual(['2', '2', '2'])
    expect(it.group().LaunchTemplate?.Version).toBe('2')
  })

  test('the group shows its own source until then, launches from the desired one, and keeps its own when it is cancelled', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 3, MaxSize: 9 })
    it.settle()
    it.aws.StartInstanceRefresh({
      ...web,
      DesiredConfiguration: { LaunchTemplate: { LaunchTemplateName: 'web', Version: '2' } },
    })
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 4 })
    it.timeline.advance(100)
    expect(it.group().LaunchTemplate?.Version).toBe('1')
    expect(it.instances().map(({ LaunchTemplate }) => LaunchTemplate?.Version)).toContain('2')
    it.aws.CancelInstanceRefresh(web)
    it.settle()
    expect(refresh(it)?.Status).toBe('Cancelled')
    expect(it.group().LaunchTemplate?.Version).toBe('1')
  })

  test('with more than 100 % launches before it terminates', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 2 })
    it.settle()
    it.aws.StartInstanceRefresh({ ...web, Preferences: { MinHealthyPercentage: 100, MaxHealthyPercentage: 150 } })
    for (let second = 0; second < 1000; second++) {
      it.timeline.advance(1)
      expect(it.service.capacity('web').inService).toBeGreaterThanOrEqual(2)
    }
    expect(refresh(it)?.Status).toBe('Successful')
    expect(it.ids()).not.toContain('i-00000000000000001')
  })

  test('skips what matches already', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 2 })
    it.settle()
    const before = it.ids()
    it.aws.StartInstanceRefresh({ ...web, Preferences: { SkipMatching: true } })
    it.settle()
    expect([refresh(it)?.Status, it.ids()]).toEqual(['Successful', before])
  })

  test('waits an hour for protected instances and then fails', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 1, NewInstancesProtectedFromScaleIn: true })
    it.settle()
    it.aws.StartInstanceRefresh(web)
    it.timeline.advance(3500)
    expect(refresh(it)?.Status).toBe('InProgress')
    it.timeline.advance(200)
    expect(refresh(it)?.Status).toBe('Failed')
  })

  test('is cancelled once what is in transition has arrived', () => {
    const it = fixture()
    it.create({ DesiredCapacity: 3 })
    it.settle()
    it.aws.StartInstanceRefresh(web)
    it.timeline.advance(10)
    it.aws.CancelInstanceRefresh(web)
    expect(refresh(it)?.Status).toBe('Cancelling')
    it.settle()
    expect(refresh(it)?.Status).toBe('Cancelled')
    expect(it.ids()).toHaveLength(3)
  })
})

describe('scheduled actions', () => {
  test('run once at their time and are gone', () => {
    const it = fixture()
    it.create()
    it.aws.PutScheduledUpdateGroupAction({
      ...web,
      ScheduledActionName: 's',
      StartTime: new Date((START + 600) * 1000),
      MinSize: 2,
      MaxSize: 4,
      DesiredCapacity: 3,
    })
    expect(it.aws.DescribeScheduledActions(web).ScheduledUpdateGroupActions).toMatchObject([
      { ScheduledActionName: 's', MinSize: 2, DesiredCapacity: 3 },
    ])
    it.timeline.advance(599)
    expect(it.group().DesiredCapacity).toBe(0)
    it.timeline.advance(1)
    expect(it.group()).toMatchObject({ MinSize: 2, MaxSize: 4, DesiredCapacity: 3 })
    expect(it.aws.DescribeScheduledActions(web).ScheduledUpdateGroupActions).toEqual([])
  })

  test('can be put and deleted in batches, each on its own', () => {
    const it = fixture()
    it.create()
    const { FailedScheduledUpdateGroupActions } = it.aws.BatchPutScheduledUpdateGroupAction({
      ...web,
      ScheduledUpdateGroupActions: [
        { ScheduledActionName: 'good', DesiredCapacity: 1, Recurrence: '0 9 * * *' },
        { ScheduledActionName: 'bad' },
      ],
    })
    expect(FailedScheduledUpdateGroupActions).toMatchObject([
      { ScheduledActionName: 'bad', ErrorCode: 'ValidationError' },
    ])
    expect(
      it.aws.BatchDeleteScheduledAction({ ...web, ScheduledActionNames: ['good', 'none'] }).FailedScheduledActions,
    ).toMatchObject([{ ScheduledActionName: 'none' }])
  })

  test.each([
    { lists: true, described: ['s'] },
    { lists: false, described: [] },
  ])(
    'one that is missed while they are suspended is lost, and is described after that: $lists',
    ({ lists, described }) => {
      const it = fixture({ listsMissedActions: lists })
      it.create()
      const StartTime = new Date((START + 600) * 1000)
      it.aws.PutScheduledUpdateGroupAction({ ...web, ScheduledActionName: 's', StartTime, DesiredCapacity: 3 })
      it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['ScheduledActions'] })
      it.timeline.advance(700)
      it.aws.ResumeProcesses({ ...web, ScalingProcesses: ['ScheduledActions'] })
      it.timeline.advance(700)
      expect(it.group().DesiredCapacity).toBe(0)
      const { ScheduledUpdateGroupActions = [] } = it.aws.DescribeScheduledActions(web)
      expect(ScheduledUpdateGroupActions.map(({ ScheduledActionName }) => ScheduledActionName)).toEqual(described)
    },
  )

  test('one that AWS carries out late is described until then, and lost where they are suspended by then', () => {
    for (const isSuspended of [false, true]) {
      const it = fixture({ scheduleDelaySeconds: 90 })
      it.create()
      const StartTime = new Date((START + 600) * 1000)
      it.aws.PutScheduledUpdateGroupAction({ ...web, ScheduledActionName: 's', StartTime, DesiredCapacity: 3 })
      it.timeline.advance(689)
      expect(it.group().DesiredCapacity).toBe(0)
      expect(it.aws.DescribeScheduledActions(web).ScheduledUpdateGroupActions).toMatchObject([{ StartTime }])
      if (isSuspended) it.aws.SuspendProcesses({ ...web, ScalingProcesses: ['ScheduledActions'] })
      it.timeline.advance(2)
      expect(it.group().DesiredCapacity).toBe(isSuspended ? 0 : 3)
    }
  })

  test('a recurring one runs on the clocks of its time zone, from its start to its end', () => {
    const it = fixture()
    it.create()
    const day = 86_400_000
    it.aws.PutScheduledUpdateGroupAction({
      ...web,
      ScheduledActionName: 's',
      StartTime: new Date(START * 1000 + day),
      EndTime: new Date(START * 1000 + 2.5 * day),
      Recurrence: '0 4 * * *',
      TimeZone: 'America/New_York',
      DesiredCapacity: 3,
    })
    const startsAt = () =>
      it.aws.DescribeScheduledActions(web).ScheduledUpdateGroupActions?.[0]?.StartTime?.toISOString()
    // 4:00 in New York is 9:00 UTC; the start is at 8:00 UTC a day later.
    expect(startsAt()).toBe('2026-01-06T09:00:00.000Z')
    it.timeline.advance((1.1 * day) / 1000)
    expect([it.group().DesiredCapacity, startsAt()]).toEqual([3, '2026-01-07T09:00:00.000Z'])
    it.timeline.advance(day / 1000)
    expect(startsAt()).toBeUndefined()
    expect(() =>
      it.aws.PutScheduledUpdateGroupAction({
        ...web,
        ScheduledActionName: 't',
        Recurrence: '0 4 * * *',
        TimeZone: 'Mars/Olympus',
        MinSize: 1,
      }),
    ).toThrow('Given time zone: Mars/Olympus is invalid')
  })

  test.each([
    { zone: 'Europe/Berlin', after: '2026-03-28T12:00:00Z', runs: '2026-03-29T06:00:00.000Z' },
    { zone: 'Europe/Berlin', after: '2026-10-24T12:00:00Z', runs: '2026-10-25T07:00:00.000Z' },
    { zone: 'Asia/Kolkata', after: '2026-01-05T08:00:00Z', runs: '2026-01-06T02:30:00.000Z' },
    { zone: 'Pacific/Auckland', after: '2026-01-05T08:00:00Z', runs: '2026-01-05T19:00:00.000Z' },
  ])('eight in the morning in $zone after $after is $runs', ({ zone, after, runs }) => {
    expect(new Date((nextRun('0 8 * * *', Date.parse(after) / 1000, zone) ?? 0) * 1000).toISOString()).toBe(runs)
  })

  // 2026-01-05, 08:00 UTC, is a Monday.
  test.each([
    { cron: '30 8 * * *', runs: '2026-01-05T08:30:00.000Z' },
    { cron: '0 8 * * *', runs: '2026-01-06T08:00:00.000Z' },
    { cron: '*/20 * * * *', runs: '2026-01-05T08:20:00.000Z' },
    { cron: '0 6 * * sun', runs: '2026-01-11T06:00:00.000Z' },
    { cron: '0 6 * * 7', runs: '2026-01-11T06:00:00.000Z' },
    { cron: '0 0 1,15 * *', runs: '2026-01-15T00:00:00.000Z' },
    { cron: '0 0 29 2 *', runs: '2028-02-29T00:00:00.000Z' },
    { cron: '0 0 1 * 3', runs: '2026-01-07T00:00:00.000Z' },
  ])('the recurrence $cron runs next at $runs', ({ cron, runs }) => {
    expect(new Date((nextRun(cron, START) ?? 0) * 1000).toISOString()).toBe(runs)
  })
})

describe('scaling policies', () => {
  test.each([
    { name: 'a change', policy: { AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: -3 }, becomes: 1 },
    {
      name: 'an exact capacity, within the bounds',
      policy: { AdjustmentType: 'ExactCapacity', ScalingAdjustment: 50 },
      becomes: 10,
    },
    {
      name: 'a percentage, rounded away from zero below one',
      policy: { AdjustmentType: 'PercentChangeInCapacity', ScalingAdjustment: 10 },
      becomes: 5,
    },
    {
      name: 'a percentage with a least step',
      policy: { AdjustmentType: 'PercentChangeInCapacity', ScalingAdjustment: 25, MinAdjustmentMagnitude: 2 },
      becomes: 6,
    },
    {
      name: 'a step',
      policy: {
        PolicyType: 'StepScaling',
        AdjustmentType: 'ChangeInCapacity',
        StepAdjustments: [
          { MetricIntervalUpperBound: 10, ScalingAdjustment: 1 },
          { MetricIntervalLowerBound: 10, ScalingAdjustment: 4 },
        ],
      },
      becomes: 8,
    },
  ])('$name', ({ policy, becomes }) => {
    const it = fixture()
    it.create({ DesiredCapacity: 4 })
    // Until nothing warms up.
    it.timeline.advance(900)
    it.aws.PutScalingPolicy({ ...web, PolicyName: 'p', ...policy })
    it.aws.ExecutePolicy({ ...web, PolicyName: 'p', MetricValue: 30, BreachThreshold: 10 })
    expect(it.group().DesiredCapacity).toBe(becomes)
  })

  test('are described and deleted by name or ARN; target tracking brings its alarms', () => {
    const it = fixture()
    it.create()
    const { PolicyARN, Alarms } = it.aws.PutScalingPolicy({
      ...web, PolicyName: 'track', PolicyType: 'TargetTrackingScaling',
      TargetTrackingConfiguration: { TargetValue: 50, PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' } },
    }) // prettier-ignore
    expect(Alarms).toHaveLength(2)
    expect(it.aws.DescribePolicies(web).ScalingPolicies).toMatchObject([
      { PolicyName: 'track', PolicyARN, Enabled: true, Alarms },
    ])
    it.aws.DeletePolicy({ PolicyName: PolicyARN })
    expect(it.aws.DescribePolicies(web).ScalingPolicies).toEqual([])
  })
})
