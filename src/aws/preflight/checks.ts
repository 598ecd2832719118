/**
 * Everything that is found out before the first change. A new check is a file of its own and an entry here: its findings
 * are told with those of all others in one error.
 */
import { explanationOf, isUncertain, UserError } from '../../errors.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { SeveralRefusals } from '../client/all-answers.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { ineligibleGroups } from '../select/eligibility.ts'
import { unfitAlarms } from './alarms.ts'
import type { PreflightCheck, PreflightQuestion } from './check.ts'
import { checkpointCosts } from './checkpoint-costs.ts'
import { headroom } from './headroom.ts'
import { lateReads } from './late-reads.ts'
import { brokenSources } from './launch-sources.ts'
import { managedGroups } from './managed-groups.ts'
import { resting } from './resting.ts'
import { unservedGroups } from './served-zones.ts'
import { suspendedProcesses } from './suspended-processes.ts'
import { protectedPools } from './termination-protection.ts'
import { unsupportedSources } from './traffic-sources.ts'

/** The checks, in the order in which their findings are told. */
export const preflightChecks = {
  eligibility: {
    actions: ['autoscaling:DescribeInstanceRefreshes'],
    find: ({ ahead, groups }) => ineligibleGroups(ahead.refreshes, groups),
  },
  suspendedProcesses: {
    actions: ['autoscaling:DescribeScalingActivities'],
    find: suspendedProcesses,
  },
  /** The look tells of them. */
  resting: {
    actions: [],
    find: resting,
  },
  /** Only where alarms watch the roll. */
  alarms: {
    actions: ['autoscaling:DescribePolicies', 'cloudwatch:DescribeAlarms'],
    find: unfitAlarms,
  },
  checkpointCosts: {
    actions: [],
    find: checkpointCosts,
  },
  launchSources: {
    actions: [
      'autoscaling:DescribeLaunchConfigurations',
      'ec2:DescribeImages',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeLaunchTemplateVersions',
      'ssm:GetParameters',
    ],
    find: brokenSources,
  },
  managedGroups: {
    actions: ['autoscaling:DescribeLifecycleHooks'],
    find: managedGroups,
  },
  /** The description of a group names them. */
  trafficSources: {
    actions: [],
    find: unsupportedSources,
  },
  /** Only of outdated instances in a warm pool. */
  terminationProtection: {
    actions: ['ec2:DescribeInstanceAttribute'],
    find: protectedPools,
  },
  /** Their actions are declared where the reads are needed. */
  lateReads: {
    actions: [],
    find: lateReads,
  },
  servedZones: {
    actions: ['elasticloadbalancing:DescribeLoadBalancers', 'elasticloadbalancing:DescribeTargetGroups'],
    find: unservedGroups,
  },
  headroom: {
    actions: [
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeInstances',
      'ec2:DescribeSubnets',
      'elasticloadbalancing:DescribeAccountLimits',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
      'servicequotas:GetServiceQuota',
    ],
    find: headroom,
  },
} as const satisfies Readonly<Record<string, PreflightCheck>>

/** What all checks find, in their order. */
export async function findBeforeFirstChange(question: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const checks: readonly PreflightCheck[] = Object.values(preflightChecks)
  const found = await mapConcurrently(checks, (check) => findOrRefuse(check, question))
  return found.flat()
}

async function findOrRefuse(check: PreflightCheck, question: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  try {
    return await check.find(question)
  } catch (error) {
    return refusedReads(error)
  }
}

/** A read that AWS refuses, or does not answer, as a finding of the whole run; throws what is neither. */
export function refusedReads(error: unknown): readonly PreflightFinding[] {
  if (!(error instanceof UserError) && !isUncertain(error)) throw error
  if (error instanceof SeveralRefusals) return error.refusals.flatMap(refusedReads)
  const { what, why, remedy } = explanationOf(error)
  return [
    refusalOf(
      undefined,
      [what, why]
        .filter((part) => part !== undefined)
        .join(' ')
        .replace(/\.$/, ''),
      remedy,
    ),
  ]
}
