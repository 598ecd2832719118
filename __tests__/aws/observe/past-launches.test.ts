import type { Activity } from '@aws-sdk/client-auto-scaling'
import { pastLaunches } from '../../../src/aws/observe/past-launches.ts'
import { fakeConnection } from '../fake-connection.ts'

const activity = (change: Partial<Activity>): Activity => ({
  ActivityId: 'a',
  AutoScalingGroupName: 'web',
  Cause: '',
  Description: 'Launching a new EC2 instance: i-0a',
  StartTime: new Date(1000_000),
  EndTime: new Date(1060_000),
  StatusCode: 'Successful',
  ...change,
})

test('launches that have succeeded, those that began last first, however long they took', async () => {
  const connection = fakeConnection({
    DescribeScalingActivities: () => ({
      Activities: [
        activity({}),
        activity({ Description: 'Terminating EC2 instance: i-0b' }),
        activity({ Description: 'Launching a new EC2 instance' }),
        { ...activity({}), EndTime: undefined },
        activity({
          Description: 'Launching a new EC2 instance: i-0c',
          StartTime: new Date(900_000),
          EndTime: new Date(1070_000),
        }),
        activity({
          Description: 'Launching a new EC2 instance: i-0d',
          StartTime: new Date(1010_000),
          EndTime: new Date(1050_000),
        }),
      ],
    }),
  })
  expect(await pastLaunches(connection, 'web')).toEqual([
    { id: 'i-0d', begunAt: 1010, endedAt: 1050 },
    { id: 'i-0a', begunAt: 1000, endedAt: 1060 },
    { id: 'i-0c', begunAt: 900, endedAt: 1070 },
  ])
  expect(connection.inputs('DescribeScalingActivities')).toMatchObject([
    { AutoScalingGroupName: 'web', Filters: [{ Name: 'Status', Values: ['Successful'] }] },
  ])
})
