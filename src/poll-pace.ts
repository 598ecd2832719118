/** What the pace is made from: counts that only grow. */
export interface Traffic {
  /** Calls made so far. */
  readonly calls: number
  /** How often AWS has asked to slow down. */
  readonly throttled: number
}

/** Seconds between two looks at a fleet that is small and an account that is calm. */
const CALM_SECONDS = 5
const SLOWEST_SECONDS = 60
/** ELB refills 10 calls a second for the whole account; a look must leave most of them to others. */
const CALLS_PER_SECOND = 4

/**
 * Seconds to wait until the next look: as many calls as the last look took are spread out, and each throttling doubles
 * the wait, which then shrinks slowly again.
 */
export function pollPace(traffic: () => Traffic): () => number {
  let last = traffic()
  let slow = 1
  return () => {
    const now = traffic()
    slow = now.throttled > last.throttled ? slow * 2 : Math.max(1, slow * 0.8)
    const seconds = Math.max(CALM_SECONDS, (now.calls - last.calls) / CALLS_PER_SECOND) * slow
    slow = Math.min(slow, SLOWEST_SECONDS / CALM_SECONDS)
    last = now
    return Math.min(SLOWEST_SECONDS, seconds)
  }
}
