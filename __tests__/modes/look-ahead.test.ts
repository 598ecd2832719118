import { addGroup, type GroupPlan } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectRolled, type Inputs, run, type Scene, sceneOf } from '../edges/fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

/** Several groups, of which the first is the one of the scene; all are selected. */
function groups(...plans: readonly (Partial<GroupPlan> & { readonly name: string })[]): Scene {
  const account = new SimulatedAccount()
  const [first] = plans.map((plan) =>
    addGroup(account, { size: 2, outdated: true, launch: 'template-latest', ...plan }),
  )
  if (first === undefined) throw new Error('a scene needs a group')
  return sceneOf(account, first)
}

function templateOf(group: string, { account }: Scene): string | undefined {
  const [described] = account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [group] }).AutoScalingGroups ?? [] // prettier-ignore
  return described?.LaunchTemplate?.LaunchTemplateName
}

const changesOf = ({ account }: Scene): readonly string[] => account.ledger.changes().map(({ operation }) => operation)

const failureOf = ({ annotations }: Awaited<ReturnType<typeof run>>): string =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message).join('\n') // prettier-ignore

const MODES: readonly Inputs[] = [
  { mode: 'respawn' },
  { mode: 'scale-up-patch' },
  { mode: 'patch-image', rollout: 'respawn', 'instance-type': 't3.small' },
]

describe.each(MODES)('with $mode', (inputs) => {
  test('everything that stands against a run is told in one error, before anything is changed', async () => {
    const fixture = groups(
      { name: 'web', balancers: ['target-group'], size: 3 },
      { name: 'refreshed' },
      { name: 'lost', launch: 'template-latest' },
    )
    const { autoScaling, ec2, balancers } = fixture.account
    autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
    ec2.operations.DeleteLaunchTemplate({ LaunchTemplateName: templateOf('lost', fixture) })
    balancers.limits.targetsPerTargetGroup = 3
    fixture.account.ledger.clear()
    const refused = await run(fixture, { ...inputs, 'auto-scaling-groups': 'web\nrefreshed\nlost' })
    expect(refused.failed).toBe(true)
    expect(failureOf(refused)).toMatch(/targets in targetgroup\/web-1\/\w+: have 0, need \d/)
    expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
    expect(failureOf(refused)).toContain('launch template lt-')
    expect(failureOf(refused)).toContain('This run cannot begin, for 3 reasons.')
    expect(changesOf(fixture)).toEqual([])
  })

  test('several permissions that are missing are named together with what was found besides', async () => {
    const fixture = groups({ name: 'web', balancers: ['target-group'] }, { name: 'refreshed' })
    fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
    fixture.account.faults.deny('elasticloadbalancing:DescribeTargetHealth', 'ec2:DescribeInstances')
    fixture.account.ledger.clear()
    const refused = await run(fixture, { ...inputs, 'auto-scaling-groups': 'web\nrefreshed' })
    expect(failureOf(refused)).toContain('AWS refused elasticloadbalancing:DescribeTargetHealth')
    expect(failureOf(refused)).toContain('AWS refused ec2:DescribeInstances')
    expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
    expect(changesOf(fixture)).toEqual([])
  })
})

test('groups that the inputs do not fit are told with all others', async () => {
  const fixture = groups({ name: 'web', size: 3 }, { name: 'api', size: 4 }, { name: 'refreshed' })
  fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
  fixture.account.ledger.clear()
  const inputs = { surge: '0', 'max-unavailable': '10%', 'auto-scaling-groups': 'web\napi\nrefreshed' }
  const refused = await run(fixture, inputs)
  expect(failureOf(refused)).toContain('Nothing of web could ever be replaced')
  expect(failureOf(refused)).toContain('Nothing of api could ever be replaced')
  expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
  expect(changesOf(fixture)).toEqual([])
})

