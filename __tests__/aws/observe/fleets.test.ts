import { withHistory } from '../../../src/domain/rollout/readiness-history.ts'
import type { FleetsPort } from '../../../src/controllers/rollout/ports.ts'
import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import { fleetsPort } from '../../../src/aws/observe/fleets.ts'
import { aMemo } from '../../domain/rollout/a-fleet.ts'
import { memoTags } from '../../../src/aws/groups/memo-tag.ts'
import type { Fleet, Instance, Memo } from '../../../src/domain/rollout/fleet.ts'
import type { AskedAnew } from '../../../src/domain/rollout/freshness.ts'
import { type Answers, fakeConnection, refused } from '../fake-connection.ts'
import { group, listed, tagged } from '../groups.ts'

const NOW = 1_790_000_000
const ARN = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/0123456789abcdef'

interface Account {
  groups: AutoScalingGroup[]
  /** By template id: what `$Latest` and `$Default` are. */
  templates: Record<string, { latest: number; fallback: number }>
  configurations: Record<string, string>
  /** Instances that EC2 knows. */
  machines: Set<string>
  /** By load balancer name or target group ARN: the health of each instance. */
  health: Record<string, Record<string, string>>
  activities: object[]
  /** Of every target group. */
  slowStart?: number
  /** By name: what the parameters of the Systems Manager hold. */
  parameters: Record<string, string>
}

const emptyAccount = (): Account => ({
  groups: [],
  templates: { 'lt-web': { latest: 7, fallback: 1 } },
  configurations: { 'web-1': 'ami-configured' },
  machines: new Set(),
  health: {},
  activities: [],
  parameters: { '/golden': 'ami-0123456789abcdef0' },
})

/** AWS's answers for an account that the test may change between reads. */
const answersOf = (account: Account): Answers => ({
  DescribeAutoScalingGroups: ({ AutoScalingGroupNames }: { AutoScalingGroupNames: string[] }) => ({
    AutoScalingGroups: account.groups.filter((one) => AutoScalingGroupNames.includes(one.AutoScalingGroupName ?? '')),
  }),
  DescribeLaunchTemplates: ({ LaunchTemplateIds }: { LaunchTemplateIds: string[] }) => ({
    LaunchTemplates: LaunchTemplateIds.map((id) => {
      const template = account.templates[id]
      if (template === undefined) throw refused('InvalidLaunchTemplateId.NotFound', `${id} does not exist`)
      return { LaunchTemplateId: id, LatestVersionNumber: template.latest, DefaultVersionNumber: template.fallback }
    }),
  }),
  DescribeLaunchTemplateVersions: (input: { LaunchTemplateId: string; Versions: string[] }) => ({
    LaunchTemplateVersions: input.Versions.map((version) => ({
      VersionNumber: Number(version),
      LaunchTemplateData: {
        ImageId: version === '9' ? 'resolve:ssm:/golden' : `ami-${input.LaunchTemplateId}-${version}`,
      },
    })),
  }),
  DescribeLaunchConfigurations: ({ LaunchConfigurationNames }: { LaunchConfigurationNames: string[] }) => ({
    LaunchConfigurations: LaunchConfigurationNames.filter((name) => name in account.configurations).map((name) => ({
      LaunchConfigurationName: name,
      ImageId: account.configurations[name],
    })),
  }),
  DescribeInstances: ({ Filters: [filter] }: { Filters: [{ Values: string[] }] }) => ({
    Reservations: filter.Values.filter((id) => account.machines.has(id)).map((id) => ({
      Instances: [{ InstanceId: id, LaunchTime: new Date((NOW - 3600) * 1000), ImageId: 'ami-running' }],
    })),
  }),
  DescribeInstanceStatus: ({ InstanceIds }: { InstanceIds: string[] }) => ({
    InstanceStatuses: InstanceIds.map((InstanceId) => ({
      InstanceId,
      InstanceStatus: { Status: 'ok' },
      SystemStatus: { Status: 'ok' },
    })),
  }),
  DescribeInstanceHealth: ({ LoadBalancerName }: { LoadBalancerName: string }) => ({
    InstanceStates: Object.entries(healthOf(account, LoadBalancerName)).map(([InstanceId, State]) => ({
      InstanceId,
      State,
    })),
  }),
  DescribeTargetGroupAttributes: ({ TargetGroupArn }: { TargetGroupArn: string }) => {
    healthOf(account, TargetGroupArn)
    return { Attributes: [{ Key: 'slow_start.duration_seconds', Value: String(account.slowStart ?? 0) }] }
  },
  DescribeTargetHealth: ({ TargetGroupArn }: { TargetGroupArn: string }) => ({
    TargetHealthDescriptions: Object.entries(healthOf(account, TargetGroupArn)).map(([Id, State]) => ({
      Target: { Id, Port: 80 },
      TargetHealth: { State },
    })),
  }),
  DescribeScalingActivities: () => ({ Activities: account.activities }),
  GetParameters: ({ Names }: { Names: string[] }) => ({
    Parameters: Names.flatMap((Name) => (Name in account.parameters ? { Name, Value: account.parameters[Name] } : [])),
  }),
})

