import type { Change, Sizes } from '../domain/rollout/fleet.ts'
import type { GroupResult } from './events.ts'

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
export function describeChange(change: Change, mostIds: number): string {
  switch (change.kind) {
    case 'save-state': {
      const { min, desired, max } = change.memo.sizes
      return `write its memo (min ${min}, desired ${desired}, max ${max})`
    }
    case 'renew-lease':
      return 'say that the run is alive'
    case 'suspend':
      return `suspend ${change.processes.join(', ')}`
    case 'resume':
      return `resume ${change.processes.join(', ')}`
    case 'register':
      return `register ${firstOf(change.instances, mostIds)} with ${change.balancer}`
    case 'resize':
      return `set ${sizesInWords(change.sizes)}`
    case 'terminate':
      return `terminate ${firstOf(change.instances, mostIds)}${decrementInWords(change)}`
    case 'terminate-warm':
      return `terminate ${firstOf(change.instances, mostIds)} of the warm pool`
    case 'set-launch-source':
      return `launch from ${change.previous.label} again`
    case 'clear-state':
      return 'remove its memo'
    default:
      return change satisfies never
  }
}

function decrementInWords({ instances, decrement }: Extract<Change, { kind: 'terminate' }>): string {
  if (!decrement) return ''
  return ` and lower desired capacity with ${instances.length === 1 ? 'it' : 'them'}`
}

function sizesInWords(sizes: Partial<Sizes>): string {
  const parts: string[] = []
  if (sizes.min !== undefined) parts.push(`min size to ${sizes.min}`)
  if (sizes.desired !== undefined) parts.push(`desired capacity to ${sizes.desired}`)
  if (sizes.max !== undefined) parts.push(`max size to ${sizes.max}`)
  return parts.join(' and ')
}

/** How a group ended, in one word or two. */
export function statusInWords(status: GroupResult['status']): string {
  switch (status) {
    case 'current':
      return 'up to date'
    case 'dark':
      return 'up in the dark'
    case 'rolled':
    case 'restored':
    case 'halted':
    case 'held':
    case 'refused':
    case 'unfinished':
    case 'planned':
    case 'patched':
    case 'failed':
      return status
    default:
      return status satisfies never
  }
}
