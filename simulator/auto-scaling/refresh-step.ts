import {
  activeRefresh,
  allowance,
  isReplacing,
  outdatedByZone,
  refreshBounds,
  replaceable,
  replaced,
} from './active-refresh.ts'
import { counted, isSuspended, unitsByZone } from './capacity.ts'
import type { Group, Member, Refresh } from './model.ts'
import { fail, finish } from './refresh-end.ts'
import { followsVersions, matches } from './refresh-source.ts'
import { isAvailable, noteProgress, outdatedPool, replaceablePool, viewOf, type RefreshView } from './refresh-view.ts'
import { replaceRootVolume } from './root-volume.ts'
import { wake, wakeAt } from './schedule.ts'
import type { AutoScalingState } from './state.ts'
import { terminate } from './terminate.ts'
import { compareRanks, rankOf } from './termination-policies.ts'

/** Where nothing gets on AWS waits one hour, then fails. */
const STUCK_SECONDS = 3600
/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-overview.html */
const MOST_SECONDS = 14 * 86_400

const CAUSE = 'was taken out of service in response to an instance refresh.'

/** One turn of a refresh: it looks at the group, and as many instances leave as the healthy percentages allow. */
export function stepRefresh(state: AutoScalingState, group: Group): void {
  const refresh = activeRefresh(group)
  // An empty list of checkpoints leaves it in Pending: hashicorp/terraform-provider-aws#21656.
  if (!refresh || isSuspended(group, 'InstanceRefresh') || isHanging(refresh)) return
  if (refresh.Status === 'Pending') {
    refresh.Status = 'InProgress'
    refresh.progress = { steps: 0, at: state.timeline.now }
  }
  if (isReplacing(refresh)) leaveOut(state, group, refresh)
  const view = viewOf(state, group, refresh)
  if (refresh.Status === 'Cancelling') {
    if (!view.isMoving) finish(state, group, { refresh, status: 'Cancelled', reason: 'Cancelled due to user request.' })
    else wake(state, group)
    return
  }
  noteProgress(group, refresh, view)
  const failure = whyFailed(state, group, { refresh, view })
  if (failure !== undefined) fail(state, group, refresh, failure)
  else if (rests(state, refresh)) {
    // With an eye on the alarms, where there are any.
    if (refresh.Preferences?.AlarmSpecification === undefined) return wakeAt(state, group, refresh.heldUntil)
  } else if (refresh.Status === 'Baking') finish(state, group, { refresh, status: 'Successful' })
  else advance(state, group, { refresh, view })
  if (refresh.EndTime === undefined) wake(state, group)
}

/** Whether it waits at a checkpoint, or bakes. */
const rests = ({ timeline }: AutoScalingState, refresh: Refresh): refresh is Refresh & { heldUntil: number } =>
  refresh.heldUntil !== undefined && timeline.now < refresh.heldUntil

const isHanging = ({ Status: status, Preferences: preferences }: Refresh): boolean =>
  status === 'Pending' && preferences?.CheckpointPercentages?.length === 0

interface Look {
  readonly refresh: Refresh
  readonly view: RefreshView
}

/** Takes out what the preferences leave alone, and what matches where that is skipped: `$Latest` is looked up again each time. */
function leaveOut(state: AutoScalingState, group: Group, refresh: Refresh): void {
  const { Preferences: preferences } = refresh
  const source = refresh.desiredSource ?? group.source
  const skips = preferences?.SkipMatching === true && refresh.Status === 'InProgress' && followsVersions(source)
  for (const member of group.members.values()) {
    const waits = refresh.outdated.has(member.id)
    const ignored =
      (preferences?.ScaleInProtectedInstances === 'Ignore' && member.protected && member.lifecycle === 'InService') ||
      (preferences?.StandbyInstances === 'Ignore' && member.lifecycle === 'Standby')
    if (waits && (ignored || (skips && matches(state, member, source)))) {
      refresh.outdated.delete(member.id)
      refresh.total.live--
    } else if (skips && !waits && !ignored && member.lifecycle === 'InService' && !matches(state, member, source)) {
      refresh.outdated.add(member.id)
      // One that was skipped at the start was not among those to replace.
      if ((member.inServiceAt ?? 0) < refresh.startedAt) refresh.total.live++
      refresh.progress = { steps: 0, at: state.timeline.now }
    }
  }
}