function healthOf(account: Account, name: string): Record<string, string> {
  const health = account.health[name]
  if (health === undefined) throw refused(name.startsWith('arn:') ? 'TargetGroupNotFound' : 'LoadBalancerNotFound')
  return health
}

function watching(account: Account) {
  const connection = fakeConnection(answersOf(account))
  return { connection, port: fleetsPort(connection) }
}

const onLatest = { LaunchTemplate: { LaunchTemplateId: 'lt-web', LaunchTemplateName: 'web', Version: '$Latest' } }
const onConfiguration = { LaunchConfigurationName: 'web-1' }

/** Everything of the group is asked for. */
const ANEW = new Map([['web', 'every part']] as const)

async function only(port: FleetsPort, now = NOW, fresh?: ReadonlyMap<string, AskedAnew>): Promise<Fleet> {
  const { fleets } = await port.look(['web'], now, 'every part', fresh)
  const [fleet] = fleets
  if (fleet === undefined) throw new Error('There is no fleet to look at.')
  return fleet
}

async function instance(port: FleetsPort, now = NOW): Promise<Instance | undefined> {
  return (await only(port, now)).instances[0]
}

describe('reading a group', () => {
  test('gives everything that a decision needs', async () => {
    const account: Account = {
      ...emptyAccount(),
      machines: new Set(['i-1']),
      health: { [ARN]: { 'i-1': 'healthy' }, front: { 'i-1': 'InService' } },
      groups: [
        group('web', {
          ...onLatest,
          DesiredCapacity: 1,
          MinSize: 1,
          DefaultInstanceWarmup: 30,
          SuspendedProcesses: [{ ProcessName: 'AZRebalance', SuspensionReason: 'User suspended' }],
          LoadBalancerNames: ['front'],
          TargetGroupARNs: [ARN],
          Instances: [
            listed('i-1', { LaunchTemplate: { LaunchTemplateId: 'lt-web', Version: '6' }, ProtectedFromScaleIn: true }),
          ],
        }),
      ],
    }
    const { port } = watching(account)
    expect(await port.look(['web'], NOW)).toEqual({
      gone: [],
      unreadable: [],
      fleets: [
        {
          group: 'web',
          at: NOW,
          sizes: { min: 1, max: 4, desired: 1 },
          defaultWarmupSeconds: 30,
          zones: ['eu-central-1a', 'eu-central-1b'],
          suspended: ['AZRebalance'],
          suspensionReasons: { AZRebalance: 'User suspended' },
          dueActions: [],
          weighted: false,
          source: {
            kind: 'template',
            label: 'web (lt-web) version 7 ($Latest)',
            fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
            base: { kind: 'template', id: 'lt-web', version: 7 },
            overrides: [],
            imageId: 'ami-lt-web-7',
            parts: [
              {
                reference: { kind: 'template', id: 'lt-web', version: 7 },
                image: { kind: 'image', id: 'ami-lt-web-7' },
                usesImage: true,
                shape: {},
              },
            ],
          },
          instances: [
            {
              id: 'i-1',
              zone: 'eu-central-1a',
              type: 't3.small',
              weight: 1,
              lifecycle: 'InService',
              healthy: true,
              protectedFromScaleIn: true,
              reference: { kind: 'template', id: 'lt-web', version: 6 },
              imageId: 'ami-running',
              launchedAt: NOW - 3600,
              firstSeenAt: NOW,
              readySince: NOW,
              balancers: [
                { balancer: 'front', state: 'healthy', reason: 'InService' },
                { balancer: 'targetgroup/web/0123456789abcdef', state: 'healthy', reason: 'healthy' },
              ],
            },
          ],
          memo: undefined,
          failedLaunches: [],
        },
      ],
    })
  })

  test.each([
    { name: 'a launch configuration', of: onConfiguration, imageId: 'ami-configured' },
    { name: 'a launch configuration that is gone', of: { LaunchConfigurationName: 'gone' }, imageId: undefined },
    {
      name: 'a version that leaves it to a parameter, as the parameter names it now',
      of: { LaunchTemplate: { LaunchTemplateId: 'lt-web', Version: '9' } },
      imageId: 'ami-0123456789abcdef0',
    },
    {
      name: 'the default version',
      of: { LaunchTemplate: { LaunchTemplateId: 'lt-web' } },
      imageId: 'ami-lt-web-1',
    },
  ])('gives the image of $name', async ({ of, imageId }) => {
    const { port } = watching({ ...emptyAccount(), groups: [group('web', of)] })
    expect((await only(port)).source.imageId).toBe(imageId)
  })

  const onParameter = { LaunchTemplate: { LaunchTemplateId: 'lt-web', Version: '9' } }

  test('a parameter that moves gives another fingerprint, within a quarter of an hour', async () => {
    const account: Account = { ...emptyAccount(), groups: [group('web', onParameter)] }
    const { connection, port } = watching(account)
    const { source } = await only(port)
    account.parameters['/golden'] = 'ami-0fedcba9876543210'
    const kept = await only(port, NOW + 899)
    expect(kept.source).toEqual(source)
    expect(kept.kept).toContain('launchSource')
    expect(connection.count('GetParameters')).toBe(1)
    const moved = (await only(port, NOW + 901)).source
    expect(moved.fingerprint).not.toBe(source.fingerprint)
    expect(moved.imageId).toBe('ami-0fedcba9876543210')
  })

  test.each([
    { name: 'that does not exist', parameters: {} },
    { name: 'that holds something else', parameters: { '/golden': 'hunter2' } },
  ])('no image is known of a parameter $name', async ({ parameters }) => {
    const account: Account = { ...emptyAccount(), parameters: { ...parameters }, groups: [group('web', onParameter)] }
    const { source } = await only(watching(account).port)
    expect(source.imageId).toBeUndefined()
    expect(source.parts?.map(({ image }) => image)).toEqual([{ kind: 'parameter', name: '/golden', id: undefined }])
  })

  test('what is gone is told of each version and configuration by itself', async () => {
    const account = { ...emptyAccount(), groups: [group('web', { LaunchConfigurationName: 'gone' })] }
    expect((await only(watching(account).port)).source.parts).toEqual([
      { reference: { kind: 'configuration', name: 'gone' }, image: { kind: 'missing' }, usesImage: true },
    ])
  })

  test.each([
    { name: 'its health in capitals', of: { HealthStatus: 'HEALTHY' }, expected: { healthy: true } },
    { name: 'ill health', of: { HealthStatus: 'Unhealthy' }, expected: { healthy: false, readySince: undefined } },
    { name: 'its weight', of: { WeightedCapacity: '4' }, expected: { weight: 4 } },
    {
      name: 'its launch configuration',
      of: { LaunchConfigurationName: 'web-0' },
      expected: { reference: { kind: 'configuration', name: 'web-0' } },
    },
    { name: 'no source where AWS gives none', of: {}, expected: { reference: undefined } },
    {
      name: 'no source where the version is no number',
      of: { LaunchTemplate: { LaunchTemplateId: 'lt-web', Version: '$Latest' } },
      expected: { reference: undefined },
    },
    { name: 'its replaced root volume', of: { ImageId: 'ami-new-root' }, expected: { imageId: 'ami-new-root' } },
  ])('tells of an instance $name', async ({ of, expected }) => {
    const groups = [group('web', { ...onConfiguration, Instances: [listed('i-1', of)] })]
    const { port } = watching({ ...emptyAccount(), groups, machines: new Set(['i-1']) })
    expect(await instance(port)).toMatchObject(expected)
  })

  test('counts in weights where an override has one', async () => {
    const overrides = [{ InstanceType: 't3.small', WeightedCapacity: '2' }]
    const policy = { LaunchTemplate: { LaunchTemplateSpecification: onLatest.LaunchTemplate, Overrides: overrides } }
    const { port } = watching({ ...emptyAccount(), groups: [group('web', { MixedInstancesPolicy: policy })] })
    expect((await only(port)).weighted).toBe(true)
  })

  test.each([
    { name: 'left out', of: {}, seconds: undefined },
    { name: 'cleared', of: { DefaultInstanceWarmup: -1 }, seconds: undefined },
    { name: 'none', of: { DefaultInstanceWarmup: 0 }, seconds: 0 },
  ])('gives the default warm-up where it is $name', async ({ of, seconds }) => {
    const { port } = watching({ ...emptyAccount(), groups: [group('web', { ...onLatest, ...of })] })
    expect((await only(port)).defaultWarmupSeconds).toBe(seconds)
  })

  test('reads the memo of an unfinished run', async () => {
    const memo: Memo = {
      run: '1/1/a',
      startedAt: NOW - 60,
      heartbeatAt: NOW - 5,
      sizes: { min: 2, max: 4, desired: 2 },
      suspends: [],
      surge: 1,
      source: '0123456789abcdef',
      replaceLaunchedUntil: undefined,
    }
    const { port } = watching({
      ...emptyAccount(),
      groups: [group('web', { ...onLatest, Tags: memoTags('web', memo) })],
    })
    expect((await only(port)).memo).toEqual(memo)
  })
})

