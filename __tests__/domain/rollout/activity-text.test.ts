import { instanceInText, isGivenUp, isLaunchText } from '../../../src/domain/rollout/activity-text.ts'

/** As AWS writes them: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-troubleshooting.html */
test.each([
  { text: 'Launching a new EC2 instance: i-0123456789abcdef0', launch: true, instance: 'i-0123456789abcdef0' },
  { text: 'Launching a new EC2 instance from warm pool: i-0abc', launch: true, instance: 'i-0abc' },
  { text: 'Launching a new EC2 instance.  Status Reason: no capacity', launch: true, instance: undefined },
  {
    text: 'Launching a new EC2 instance: i-0abc.  Status Reason: Lifecycle Action was abandoned',
    launch: true,
    instance: 'i-0abc',
  },
  { text: 'Terminating EC2 instance: i-0abc', launch: false, instance: 'i-0abc' },
  { text: 'Attaching an existing EC2 instance: i-0abc', launch: false, instance: 'i-0abc' },
  { text: '', launch: false, instance: undefined },
])('"$text" tells: launch $launch, instance $instance', ({ text, launch, instance }) => {
  expect(isLaunchText(text)).toBe(launch)
  expect(instanceInText(text)).toBe(instance)
})

test.each([
  { reason: "Instance failed to complete user's Lifecycle Action: Lifecycle Action was abandoned", failed: true },
  { reason: 'Instance became unhealthy while waiting for instance to be in InService state.', failed: true },
  { reason: 'Instance was terminated by a user request.', failed: false },
])('a cancelled launch with "$reason" has failed: $failed', ({ reason, failed }) => {
  expect(isGivenUp(reason)).toBe(failed)
})
