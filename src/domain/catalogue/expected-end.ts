import { isCounted } from '../rollout/counted.ts'
import { isOutdated } from '../rollout/capacity.ts'
import { USUAL_START_SECONDS } from '../rollout/usual-start.ts'
import type { PlannedRoll } from './group-checks.ts'

/**
 * How long a roll is expected to last, in seconds: the waves that the budgets allow, each as long as an instance takes to start and
 * warm up, and the bakes of its gates. Where nothing is outdated, nothing.
 */
export function expectedSeconds({ fleet, policy }: Pick<PlannedRoll, 'fleet' | 'policy'>): number {
  const outdated = fleet.instances.filter((each) => isCounted(each) && isOutdated(each, fleet, policy))
  if (outdated.length === 0) return 0
  const capacity = outdated.reduce((sum, { weight }) => sum + weight, 0)
  const waves = Math.ceil(capacity / Math.max(1, policy.surge + policy.maxUnavailable))
  const { gates } = policy
  const bakes = gates === undefined ? 0 : gates.checkpoints.length * gates.bakeSeconds + gates.bakeAtEndSeconds
  return waves * (USUAL_START_SECONDS + policy.warmupSeconds) + bakes
}
