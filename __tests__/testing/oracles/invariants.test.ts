import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import { asAtTheStart, breachesAtTheEnd, breachesDuring, type History } from '../../../testing/oracles/invariants.ts'
import type { RecordedChange } from '../../../testing/oracles/change-recorder.ts'

// Each invariant gets a history that breaks it and no other.

const ALL_SUSPENDED = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']
const MEMO = { 'fleet-patch:memo': 'how it was' }

interface Moment {
  readonly ready?: readonly string[]
  readonly pending?: readonly string[]
  readonly desired?: number
  readonly suspended?: readonly string[]
  readonly tags?: Readonly<Record<string, string>>
  readonly change?: Partial<CapacitySnapshot>
}

/** A group of three old instances, all ready, in the middle of a roll. */
function moment({ ready = ['i-1', 'i-2', 'i-3'], pending = [], ...rest }: Moment = {}): CapacitySnapshot {
  const { desired = 3, suspended = ALL_SUSPENDED, tags = MEMO, change = {} } = rest
  return {
    at: 100,
    desired,
    min: 0,
    max: 6,
    ready: ready.length,
    inService: ready.length,
    pending: pending.length,
    booting: pending.length,
    leaving: 0,
    replacingRoot: 0,
    readyUnits: ready.length,
    units: ready.length + pending.length,
    zones: { a: ready.length + pending.length },
    heaviest: 1,
    elsewhere: 0,
    ids: { ready, inService: ready, pending, leaving: [], standby: [], replacingRoot: [], retained: [], pooled: [] },
    suspended,
    protectedIds: [],
    tags,
    ...change,
  }
}

const recorded = (
  operation: string,
  input: RecordedChange['input'],
  change: { before?: Moment; after?: Moment } = {},
): RecordedChange => {
  const before = moment(change.before)
  return {
    at: 100,
    operation,
    input,
    before,
    after: moment(change.after ?? change.before),
    callerSince: 0,
    observedAt: 100,
    readyAsObserved: before.readyUnits,
    tagsAsKnown: before.tags,
    tagsAreDenied: false,
  }
}

const historyOf = (changes: readonly RecordedChange[], change: Partial<History> = {}): History => ({
  group: 'web',
  surge: 1,
  maxUnavailable: 0,
  begin: moment({ suspended: [], tags: {} }),
  changes,
  operatorSizes: [],
  staleSeconds: 0,
  operated: [],
  ...change,
})

const terminate = (id: string, decrement = false): [string, RecordedChange['input']] => [
  'TerminateInstanceInAutoScalingGroup',
  { InstanceId: id, ShouldDecrementDesiredCapacity: decrement },
]

const resize = (sizes: object): [string, RecordedChange['input']] => [
  'UpdateAutoScalingGroup',
  { AutoScalingGroupName: 'web', ...sizes },
]

const FOUR = ['i-1', 'i-2', 'i-3', 'i-new']

const idsWith = (change: Partial<CapacitySnapshot['ids']>): CapacitySnapshot['ids'] => ({ ...moment().ids, ...change })

const ROLLING = { 'fleet-patch:memo': 'v=2 started=50' }
const GROWN = { before: { tags: ROLLING }, after: { tags: ROLLING, desired: 4 } }
/** One of three old ones leaves for a new one that serves. */
const FIRST_LEAVES = recorded(...terminate('i-1'), {
  before: { ready: FOUR, desired: 4, tags: ROLLING },
  after: {
    ready: FOUR.slice(1),
    desired: 4,
    tags: ROLLING,
    change: { ids: { ...moment({ ready: FOUR.slice(1) }).ids, leaving: ['i-1'] } },
  },
})