test('a rollback is refused before it puts a launch source back, with all that stands against its roll', async () => {
  const fixture = groups(
    { name: 'web', balancers: ['target-group'], size: 3 },
    { name: 'unknown', launch: 'configuration' },
    { name: 'refreshed' },
  )
  await run(fixture)
  fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'refreshed' })
  fixture.account.balancers.limits.targetsPerTargetGroup = 4
  fixture.account.ledger.clear()
  const inputs = { mode: 'rollback', 'auto-scaling-groups': 'web\nunknown\nrefreshed' }
  const refused = await run(fixture, inputs, { runId: '2000' })
  expect(failureOf(refused)).toMatch(/targets in targetgroup\/web-1\/\w+: have \d, need 3/)
  expect(failureOf(refused)).toContain('unknown: nothing tells what it launched from')
  expect(failureOf(refused)).toMatch(/refreshed: the instance refresh \S+ is \w+/)
  expect(changesOf(fixture)).toEqual([])
})

test('putting back asks for nothing but the group', async () => {
  const fixture = groups({ name: 'web' })
  fixture.account.autoScaling.operations.StartInstanceRefresh({ AutoScalingGroupName: 'web' })
  fixture.account.ledger.clear()
  const restored = await run(fixture, { mode: 'restore' })
  expect(restored.failed).toBe(false)
  expect(fixture.account.ledger.actions()).not.toContain('autoscaling:DescribeInstanceRefreshes')
})

describe('traffic sources', () => {
  const LATTICE = 'arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0123456789abcdef0'
  const attached = (): Scene => {
    const fixture = groups({ name: 'web', balancers: ['target-group'] }, { name: 'api' })
    fixture.account.autoScaling.operations.AttachTrafficSources({
      AutoScalingGroupName: 'api',
      TrafficSources: [{ Identifier: LATTICE, Type: 'vpc-lattice' }],
    })
    fixture.account.ledger.clear()
    return fixture
  }

  test.each([...MODES, { mode: 'scale-up-patch', dark: 'true' }])(
    'that are not asked are refused by name with $mode',
    async (inputs) => {
      const fixture = attached()
      const refused = await run(fixture, { ...inputs, 'auto-scaling-groups': 'web\napi' })
      expect(failureOf(refused)).toContain(
        `api: it gets requests from ${LATTICE}, a traffic source of type vpc-lattice`,
      )
      expect(failureOf(refused)).not.toContain('web: it gets requests')
      expect(changesOf(fixture)).toEqual([])
    },
  )

  test('are none of a patch that replaces nothing', async () => {
    const fixture = attached()
    const patched = await run(fixture, {
      mode: 'patch-image',
      'instance-type': 't3.small',
      'auto-scaling-groups': 'api',
    })
    expect(failureOf(patched)).toBe('')
  })
})

describe('termination protection', () => {
  const protect = ({ account }: Scene, ids: readonly string[], attribute: object): void => {
    for (const InstanceId of ids) account.ec2.operations.ModifyInstanceAttribute({ InstanceId, ...attribute })
    account.ledger.clear()
  }
  const pooled = ({ account }: Scene): readonly string[] =>
    (account.autoScaling.operations.DescribeWarmPool({ AutoScalingGroupName: 'web' }).Instances ?? []).map(
      ({ InstanceId = '' }) => InstanceId,
    )

  test.each([
    { attribute: { DisableApiTermination: { Value: true } }, says: 'disableApiTermination' },
    { attribute: { DisableApiStop: { Value: true } }, says: 'disableApiStop' },
  ])('of an outdated instance in a warm pool is refused, with what lifts it ($says)', async ({ attribute, says }) => {
    const fixture = groups({ name: 'web', warmPool: { MinSize: 2 } })
    const [first = '', second = ''] = pooled(fixture)
    protect(fixture, [first], attribute)
    const refused = await run(fixture)
    expect(failureOf(refused)).toContain(
      `web: ${first} of its warm pool is outdated and cannot be terminated (${says})`,
    )
    expect(failureOf(refused)).toContain(
      'aws ec2 modify-instance-attribute --instance-id ID --no-disable-api-termination',
    )
    expect(failureOf(refused)).not.toContain(second)
    expect(changesOf(fixture)).toEqual([])
  })

  test.each([{ DisableApiTermination: { Value: true } }, { DisableApiStop: { Value: true } }])(
    'of instances in service hinders nothing: Auto Scaling terminates them all the same (%j)',
    async (attribute) => {
      const fixture = groups({ name: 'web' })
      protect(fixture, fixture.group.instanceIds, attribute)
      expectRolled(fixture, await run(fixture))
    },
  )

  test('of a warm pool that is current hinders nothing', async () => {
    const fixture = groups({ name: 'web', warmPool: { MinSize: 1 } })
    await run(fixture)
    fixture.account.timeline.advance(600)
    protect(fixture, pooled(fixture), { DisableApiTermination: { Value: true } })
    const rolled = await run(fixture, {}, { runId: '2000' })
    expect(failureOf(rolled)).toBe('')
  })
})

