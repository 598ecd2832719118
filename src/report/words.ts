import type { GroupResult } from './events.ts'
import { wasCancelled } from './judgement.ts'
import { type Change, changeText } from '../domain/rollout/changes/changes.ts'

/** `1 instance`, `2 instances`, `0 instances`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `a, b and 3 more`: the first few of a list. */
export function firstOf(names: readonly string[], most: number): string {
  if (names.length <= most) return names.join(', ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

/** What a change does, as an order; at most so many instance ids are spelled out. */
export const describeChange = (change: Change, mostIds: number): string =>
  changeText(change, (ids) => firstOf(ids, mostIds))

/** How a group ended, in one word or two. */
export function statusInWords(result: Pick<GroupResult, 'status' | 'failure'>): string {
  const { status } = result
  switch (status) {
    case 'current':
      return 'up to date'
    case 'dark':
      return 'launched dark'
    case 'gated':
      return 'at a gate'
    case 'unfinished':
      return wasCancelled(result) ? 'cancelled' : 'unfinished'
    case 'waiting':
    case 'rolled':
    case 'restored':
    case 'halted':
    case 'held':
    case 'refused':
    case 'planned':
    case 'patched':
    case 'failed':
      return status
    default:
      return status satisfies never
  }
}
