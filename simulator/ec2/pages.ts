import { ServiceFault } from '../fault.ts'
import type { Behaviour } from '../interfaces.ts'
import { pageLength } from '../page-length.ts'
import { invalidValue } from './faults.ts'

/** The sizes that a call allows; without `standard` everything comes in one page when the caller sets no size. */
export interface PageSizes {
  readonly smallest: number
  readonly largest: number
  readonly standard?: number
}

/** What every paged call of EC2 takes. */
export interface PageRequest {
  readonly MaxResults?: number | undefined
  readonly NextToken?: string | undefined
}

/** The sizes of most Describe calls. */
export const USUAL_SIZES: PageSizes = { smallest: 5, largest: 1000 }

/**
 * One page, sorted by a number that an item never changes, so that nothing is skipped or given twice when
 * others come or go between two calls. https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-pagination.html
 */
export function ec2Page<T extends { readonly order: number }>(
  unsorted: readonly T[],
  request: PageRequest,
  { behaviour, sizes = USUAL_SIZES }: { readonly behaviour?: Behaviour; readonly sizes?: PageSizes } = {},
): { readonly items: readonly T[]; readonly NextToken?: string } {
  const items = unsorted.toSorted((one, other) => one.order - other.order)
  const size = sizeOf(request.MaxResults, sizes)
  const after = request.NextToken === undefined || request.NextToken === '' ? -Infinity : orderIn(request.NextToken)
  const start = firstAfter(items, after)
  const left = Math.min(size, items.length - start)
  // Only what is asked for in pages comes in pages.
  const isPaged = request.MaxResults !== undefined || request.NextToken !== undefined || sizes.standard !== undefined
  const found = items.slice(start, start + (behaviour !== undefined && isPaged ? pageLength(behaviour, left) : left))
  const last = found.at(-1)
  return last !== undefined && start + found.length < items.length
    ? { items: found, NextToken: Buffer.from(`after:${last.order}`).toString('base64url') }
    : { items: found }
}

function sizeOf(requested: number | undefined, { smallest, largest, standard }: PageSizes): number {
  if (requested === undefined || requested === 0) return standard ?? Infinity
  if (requested < smallest) {
    throw invalidValue(
      `Value ( ${requested} ) for parameter maxResults is invalid. Expecting a value greater than or equal to ${smallest}.`,
    )
  }
  if (requested > largest) {
    throw invalidValue(
      `Value ( ${requested} ) for parameter maxResults is invalid. Expecting a value less than or equal to ${largest}.`,
    )
  }
  return requested
}

function orderIn(token: string): number {
  const [, order] = /^after:(-?\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? []
  if (order === undefined) throw new ServiceFault('InvalidNextToken', 'The specified NextToken is not valid')
  return Number(order)
}

function firstAfter(items: readonly { readonly order: number }[], after: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] as { order: number }).order <= after) low = middle + 1
    else high = middle
  }
  return low
}
