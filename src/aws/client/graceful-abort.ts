import type { Clock } from '../../platform/clock.ts'

/** What ends one attempt early. */
export interface GracefulAbort {
  readonly signal: AbortSignal
  /** The attempt has come to its end by itself. */
  settled(): void
}

/** A signal that follows another so many milliseconds later, but not once the attempt is over. */
export function gracefulAbort({
  cancelled,
  clock,
  graceMilliseconds,
}: {
  readonly cancelled: AbortSignal | undefined
  readonly clock: Clock
  readonly graceMilliseconds: number
}): GracefulAbort {
  const cut = new AbortController()
  // Made only where it is needed: each end of a controller makes an error, with its stack.
  let over: AbortController | undefined
  const follow = (): void => {
    const end = (): void => cut.abort(cancelled?.reason)
    if (graceMilliseconds === 0) return end()
    over = new AbortController()
    // A sleep that is ended by `over` leaves nothing to cut off.
    void clock.sleep(graceMilliseconds, over.signal).then(end, () => {})
  }
  cancelled?.addEventListener('abort', follow, { once: true })
  return {
    signal: cut.signal,
    settled: () => {
      cancelled?.removeEventListener('abort', follow)
      over?.abort()
    },
  }
}