describe('from read to read', () => {
  const oneInstance = (): Account => ({
    ...emptyAccount(),
    health: { [ARN]: { 'i-1': 'initial' } },
    groups: [
      group('web', { ...onConfiguration, DesiredCapacity: 1, TargetGroupARNs: [ARN], Instances: [listed('i-1')] }),
    ],
  })

  /** What is known of the instance after each look, ten seconds apart, by what a target group says of it. */
  async function recordsAfter(states: readonly string[]) {
    const account = oneInstance()
    const { port } = watching(account)
    const fleets: Fleet[] = []
    for (const [index, state] of states.entries()) {
      account.health[ARN] = { 'i-1': state }
      const seen = await only(port, NOW + index * 10, ANEW)
      fleets.push(withHistory(fleets.at(-1) ?? seen, seen))
    }
    return fleets.map(({ instances }) => instances[0])
  }

  test('readiness counts from the first of the unbroken looks at which it was healthy everywhere', async () => {
    const since = await recordsAfter(['initial', 'healthy', 'healthy', 'unhealthy', 'healthy'])
    expect(since.map((each) => each?.readySince)).toEqual([undefined, NOW + 10, NOW + 10, undefined, NOW + 40])
  })

  test('and no earlier than the answer came that tells it, however long AWS took', async () => {
    const account = { ...oneInstance(), health: { [ARN]: { 'i-1': 'initial' } } }
    let now = NOW
    const answers = answersOf(account)
    const slow = (input: never): object => {
      now += 30
      return answers['DescribeTargetHealth']?.(input) ?? {}
    }
    const clock = { now: () => now * 1000, sleep: async () => {} }
    const port = fleetsPort(fakeConnection({ ...answers, DescribeTargetHealth: slow }), clock)
    const before = await only(port, NOW)
    account.health = { [ARN]: { 'i-1': 'healthy' } }
    const seen = withHistory(before, await only(port, now))
    expect(seen).toMatchObject({ at: NOW + 30, answeredAt: NOW + 60 })
    expect(seen.instances[0]?.readySince).toBe(NOW + 60)
    expect((await only(port, now)).answeredAt).toBeUndefined()
  })

  test('health is asked again where an instance has come, and where a decision needs it as it is now', async () => {
    const account = { ...oneInstance(), health: { [ARN]: { 'i-1': 'healthy', 'i-2': 'initial' } } }
    const { connection, port } = watching(account)
    const asked = async (at: number, fresh?: ReadonlyMap<string, AskedAnew>): Promise<number> => {
      const before = connection.count('DescribeTargetHealth')
      const { kept = [] } = await only(port, NOW + at, fresh)
      const times = connection.count('DescribeTargetHealth') - before
      expect(kept.includes('targetHealth')).toBe(times === 0)
      return times
    }
    expect([await asked(0), await asked(5), await asked(10, ANEW), await asked(15)]).toEqual([1, 0, 1, 0])
    account.groups = account.groups.map((each) => ({ ...each, Instances: [listed('i-1'), listed('i-2')] }))
    expect([await asked(20), await asked(25)]).toEqual([1, 1])
    account.health = { [ARN]: { 'i-1': 'healthy', 'i-2': 'healthy' } }
    expect([await asked(30), await asked(35), await asked(929), await asked(930)]).toEqual([1, 0, 0, 1])
  })

  test('failed launches are asked for once AWS has had the time to launch', async () => {
    const account = oneInstance()
    const { connection, port } = watching(account)
    const asked: number[] = []
    for (const [seconds, desired] of [
      [0, 1],
      [1, 2],
      [5, 2],
      [6, 2],
      [9, 2],
      [12, 1],
      [14, 2],
    ] as const) {
      account.groups = account.groups.map((each) => ({ ...each, DesiredCapacity: desired }))
      await only(port, NOW + seconds)
      asked.push(connection.count('DescribeScalingActivities'))
    }
    expect(asked).toEqual([0, 0, 0, 1, 2, 2, 2])
  })

  test('failed launches are asked for at a first look that shows a launch outstanding', async () => {
    const account = oneInstance()
    account.groups = account.groups.map((each) => ({ ...each, DesiredCapacity: 2 }))
    const { connection, port } = watching(account)
    await only(port)
    expect(connection.count('DescribeScalingActivities')).toBe(1)
  })

  test('an instance keeps the moment at which it was first observed', async () => {
    const records = await recordsAfter(['initial', 'initial', 'initial'])
    expect(records.at(-1)).toMatchObject({ firstSeenAt: NOW, unreadySince: NOW })
  })

  test('an instance that EC2 does not know is described again, a known one never', async () => {
    const account = oneInstance()
    const { connection, port } = watching(account)
    expect((await instance(port))?.launchedAt).toBeUndefined()
    account.machines.add('i-1')
    expect((await instance(port))?.launchedAt).toBe(NOW - 3600)
    await instance(port)
    expect(connection.count('DescribeInstances')).toBe(2)
  })

  test('images are described once, the latest version again after a quarter of an hour', async () => {
    const account = { ...emptyAccount(), groups: [group('web', onLatest)] }
    const { connection, port } = watching(account)
    const first = await only(port)
    account.templates['lt-web'] = { latest: 8, fallback: 1 }
    const same = await only(port, NOW + 299)
    const next = await only(port, NOW + 900)
    expect(same.source).toEqual(first.source)
    expect([first.kept, same.kept, next.kept]).toEqual([undefined, ['targetHealth', 'statusChecks', 'launchSource'], undefined]) // prettier-ignore
    expect(next.source).toMatchObject({ base: { version: 8 }, imageId: 'ami-lt-web-8' })
    expect(next.source.fingerprint).not.toBe(first.source.fingerprint)
    expect(connection.count('DescribeLaunchTemplates')).toBe(2)
    expect(connection.inputs('DescribeLaunchTemplateVersions').map(({ Versions }) => Versions)).toEqual([['7'], ['8']])
  })

  test('what is launched is asked for anew without the health, where that is all that a decision needs', async () => {
    const account = {
      ...emptyAccount(),
      health: { [ARN]: { 'i-1': 'healthy' } },
      groups: [group('web', { ...onLatest, TargetGroupARNs: [ARN], Instances: [listed('i-1')] })],
    }
    const { connection, port } = watching(account)
    await only(port)
    account.templates['lt-web'] = { latest: 8, fallback: 1 }
    const kept = await only(port, NOW + 60)
    const anew = await only(port, NOW + 61, new Map([['web', 'the launch source']]))
    expect([kept.kept, anew.kept]).toEqual([['targetHealth', 'statusChecks', 'launchSource'], ['targetHealth', 'statusChecks']]) // prettier-ignore
    expect(anew.source).toMatchObject({ base: { version: 8 } })
    expect([connection.count('DescribeTargetHealth'), connection.count('DescribeLaunchTemplates')]).toEqual([1, 2])
  })

  test('an instance of a newer version than the latest known one causes a new read of the template', async () => {
    const account = { ...emptyAccount(), groups: [group('web', onLatest)] }
    const { connection, port } = watching(account)
    await only(port)
    account.templates['lt-web'] = { latest: 8, fallback: 1 }
    account.groups = [
      group('web', {
        ...onLatest,
        Instances: [listed('i-1', { LaunchTemplate: { LaunchTemplateId: 'lt-web', Version: '8' } })],
      }),
    ]
    const next = await only(port)
    expect(next.source).toMatchObject({ base: { version: 8 } })
    expect(connection.count('DescribeLaunchTemplates')).toBe(2)
  })

  test('a launch configuration is described once', async () => {
    const { connection, port } = watching({ ...emptyAccount(), groups: [group('web', onConfiguration)] })
    await only(port)
    await only(port)
    expect(connection.count('DescribeLaunchConfigurations')).toBe(1)
  })
})