const rows: { name: string; invariant: string; history: History }[] = [
  {
    name: 'a ready instance is terminated at the floor',
    invariant: 'floor',
    history: historyOf([
      recorded(...terminate('i-1'), { before: { ready: ['i-1', 'i-2', 'i-new'] }, after: { ready: ['i-2', 'i-new'] } }),
    ]),
  },
  {
    // Three quarters of three are two, of two they are one.
    name: 'as many leave of a size that was lowered as a percentage was of the one before',
    invariant: 'floor',
    history: historyOf([recorded(...terminate('i-1'), { before: { ready: ['i-1'] }, after: { ready: [] } })], {
      maxUnavailable: 2,
      unavailablePercent: 75,
      operatorSizes: [{ at: 50, desired: 2 }],
    }),
  },
  {
    name: 'more is desired than the surge allows',
    invariant: 'ceiling',
    history: historyOf([recorded(...resize({ DesiredCapacity: 5 }), { after: { desired: 5 } })]),
  },
  {
    name: 'more instances are made to leave at once than may',
    invariant: 'leaving is bounded',
    history: {
      ...historyOf([
        recorded(
          'SuspendProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] },
          {
            after: { change: { ids: { ...moment().ids, leaving: ['i-8', 'i-9'] } } },
          },
        ),
      ]),
      maxLeaving: 1,
    },
  },
  {
    name: 'an old instance leaves for a new one that has not passed its probe',
    invariant: 'probes hold',
    history: historyOf([recorded(...resize({ DesiredCapacity: 4 }), GROWN), FIRST_LEAVES], { probed: new Map() }),
  },
  {
    name: 'an old instance leaves for a new one that has not passed its probe, and was ready when the run looked',
    invariant: 'probes hold',
    history: historyOf(
      [recorded(...resize({ DesiredCapacity: 4 }), GROWN), { ...FIRST_LEAVES, readyIdsAsObserved: [FOUR] }],
      { probed: new Map([['i-new', 101]]) },
    ),
  },
  {
    name: 'more is launched than a checkpoint takes',
    invariant: 'gates hold',
    history: historyOf([recorded(...resize({ DesiredCapacity: 5 }), { after: { desired: 5 } })], {
      surge: 3,
      checkpoints: () => [1],
    }),
  },
  {
    name: 'an old instance leaves at a checkpoint',
    invariant: 'gates hold',
    history: historyOf([FIRST_LEAVES], { checkpoints: () => [1] }),
  },
  {
    name: 'the desired capacity is lowered below the number of instances',
    invariant: 'no unnamed termination',
    history: historyOf([
      recorded(...resize({ DesiredCapacity: 3 }), {
        before: { ready: FOUR, desired: 4 },
        after: { ready: FOUR, desired: 3 },
      }),
    ]),
  },
  {
    name: 'the desired capacity is lowered to what an operator has set before, and the number of instances is not',
    invariant: 'no unnamed termination',
    history: historyOf(
      [
        recorded(...resize({ DesiredCapacity: 3 }), {
          before: { ready: FOUR, desired: 4 },
          after: { ready: FOUR, desired: 3 },
        }),
      ],
      { operatorSizes: [{ at: 99, desired: 4 }] },
    ),
  },
  {
    name: 'sizes are saved that AWS never allows',
    invariant: 'saved sizes fit',
    history: historyOf([
      recorded(
        'CreateOrUpdateTags',
        { Tags: [{ ResourceId: 'web', Key: 'fleet-patch:memo' }] },
        { after: { tags: { 'fleet-patch:memo': 'v=2 started=50 min=3 max=2 desired=2 suspends=none' } } },
      ),
    ]),
  },
  {
    name: 'an instance of another group is terminated',
    invariant: 'own instances',
    history: historyOf([recorded(...terminate('i-foreign'))]),
  },
  {
    name: 'a change is made without a memo',
    invariant: 'memo first',
    history: historyOf([
      recorded(
        'SuspendProcesses',
        { AutoScalingGroupName: 'web', ScalingProcesses: ALL_SUSPENDED },
        { before: { tags: {} } },
      ),
    ]),
  },
  {
    name: 'a roll goes on without a memo that it was denied to write again',
    invariant: 'memo first',
    history: historyOf([{ ...recorded(...terminate('i-1'), { before: { tags: {} } }), tagsAreDenied: true }]),
  },
  {
    name: 'a change is made while only an older patch has left a tag',
    invariant: 'memo first',
    history: historyOf(
      [
        recorded(
          'SuspendProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: ALL_SUSPENDED },
          { before: { tags: { 'fleet-patch:previous': 'web-1' } } },
        ),
      ],
      { patches: true },
    ),
  },
  {
    name: 'a roll without a patch changes the launch source',
    invariant: 'only allowed fields',
    history: historyOf([
      recorded('UpdateAutoScalingGroup', { AutoScalingGroupName: 'web', LaunchConfigurationName: 'web-2' }),
    ]),
  },
  {
    name: 'a patch changes another group',
    invariant: 'only allowed fields',
    history: historyOf(
      [recorded('UpdateAutoScalingGroup', { AutoScalingGroupName: 'other', LaunchConfigurationName: 'web-2' })],
      { patches: true },
    ),
  },
  {
    name: 'a patch changes a size on the way',
    invariant: 'memo first',
    history: historyOf(
      [
        recorded(
          'UpdateAutoScalingGroup',
          { AutoScalingGroupName: 'web', LaunchConfigurationName: 'web-2', MaxSize: 4 },
          { before: { tags: {} } },
        ),
      ],
      // This row is about the sizes.
      { patches: true, rollback: true },
    ),
  },
  {
    name: 'a roll that is not dark suspends AddToLoadBalancer',
    invariant: 'external suspensions',
    history: historyOf([
      recorded(
        'SuspendProcesses',
        { AutoScalingGroupName: 'web', ScalingProcesses: ['AddToLoadBalancer'] },
        { after: { suspended: [...ALL_SUSPENDED, 'AddToLoadBalancer'] } },
      ),
    ]),
  },
  {
    name: 'capacity is added while zones may be rebalanced',
    invariant: 'processes suspended',
    history: historyOf([
      recorded(...resize({ DesiredCapacity: 4 }), { before: { suspended: [] }, after: { suspended: [], desired: 4 } }),
    ]),
  },
  {
    name: 'a process that was suspended before is resumed',
    invariant: 'external suspensions',
    history: historyOf(
      [
        recorded(
          'ResumeProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: [] },
          { before: { suspended: ['HealthCheck'] }, after: { suspended: [] } },
        ),
      ],
      { begin: moment({ suspended: ['HealthCheck'], tags: {} }) },
    ),
  },
  {
    name: 'a process that an operator has suspended meanwhile is resumed',
    invariant: 'external suspensions',
    history: historyOf([
      recorded(
        'ResumeProcesses',
        { AutoScalingGroupName: 'web', ScalingProcesses: ['Launch'] },
        { before: { suspended: [...ALL_SUSPENDED, 'Launch'] }, after: { suspended: ALL_SUSPENDED } },
      ),
    ]),
  },
  {
    name: 'launching is suspended',
    invariant: 'external suspensions',
    history: historyOf([
      recorded(
        'SuspendProcesses',
        { AutoScalingGroupName: 'web', ScalingProcesses: ['Launch'] },
        { after: { suspended: [...ALL_SUSPENDED, 'Launch'] } },
      ),
    ]),
  },
  {
    name: 'the minimum is changed',
    invariant: 'only allowed fields',
    history: historyOf([recorded(...resize({ MinSize: 0 }))]),
  },
  {
    name: 'another group is changed',
    invariant: 'only allowed fields',
    history: historyOf([recorded('UpdateAutoScalingGroup', { AutoScalingGroupName: 'other', MaxSize: 4 })]),
  },
  {
    name: 'a tag of the user is removed',
    invariant: 'only allowed fields',
    history: historyOf([recorded('DeleteTags', { Tags: [{ Key: 'Name', ResourceId: 'web' }] })]),
  },
  {
    name: 'an old instance is terminated before any new one has served',
    invariant: 'replacements serve first',
    history: historyOf([
      // The new instance serves from that moment on, so that the floor alone would hold.
      recorded(...terminate('i-1', true), {
        before: { ready: ['i-1', 'i-2', 'i-3'], desired: 4, pending: ['i-new'] },
        after: { ready: ['i-2', 'i-3', 'i-new'], desired: 3 },
      }),
    ]),
  },
  {
    name: 'an exempt old instance is terminated although it is protected',
    invariant: 'exempt are kept',
    history: historyOf(
      [
        recorded(...terminate('i-1'), {
          before: { ready: FOUR, change: { protectedIds: ['i-1'] } },
          after: { ready: FOUR.slice(1) },
        }),
      ],
      { exempt: { whileProtected: ['i-1'], whileInStandby: [] } },
    ),
  },
  {
    name: 'an exempt instance in Standby is terminated',
    invariant: 'exempt are kept',
    history: historyOf(
      [recorded(...terminate('i-9'), { before: { change: { ids: idsWith({ standby: ['i-9'] }) } } })],
      {
        exempt: { whileProtected: [], whileInStandby: ['i-9'] },
      },
    ),
  },
  {
    name: 'an instance that has left the warm pool for the group is terminated through EC2',
    invariant: 'only allowed fields',
    history: historyOf([recorded('TerminateInstances', { InstanceIds: ['i-1'] })], {
      begin: moment({ suspended: [], tags: {}, change: { ids: idsWith({ pooled: ['i-1'] }) } }),
    }),
  },
  {
    name: 'an instance that has left the warm pool is terminated long after the last look',
    invariant: 'only allowed fields',
    history: historyOf([
      { ...recorded('TerminateInstances', { InstanceIds: ['i-1'] }), pooledAsObserved: ['i-1'], observedAt: 84 },
    ]),
  },
  {
    name: 'one that has left the warm pool unseen is terminated, and another one that serves',
    invariant: 'floor',
    history: historyOf([
      {
        ...recorded(
          'TerminateInstances',
          { InstanceIds: ['i-1', 'i-2'] },
          {
            before: { change: { ids: idsWith({ ready: ['i-1', 'i-2'], pooled: ['i-2'] }) } },
            after: { ready: ['i-3'] },
          },
        ),
        pooledAsObserved: ['i-1'],
      },
    ]),
  },
]

