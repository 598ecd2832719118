/** Reads Auto Scaling groups: the one module that calls DescribeAutoScalingGroups. */
import type { AutoScalingGroup, DescribeAutoScalingGroupsCommandOutput, Filter } from '@aws-sdk/client-auto-scaling'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { pageStream } from '../client/page-stream.ts'
import { everyPage } from '../client/pages.ts'

/** Both the longest page and, with a page of that size, the most names of one DescribeAutoScalingGroups call. */
const MOST_GROUPS = 100

interface Question {
  readonly AutoScalingGroupNames?: string[]
  readonly Filters?: Filter[]
  readonly IncludeInstances?: boolean
}

type Page = DescribeAutoScalingGroupsCommandOutput

/** Asks for one page after the other. */
function pagesOf(connection: Connection, question: Question): (token: object) => Promise<Page> {
  return async (token) => {
    const { DescribeAutoScalingGroupsCommand } = await import('@aws-sdk/client-auto-scaling')
    const client = await connection.clients.autoScaling()
    return await connection.send(
      client,
      new DescribeAutoScalingGroupsCommand({ ...question, ...token, MaxRecords: MOST_GROUPS }),
    )
  }
}

/** One question for each hundred names; never one without names, which AWS would take for "every group". */
const questionsFor = (names: Iterable<string>): readonly Question[] =>
  batches(new Set(names), MOST_GROUPS).map((batch) => ({ AutoScalingGroupNames: [...batch] }))

async function listed(connection: Connection, question: Question): Promise<readonly AutoScalingGroup[]> {
  const pages = await everyPage(pagesOf(connection, question))
  return pages.flatMap(({ AutoScalingGroups }) => AutoScalingGroups ?? [])
}

/** The groups with these names and their instances; a name that is not there is simply not among them. */
export async function groupsByName(
  connection: Connection,
  names: Iterable<string>,
): Promise<readonly AutoScalingGroup[]> {
  const answers = await mapConcurrently(questionsFor(names), (question) => listed(connection, question))
  return answers.flat()
}

/** The groups that pass every filter, or all of the region, without their instances. */
export const groupsByFilter = (connection: Connection, filters: Filter[]): Promise<readonly AutoScalingGroup[]> =>
  listed(connection, { ...(filters.length > 0 && { Filters: filters }), IncludeInstances: false })

/**
 * Shows `visit` the groups with these names, or every group of the region, one after the other with their instances. None
 * is kept: the groups of a large account would be many megabytes.
 */
export async function visitGroups(
  connection: Connection,
  names: readonly string[] | 'every group',
  visit: (group: AutoScalingGroup) => void,
): Promise<void> {
  const questions = names === 'every group' ? [{}] : questionsFor(names)
  await mapConcurrently(questions, async (question) => {
    const pages = pageStream(pagesOf(connection, question))
    for await (const { AutoScalingGroups } of pages) for (const group of AutoScalingGroups ?? []) visit(group)
  })
}
