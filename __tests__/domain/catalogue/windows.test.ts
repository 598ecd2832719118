import { cronProblem, isZone, windowAt } from '../../../src/domain/catalogue/windows.ts'
import { at, aWindow, NOW } from './a-catalogue.ts'

const open = (text: string) => ({ state: 'open', until: at(text) })
const closed = (text: string) => ({ state: 'closed', opensAt: at(text) })
/** Half past two, which is left out or there twice on the days on which the clock changes. */
const night = (minutes: number) => ({ cron: '30 2 * * *', minutes })

const rows = [
  { name: 'the last millisecond before it opens', now: '2026-11-03T06:59:59.999Z', is: closed('2026-11-03T07:00Z') },
  { name: 'the moment at which it opens', now: '2026-11-03T07:00:00.000Z', is: open('2026-11-03T13:00Z') },
  { name: 'the millisecond after', now: '2026-11-03T07:00:00.001Z', is: open('2026-11-03T13:00Z') },
  { name: 'its last millisecond', now: '2026-11-03T12:59:59.999Z', is: open('2026-11-03T13:00Z') },
  { name: 'the moment at which it closes', now: '2026-11-03T13:00:00.000Z', is: closed('2026-11-04T07:00Z') },
  { name: 'another day', now: '2026-11-06T09:00Z', is: closed('2026-11-10T07:00Z') },
  { name: 'after midnight, in a window over it', now: '2026-11-07T03:00Z', window: { cron: '0 22 * * 5', minutes: 600 }, is: open('2026-11-07T07:00Z') }, // prettier-ignore
  { name: 'a window that opens again before it closes', now: '2026-11-03T09:50Z', window: { cron: '0 * * * *', minutes: 90 }, is: open('2026-11-03T10:30Z') }, // prettier-ignore
  {
    name: 'another zone',
    now: '2026-11-03T14:30Z',
    window: { zone: 'America/New_York' },
    is: open('2026-11-03T19:00Z'),
  },
  { name: 'another day than the last one of February', now: '2026-11-03T09:00Z', window: { cron: '0 0 29 2 *', zone: 'UTC' }, is: closed('2028-02-29T00:00Z') }, // prettier-ignore
  { name: 'a day of February', now: '2026-02-03T01:00Z', window: { cron: '0 0 * 2 *', zone: 'UTC' }, is: open('2026-02-03T06:00Z') }, // prettier-ignore
  { name: 'a minute of a window that opens every minute', now: '2026-11-03T09:00:30Z', window: { cron: '* * * * *', minutes: 10_080 }, is: open('2026-11-10T09:00Z') }, // prettier-ignore
  { name: 'the sixth day of a window of a week', now: '2026-11-08T09:00Z', window: { cron: '0 8 * * 2', minutes: 10_080 }, is: open('2026-11-10T07:00Z') }, // prettier-ignore
  { name: 'winter time', now: '2026-03-28T09:00Z', window: { cron: '0 8 * * *' }, is: open('2026-03-28T13:00Z') },
  { name: 'the first day of summer time', now: '2026-03-29T09:00Z', window: { cron: '0 8 * * *' }, is: open('2026-03-29T12:00Z') }, // prettier-ignore
  {
    name: 'before a time that is left out',
    now: '2026-03-29T00:40Z',
    window: night(30),
    is: closed('2026-03-29T01:30Z'),
  },
  { name: 'while the clock jumps', now: '2026-03-29T01:00Z', window: night(30), is: closed('2026-03-29T01:30Z') },
  { name: 'the hour after a time that is left out', now: '2026-03-29T01:30Z', window: night(30), is: open('2026-03-29T02:00Z') }, // prettier-ignore
  { name: 'the first of two times', now: '2026-10-25T00:30Z', window: night(30), is: open('2026-10-25T01:00Z') },
  { name: 'between two times', now: '2026-10-25T01:05Z', window: night(30), is: closed('2026-10-26T01:30Z') },
  { name: 'the second of two times', now: '2026-10-25T01:30Z', window: night(30), is: closed('2026-10-26T01:30Z') },
  { name: 'a long window over two times', now: '2026-10-25T01:05Z', window: night(120), is: open('2026-10-25T02:30Z') },
  { name: 'the end of a long window over two times', now: '2026-10-25T02:30Z', window: night(120), is: closed('2026-10-26T01:30Z') }, // prettier-ignore
]

