/** Reads listeners, rules and their tags. */
import type { Listener, Rule, Tag } from '@aws-sdk/client-elastic-load-balancing-v2'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyMarkedPage } from '../client/pages.ts'

/** DescribeTags takes no more: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTags.html */
const MOST_TAGGED = 20

/** Every listener of these load balancers. */
export async function listenersOf(connection: Connection, balancers: readonly string[]): Promise<readonly Listener[]> {
  const { DescribeListenersCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const pages = await mapConcurrently(balancers, (LoadBalancerArn) =>
    everyMarkedPage((marker) => connection.send(client, new DescribeListenersCommand({ LoadBalancerArn, ...marker }))),
  )
  return pages.flat().flatMap(({ Listeners = [] }) => Listeners)
}

/** The listeners of these ARNs. */
export async function listenersByArn(connection: Connection, arns: readonly string[]): Promise<readonly Listener[]> {
  if (arns.length === 0) return []
  const { DescribeListenersCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const pages = await everyMarkedPage((marker) =>
    connection.send(client, new DescribeListenersCommand({ ListenerArns: [...arns], ...marker })),
  )
  return pages.flatMap(({ Listeners = [] }) => Listeners)
}

/** Every rule of a listener but its default one, which the listener tells itself. */
export async function rulesOfListener(connection: Connection, ListenerArn: string): Promise<readonly Rule[]> {
  // A Network Load Balancer has no rules but its default action.
  if (ListenerArn.includes(':listener/net/')) return []
  const { DescribeRulesCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const pages = await everyMarkedPage((marker) =>
    connection.send(client, new DescribeRulesCommand({ ListenerArn, ...marker })),
  )
  return pages.flatMap(({ Rules = [] }) => Rules).filter(({ IsDefault }) => IsDefault !== true)
}

/** The rules of these ARNs. */
export async function rulesByArn(connection: Connection, arns: readonly string[]): Promise<readonly Rule[]> {
  if (arns.length === 0) return []
  const { DescribeRulesCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const pages = await everyMarkedPage((marker) =>
    connection.send(client, new DescribeRulesCommand({ RuleArns: [...arns], ...marker })),
  )
  return pages.flatMap(({ Rules = [] }) => Rules)
}

/** The tags of rules and listeners, by ARN. */
export async function tagsOf(
  connection: Connection,
  arns: readonly string[],
): Promise<ReadonlyMap<string, readonly Tag[]>> {
  const { DescribeTagsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const answers = await mapConcurrently(batches(arns, MOST_TAGGED), (ResourceArns) =>
    connection.send(client, new DescribeTagsCommand({ ResourceArns: [...ResourceArns] })),
  )
  return new Map(
    answers.flatMap(({ TagDescriptions = [] }) =>
      TagDescriptions.map(({ ResourceArn = '', Tags = [] }) => [ResourceArn, Tags] as const),
    ),
  )
}