describe('a group that another service owns', () => {
  const tagged = (tags: Readonly<Record<string, string>>): Scene => groups({ name: 'web' }, { name: 'nodes', tags })
  const NODES = { 'eks:cluster-name': 'shop', 'eks:nodegroup-name': 'blue', 'kubernetes.io/cluster/shop': 'owned' }
  const both = { 'auto-scaling-groups': 'web\nnodes' }

  test.each([...MODES, { mode: 'patch-image', 'instance-type': 't3.small' }])(
    'is refused where EKS owns it, with the command of EKS ($mode)',
    async (inputs) => {
      const fixture = tagged(NODES)
      const refused = await run(fixture, { ...inputs, ...both })
      expect(failureOf(refused)).toContain('nodes: the EKS managed node group blue of the cluster shop owns it')
      expect(failureOf(refused)).toContain(
        `aws eks update-nodegroup-version --region ${fixture.account.region} --cluster-name shop --nodegroup-name blue`,
      )
      expect(changesOf(fixture)).toEqual([])
    },
  )

  test('is rolled with a warning where that is allowed', async () => {
    const fixture = tagged(NODES)
    const rolled = await run(fixture, { ...both, 'managed-groups': 'allow' })
    expect(failureOf(rolled)).toBe('')
    expect(rolled.summary).toContain('without being drained')
  })

  test.each([{ 'dry-run': 'false' }, { 'dry-run': 'true' }])(
    'is rolled otherwise, and log, annotations and summary say what is not done (%j)',
    async (inputs) => {
      const fixture = tagged({ AmazonECSManaged: '' })
      fixture.account.autoScaling.operations.PutLifecycleHook({
        AutoScalingGroupName: 'nodes',
        LifecycleHookName: 'ecs-managed-draining-termination-hook',
        LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
        HeartbeatTimeout: 30,
        DefaultResult: 'CONTINUE',
      })
      const rolled = await run(fixture, { ...both, ...inputs })
      expect(failureOf(rolled)).toBe('')
      const says = 'ECS drains each instance that leaves, which is not waited for'
      const warning = rolled.annotations.find(({ level }) => level === 'warning')
      expect(warning?.title).toBe('Fleet Patch: nodes')
      expect(warning?.message).toContain(says)
      expect(rolled.summary).toContain(says)
    },
  )
})

describe('a permission that is needed late', () => {
  test.each([...MODES, { mode: 'scale-up-patch', dark: 'true', probe: 'ssm: true' }])(
    'is named before the first change (%j)',
    async (inputs) => {
      const fixture = groups({ name: 'web', balancers: ['target-group'] })
      fixture.account.faults.deny(
        'autoscaling:DescribeScalingActivities',
        'ec2:DescribeInstanceStatus',
        'ssm:GetCommandInvocation',
      )
      const refused = await run(fixture, inputs)
      expect(failureOf(refused)).toContain('AWS refused ec2:DescribeInstanceStatus')
      expect(failureOf(refused)).toContain('AWS refused autoscaling:DescribeScalingActivities')
      expect(failureOf(refused).includes('AWS refused ssm:GetCommandInvocation')).toBe('probe' in inputs)
      expect(changesOf(fixture)).toEqual([])
    },
  )
})

