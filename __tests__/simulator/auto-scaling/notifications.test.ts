import { fixture, refusal, type Fixture } from './fixture.ts'

const web = { AutoScalingGroupName: 'web' } as const
const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:fleet'
const event = (name: string) => `autoscaling:EC2_INSTANCE_${name}`

function made(input: Parameters<Fixture['create']>[0] = {}): Fixture {
  const it = fixture()
  it.create(input)
  return it
}

const put = (it: Fixture, NotificationTypes: string[], TopicARN = TOPIC) =>
  it.aws.PutNotificationConfiguration({ ...web, TopicARN, NotificationTypes })

const events = ({ service }: Fixture): string[] => service.notifications.map((one) => one.event)

describe('metrics of a group', () => {
  const shown = (it: Fixture) => it.group().EnabledMetrics ?? []

  test.each([
    { name: 'no list', Metrics: undefined },
    { name: 'an empty list', Metrics: [] },
  ])('are all collected with $name, and none after that', ({ Metrics }) => {
    const it = made()
    expect(shown(it)).toEqual([])
    it.aws.EnableMetricsCollection({ ...web, Granularity: '1Minute', Metrics })
    const known = it.aws.DescribeMetricCollectionTypes({}).Metrics?.map(({ Metric }) => Metric)
    expect(known).toEqual(expect.arrayContaining(['GroupMinSize', 'WarmPoolWarmedCapacity', 'GroupAndWarmPoolTotalCapacity'])) // prettier-ignore
    expect(shown(it)).toEqual(known?.map((Metric) => ({ Metric, Granularity: '1Minute' })))
    it.aws.DisableMetricsCollection({ ...web, Metrics })
    expect(shown(it)).toEqual([])
  })

  test('are added to those that are collected, and taken away one by one', () => {
    const it = made()
    it.aws.EnableMetricsCollection({ ...web, Granularity: '1Minute', Metrics: ['GroupMinSize', 'GroupMaxSize'] })
    it.aws.EnableMetricsCollection({ ...web, Granularity: '1Minute', Metrics: ['GroupTotalInstances'] })
    it.aws.DisableMetricsCollection({ ...web, Metrics: ['GroupMinSize', 'WarmPoolTotalCapacity'] })
    expect(shown(it).map(({ Metric }) => Metric)).toEqual(['GroupMaxSize', 'GroupTotalInstances'])
  })

  test('are refused by unknown names and granularities, and nothing is changed', () => {
    const it = made()
    const enable = (more: object) => refusal(() => it.aws.EnableMetricsCollection({ ...web, Granularity: '1Minute', ...more })) // prettier-ignore
    expect(enable({ Metrics: ['GroupMinSize', 'Colour'] })).toMatch(/^ValidationError: Valid metrics collection types are: \[GroupMinSize, GroupMaxSize/) // prettier-ignore
    expect(enable({ Granularity: '5Minutes' })).toBe('ValidationError: Valid metrics granularities are: [1Minute].')
    expect(shown(it)).toEqual([])
  })
})

describe('notifications of a group', () => {
  test('are described one by one, and overwritten by topic', () => {
    const it = made()
    put(it, [event('LAUNCH'), event('TERMINATE')])
    put(it, [event('LAUNCH_ERROR')])
    put(it, [event('LAUNCH')], `${TOPIC}-2`)
    const { NotificationConfigurations } = it.aws.DescribeNotificationConfigurations({ AutoScalingGroupNames: ['web'] })
    expect(NotificationConfigurations).toEqual([
      { ...web, TopicARN: TOPIC, NotificationType: event('LAUNCH_ERROR') },
      { ...web, TopicARN: `${TOPIC}-2`, NotificationType: event('LAUNCH') },
    ])
    it.aws.DeleteNotificationConfiguration({ ...web, TopicARN: TOPIC })
    expect(it.aws.DescribeNotificationConfigurations({}).NotificationConfigurations).toHaveLength(1)
  })

  test('begin with a test message', () => {
    const it = made()
    put(it, [event('LAUNCH')])
    expect(it.service.notifications).toEqual([
      { topic: TOPIC, event: 'autoscaling:TEST_NOTIFICATION', group: 'web', at: it.timeline.now },
    ])
  })

  test('tell launches and terminations when they have ended, and only those that were asked for', () => {
    const it = made()
    put(it, [event('LAUNCH'), event('TERMINATE')])
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.timeline.advance(1)
    expect(events(it)).toHaveLength(1)
    it.settle()
    expect(events(it).slice(1)).toEqual([event('LAUNCH')])
    expect(it.service.notifications[1]?.activityId).toBe(it.activities()[0]?.ActivityId)
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 0 })
    it.settle()
    expect(events(it).slice(1)).toEqual([event('LAUNCH'), event('TERMINATE')])
  })

  test('tell launches that have failed', () => {
    const it = made()
    put(it, [event('LAUNCH_ERROR')])
    it.behaviour.refuseLaunch = () => 'no capacity'
    it.aws.SetDesiredCapacity({ ...web, DesiredCapacity: 1 })
    it.timeline.advance(20)
    expect(events(it)).toContain(event('LAUNCH_ERROR'))
  })

  test.each([
    { name: 'an unknown type', types: ['autoscaling:EC2_INSTANCE_BOIL'], topic: TOPIC, says: /^ValidationError: Invalid notification types/ },
    { name: 'a topic that is none', types: [event('LAUNCH')], topic: 'arn:aws:sqs:eu-west-1:123456789012:queue', says: /^ValidationError: Invalid Topic ARN/ },
    { name: 'a type that is given twice', types: [event('LAUNCH'), event('LAUNCH')], topic: TOPIC, says: /^InternalFailure:/ },
  ])('are refused: $name', ({ types, topic, says }) => {
    const it = made()
    expect(refusal(() => put(it, types, topic))).toMatch(says)
    expect(it.service.notifications).toEqual([])
  }) // prettier-ignore

  test('go to ten topics of a group at most', () => {
    const it = made()
    for (let number = 0; number < 10; number++) put(it, [event('LAUNCH')], `${TOPIC}-${number}`)
    expect(refusal(() => put(it, [event('LAUNCH')]))).toMatch(/^LimitExceeded:/)
    put(it, [event('TERMINATE')], `${TOPIC}-3`)
  })
})

test('what another service manages is left out on request', () => {
  const it = made({
    Operator: { Principal: 'eks.amazonaws.com' },
    DesiredCapacity: 1,
    Tags: [{ Key: 'a', Value: 'b' }],
  })
  put(it, [event('LAUNCH')])
  it.aws.PutScalingPolicy({ ...web, PolicyName: 'grow', AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 })
  it.settle()
  const counts = (IncludeManagedResources: boolean | undefined) => [
    it.aws.DescribeAutoScalingGroups({ IncludeManagedResources }).AutoScalingGroups?.length,
    it.aws.DescribeAutoScalingInstances({ IncludeManagedResources }).AutoScalingInstances?.length,
    it.aws.DescribeTags({ IncludeManagedResources }).Tags?.length,
    it.aws.DescribePolicies({ IncludeManagedResources }).ScalingPolicies?.length,
    it.aws.DescribeNotificationConfigurations({ IncludeManagedResources }).NotificationConfigurations?.length,
  ]
  expect(counts(undefined)).toEqual([1, 1, 1, 1, 1])
  expect(counts(true)).toEqual([1, 1, 1, 1, 1])
  expect(counts(false)).toEqual([0, 0, 0, 0, 0])
})
