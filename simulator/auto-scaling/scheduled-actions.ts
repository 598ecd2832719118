import type {
  BatchDeleteScheduledActionCommandInput, BatchDeleteScheduledActionCommandOutput,
  BatchPutScheduledUpdateGroupActionCommandInput, BatchPutScheduledUpdateGroupActionCommandOutput,
  DeleteScheduledActionCommandInput, DescribeScheduledActionsCommandInput, DescribeScheduledActionsCommandOutput,
  PutScheduledUpdateGroupActionCommandInput, ScheduledUpdateGroupActionRequest,
} from '@aws-sdk/client-auto-scaling' // prettier-ignore
import { ServiceFault, validationError } from '../fault.ts'
import { nextRun } from './cron.ts'
import { changeDesired } from './desired.ts'
import { atMost } from './limits.ts'
import type { Group, ScheduledAction } from './model.ts'
import { pageOf } from './paging.ts'
import { limitExceeded } from './refusals.ts'
import { resized } from './sizes.ts'
import { date, requiredField, groupNamed, mutable, type AutoScalingState } from './state.ts'

const MOST_ACTIONS = 125

export function putScheduledUpdateGroupAction(
  state: AutoScalingState,
  input: PutScheduledUpdateGroupActionCommandInput,
): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  put(state, group, { ...input, StartTime: input.StartTime ?? input.Time })
  return {}
}

function put(state: AutoScalingState, group: Group, input: ScheduledUpdateGroupActionRequest): void {
  const { now } = state.timeline
  const name = requiredField(input.ScheduledActionName, 'scheduledActionName')
  const before = group.scheduled.get(name)
  if (!before && group.scheduled.size >= MOST_ACTIONS) throw limitExceeded(`You may have at most ${MOST_ACTIONS} scheduled actions per group.`)
  const { MinSize: min, MaxSize: max, DesiredCapacity: desired, Recurrence: recurrence } = input
  if (min === undefined && max === undefined && desired === undefined) {
    throw validationError('At least one of MinSize, MaxSize or DesiredCapacity must be specified.')
  }
  if (min !== undefined && max !== undefined) resized({ min, max, desired: min }, { DesiredCapacity: desired })
  const requested = input.StartTime && input.StartTime.getTime() / 1000
  const zone = input.TimeZone
  // With a recurrence the start is the bound from which it counts.
  const startAt = recurrence === undefined ? (requested ?? now) : nextRun(recurrence, Math.max(now, (requested ?? 0) - 1), zone)
  if (requested !== undefined && requested < now) throw validationError('Given start time is in the past')
  if (startAt === undefined) throw validationError(`Given recurrence string: ${recurrence ?? ''} is invalid`)
  const endAt = input.EndTime && input.EndTime.getTime() / 1000
  if (endAt !== undefined && endAt <= startAt) throw validationError('EndTime must be later than StartTime.')
  before?.cancel()
  const action: ScheduledAction = { name, startAt, endAt, recurrence, timeZone: input.TimeZone, min, max, desired, cancel: () => undefined }
  group.scheduled.set(name, action)
  arm(state, group, action)
} // prettier-ignore

function arm(state: AutoScalingState, group: Group, action: ScheduledAction): void {
  const runsAt = action.startAt + state.reactions.within(state.behaviour.scheduleDelaySeconds)
  action.cancel = state.timeline.after(runsAt - state.timeline.now, () => {
    const outcome = run(state, group, action)
    // AWS tells of actions "that haven't run": whether one that was missed is among them it does not say.
    if (action.recurrence === undefined && outcome === 'missed' && state.behaviour.listsMissedActions) return
    group.scheduled.delete(action.name)
    const next =
      action.recurrence === undefined ? undefined : nextRun(action.recurrence, state.timeline.now, action.timeZone)
    if (next === undefined || (action.endAt !== undefined && next > action.endAt)) return
    const again = { ...action, startAt: next }
    group.scheduled.set(action.name, again)
    arm(state, group, again)
  })
}

/** An action that falls due while ScheduledActions is suspended is lost. */
function run(state: AutoScalingState, group: Group, { min, max, desired }: ScheduledAction): 'ran' | 'missed' {
  if (group.deleting || group.suspended.has('ScheduledActions')) return 'missed'
  try {
    const sizes = resized(group.sizes, { MinSize: min, MaxSize: max, DesiredCapacity: desired })
    const before = group.sizes.desired
    group.sizes = { ...sizes, desired: before }
    changeDesired(state, group, {
      desired: sizes.desired,
      because: `a scheduled action update of AutoScalingGroup constraints to min: ${sizes.min}, max: ${sizes.max}, desired: ${sizes.desired} changing the desired capacity from ${before} to ${sizes.desired}.`,
    })
  } catch (fault) {
    // Sizes that no longer fit the group's others: AWS leaves the group alone.
    if (!(fault instanceof ServiceFault)) throw fault
  }
  return 'ran'
}

