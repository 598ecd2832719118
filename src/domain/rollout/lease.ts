import type { Memo } from './fleet.ts'
import type { Action } from './action.ts'
import type { Policy } from './policy.ts'
import { isOtherAttempt, workflowRunOf } from './run-id.ts'

/** A run that has been silent for so long is dead; it says that it is alive every `HEARTBEAT_SECONDS`. */
export const DEAD_AFTER_SECONDS = 300
export const HEARTBEAT_SECONDS = 120

/** A heartbeat so far ahead of AWS's clock was written by no run: AWS's answers give whole seconds, and calls take some. */
const FUTURE_SECONDS = 60

/** Another attempt of the same workflow run cannot be alive: GitHub starts it when the one before has ended. */
export function isLeaseLive(memo: Memo, run: string, at: number): boolean {
  if (isOtherAttempt(memo.run, run) || isFromFuture(memo, at)) return false
  return at - memo.heartbeatAt < DEAD_AFTER_SECONDS
}

/** Whether its heartbeat is so far ahead of AWS's clock that no run can have written it. */
export const isFromFuture = ({ heartbeatAt }: Memo, at: number): boolean => heartbeatAt - at > FUTURE_SECONDS

/**
 * Puts this process's name on a memo whose last writer may have changed the group a moment ago. AWS's answers may lag
 * behind, but one that shows the name shows whatever was changed before: nothing is decided until then. Undefined where
 * it is not needed, or AWS refuses it: a run that takes a roll over from one that is long dead writes its name with the
 * saved state.
 */
export function claimLease(memo: Memo, policy: Policy, at: number): Action | undefined {
  const { run, url, intent, refused } = policy
  const isLate = memo.run !== run && at - memo.heartbeatAt >= DEAD_AFTER_SECONDS
  if (refused?.includes('renew-lease') || (isLate && intent === 'roll')) return undefined
  return {
    kind: 'renew-lease',
    memo: { ...memo, run, url, heartbeatAt: heartbeatAfter(memo, at) },
    after: memo,
    reason: `after run ${runName(memo)}`,
  }
}

/** The sign of life that follows on that of a memo: another second than before, or the memo would look as it did. */
export const heartbeatAfter = (memo: Memo, at: number): number =>
  isFromFuture(memo, at) ? Math.floor(at) : Math.max(Math.floor(at), memo.heartbeatAt + 1)

/** Leaves the group alone: another run holds its lease. */
export function heldByOther(memo: Memo, at: number): Action {
  const seconds = Math.max(0, Math.round(at - memo.heartbeatAt))
  return {
    kind: 'refuse',
    reason: `run ${runName(memo)} holds the lease of this group and renewed it ${seconds} s ago`,
    remedy: `Wait for that run to end. If it has died, start again in ${Math.ceil((DEAD_AFTER_SECONDS - seconds) / 60)} minutes: its lease has expired then.`,
  }
}

/** A run as a person finds it. */
export const runName = ({ run, url }: Memo): string => `${workflowRunOf(run)}${url === undefined ? '' : ` (${url})`}`

/** Whether a run that is not at work any more has left this, and not on purpose. */
export const isUnfinished = (memo: Memo, run: string, at: number): boolean =>
  memo.heartbeatAt > 0 && !isLeaseLive(memo, run, at)

export const unfinishedText = (group: string, memo: Memo): string =>
  `Run ${runName(memo)} has left ${group} unfinished: \`mode: restore\` puts it back all the same.`

/** The run that asks, `<run id>/<attempt>/<nonce>`, and when (seconds since the Unix epoch). */
export interface LeaseClaimant {
  readonly run: string
  readonly now: number
}

/** Why a group must be left alone: another run, which is alive, is at work on it. A dead run's traces are no obstacle. */
export function leaseConflict(memo: Memo, { run, now }: LeaseClaimant): string | undefined {
  if (memo.run === run || !isLeaseLive(memo, run, now)) return undefined
  const seconds = Math.max(0, Math.round(now - memo.heartbeatAt))
  return `run ${workflowRunOf(memo.run)} holds its lease and renewed it ${seconds} s ago; wait for that run to end`
}
