import type { TrafficSourceIdentifier } from '@aws-sdk/client-auto-scaling'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { isReadSource } from '../observe/health-states.ts'
import type { PreflightQuestion } from './check.ts'

const REMEDY =
  'Detach what is named from the group, or leave the group out: only load balancers and target groups of Elastic Load Balancing are asked whether an instance serves.'

/**
 * Groups that get their requests from something that a roll neither asks nor registers with, such as a target group of VPC
 * Lattice. The description of a group names its traffic sources:
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html
 */
export async function unsupportedSources({
  groups,
  replaces,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  if (replaces === 'nothing') return []
  return groups.flatMap(({ AutoScalingGroupName, TrafficSources = [] }) =>
    TrafficSources.flatMap((source) =>
      isReadSource(source) ? [] : [refusalOf(AutoScalingGroupName, inWords(source), REMEDY)],
    ),
  )
}

const inWords = ({ Identifier = 'a traffic source', Type = 'unknown' }: TrafficSourceIdentifier): string =>
  `it gets requests from ${Identifier}, a traffic source of type ${Type}, whose health is not read and which a dark launch cannot release to`
