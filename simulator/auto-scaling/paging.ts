import type { Behaviour } from '../interfaces.ts'
import { pageLength } from '../page-length.ts'
import { within } from './limits.ts'
import { invalidToken } from './refusals.ts'

interface Page<T> {
  readonly items: readonly T[]
  readonly next: { readonly NextToken: string } | Record<never, never>
}

interface Bounds {
  readonly usual: number
  readonly most: number
  readonly behaviour: Pick<Behaviour, 'shortPages'>
}

/**
 * One page of a list. The token names the last item given, not a position: what was added or deleted in between
 * neither repeats nor hides the others.
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  request: { MaxRecords?: number | undefined; NextToken?: string | undefined },
  { usual, most, behaviour }: Bounds,
): Page<T> {
  within(request.MaxRecords, 1, most, 'maxRecords')
  const start = request.NextToken === undefined ? 0 : placeAfter(all, keyOf, request.NextToken)
  // AWS may give less than a page holds although more follows.
  const size = pageLength(behaviour, Math.min(request.MaxRecords ?? usual, Math.max(0, all.length - start)))
  const items = all.slice(start, start + size)
  const last = items.at(-1)
  const more = last !== undefined && start + size < all.length
  return { items, next: more ? { NextToken: encode(start + size, keyOf(last)) } : {} }
}

const encode = (position: number, key: string): string =>
  Buffer.from(JSON.stringify([position, key])).toString('base64')

function placeAfter<T>(all: readonly T[], keyOf: (item: T) => string, token: string): number {
  const [position, key] = decode(token)
  const before = all[position - 1]
  if (before !== undefined && keyOf(before) === key) return position
  const found = all.findIndex((item) => keyOf(item) === key)
  return found >= 0 ? found + 1 : Math.min(position, all.length)
}

function decode(token: string): [number, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64').toString())
    if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'string')
      return [value[0], value[1]]
  } catch {
    // Not a token of this simulator: refused below.
  }
  throw invalidToken()
}
