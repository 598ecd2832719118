import type { Clock } from '../../platform/clock.ts'

/** AWS's clock, as the answers of AWS tell it. */
export interface AwsClock extends Clock {
  /** The runner's own time, in milliseconds since the Unix epoch. */
  runnerNow(): number
  /** Learns from one answer: its `Date`, and when its request was sent on the runner's clock, in milliseconds. */
  learn(date: string | undefined, sentAt: number): void
}

/** The `Date` of an answer is in whole seconds. */
const DATE_MILLISECONDS = 1000

/**
 * The runner's clock, moved to where AWS's is: leases, launch times and activities are in AWS's time, and the clock of a
 * runner may be wrong. Each answer bounds the difference; answers that contradict those before follow a clock that was set,
 * and count alone. As long as the runner's clock may be right it is taken as it is.
 */
export function awsClock(clock: Clock): AwsClock {
  let least = -Infinity
  let most = Infinity
  const offset = (): number => (least > 0 ? least : most < 0 ? most : 0)
  return {
    now: () => clock.now() + offset(),
    runnerNow: () => clock.now(),
    sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
    learn: (date, sentAt) => {
      const told = Date.parse(date ?? '')
      if (Number.isNaN(told)) return
      const low = told - clock.now()
      const high = told + DATE_MILLISECONDS - sentAt
      if (low > most || high < least) [least, most] = [low, high]
      else [least, most] = [Math.max(least, low), Math.min(most, high)]
    },
  }
}
