import type { LookNeed } from '../../controllers/rollout/ports.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { SCHEDULING } from '../../domain/rollout/scheduled-actions.ts'

/**
 * Since when it matters what falls due of a group's scheduled actions: before a roll from now on; of a group whose actions a
 * run has suspended since the run began, or since it last carried some out. Undefined where it does not matter.
 */
export function dueSince({ memo, suspended, at }: Fleet, need: LookNeed): number | undefined {
  if (memo === undefined) return need === 'every part' && !suspended.includes(SCHEDULING) ? at : undefined
  return memo.suspends.includes(SCHEDULING) ? (memo.scheduledUntil ?? memo.startedAt) : undefined
}
