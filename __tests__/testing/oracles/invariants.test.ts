import type { CapacitySnapshot } from '../../../simulator/auto-scaling/capacity-snapshot.ts'
import { asAtTheStart, breachesAtTheEnd, breachesDuring, type History } from '../../../testing/oracles/invariants.ts'
import type { RecordedChange } from '../../../testing/oracles/change-recorder.ts'

// Each invariant is shown a history that breaks it and nothing else.

const ALL_HELD = ['AZRebalance', 'AlarmNotification', 'ScheduledActions']
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
  const { desired = 3, suspended = ALL_HELD, tags = MEMO, change = {} } = rest
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
    readyUnits: ready.length,
    units: ready.length + pending.length,
    ids: { ready, inService: ready, pending, leaving: [], standby: [], pooled: [] },
    suspended,
    protectedIds: [],
    tags,
    ...change,
  }
}

const deed = (
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
    lookedAt: 100,
    readyAsSeen: before.readyUnits,
  }
}

const historyOf = (changes: readonly RecordedChange[], change: Partial<History> = {}): History => ({
  group: 'web',
  surge: 1,
  maxUnavailable: 0,
  begin: moment({ suspended: [], tags: {} }),
  changes,
  wishes: [],
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

const rows: { name: string; invariant: string; history: History }[] = [
  {
    name: 'a ready instance is taken at the floor',
    invariant: 'floor',
    history: historyOf([
      deed(...terminate('i-1'), { before: { ready: ['i-1', 'i-2', 'i-new'] }, after: { ready: ['i-2', 'i-new'] } }),
    ]),
  },
  {
    name: 'more is desired than the surge allows',
    invariant: 'ceiling',
    history: historyOf([deed(...resize({ DesiredCapacity: 5 }), { after: { desired: 5 } })]),
  },
  {
    name: 'the desired capacity is lowered below what is there',
    invariant: 'no choice for AWS',
    history: historyOf([
      deed(...resize({ DesiredCapacity: 3 }), {
        before: { ready: FOUR, desired: 4 },
        after: { ready: FOUR, desired: 3 },
      }),
    ]),
  },
  {
    name: 'somebody else’s instance is terminated',
    invariant: 'own instances',
    history: historyOf([deed(...terminate('i-foreign'))]),
  },
  {
    name: 'something is changed while nothing tells how the group was',
    invariant: 'memo first',
    history: historyOf([
      deed('SuspendProcesses', { AutoScalingGroupName: 'web', ScalingProcesses: ALL_HELD }, { before: { tags: {} } }),
    ]),
  },
  {
    name: 'something is changed while only an older patch has left a tag',
    invariant: 'memo first',
    history: historyOf(
      [
        deed(
          'SuspendProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: ALL_HELD },
          { before: { tags: { 'fleet-patch:previous': 'web-1' } } },
        ),
      ],
      { patches: true },
    ),
  },
  {
    name: 'a roll that does not patch changes what is launched',
    invariant: 'little touched',
    history: historyOf([
      deed('UpdateAutoScalingGroup', { AutoScalingGroupName: 'web', LaunchConfigurationName: 'web-2' }),
    ]),
  },
  {
    name: 'a patch changes another group',
    invariant: 'little touched',
    history: historyOf(
      [deed('UpdateAutoScalingGroup', { AutoScalingGroupName: 'other', LaunchConfigurationName: 'web-2' })],
      { patches: true },
    ),
  },
  {
    name: 'a patch changes a size on the way',
    invariant: 'memo first',
    history: historyOf(
      [
        deed(
          'UpdateAutoScalingGroup',
          { AutoScalingGroupName: 'web', LaunchConfigurationName: 'web-2', MaxSize: 4 },
          { before: { tags: {} } },
        ),
      ],
      // The sizes are what is judged here.
      { patches: true, rollback: true },
    ),
  },
  {
    name: 'a roll in the light holds load balancers back',
    invariant: 'processes of others',
    history: historyOf([
      deed(
        'SuspendProcesses',
        { AutoScalingGroupName: 'web', ScalingProcesses: ['AddToLoadBalancer'] },
        { after: { suspended: [...ALL_HELD, 'AddToLoadBalancer'] } },
      ),
    ]),
  },
  {
    name: 'capacity is added while zones may be rebalanced',
    invariant: 'processes held',
    history: historyOf([
      deed(...resize({ DesiredCapacity: 4 }), { before: { suspended: [] }, after: { suspended: [], desired: 4 } }),
    ]),
  },
  {
    name: 'a process that others had suspended is resumed',
    invariant: 'processes of others',
    history: historyOf(
      [
        deed(
          'ResumeProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: [] },
          { before: { suspended: ['HealthCheck'] }, after: { suspended: [] } },
        ),
      ],
      { begin: moment({ suspended: ['HealthCheck'], tags: {} }) },
    ),
  },
  {
    name: 'launching is suspended',
    invariant: 'processes of others',
    history: historyOf([
      deed(
        'SuspendProcesses',
        { AutoScalingGroupName: 'web', ScalingProcesses: ['Launch'] },
        { after: { suspended: [...ALL_HELD, 'Launch'] } },
      ),
    ]),
  },
  {
    name: 'the minimum is changed',
    invariant: 'little touched',
    history: historyOf([deed(...resize({ MinSize: 0 }))]),
  },
  {
    name: 'another group is changed',
    invariant: 'little touched',
    history: historyOf([deed('UpdateAutoScalingGroup', { AutoScalingGroupName: 'other', MaxSize: 4 })]),
  },
  {
    name: 'a tag of the user is removed',
    invariant: 'little touched',
    history: historyOf([deed('DeleteTags', { Tags: [{ Key: 'Name', ResourceId: 'web' }] })]),
  },
  {
    name: 'an old one leaves before any new one has served',
    invariant: 'old for new',
    history: historyOf([
      // The new one serves from that moment on, so that the floor alone would not tell.
      deed(...terminate('i-1', true), {
        before: { ready: ['i-1', 'i-2', 'i-3'], desired: 4, pending: ['i-new'] },
        after: { ready: ['i-2', 'i-3', 'i-new'], desired: 3 },
      }),
    ]),
  },
  {
    name: 'an old one goes that was to be left alone for its protection',
    invariant: 'the spared stay',
    history: historyOf(
      [
        deed(...terminate('i-1'), {
          before: { ready: FOUR, change: { protectedIds: ['i-1'] } },
          after: { ready: FOUR.slice(1) },
        }),
      ],
      { spares: { whileProtected: ['i-1'], whileInStandby: [] } },
    ),
  },
  {
    name: 'one in Standby goes that was to be left alone',
    invariant: 'the spared stay',
    history: historyOf([deed(...terminate('i-9'), { before: { change: { ids: idsWith({ standby: ['i-9'] }) } } })], {
      spares: { whileProtected: [], whileInStandby: ['i-9'] },
    }),
  },
  {
    name: 'an instance that has left the warm pool for the group is ended by way of EC2',
    invariant: 'little touched',
    history: historyOf([deed('TerminateInstances', { InstanceIds: ['i-1'] })], {
      begin: moment({ suspended: [], tags: {}, change: { ids: idsWith({ pooled: ['i-1'] }) } }),
    }),
  },
]

test.each(rows)('$invariant is broken where $name', ({ invariant, history }) => {
  expect(breachesDuring(history).map((breach) => breach.invariant)).toEqual([invariant])
})

test('a roll as it should be breaks nothing', () => {
  const history = historyOf([
    deed('CreateOrUpdateTags', { Tags: [{ Key: 'fleet-patch:memo', ResourceId: 'web' }] }, { before: { tags: {} } }),
    deed(...resize({ MaxSize: 4, DesiredCapacity: 4 }), { after: { desired: 4 } }),
    deed(...terminate('i-1', true), {
      before: { ready: FOUR, desired: 4 },
      after: { ready: FOUR.slice(1), desired: 3 },
    }),
    deed('DeleteTags', { Tags: [{ Key: 'fleet-patch:memo', ResourceId: 'web' }] }, { after: { tags: {} } }),
  ])
  expect(breachesDuring(history)).toEqual([])
})

test('a patch needs no memo for what it launches from', () => {
  const untold = { before: { tags: {} } }
  const history = historyOf(
    [
      deed('CreateLaunchConfiguration', { LaunchConfigurationName: 'web-2' }, untold),
      deed('UpdateAutoScalingGroup', { AutoScalingGroupName: 'web', LaunchConfigurationName: 'web-2' }, untold),
    ],
    { patches: true },
  )
  expect(breachesDuring(history)).toEqual([])
})

test('a termination that was lost before AWS carried it out has taken nobody', () => {
  const history = historyOf([deed(...terminate('i-1'), { before: { ready: FOUR, desired: 4 } })], { surge: 1 })
  const twice = historyOf([
    ...history.changes,
    deed(...terminate('i-2'), {
      before: { ready: FOUR, desired: 4 },
      after: { ready: FOUR.slice(0, 1).concat(FOUR.slice(2)), desired: 4 },
    }),
  ])
  expect(breachesDuring(twice)).toEqual([])
})

const fine: { name: string; history: History }[] = [
  {
    name: 'one that was protected once, and is not any more, leaves',
    history: historyOf([deed(...terminate('i-1'), { before: { ready: FOUR }, after: { ready: FOUR.slice(1) } })], {
      spares: { whileProtected: ['i-1'], whileInStandby: ['i-1'] },
    }),
  },
  {
    name: 'a warmed instance is ended twice, as after a lost answer',
    history: historyOf([deed('TerminateInstances', { InstanceIds: ['i-9'] })], {
      begin: moment({ suspended: [], tags: {}, change: { ids: idsWith({ pooled: ['i-9'] }) } }),
    }),
  },
  {
    name: 'a dark half is kept out of the load balancers, and registered',
    history: historyOf(
      [
        deed(
          'SuspendProcesses',
          { AutoScalingGroupName: 'web', ScalingProcesses: ['AddToLoadBalancer'] },
          { after: { suspended: [...ALL_HELD, 'AddToLoadBalancer'] } },
        ),
        deed('RegisterTargets', { TargetGroupArn: 'arn', Targets: [{ Id: 'i-new' }] }),
      ],
      { dark: true },
    ),
  },
  {
    name: 'a group of protected instances gives up what it had beyond its desired capacity',
    history: historyOf([deed(...terminate('i-1'), { before: { ready: FOUR }, after: { ready: FOUR.slice(1) } })], {
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

  test.each(ends)('$name is told', ({ end, says }) => {
    expect(breachesAtTheEnd(end, asAtTheStart(begin)).map(({ what }) => what)).toEqual([says])
  })

  test('nothing is told of a group that is as it was', () => {
    expect(breachesAtTheEnd(begin, asAtTheStart(begin))).toEqual([])
  })
})
