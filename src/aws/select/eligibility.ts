import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { refreshText } from '../../domain/rollout/instance-refresh.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { activeRefresh } from '../observe/instance-refresh.ts'

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
  const active = await activeRefresh(connection, group.AutoScalingGroupName ?? '')
  return active && refreshText(active)
}
