import type { AutoScalingGroup, Instance } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The groups with the instances of their warm pools among theirs; a group without a pool costs no call. */
export const withWarmPools = (
  connection: Connection,
  groups: readonly AutoScalingGroup[],
): Promise<readonly AutoScalingGroup[]> =>
  mapConcurrently(groups, async (group) => {
    if (group.WarmPoolConfiguration === undefined) return group
    const listed = group.Instances ?? []
    const known = new Set(listed.map(({ InstanceId }) => InstanceId))
    const pooled = await instancesOf(connection, group.AutoScalingGroupName ?? '')
    return { ...group, Instances: [...listed, ...pooled.filter(({ InstanceId }) => !known.has(InstanceId))] }
  })

async function instancesOf(connection: Connection, group: string): Promise<readonly Instance[]> {
  const { DescribeWarmPoolCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(client, new DescribeWarmPoolCommand({ AutoScalingGroupName: group, ...token })),
  )
  return pages.flatMap(({ Instances }) => Instances ?? [])
}