function whyFailed(state: AutoScalingState, group: Group, { refresh, view }: Look): string | undefined {
  const { now } = state.timeline
  const alarm = alarmOf(state, refresh)
  if (alarm !== undefined) return `The CloudWatch alarm ${alarm} is in the ALARM state.` // unsourced text
  if (now - refresh.startedAt > MOST_SECONDS) return 'The instance refresh took longer than 14 days.' // unsourced text
  const steps = replaced(group, refresh) + view.updated.live + view.updated.pool - outdatedPool(group, refresh).length
  const waits = refresh.heldUntil !== undefined || view.warming.length > 0
  if (steps > refresh.progress.steps || waits) refresh.progress = { steps, at: now }
  return now - refresh.progress.at > STUCK_SECONDS ? whyStuck(group, { refresh, view }) : undefined
}

/** During a rollback alarms are not asked (chosen): it is what they are to bring about. */
function alarmOf(state: AutoScalingState, { Status: status, Preferences: preferences }: Refresh): string | undefined {
  if (status === 'RollbackInProgress') return undefined
  return preferences?.AlarmSpecification?.Alarms?.find((name) => state.alarms.stateOf(name) === 'ALARM')
}

/** AWS documents that it waits an hour, not the texts: they are unsourced. */
function whyStuck(group: Group, { refresh, view }: Look): string {
  const left = [...refresh.outdated].flatMap((id) => group.members.get(id) ?? [])
  const ids = (members: readonly Member[]): string => members.map(({ id }) => id).join(', ')
  const standby = left.filter(({ lifecycle }) => lifecycle === 'Standby')
  const guarded = left.filter((member) => member.protected && member.lifecycle === 'InService')
  if (view.unavailable.length > 0) return `Instances did not become healthy within an hour: ${ids(view.unavailable)}.`
  if (view.isMoving) return 'The desired capacity was not reached within an hour. See the scaling activities.'
  if (guarded.length > 0) return `Instances are protected from scale in: ${ids(guarded)}.`
  if (standby.length > 0) return `Instances are in Standby: ${ids(standby)}.`
  return 'The minimum healthy percentage was not reached within an hour.'
}

/** Replaces what may be replaced, or goes on to the next checkpoint or the end. */
function advance(state: AutoScalingState, group: Group, { refresh, view }: Look): void {
  if (refresh.heldUntil !== undefined) {
    refresh.heldUntil = undefined
    refresh.checkpoints++
  }
  tell(refresh, view)
  const isSettled = !view.isMoving && view.unavailable.length === 0 && view.warming.length === 0
  const percentages = refresh.Status === 'RollbackInProgress' ? [] : (refresh.Preferences?.CheckpointPercentages ?? [])
  const gone = replaced(group, refresh)
  // A checkpoint that is passed together with a later one is skipped.
  while (refresh.checkpoints < percentages.length - 1 && (percentages[refresh.checkpoints + 1] ?? 0) * refresh.total.live <= gone * 100) {
    refresh.checkpoints++
  }
  const isLast = refresh.checkpoints >= percentages.length - 1
  if (gone >= allowance(refresh)) {
    if (!isSettled) return
    if (!isLast) hold(state, refresh)
    else if (isComplete(group, refresh)) complete(state, group, refresh)
    else replacePool(state, group, refresh)
    return
  }
  replacePool(state, group, refresh)
  for (const member of leaving(state, group, { refresh, view })) {
    refresh.outdated.delete(member.id)
    if (refresh.Strategy === 'ReplaceRootVolume') replaceRootVolume(state, member)
    else terminate(state, member, { cause: CAUSE })
  }
} // prettier-ignore

/** The last checkpoint tells how much is to be replaced, and the warm pool is replaced with the whole group. */
const isComplete = (group: Group, refresh: Refresh): boolean =>
  outdatedPool(group, refresh).length === 0 ||
  (refresh.Status === 'InProgress' && (refresh.Preferences?.CheckpointPercentages?.at(-1) ?? 100) < 100)

function hold(state: AutoScalingState, refresh: Refresh): void {
  const { CheckpointPercentages: percentages = [], CheckpointDelay: delay = 3600 } = refresh.Preferences ?? {}
  refresh.heldUntil = state.timeline.now + delay
  refresh.StatusReason = `Checkpoint ${percentages[refresh.checkpoints]}% was reached. Waiting ${delay} seconds before continuing.` // unsourced text
}