test.each(rows)('a window at $name', ({ now, window, is }) => {
  expect(windowAt(aWindow(window), at(now))).toEqual(is)
})

/** The minutes of some days by the clock of a zone: when each is, and what the clock shows. */
function minutesOf(zone: string, day: string) {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const noon = Date.parse(`${day}T12:00Z`) / 1000
  const minutes: { readonly at: number; readonly shows: string }[] = []
  for (let time = noon - 48 * 3600; time < noon + 60 * 3600; time += 900)
    minutes.push({ at: time, shows: clock.format(time * 1000) })
  return minutes
}

/** When the clock shows a time first, every day; where it is left out, as much later as the clock jumps. Slow and simple. */
function runsOf(minutes: ReturnType<typeof minutesOf>, time: string): readonly number[] {
  const first = new Map<string, number>()
  for (const { at: moment, shows } of minutes) if (!first.has(shows)) first.set(shows, moment)
  return [...new Set(minutes.map(({ shows }) => shows.slice(0, 10)))].flatMap((day) => {
    const shown = first.get(`${day} ${time}`)
    if (shown !== undefined) return shown
    const before = minutes.filter(({ shows }) => shows < `${day} ${time}`).at(-1)
    if (before === undefined || before.at === minutes.at(-1)?.at || minutes[0]?.shows.startsWith(day) === true)
      return []
    return before.at + (Date.parse(`${day}T${time}Z`) - Date.parse(`${before.shows.replace(' ', 'T')}Z`)) / 1000
  })
}

const changes = [
  { zone: 'Europe/Berlin', day: '2026-03-29' },
  { zone: 'Europe/Berlin', day: '2026-10-25' },
  { zone: 'America/New_York', day: '2026-11-01' },
  { zone: 'Australia/Lord_Howe', day: '2026-04-05' },
  { zone: 'Australia/Lord_Howe', day: '2026-10-04' },
]

test.each(changes)(
  'windows around $day in $zone are open when a clock that is read minute by minute says so',
  ({ zone, day }) => {
    const minutes = minutesOf(zone, day)
    for (const time of ['01:15', '02:00', '02:30', '03:00']) {
      const runs = runsOf(minutes, time)
      const [hour, minute] = time.split(':').map(Number)
      for (const length of [30, 180]) {
        const window = aWindow({ cron: `${minute} ${hour} * * *`, zone, minutes: length })
        for (let now = at(`${day}T00:10Z`) - 12 * 3600; now < at(`${day}T10:00Z`); now += 55 * 60) {
          const last = Math.max(...runs.filter((run) => run <= now))
          const next = Math.min(...runs.filter((run) => run > now))
          const isOpen = now < last + length * 60
          const told = { time, length, now: new Date(now * 1000).toISOString() }
          expect({ ...told, ...windowAt(window, now) }).toEqual({
            ...told,
            ...(isOpen ? { state: 'open', until: last + length * 60 } : { state: 'closed', opensAt: next }),
          })
        }
      }
    }
  },
)

test.each([
  ['0 8 * * 2-4', undefined],
  ['*/5 * * * *', undefined],
  ['0 8 30 2 *', 'never falls due'],
  ['0 28 * * *', expect.stringContaining('is no cron expression of five fields')],
  ['0 8 * * * *', expect.stringContaining('is no cron expression of five fields')],
])('the cron expression %s has the problem %s', (cron, problem) => {
  expect(cronProblem(cron, NOW)).toEqual(problem)
})

test('a zone is one that the machine knows', () => {
  expect(['UTC', 'Europe/Berlin', 'Europe/Berlim', ''].map(isZone)).toEqual([true, true, false, false])
})
