import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { LoadBalancer } from '@aws-sdk/client-elastic-load-balancing-v2'
import { isToRoll } from '../../domain/rollout/preflight.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import {
  SERVE_ZONE,
  type ServedZones,
  unservedInWords,
  unservedZones,
  type ZonesOfGroup,
} from '../../domain/rollout/served-zones.ts'
import { UserError } from '../../errors.ts'
import { awsFaultOf } from '../client/aws-fault.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyMarkedPage } from '../client/pages.ts'
import { UncertainOutcome } from '../client/uncertain-outcome.ts'
import { attachmentsOf, targetGroupName } from '../observe/health-states.ts'
import type { PreflightQuestion } from './check.ts'
import type { TargetGroupReader } from './target-groups.ts'

/** The most ARNs, or names, that one DescribeLoadBalancers call is asked for. */
const MOST_NAMES = 20

/**
 * The groups that launch into a zone that none of their load balancers serves: it would be found out only when an instance
 * is there. Whether or not the load balancer shares requests across zones, a target in a zone that is not enabled gets none.
 * What AWS does not tell is skipped, with a sentence.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
export async function unservedGroups({
  connection,
  groups,
  planned,
  targetGroups,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const rolled = new Set<string | undefined>(
    planned.flatMap(({ fleet, policy }) => (isToRoll(fleet, policy) ? fleet.group : [])),
  )
  try {
    const zones = await zonesOf(
      { connection, described: targetGroups },
      groups.filter(({ AutoScalingGroupName }) => rolled.has(AutoScalingGroupName)),
    )
    const unserved = zones.filter((each) => unservedZones(each).length > 0)
    return unserved.map((each) => refusalOf(undefined, unservedInWords(each), SERVE_ZONE))
  } catch (error) {
    if (!(error instanceof UserError) && !(error instanceof UncertainOutcome)) throw error
    const what = `Zones of load balancers were not checked: ${awsFaultOf(error)?.message ?? error.message}`
    return [{ group: undefined, weight: 'notice', what }]
  }
}

interface Sources {
  readonly connection: Connection
  readonly described: TargetGroupReader
}

async function zonesOf(sources: Sources, groups: readonly AutoScalingGroup[]): Promise<readonly ZonesOfGroup[]> {
  const attachments = groups.map(attachmentsOf)
  const [classic, targetGroups] = await Promise.all([
    classicZones(sources.connection, new Set(attachments.flatMap(({ classic }) => classic))),
    targetGroupZones(sources, [...new Set(attachments.flatMap(({ targetGroups }) => targetGroups))]),
  ])
  return groups.map((group) => ({
    group: group.AutoScalingGroupName ?? '',
    zones: group.AvailabilityZones ?? [],
    served: servedOf(group, new Map([...classic, ...targetGroups])),
  }))
}

const servedOf = (group: AutoScalingGroup, zones: ReadonlyMap<string, readonly string[]>): readonly ServedZones[] => {
  const { classic, targetGroups } = attachmentsOf(group)
  return [...classic, ...targetGroups].flatMap((name) => {
    const served = zones.get(name)
    return served === undefined ? [] : [{ balancer: targetGroupName(name), zones: served }]
  })
}

async function classicZones(
  connection: Connection,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (names.size === 0) return new Map()
  const { DescribeLoadBalancersCommand } = await import('@aws-sdk/client-elastic-load-balancing')
  const client = await connection.clients.elasticLoadBalancing()
  const answers = await mapConcurrently(batches(names, MOST_NAMES), (batch) =>
    everyMarkedPage((marker) =>
      connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerNames: [...batch], ...marker })),
    ),
  )
  return new Map(
    answers
      .flat()
      .flatMap(({ LoadBalancerDescriptions }) => LoadBalancerDescriptions ?? [])
      .map(({ LoadBalancerName = '', AvailabilityZones = [] }) => [LoadBalancerName, AvailabilityZones]),
  )
}

/** A target group that no load balancer uses is left out: nothing of it depends on zones. */
async function targetGroupZones(
  { connection, described }: Sources,
  arns: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const used = (await described.of(arns)).map(
    ({ TargetGroupArn = '', LoadBalancerArns = [] }) => [TargetGroupArn, LoadBalancerArns] as const,
  )
  const balancers = await balancersByArn(connection, new Set(used.flatMap(([, behind]) => behind)))
  const zonesBehind = (behind: readonly string[]): readonly string[] =>
    behind.flatMap((arn) => (balancers.get(arn)?.AvailabilityZones ?? []).flatMap(({ ZoneName }) => ZoneName ?? []))
  return new Map(used.filter(([, behind]) => behind.length > 0).map(([arn, behind]) => [arn, zonesBehind(behind)]))
}

async function balancersByArn(
  connection: Connection,
  arns: ReadonlySet<string>,
): Promise<ReadonlyMap<string | undefined, LoadBalancer>> {
  if (arns.size === 0) return new Map()
  const { DescribeLoadBalancersCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const answers = await mapConcurrently(batches(arns, MOST_NAMES), (batch) =>
    everyMarkedPage((marker) =>
      connection.send(client, new DescribeLoadBalancersCommand({ LoadBalancerArns: [...batch], ...marker })),
    ),
  )
  return new Map(
    answers
      .flat()
      .flatMap(({ LoadBalancers }) => LoadBalancers ?? [])
      .map((each) => [each.LoadBalancerArn, each]),
  )
}
