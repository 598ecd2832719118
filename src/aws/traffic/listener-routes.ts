/** Finds the rules and listeners of Application and Network Load Balancers that divide traffic between two groups. */
import type { Action, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import { UserError } from '../../errors.ts'
import { otherSide, type Side } from '../../domain/traffic/shares.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyMarkedPage } from '../client/pages.ts'
import { attachmentsOf } from '../observe/health-states.ts'
import { rulesOfListener, listenersOf } from './read-listeners.ts'
import type { Pair } from './pair.ts'

/** One rule, or the default action of one listener, and the target group of each side in it. */
export interface ListenerRoute {
  /** The ARN of the rule; of the listener where it is its default action. */
  readonly id: string
  readonly kind: 'rule' | 'listener'
  readonly means: 'alb' | 'nlb'
  /** ARNs. */
  readonly targets: Readonly<Record<Side, string>>
}

/** What was found, and what stands against it, a sentence each. */
export interface FoundListenerRoutes {
  readonly routes: readonly ListenerRoute[]
  readonly problems: readonly string[]
}

/** The routes of the pair: those named, or every one that forwards to a target group of either side. */
export async function findListenerRoutes(
  connection: Connection,
  { groups, names }: Pair,
  wanted: readonly string[],
): Promise<FoundListenerRoutes> {
  const arns = { blue: attachmentsOf(groups.blue).targetGroups, green: attachmentsOf(groups.green).targetGroups }
  const shared = arns.blue.filter((arn) => arns.green.includes(arn))
  if (shared.length > 0)
    throw new UserError({
      what: `${names.blue} and ${names.green} share the target group ${shared.join(', ')}.`,
      why: 'Weights cannot tell their instances apart there.',
      remedy: 'Nothing was changed. Give each group a target group of its own.',
    })
  const described = await targetGroupsByArn(connection, [...arns.blue, ...arns.green])
  const balancers = [...new Set([...described.values()].flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns))]
  const listeners = await listenersOf(connection, balancers)
  const rules = (await mapConcurrently(listeners, ({ ListenerArn = '' }) => rulesOfListener(connection, ListenerArn))).flat() // prettier-ignore
  const candidates = [
    ...listeners.map(({ ListenerArn: id = '', DefaultActions: actions = [] }) => ({
      id,
      kind: 'listener' as const,
      actions,
    })),
    ...rules.map(({ RuleArn: id = '', Actions: actions = [] }) => ({ id, kind: 'rule' as const, actions })),
  ]
  const ofPair = candidates.filter(({ actions }) => namedIn(actions).some((arn) => described.has(arn)))
  const unknown = wanted.filter((arn) => ofPair.every(({ id }) => id !== arn))
  if (unknown.length > 0)
    throw new UserError({
      what: `\`listener-rules\` names ${unknown.join(', ')}, which ${unknown.length === 1 ? 'forwards' : 'forward'} to no target group of ${names.blue} or ${names.green}.`,
      remedy: `Nothing was changed. ${ofPair.length === 0 ? 'No rule of their load balancers does.' : `Those that do: ${ofPair.map(({ id }) => id).join(', ')}.`}`,
    })
  const meant = wanted.length === 0 ? ofPair : ofPair.filter(({ id }) => wanted.includes(id))
  const problems: string[] = []
  const routes = meant.flatMap(({ id, kind, actions }): readonly ListenerRoute[] => {
    const paired = pairedTargets(id, namedIn(actions), { arns, described })
    if (paired === undefined) return []
    if (typeof paired === 'string') {
      problems.push(`${id}: ${paired}`)
      return []
    }
    problems.push(...unlikeChecks(id, paired, described))
    return [{ id, kind, means: id.includes('/net/') ? 'nlb' : 'alb', targets: paired }]
  })
  return { routes, problems }
}

