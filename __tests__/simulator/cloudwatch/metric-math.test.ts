import { metricMath, type Series } from '../../../simulator/cloudwatch/metric-math.ts'
import { refusal } from '../ec2/fixture.ts'

const series: Readonly<Record<string, Series>> = {
  a: new Map([
    [0, 6],
    [60, 4],
  ]),
  b: new Map([
    [0, 2],
    [60, 0],
    [120, 5],
  ]),
  none: new Map(),
}
const result = (expression: string) =>
  [...metricMath(expression, { series: (id) => series[id], periods: [0, 60, 120] })].map(([, value]) => value)

const rows: { name: string; expression: string; values: readonly number[] }[] = [
  { name: 'products come before sums', expression: '1 + 2 * 3 - 4 / 2', values: [5, 5, 5] },
  { name: 'brackets come first', expression: '(1 + 2) * 3', values: [9, 9, 9] },
  { name: 'a sign stands before a value', expression: '-a', values: [-6, -4] },
  { name: 'a series and a number', expression: 'a * 10', values: [60, 40] },
  { name: 'what one side lacks is left out', expression: 'a + b', values: [8, 4] },
  { name: 'a division by 0 gives nothing', expression: 'a / b', values: [3] },
  { name: 'FILL fills what is missing', expression: 'FILL(a, 0) + b', values: [8, 4, 5] },
  { name: 'FILL fills a metric without any value', expression: 'FILL(none, 1)', values: [1, 1, 1] },
  { name: 'IF chooses period by period', expression: 'IF(b > 0, a / b, 0)', values: [3, 0] },
  { name: 'comparisons are 1 or 0', expression: 'b >= 2', values: [1, 0, 1] },
  { name: 'SUM of a series is a number', expression: 'SUM(b) + 0', values: [7, 7, 7] },
  { name: 'SUM of a list is a series', expression: 'SUM([a, b])', values: [8, 4, 5] },
  { name: 'AVG, MIN and MAX', expression: 'AVG(a) + MIN(b) + MAX(b)', values: [10, 10, 10] },
]

describe('metric math', () => {
  test.each(rows)('$name', ({ expression, values }) => {
    expect(result(expression)).toEqual(values)
  })

  test.each(['', '1 +', 'unknown', 'a b', 'FILL(a)', 'NOPE(a)', 'IF(a, b)', '(a', 'SUM([a)', 'a ? b'])(
    'is refused: %s',
    (expression) => {
      expect(refusal(() => result(expression))).toContain(`ValidationError: Error in expression '${expression}'`)
    },
  )
})
