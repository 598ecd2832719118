import { CloudWatchClient, GetMetricDataCommand, type MetricDataQuery } from '@aws-sdk/client-cloudwatch'
import { pair } from './fixture.ts'

/** Ten minutes of 10 requests a second, a fifth of them at green; the image of both answers every second one with an error. */
function measured() {
  const it = pair()
  const { account, listenerArn, greenArn, blueArn } = it
  const [green] = account.balancers.flows.targets(greenArn) ?? []
  const image = account.ec2.machine(green?.instanceId ?? '')?.imageId ?? ''
  account.behaviour.badImages.add(image)
  it.weigh(80, 20)
  account.timeline.advance(300 - (account.timeline.now % 300))
  account.traffic.setRate({ rule: listenerArn }, 10)
  account.timeline.advance(600)
  const balancer = account.balancers.v2.operations.DescribeListeners({ ListenerArns: [listenerArn] }).Listeners?.[0]
  const LoadBalancer = balancer?.LoadBalancerArn?.replace(/^.*:loadbalancer\//, '') ?? ''
  const stat = (Id: string, arn: string, MetricName: string, dimensions = ['LoadBalancer', 'TargetGroup']) => {
    const all = [
      { Name: 'LoadBalancer', Value: LoadBalancer },
      { Name: 'TargetGroup', Value: arn.replace(/^.*:/, '') },
    ]
    const Dimensions = all.filter(({ Name }) => dimensions.includes(Name))
    const Metric = { Namespace: 'AWS/ApplicationELB', MetricName, Dimensions }
    return { Id, MetricStat: { Metric, Period: 300, Stat: 'Sum' }, ReturnData: false } satisfies MetricDataQuery
  }
  const StartTime = new Date((account.timeline.now - 600) * 1000)
  const EndTime = new Date(account.timeline.now * 1000)
  const client = new CloudWatchClient(account.clientConfig())
  const ask = async (MetricDataQueries: MetricDataQuery[], more: object = {}) =>
    (await client.send(new GetMetricDataCommand({ MetricDataQueries, StartTime, EndTime, ...more })))
      .MetricDataResults ?? []
  return { ...it, stat, ask, blueArn, greenArn, StartTime }
}
const shown = (query: MetricDataQuery): MetricDataQuery => ({ ...query, ReturnData: true })

describe('metrics of requests', () => {
  test('count requests and errors of each target group, and nothing where nothing came', async () => {
    const { stat, ask, blueArn, greenArn } = measured()
    const results = await ask([
      shown(stat('blue', blueArn, 'RequestCount')),
      shown(stat('green', greenArn, 'RequestCount')),
      shown(stat('badBlue', blueArn, 'HTTPCode_Target_5XX_Count')),
      shown(stat('badGreen', greenArn, 'HTTPCode_Target_5XX_Count')),
      shown(stat('all', blueArn, 'RequestCount', ['LoadBalancer'])),
    ])
    expect(results.map(({ Id, Values }) => [Id, ...(Values ?? [])])).toEqual([
      ['blue', 2400, 2400],
      ['green', 600, 600],
      ['badBlue', 1200, 1200],
      ['badGreen', 300, 300],
      ['all', 3000, 3000],
    ])
  })

  test('of a target group without its load balancer are not there', async () => {
    const { stat, ask, greenArn } = measured()
    const [result] = await ask([shown(stat('green', greenArn, 'RequestCount', ['TargetGroup']))])
    expect([result?.Values, result?.StatusCode]).toEqual([[], 'Complete'])
  })

  test('give the ratio of errors of both sides by metric math', async () => {
    const { account, stat, ask, blueArn, greenArn } = measured()
    account.behaviour.badImages.clear()
    account.traffic.note()
    const queries = [
      stat('requests', greenArn, 'RequestCount'),
      stat('errors', greenArn, 'HTTPCode_Target_5XX_Count'),
      stat('blue', blueArn, 'RequestCount'),
      { Id: 'ratio', Expression: 'FILL(errors, 0) / requests' },
    ]
    expect((await ask(queries)).map(({ Id, Values }) => [Id, Values])).toEqual([['ratio', [0.5, 0.5]]])
    const StartTime = new Date(account.timeline.now * 1000)
    account.timeline.advance(600)
    const EndTime = new Date(account.timeline.now * 1000)
    expect((await ask(queries, { StartTime, EndTime })).map(({ Values }) => Values)).toEqual([[0, 0]])
  })

  test('come newest first, or oldest first on request, without what is not to be returned', async () => {
    const { stat, ask, blueArn, StartTime } = measured()
    const queries = [shown(stat('blue', blueArn, 'RequestCount')), stat('hidden', blueArn, 'RequestCount')]
    const times = async (more: object) =>
      (await ask(queries, more)).map(({ Timestamps }) => Timestamps?.map((time) => (time.getTime() - StartTime.getTime()) / 1000)) // prettier-ignore
    expect(await times({})).toEqual([[300, 0]])
    expect(await times({ ScanBy: 'TimestampAscending' })).toEqual([[0, 300]])
  })

  test('raise an alarm', () => {
    const { account } = measured()
    const LoadBalancer = account.balancers.v2.operations.DescribeLoadBalancers({}).LoadBalancers?.[0]?.LoadBalancerArn
    const Dimensions = [{ Name: 'LoadBalancer', Value: LoadBalancer?.replace(/^.*:loadbalancer\//, '') }]
    account.cloudWatch.putMetricAlarm({ AlarmName: '5xx', Namespace: 'AWS/ApplicationELB', MetricName: 'HTTPCode_Target_5XX_Count', Dimensions, Statistic: 'Sum', Period: 60, EvaluationPeriods: 1, Threshold: 100, ComparisonOperator: 'GreaterThanThreshold' }) // prettier-ignore
    account.timeline.advance(60)
    expect(account.cloudWatch.stateOf('5xx')).toBe('ALARM')
    account.behaviour.badImages.clear()
    account.traffic.note()
    account.timeline.advance(120)
    expect(account.cloudWatch.stateOf('5xx')).not.toBe('ALARM')
  })
})
