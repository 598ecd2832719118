import type { GetMetricDataInput } from '@aws-sdk/client-cloudwatch'
import { countedInRoutes } from '../../../src/aws/traffic/counted-targets.ts'
import { errorCounter } from '../../../src/aws/traffic/error-counts.ts'
import type { ListenerRoute } from '../../../src/aws/traffic/listener-routes.ts'
import { fakeConnection, refused } from '../fake-connection.ts'

const LISTENER = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/0123456789abcdef/1'
const group = (name: string): string =>
  `arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/${name}/0123456789abcdef`

const aRoute = (change: Partial<ListenerRoute> = {}): ListenerRoute => ({
  id: LISTENER,
  kind: 'listener',
  means: 'alb',
  targets: { blue: group('blue'), green: group('green') },
  ...change,
})

const SIDES = countedInRoutes([aRoute()])
/** Begins a minute. */
const MINUTE = 1_700_000_040

/** The expressions, and the metrics by id, of a question. */
const asked = ({ MetricDataQueries = [], StartTime, EndTime }: GetMetricDataInput) => ({
  expressions: MetricDataQueries.flatMap(({ Id, Expression }) => (Expression === undefined ? [] : [`${Id} = ${Expression}`])), // prettier-ignore
  metrics: MetricDataQueries.flatMap(({ Id, MetricStat }) => (MetricStat?.Metric === undefined ? [] : [`${Id}: ${MetricStat.Metric.MetricName} ${MetricStat.Metric.Dimensions?.map(({ Value }) => Value).join(' ')}`])), // prettier-ignore
  span: [StartTime, EndTime].map((time) => (time?.getTime() ?? 0) / 1000),
})

const answering = (values: Readonly<Record<string, readonly number[]>>) =>
  fakeConnection({
    GetMetricData: () => ({ MetricDataResults: Object.entries(values).map(([Id, Values]) => ({ Id, Values })) }),
  })

test('both sides are asked for in one call, whole minutes alone, and added up by metric math', async () => {
  const connection = answering({ blue_requests: [10, 20], blue_errors: [1], green_requests: [4], green_errors: [] })
  const other = LISTENER.replace('shop', 'admin')
  const count = errorCounter(connection, countedInRoutes([aRoute(), aRoute({ kind: 'rule' }), aRoute({ id: other })]))
  expect(await count(MINUTE + 10, MINUTE + 199)).toEqual({
    blue: { requests: 30, errors: 1 },
    green: { requests: 4, errors: 0 },
  })
  const [question, ...more] = connection.inputs('GetMetricData')
  expect(more).toEqual([])
  const { expressions, metrics, span } = asked(question as unknown as GetMetricDataInput)
  expect(span).toEqual([MINUTE + 60, MINUTE + 180])
  expect(expressions).toContain('green_errors = SUM([green_errors_0, green_errors_1])')
  expect(metrics.slice(0, 2)).toEqual([
    'blue_requests_0: RequestCount app/shop/0123456789abcdef targetgroup/blue/0123456789abcdef',
    'blue_requests_1: RequestCount app/admin/0123456789abcdef targetgroup/blue/0123456789abcdef',
  ])
  expect(metrics).toContain(
    'green_errors_0: HTTPCode_Target_5XX_Count app/shop/0123456789abcdef targetgroup/green/0123456789abcdef',
  )
})

test('a minute is asked for once', async () => {
  const connection = answering({ blue_requests: [10] })
  const count = errorCounter(connection, SIDES)
  for (const now of [130, 150, 179, 180, 185]) await count(MINUTE, MINUTE + now)
  expect(connection.count('GetMetricData')).toBe(2)
})

test('before the first whole minute nothing was counted, and nothing is asked for', async () => {
  const connection = answering({})
  expect(await errorCounter(connection, SIDES)(MINUTE + 1, MINUTE + 119)).toEqual({
    blue: { requests: 0, errors: 0 },
    green: { requests: 0, errors: 0 },
  })
  expect(connection.calls).toEqual([])
})

test('every page counts', async () => {
  const pages = [
    { MetricDataResults: [{ Id: 'blue_requests', Values: [1] }], NextToken: 'more' },
    { MetricDataResults: [{ Id: 'blue_requests', Values: [2] }] },
  ]
  const connection = fakeConnection({ GetMetricData: () => pages.shift() ?? {} })
  expect((await errorCounter(connection, SIDES)(MINUTE, MINUTE + 60))?.blue.requests).toBe(3)
})

test('where CloudWatch refuses, nothing is known', async () => {
  const connection = fakeConnection({
    GetMetricData: () => {
      throw refused('AccessDenied')
    },
  })
  expect(await errorCounter(connection, SIDES)(MINUTE, MINUTE + 60)).toBeUndefined()
})

test('Network Load Balancers count no errors', () => {
  expect(countedInRoutes([aRoute({ means: 'nlb' })])).toEqual({ blue: [], green: [] })
})
