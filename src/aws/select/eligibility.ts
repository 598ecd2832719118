import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { type ActiveRefresh, refreshText } from '../../domain/rollout/instance-refresh.ts'
import { type PreflightFinding, refusalOf } from '../../domain/rollout/preflight-findings.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

const REMEDY = 'Wait for the end of what is under way, or cancel it; or leave the groups out.'

/**
 * Every group that must not be changed now, and why: it is being deleted, it belongs to an operator, or an instance
 * refresh is under way in it.
 */
export async function ineligibleGroups(
  refreshes: RefreshesOfGroups,
  groups: readonly AutoScalingGroup[],
): Promise<readonly PreflightFinding[]> {
  const found = await mapConcurrently(groups, async (group) => {
    const reason = ineligibility(group) ?? (await instanceRefresh(refreshes, group))
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

/** Tells the instance refresh that is under way in a group. */
export interface RefreshesOfGroups {
  of(group: string): Promise<ActiveRefresh | undefined>
}

async function instanceRefresh(refreshes: RefreshesOfGroups, group: AutoScalingGroup): Promise<string | undefined> {
  const active = await refreshes.of(group.AutoScalingGroupName ?? '')
  return active && refreshText(active)
}
