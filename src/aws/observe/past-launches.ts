import type { PastLaunch } from '../../domain/rollout/boot-record.ts'
import { instanceInText, isLaunchText } from '../../domain/rollout/activity-text.ts'
import type { Connection } from '../client/connection.ts'
import { newestActivities } from './activities.ts'

/** Launches of a group that have succeeded, those that began last first: of each the activity ends when the instance is in service. */
export async function pastLaunches(connection: Connection, group: string): Promise<readonly PastLaunch[]> {
  const activities = await newestActivities(connection, { group, statuses: ['Successful'] })
  return activities
    .flatMap(({ Description = '', StartTime, EndTime }) => {
      const id = instanceInText(Description)
      if (id === undefined || StartTime === undefined || EndTime === undefined || !isLaunchText(Description)) return []
      return [{ id, begunAt: StartTime.getTime() / 1000, endedAt: EndTime.getTime() / 1000 }]
    })
    .toSorted((left, right) => right.begunAt - left.begunAt)
}
