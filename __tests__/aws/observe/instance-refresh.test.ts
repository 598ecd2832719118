import { activeRefresh } from '../../../src/aws/observe/instance-refresh.ts'
import { fakeConnection } from '../fake-connection.ts'

test('an instance refresh that is under way is found behind an empty page, and no page is read after it', async () => {
  const pages = [[], [{ InstanceRefreshId: 'r-1', Status: 'InProgress' as const }], []]
  const connection = fakeConnection({
    DescribeInstanceRefreshes: ({ NextToken = '0' }: { NextToken?: string }) => ({
      InstanceRefreshes: pages[Number(NextToken)],
      NextToken: String(Number(NextToken) + 1),
    }),
  })
  expect((await activeRefresh(connection, 'web'))?.id).toBe('r-1')
  expect(connection.count('DescribeInstanceRefreshes')).toBe(2)
})
