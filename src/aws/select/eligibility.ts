import type { AutoScalingGroup, InstanceRefreshStatus } from '@aws-sdk/client-auto-scaling'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

const ACTIVE: ReadonlySet<InstanceRefreshStatus | undefined> = new Set([
  'Pending',
  'InProgress',
  'Cancelling',
  'RollbackInProgress',
  'Baking',
] as const)

const REMEDY = 'Wait for the end of what is under way, or cancel it; or leave the groups out.'

/**
 * Every group that must not be changed now, and why: it is being deleted, it belongs to an operator, or an instance
 * refresh is under way in it.
 */
export async function ineligibleGroups(
  connection: Connection,
  groups: readonly AutoScalingGroup[],
): Promise<readonly PreflightFinding[]> {
  const found = await mapConcurrently(groups, async (group) => {
    const reason = ineligibility(group) ?? (await instanceRefresh(connection, group))
    return reason === undefined ? [] : [refusalOf(group.AutoScalingGroupName ?? '', reason, REMEDY)]
  })
  return found.flat()
}

/** What the group itself tells; undefined where nothing is in the way. */
function ineligibility({ Status, Operator }: AutoScalingGroup): string | undefined {
  // AWS gives a status only while a group is being deleted.
  if (Status) return `it is being deleted (${Status})`
  if (Operator?.Principal) return `it is managed by ${Operator.Principal}, which alone may change it`
  return undefined
}

async function instanceRefresh(connection: Connection, group: AutoScalingGroup): Promise<string | undefined> {
  const { DescribeInstanceRefreshesCommand } = await import('@aws-sdk/client-auto-scaling')
  // Newest first, and only one can be active: the first page tells.
  const { InstanceRefreshes } = await connection.send(
    await connection.clients.autoScaling(),
    new DescribeInstanceRefreshesCommand({ AutoScalingGroupName: group.AutoScalingGroupName }),
  )
  const active = (InstanceRefreshes ?? []).find(({ Status }) => ACTIVE.has(Status))
  return active && `the instance refresh ${active.InstanceRefreshId} is ${active.Status}`
}
