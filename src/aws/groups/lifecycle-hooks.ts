/** Reads the lifecycle hooks of groups: the one module that calls DescribeLifecycleHooks. */
import type { AutoScalingGroup, LifecycleHook } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'

/** The lifecycle hooks of one group. */
export async function lifecycleHooksOf(
  connection: Connection,
  { AutoScalingGroupName }: Pick<AutoScalingGroup, 'AutoScalingGroupName'>,
): Promise<readonly LifecycleHook[]> {
  const { DescribeLifecycleHooksCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const { LifecycleHooks } = await connection.send(client, new DescribeLifecycleHooksCommand({ AutoScalingGroupName }))
  return LifecycleHooks ?? []
}