describe('free addresses', () => {
  /** Uses up all addresses of a zone but so many. */
  function fill({ account, group }: Scene, zone: string, left: number): void {
    const { ec2 } = account
    const [subnet] = ec2.operations.DescribeSubnets({ Filters: [{ Name: 'availability-zone', Values: [`${account.region}${zone}`] }] }).Subnets ?? [] // prettier-ignore
    for (let free = (subnet?.AvailableIpAddressCount ?? 0) - left; free > 0; free -= 500) {
      const count = Math.min(500, free)
      ec2.operations.RunInstances({ ImageId: group.oldImageId, InstanceType: 't3.micro', MinCount: count, MaxCount: count, SubnetId: subnet?.SubnetId }) // prettier-ignore
    }
  }

  test('of one zone of three are not needed', async () => {
    const fixture = groups({ name: 'web', size: 3 })
    fill(fixture, 'a', 0)
    // One comes into each zone, where there is room for it.
    const rolled = await run(fixture, { surge: '3' })
    expectRolled(fixture, rolled)
  })

  test('are needed in one zone at least', async () => {
    const fixture = groups({ name: 'web', size: 2, zones: ['a', 'b'] })
    for (const zone of ['a', 'b']) fill(fixture, zone, 0)
    fixture.account.ledger.clear()
    const refused = await run(fixture)
    expect(failureOf(refused)).toMatch(
      /web: free addresses in \S+ \(eu-west-1a\) and \S+ \(eu-west-1b\): have 0, need 1/,
    )
    expect(changesOf(fixture)).toEqual([])
  })

  test('are none where the subnets are IPv6-native, and none are needed', async () => {
    const account = new SimulatedAccount()
    const native = account.ec2.seedSubnet({ zone: `${account.region}a`, ipv6Cidr: '2600:1f14:1:2::/64' })
    const plan = {
      name: 'web',
      size: 2,
      outdated: true,
      zones: ['a'],
      settings: { VPCZoneIdentifier: native },
    } as const
    const fixture = sceneOf(account, addGroup(account, plan))
    const [subnet] = account.ec2.operations.DescribeSubnets({ SubnetIds: [native] }).Subnets ?? []
    expect(subnet).toMatchObject({ Ipv6Native: true, AvailableIpAddressCount: 0 })
    expectRolled(fixture, await run(fixture))
  })
})

