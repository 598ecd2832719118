/** How many instances may be on their way out at once, whatever makes them leave. Pure. */
import type { Situation } from './budget.ts'
import type { Fleet } from './fleet.ts'
import { phaseOf } from './lifecycle.ts'
import { MAX_TERMINATIONS_PER_CALL } from './termination-order.ts'

const leavingNow = ({ instances }: Fleet): number => instances.filter((each) => phaseOf(each) === 'leaving').length

/**
 * How many instances one call may make leave. Those that leave already count, as long as they are listed: a termination hook
 * that drains them may take long. A run that only puts back keeps to what the run before it was told.
 */
export function roomToLeave({ fleet, policy, memo }: Pick<Situation, 'fleet' | 'policy' | 'memo'>): number {
  const limit = policy.maxLeaving ?? memo.maxLeaving ?? Infinity
  return Math.min(MAX_TERMINATIONS_PER_CALL, Math.max(0, limit - leavingNow(fleet)))
}

/** What is waited for where no more may leave. */
export const whyNoneLeaves = (fleet: Fleet): string =>
  `${leavingNow(fleet)} terminating, as many as \`max-leaving\` lets leave at once`
