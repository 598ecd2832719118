import { UserError } from '../../errors.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { attachmentsOf, targetGroupName } from '../observe/health-states.ts'
import type { Connection } from '../client/connection.ts'
import { groupsByName } from '../groups/describe.ts'
import type { Change } from '../../domain/rollout/changes/changes.ts'

/**
 * Puts instances into one load balancer or target group of their group, on its own port, as the group itself would have
 * done; one that EC2 has taken away is left out. Throws a UserError where the group is not attached to it any more.
 */
export async function registerInstances(
  connection: Connection,
  name: string,
  { balancer, instances }: Omit<Extract<Change, { kind: 'register' }>, 'kind'>,
): Promise<void> {
  // The model knows load balancers by the names that people know; AWS wants ARNs.
  const [group] = await groupsByName(connection, [name])
  const { classic, targetGroups } = group === undefined ? { classic: [], targetGroups: [] } : attachmentsOf(group)
  const arn = targetGroups.find((each) => targetGroupName(each) === balancer)
  if (arn !== undefined) return registerRunning((ids) => registerTargets(connection, arn, ids), instances)
  if (classic.includes(balancer)) return registerRunning((ids) => registerClassic(connection, balancer, ids), instances)
  throw new UserError({ what: `${name} is not attached to ${balancer} any more.`, remedy: 'Start again.' })
}

async function registerRunning(
  register: (ids: readonly string[]) => Promise<void>,
  ids: readonly string[],
): Promise<void> {
  try {
    await register(ids)
  } catch (error) {
    // One that does not run fails the call for all: each is asked for by itself then.
    if (!isRefusedAs(error, 'target does not run')) throw error
    if (ids.length > 1) for (const id of ids) await registerRunning(register, [id])
  }
}

async function registerTargets(connection: Connection, arn: string, ids: readonly string[]): Promise<void> {
  const { RegisterTargetsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const Targets = ids.map((Id) => ({ Id }))
  await connection.send(client, new RegisterTargetsCommand({ TargetGroupArn: arn, Targets }))
}

async function registerClassic(connection: Connection, name: string, ids: readonly string[]): Promise<void> {
  const { RegisterInstancesWithLoadBalancerCommand } = await import('@aws-sdk/client-elastic-load-balancing')
  const client = await connection.clients.elasticLoadBalancing()
  const Instances = ids.map((InstanceId) => ({ InstanceId }))
  await connection.send(client, new RegisterInstancesWithLoadBalancerCommand({ LoadBalancerName: name, Instances }))
}
