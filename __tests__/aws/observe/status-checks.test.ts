import type { InstanceStatus } from '@aws-sdk/client-ec2'
import { readStatusChecks } from '../../../src/aws/observe/status-checks.ts'
import { fakeConnection, refused } from '../fake-connection.ts'

const both = (Status: 'ok' | 'impaired' | 'initializing' | 'insufficient-data' | 'not-applicable'): InstanceStatus => ({
  InstanceId: 'i-1',
  SystemStatus: { Status },
  InstanceStatus: { Status },
})

describe('the status checks of an instance in one word', () => {
  test.each<{ name: string; said: InstanceStatus; state: string; reason: string }>([
    { name: 'both passed', said: both('ok'), state: 'ok', reason: '' },
    {
      name: 'both initialize',
      said: both('initializing'),
      state: 'initializing',
      reason: 'the system status check is initializing',
    },
    {
      name: 'one of both has failed',
      said: { ...both('ok'), InstanceStatus: { Status: 'impaired' } },
      state: 'impaired',
      reason: 'the instance status check has failed',
    },
    {
      name: 'one has failed while the other initializes',
      said: { ...both('initializing'), InstanceStatus: { Status: 'impaired' } },
      state: 'impaired',
      reason: 'the instance status check has failed',
    },
    {
      name: 'there are no data',
      said: both('insufficient-data'),
      state: 'unknown',
      reason: 'the system status check says insufficient-data',
    },
    {
      name: 'one is left out of the answer',
      said: { InstanceId: 'i-1', SystemStatus: { Status: 'ok' } },
      state: 'unknown',
      reason: 'the instance status check says nothing',
    },
    {
      name: 'an attached volume cannot be reached',
      said: { ...both('ok'), AttachedEbsStatus: { Status: 'impaired' } },
      state: 'impaired',
      reason: 'the attached EBS status check has failed',
    },
    {
      name: 'an application does not answer',
      said: { ...both('ok'), ApplicationStatus: { Status: 'impaired' } },
      state: 'impaired',
      reason: 'the application status check has failed',
    },
    {
      name: 'the instance has no checks of applications',
      said: { ...both('ok'), ApplicationStatus: { Status: 'not-applicable' } },
      state: 'ok',
      reason: '',
    },
    {
      name: 'EC2 has ended the instance, whatever its checks said before',
      said: { ...both('ok'), InstanceState: { Name: 'terminated' } },
      state: 'terminated',
      reason: 'it is terminated',
    },
    {
      name: 'EC2 is about to end the instance',
      said: { ...both('not-applicable'), InstanceState: { Name: 'shutting-down' } },
      state: 'terminated',
      reason: 'it is shutting-down',
    },
    {
      name: 'it is stopped, and may start again',
      said: { ...both('not-applicable'), InstanceState: { Name: 'stopped' } },
      state: 'unknown',
      reason: 'the system status check says not-applicable',
    },
  ])('$name', async ({ said, state, reason }) => {
    const connection = fakeConnection({ DescribeInstanceStatus: () => ({ InstanceStatuses: [said] }) })
    expect((await readStatusChecks(connection, ['i-1']))('i-1')).toEqual({ state, reason })
  })
})

test('what EC2 does not list is unknown, and what was not asked is nothing', async () => {
  const connection = fakeConnection({ DescribeInstanceStatus: () => ({}) })
  const of = await readStatusChecks(connection, ['i-1'])
  expect([of('i-1')?.state, of('i-2')]).toEqual(['unknown', undefined])
})

test('EC2 is asked of instances that do not run as well', async () => {
  const connection = fakeConnection({
    DescribeInstanceStatus: ({ InstanceIds, IncludeAllInstances }: Record<string, unknown>) => {
      expect([InstanceIds, IncludeAllInstances]).toEqual([['i-1'], true])
      return {}
    },
  })
  await readStatusChecks(connection, ['i-1'])
  expect(connection.count('DescribeInstanceStatus')).toBe(1)
})

test('nothing to ask is no call', async () => {
  const connection = fakeConnection({})
  await readStatusChecks(connection, [])
  expect(connection.calls).toEqual([])
})

test('an instance that EC2 does not know hides none of the others', async () => {
  const known = ['i-2', 'i-4']
  const connection = fakeConnection({
    DescribeInstanceStatus: ({ InstanceIds }: { InstanceIds: string[] }) => {
      const gone = InstanceIds.filter((id) => !known.includes(id))
      if (gone.length > 0)
        throw refused('InvalidInstanceID.NotFound', `The instance IDs '${gone.join(', ')}' do not exist`)
      return { InstanceStatuses: InstanceIds.map((InstanceId) => ({ ...both('ok'), InstanceId })) }
    },
  })
  const of = await readStatusChecks(connection, ['i-1', 'i-2', 'i-3', 'i-4'])
  expect(['i-1', 'i-2', 'i-3', 'i-4'].map((id) => of(id)?.state)).toEqual(['unknown', 'ok', 'unknown', 'ok'])
  expect(connection.count('DescribeInstanceStatus')).toBe(2)
})
