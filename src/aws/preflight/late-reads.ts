import type { PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { allAnswers } from '../client/all-answers.ts'
import type { Connection } from '../client/connection.ts'
import { isRefusedAs } from '../client/refusals.ts'
import { newestActivities } from '../observe/activities.ts'
import { readStatusChecks } from '../observe/status-checks.ts'
import type { PreflightQuestion } from './check.ts'

/**
 * Makes each read that a roll may need only after its first change once before: a permission that is missing is named then,
 * and not when the group is larger and its processes rest. It finds nothing by itself.
 */
export async function lateReads({
  connection,
  groups,
  replaces,
  probe,
}: Pick<PreflightQuestion, 'connection' | 'groups' | 'replaces' | 'probe'>): Promise<readonly PreflightFinding[]> {
  const [group] = groups
  if (replaces === 'nothing' || group?.AutoScalingGroupName === undefined) return []
  const instances = groups.flatMap(({ Instances }) => Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? [])
  await allAnswers([
    // Where no load balancer speaks for an instance any more, or not yet.
    readStatusChecks(connection, instances.slice(0, 1)),
    newestActivities(connection, { group: group.AutoScalingGroupName }),
    ...(probe === 'ssm' ? [askForInvocation(connection, group.Instances?.[0]?.InstanceId)] : []),
  ])
  return []
}

/** No command has this id. */
const NO_COMMAND = '00000000-0000-0000-0000-000000000000'

async function askForInvocation(connection: Connection, instance = 'i-00000000000000000'): Promise<void> {
  const client = await connection.clients.ssm?.()
  if (client === undefined) return
  const { GetCommandInvocationCommand } = await import('@aws-sdk/client-ssm')
  try {
    await connection.send(client, new GetCommandInvocationCommand({ CommandId: NO_COMMAND, InstanceId: instance }))
  } catch (error) {
    if (!isRefusedAs(error, 'command is not shown yet')) throw error
  }
}
