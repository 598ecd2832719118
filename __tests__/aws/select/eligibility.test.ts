import { refuseIneligible } from '../../../src/aws/select/eligibility.ts'
import { fakeConnection } from '../fake-connection.ts'
import { group } from '../groups.ts'

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
  await expect(refuseIneligible(connection, [group('web'), group('api')])).resolves.toBeUndefined()
})

describe('a group is refused', () => {
  test.each(['Pending', 'InProgress', 'Cancelling', 'RollbackInProgress', 'Baking'])(
    'while an instance refresh is %s',
    async (status) => {
      const connection = refreshing({ web: [status, 'Successful'] })
      await expect(refuseIneligible(connection, [group('web')])).rejects.toThrow(
        `One group of 1 cannot be changed now. web: the instance refresh refresh-0 is ${status}.`,
      )
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
    await expect(refuseIneligible(connection, [group('web', of)])).rejects.toThrow(`web: ${why}`)
    expect(connection.calls).toEqual([])
  })
})

test('every group is named in one error', async () => {
  const connection = refreshing({ api: ['Baking'] })
  const groups = [group('web', { Status: 'Delete in progress' }), group('good'), group('api')]
  await expect(refuseIneligible(connection, groups)).rejects.toThrow(
    '2 groups of 3 cannot be changed now. web: it is being deleted (Delete in progress); api: the instance refresh refresh-0 is Baking.',
  )
})
