/** Words that several rules use. Pure. */
import type { Action } from './action.ts'
import type { Sizes } from './fleet.ts'

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

const NAMES = { min: 'MinSize', desired: 'The desired capacity', max: 'MaxSize' } as const

/** That others have changed one of the sizes, which stays so. */
export const changedText = (size: keyof Sizes, from: number, to: number): string =>
  `${NAMES[size]} was changed from ${from} to ${to} from outside this run: kept.`

/** `min 2, desired 4`. */
export const sizesText = ({ min, desired, max }: Partial<Sizes>): string =>
  Object.entries({ min, desired, max })
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`))
    .join(', ')
