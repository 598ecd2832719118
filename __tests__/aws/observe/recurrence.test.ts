import { describe, expect, jest, test } from '@jest/globals'
import { Cron } from 'croner'
import { Recurrence } from '../../../src/aws/observe/recurrence.ts'

const HOUR = 3600
/** A Monday, 08:00 UTC. */
const NOW = Date.parse('2026-01-05T08:00:00Z') / 1000

// AWS may take what the parser does not: the whole run ended with an error of the parser, `mode: restore` as well.
describe('an expression', () => {
  test.each([
    {
      name: 'with steps from a value on goes on to the last of its field',
      expression: '5/20 9 * * *',
      as: '5,25,45 9 * * *',
    },
    { name: 'with steps from an hour on', expression: '0 1/6 * * *', as: '0 1,7,13,19 * * *' },
    { name: 'with a step beyond its field names the first value', expression: '*/90 9 * * *', as: '0 9 * * *' },
    { name: 'with a range and a step beyond it too', expression: '10-20/70 9 * * *', as: '10 9 * * *' },
    { name: 'with several parts', expression: '50/5,3 */2 * * MON-FRI/2', as: '3,50,55 */2 * * 1,3,5' },
    { name: 'with blanks around it', expression: ' 0  9 * * * ', as: '0 9 * * *' },
  ])('$name', ({ expression, as }) => {
    const runs = new Recurrence(expression).between(NOW, NOW + 72 * HOUR)
    expect(runs.length).toBeGreaterThan(0)
    expect(runs).toEqual(new Recurrence(as).between(NOW, NOW + 72 * HOUR))
  })
})

describe('the runs of a span', () => {
  const spans = [
    { name: 'the same once more', from: NOW, until: NOW + HOUR },
    { name: 'one that begins earlier', from: NOW - HOUR, until: NOW + HOUR },
    { name: 'one that ends later', from: NOW, until: NOW + 3 * HOUR },
    { name: 'one that ends earlier', from: NOW, until: NOW + 600 },
    { name: 'one that begins after all that was asked', from: NOW + 30 * HOUR, until: NOW + 31 * HOUR },
    { name: 'one that begins and ends at a run', from: NOW + 1200, until: NOW + 2400 },
  ]
  test.each(spans)('are the same whatever was asked before: $name', ({ from, until }) => {
    const asked = new Recurrence('*/20 * * * *')
    asked.between(NOW, NOW + HOUR)
    expect(asked.between(from, until)).toEqual(new Recurrence('*/20 * * * *').between(from, until))
  })

  test('lie after its beginning, and up to its end with it', () => {
    expect(new Recurrence('*/20 * * * *').between(NOW, NOW + 2400)).toEqual([NOW + 1200, NOW + 2400])
  })

  test('are 500 at most, the first ones, also when another span was asked before', () => {
    const each = new Recurrence('* * * * *')
    each.between(NOW, NOW + HOUR)
    const runs = each.between(NOW + 10 * HOUR, NOW + 24 * HOUR)
    expect([runs.length, runs[0], runs.at(-1)]).toEqual([500, NOW + 10 * HOUR + 60, NOW + 10 * HOUR + 500 * 60])
  })

  test('are looked for once: looks that follow each other cost nothing', () => {
    const runs = new Recurrence('* * * * *')
    const before = runs.between(NOW, NOW + 2 * HOUR)
    const looked = jest.spyOn(Cron.prototype, 'nextRun')
    expect(runs.between(NOW, NOW + 2 * HOUR)).toEqual(before)
    expect(looked).not.toHaveBeenCalled()
    looked.mockRestore()
  })

  test('are none where the expression has none', () => {
    expect(new Recurrence('0 0 30 2 *').between(NOW, NOW + HOUR)).toEqual([])
  })
})
