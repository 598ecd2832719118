import type {
  DeleteNotificationConfigurationCommandInput,
  DescribeAutoScalingNotificationTypesCommandOutput,
  DescribeNotificationConfigurationsCommandInput,
  DescribeNotificationConfigurationsCommandOutput,
  PutNotificationConfigurationCommandInput,
} from '@aws-sdk/client-auto-scaling'
import { ServiceFault, validationError } from '../fault.ts'
import { isIncluded } from './managed.ts'
import type { ActivityRecord } from './model.ts'
import { pageOf } from './paging.ts'
import { limitExceeded } from './refusals.ts'
import { groupNamed, mutable, requiredField, type AutoScalingState } from './state.ts'

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingNotificationTypes.html */
const TYPES = [
  'autoscaling:EC2_INSTANCE_LAUNCH', 'autoscaling:EC2_INSTANCE_LAUNCH_ERROR', 'autoscaling:EC2_INSTANCE_TERMINATE',
  'autoscaling:EC2_INSTANCE_TERMINATE_ERROR', 'autoscaling:TEST_NOTIFICATION',
] // prettier-ignore

/** https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutNotificationConfiguration.html */
const MOST_TOPICS = 10

const TOPIC = /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w-]{1,256}$/

/** Sets what a topic is told, in place of what it was told before, and sends the test message to it. */
export function putNotificationConfiguration(
  state: AutoScalingState,
  input: PutNotificationConfigurationCommandInput,
): object {
  const group = mutable(groupNamed(state, input.AutoScalingGroupName))
  const topic = requiredField(input.TopicARN, 'topicARN')
  const types = requiredField(input.NotificationTypes, 'notificationTypes')
  if (!TOPIC.test(topic)) throw validationError(`Invalid Topic ARN: ${topic}`) // unsourced text
  const known = types.filter((type) => TYPES.includes(type))
  // unsourced text
  if (known.length < types.length)
    throw validationError(`Invalid notification types. Valid types are [${TYPES.join(', ')}].`)
  // github.com/aws/aws-cli/issues/2699
  if (new Set(types).size < types.length)
    throw new ServiceFault('InternalFailure', 'The service has encountered an internal error.', 500)
  if (!group.notifications.has(topic) && group.notifications.size >= MOST_TOPICS)
    throw limitExceeded(`You may have at most ${MOST_TOPICS} SNS topics per group.`)
  group.notifications.set(topic, known)
  state.sent.push({ topic, event: 'autoscaling:TEST_NOTIFICATION', group: group.name, at: state.timeline.now })
  return {}
}

/** Deleting what is not there succeeds (AWS does not say). */
export function deleteNotificationConfiguration(
  state: AutoScalingState,
  input: DeleteNotificationConfigurationCommandInput,
): object {
  mutable(groupNamed(state, input.AutoScalingGroupName)).notifications.delete(requiredField(input.TopicARN, 'topicARN'))
  return {}
}

/** One entry for each type of each topic of each group; unknown groups are absent. */
export function describeNotificationConfigurations(
  state: AutoScalingState,
  input: DescribeNotificationConfigurationsCommandInput,
): Omit<DescribeNotificationConfigurationsCommandOutput, '$metadata'> {
  const { AutoScalingGroupNames: names = [] } = input
  const groups = names.length === 0 ? [...state.groups.values()] : names.flatMap((name) => state.groups.get(name) ?? [])
  const all = groups
    .filter((group) => isIncluded(group, input))
    .flatMap(({ name, notifications }) =>
      [...notifications].flatMap(([TopicARN, types]) =>
        types.map((NotificationType) => ({ AutoScalingGroupName: name, TopicARN, NotificationType })),
      ),
    )
  const { items, next } = pageOf(all, (one) => Object.values(one).join('\n'), input, {
    usual: 50,
    most: 100,
    behaviour: state.behaviour,
  })
  return { NotificationConfigurations: [...items], ...next }
}

export const describeAutoScalingNotificationTypes = (): Omit<
  DescribeAutoScalingNotificationTypesCommandOutput,
  '$metadata'
> => ({ AutoScalingNotificationTypes: [...TYPES] })

/** Tells the topics of a group that the launch or the termination of an instance has ended. */
export function notify(state: AutoScalingState, activity: ActivityRecord): void {
  const group = state.groups.get(activity.AutoScalingGroupName ?? '')
  if (!group || group.notifications.size === 0) return
  const kind = /^(Launch|Terminat)ing/.exec(activity.Description ?? '')?.[1]
  if (kind === undefined) return
  const failed = activity.StatusCode === 'Successful' ? '' : '_ERROR'
  const event = `autoscaling:EC2_INSTANCE_${kind === 'Launch' ? 'LAUNCH' : 'TERMINATE'}${failed}`
  for (const [topic, types] of group.notifications)
    if (types.includes(event))
      state.sent.push({ topic, event, group: group.name, activityId: activity.ActivityId, at: state.timeline.now })
}
