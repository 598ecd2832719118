import type { Memo } from './fleet.ts'
import { DEAD_AFTER_SECONDS } from './rolling.ts'

/** Who asks: `<run id>/<attempt>/<nonce>`, and when (seconds since the Unix epoch). */
export interface Asker {
  readonly run: string
  readonly now: number
}

/** Why a group must be left alone: another run, which is alive, is at work on it. A dead run's traces are no obstacle. */
export function otherHands(memo: Memo, { run, now }: Asker): string | undefined {
  const [id, attempt] = memo.run.split('/')
  const [ourId, ourAttempt] = run.split('/')
  const seconds = Math.max(0, Math.round(now - memo.heartbeatAt))
  // Another attempt of the same workflow run cannot be alive: GitHub starts it when the one before has ended.
  if (memo.run === run || (id === ourId && attempt !== ourAttempt) || seconds >= DEAD_AFTER_SECONDS) return undefined
  return `run ${id} is rolling it and said so ${seconds} s ago; wait for that run to end`
}
