import type { Activity, Filter } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { pageStream } from '../client/page-stream.ts'
import { isRefusedAs } from '../client/refusals.ts'

/** Which scaling activities are asked for. */
export interface ActivitiesQuestion {
  readonly group: string
  /** Only those that began at or after this moment, in seconds since the Unix epoch; AWS gives whole seconds. */
  readonly since?: number | undefined
  /** Only those with one of these status codes. */
  readonly statuses?: readonly string[]
}

/** As many as a full page of AWS has: the hundred-and-first says nothing more about a roll. */
const MOST = 100

/**
 * The newest hundred scaling activities of a group that fit the question, newest first: one page, but where AWS gives a short
 * one that is not the last. None where the group was deleted in the middle of a look; the next look says so.
 */
export async function newestActivities(
  connection: Connection,
  { group, since, statuses }: ActivitiesQuestion,
): Promise<readonly Activity[]> {
  const { DescribeScalingActivitiesCommand } = await import('@aws-sdk/client-auto-scaling')
  const filters = [
    ...(since === undefined ? [] : [begunSince(since)]),
    ...(statuses === undefined ? [] : [{ Name: 'Status', Values: [...statuses] }]),
  ]
  const question = {
    AutoScalingGroupName: group,
    ...(filters.length > 0 && { Filters: filters }),
    MaxRecords: MOST,
  }
  try {
    const client = await connection.clients.autoScaling()
    const activities: Activity[] = []
    const pages = pageStream((token) =>
      connection.send(client, new DescribeScalingActivitiesCommand({ ...question, ...token })),
    )
    for await (const { Activities = [] } of pages) {
      activities.push(...Activities)
      if (activities.length >= MOST) break
    }
    return activities.slice(0, MOST)
  } catch (error) {
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}

/**
 * The activities of all groups of the account that began at or after a moment, newest first; undefined where they fill more
 * pages.
 */
export async function accountActivities(
  connection: Connection,
  { since, mostPages }: { readonly since: number; readonly mostPages: number },
): Promise<readonly Activity[] | undefined> {
  const { DescribeScalingActivitiesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const question = { Filters: [begunSince(since)], MaxRecords: MOST }
  const activities: Activity[] = []
  let pages = 0
  const stream = pageStream((token) =>
    connection.send(client, new DescribeScalingActivitiesCommand({ ...question, ...token })),
  )
  for await (const { Activities = [], NextToken } of stream) {
    activities.push(...Activities)
    if (++pages >= mostPages && NextToken) return undefined
  }
  return activities
}

/** AWS takes whole seconds. */
const begunSince = (since: number): Filter => ({
  Name: 'StartTimeLowerBound',
  Values: [`${new Date(since * 1000).toISOString().slice(0, 19)}Z`],
})
