import type { AutoScalingGroup, Filter } from '@aws-sdk/client-auto-scaling'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** Both the longest page and, with a page of that size, the most names of one DescribeAutoScalingGroups call. */
const MOST_GROUPS = 100

interface Question {
  readonly AutoScalingGroupNames?: string[]
  readonly Filters?: Filter[]
  readonly IncludeInstances?: boolean
}

async function describe(connection: Connection, question: Question): Promise<readonly AutoScalingGroup[]> {
  const { DescribeAutoScalingGroupsCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(client, new DescribeAutoScalingGroupsCommand({ ...question, ...token, MaxRecords: MOST_GROUPS })),
  )
  return pages.flatMap((page) => page.AutoScalingGroups ?? [])
}

/** The groups with these names and their instances; a name that is not there is simply not among them. */
export async function groupsByName(
  connection: Connection,
  names: Iterable<string>,
): Promise<readonly AutoScalingGroup[]> {
  // Never an empty list of names: AWS would take it for "every group".
  const answers = await mapConcurrently(batches(new Set(names), MOST_GROUPS), (batch) =>
    describe(connection, { AutoScalingGroupNames: [...batch] }),
  )
  return answers.flat()
}

/** The groups that pass every filter, or all of the region, without their instances. */
export const groupsByFilter = (connection: Connection, filters: Filter[]): Promise<readonly AutoScalingGroup[]> =>
  describe(connection, { ...(filters.length > 0 && { Filters: filters }), IncludeInstances: false })
