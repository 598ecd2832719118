import type { LookNeed } from '../../controllers/rollout/ports.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { SCHEDULING } from '../../domain/rollout/restore.ts'
import { LATE_SECONDS } from '../../domain/rollout/scheduled-actions.ts'

/**
 * Since when it matters what falls due of a group's scheduled actions: before a roll what AWS may yet carry out, and what comes; of a group on which a run
 * works since the run began, or since it last carried some out, whether it has suspended them or AWS carries them out.
 * Undefined where others have suspended them.
 */
export function dueSince({ memo, suspended, at }: Fleet, need: LookNeed): number | undefined {
  if (memo === undefined)
    return need === 'every part' && !suspended.includes(SCHEDULING) ? at - LATE_SECONDS : undefined
  const { suspends, handedBackAt, scheduledUntil, startedAt } = memo
  const isOthers = suspended.includes(SCHEDULING) && !suspends.includes(SCHEDULING) && handedBackAt === undefined
  return isOthers ? undefined : (scheduledUntil ?? startedAt)
}
