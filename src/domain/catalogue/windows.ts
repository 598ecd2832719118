/** Windows in which changes may begin. Their cron expressions and time zones are read by croner. */
import { Cron } from 'croner'
import type { ChangeWindow } from './catalogue.ts'

/** A window at a moment; times are seconds since the Unix epoch. */
export type WindowState =
  | { readonly state: 'open'; readonly until: number }
  | {
      readonly state: 'closed'
      /** Undefined where it never opens again. */
      readonly opensAt: number | undefined
    }

/** Reads a cron expression of five fields; throws where it is none. Two that say the same share one. */
function cronOf({ cron, zone }: Pick<ChangeWindow, 'cron' | 'zone'>): Cron {
  const key = `${zone} ${cron}`
  const known = read.get(key)
  if (known !== undefined) return known
  const made = new Cron(cron, { timezone: zone, mode: '5-part' })
  read.set(key, made)
  return made
}
const read = new Map<string, Cron>()

/** What is wrong with a cron expression, as the end of a sentence; undefined where it opens at some time after `now`. */
export function cronProblem(cron: string, now: number): string | undefined {
  try {
    return cronOf({ cron, zone: 'UTC' }).nextRun(new Date(now * 1000)) === null ? 'never falls due' : undefined
  } catch (error) {
    return `is no cron expression of five fields (${error instanceof Error ? error.message : String(error)})`
  }
}

/** Whether the machine knows a time zone of that IANA name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * Whether the window is open: from the moment at which it opens, so many minutes long, without its last moment. A time that
 * the change to summer time leaves out opens it an hour later by the clock, and one that is there twice opens it once.
 */
export function windowAt(window: ChangeWindow, now: number): WindowState {
  const opened = openedAt(window, now)
  if (opened !== undefined) return { state: 'open', until: opened + window.minutes * 60 }
  return { state: 'closed', opensAt: opensAfter(window, now) }
}

/** How far back runs are looked for, in seconds: the last one is mostly near, and a window may open every minute. */
const SPANS = [900, 7200, 86_400, Infinity]

/**
 * The last run from which the window is still open. It is looked for forward, from so long before: backward croner fails in
 * some months, and leaves out a run that begins exactly then.
 */
function openedAt(window: ChangeWindow, now: number): number | undefined {
  const length = window.minutes * 60
  for (const span of SPANS) {
    const from = now - Math.min(span, length)
    const last = runsBetween(window, from, now).at(-1)
    if (last !== undefined) return last
    if (span >= length) return undefined
  }
  return undefined
}

/** The first run after a moment; undefined where there is none. */
function opensAfter(window: ChangeWindow, now: number): number | undefined {
  const cron = cronOf(window)
  const runs = startsAround(window, now).map((from) => cron.nextRuns(3, new Date(from * 1000)).map(secondsOf))
  const coming = runs.flat().filter((run) => run > now)
  return coming.length === 0 ? undefined : Math.min(...coming)
}

/** The runs after `from`, up to `to`, in their order. */
function runsBetween(window: ChangeWindow, from: number, to: number): readonly number[] {
  const cron = cronOf(window)
  const runs = new Set<number>()
  for (const start of startsAround(window, from, to)) {
    let at = start
    for (let run = cron.nextRun(new Date(at * 1000)); run !== null; run = cron.nextRun(run)) {
      // One that is not later would be found for ever.
      if (secondsOf(run) <= at || secondsOf(run) > to) break
      at = secondsOf(run)
      if (at > from) runs.add(at)
    }
  }
  return [...runs].toSorted((one, other) => one - other)
}

const secondsOf = (date: Date): number => date.getTime() / 1000

/**
 * From where runs are looked for: around a change of the clock croner leaves out runs, or gives some that are over, but from a
 * little earlier it finds them.
 */
function startsAround({ zone }: ChangeWindow, from: number, to = from): readonly number[] {
  return isNearChange(zone, from, to) ? [0, 1, 2, 3, 4, 5, 6, 7, 8].map((quarters) => from - quarters * 900) : [from]
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Whether the clock of the zone changes in this time, or in the three hours before or after. */
function isNearChange(zone: string, from: number, to: number): boolean {
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  clocks.set(zone, clock)
  const shown = (at: number): number => Date.parse(`${clock.format(at * 1000).replace(' ', 'T')}Z`) / 1000
  return shown(to + 10_800) - shown(from - 10_800) !== to - from + 21_600
}
