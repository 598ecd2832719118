import type { Situation } from '../../../src/domain/rollout/budget.ts'
import { capacityOfGroup } from '../../../src/domain/rollout/capacity.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aPolicy, JUST_BEGUN } from './a-fleet.ts'

/** What a rule looks at: a group that has a memo, under a policy, with what the run has learnt. */
export function aSituation(fleet: Fleet, change: Partial<Policy> = {}, state: Partial<RunState> = {}): Situation {
  const { memo } = fleet
  if (memo === undefined) throw new Error('a group without a memo is in no situation')
  const policy = aPolicy(change)
  return { fleet, policy, state: { ...JUST_BEGUN, ...state }, memo, capacity: capacityOfGroup(fleet, policy) }
}
