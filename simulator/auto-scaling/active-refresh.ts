import { isSuspended, units } from './capacity.ts'
import type { Group, GroupLaunchSource, Member, Refresh } from './model.ts'

/** The instance refresh that is going on, if any. */
export const activeRefresh = ({ refreshes }: Group): Refresh | undefined => {
  const last = refreshes.at(-1)
  return last?.EndTime === undefined ? last : undefined
}

/**
 * What the group launches from now: while a refresh with a desired configuration is going on that one, scale-outs
 * included, though the group shows its own until the refresh has succeeded.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_StartInstanceRefresh.html
 */
export const launchedSource = (group: Group): GroupLaunchSource => activeRefresh(group)?.desiredSource ?? group.source

/** Whether it replaces instances: not before it has begun, while it is cancelled, or afterwards. */
export const isReplacing = ({ Status: status }: Refresh): boolean =>
  status === 'InProgress' || status === 'RollbackInProgress'

/** Whether an instance waits to be replaced: one of the warm pool then does not come into service. */
export function isOutdated(group: Group, id: string): boolean {
  const refresh = activeRefresh(group)
  return refresh !== undefined && isReplacing(refresh) && refresh.outdated.has(id)
}

/**
 * How much healthy capacity must stay, and how much there may be in all, in the group's unit. Without a maximum there is
 * nothing beyond the desired capacity. AWS does not document how it rounds the maximum: here down.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RefreshPreferences.html
 */
export function refreshBounds(
  { sizes }: Group,
  { Preferences: preferences }: Refresh,
): { floor: number; most: number } {
  const { MinHealthyPercentage: min = 90, MaxHealthyPercentage: max } = preferences ?? {}
  const { desired } = sizes
  const floor = Math.ceil((desired * min) / 100)
  if (max === undefined) return { floor, most: desired }
  const most = Math.floor((desired * max) / 100)
  // Given and impossible to keep together: one instance more is launched before one leaves.
  return { floor, most: floor >= desired && most <= desired ? desired + 1 : most }
}

/** How many instances may be replaced until the next checkpoint; the last one ends the refresh. */
export function allowance({ Preferences: preferences, total, checkpoints, Status: status }: Refresh): number {
  const percentage = status === 'RollbackInProgress' ? 100 : (preferences?.CheckpointPercentages?.[checkpoints] ?? 100)
  return Math.ceil((total.live * percentage) / 100)
}

/** The instances of the group that the refresh may replace now: protected ones only where it says so, Standby apart. */
export function replaceable(group: Group, refresh: Refresh): Member[] {
  const all = refresh.Preferences?.ScaleInProtectedInstances === 'Refresh'
  return [...refresh.outdated]
    .flatMap((id) => group.members.get(id) ?? [])
    .filter((member) => member.lifecycle === 'InService' && (all || !member.protected))
}

/** How many instances of each zone wait to be replaced. */
export function outdatedByZone(group: Group): Map<string, number> {
  const waiting = new Map<string, number>()
  const refresh = activeRefresh(group)
  if (!refresh || !isReplacing(refresh)) return waiting
  for (const id of refresh.outdated) {
    const zone = group.members.get(id)?.zone
    if (zone !== undefined) waiting.set(zone, (waiting.get(zone) ?? 0) + 1)
  }
  return waiting
}

/** What a refresh may have beyond the desired capacity while there is something to replace. */
export function refreshSurge(group: Group): number {
  const refresh = activeRefresh(group)
  if (!refresh || !isReplacing(refresh) || refresh.heldUntil !== undefined) return 0
  // Nothing is launched where the instances stay.
  if (refresh.Strategy === 'ReplaceRootVolume') return 0
  if (['InstanceRefresh', 'Launch', 'Terminate'].some((process) => isSuspended(group, process))) return 0
  const surge = refreshBounds(group, refresh).most - group.sizes.desired
  if (surge <= 0) return 0
  const left = replaceable(group, refresh).slice(0, Math.max(0, allowance(refresh) - replaced(group, refresh)))
  return Math.min(surge, units(left))
}

/** How many instances of the group have left for the refresh, arrived replacements or not. */
export const replaced = (group: Group, { outdated, total }: Refresh): number => {
  let left = 0
  for (const id of outdated) if (group.members.has(id)) left++
  return Math.max(0, total.live - left)
}
