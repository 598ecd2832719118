import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { type GroupHook, managedFindings } from '../../domain/rollout/managed-groups.ts'
import type { PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { lifecycleHooksOf } from '../groups/lifecycle-hooks.ts'
import type { PreflightQuestion } from './check.ts'

/** Groups that EKS, ECS, Batch, Elastic Beanstalk, CodeDeploy or Kubernetes work with. */
export async function managedGroups({
  connection,
  groups,
  managed,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const found = await mapConcurrently(groups, async (group) =>
    managedFindings(
      {
        group: group.AutoScalingGroupName ?? '',
        region: connection.region,
        tags: new Map((group.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        hooks: await hooksOf(connection, group),
      },
      managed,
    ),
  )
  return found.flat()
}

async function hooksOf(connection: Connection, group: AutoScalingGroup): Promise<readonly GroupHook[]> {
  return (await lifecycleHooksOf(connection, group)).map(({ LifecycleHookName = '', LifecycleTransition = '' }) => ({
    name: LifecycleHookName,
    transition: LifecycleTransition.endsWith('TERMINATING') ? 'terminating' : 'launching',
  }))
}
