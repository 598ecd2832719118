import type {
  DescribeScalingActivitiesCommandInput,
  DescribeScalingActivitiesCommandOutput,
} from '@aws-sdk/client-auto-scaling'
import { validationError } from '../fault.ts'
import { atMost } from './limits.ts'
import type { ActivityRecord, Group } from './model.ts'
import { notify } from './notifications.ts'
import { pageOf } from './paging.ts'
import { date, groupNamed, uuid, type AutoScalingState } from './state.ts'

/** AWS keeps six weeks of history. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeScalingActivities.html */
const HISTORY_SECONDS = 42 * 86_400

/**
 * Opens a scaling activity of the group. `progress` in percent is where AWS shows an activity of this kind to begin: 0 for
 * a termination, 50 for leaving to Standby or from the group, 30 for the rest (examples of the AWS CLI reference).
 */
export function beginActivity(
  state: AutoScalingState,
  group: Group,
  opening: { Description: string; Cause: string; zone?: string; progress?: number },
): ActivityRecord {
  const activity: ActivityRecord = {
    ActivityId: uuid(state),
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: group.arn,
    Description: opening.Description,
    Cause: opening.Cause,
    StartTime: date(state.timeline.now),
    StatusCode: 'InProgress',
    Progress: opening.progress ?? 30,
    Details: JSON.stringify(opening.zone === undefined ? {} : { 'Availability Zone': opening.zone }),
  }
  group.activities.push(activity)
  state.activities.set(activity.ActivityId, activity)
  group.lastActivityId = activity.ActivityId
  return activity
}

/** Ends an activity; a failure's reason is repeated in the description, as AWS does. */
export function end(
  state: AutoScalingState,
  activity: ActivityRecord | undefined,
  failure?: { status: 'Failed' | 'Cancelled'; reason: string },
): void {
  if (!activity || activity.EndTime) return
  activity.EndTime = date(state.timeline.now)
  activity.Progress = 100
  activity.StatusCode = failure?.status ?? 'Successful'
  if (failure) {
    activity.StatusMessage = failure.reason
    activity.Description = `${activity.Description ?? ''}.  Status Reason: ${failure.reason}`
  }
  notify(state, activity)
}

/** A failed launch of which nothing but the activity is left. */
export function writeFailure(
  state: AutoScalingState,
  group: Group,
  failure: { cause: string; zone: string; reason: string },
): void {
  const activity = beginActivity(state, group, {
    Description: 'Launching a new EC2 instance',
    Cause: failure.cause,
    zone: failure.zone,
  })
  activity.EndTime = activity.StartTime
  activity.StatusCode = 'Failed'
  activity.Progress = 100
  activity.StatusMessage = failure.reason
  activity.Description = `Launching a new EC2 instance.  Status Reason: ${failure.reason}`
  notify(state, activity)
}

/** Whether anything is still going on in the group. */
export const inProgress = (group: Group): boolean =>
  [...group.members.values(), ...group.pool.values()].some((member) => member.activity && !member.activity.EndTime)

export function describeScalingActivities(
  state: AutoScalingState,
  input: DescribeScalingActivitiesCommandInput,
): Omit<DescribeScalingActivitiesCommandOutput, '$metadata'> {
  const ids = input.ActivityIds ?? []
  atMost(ids, 50, 'activityIds')
  const status = input.Filters?.find(({ Name }) => Name === 'Status')
  if (status && input.AutoScalingGroupName === undefined) {
    throw validationError('The Status filter requires an AutoScalingGroupName.')
  }
  const found = candidates(state, input, ids).filter((activity) => passes(state, activity, input))
  const { items, next } = pageOf(found, ({ ActivityId }) => ActivityId, input, {
    usual: 100,
    most: 100,
    behaviour: state.behaviour,
  })
  return { Activities: items.map((activity) => ({ ...activity })), ...next }
}

/** Newest first. */
function candidates(
  state: AutoScalingState,
  input: DescribeScalingActivitiesCommandInput,
  ids: readonly string[],
): ActivityRecord[] {
  const { AutoScalingGroupName: name } = input
  const isDeletedGroup = name !== undefined && !state.groups.has(name)
  if (input.IncludeDeletedGroups === true && ids.length === 0 && (name === undefined || isDeletedGroup)) {
    const all = [...state.activities.values()]
    return newestFirst(all.filter((activity) => name === undefined || activity.AutoScalingGroupName === name))
  }
  const group = name === undefined ? undefined : groupNamed(state, name)
  if (ids.length > 0) {
    const named = ids.flatMap((id) => state.activities.get(id) ?? [])
    return group ? named.filter((activity) => activity.AutoScalingGroupName === group.name) : named
  }
  // They are kept in the order in which they began: of a long history only what is asked for is looked at.
  if (group) return group.activities.slice(firstSince(group.activities, input)).reverse()
  const all = [...state.groups.values()].flatMap(({ activities }) => activities.toReversed())
  return newestFirst(all)
}

const newestFirst = (activities: ActivityRecord[]): ActivityRecord[] =>
  activities.sort((one, other) => other.StartTime.getTime() - one.StartTime.getTime())

/** Where the activities begin that are not older than every lower bound of the question. */
function firstSince(
  activities: readonly ActivityRecord[],
  { Filters = [] }: DescribeScalingActivitiesCommandInput,
): number {
  const bounds = Filters.filter(({ Name }) => Name === 'StartTimeLowerBound').flatMap(({ Values = [] }) => Values)
  const from = Math.max(0, ...bounds.map((bound) => Date.parse(bound)))
  return activities.findLastIndex(({ StartTime }) => StartTime.getTime() < from) + 1
}

function passes(
  state: AutoScalingState,
  activity: ActivityRecord,
  input: DescribeScalingActivitiesCommandInput,
): boolean {
  const started = activity.StartTime.getTime()
  if (started < (state.timeline.now - HISTORY_SECONDS) * 1000) return false
  return (input.Filters ?? []).every(({ Name, Values = [] }) => {
    if (Name === 'StartTimeLowerBound') return Values.every((bound) => started >= Date.parse(bound))
    if (Name === 'StartTimeUpperBound') return Values.every((bound) => started <= Date.parse(bound))
    if (Name === 'Status') return Values.includes(activity.StatusCode ?? '')
    throw validationError(`Invalid filter name: ${Name ?? ''}`)
  })
}