test.each(rows)('$invariant is broken where $name', ({ invariant, history }) => {
  expect(breachesDuring(history).map((breach) => breach.invariant)).toEqual([invariant])
})

test('a roll as it should be breaks nothing', () => {
  const history = historyOf([
    recorded(
      'CreateOrUpdateTags',
      { Tags: [{ Key: 'fleet-patch:memo', ResourceId: 'web' }] },
      { before: { tags: {} } },
    ),
    recorded(...resize({ MaxSize: 4, DesiredCapacity: 4 }), { after: { desired: 4 } }),
    recorded(...terminate('i-1', true), {
      before: { ready: FOUR, desired: 4 },
      after: { ready: FOUR.slice(1), desired: 3 },
    }),
    recorded('DeleteTags', { Tags: [{ Key: 'fleet-patch:memo', ResourceId: 'web' }] }, { after: { tags: {} } }),
  ])
  expect(breachesDuring(history)).toEqual([])
})

test('a patch needs no memo for what it launches from', () => {
  const withoutMemo = { before: { tags: {} } }
  const history = historyOf(
    [
      recorded('CreateLaunchConfiguration', { LaunchConfigurationName: 'web-2' }, withoutMemo),
      recorded(
        'UpdateAutoScalingGroup',
        { AutoScalingGroupName: 'web', LaunchConfigurationName: 'web-2' },
        withoutMemo,
      ),
    ],
    { patches: true },
  )
  expect(breachesDuring(history)).toEqual([])
})

