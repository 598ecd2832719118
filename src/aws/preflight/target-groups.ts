import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyMarkedPage } from '../client/pages.ts'

/** The most ARNs that one DescribeTargetGroups call is asked for. */
const MOST_ARNS = 20

/** The target groups of these ARNs, in no order. */
export async function targetGroupsByArn(
  connection: Connection,
  arns: readonly string[],
): Promise<readonly TargetGroup[]> {
  if (arns.length === 0) return []
  const { DescribeTargetGroupsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const answers = await mapConcurrently(batches(arns, MOST_ARNS), (batch) =>
    everyMarkedPage((marker) =>
      connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...batch], ...marker })),
    ),
  )
  return answers.flat().flatMap(({ TargetGroups }) => TargetGroups ?? [])
}