describe('calls are shared by all groups', () => {
  const fleetOf = (count: number, more: Partial<AutoScalingGroup>, instances = 1) =>
    Array.from({ length: count }, (_, index) =>
      group(`g-${index}`, {
        DesiredCapacity: instances,
        Instances: Array.from({ length: instances }, (_, other) => listed(`i-${index}-${other}`)),
        ...more,
      }),
    )
  const namesOf = (groups: readonly AutoScalingGroup[]) => groups.map((one) => one.AutoScalingGroupName ?? '')

  test('250 groups on one template, one target group and one classic load balancer', async () => {
    const groups = fleetOf(250, { ...onLatest, TargetGroupARNs: [ARN], LoadBalancerNames: ['front'] })
    const { connection, port } = watching({ ...emptyAccount(), groups, health: { [ARN]: {}, front: {} } })
    const { fleets } = await port.look(namesOf(groups), NOW)
    expect(fleets.map((fleet) => fleet.group)).toEqual(namesOf(groups))
    const counts = [
      'DescribeAutoScalingGroups',
      'DescribeLaunchTemplates',
      'DescribeLaunchTemplateVersions',
      'DescribeTargetHealth',
      'DescribeTargetGroupAttributes',
      'DescribeInstanceHealth',
      'DescribeInstances',
      'DescribeInstanceStatus',
      'DescribeScalingActivities',
      'DescribePolicies',
    ].map((operation) => `${operation} ${connection.count(operation)}`)
    expect(counts).toEqual([
      'DescribeAutoScalingGroups 3',
      'DescribeLaunchTemplates 1',
      'DescribeLaunchTemplateVersions 1',
      'DescribeTargetHealth 1',
      'DescribeTargetGroupAttributes 1',
      'DescribeInstanceHealth 1',
      'DescribeInstances 2',
      'DescribeInstanceStatus 0',
      'DescribeScalingActivities 0',
      'DescribePolicies 1',
    ])
  })

  test('the slow start of a target group is read once in a run', async () => {
    const groups = fleetOf(2, { ...onLatest, TargetGroupARNs: [ARN] })
    const { connection, port } = watching({ ...emptyAccount(), groups, health: { [ARN]: {} }, slowStart: 90 })
    await port.look(namesOf(groups), NOW)
    const { fleets } = await port.look(namesOf(groups), NOW + 5)
    expect(fleets.map(({ slowStartSeconds }) => slowStartSeconds)).toEqual([90, 90])
    expect(connection.count('DescribeTargetGroupAttributes')).toBe(1)
  })

  test('of many target groups fifty are asked about before it matters, the others once a run has begun with their group', async () => {
    const arnOf = (index: number): string => `${ARN}-${index}`
    const groups = fleetOf(60, onLatest).map((one, index) => ({ ...one, TargetGroupARNs: [arnOf(index)] }))
    const health = Object.fromEntries(groups.map((_, index) => [arnOf(index), {}]))
    const { connection, port } = watching({ ...emptyAccount(), groups, health, slowStart: 90 })
    const { fleets } = await port.look(namesOf(groups), NOW)
    expect(connection.count('DescribeTargetGroupAttributes')).toBe(50)
    expect(fleets.filter(({ kept }) => kept?.includes('slowStart'))).toHaveLength(10)
    const last = namesOf(groups).slice(-2)
    const told = async (anew: AskedAnew): Promise<readonly (number | undefined)[]> => {
      const seen = await port.look(last, NOW + 5, 'every part', new Map([[last[0] ?? '', anew]]))
      return seen.fleets.map(({ slowStartSeconds }) => slowStartSeconds)
    }
    expect(await told('the health')).toEqual([undefined, undefined])
    expect(await told('every part')).toEqual([90, undefined])
    Object.assign(groups[59] as AutoScalingGroup, { Tags: memoTags('', aMemo(3)) })
    expect(await told('the launch source')).toEqual([90, 90])
  })

  test('250 groups without load balancers', async () => {
    const groups = fleetOf(250, onLatest)
    const { connection, port } = watching({ ...emptyAccount(), groups })
    await port.look(namesOf(groups), NOW)
    const ids = new Set(groups.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId)))
    expect(connection.count('DescribeInstanceStatus')).toBe(Math.ceil(ids.size / 100))
  })

  test('120 launch configurations go in fifties', async () => {
    const groups = fleetOf(120, {}).map((one, index) => ({ ...one, LaunchConfigurationName: `lc-${index}` }))
    const { connection, port } = watching({ ...emptyAccount(), groups })
    await port.look(namesOf(groups), NOW)
    expect(connection.count('DescribeLaunchConfigurations')).toBe(3)
  })

  test('a group without instances needs no call to EC2 or load balancers', async () => {
    const groups = fleetOf(2, { ...onConfiguration, TargetGroupARNs: [ARN] }, 0)
    const { connection, port } = watching({ ...emptyAccount(), groups })
    await port.look(namesOf(groups), NOW)
    expect(new Set(connection.calls.map(({ operation }) => operation))).toEqual(
      new Set(['DescribeAutoScalingGroups', 'DescribeLaunchConfigurations', 'DescribeScheduledActions']),
    )
  })

  test('no group, no call', async () => {
    const { connection, port } = watching(emptyAccount())
    expect(await port.look([], NOW)).toEqual({ fleets: [], gone: [], unreadable: [] })
    expect(connection.calls).toEqual([])
  })
})