function complete(state: AutoScalingState, group: Group, refresh: Refresh): void {
  const bakeTime = refresh.Preferences?.BakeTime ?? 0
  if (refresh.Status === 'RollbackInProgress') {
    finish(state, group, { refresh, status: 'RollbackSuccessful' })
  } else if (bakeTime > 0) {
    refresh.Status = 'Baking'
    refresh.heldUntil = state.timeline.now + bakeTime
  } else finish(state, group, { refresh, status: 'Successful' })
}

/** Why it waits, in AWS's words as public logs show them. */
function tell(refresh: Refresh, { unavailable: [unknown], warming: [warming] }: RefreshView): void {
  if (unknown !== undefined)
    refresh.StatusReason = `Waiting for remaining instances to be available. For example: ${unknown.id} has insufficient data to evaluate its health with Amazon EC2.`
  else if (warming !== undefined)
    refresh.StatusReason = `Waiting for instances to warm up before continuing. For example: ${warming.id} is warming up.`
  else delete refresh.StatusReason
}

function replacePool(state: AutoScalingState, group: Group, refresh: Refresh): void {
  if (isSuspended(group, 'Launch') || isSuspended(group, 'Terminate')) return
  for (const member of replaceablePool(group, refresh)) {
    refresh.outdated.delete(member.id)
    terminate(state, member, { cause: CAUSE })
  }
}

/**
 * The instances that leave now, in the order of the termination policies within the fullest zone. What these leave open is
 * decided by where most wait: zones are as even at the end as they can be.
 */
function leaving(state: AutoScalingState, group: Group, { refresh, view }: Look): Member[] {
  if (isSuspended(group, 'Launch') || isSuspended(group, 'Terminate')) return []
  const isRollback = refresh.Status === 'RollbackInProgress'
  const { floor, most } = refreshBounds(group, refresh)
  const chosen = standbyToLeave(group, refresh)
  // Those of a rollback that never were healthy are no capacity to keep.
  const sick = isRollback ? sickOf(state, group, refresh) : []
  const candidates = replaceable(group, refresh).filter((member) => !sick.includes(member) && member.healthy)
  const isStill = !view.isMoving && view.unavailable.length === 0 && view.warming.length === 0
  let room = view.healthyUnits - floor
  let count = Math.max(0, allowance(refresh) - replaced(group, refresh) - chosen.length)
  chosen.push(...sick.slice(0, count))
  count -= sick.length
  const zones = unitsByZone(group, counted(group))
  const waiting = outdatedByZone(group)
  const rank = rankOf(state, group)
  const place = (member: Member): number[] => [-(zones.get(member.zone) ?? 0), ...rank(member), -(waiting.get(member.zone) ?? 0)]
  const isNext = (one: Member, other: Member): boolean => compareRanks(place(one), place(other)) < 0
  // With nothing beyond the desired capacity and nothing to spare one at a time leaves all the same, and its successor comes at once.
  let isAlone = floor >= group.sizes.desired && most <= group.sizes.desired && isStill && view.healthyUnits >= group.sizes.desired
  while (count > 0) {
    const fitting = candidates.filter((member) => !chosen.includes(member) && (isAlone || member.weight <= room))
    const [first, ...others] = fitting
    if (first === undefined) break
    const member = others.reduce((best, other) => (isNext(other, best) ? other : best), first)
    chosen.push(member)
    zones.set(member.zone, (zones.get(member.zone) ?? 0) - member.weight)
    waiting.set(member.zone, (waiting.get(member.zone) ?? 0) - 1)
    room -= member.weight
    count--
    isAlone = false
  }
  return chosen
} // prettier-ignore

const standbyToLeave = (group: Group, refresh: Refresh): Member[] =>
  refresh.Preferences?.StandbyInstances !== 'Terminate'
    ? []
    : [...refresh.outdated]
        .flatMap((id) => group.members.get(id) ?? [])
        .filter(({ lifecycle }) => lifecycle === 'Standby')

const sickOf = (state: AutoScalingState, group: Group, { outdated }: Refresh): Member[] =>
  counted(group).filter(
    (member) => outdated.has(member.id) && !(member.lifecycle === 'InService' && isAvailable(state, member)),
  )
