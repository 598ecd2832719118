import type { TargetHeadroom } from '../../domain/rollout/preflight.ts'
import { targetGroupName } from '../observe/health-states.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { TargetGroupReader } from './target-groups.ts'

/** What a target group may hold where the account's limits do not say: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const USUAL_LIMIT = 1000
/** The same behind a network load balancer: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html */
const USUAL_NETWORK_LIMIT = 3000

/** What is told of target groups. */
export interface TargetSources {
  readonly connection: Connection
  readonly targetGroups: TargetGroupReader
  /** How many targets there are in those that were asked a moment ago. */
  readonly targets: ReadonlyMap<string, number>
}

/** How many targets each of these target groups has, and may have; by ARN. */
export async function targetHeadroom(
  { connection, targetGroups, targets }: TargetSources,
  arns: readonly string[],
): Promise<ReadonlyMap<string, TargetHeadroom>> {
  if (arns.length === 0) return new Map()
  const [limits, protocols] = await Promise.all([accountLimits(connection), protocolsOf(targetGroups, arns)])
  const rooms = await mapConcurrently(arns, async (arn) => {
    const registered = targets.get(arn) ?? (await countTargets(connection, arn))
    const limit = /^HTTPS?$/.test(protocols.get(arn) ?? 'HTTP')
      ? (limits.get('targets-per-target-group') ?? limits.get('targets-per-application-load-balancer') ?? USUAL_LIMIT)
      : (limits.get('targets-per-network-load-balancer') ?? USUAL_NETWORK_LIMIT)
    return [arn, { name: targetGroupName(arn), registered, limit }] as const
  })
  return new Map(rooms)
}

async function countTargets(connection: Connection, arn: string): Promise<number> {
  const { DescribeTargetHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const answer = await connection.send(client, new DescribeTargetHealthCommand({ TargetGroupArn: arn }))
  return answer.TargetHealthDescriptions?.length ?? 0
}

async function accountLimits(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const { DescribeAccountLimitsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const { Limits } = await connection.send(client, new DescribeAccountLimitsCommand({}))
  return new Map((Limits ?? []).flatMap(({ Name, Max }) => (Name && Max ? [[Name, Number(Max)] as const] : [])))
}

async function protocolsOf(
  targetGroups: TargetGroupReader,
  arns: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map(
    (await targetGroups.of(arns)).flatMap(({ TargetGroupArn, Protocol }) =>
      TargetGroupArn && Protocol ? [[TargetGroupArn, Protocol] as const] : [],
    ),
  )
}
