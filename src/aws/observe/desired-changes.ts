import type { DesiredChange } from '../../domain/rollout/fleet.ts'
import { desiredChangesInText } from '../../domain/rollout/activity-text.ts'
import type { Connection } from '../client/connection.ts'
import { isRefusedAs } from '../client/refusals.ts'

/** Of which group, and since when (seconds since the Unix epoch). */
export interface DesiredChangesQuestion {
  readonly group: string
  readonly since: number
}

/**
 * How the desired capacity of a group was changed since a moment, as the causes of its activities tell, in no order. One
 * page: the last hundred activities hold the last change.
 */
export async function desiredChanges(
  connection: Connection,
  { group, since }: DesiredChangesQuestion,
): Promise<readonly DesiredChange[]> {
  const { DescribeScalingActivitiesCommand } = await import('@aws-sdk/client-auto-scaling')
  const question = new DescribeScalingActivitiesCommand({
    AutoScalingGroupName: group,
    Filters: [{ Name: 'StartTimeLowerBound', Values: [`${new Date(since * 1000).toISOString().slice(0, 19)}Z`] }],
    MaxRecords: 100,
  })
  try {
    const { Activities } = await connection.send(await connection.clients.autoScaling(), question)
    const changes = (Activities ?? []).flatMap(({ Cause = '' }) => desiredChangesInText(Cause))
    // Every launch that follows from a change tells the change again.
    return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()]
  } catch (error) {
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}