test('a termination that was lost before AWS carried it out terminates nothing', () => {
  const history = historyOf([recorded(...terminate('i-1'), { before: { ready: FOUR, desired: 4 } })], { surge: 1 })
  const twice = historyOf([
    ...history.changes,
    recorded(...terminate('i-2'), {
      before: { ready: FOUR, desired: 4 },
      after: { ready: FOUR.slice(0, 1).concat(FOUR.slice(2)), desired: 4 },
    }),
  ])
  expect(breachesDuring(twice)).toEqual([])
})

// A surplus instance came into service between the look at its load balancer and the call, where nothing else served.
test.each([
  { name: 'may have come into service since the look', observedAt: 96, readyIdsAsRead: [], breaches: [] },
  { name: 'was read in service', observedAt: 96, readyIdsAsRead: ['i-new'], breaches: ['floor'] },
  { name: 'may have been seen in service by a look that is not too old', observedAt: 80, readyIdsAsRead: [], breaches: ['floor'] }, // prettier-ignore
])('an instance that $name breaks: $breaches', ({ observedAt, readyIdsAsRead, breaches }) => {
  const change = recorded(...terminate('i-new', true), {
    before: { ready: ['i-new'], desired: 4 },
    after: { ready: [], desired: 3 },
  })
  const history = historyOf([{ ...change, observedAt, readyIdsAsRead }])
  expect(breachesDuring(history).map(({ invariant }) => invariant)).toEqual(breaches)
})

