import { applyChange } from '../../../src/aws/act/apply.ts'
import type { Connection } from '../../../src/aws/client/connection.ts'
import { memoTags, runTag } from '../../../src/aws/groups/memo-tag.ts'
import type { Memo } from '../../../src/domain/rollout/fleet.ts'
import { fakeConnection, refused } from '../fake-connection.ts'
import type { Change, ChangeKindName } from '../../../src/domain/rollout/changes/changes.ts'

const memo: Memo = {
  run: '1/1/a',
  startedAt: 1_790_000_000,
  heartbeatAt: 1_790_000_000,
  sizes: { min: 2, max: 4, desired: 3 },
  suspends: ['AZRebalance'],
  surge: 1,
  source: '0123456789abcdef',
  replaceLaunchedUntil: undefined,
}

const done = () => ({})
const agreeable = () =>
  fakeConnection({
    CreateOrUpdateTags: done,
    DeleteTags: done,
    SuspendProcesses: done,
    ResumeProcesses: done,
    UpdateAutoScalingGroup: done,
    TerminateInstanceInAutoScalingGroup: done,
  })
const ids = (count: number) => Array.from({ length: count }, (_, index) => `i-${index}`)

/** These make a call of another service, or one for each template: register.test.ts, terminate-warm.test.ts, on-failure.test.ts. */
type Elsewhere = 'register' | 'terminate-warm' | 'set-launch-source'

interface Row<C extends Change> {
  readonly name: string
  readonly change: C
  readonly operation: string
  readonly input: object
}

