import type { Behaviour } from '../interfaces.ts'
import { pageLength } from '../page-length.ts'
import { ServiceFault, validationError } from '../fault.ts'

/** What paged calls of both services take. */
export interface MarkerRequest {
  readonly Marker?: string | undefined
  readonly PageSize?: number | undefined
}

/**
 * One page of what is sorted by a number that an item never changes; pages have 1 to 400 entries, and may have less than they could.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html
 */
export function markedPage<T extends { readonly order: number }>(
  items: readonly T[],
  { Marker, PageSize }: MarkerRequest,
  behaviour: Pick<Behaviour, 'shortPages'>,
): { readonly items: readonly T[]; readonly NextMarker?: string } {
  const size = PageSize ?? 400
  if (size < 1 || size > 400) {
    throw validationError(
      `1 validation error detected: Value '${size}' at 'pageSize' failed to satisfy constraint: Member must have value ${size < 1 ? 'greater than or equal to 1' : 'less than or equal to 400'}`,
    )
  }
  const after = Marker === undefined || Marker === '' ? -Infinity : orderIn(Marker)
  const rest = items.filter((item) => item.order > after)
  const found = rest.slice(0, pageLength(behaviour, Math.min(size, rest.length)))
  const last = found.at(-1)
  return last !== undefined && rest.length > found.length
    ? { items: found, NextMarker: Buffer.from(`after:${last.order}`).toString('base64url') }
    : { items: found }
}

function orderIn(marker: string): number {
  const [, order] = /^after:(\d+)$/.exec(Buffer.from(marker, 'base64url').toString()) ?? []
  if (order === undefined) throw new ServiceFault('ValidationError', `The marker '${marker}' is not valid`)
  return Number(order)
}
