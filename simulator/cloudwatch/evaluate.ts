import type { PutMetricAlarmInput, StateValue } from '@aws-sdk/client-cloudwatch'

/** What an alarm comes to, and the newest value that it saw. */
export interface Verdict {
  /** Undefined keeps the state as it is. */
  readonly value: StateValue | undefined
  readonly newest: number | undefined
}

/** The values of the alarm's metric after `from` and up to `to`, in seconds; undefined where there is no such metric. */
type Values = (span: { readonly from: number; readonly to: number }) => readonly number[] | undefined

/**
 * M of the last N datapoints, missing ones as `TreatMissingData` says.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 * Undefined where the alarm's metric is not simulated.
 */
export function evaluate(alarm: PutMetricAlarmInput, at: number, values: Values): Verdict | undefined {
  const { Period: period = 60, EvaluationPeriods: periods = 1, DatapointsToAlarm: wanted = periods } = alarm
  const datapoints: (number | undefined)[] = []
  for (let back = periods; back > 0; back--) {
    const inPeriod = values({ from: at - back * period, to: at - (back - 1) * period })
    if (inPeriod === undefined) return undefined
    datapoints.push(statistic(alarm.Statistic ?? 'Average', inPeriod))
  }
  const newest = datapoints.findLast((each) => each !== undefined)
  return { value: stateOf(alarm, { datapoints, wanted }), newest }
}

function stateOf(
  alarm: PutMetricAlarmInput,
  { datapoints, wanted }: { readonly datapoints: readonly (number | undefined)[]; readonly wanted: number },
): StateValue | undefined {
  const { TreatMissingData: missing = 'missing' } = alarm
  const known = datapoints.filter((each) => each !== undefined)
  if (known.length === 0 && missing === 'missing') return 'INSUFFICIENT_DATA'
  if (known.length === 0 && missing === 'ignore') return undefined
  const breaching = datapoints.filter((each) => (each === undefined ? missing === 'breaching' : breaches(alarm, each)))
  return breaching.length >= wanted ? 'ALARM' : 'OK'
}

/** One of CloudWatch's statistics; undefined of no values. */
export function statistic(name: string, values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const sum = values.reduce((total, value) => total + value, 0)
  switch (name) {
    case 'Sum':
      return sum
    case 'Minimum':
      return Math.min(...values)
    case 'Maximum':
      return Math.max(...values)
    case 'SampleCount':
      return values.length
    default:
      return sum / values.length
  }
}

function breaches(
  { ComparisonOperator: operator, Threshold: threshold = 0 }: PutMetricAlarmInput,
  value: number,
): boolean {
  switch (operator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold
    case 'GreaterThanThreshold':
      return value > threshold
    case 'LessThanThreshold':
      return value < threshold
    case 'LessThanOrEqualToThreshold':
      return value <= threshold
    default:
      return false
  }
}
