/** Words that several rules use. Pure. */
import type { Action } from './action.ts'

/** What a rule answers that only waits, and for what. */
export const waitBecause = (reason: string): Action => ({ kind: 'wait', reason })

/** `1.5 minutes`, rounded up. */
export function minutesText(seconds: number): string {
  const minutes = Math.ceil(seconds / 6) / 10
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

/** `2026-01-05 09:00:00 UTC`, of seconds since the Unix epoch. */
export const momentText = (at: number): string =>
  `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`
