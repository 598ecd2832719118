import { selectForChange } from '../../../src/aws/select/select-for-change.ts'
import { fakeConnection } from '../fake-connection.ts'
import { group } from '../groups.ts'

const region = (status: string) =>
  fakeConnection({
    DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [group('web-2'), group('web-1'), group('api')] }),
    DescribeInstanceRefreshes: ({ AutoScalingGroupName }: { AutoScalingGroupName: string }) => ({
      InstanceRefreshes: AutoScalingGroupName === 'web-2' ? [{ InstanceRefreshId: 'r-1', Status: status }] : [],
    }),
  })
const selector = { groups: ['web-*'], stacks: [], tags: [] }

test('the groups to change are given by name, in order', async () => {
  expect(await selectForChange(region('Successful'), selector)).toEqual(['web-1', 'web-2'])
})

test('one of them in the middle of something stops all, before anything was changed', async () => {
  await expect(selectForChange(region('InProgress'), selector)).rejects.toThrow(
    'One group of 2 cannot be changed now. web-2: the instance refresh r-1 is InProgress.',
  )
})
