import type { ScalingPolicy } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import { MOST_ASKED_ONE_BY_ONE } from '../groups/one-by-one.ts'

/** The scaling policies of these groups; of many groups those of the whole account are listed, with others among them. */
export async function policiesOfGroups(
  connection: Connection,
  groups: readonly string[],
): Promise<readonly ScalingPolicy[]> {
  const listings = groups.length > MOST_ASKED_ONE_BY_ONE ? [undefined] : groups
  return (await mapConcurrently(listings, (group) => policiesOf(connection, group))).flat()
}

/** The scaling policies of one group, or of the account. */
async function policiesOf(connection: Connection, group: string | undefined): Promise<readonly ScalingPolicy[]> {
  const { DescribePoliciesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(
      client,
      new DescribePoliciesCommand({ ...(group !== undefined && { AutoScalingGroupName: group }), ...token }),
    ),
  )
  return pages.flatMap(({ ScalingPolicies }) => ScalingPolicies ?? [])
}
