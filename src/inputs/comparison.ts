import { integer, optionalRatio } from './parse.ts'
import type { InputReader } from './reader.ts'

/** How much worse than the other side the new one may answer, and of how many requests of each at least. */
export interface ErrorComparison {
  readonly maxRatio: number
  readonly minRequests: number
}

/** Undefined where nothing is compared; problems are left in the reader. */
export function readComparison(reader: InputReader): ErrorComparison | undefined {
  const maxRatio = reader.value('max-error-ratio', optionalRatio(1000))
  const minRequests = reader.value('min-requests', integer({ from: 1, to: 1_000_000_000 }))
  return maxRatio === undefined ? undefined : { maxRatio, minRequests }
}
