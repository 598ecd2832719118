import type { AutoScalingGroup, TrafficSourceState } from '@aws-sdk/client-auto-scaling'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import { isReadSource } from '../observe/health-states.ts'
import type { PreflightQuestion } from './check.ts'

const REMEDY =
  'Detach what is named from the group, or leave the group out: only load balancers and target groups of Elastic Load Balancing are asked whether an instance serves.'

/**
 * Groups that get their requests from something that a roll neither asks nor registers with, such as a target group of VPC
 * Lattice. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeTrafficSources.html
 */
export async function unsupportedSources({
  connection,
  groups,
  replaces,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  if (replaces === 'nothing') return []
  const found = await mapConcurrently(groups, async (group) =>
    (await sourcesOf(connection, group)).flatMap((source) =>
      isReadSource(source) ? [] : [refusalOf(group.AutoScalingGroupName, inWords(source), REMEDY)],
    ),
  )
  return found.flat()
}

const inWords = ({ Identifier = 'a traffic source', Type = 'unknown', State }: TrafficSourceState): string =>
  `it gets requests from ${Identifier}, a traffic source of type ${Type}${State === undefined ? '' : ` (${State})`}, whose health is not read and which a dark launch cannot release to`

async function sourcesOf(
  connection: Connection,
  { AutoScalingGroupName }: AutoScalingGroup,
): Promise<readonly TrafficSourceState[]> {
  const { DescribeTrafficSourcesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(client, new DescribeTrafficSourcesCommand({ AutoScalingGroupName, ...token })),
  )
  return pages.flatMap(({ TrafficSources }) => TrafficSources ?? [])
}
