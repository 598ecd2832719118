import { trends } from '../../../src/domain/history/trend.ts'
import { anAudit, aRow, day } from './some-lines.ts'

const points = (lines: Parameters<typeof trends>[0]) =>
  trends(lines, ({ worst }) => worst.service ?? '').all.map(
    ({ day: at, subjects, behind, worst, median }) =>
      `${new Date(at * 1000).toISOString().slice(0, 10)}: ${behind} of ${subjects}, worst ${worst}, median ${median}`,
  )

test('a day is as its last audit, and what was not audited on it stays as it was', () => {
  expect(
    points([
      aRow({ at: day('2026-03-02T05:00:00Z'), daysBehind: 0, verdict: 'current' }),
      aRow({ at: day('2026-03-01T00:00:00Z'), group: 'api', daysBehind: 4 }),
      aRow({ at: day('2026-03-01T23:59:59Z'), daysBehind: 9 }),
      aRow({ at: day('2026-03-01T00:00:00Z'), daysBehind: 8 }),
    ]),
  ).toEqual(['2026-03-01: 2 of 2, worst 9, median 4', '2026-03-02: 1 of 2, worst 4, median 0'])
})

test('what is gone counts no more, and what cannot be judged is not behind', () => {
  expect(
    points([
      aRow({ group: 'old', daysBehind: 99 }),
      anAudit({ at: day('2026-03-03') }),
      aRow({ at: day('2026-03-03'), daysBehind: undefined, verdict: 'unknown' }),
    ]),
  ).toEqual(['2026-03-01: 1 of 1, worst 99, median 99', '2026-03-03: 0 of 1, worst 0, median 0'])
})

test('each key has a trend of its own, and two years are kept', () => {
  const lines = Array.from({ length: 800 }, (_, index) => aRow({ at: day('2026-01-01') + index * 86_400, daysBehind: index })) // prettier-ignore
  const { all, by } = trends([...lines, aRow({ group: 'api', service: 'api' })], ({ worst }) => worst.service ?? '')
  expect([all.length, all.at(0)?.worst, all.at(-1)?.worst]).toEqual([730, 70, 799])
  expect([by.get('shop')?.at(-1)?.subjects, by.get('api')?.at(-1)?.worst, by.get('shop')?.length]).toEqual([1, 10, 730])
})
