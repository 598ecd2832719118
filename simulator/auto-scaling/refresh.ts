import type {
  CancelInstanceRefreshCommandInput, CancelInstanceRefreshCommandOutput, DescribeInstanceRefreshesCommandInput,
  DescribeInstanceRefreshesCommandOutput, InstanceRefresh, StartInstanceRefreshCommandInput,
  StartInstanceRefreshCommandOutput,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { validationError } from '../fault.ts'
import { activeRefresh } from './active-refresh.ts'
import { counted, isSuspended } from './capacity.ts'
import { resolve, sourceOf } from './launch-source.ts'
import { atMost, requireEnum, within } from './limits.ts'
import type { Group, GroupLaunchSource, Member, Refresh } from './model.ts'
import { pageOf } from './paging.ts'
import { noActiveRefresh, refreshInProgress } from './refusals.ts'
import { wake } from './schedule.ts'
import { terminate } from './terminate.ts'
import { date, groupNamed, mutable, uuid, type AutoScalingState } from './state.ts'

/** With protected or standby instances in the way AWS waits one hour, then fails. */
const WAIT_SECONDS = 3600

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

export function startInstanceRefresh(state: AutoScalingState, input: StartInstanceRefreshCommandInput): Omit<StartInstanceRefreshCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  requireEnum(input.Strategy, ['Rolling'], 'strategy')
  if (activeRefresh(group)) throw refreshInProgress()
  checkPreferences(input)
  const desired = input.DesiredConfiguration
  if (desired) sourceOf(state, desired)
  const source = sourceOfRefresh(state, group, desired)
  const skips = input.Preferences?.SkipMatching === true
  const outdated = counted(group).filter((member) => !skips || !matches(state, member, source))
  const { now } = state.timeline
  group.refreshes.push({
    InstanceRefreshId: uuid(state),
    AutoScalingGroupName: group.name,
    Status: 'Pending',
    StartTime: date(now),
    PercentageComplete: 0,
    InstancesToUpdate: outdated.length,
    Strategy: 'Rolling',
    Preferences: { MinHealthyPercentage: 90, SkipMatching: false, AutoRollback: false, ScaleInProtectedInstances: 'Wait', StandbyInstances: 'Wait', ...input.Preferences },
    ...(desired && { DesiredConfiguration: structuredClone(desired) }),
    startedAt: now,
    desiredSource: desired ? source : undefined,
    outdated: new Set(outdated.map(({ id }) => id)),
  })
  wake(state, group)
  return { InstanceRefreshId: group.refreshes.at(-1)?.InstanceRefreshId }
} // prettier-ignore

function checkPreferences({ Preferences: preferences }: StartInstanceRefreshCommandInput): void {
  if (!preferences) return
  const { MinHealthyPercentage: min, MaxHealthyPercentage: max, InstanceWarmup, CheckpointPercentages, BakeTime } = preferences
  within(min, 0, 100, 'preferences.minHealthyPercentage')
  within(max, 100, 200, 'preferences.maxHealthyPercentage')
  within(InstanceWarmup, 0, Number.MAX_SAFE_INTEGER, 'preferences.instanceWarmup')
  if (max !== undefined && min === undefined) throw validationError('MinHealthyPercentage must be specified with MaxHealthyPercentage.')
  if (max !== undefined && min !== undefined && max - min > 100) {
    throw validationError('The difference between MinHealthyPercentage and MaxHealthyPercentage cannot be greater than 100.')
  }
  // What would be accepted here and then ignored is refused instead.
  if (CheckpointPercentages !== undefined || (BakeTime ?? 0) > 0 || preferences.AutoRollback === true || preferences.AlarmSpecification) {
    throw validationError('The simulator knows no checkpoints, bake time, alarms or rollback of instance refreshes.')
  }
} // prettier-ignore

function sourceOfRefresh(
  state: AutoScalingState,
  group: Group,
  desired: StartInstanceRefreshCommandInput['DesiredConfiguration'],
): GroupLaunchSource {
  return desired ? (sourceOf(state, desired) ?? group.source) : group.source
}

/** Whether an instance is what the group would launch: template, version and type. */
function matches(state: AutoScalingState, { origin }: Member, source: GroupLaunchSource): boolean {
  if (source.kind === 'configuration') return origin?.kind === 'configuration' && origin.name === source.name
  const specification =
    source.kind === 'template' ? source.specification : source.policy.LaunchTemplate?.LaunchTemplateSpecification
  if (!specification || origin?.kind !== 'template') return false
  const { id, version } = resolve(state, specification)
  return origin.id === id && origin.version === version
}

export function cancelInstanceRefresh(state: AutoScalingState, input: CancelInstanceRefreshCommandInput): Omit<CancelInstanceRefreshCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const refresh = activeRefresh(group)
  if (!refresh) throw noActiveRefresh(group.name)
  // What is in transition is waited for unless that is declined; nothing is rolled back.
  if (input.WaitForTransitioningInstances === false) finish(state, refresh, { status: 'Cancelled', reason: 'Cancelled due to user request.' })
  else refresh.Status = 'Cancelling'
  wake(state, group)
  return { InstanceRefreshId: refresh.InstanceRefreshId }
} // prettier-ignore

