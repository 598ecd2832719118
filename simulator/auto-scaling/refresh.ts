import type {
  CancelInstanceRefreshCommandInput, CancelInstanceRefreshCommandOutput, DescribeInstanceRefreshesCommandInput,
  DescribeInstanceRefreshesCommandOutput, InstanceRefresh, RollbackInstanceRefreshCommandInput,
  RollbackInstanceRefreshCommandOutput, StartInstanceRefreshCommandInput, StartInstanceRefreshCommandOutput,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { validationError } from '../fault.ts'
import { activeRefresh } from './active-refresh.ts'
import { counts } from './capacity.ts'
import { atMost } from './limits.ts'
import type { Group, Refresh } from './model.ts'
import { pageOf } from './paging.ts'
import { finish, rollBack } from './refresh-end.ts'
import { preferencesOf } from './refresh-preferences.ts'
import { desiredSourceOf, hasRequirements, matches, whyIrreversible } from './refresh-source.ts'
import { irreversibleRefresh, noActiveRefresh, refreshInProgress, rollbackWithoutConfiguration } from './refusals.ts'
import { checkRootVolumeRefresh } from './root-volume.ts'
import { wake } from './schedule.ts'
import { date, groupNamed, mutable, uuid, type AutoScalingState } from './state.ts'

/** For as long refreshes are described. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeInstanceRefreshes.html */
const KEPT_SECONDS = 42 * 86_400

export function startInstanceRefresh(state: AutoScalingState, input: StartInstanceRefreshCommandInput): Omit<StartInstanceRefreshCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  if (activeRefresh(group)) throw refreshInProgress()
  const preferences = preferencesOf(state, group, input)
  if (input.Strategy === 'ReplaceRootVolume') checkRootVolumeRefresh(group, input)
  const desired = input.DesiredConfiguration
  const desiredSource = desiredSourceOf(state, group, desired)
  if (preferences.SkipMatching === true && hasRequirements(group.source))
    throw validationError('Skip matching is not supported with attribute-based instance type selection.') // unsourced text
  checkRollback(state, group, { asked: preferences.AutoRollback === true, desired })
  const source = desiredSource ?? group.source
  const skips = preferences.SkipMatching === true
  const live = [...group.members.values()].filter((member) => counts(member) || member.lifecycle === 'Standby' || member.lifecycle === 'EnteringStandby')
  const isLeft = (member: (typeof live)[number]): boolean =>
    (skips && matches(state, member, source)) ||
    (preferences.ScaleInProtectedInstances === 'Ignore' && member.protected) ||
    (preferences.StandbyInstances === 'Ignore' && !counts(member))
  const outdated = live.filter((member) => !isLeft(member))
  const pool = [...group.pool.values()].filter((member) => !skips || !matches(state, member, source))
  const { now } = state.timeline
  group.refreshes.push({
    InstanceRefreshId: uuid(state),
    AutoScalingGroupName: group.name,
    Status: 'Pending',
    StartTime: date(now),
    PercentageComplete: 0,
    InstancesToUpdate: outdated.length + pool.length,
    Strategy: input.Strategy ?? 'Rolling',
    Preferences: preferences,
    ...(desired && { DesiredConfiguration: structuredClone(desired) }),
    startedAt: now,
    desiredSource,
    outdated: new Set([...outdated, ...pool].map(({ id }) => id)),
    total: { live: outdated.length, pool: pool.length },
    progress: { steps: 0, at: now },
    checkpoints: 0,
    heldUntil: undefined,
  })
  wake(state, group)
  return { InstanceRefreshId: group.refreshes.at(-1)?.InstanceRefreshId }
} // prettier-ignore

function checkRollback(
  state: AutoScalingState,
  group: Group,
  { asked, desired }: { readonly asked: boolean; readonly desired: object | undefined },
): void {
  if (!asked) return
  if (desired === undefined) throw rollbackWithoutConfiguration()
  const reason = whyIrreversible(state, group)
  if (reason !== undefined) throw validationError(`The AutoRollback parameter cannot be set to true: ${reason}`) // unsourced text
}

export function cancelInstanceRefresh(state: AutoScalingState, input: CancelInstanceRefreshCommandInput): Omit<CancelInstanceRefreshCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const refresh = activeRefresh(group)
  if (!refresh) throw noActiveRefresh(group.name)
  // What is in transition is waited for unless that is declined; nothing is rolled back.
  if (input.WaitForTransitioningInstances === false) finish(state, group, { refresh, status: 'Cancelled', reason: 'Cancelled due to user request.' })
  else Object.assign(refresh, { Status: 'Cancelling', heldUntil: undefined })
  wake(state, group)
  return { InstanceRefreshId: refresh.InstanceRefreshId }
} // prettier-ignore

export function rollbackInstanceRefresh(state: AutoScalingState, input: RollbackInstanceRefreshCommandInput): Omit<RollbackInstanceRefreshCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const refresh = activeRefresh(group)
  if (!refresh) throw noActiveRefresh(group.name)
  if (refresh.DesiredConfiguration === undefined) throw irreversibleRefresh('it has no desired configuration.')
  if (refresh.Status === 'RollbackInProgress') throw irreversibleRefresh('it is being rolled back.')
  const reason = whyIrreversible(state, group)
  if (reason !== undefined) throw irreversibleRefresh(reason)
  rollBack(state, group, { refresh, reason: 'Manual rollback.' }) // unsourced text
  wake(state, group)
  return { InstanceRefreshId: refresh.InstanceRefreshId }
} // prettier-ignore

export function describeInstanceRefreshes(state: AutoScalingState, input: DescribeInstanceRefreshesCommandInput): Omit<DescribeInstanceRefreshesCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const ids = input.InstanceRefreshIds ?? []
  atMost(ids, 50, 'instanceRefreshIds')
  const since = state.timeline.now - KEPT_SECONDS
  const found = group.refreshes
    .filter(({ InstanceRefreshId = '', startedAt }) => startedAt >= since && (ids.length === 0 || ids.includes(InstanceRefreshId)))
    .toReversed()
  const { items, next } = pageOf(found, ({ InstanceRefreshId = '' }) => InstanceRefreshId, input, { usual: 50, most: 100, behaviour: state.behaviour })
  return { InstanceRefreshes: items.map(refreshView), ...next }
} // prettier-ignore

const refreshView = ({
  startedAt: _at,
  outdated: _ids,
  desiredSource: _source,
  total: _total,
  progress: _progress,
  checkpoints: _checkpoints,
  heldUntil: _until,
  ...refresh
}: Refresh): InstanceRefresh => structuredClone(refresh)
