/** What the pace is made from: counts that only grow. */
export interface Traffic {
  /** Calls made so far. */
  readonly calls: number
  /** How often AWS has asked to slow down. */
  readonly throttled: number
}

/** Seconds between two looks where it is not known what comes when, at a fleet that is small and an account that is calm. */
const CALM_SECONDS = 5
/**
 * The quickest and the slowest pace of a calm account, in seconds: where something is due, and where nothing is for long. What
 * others do to a group meanwhile must be seen within two minutes.
 */
const CLOSE_SECONDS = 1
const QUIET_SECONDS = 100
const SLOWEST_SECONDS = 60
/** ELB refills 10 calls a second for the whole account; a look must leave most of them to others. */
const CALLS_PER_SECOND = 4

/**
 * Seconds to wait until the next look, given for how long nothing is expected. As many calls as the last look took are spread
 * out, and each throttling doubles the wait, which then shrinks slowly again.
 */
export function pollInterval(traffic: () => Traffic): (quietSeconds: number | undefined) => number {
  let last = traffic()
  let slow = 1
  return (quietSeconds) => {
    const now = traffic()
    slow =
      now.throttled > last.throttled ? Math.min(slow * 2, SLOWEST_SECONDS / CLOSE_SECONDS) : Math.max(1, slow * 0.8)
    const wish =
      quietSeconds === undefined ? CALM_SECONDS : Math.min(QUIET_SECONDS, Math.max(CLOSE_SECONDS, quietSeconds))
    const seconds = Math.max(wish, (now.calls - last.calls) / CALLS_PER_SECOND) * slow
    last = now
    return Math.min(Math.max(SLOWEST_SECONDS, wish), seconds)
  }
}
