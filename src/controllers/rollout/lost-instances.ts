import { isFailure, isUncertain } from '../../errors.ts'
import type { FailedLaunch } from '../../domain/rollout/fleet.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'
import { transition } from './transition.ts'

/**
 * Where a new instance was lost AWS is asked once why: the look after it may show another in its place, and no failure.
 * Undefined where the answer was lost: nothing is decided before it is known.
 */
export async function readLossReasons({ port, signal }: RolloutRequest, run: GroupRun): Promise<GroupRun | undefined> {
  const { last, group, state } = run
  if (policyNow(run).intent !== 'roll' || last.memo === undefined || signal.aborted) return run
  if (state.lost.every(({ words }) => words !== undefined)) return run
  let failures: readonly FailedLaunch[]
  try {
    failures = (await port.failedLaunches?.(group, last.memo.startedAt)) ?? []
  } catch (error) {
    if (isUncertain(error)) return undefined
    if (!isFailure(error)) throw error
    failures = last.failedLaunches
  }
  return transition(run, { kind: 'loss-reasons-read', failures })
}
