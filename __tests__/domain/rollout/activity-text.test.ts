import {
  desiredChangesInText,
  instanceInText,
  isGivenUp,
  isLaunchText,
} from '../../../src/domain/rollout/activity-text.ts'

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

const AT = '2026-01-05T08:01:43Z'
const at = Date.parse(AT) / 1000

describe('the changes of the desired capacity that a cause tells of', () => {
  const started = `At ${AT} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 5 to 7.`
  const rows = [
    {
      name: 'an update of the group',
      cause: `At ${AT} a user request update of AutoScalingGroup constraints to min: 3, max: 8, desired: 8 changing the desired capacity from 6 to 8.  ${started}`,
      changes: [{ at, from: 6, to: 8, by: 'update', bounds: { min: 3, max: 8 } }],
    },
    {
      name: 'a desired capacity that was set',
      cause: `At ${AT} a user request explicitly set group desired capacity changing the desired capacity from 6 to 8.  ${started}`,
      changes: [{ at, from: 6, to: 8, by: 'set' }],
    },
    {
      name: 'a scheduled action',
      cause: `At ${AT} a scheduled action update of AutoScalingGroup constraints to min: 1, max: 9, desired: 9 changing the desired capacity from 6 to 9.`,
      changes: [{ at, from: 6, to: 9, by: 'schedule', bounds: { min: 1, max: 9 } }],
    },
    {
      name: 'an alarm',
      cause: `At ${AT} a monitor alarm too-many in state ALARM triggered policy fewer changing the desired capacity from 4 to 3.`,
      changes: [{ at, from: 4, to: 3, by: 'policy', policy: 'fewer' }],
    },
    {
      name: 'the alarm of a target tracking policy, which sets a number',
      cause: `At ${AT} a monitor alarm TargetTracking-web-AlarmHigh-0a in state ALARM triggered policy cpu at half changing the desired capacity from 4 to 8.  At ${AT} an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 4 to 8.`,
      changes: [{ at, from: 4, to: 8, by: 'policy', policy: 'cpu at half', adjusts: 'exact' }],
    },
    {
      name: 'a policy that was executed by hand',
      cause: `At ${AT} a user request executed policy more changing the desired capacity from 4 to 8.`,
      changes: [{ at, from: 4, to: 8, by: 'request' }],
    },
    {
      name: 'an instance that was terminated with its place',
      cause: `At ${AT} instance i-0b was taken out of service in response to a user request, shrinking the capacity from 7 to 6.`,
      changes: [{ at, from: 7, to: 6, by: 'termination', instance: 'i-0b' }],
    },
    {
      name: 'an instance that was detached, or put into Standby',
      cause: `At ${AT} instance i-0b was detached in response to a user request, shrinking the capacity from 4 to 3.`,
      changes: [{ at, from: 4, to: 3, by: 'request' }],
    },
    {
      name: 'an instance that left Standby',
      cause: `At ${AT} instance i-0b was moved out of standby in response to a user request, increasing the capacity from 3 to 4.`,
      changes: [{ at, from: 3, to: 4, by: 'request' }],
    },
    {
      name: 'one change after the other',
      cause: `At ${AT} a user request explicitly set group desired capacity changing the desired capacity from 6 to 5.  At ${AT} an instance was taken out of service in response to a difference between desired and actual capacity, shrinking the capacity from 6 to 5.  At ${AT} instance i-0b was selected for termination.`,
      changes: [
        { at, from: 6, to: 5, by: 'set' },
        { at, from: 6, to: 5, by: 'group' },
      ],
    },
    { name: 'nothing of a launch', cause: started, changes: [] },
  ]
  test.each(rows)('$name', ({ cause, changes }) => {
    expect(desiredChangesInText(cause)).toEqual(changes)
  })
})