function finish(state: AutoScalingState, refresh: Mutable<Refresh>, { status, reason }: { status: 'Successful' | 'Failed' | 'Cancelled'; reason?: string }): void {
  refresh.Status = status
  refresh.EndTime = date(state.timeline.now)
  if (reason !== undefined) refresh.StatusReason = reason
} // prettier-ignore

/** What a refresh may have beyond the desired capacity while there is something to replace: only with MaxHealthyPercentage. */
export function refreshSurge(group: Group): number {
  const refresh = activeRefresh(group)
  const max = refresh?.Preferences?.MaxHealthyPercentage ?? 100
  if (!refresh || refresh.Status !== 'InProgress' || refresh.outdated.size === 0 || blocked(group)) return 0
  const surge = Math.max(max > 100 ? 1 : 0, Math.floor((group.sizes.desired * (max - 100)) / 100))
  return Math.min(surge, refresh.outdated.size)
}

const blocked = (group: Group): boolean =>
  ['InstanceRefresh', 'Launch', 'Terminate'].some((process) => isSuspended(group, process))

/** One turn of a rolling refresh: as many old instances leave as the healthy percentage allows. */
export function stepRefresh(state: AutoScalingState, group: Group): void {
  const refresh = activeRefresh(group)
  if (!refresh || blocked(group)) return
  const members = counted(group)
  const moving = members.some(({ lifecycle }) => lifecycle !== 'InService') || members.length < group.sizes.desired
  if (refresh.Status === 'Cancelling') {
    if (!moving) finish(state, refresh, { status: 'Cancelled', reason: 'Cancelled due to user request.' })
    return
  }
  refresh.Status = 'InProgress'
  const total = refresh.InstancesToUpdate === undefined ? 0 : Math.max(refresh.outdated.size, originalTotal(refresh))
  refresh.PercentageComplete = total === 0 ? 100 : Math.floor(((total - refresh.outdated.size) / total) * 100)
  refresh.InstancesToUpdate = refresh.outdated.size
  const healthy = members.filter((member) => member.lifecycle === 'InService' && member.healthy && warm(state, group, { member, refresh }))
  if (refresh.outdated.size === 0) {
    if (!moving && healthy.length >= group.sizes.desired) {
      if (refresh.desiredSource) group.source = refresh.desiredSource
      finish(state, refresh, { status: 'Successful' })
    }
    else wake(state, group)
    return
  }
  const old = members.filter(({ id }) => refresh.outdated.has(id))
  const protection = refresh.Preferences?.ScaleInProtectedInstances ?? 'Wait'
  const free = old.filter((member) => protection === 'Refresh' || !member.protected)
  if (protection === 'Ignore') for (const { id, protected: guarded } of old) if (guarded) refresh.outdated.delete(id)
  if (free.length === 0 && state.timeline.now - refresh.startedAt > WAIT_SECONDS) {
    finish(state, refresh, { status: 'Failed', reason: 'Waited for scale-in protected instances for an hour.' })
    return
  }
  const floor = Math.ceil((group.sizes.desired * (refresh.Preferences?.MinHealthyPercentage ?? 90)) / 100)
  // Below the floor one instance at a time still leaves, unless launches beyond the desired capacity are allowed: then none has to.
  const least = !moving && (refresh.Preferences?.MaxHealthyPercentage ?? 100) === 100 ? 1 : 0
  const count = Math.max(healthy.length - floor, least)
  for (const member of free.slice(0, count)) {
    refresh.outdated.delete(member.id)
    terminate(state, member, { cause: `was taken out of service in response to an instance refresh.` })
  }
  wake(state, group)
} // prettier-ignore

const totals = new WeakMap<Refresh, number>()

function originalTotal(refresh: Refresh): number {
  const known = totals.get(refresh) ?? refresh.InstancesToUpdate ?? 0
  totals.set(refresh, known)
  return known
}

function warm(
  state: AutoScalingState,
  group: Group,
  { member, refresh }: { member: Member; refresh: Refresh },
): boolean {
  if (refresh.outdated.has(member.id)) return true
  const warmup =
    refresh.Preferences?.InstanceWarmup ??
    group.settings.DefaultInstanceWarmup ??
    group.settings.HealthCheckGracePeriod ??
    0
  return state.timeline.now >= (member.inServiceAt ?? Infinity) + warmup
}

export function describeInstanceRefreshes(state: AutoScalingState, input: DescribeInstanceRefreshesCommandInput): Omit<DescribeInstanceRefreshesCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const ids = input.InstanceRefreshIds ?? []
  atMost(ids, 50, 'instanceRefreshIds')
  const found = group.refreshes.filter(({ InstanceRefreshId = '' }) => ids.length === 0 || ids.includes(InstanceRefreshId)).toReversed()
  const { items, next } = pageOf(found, ({ InstanceRefreshId = '' }) => InstanceRefreshId, input, { usual: 50, most: 100 })
  return { InstanceRefreshes: items.map(refreshView), ...next }
} // prettier-ignore

const refreshView = ({
  startedAt: _at,
  outdated: _ids,
  desiredSource: _source,
  ...refresh
}: Refresh): InstanceRefresh => structuredClone(refresh)
