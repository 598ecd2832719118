import { capacityOfGroup } from '../../domain/rollout/capacity.ts'
import { bakesAhead } from '../../domain/rollout/bakes-ahead.ts'
import { floorOf } from '../../domain/rollout/budget.ts'
import type { Change } from '../../domain/rollout/changes/changes.ts'
import type { Counts } from '../../report/events.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'

/** How the group stands, in the numbers that the log shows. */
export function countsOf(run: GroupRun): Counts {
  const { last } = run
  const { outdatedCapacity, total, readyCapacity } = capacityOfGroup(last, policyNow(run))
  return {
    old: outdatedCapacity,
    current: total - outdatedCapacity,
    ready: readyCapacity,
    desired: last.sizes.desired,
  }
}

/** Reports one more observation. */
export function reportObserved({ report }: RolloutRequest, run: GroupRun): void {
  const { last } = run
  const floor = floorOf(last.memo ?? last, policyNow(run))
  const restores = run.policy.intent === 'restore' && ({ restores: true, ownSince: last.memo?.startedAt } as const)
  report({ kind: 'observed', fleet: last, counts: countsOf(run), floor, ...restores })
}

/** Reports for what the group waits. */
export function reportWaiting({ report, outlook }: RolloutRequest, run: GroupRun, reason: string): void {
  const { last, group } = run
  const { progress, timeLeft } = outlook(group)
  const bakes = bakesAhead({ fleet: last, policy: policyNow(run), state: run.state })
  const left = timeLeft && bakes !== undefined ? { low: timeLeft.low + bakes, high: timeLeft.high + bakes } : undefined
  report({ kind: 'waiting', at: last.at, group, counts: countsOf(run), reason, progress, timeLeft: left })
}

/** Reports a change that AWS has accepted, in the numbers that led to it. */
export function reportStep(
  { report, dryRun }: RolloutRequest,
  run: GroupRun,
  { change, reason }: { readonly change: Change; readonly reason: string },
): void {
  const { last, group } = run
  report({ kind: 'step', at: last.at, group, change, counts: countsOf(run), reason, dryRun })
}
