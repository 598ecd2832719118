import type { Activity } from '@aws-sdk/client-auto-scaling'
import type { FailedLaunch } from '../../domain/rollout/fleet.ts'
import { instanceInText, isGivenUp, isLaunchText } from '../../domain/rollout/activity-text.ts'
import type { Connection } from '../client/connection.ts'
import { isRefusedAs } from '../client/refusals.ts'

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
 * Launches of a group that began at or after a moment and failed, newest first. One
 * page: a hundred failures say what the hundred-and-first would.
 */
export async function failedLaunches(
  connection: Connection,
  { group, since }: FailedLaunchesQuestion,
): Promise<readonly FailedLaunch[]> {
  const { DescribeScalingActivitiesCommand } = await import('@aws-sdk/client-auto-scaling')
  // AWS gives whole seconds: a launch in the first second must not look as if it had begun before.
  const from = Math.floor(since)
  const question = new DescribeScalingActivitiesCommand({
    AutoScalingGroupName: group,
    Filters: [
      { Name: 'StartTimeLowerBound', Values: [`${new Date(from * 1000).toISOString().slice(0, 19)}Z`] },
      { Name: 'Status', Values: ['Failed', 'Cancelled'] },
    ],
    MaxRecords: 100,
  })
  try {
    const { Activities } = await connection.send(await connection.clients.autoScaling(), question)
    return failedLaunchesIn(Activities ?? [], from)
  } catch (error) {
    // The group was deleted in the middle of the look; the next look says so.
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}
