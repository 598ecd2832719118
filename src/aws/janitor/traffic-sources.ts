import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { TrafficSource } from '../../domain/janitor/group-state.ts'
import type { Connection } from '../client/connection.ts'
import { everyPage } from '../client/pages.ts'
import { isRefusedAs } from '../client/refusals.ts'

/**
 * The sources of traffic of a group and the state of each. One that is being detached is not in the description of the group
 * any more: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TrafficSourceState.html. None where the group is gone.
 */
export async function trafficSourcesOf(
  connection: Connection,
  { AutoScalingGroupName }: Pick<AutoScalingGroup, 'AutoScalingGroupName'>,
): Promise<readonly TrafficSource[]> {
  const { DescribeTrafficSourcesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  try {
    const pages = await everyPage((token) =>
      connection.send(client, new DescribeTrafficSourcesCommand({ AutoScalingGroupName, ...token })),
    )
    return pages
      .flatMap(({ TrafficSources }) => TrafficSources ?? [])
      .map(({ Identifier, TrafficSource, State = '' }) => ({ id: Identifier ?? TrafficSource ?? '', state: State }))
  } catch (error) {
    if (isRefusedAs(error, 'group does not exist')) return []
    throw error
  }
}