describe('launches that failed', () => {
  const failed = (at: number, more: object = {}) => ({
    ActivityId: `activity-${at - NOW}`,
    StartTime: new Date(at * 1000),
    StatusCode: 'Failed',
    StatusMessage: 'We currently do not have sufficient t3.small capacity. Launching EC2 instance failed.',
    Description: 'Launching a new EC2 instance.  Status Reason: We currently do not have sufficient capacity',
    ...more,
  })
  const short = (more: Partial<AutoScalingGroup> = {}) =>
    group('web', { ...onConfiguration, DesiredCapacity: 2, Instances: [listed('i-1')], ...more })

  test.each([
    { name: 'when all desired instances are there', instances: ['InService', 'InService'], requests: 0 },
    { name: 'while an instance boots', instances: ['InService', 'Pending'], requests: 0 },
    { name: 'while a hook holds an instance', instances: ['InService', 'Pending:Wait'], requests: 0 },
    { name: 'while one is missing', instances: ['InService'], requests: 1 },
    { name: 'while one leaves', instances: ['InService', 'Terminating:Wait'], requests: 1 },
    { name: 'while one stands by', instances: ['InService', 'Standby'], requests: 1 },
  ] as const)('are read $requests times $name', async ({ instances, requests }) => {
    const list = instances.map((LifecycleState, index) => listed(`i-${index}`, { LifecycleState }))
    const { connection, port } = watching({ ...emptyAccount(), groups: [short({ Instances: list })] })
    await only(port)
    expect(connection.count('DescribeScalingActivities')).toBe(requests)
  })

  test('include those that a launch hook abandoned, with their instance', async () => {
    const activities = [
      failed(NOW + 10, {
        StatusCode: 'Cancelled',
        StatusMessage: 'Lifecycle Action with token 1 was abandoned: Heartbeat Timeout Exceeded',
        Description: 'Launching a new EC2 instance: i-0abc.  Status Reason: Lifecycle Action was abandoned',
      }),
    ]
    const { port } = watching({ ...emptyAccount(), groups: [short()], activities })
    const { failedLaunches } = await only(port, NOW)
    expect(failedLaunches).toEqual([
      {
        activityId: 'activity-10',
        instanceId: 'i-0abc',
        at: NOW + 10,
        reason: 'Lifecycle Action with token 1 was abandoned: Heartbeat Timeout Exceeded',
      },
    ])
  })

  test('are listed newest first and in the words of AWS, without earlier ones, terminations, and cancelled ones', async () => {
    const activities = [
      failed(NOW + 10),
      failed(NOW + 30),
      failed(NOW - 1),
      failed(NOW + 20, { Description: 'Terminating EC2 instance: i-9' }),
      failed(NOW + 20, { StatusCode: 'Cancelled', StatusMessage: 'The instance is being terminated.' }),
    ]
    const { connection, port } = watching({ ...emptyAccount(), groups: [short()], activities })
    await only(port, NOW)
    const { failedLaunches } = await only(port, NOW + 60)
    expect(failedLaunches).toEqual(
      [30, 10].map((seconds) => ({
        activityId: `activity-${seconds}`,
        at: NOW + seconds,
        reason: 'We currently do not have sufficient t3.small capacity. Launching EC2 instance failed.',
      })),
    )
    expect(connection.inputs('DescribeScalingActivities').at(-1)).toEqual({
      AutoScalingGroupName: 'web',
      Filters: [
        { Name: 'StartTimeLowerBound', Values: ['2026-09-21T14:13:20Z'] },
        { Name: 'Status', Values: ['Failed', 'Cancelled'] },
      ],
      MaxRecords: 100,
    })
  })

  test.each([
    { name: 'the beginning of the run in the memo', begun: 600, counted: [601] },
    { name: 'the first look, where a run before this process has begun the roll', begun: -600, counted: [601, 1] },
  ])('count from $name', async ({ begun, counted }) => {
    const memo: Memo = {
      run: '1/1/a',
      startedAt: NOW + begun + 0.5,
      heartbeatAt: NOW,
      sizes: { min: 2, max: 4, desired: 2 },
      suspends: [],
      surge: 1,
      source: '0123456789abcdef',
      replaceLaunchedUntil: undefined,
    }
    const groups = [short({ Tags: memoTags('web', memo) })]
    const activities = [-602, -1, 1, 601].map((seconds) => failed(NOW + seconds))
    const { port } = watching({ ...emptyAccount(), groups, activities })
    await only(port, NOW)
    expect((await only(port, NOW + 700)).failedLaunches.map(({ at }) => at - NOW)).toEqual(counted)
  })

  test('are unknown for a group that was deleted during the read', async () => {
    const connection = fakeConnection({
      ...answersOf({ ...emptyAccount(), groups: [short()] }),
      DescribeScalingActivities: () => {
        throw refused('ValidationError', 'AutoScalingGroup name not found - web')
      },
    })
    expect((await only(fleetsPort(connection))).failedLaunches).toEqual([])
  })
})

