import { checkpointCost } from '../../domain/rollout/checkpoint-cost.ts'
import { noteOf, type PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { isAnythingOutdated } from '../../domain/rollout/start.ts'
import type { PreflightQuestion } from './check.ts'

/** What the first checkpoints cost of groups that are about to roll; their description tells it. */
export const checkpointCosts = async ({ planned }: PreflightQuestion): Promise<readonly PreflightFinding[]> =>
  planned.flatMap(({ fleet, policy }) => {
    const cost = isAnythingOutdated(fleet, policy) ? checkpointCost(fleet, policy) : undefined
    return cost === undefined ? [] : [noteOf(fleet.group, cost)]
  })