/** Target groups by ARN; one that does not exist is not among them. */
export async function targetGroupsByArn(
  connection: Connection,
  arns: readonly string[],
): Promise<ReadonlyMap<string, TargetGroup>> {
  if (arns.length === 0) return new Map()
  const { DescribeTargetGroupsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const pages = await everyMarkedPage((marker) =>
    connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns], ...marker })),
  )
  return new Map(
    pages.flatMap(({ TargetGroups = [] }) => TargetGroups).map((group) => [group.TargetGroupArn ?? '', group]),
  )
}

/** The target groups that a list of actions forwards to. */
export const namedIn = (actions: readonly Action[]): readonly string[] =>
  actions.flatMap(({ Type, TargetGroupArn, ForwardConfig }) =>
    Type === 'forward'
      ? [...new Set([...(ForwardConfig?.TargetGroups ?? []).flatMap((tuple) => tuple.TargetGroupArn ?? []), ...(TargetGroupArn === undefined ? [] : [TargetGroupArn])])] // prettier-ignore
      : [],
  )

interface Attached {
  readonly arns: Readonly<Record<Side, readonly string[]>>
  readonly described: ReadonlyMap<string, TargetGroup>
}

/** The target group of each side in a rule that names at least one of them; the words of why there is no such pair, or nothing where the sides have load balancers of their own. */
function pairedTargets(
  id: string,
  named: readonly string[],
  { arns, described }: Attached,
): Readonly<Record<Side, string>> | string | undefined {
  const own = (side: Side): readonly string[] => named.filter((arn) => arns[side].includes(arn))
  for (const side of ['blue', 'green'] as const)
    if (own(side).length > 1) return `it names more than one target group of the ${side} group`
  const [blue] = own('blue')
  const [green] = own('green')
  if (blue !== undefined && green !== undefined) return { blue, green }
  const side: Side = blue === undefined ? 'green' : 'blue'
  const there = blue ?? green ?? ''
  const lacking = otherSide(side)
  const like = described.get(there)
  const fitting = arns[lacking].filter((arn) => {
    const { Port, Protocol } = described.get(arn) ?? {}
    return Port === like?.Port && Protocol === like?.Protocol
  })
  // Each side has a load balancer of its own: weights cannot divide traffic between the two here.
  const isElsewhere = (arn: string): boolean => {
    const { LoadBalancerArns = [] } = described.get(arn) ?? {}
    return LoadBalancerArns.length > 0 && !LoadBalancerArns.some((balancer) => isOfBalancer(id, balancer))
  }
  if (arns[lacking].length > 0 && arns[lacking].every(isElsewhere)) return undefined
  const only = fitting.length === 1 ? fitting[0] : arns[lacking].length === 1 ? arns[lacking][0] : undefined
  if (only === undefined)
    return arns[lacking].length === 0
      ? `the ${lacking} group has no target group`
      : `it cannot be told which target group of the ${lacking} group belongs into it: name one there with the weight 0`
  return side === 'blue' ? { blue: there, green: only } : { blue: only, green: there }
}

/** `.../listener/app/web/0123456789abcdef/...` is of `.../loadbalancer/app/web/0123456789abcdef`. */
const isOfBalancer = (id: string, balancer: string): boolean =>
  id.includes(`/${balancer.split(':loadbalancer/')[1] ?? ''}/`)

/** A side that is checked otherwise proves nothing for the other. */
function unlikeChecks(
  id: string,
  { blue, green }: Readonly<Record<Side, string>>,
  described: ReadonlyMap<string, TargetGroup>,
): readonly string[] {
  const check = (arn: string): readonly string[] => {
    const { HealthCheckPath = '', HealthCheckPort = '', HealthCheckProtocol = '' } = described.get(arn) ?? {}
    return [HealthCheckProtocol, HealthCheckPort, HealthCheckPath]
  }
  const [one, other] = [check(blue), check(green)]
  if (one.join(' ') === other.join(' ')) return []
  return [
    `${id}: the target groups of both sides are not checked alike, ${one.join(' ').trim()} and ${other.join(' ').trim()}`,
  ]
}
