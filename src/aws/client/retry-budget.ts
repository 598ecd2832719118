import type { ErrorClass } from './error-class.ts'

/** Milliseconds; doubled with each retry, as the AWS SDK's standard mode has it. `busy` is ours: activities last longer. */
const base = { throttled: 1000, busy: 2000, unsent: 50, lost: 50 } as const
const longest = 20_000

/** Tokens, as in the AWS SDK's standard mode: one bucket for all calls, each retry costs, each success gives back. */
const full = 500
const cost = { throttled: 5, busy: 5, unsent: 14, lost: 14 } as const

export interface RetryBudget {
  /** Milliseconds to wait before retry `number` (from 0) of a call. */
  waitBefore(number: number, verdict: Exclude<ErrorClass, 'final'>): number
  succeeded(): void
}

/**
 * How long to wait before a retry: full jitter over doubling steps. The SDK gives up when its bucket is empty; a roll
 * that is half done must not, so an empty bucket only means that every retry waits for the longest time.
 */
export function retryBudget(random: () => number): RetryBudget {
  let tokens: number = full
  return {
    waitBefore: (number, verdict) => {
      if (tokens < cost[verdict]) return longest
      tokens -= cost[verdict]
      return Math.floor(random() * Math.min(longest, base[verdict] * 2 ** number))
    },
    succeeded: () => {
      tokens = Math.min(full, tokens + cost.throttled)
    },
  }
}
