import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../../../src/aws/client/connection.ts'
import { activeRefresh } from '../../../src/aws/observe/instance-refresh.ts'
import { findingInWords } from '../../../src/domain/rollout/preflight-findings.ts'
import { ineligibleGroups } from '../../../src/aws/select/eligibility.ts'
import { fakeConnection } from '../fake-connection.ts'
import { group } from '../groups.ts'

const reported = async (connection: Connection, groups: readonly AutoScalingGroup[]): Promise<readonly string[]> =>
  (await ineligibleGroups({ of: (name) => activeRefresh(connection, name) }, groups)).map(findingInWords)

const refreshing = (statuses: Readonly<Record<string, readonly string[]>>) =>
  fakeConnection({
    DescribeInstanceRefreshes: ({ AutoScalingGroupName }: { AutoScalingGroupName: string }) => ({
      InstanceRefreshes: (statuses[AutoScalingGroupName] ?? []).map((Status, index) => ({
        InstanceRefreshId: `refresh-${index}`,
        AutoScalingGroupName,
        Status,
      })),
    }),
  })

test('groups without an obstacle pass, also after finished refreshes', async () => {
  const connection = refreshing({ web: ['Successful', 'Cancelled', 'Failed', 'RollbackSuccessful', 'RollbackFailed'] })
  expect(await reported(connection, [group('web'), group('api')])).toEqual([])
})

describe('a group is refused', () => {
  test.each(['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking'])(
    'while an instance refresh is %s',
    async (status) => {
      const connection = refreshing({ web: [status, 'Successful'] })
      expect(await reported(connection, [group('web')])).toEqual([`web: the instance refresh refresh-0 is ${status}`])
    },
  )

  test.each([
    {
      name: 'while it is deleted',
      of: { Status: 'Delete in progress' },
      why: 'it is being deleted (Delete in progress)',
    },
    {
      name: 'that another service operates',
      of: { Operator: { Principal: 'eks.amazonaws.com' } },
      why: 'it is managed by eks.amazonaws.com, which alone may change it',
    },
  ])('$name, without another call', async ({ of, why }) => {
    const connection = refreshing({})
    expect(await reported(connection, [group('web', of)])).toEqual([`web: ${why}`])
    expect(connection.calls).toEqual([])
  })
})

test('every group is named', async () => {
  const connection = refreshing({ api: ['Baking'] })
  const groups = [group('web', { Status: 'Delete in progress' }), group('good'), group('api')]
  expect(await reported(connection, groups)).toEqual([
    'web: it is being deleted (Delete in progress)',
    'api: the instance refresh refresh-0 is Baking',
  ])
})
