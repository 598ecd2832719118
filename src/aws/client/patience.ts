import type { Clock } from '../../platform/clock.ts'
import { UncertainOutcome } from './uncertain-outcome.ts'

/** How long a run waits for its first credentials, and who is told meanwhile. */
export interface Patience {
  readonly clock: Clock
  /** At least 0, below 1. */
  readonly random: () => number
  readonly seconds: number
  readonly signal: AbortSignal
  /** Told why the run waits: at first, and then once a minute. */
  readonly waiting: (why: string) => void
}

/** Milliseconds. */
const FIRST_WAIT = 2000
const LONGEST_WAIT = 30_000
const TELL_EVERY = 60_000

/**
 * Asks until there is an answer, with growing, random waits: GitHub and AWS fail for minutes at times, and nothing can be
 * done without credentials. A refusal ends it at once, and so does a name that is found nowhere, as that of a region that is
 * none; throws the last UncertainOutcome when the time is over.
 */
export async function askPatiently<Answer>(
  ask: () => Promise<Answer>,
  { clock, random, seconds, signal, waiting }: Patience,
): Promise<Answer> {
  const end = clock.now() + seconds * 1000
  let toldAt = -Infinity
  for (let number = 0; ; number++) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof UncertainOutcome) || isUnknownName(error.cause) || clock.now() >= end) throw error
      if (clock.now() - toldAt >= TELL_EVERY) {
        toldAt = clock.now()
        waiting(`${error.message} It is asked again.`)
      }
      const step = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** number)
      await clock.sleep(Math.min(step * (0.5 + random() / 2), Math.max(0, end - clock.now())), signal)
    }
  }
}

/** A server of names that fails has another code. */
const isUnknownName = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND'
