import { isUncertain, UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { newestActivities } from '../observe/activities.ts'
import { failedLaunchesIn } from '../observe/failed-launches.ts'

/** Why the last launch of a group failed, in AWS's own words; undefined where none has, or AWS does not tell. */
export async function lastLaunchFailure(connection: Connection, group: string): Promise<string | undefined> {
  try {
    const activities = await newestActivities(connection, { group, statuses: ['Failed', 'Cancelled'] })
    return failedLaunchesIn(activities, 0)[0]?.reason
  } catch (error) {
    if (error instanceof UserError || isUncertain(error)) return undefined
    throw error
  }
}
