import type { TargetHeadroom } from '../../domain/rollout/preflight.ts'
import { targetGroupName } from '../observe/health-states.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { targetGroupsByArn } from './target-groups.ts'

/** What a target group may hold where the account's limits do not say: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const USUAL_LIMIT = 1000
/** The same behind a network load balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html */
const USUAL_NETWORK_LIMIT = 3000

/** How many targets each of these target groups has, and may have; by ARN. */
export async function targetHeadroom(
  connection: Connection,
  arns: readonly string[],
): Promise<ReadonlyMap<string, TargetHeadroom>> {
  if (arns.length === 0) return new Map()
  const [limits, protocols] = await Promise.all([accountLimits(connection), protocolsOf(connection, arns)])
  const rooms = await mapConcurrently(arns, async (arn) => {
    const { DescribeTargetHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
    const client = await connection.clients.elasticLoadBalancingV2()
    const answer = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }))
    const registered = answer.TargetHealthDescriptions?.length ?? 0
    const limit = /^HTTPS?$/.test(protocols.get(arn) ?? 'HTTP')
      ? (limits.get('targets-per-target-group') ?? limits.get('targets-per-application-load-balancer') ?? USUAL_LIMIT)
      : (limits.get('targets-per-network-load-balancer') ?? USUAL_NETWORK_LIMIT)
    return [arn, { name: targetGroupName(arn), registered, limit }] as const
  })
  return new Map(rooms)
}

async function accountLimits(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const { DescribeAccountLimitsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const { Limits } = await connection.send(client, new DescribeAccountLimitsCommand({}))
  return new Map((Limits ?? []).flatMap(({ Name, Max }) => (Name && Max ? [[Name, Number(Max)] as const] : [])))
}

async function protocolsOf(connection: Connection, arns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(
    (await targetGroupsByArn(connection, arns)).flatMap(({ TargetGroupArn, Protocol }) =>
      TargetGroupArn && Protocol ? [[TargetGroupArn, Protocol] as const] : [],
    ),
  )
}