/** A new process takes a serving new instance away beside one of which it cannot tell whether it is past its slow start. */
const restoredWhile = (callerSince: number, old: readonly string[] = ['i-2', 'i-3']): History =>
  historyOf(
    [
      {
        ...recorded(...terminate('i-new', true), {
          before: {
            ready: [...old, 'i-new'],
            desired: old.length + 2,
            change: { ids: idsWith({ ready: [...old, 'i-new'], inService: [...old, 'i-new', 'i-slow'] }) },
          },
          after: {
            ready: old,
            change: { ids: idsWith({ ready: old, inService: [...old, 'i-slow'] }) },
          },
        }),
        callerSince,
      },
    ],
    { slowStartSeconds: 60 },
  )

test('a process that has seen a slow start takes away what is in it', () => {
  expect(breachesDuring(restoredWhile(40)).map(({ invariant }) => invariant)).toEqual(['floor'])
})

const fine: { name: string; history: History }[] = [
  {
    name: 'an operator has set more right before a call that makes room',
    history: historyOf(
      [
        recorded(...resize({ DesiredCapacity: 3 }), {
          before: { ready: FOUR, desired: 4 },
          after: { ready: FOUR, desired: 3 },
        }),
      ],
      { operatorSizes: [{ at: 100, desired: 4 }] },
    ),
  },
  {
    name: 'an old instance leaves beside one that AWS has taken out of the warm pool, which the roll does not probe',
    history: historyOf(
      [
        recorded(...resize({ DesiredCapacity: 4 }), {
          before: { tags: ROLLING, change: { ids: idsWith({ pooled: ['i-new'] }) } },
          after: { tags: ROLLING, desired: 4 },
        }),
        FIRST_LEAVES,
      ],
      { probed: new Map() },
    ),
  },
  {
    name: 'a process that has just begun does not know which instance is in its slow start',
    history: restoredWhile(41),
  },
  {
    name: 'nor where others have left fewer than the floor before',
    history: restoredWhile(41, ['i-2']),
  },
  {
    name: 'another hand has taken the new instance that was tried, and one that was not serves since the run has looked',
    history: historyOf(
      [
        recorded(...resize({ DesiredCapacity: 4 }), GROWN),
        { ...FIRST_LEAVES, readyIdsAsObserved: [FOUR, ['i-1', 'i-2', 'i-3', 'i-tried']] },
      ],
      { probed: new Map([['i-tried', 90]]) },
    ),
  },
  {
    name: 'others have removed the memo since the last look',
    history: historyOf([
      { ...recorded('ResumeProcesses', {}, { before: { tags: {} } }), tagsAsKnown: { 'fleet-patch:memo': 'v=2' } },
    ]),
  },
  {
    name: 'a memo must not be written again, and the processes are resumed',
    history: historyOf([{ ...recorded('ResumeProcesses', {}, { before: { tags: {} } }), tagsAreDenied: true }]),
  },
  {
    name: 'an instance that is no longer protected is terminated',
    history: historyOf([recorded(...terminate('i-1'), { before: { ready: FOUR }, after: { ready: FOUR.slice(1) } })], {
      exempt: { whileProtected: ['i-1'], whileInStandby: ['i-1'] },
    }),
  },
  {
    name: 'a protected instance is terminated that EC2 had ended before',
    history: historyOf(
      [
        {
          ...recorded(...terminate('i-1'), {
            before: { change: { protectedIds: ['i-1'], ids: idsWith({ ready: FOUR.slice(1), inService: FOUR }) } },
          }),
          endedBefore: ['i-1'],
        },
      ],
      { exempt: { whileProtected: ['i-1'], whileInStandby: [] } },
    ),
  },
  {
    name: 'an instance of the warm pool is terminated twice, as after a lost answer',
    history: historyOf([recorded('TerminateInstances', { InstanceIds: ['i-9'] })], {
      begin: moment({ suspended: [], tags: {}, change: { ids: idsWith({ pooled: ['i-9'] }) } }),
    }),
  },
  {
    name: 'an instance is terminated that has left the group since the last look',
    history: historyOf([{ ...recorded(...terminate('i-gone')), membersAsObserved: ['i-1', 'i-gone'] }]),
  },
  {
    name: 'AWS has taken an instance out of the warm pool right before EC2 was told to terminate it',
    history: historyOf([
      {
        ...recorded('TerminateInstances', { InstanceIds: ['i-1'] }, { after: { ready: ['i-2', 'i-3'] } }),
        pooledAsObserved: ['i-1'],
        observedAt: 85,
      },
    ]),
  },
  {
    name: 'dark instances are kept out of the load balancers, and registered later',
    history: historyOf(
      [
        recorded(
          'SuspendProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: ['AddToLoadBalancer'] },
          { after: { suspended: [...ALL_SUSPENDED, 'AddToLoadBalancer'] } },
        ),
        recorded('RegisterTargets', { TargetGroupArn: 'arn', Targets: [{ Id: 'i-new' }] }),
      ],
      { dark: true },
    ),
  },
  {
    name: 'a group of protected instances loses its capacity beyond the desired one',
    history: historyOf([recorded(...terminate('i-1'), { before: { ready: FOUR }, after: { ready: FOUR.slice(1) } })], {
      begin: moment({ ready: FOUR, suspended: [], tags: {} }),
    }),
  },
]

