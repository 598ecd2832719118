import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { type GroupHook, managedFindings } from '../../domain/rollout/managed-groups.ts'
import type { PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import type { PreflightQuestion } from './check.ts'

/** Groups that EKS, ECS, Batch, Elastic Beanstalk, CodeDeploy or Kubernetes work with. */
export async function managedGroups({
  connection,
  ahead,
  groups,
  managed,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const found = await mapConcurrently(groups, async (group) =>
    managedFindings(
      {
        group: group.AutoScalingGroupName ?? '',
        region: connection.region,
        tags: new Map((group.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        hooks: await hooksOf(ahead, group),
      },
      managed,
    ),
  )
  return found.flat()
}

async function hooksOf(
  { hooks }: PreflightQuestion['ahead'],
  { AutoScalingGroupName = '' }: AutoScalingGroup,
): Promise<readonly GroupHook[]> {
  return (await hooks.of(AutoScalingGroupName)).map(({ LifecycleHookName = '', LifecycleTransition = '' }) => ({
    name: LifecycleHookName,
    transition: LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching',
  }))
}
