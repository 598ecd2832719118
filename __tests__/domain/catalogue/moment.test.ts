import { dayInWords, momentInWords, momentOf } from '../../../src/domain/catalogue/moment.ts'

const rows = [
  { name: 'a day as a beginning', text: '2026-12-18', boundary: 'from', is: '2026-12-18T00:00:00.000Z' },
  { name: 'a day as an end', text: '2026-12-18', boundary: 'until', is: '2026-12-18T23:59:59.999Z' },
  { name: 'the last day of a year', text: '2026-12-31', boundary: 'until', is: '2026-12-31T23:59:59.999Z' },
  { name: 'a leap day', text: '2028-02-29', boundary: 'from', is: '2028-02-29T00:00:00.000Z' },
  { name: 'a moment in UTC', text: '2026-12-18T18:00Z', boundary: 'until', is: '2026-12-18T18:00:00.000Z' },
  { name: 'a moment with seconds', text: '2026-12-18T18:00:30Z', boundary: 'from', is: '2026-12-18T18:00:30.000Z' },
  { name: 'a moment with an offset', text: '2026-12-18T00:30+01:00', boundary: 'from', is: '2026-12-17T23:30:00.000Z' },
] as const

test.each(rows)('$name is read', ({ text, boundary, is }) => {
  expect(new Date((momentOf(text, boundary) ?? Number.NaN) * 1000).toISOString()).toBe(is)
})

test.each([
  '',
  'tomorrow',
  '2026-02-29',
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-12-18T24:00Z',
  '2026-12-18T18:60Z',
  '2026-12-18T18:00:60Z',
  '2026-12-18T18:00',
  '2026-12-18T18:00+99:00',
  '2026-02-30T10:00Z',
  '2026-12-18 18:00Z',
])('%j is no moment', (text) => {
  expect([momentOf(text, 'from'), momentOf(text, 'until')]).toEqual([undefined, undefined])
})

test('moments and days are written in UTC', () => {
  const moment = Date.UTC(2026, 11, 18, 9, 5, 59) / 1000
  expect([momentInWords(moment), dayInWords(moment)]).toEqual(['2026-12-18 09:05 UTC', '2026-12-18'])
})