describe('a launch source that is gone', () => {
  interface Row {
    readonly name: string
    readonly plan?: Partial<GroupPlan>
    readonly lose: (fixture: Scene) => void
    readonly says: RegExp
  }
  const template = ({ account, group }: Scene): string => {
    const { LaunchTemplates = [] } = account.ec2.operations.DescribeLaunchTemplates({ LaunchTemplateNames: [group.sourceNames[0] ?? ''] }) // prettier-ignore
    return LaunchTemplates[0]?.LaunchTemplateId ?? ''
  }
  const deleteVersion = ({ account }: Scene, LaunchTemplateName: string | undefined): void => {
    account.ec2.operations.DeleteLaunchTemplateVersions({ LaunchTemplateName, Versions: ['2'] })
  }
  const rows: readonly Row[] = [
    {
      name: 'the version that its number names',
      plan: { launch: 'template-number' },
      lose: (fixture) => deleteVersion(fixture, fixture.group.sourceNames[0]),
      says: /web: version 2 of its launch template lt-\w+ does not exist/,
    },
    {
      name: 'the whole template',
      plan: { launch: 'template-number' },
      lose: (fixture) => fixture.account.ec2.operations.DeleteLaunchTemplate({ LaunchTemplateId: template(fixture) }),
      says: /web: version 2 of its launch template lt-\w+ does not exist/,
    },
    {
      name: 'the version that an override names',
      plan: { launch: 'mixed-override-template' },
      lose: (fixture) => deleteVersion(fixture, fixture.group.sourceNames[1]),
      says: /web: version 2 of its launch template lt-\w+ does not exist/,
    },
    {
      name: 'the image of its template',
      lose: ({ account, group }) => account.ec2.operations.DeregisterImage({ ImageId: group.newImageId }),
      says: /web: version 2 of its launch template lt-\w+ names the image ami-\w+: it does not exist any more/,
    },
    {
      name: 'the image of its launch configuration',
      plan: { launch: 'configuration' },
      lose: ({ account, group }) => account.ec2.operations.DeregisterImage({ ImageId: group.newImageId }),
      says: /web: its launch configuration web-2 names the image ami-\w+: it does not exist any more/,
    },
    {
      name: 'its image, which is disabled',
      lose: ({ account, group }) => account.ec2.operations.DisableImage({ ImageId: group.newImageId }),
      says: /web: .* names the image ami-\w+: it is disabled/,
    },
    {
      name: 'the image behind its parameter',
      plan: { aliased: true },
      lose: ({ account, group }) => account.ec2.operations.DeregisterImage({ ImageId: group.newImageId }),
      says: /web: .* takes its image from the parameter \/images\/web, which names ami-\w+: it does not exist any more/,
    },
    {
      name: 'its image, of which the parameter says something else',
      plan: { aliased: true },
      lose: ({ account }) =>
        account.ssm.operations.PutParameter({ Name: '/images/web', Value: 'hunter2', Overwrite: true }),
      says: /web: .* the parameter \/images\/web, which does not exist or holds no image id/,
    },
  ]
  const scene = ({ plan, lose }: Row): Scene => {
    const fixture = groups({ name: 'web', ...plan })
    lose(fixture)
    fixture.account.timeline.advance(4000)
    fixture.account.ledger.clear()
    return fixture
  }

  test.each(rows)('is found out before anything is changed: $name', async (row) => {
    const fixture = scene(row)
    const refused = await run(fixture)
    expect(failureOf(refused)).toMatch(row.says)
    expect(changesOf(fixture)).toEqual([])
    expect(refused.reported).not.toContain('hunter2')
    const doubled = await run(fixture, { mode: 'scale-up-patch', dark: 'true' }, { runId: '2000' })
    expect(failureOf(doubled)).toMatch(row.says)
    expect(changesOf(fixture)).toEqual([])
  })

  test('hinders no group that is up to date', async () => {
    const fixture = groups({ name: 'web', outdated: undefined } as never)
    fixture.account.ec2.operations.DeregisterImage({ ImageId: fixture.group.oldImageId })
    const idle = await run(fixture)
    expect(idle.result.status).toBe('current')
  })

  test('is found out before a patch that leaves it as it is', async () => {
    const fixture = scene(rows[3] as Row)
    const refused = await run(fixture, { mode: 'patch-docker', 'instance-type': 't3.small', rollout: 'respawn' })
    expect(failureOf(refused)).toMatch(/web: launch template .* names the image ami-\w+: it does not exist any more/)
    expect(changesOf(fixture)).toEqual([])
  })

  test('is no reason against the patch that gives the group another image', async () => {
    const fixture = scene(rows[3] as Row)
    const inputs = { mode: 'patch-image', image: fixture.group.oldImageId, rollout: 'respawn', force: 'true' }
    const patched = await run(fixture, inputs)
    expect(failureOf(patched)).toBe('')
  })

  test('is found out before a rollback to it', async () => {
    const fixture = groups({ name: 'web', launch: 'template-latest' })
    await run(fixture)
    fixture.account.ec2.operations.DeregisterImage({ ImageId: fixture.group.oldImageId })
    fixture.account.timeline.advance(4000)
    fixture.account.ledger.clear()
    const refused = await run(fixture, { mode: 'rollback' }, { runId: '2000' })
    expect(failureOf(refused)).toMatch(
      /web: version 1 of its launch template lt-\w+ names the image ami-\w+: it does not/,
    )
    expect(changesOf(fixture)).toEqual([])
  })

  test.each([
    { times: 4, ending: 'rolled' },
    { times: 20, ending: 'refused' },
  ])(
    'is waited for a few seconds: AWS may not show yet what was just made ($times times: $ending)',
    async ({ times, ending }) => {
      const fixture = groups({ name: 'web', launch: 'template-number' })
      const fault = { kind: 'refusal', code: 'InvalidLaunchTemplateId.VersionNotFound' } as const
      fixture.account.faults.inject({ action: 'ec2:DescribeLaunchTemplateVersions', fault, times })
      const rolled = await run(fixture)
      expect(failureOf(rolled) === '' ? 'rolled' : 'refused').toBe(ending)
      expect(changesOf(fixture).length > 0).toBe(ending === 'rolled')
    },
  )
})
