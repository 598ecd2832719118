import type { LedgerEntry } from '../../../simulator/ledger.ts'
import { habitBreaches } from '../../../testing/oracles/call-habits.ts'

// Each habit gets calls that break it and no other, and calls that do not.

const call = (at: number, operation: string, over: Partial<LedgerEntry> = {}): LedgerEntry => ({
  at,
  sdkId: 'Auto Scaling',
  operation,
  action: `autoscaling:${operation}`,
  changes: !operation.startsWith('Describe'),
  input: {},
  outcome: 'ok',
  ...over,
})

const asked = (at: number): readonly LedgerEntry[] => [
  call(at, 'DescribeInstanceRefreshes'),
  call(at, 'DescribeTargetHealth'),
]

const leave = (at: number, id: string, over: Partial<LedgerEntry> = {}): LedgerEntry =>
  call(at, 'TerminateInstanceInAutoScalingGroup', {
    input: { InstanceIds: [id], ShouldDecrementDesiredCapacity: false },
    ...over,
  })

const lower = (at: number, id: string, over: Partial<LedgerEntry> = {}): LedgerEntry =>
  leave(at, id, { input: { InstanceIds: [id], ShouldDecrementDesiredCapacity: true }, ...over })

const resize = (at: number, desired: number, over: Partial<LedgerEntry> = {}): LedgerEntry =>
  call(at, 'UpdateAutoScalingGroup', { input: { DesiredCapacity: desired }, ...over })

interface HabitRow {
  readonly name: string
  readonly calls: readonly LedgerEntry[]
  readonly disturbedAt?: readonly number[]
  readonly noneReadyAt?: readonly number[]
  readonly broken: readonly string[]
}

test.each<HabitRow>([
  {
    name: 'a roll as it should be',
    calls: [resize(1, 4), ...asked(10), leave(11, 'i-1'), leave(12, 'i-2')],
    broken: [],
  },
  {
    name: 'a termination that AWS may have carried out before, though its answer was lost',
    calls: [
      lower(1, 'i-1', { outcome: 'InternalFailure' }),
      call(5, 'DescribeAutoScalingGroups'),
      lower(6, 'i-1', { outcome: 'ValidationError' }),
    ],
    broken: [],
  },
  {
    name: 'one of another instance',
    calls: [
      lower(1, 'i-1', { outcome: 'InternalFailure' }),
      call(5, 'DescribeAutoScalingGroups'),
      lower(6, 'i-2', { outcome: 'ValidationError' }),
    ],
    broken: ['calls are right'],
  },
  {
    name: 'a call that AWS refuses for what it says',
    calls: [resize(1, -1, { outcome: 'ValidationError' })],
    broken: ['calls are right'],
  },
  {
    name: 'a call that AWS refuses because others were faster',
    calls: [resize(20, 4, { outcome: 'ValidationError' })],
    disturbedAt: [15],
    broken: [],
  },
  { name: 'a call that AWS throttles', calls: [resize(1, 4, { outcome: 'Throttling' }), resize(2, 4)], broken: [] },
  {
    name: 'an instance that is terminated again',
    calls: [...asked(1), leave(2, 'i-1'), call(3, 'DescribeAutoScalingGroups'), leave(4, 'i-1')],
    broken: ['named once', 'said once'],
  },
  {
    name: 'an instance that is terminated again after no answer',
    calls: [...asked(1), leave(2, 'i-1', { outcome: 'reset' }), leave(4, 'i-1')],
    broken: [],
  },
  {
    name: 'the same with a decrement',
    calls: [lower(2, 'i-1', { outcome: 'reset' }), lower(4, 'i-1')],
    broken: ['named once'],
  },
  {
    name: 'the same once the group was read',
    calls: [lower(2, 'i-1', { outcome: 'reset' }), call(3, 'DescribeAutoScalingGroups'), lower(4, 'i-1')],
    broken: [],
  },
  { name: 'the same size twice', calls: [resize(1, 4), resize(9, 4)], broken: ['said once'] },
  { name: 'the same size twice, with tags between', calls: [resize(1, 4), call(2, 'CreateOrUpdateTags'), resize(9, 4)], broken: ['said once'] }, // prettier-ignore
  {
    name: 'a size that others have changed meanwhile',
    calls: [resize(1, 4), resize(9, 4)],
    disturbedAt: [5],
    broken: [],
  },
  { name: 'a question to an instance', calls: [call(1, 'SendCommand'), call(9, 'SendCommand')], broken: [] },
  { name: 'two sizes', calls: [resize(1, 4), resize(2, 5), resize(9, 4)], broken: [] },
  {
    name: 'an instance that leaves unasked',
    calls: [call(1, 'DescribeTargetHealth'), leave(2, 'i-1')],
    broken: ['looked first'],
  },
  {
    name: 'an instance that leaves long after a refresh was asked for',
    calls: [...asked(1), call(40, 'DescribeTargetHealth'), leave(41, 'i-1')],
    broken: ['looked first'],
  },
  {
    name: 'an instance that leaves though the question was refused',
    calls: [
      call(1, 'DescribeTargetHealth'),
      call(1, 'DescribeInstanceRefreshes', { outcome: 'AccessDenied' }),
      leave(2, 'i-1'),
    ],
    broken: ['looked first'],
  },
  {
    name: 'an instance that leaves by old health while none is ready',
    calls: [...asked(1), call(40, 'DescribeInstanceRefreshes'), leave(41, 'i-1')],
    noneReadyAt: [41],
    broken: [],
  },
  {
    name: 'an instance that leaves by old health',
    calls: [...asked(1), call(40, 'DescribeInstanceRefreshes'), leave(41, 'i-1')],
    broken: ['looked first'],
  },
  {
    name: 'an instance of a group of which no health is asked',
    calls: [call(1, 'DescribeInstanceRefreshes'), leave(2, 'i-1')],
    broken: [],
  },
  {
    name: 'an instance that leaves without a successor',
    calls: [lower(2, 'i-1')],
    broken: [],
  },
])('$name', ({ calls, disturbedAt = [], noneReadyAt, broken }) => {
  expect(habitBreaches(calls, disturbedAt, noneReadyAt).map(({ invariant }) => invariant)).toEqual(broken)
})
