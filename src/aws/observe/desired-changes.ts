import type { DesiredChange } from '../../domain/rollout/fleet.ts'
import { desiredChangesInText } from '../../domain/rollout/activity-text.ts'
import type { Connection } from '../client/connection.ts'
import { newestActivities } from './activities.ts'

/** Of which group, and since when (seconds since the Unix epoch). */
export interface DesiredChangesQuestion {
  readonly group: string
  readonly since: number
}

/**
 * How the desired capacity of a group was changed since a moment, as the causes of its activities tell, oldest first; of one
 * second in no order. The last hundred activities hold the last change.
 */
export async function desiredChanges(
  connection: Connection,
  { group, since }: DesiredChangesQuestion,
): Promise<readonly DesiredChange[]> {
  const activities = await newestActivities(connection, { group, since })
  const changes = activities.flatMap(({ Cause = '' }) => desiredChangesInText(Cause))
  // Every launch that follows from a change tells the change again.
  const distinct = new Map(changes.map((change) => [JSON.stringify(change), change])).values()
  return [...distinct].toSorted((one, other) => one.at - other.at)
}