/** The compiler asks for rows of each kind of change. */
const ROWS: {
  readonly [K in Exclude<ChangeKindName, Elsewhere>]: readonly Row<Extract<Change, { readonly kind: K }>>[]
} = {
  'save-state': [
    {
      name: 'save-state',
      change: { kind: 'save-state', memo },
      operation: 'CreateOrUpdateTags',
      input: { Tags: memoTags('web', memo) },
    },
  ],
  'renew-lease': [
    {
      name: 'renew-lease: the run tag alone',
      change: { kind: 'renew-lease', memo: { ...memo, heartbeatAt: 1_790_000_060 } },
      operation: 'CreateOrUpdateTags',
      input: { Tags: [runTag('web', { run: '1/1/a', heartbeatAt: 1_790_000_060 })] },
    },
  ],
  suspend: [
    {
      name: 'suspend',
      change: { kind: 'suspend', processes: ['AZRebalance', 'ScheduledActions'] },
      operation: 'SuspendProcesses',
      input: { AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance', 'ScheduledActions'] },
    },
  ],
  resize: [
    {
      name: 'resize one size: the others are not sent',
      change: { kind: 'resize', sizes: { desired: 0 } },
      operation: 'UpdateAutoScalingGroup',
      input: { AutoScalingGroupName: 'web', DesiredCapacity: 0 },
    },
    {
      name: 'resize all',
      change: { kind: 'resize', sizes: { max: 5, desired: 3 } },
      operation: 'UpdateAutoScalingGroup',
      input: { AutoScalingGroupName: 'web', MaxSize: 5, DesiredCapacity: 3 },
    },
  ],
  terminate: [
    {
      name: 'terminate one',
      change: { kind: 'terminate', instances: ['i-1'], decrement: true },
      operation: 'TerminateInstanceInAutoScalingGroup',
      input: { InstanceId: 'i-1', ShouldDecrementDesiredCapacity: true },
    },
    {
      name: 'terminate several',
      change: { kind: 'terminate', instances: ids(100), decrement: false },
      operation: 'TerminateInstanceInAutoScalingGroup',
      input: { InstanceIds: ids(100), AutoScalingGroupName: 'web', ShouldDecrementDesiredCapacity: false },
    },
  ],
  resume: [
    {
      name: 'resume',
      change: { kind: 'resume', processes: ['AZRebalance'] },
      operation: 'ResumeProcesses',
      input: { AutoScalingGroupName: 'web', ScalingProcesses: ['AZRebalance'] },
    },
  ],
  'clear-state': [
    {
      name: 'clear-state',
      change: { kind: 'clear-state' },
      operation: 'DeleteTags',
      input: {
        Tags: [
          { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'fleet-patch:memo' },
          { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'fleet-patch:run' },
          { ResourceId: 'web', ResourceType: 'auto-scaling-group', Key: 'fleet-patch:progress' },
        ],
      },
    },
  ],
}

describe('a change is exactly one call', () => {
  test.each<Row<Change>>(Object.values(ROWS).flat())('$name', async ({ change, operation, input }) => {
    const connection = agreeable()
    await applyChange(connection, 'web', change)
    expect(connection.calls).toEqual([{ operation, input }])
  })
})

describe('a change that names nothing never reaches AWS', () => {
  test.each<{ name: string; change: Change }>([
    { name: 'resume nothing, which AWS takes for everything', change: { kind: 'resume', processes: [] } },
    { name: 'suspend nothing, which AWS takes for everything', change: { kind: 'suspend', processes: [] } },
    { name: 'terminate nothing', change: { kind: 'terminate', instances: [], decrement: false } },
    { name: 'resize nothing', change: { kind: 'resize', sizes: {} } },
    { name: 'terminate too many', change: { kind: 'terminate', instances: ids(101), decrement: false } },
  ])('$name', async ({ change }) => {
    const connection = agreeable()
    await expect(applyChange(connection, 'web', change)).rejects.toThrow(/at least one|More than 100/)
    expect(connection.calls).toEqual([])
  })
})

describe('a termination', () => {
  const terminate = (error: Error, decrement = true, instances: readonly string[] = ['i-1']) =>
    applyChange(
      fakeConnection({
        TerminateInstanceInAutoScalingGroup: () => {
          throw error
        },
      }),
      'web',
      { kind: 'terminate', instances, decrement },
    )
  const gone = refused('ValidationError', 'Instance Id not found - No managed instance found for instance ID i-1')

  test('of an instance that is gone is a success', async () => {
    await expect(terminate(gone, false)).resolves.toBeUndefined()
  })

  test('of several of which one is gone leaves the others where they are', async () => {
    await expect(terminate(gone, false, ['i-1', 'i-2'])).rejects.toMatchObject({
      name: 'UncertainOutcome',
      message: expect.stringContaining('i-1, i-2 were to leave in one call, which AWS has refused') as string,
    })
  })

  test('of an instance that is gone has not lowered the desired capacity', async () => {
    await expect(terminate(gone)).rejects.toMatchObject({ name: 'UncertainOutcome', cause: gone })
  })

  test('that would leave too few is passed on', async () => {
    const tooFew = refused('ValidationError', 'Currently, desiredSize equals minSize (4).')
    await expect(terminate(tooFew)).rejects.toBe(tooFew)
  })

  test('whose answer was lost is passed on', async () => {
    const lost = new Error('No managed instance found to talk to')
    await expect(terminate(lost)).rejects.toBe(lost)
  })
})

test('a heartbeat is one call and writes the run tag alone', async () => {
  const connection = agreeable()
  await applyChange(connection, 'web', {
    kind: 'renew-lease',
    memo: { ...memo, run: '1/1/a', heartbeatAt: 1_790_000_060 },
  })
  expect(connection.calls).toMatchObject([
    {
      operation: 'CreateOrUpdateTags',
      input: { Tags: [{ Key: 'fleet-patch:run', Value: 'v=2 run=1/1/a heartbeat=1790000060' }] },
    },
  ])
})

test.each<{ name: string; change: Change; attempts: number | undefined }>([
  { name: 'a termination once', change: { kind: 'terminate', instances: ['i-1'], decrement: false }, attempts: 1 },
  { name: 'a size twice', change: { kind: 'resize', sizes: { desired: 3 } }, attempts: 2 },
  { name: 'other changes as often as any call', change: { kind: 'save-state', memo }, attempts: undefined },
])('before the group is looked at again AWS is asked for $name', async ({ change, attempts }) => {
  const asked: unknown[] = []
  const connection = agreeable()
  await applyChange(
    {
      ...connection,
      send: (client, command, options) => {
        asked.push(options?.attempts)
        return connection.send(client, command)
      },
    },
    'web',
    change,
  )
  expect(asked).toEqual([attempts])
})

describe('a decrement to below the minimum that the run holds', () => {
  const change = { kind: 'terminate', instances: ['i-1', 'i-2'], decrement: true, min: 6 } as const

  test('lowers the minimum right before', async () => {
    const connection = agreeable()
    await applyChange(connection, 'web', change)
    expect(connection.calls).toEqual([
      { operation: 'UpdateAutoScalingGroup', input: { AutoScalingGroupName: 'web', MinSize: 6 } },
      {
        operation: 'TerminateInstanceInAutoScalingGroup',
        input: { InstanceIds: ['i-1', 'i-2'], AutoScalingGroupName: 'web', ShouldDecrementDesiredCapacity: true },
      },
    ])
  })

  const refusing = (message: string) =>
    fakeConnection({
      UpdateAutoScalingGroup: done,
      TerminateInstanceInAutoScalingGroup: () => {
        throw refused('ValidationError', message)
      },
    })
  const atMinimum =
    "Currently, desiredSize equals minSize (6). Terminating instance without replacement will violate group's min size constraint."

  test('is looked at again where a policy has scaled in between', async () => {
    await expect(applyChange(refusing(atMinimum), 'web', change)).rejects.toThrow(
      'were to leave together with the desired capacity, which stays as it is',
    )
  })

  test('is refused like any other where the run holds no minimum, or for another reason', async () => {
    const { min: _, ...plain } = change
    await expect(applyChange(refusing(atMinimum), 'web', plain)).rejects.toThrow('AWS refused')
    await expect(applyChange(refusing('Something else.'), 'web', change)).rejects.toThrow('AWS refused')
  })
})

describe('what takes more than one call', () => {
  const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef'
  const group = { AutoScalingGroupName: 'web', TargetGroupARNs: [ARN] }
  const changing = async (change: Change) => {
    const connection = fakeConnection({
      DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [group] }),
      RegisterTargets: done,
      UpdateAutoScalingGroup: done,
    })
    await applyChange(connection, 'web', change)
    return connection.calls.filter(({ operation }) => !operation.startsWith('Describe'))
  }

  test('instances are registered', async () => {
    const change = { kind: 'register', balancer: 'targetgroup/web/0123456789abcdef', instances: ['i-1'] } as const
    expect(await changing(change)).toMatchObject([
      { operation: 'RegisterTargets', input: { Targets: [{ Id: 'i-1' }] } },
    ])
  })

  test('the previous launch source is put back', async () => {
    const references = [{ kind: 'configuration', name: 'web-1' }] as const
    const previous = { label: 'web-1', references, images: new Map() }
    expect(await changing({ kind: 'set-launch-source', previous })).toMatchObject([
      { operation: 'UpdateAutoScalingGroup', input: { LaunchConfigurationName: 'web-1' } },
    ])
  })

  /** What is sent, to whichever service; AWS answers all of it. */
  const sentFor = async (change: Change): Promise<readonly object[]> => {
    const sent: object[] = []
    const client = () => Promise.resolve({})
    const connection = {
      clients: { ec2: client, autoScaling: client },
      send: (_client: object, { input }: { readonly input: object }) => Promise.resolve(sent.push(input) && {}),
    }
    await applyChange(connection as unknown as Connection, 'web', change)
    return sent
  }

  test('saved state is written onto the instances that carry it, and then onto the group', async () => {
    expect(await sentFor({ kind: 'save-state', memo, carriers: ['i-1', 'i-2'] })).toMatchObject([
      { Resources: ['i-1', 'i-2'] },
      { Tags: memoTags('web', memo) },
    ])
  })

  test('and removed from them before it is removed from the group', async () => {
    expect(await sentFor({ kind: 'clear-state', carriers: ['i-1', 'i-2'] })).toMatchObject([
      { Resources: ['i-1', 'i-2'] },
      { Tags: expect.arrayContaining([expect.objectContaining({ ResourceId: 'web' })]) },
    ])
  })
})
