import type { Group, Member, Refresh } from './model.ts'
import { date, type AutoScalingState } from './state.ts'

type End = 'Successful' | 'Failed' | 'Cancelled' | 'RollbackFailed' | 'RollbackSuccessful'

/** Ends a refresh; only one that has succeeded moves the group to its configuration. */
export function finish(
  state: AutoScalingState,
  group: Group,
  { refresh, status, reason }: { readonly refresh: Refresh; readonly status: End; readonly reason?: string },
): void {
  if (status === 'Successful' && refresh.desiredSource) group.source = refresh.desiredSource
  refresh.Status = status
  refresh.EndTime = date(state.timeline.now)
  refresh.heldUntil = undefined
  if (reason === undefined) delete refresh.StatusReason
  else refresh.StatusReason = reason
}

/** Ends it as failed, or puts the group back where its preferences say so. */
export function fail(state: AutoScalingState, group: Group, refresh: Refresh, reason: string): void {
  if (refresh.Status === 'RollbackInProgress') finish(state, group, { refresh, status: 'RollbackFailed', reason })
  else if (refresh.Preferences?.AutoRollback === true) rollBack(state, group, { refresh, reason })
  else finish(state, group, { refresh, status: 'Failed', reason })
}

/**
 * From now on the instances that came with the refresh are replaced by what the group itself launches; those that it has not
 * replaced stay. https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html
 */
export function rollBack(
  state: AutoScalingState,
  group: Group,
  { refresh, reason }: { readonly refresh: Refresh; readonly reason: string },
): void {
  const { PercentageComplete = 0, InstancesToUpdate = 0, ProgressDetails } = refresh
  refresh.RollbackDetails = {
    RollbackReason: reason,
    RollbackStartTime: date(state.timeline.now),
    PercentageCompleteOnRollback: PercentageComplete,
    InstancesToUpdateOnRollback: InstancesToUpdate,
    ...(ProgressDetails && { ProgressDetailsOnRollback: ProgressDetails }),
  }
  const came = (member: Member): boolean =>
    !refresh.outdated.has(member.id) &&
    (member.inServiceAt === undefined ? member.launchedAt : member.inServiceAt) >= refresh.startedAt
  const live = [...group.members.values()].filter(came)
  const pool = [...group.pool.values()].filter(came)
  refresh.Status = 'RollbackInProgress'
  delete refresh.StatusReason
  refresh.desiredSource = undefined
  refresh.outdated = new Set([...live, ...pool].map(({ id }) => id))
  Object.assign(refresh.total, { live: live.length, pool: pool.length })
  refresh.progress = { steps: 0, at: state.timeline.now }
  refresh.heldUntil = undefined
}
