import type { Activity } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { isRefusedAs } from '../client/refusals.ts'

/** Which scaling activities are asked for. */
export interface ActivitiesQuestion {
  readonly group: string
  /** Only those that began at or after this moment, in seconds since the Unix epoch; AWS gives whole seconds. */
  readonly since?: number | undefined
  /** Only those with one of these status codes. */
  readonly statuses?: readonly string[]
}

/**
 * The newest hundred scaling activities of a group that fit the question: one page, for the hundred-and-first says
 * nothing more about a roll. None where the group was deleted in the middle of a look; the next look says so.
 */
export async function newestActivities(
  connection: Connection,
  { group, since, statuses }: ActivitiesQuestion,
): Promise<readonly Activity[]> {
  const { DescribeScalingActivitiesCommand } = await import('@aws-sdk/client-auto-scaling')
  const filters = [
    ...(since === undefined
      ? []
      : [{ Name: 'StartTimeLowerBound', Values: [`${new Date(since * 1000).toISOString().slice(0, 19)}Z`] }]),
    ...(statuses === undefined ? [] : [{ Name: 'Status', Values: [...statuses] }]),
  ]
  const question = new DescribeScalingActivitiesCommand({
    AutoScalingGroupName: group,
    ...(filters.length > 0 && { Filters: filters }),
    MaxRecords: 100,
  })
  try {
    const { Activities } = await connection.send(await connection.clients.autoScaling(), question)
    return Activities ?? []
  } catch (error) {
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}
