import type { Activity } from '@aws-sdk/client-auto-scaling'
import type { FailedLaunch } from '../../domain/rollout/fleet.ts'
import { instanceInText, isGivenUp, isLaunchText } from '../../domain/rollout/activity-text.ts'
import type { Connection } from '../client/connection.ts'
import { newestActivities } from './activities.ts'

/** The failed launches among scaling activities that began at or after a moment, newest first. */
export const failedLaunchesIn = (activities: readonly Activity[], since: number): readonly FailedLaunch[] =>
  activities
    .flatMap(({ ActivityId, StartTime, StatusCode, StatusMessage, Description = '' }) => {
      if (ActivityId === undefined || StartTime === undefined) return []
      const at = StartTime.getTime() / 1000
      // A failed termination is in the same list; it takes no capacity away.
      if (at < since || !isLaunchText(Description)) return []
      const reason = StatusMessage ?? Description
      if (StatusCode !== 'Failed' && !(StatusCode === 'Cancelled' && isGivenUp(reason))) return []
      const instanceId = instanceInText(Description)
      return [{ activityId: ActivityId, at, reason, ...(instanceId !== undefined && { instanceId }) }]
    })
    .sort((left, right) => right.at - left.at)

/** Of which group, and since when (seconds since the Unix epoch). */
export interface FailedLaunchesQuestion {
  readonly group: string
  readonly since: number
}

/**
 * Launches of a group that began at or after a moment and failed, newest first. A
 * hundred failures say what the hundred-and-first would.
 */
export async function failedLaunches(
  connection: Connection,
  { group, since }: FailedLaunchesQuestion,
): Promise<readonly FailedLaunch[]> {
  // AWS gives whole seconds: a launch in the first second must not look as if it had begun before.
  const from = Math.floor(since)
  return failedLaunchesIn(
    await newestActivities(connection, { group, since: from, statuses: ['Failed', 'Cancelled'] }),
    from,
  )
}
