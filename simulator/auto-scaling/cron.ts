import { validationError } from '../fault.ts'

const BOUNDS = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 7]] as const // prettier-ignore
const NAMES: readonly (readonly string[])[] = [
  [], [], [],
  ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
] // prettier-ignore

/**
 * The next moment after the given one (seconds) that a five-field cron expression names on the clocks of a time zone;
 * undefined when none comes in four years. A time of day that the clocks skip comes an hour later (chosen).
 */
export function nextRun(expression: string, after: number, timeZone = 'UTC'): number | undefined {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== 5) throw refused(expression)
  const [minutes, hours, days, months, weekdays] = fields.map((field, place) => valuesOf(field, place, expression)) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>] // prettier-ignore
  if (weekdays.has(7)) weekdays.add(0)
  // Cron's old rule: when both days are restricted, either may match.
  const either = fields[2] !== '*' && fields[4] !== '*'
  const offset = offsetsOf(timeZone)
  const day = new Date((after + offset(after)) * 1000)
  day.setUTCHours(0, 0, 0, 0)
  for (let count = 0; count < 4 * 366; count++, day.setUTCDate(day.getUTCDate() + 1)) {
    const [inMonth, inWeek] = [days.has(day.getUTCDate()), weekdays.has(day.getUTCDay())]
    if (!months.has(day.getUTCMonth() + 1) || !(either ? inMonth || inWeek : inMonth && inWeek)) continue
    const start = day.getTime() / 1000
    for (const hour of [...hours].sort((one, other) => one - other)) {
      for (const minute of [...minutes].sort((one, other) => one - other)) {
        const moment = onClock(start + hour * 3600 + minute * 60, offset)
        if (moment > after) return moment
      }
    }
  }
  return undefined
}

/** How far the clocks of a time zone are ahead of UTC, in seconds, by moment. */
function offsetsOf(timeZone: string): (at: number) => number {
  if (timeZone === 'UTC') return () => 0
  const format = clocksOf(timeZone)
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at * 1000).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - Math.floor(at)
  }
}

function clocksOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const // prettier-ignore
  try {
    return new Intl.DateTimeFormat('en-US', { ...numeric, timeZone, hourCycle: 'h23' })
  } catch {
    throw validationError(`Given time zone: ${timeZone} is invalid`) // unsourced text
  }
}

/** The moment at which clocks show this; `local` is what they show, in seconds as if they were UTC. */
function onClock(local: number, offset: (at: number) => number): number {
  const before = local - offset(local)
  return local - offset(before)
}

function valuesOf(field: string, place: number, expression: string): Set<number> {
  const [low, high] = BOUNDS[place] as readonly [number, number]
  const values = new Set<number>()
  for (const part of field.toLowerCase().split(',')) {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? []
    const [from = '', to = from] = range === '*' ? [String(low), String(high)] : range.split('-')
    const [first, last] = [
      valueOf(from, place),
      part.includes('/') && !range.includes('-') && range !== '*' ? high : valueOf(to, place),
    ]
    if (!(first >= low && last <= high && first <= last && Number(step) > 0)) throw refused(expression)
    for (let value = first; value <= last; value += Number(step)) values.add(value)
  }
  return values
}

function valueOf(text: string, place: number): number {
  const named = NAMES[place]?.indexOf(text) ?? -1
  return text !== '' && named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : NaN
}

const refused = (expression: string): Error => validationError(`Given recurrence string: ${expression} is invalid`) // unsourced text