describe('a group that cannot be read does not stop the others', () => {
  const good = group('good', onConfiguration)

  test('because it is gone', async () => {
    const { port } = watching({ ...emptyAccount(), groups: [good] })
    const { fleets, gone } = await port.look(['web', 'good'], NOW)
    expect([fleets.map((fleet) => fleet.group), gone]).toEqual([['good'], ['web']])
  })

  test.each([
    {
      name: 'because its template is gone',
      of: { LaunchTemplate: { LaunchTemplateId: 'lt-gone', Version: '$Latest' } },
      why: /Its launch template lt-gone does not exist/,
    },
    {
      name: 'because its target group is gone',
      of: { ...onConfiguration, TargetGroupARNs: [ARN], Instances: [listed('i-1')] },
      why: /attached to targetgroup\/web\/0123456789abcdef, which does not exist/,
    },
    {
      name: 'because its load balancer is gone',
      of: { ...onConfiguration, LoadBalancerNames: ['front'], Instances: [listed('i-1')] },
      why: /attached to front, which does not exist/,
    },
    {
      name: 'because its memo cannot be read',
      of: { ...onConfiguration, Tags: [tagged('fleet-patch:memo', '?')] },
      why: /The tag fleet-patch:memo of the group web cannot be read/,
    },
  ])('$name', async ({ of, why }) => {
    const { port } = watching({ ...emptyAccount(), groups: [group('web', of), group('other', onLatest), good] })
    const { fleets, unreadable } = await port.look(['web', 'other', 'good'], NOW)
    expect(fleets.map((fleet) => fleet.group)).toEqual(['other', 'good'])
    expect(unreadable.map((one) => one.group)).toEqual(['web'])
    expect(unreadable[0]?.problem.message).toMatch(why)
  })
})

test('a refusal that concerns every group ends the read', async () => {
  const denied = refused('UnauthorizedOperation', 'You are not authorized to perform this operation.')
  const connection = fakeConnection({
    ...answersOf({ ...emptyAccount(), groups: [group('web', onLatest)] }),
    DescribeLaunchTemplates: () => {
      throw denied
    },
  })
  await expect(fleetsPort(connection).look(['web'], NOW)).rejects.toBe(denied)
})
