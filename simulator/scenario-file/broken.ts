/** What was to hold of the groups of a scenario and did not. */
import type { CapacitySample } from '../capacity-log.ts'
import type { Ledger } from '../ledger.ts'
import type { Keeps } from './build.ts'

/** A time in which a group did not keep what it was to keep; seconds since the Unix epoch. */
export interface BrokenPromise {
  readonly group: string
  readonly keeps: 'ready' | 'total'
  readonly from: number
  /** Undefined where it lasts. */
  readonly until: number | undefined
  readonly wanted: number
  /** The fewest that were ready meanwhile, or the most in all. */
  readonly was: number
}

const MEASURES: readonly {
  readonly keeps: 'ready' | 'total'
  readonly of: (sample: CapacitySample) => number
  readonly breaks: (value: number, wanted: number) => boolean
  readonly worse: (one: number, other: number) => number
}[] = [
  { keeps: 'ready', of: ({ ready }) => ready, breaks: (value, wanted) => value < wanted, worse: Math.min },
  { keeps: 'total', of: ({ inService, pending }) => inService + pending, breaks: (value, wanted) => value > wanted, worse: Math.max }, // prettier-ignore
]

/** Every such time since the ledger was cleared, group by group and oldest first. */
export function brokenPromises(ledger: Ledger, keeps: ReadonlyMap<string, Keeps>): readonly BrokenPromise[] {
  return [...keeps].flatMap(([group, promises]) =>
    MEASURES.flatMap((measure) => {
      const wanted = promises[measure.keeps]
      return wanted === undefined ? [] : timesOf(ledger.capacityOf(group), { group, wanted, measure })
    }),
  )
}

function timesOf(
  samples: readonly CapacitySample[],
  { group, wanted, measure }: { readonly group: string; readonly wanted: number; readonly measure: (typeof MEASURES)[number] },
): readonly BrokenPromise[] {
  const times: BrokenPromise[] = []
  let open: BrokenPromise | undefined
  for (const sample of samples) {
    const value = measure.of(sample)
    if (measure.breaks(value, wanted))
      open = open === undefined ? { group, keeps: measure.keeps, from: sample.at, until: undefined, wanted, was: value } : { ...open, was: measure.worse(open.was, value) } // prettier-ignore
    else if (open !== undefined) {
      // What was below and above again at one moment was never seen.
      if (sample.at > open.from) times.push({ ...open, until: sample.at })
      open = undefined
    }
  }
  return open === undefined ? times : [...times, open]
} // prettier-ignore
