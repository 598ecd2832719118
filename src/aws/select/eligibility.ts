import type { AutoScalingGroup, InstanceRefreshStatus } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

const ACTIVE: ReadonlySet<InstanceRefreshStatus | undefined> = new Set([
  'Pending',
  'InProgress',
  'Cancelling',
  'RollbackInProgress',
  'Baking',
] as const)

/**
 * Throws one UserError that names every group which must not be changed now, and why: it is being deleted, it belongs
 * to an operator, or an instance refresh is under way in it.
 */
export async function refuseIneligible(connection: Connection, groups: readonly AutoScalingGroup[]): Promise<void> {
  const obstacles = await mapConcurrently(groups, async (group) => {
    const reported = ineligibility(group) ?? (await instanceRefresh(connection, group))
    return reported === undefined ? [] : [`${group.AutoScalingGroupName}: ${reported}`]
  })
  const all = obstacles.flat()
  if (all.length === 0) return
  throw new UserError({
    what: `${all.length === 1 ? 'One group' : `${all.length} groups`} of ${groups.length} cannot be changed now.`,
    why: `${all.join('; ')}.`,
    remedy: 'Wait for the end of what is under way, or cancel it; or leave the groups out.',
  })
}

/** What the group itself tells; undefined where nothing is in the way. */
export function ineligibility({ Status, Operator }: AutoScalingGroup): string | undefined {
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
