/** Moments as a catalogue writes them. */

/** Which end of a day a date without a time means. */
export type Boundary = 'from' | 'until'

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2}))?$/
const DAY_MILLISECONDS = 86_400_000

/**
 * Seconds since the Unix epoch; undefined for a text that is none, or a day or time that does not exist. A date alone is a day in
 * UTC: `from` gives its first millisecond and `until` its last, so that an end is always inclusive.
 */
export function momentOf(text: string, boundary: Boundary): number | undefined {
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', zone = ''] = MOMENT.exec(text) ?? []
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  // Date.UTC makes the 30th of February a day in March.
  if (year === '' || new Date(midnight).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return undefined
  if (hour === undefined) return (boundary === 'from' ? midnight : midnight + DAY_MILLISECONDS - 1) / 1000
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000
}

/** `2026-12-18 09:30 UTC` */
export function momentInWords(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The day on which the moment lies, in UTC: `2026-12-18`. */
export const dayInWords = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
