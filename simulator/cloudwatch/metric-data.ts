import type { GetMetricDataInput, GetMetricDataOutput, MetricDataQuery, MetricStat } from '@aws-sdk/client-cloudwatch'
import { validationError } from '../fault.ts'
import { statistic } from './evaluate.ts'
import { metricMath, type Series } from './metric-math.ts'

/** The values of a metric after `from` and up to `to`, in seconds; undefined where there is no such metric. */
export type MetricValues = (
  metric: NonNullable<MetricStat['Metric']>,
  span: { readonly from: number; readonly to: number },
) => readonly number[] | undefined

const MOST_QUERIES = 500

/**
 * Statistics of metrics, and expressions over them. A metric that is not there has no values, which is no error.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 */
export function metricData(input: GetMetricDataInput, values: MetricValues): GetMetricDataOutput {
  const queries = input.MetricDataQueries ?? []
  if (queries.length > MOST_QUERIES) throw validationError(`At most ${MOST_QUERIES} metrics can be requested at once.`)
  const ids = new Set(queries.map(({ Id }) => Id))
  if (ids.size < queries.length) throw validationError('The ids of metric data queries must be unique.') // unsourced text
  const [start, end] = [seconds(input.StartTime), seconds(input.EndTime)]
  if (start >= end) throw validationError('The parameter StartTime must be less than the parameter EndTime.')
  const known = new Map<string, Series>()
  for (const query of queries) {
    checkQuery(query)
    if (query.MetricStat !== undefined) known.set(query.Id ?? '', seriesOf(query.MetricStat, { start, end, values }))
  }
  const periods = [...new Set([...known.values()].flatMap((series) => [...series.keys()]))].sort(
    (one, other) => one - other,
  )
  for (const { Id = '', Expression } of queries) {
    if (Expression === undefined) continue
    known.set(Id, metricMath(Expression, { series: (id) => known.get(id), periods }))
  }
  const isAscending = input.ScanBy === 'TimestampAscending'
  return {
    MetricDataResults: queries
      .filter(({ ReturnData = true }) => ReturnData)
      .map(({ Id = '', Label, MetricStat }) => {
        const points = [...(known.get(Id) ?? [])].sort(([one], [other]) => (isAscending ? one - other : other - one))
        return {
          Id,
          Label: Label ?? MetricStat?.Metric?.MetricName ?? Id,
          Timestamps: points.map(([at]) => new Date(at * 1000)),
          Values: points.map(([, value]) => value),
          StatusCode: 'Complete' as const,
        }
      }),
    Messages: [],
  }
}

function checkQuery({ Id = '', MetricStat, Expression }: MetricDataQuery): void {
  if (!/^[a-z]\w*$/.test(Id)) {
    throw validationError(`The value '${Id}' for parameter MetricDataQueries.member.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`) // prettier-ignore
  }
  if ((MetricStat === undefined) === (Expression === undefined)) {
    throw validationError(`The metric data query ${Id} must have either MetricStat or Expression.`) // unsourced text
  }
}

function seriesOf(
  { Metric = {}, Period = 60, Stat = 'Average' }: MetricStat,
  { start, end, values }: { readonly start: number; readonly end: number; readonly values: MetricValues },
): Series {
  const series = new Map<number, number>()
  for (let at = Math.floor(start / Period) * Period; at < end; at += Period) {
    if (at < start) continue
    const value = statistic(Stat, values(Metric, { from: at, to: at + Period }) ?? [])
    if (value !== undefined) series.set(at, value)
  }
  return series
}

const seconds = (time: Date | undefined): number => (time?.getTime() ?? 0) / 1000