test.each(fine)('nothing is broken where $name', ({ history }) => {
  expect(breachesDuring(history)).toEqual([])
})

describe('at the end', () => {
  const begin = moment({ suspended: ['HealthCheck'], tags: { Name: 'web' }, change: { protectedIds: ['i-1'] } })
  const ends: { name: string; end: CapacitySnapshot; says: string }[] = [
    { name: 'the minimum', end: { ...begin, min: 1 }, says: 'MinSize is 1 and should be 0' },
    { name: 'the maximum', end: { ...begin, max: 7 }, says: 'MaxSize is 7 and should be 6' },
    { name: 'the desired capacity', end: { ...begin, desired: 4 }, says: 'DesiredCapacity is 4 and should be [3]' },
    {
      name: 'a process left suspended',
      end: { ...begin, suspended: ['HealthCheck', 'AZRebalance'] },
      says: 'SuspendedProcesses is ["AZRebalance","HealthCheck"] and should be ["HealthCheck"]',
    },
    {
      name: 'a memo left behind',
      end: { ...begin, tags: { ...begin.tags, ...MEMO } },
      says: 'Tags is [["Name","web"],["fleet-patch:memo","how it was"]] and should be [["Name","web"]]',
    },
    {
      name: 'a protection lifted',
      end: { ...begin, protectedIds: [] },
      says: 'ProtectedFromScaleIn is [] and should be ["i-1"]',
    },
  ]

  test.each(ends)('$name is reported', ({ end, says }) => {
    expect(breachesAtTheEnd(end, asAtTheStart(begin)).map(({ what }) => what)).toEqual([says])
  })

  test('nothing is reported for an unchanged group', () => {
    expect(breachesAtTheEnd(begin, asAtTheStart(begin))).toEqual([])
  })
})