export function deleteScheduledAction(state: AutoScalingState, input: DeleteScheduledActionCommandInput): object {
  const group = groupNamed(state, input.AutoScalingGroupName)
  remove(group, requiredField(input.ScheduledActionName, 'scheduledActionName'))
  return {}
}

function remove(group: Group, name: string): void {
  const action = group.scheduled.get(name)
  if (!action) throw validationError(`Scheduled action name not found - ${name}`) // unsourced text
  action.cancel()
  group.scheduled.delete(name)
}

export function batchDeleteScheduledAction(
  state: AutoScalingState,
  input: BatchDeleteScheduledActionCommandInput,
): Omit<BatchDeleteScheduledActionCommandOutput, '$metadata'> {
  const group = groupNamed(state, input.AutoScalingGroupName)
  const names = requiredField(input.ScheduledActionNames, 'scheduledActionNames')
  atMost(names, 50, 'scheduledActionNames')
  return { FailedScheduledActions: failures(names, (name) => name, (name) => remove(group, name)) } // prettier-ignore
}

export function batchPutScheduledUpdateGroupAction(
  state: AutoScalingState,
  input: BatchPutScheduledUpdateGroupActionCommandInput,
): Omit<BatchPutScheduledUpdateGroupActionCommandOutput, '$metadata'> {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const actions = requiredField(input.ScheduledUpdateGroupActions, 'scheduledUpdateGroupActions')
  atMost(actions, 50, 'scheduledUpdateGroupActions')
  const failed = failures(actions, (action) => action.ScheduledActionName ?? '', (action) => put(state, group, action)) // prettier-ignore
  return { FailedScheduledUpdateGroupActions: failed }
}

/** Applies each; a refused one does not stop the others. */
function failures<T>(all: readonly T[], nameOf: (one: T) => string, effect: (one: T) => void) {
  return all.flatMap((one) => {
    try {
      effect(one)
      return []
    } catch (fault) {
      if (!(fault instanceof ServiceFault)) throw fault
      return [{ ScheduledActionName: nameOf(one), ErrorCode: fault.code, ErrorMessage: fault.message }]
    }
  })
}

export function describeScheduledActions(
  state: AutoScalingState,
  input: DescribeScheduledActionsCommandInput,
): Omit<DescribeScheduledActionsCommandOutput, '$metadata'> {
  const groups =
    input.AutoScalingGroupName === undefined
      ? [...state.groups.values()]
      : [groupNamed(state, input.AutoScalingGroupName)]
  const names = input.ScheduledActionNames ?? []
  atMost(names, 50, 'scheduledActionNames')
  const [from, to] = [(input.StartTime?.getTime() ?? -Infinity) / 1000, (input.EndTime?.getTime() ?? Infinity) / 1000]
  const found = groups.flatMap((group) => [...group.scheduled.values()].map((action) => ({ group, action })))
    .filter(({ action }) => names.length === 0 || names.includes(action.name))
    .filter(({ action: { startAt } }) => names.length > 0 || (startAt >= from && startAt <= to)) // prettier-ignore
  const { items, next } = pageOf(found, ({ group, action }) => `${group.name}\n${action.name}`, input, {
    usual: 50,
    most: 100,
    behaviour: state.behaviour,
  })
  return { ScheduledUpdateGroupActions: items.map(({ group, action }) => actionView(state, group, action)), ...next }
}

function actionView(state: AutoScalingState, group: Group, action: ScheduledAction) {
  const { name, startAt, endAt, recurrence, timeZone, min, max, desired } = action
  return {
    AutoScalingGroupName: group.name,
    ScheduledActionName: name,
    ScheduledActionARN: `arn:aws:autoscaling:${state.region}:${state.account}:scheduledUpdateGroupAction:${name}:autoScalingGroupName/${group.name}:scheduledActionName/${name}`,
    StartTime: date(startAt),
    Time: date(startAt),
    ...(endAt !== undefined && { EndTime: date(endAt) }),
    ...(recurrence !== undefined && { Recurrence: recurrence }),
    ...(timeZone !== undefined && { TimeZone: timeZone }),
    ...(min !== undefined && { MinSize: min }),
    ...(max !== undefined && { MaxSize: max }),
    ...(desired !== undefined && { DesiredCapacity: desired }),
  }
}
