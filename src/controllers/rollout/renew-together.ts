import type { Action } from '../../domain/rollout/action.ts'
import type { RenewLease } from '../../domain/rollout/changes/renew-lease.ts'
import { freshnessOf } from '../../domain/rollout/expectations.ts'
import { HEARTBEAT_SECONDS } from '../../domain/rollout/lease.ts'
import { stateLoss } from '../../domain/rollout/remembered-state.ts'
import { nextAction } from '../../domain/rollout/rules.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'
import { send, type Stepped } from './step.ts'
import { transition } from './transition.ts'

/** A group that was looked at; `stepped` where its step has ended with a renewal that AWS has not accepted. */
export interface LookedAt {
  readonly run: GroupRun
  readonly stepped?: Stepped
}

/**
 * Renews the leases of several groups at one moment, so that the calls for them can be gathered, before anything is done with each
 * of them by itself. What a group has to do besides follows on the same look.
 */
export async function renewTogether(request: RolloutRequest, runs: readonly GroupRun[]): Promise<readonly LookedAt[]> {
  if (runs.length < 2 || request.signal.aborted) return runs.map((run) => ({ run }))
  return await Promise.all(
    runs.map(async (run) => {
      const renewal = renewalOf(run)
      return renewal === undefined ? { run } : await renew(request, run, renewal)
    }),
  )
}

async function renew(request: RolloutRequest, before: GroupRun, renewal: Action & RenewLease): Promise<LookedAt> {
  const { run, failed } = await send(request, before, renewal)
  return failed === undefined
    ? { run: transition(run, { kind: 'followed', change: renewal }) }
    : { run, stepped: failed }
}

/** The renewal that is the next step of a roll, where its last look may be decided on; one that takes the lease from another process is none. */
function renewalOf(run: GroupRun): (Action & RenewLease) | undefined {
  const { last, memo, policy } = run
  const isDue = last.memo !== undefined && last.at - last.memo.heartbeatAt >= HEARTBEAT_SECONDS
  if (!isDue || run.restoringSince !== undefined) return undefined
  if (freshnessOf(last, run.pendingWrites) !== 'timely' || stateLoss(last, { remembered: memo, run: policy.run }) !== undefined) return undefined // prettier-ignore
  const action = nextAction(last, policyNow(run), run.state)
  return action.kind === 'renew-lease' && action.after === undefined ? action : undefined
}
