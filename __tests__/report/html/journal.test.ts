import type { Event } from '../../../src/report/events.ts'
import { Journal, leftOut } from '../../../src/report/html/journal.ts'
import { BEGIN, twoGroupsRolled } from '../runs.ts'

const of = (events: readonly Event[]): Journal => {
  const journal = new Journal()
  for (const event of events) journal.note(event, BEGIN)
  return journal
}
const waiting = (reason: string, group = 'web'): Event => ({ kind: 'waiting', at: BEGIN, group, counts: { old: 1, current: 1, ready: 1, desired: 2 }, reason, progress: 0, timeLeft: undefined }) // prettier-ignore

test('each step and warning of a run is there, and of the looks the first at each group', () => {
  const { events } = twoGroupsRolled()
  const { rows } = of(events)
  const steps = events.filter(({ kind }) => kind === 'step')
  expect(rows.filter(({ kind }) => kind === 'step')).toHaveLength(steps.length)
  expect(rows.filter(({ kind }) => kind === 'look').map(({ group }) => group)).toEqual(['mystack-v1-AppServer', 'web'])
  expect(rows.filter(({ kind }) => kind === 'warning')).toHaveLength(1)
  expect(rows.filter(({ kind }) => kind === 'end').map(({ what }) => what.slice(0, 28))).toEqual(['rolled: 2 instances replaced', 'rolled: 3 instances replaced']) // prettier-ignore
})

test('a reason to wait is there once for each group while only its numbers change', () => {
  const { rows } = of([waiting('3 minutes more'), waiting('2.5 minutes more'), waiting('2 minutes more', 'api'), waiting('it boots'), waiting('2 minutes more')]) // prettier-ignore
  expect(rows.map(({ group, why }) => `${group} ${why}`)).toEqual(['web 3 minutes more', 'api 2 minutes more', 'web it boots', 'web 2 minutes more']) // prettier-ignore
})

test('an event has its own time where it has one', () => {
  const { rows } = of([
    { kind: 'info', message: 'a', at: BEGIN + 60 },
    { kind: 'info', message: 'b' },
  ])
  expect(rows.map(({ at }) => at - BEGIN)).toEqual([60, 0])
})

test('events beyond the room are counted, and a sentence says how many', () => {
  const journal = of(Array.from({ length: 20_003 }, (_, index): Event => ({ kind: 'info', message: String(index) })))
  expect([journal.rows.length, journal.left]).toEqual([20_000, 3])
  expect(leftOut(journal)).toBe('3 later events found no room here: the log of the step has them all.')
  expect(leftOut(of([]))).toBe('')
})
