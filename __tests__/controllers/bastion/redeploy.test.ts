import { takeShortcut } from '../../../simulator/shortcut.ts'
import {
  addresses,
  alive,
  changes,
  expectAlone,
  holder,
  instances,
  NAME,
  redeploy,
  scene,
  type Scene,
} from './fixture.ts'
import { watched } from './bastion-invariants.ts'

beforeAll(takeShortcut)

const only = (fixture: Scene) => alive(fixture)[0]

const errors = ({ annotations }: Awaited<ReturnType<typeof redeploy>>): string =>
  annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n')

/** The properties of an instance that a launch can set. */
function likeness(fixture: Scene, id: string) {
  const one = instances(fixture).find(({ InstanceId }) => InstanceId === id)
  const attribute = (Attribute: 'userData' | 'disableApiTermination') =>
    fixture.ops.DescribeInstanceAttribute({ InstanceId: id, Attribute })
  const volumes = fixture.ops.DescribeVolumes({ Filters: [{ Name: 'attachment.instance-id', Values: [id] }] }).Volumes
  return {
    type: one?.InstanceType,
    key: one?.KeyName,
    groups: one?.SecurityGroups,
    profile: one?.IamInstanceProfile?.Arn,
    metadata: one?.MetadataOptions,
    monitoring: one?.Monitoring?.State,
    tenancy: one?.Placement?.Tenancy,
    tags: one?.Tags?.filter(({ Key }) => !Key?.startsWith('aws:')),
    userData: attribute('userData').UserData?.Value,
    protected: attribute('disableApiTermination').DisableApiTermination?.Value,
    volumes: volumes?.map(({ Size, Encrypted, VolumeType, Attachments }) => ({
      Size,
      Encrypted,
      VolumeType,
      device: Attachments?.[0]?.Device,
      ends: Attachments?.[0]?.DeleteOnTermination,
    })),
    credits: fixture.ops.DescribeInstanceCreditSpecifications({ InstanceIds: [id] }).InstanceCreditSpecifications?.[0]
      ?.CpuCredits,
  }
}

describe('a replacement', () => {
  test('gives the address to a new bastion on the newest image in another zone, and ends the old one', async () => {
    const fixture = scene()
    const broken = watched(fixture)
    const run = await redeploy(fixture)
    expect(errors(run)).toBe('')
    const one = only(fixture)
    expectAlone(fixture, one?.InstanceId ?? '')
    expect(broken()).toEqual([])
    expect(one).toMatchObject({ ImageId: fixture.newImage, SubnetId: fixture.subnets.b })
    expect(changes(fixture)).toEqual([
      'ec2:RunInstances',
      'ec2:AssociateAddress',
      'ec2:TerminateInstances',
      'ec2:DeleteTags',
    ])
    expect(run.outputs).toMatchObject({
      changed: 'true',
      'instance-id': one?.InstanceId,
      'previous-instance-id': fixture.old,
      'image-id': fixture.newImage,
      'previous-image-id': fixture.oldImage,
    })
  })

  test('copies all properties of the old one', async () => {
    const fixture = scene({ launch: { InstanceType: 't3.small' } })
    const before = likeness(fixture, fixture.old)
    await redeploy(fixture)
    expect(likeness(fixture, only(fixture)?.InstanceId ?? '')).toEqual(before)
    expect(before).toMatchObject({
      credits: 'standard',
      monitoring: 'enabled',
      volumes: [{ Size: 20, Encrypted: true }],
    })
  })

  test('launches from the launch template of the old one, in the same version', async () => {
    const fixture = scene({ template: {} })
    const { ops, template = '' } = fixture
    // A later version differs from the bastion.
    ops.CreateLaunchTemplateVersion({ LaunchTemplateId: template, LaunchTemplateData: { InstanceType: 't3.large' } })
    const before = likeness(fixture, fixture.old)
    await redeploy(fixture)
    const launch = fixture.account.ledger.changes().find(({ operation }) => operation === 'RunInstances')
    expect(launch?.input).toMatchObject({
      LaunchTemplate: { LaunchTemplateId: template, Version: '1' },
      ImageId: fixture.newImage,
    })
    // Settings of the template are not repeated.
    expect(Object.keys(launch?.input ?? {})).not.toEqual(expect.arrayContaining(['InstanceType']))
    expect(Object.keys(launch?.input ?? {})).not.toEqual(expect.arrayContaining(['UserData']))
    expect(likeness(fixture, only(fixture)?.InstanceId ?? '')).toEqual(before)
    expect(only(fixture)?.Tags).toContainEqual({ Key: 'aws:ec2launchtemplate:version', Value: '1' })
  })

  test('puts subnet and groups where a launch template has its network interface', async () => {
    const fixture = scene({ template: { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true }] } })
    await redeploy(fixture)
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
    expect(only(fixture)).toMatchObject({ SubnetId: fixture.subnets.b, SecurityGroups: [{ GroupId: fixture.group }] })
  })

  test('uses the description where the launch template is gone', async () => {
    const fixture = scene({ template: {} })
    const before = likeness(fixture, fixture.old)
    fixture.ops.DeleteLaunchTemplate({ LaunchTemplateId: fixture.template ?? '' })
    const run = await redeploy(fixture)
    expect(likeness(fixture, only(fixture)?.InstanceId ?? '')).toEqual(before)
    expect(run.summary).toContain('The launch template of')
  })

  test('sets the Docker image and merges user data, and shows neither the rest nor secrets', async () => {
    const fixture = scene()
    const run = await redeploy(fixture, {
      'docker-image': 'stups/odd:2',
      'user-data': 'environment: {NEW: hidden-value}',
    })
    const { UserData } = fixture.ops.DescribeInstanceAttribute({
      InstanceId: only(fixture)?.InstanceId ?? '',
      Attribute: 'userData',
    })
    const text = Buffer.from(UserData?.Value ?? '', 'base64').toString()
    expect(text).toContain('source: stups/odd:2')
    expect(text).toContain('NEW: hidden-value')
    expect(text).toContain('very-secret-key')
    const reported = [run.lines.join('\n'), run.summary, JSON.stringify(run.outputs)].join('\n')
    expect(reported).not.toContain('very-secret-key')
    expect(reported).not.toContain('hidden-value')
    expect(run.summary).toContain('stups/odd:2')
  })

  test('forwards packets as the old one does', async () => {
    const fixture = scene()
    fixture.ops.ModifyInstanceAttribute({ InstanceId: fixture.old, SourceDestCheck: { Value: false } })
    await redeploy(fixture)
    expect(only(fixture)?.SourceDestCheck).toBe(false)
  })

  test('forwards packets as the old one did, though that is ended by others meanwhile', async () => {
    const fixture = scene()
    fixture.ops.ModifyInstanceAttribute({ InstanceId: fixture.old, SourceDestCheck: { Value: false } })
    fixture.account.timeline.after(20, () => fixture.account.ec2.terminate(fixture.old))
    const run = await redeploy(fixture)
    expect(errors(run)).toBe('')
    expect(only(fixture)?.SourceDestCheck).toBe(false)
  })

  test('lends a temporary address where the subnet gives none, and releases it', async () => {
    const fixture = scene({ lends: 'nothing' })
    const broken = watched(fixture)
    const run = await redeploy(fixture)
    expect(errors(run)).toBe('')
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
    expect(broken()).toEqual([])
    expect(changes(fixture)).toEqual([
      'ec2:RunInstances',
      'ec2:AllocateAddress',
      'ec2:CreateTags',
      'ec2:AssociateAddress',
      'ec2:AssociateAddress',
      'ec2:ReleaseAddress',
      'ec2:TerminateInstances',
      'ec2:DeleteTags',
    ])
  })

  test('probes the private address where the input says so', async () => {
    const fixture = scene({ lends: 'nothing' })
    const run = await redeploy(fixture, { 'probe-address': 'private' })
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
    expect(changes(fixture)).not.toContain('ec2:AllocateAddress')
    expect(run.lines.join('\n')).toMatch(/172\.31\.101\.\d+ answers SSH-2\.0/)
  })

  test('keeps the old one for a while', async () => {
    const fixture = scene()
    const run = await redeploy(fixture, { 'keep-old-minutes': '30' })
    const calls = fixture.account.ledger.changes()
    const at = (operation: string): number => calls.find((call) => call.operation === operation)?.at ?? 0
    expect(at('TerminateInstances') - at('AssociateAddress')).toBeGreaterThanOrEqual(30 * 60)
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
    expect(run.lines.length).toBeLessThan(60)
  })

  test('lifts the termination protection of the old one and gives it to the new one', async () => {
    const fixture = scene({ launch: { DisableApiTermination: true } })
    const run = await redeploy(fixture, { 'lift-termination-protection': 'true' })
    expect(errors(run)).toBe('')
    const id = only(fixture)?.InstanceId ?? ''
    expectAlone(fixture, id)
    expect(likeness(fixture, id).protected).toBe(true)
  })

  test('warns that sessions end and host keys change, and prints the new fingerprint', async () => {
    const fixture = scene()
    const run = await redeploy(fixture)
    const warning = run.annotations.find(({ level }) => level === 'warning')?.message
    expect(warning).toContain(`Open SSH sessions at ${fixture.ip} end`)
    expect(warning).toContain('the host keys behind it change')
    expect(run.summary).toMatch(/SHA256:[A-Za-z0-9+/]{43} \(ED25519\)/)
  })

  test('is not made where the bastion is up to date, unless it is forced', async () => {
    const fixture = scene()
    await redeploy(fixture, { image: fixture.oldImage })
    expect(changes(fixture)).toEqual([])
    const run = await redeploy(fixture, { image: fixture.oldImage, force: 'true' }, { runId: '1001' })
    expect(run.outputs['previous-instance-id']).toBe(fixture.old)
  })

  test('takes another subnet where the first has no room at the launch', async () => {
    const fixture = scene()
    const zone = `${fixture.account.region}b`
    fixture.account.behaviour.refuseLaunch = (launch) => (launch.zone === zone ? 'no capacity' : undefined)
    const run = await redeploy(fixture)
    expect(errors(run)).toBe('')
    expect(only(fixture)?.SubnetId).toBe(fixture.subnets.a)
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
  })

  test('waits until EC2 shows the launched instance', async () => {
    const fixture = scene()
    fixture.account.behaviour.staleSeconds = 20
    const run = await redeploy(fixture)
    expect(errors(run)).toBe('')
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
    expect(changes(fixture).filter((action) => action === 'ec2:RunInstances')).toHaveLength(1)
  })
})

describe('the bastion is found', () => {
  const rows: { by: string; inputs: (fixture: Scene) => Record<string, string> }[] = [
    { by: 'its id', inputs: ({ old }) => ({ bastion: old }) },
    { by: 'its Name tag', inputs: () => ({ bastion: NAME }) },
    { by: 'the allocation of its address', inputs: ({ allocation }) => ({ bastion: '', 'elastic-ip': allocation }) },
    { by: 'its address', inputs: ({ ip }) => ({ bastion: '', 'elastic-ip': ip }) },
    { by: 'name and address together', inputs: ({ ip }) => ({ bastion: NAME, 'elastic-ip': ip }) },
  ]
  test.each(rows)('by $by', async ({ inputs }) => {
    const fixture = scene()
    const run = await redeploy(fixture, inputs(fixture))
    expect(run.outputs['previous-instance-id']).toBe(fixture.old)
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
  })

  test('by its address among several of the same name', async () => {
    const fixture = scene()
    const twin = twinOf(fixture)
    const run = await redeploy(fixture, { 'elastic-ip': fixture.ip })
    expect(run.outputs['previous-instance-id']).toBe(fixture.old)
    expect(alive(fixture).map(({ InstanceId }) => InstanceId)).toContain(twin)
  })
})

/** Another instance of the same name, without an address. */
function twinOf({ ops, oldImage, subnets }: Scene): string {
  const { Instances } = ops.RunInstances({
    ImageId: oldImage,
    InstanceType: 't3.micro',
    SubnetId: subnets.b,
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: NAME }] }],
    MinCount: 1,
    MaxCount: 1,
  })
  return Instances?.[0]?.InstanceId ?? ''
}

describe('refused before anything is changed:', () => {
  interface Row {
    readonly name: string
    readonly plan?: Parameters<typeof scene>[0]
    readonly inputs?: Readonly<Record<string, string>>
    readonly prepare?: (fixture: Scene) => void
    readonly says: readonly (string | RegExp)[]
  }
  const rows: Row[] = [
    {
      name: 'several of one name, all of them listed',
      prepare: (fixture) => void twinOf(fixture),
      says: ['2 instances are `bastion` Odd', /i-[0-9a-f]+ \(.*52\.0\.0\.2\).*i-[0-9a-f]+ \(.*no Elastic IP\)/],
    },
    {
      name: 'no instance of that name, with those that have an address',
      inputs: { bastion: 'odd' },
      says: ['No instance is `bastion` odd', NAME],
    },
    {
      name: 'an unknown address, with the existing ones',
      inputs: { 'elastic-ip': '1.2.3.4' },
      says: ['1.2.3.4 does not exist', '52.0.0.2'],
    },
    {
      name: 'one of an Auto Scaling group, with the hint to respawn',
      prepare: ({ account, old }) => account.ec2.tag(old, { 'aws:autoscaling:groupName': 'bastions' }),
      says: ['Auto Scaling group bastions', '`mode: respawn` with `auto-scaling-groups: bastions`'],
    },
    {
      name: 'one that is protected against termination',
      plan: { launch: { DisableApiTermination: true } },
      says: ['is protected against termination', 'lift-termination-protection: true'],
    },
    {
      name: 'one that is protected against being stopped, which keeps EC2 from ending it as well',
      plan: { launch: { DisableApiStop: true } },
      inputs: { 'lift-termination-protection': 'true' },
      says: ['is protected against being stopped', '--no-disable-api-stop'],
    },
    {
      name: 'one without an address',
      prepare: ({ ops, allocation }) => {
        const [address] = ops.DescribeAddresses({ AllocationIds: [allocation] }).Addresses ?? []
        ops.DisassociateAddress({ AssociationId: address?.AssociationId })
      },
      says: ['has no Elastic IP'],
    },
    {
      name: 'an address that points at another instance',
      prepare: (fixture) => {
        const twin = twinOf(fixture)
        fixture.account.timeline.advance(100)
        fixture.ops.CreateTags({ Resources: [twin], Tags: [{ Key: 'Name', Value: 'other' }] })
        fixture.ops.AssociateAddress({ AllocationId: fixture.allocation, InstanceId: twin })
      },
      inputs: { 'elastic-ip': '52.0.0.2' },
      says: ['does not point at the bastion', 'It points at i-'],
    },
    {
      name: 'one that is stopped',
      prepare: ({ ops, old, account }) => {
        ops.StopInstances({ InstanceIds: [old] })
        account.timeline.advance(100)
      },
      says: ['is stopped', 'Start i-'],
    },
    {
      name: 'subnets that match nothing, with the existing ones',
      inputs: { subnets: 'public*' },
      says: ['public*', 'dmz-a', 'internal-c'],
    },
    {
      name: 'subnets without a free address',
      prepare: ({ ops, oldImage, subnets }) => {
        for (const [SubnetId, count] of [
          [subnets.a, 10],
          [subnets.b, 11],
        ] as const)
          ops.RunInstances({ ImageId: oldImage, InstanceType: 't3.micro', SubnetId, MinCount: count, MaxCount: count })
      },
      says: ['Have no address free', 'dmz-a', 'dmz-b'],
    },
    {
      name: 'an image of the wrong architecture',
      prepare: (fixture) => void fixture.image('2026-01-01', { id: 'ami-00000000000000001', architecture: 'arm64' }),
      inputs: { image: 'ami-00000000000000001' },
      says: ['is for arm64, but t3.micro runs'],
    },
    {
      name: 'user data that would be too large',
      inputs: { 'user-data': `big: ${'x'.repeat(17_000)}` },
      says: [/The user data would have \d+ bytes; 16384 are allowed/],
    },
    { name: 'no name at all', inputs: { bastion: '' }, says: ['needs `bastion` or `elastic-ip`'] },
  ]
  test.each(rows)('$name', async ({ plan, inputs = {}, prepare, says }) => {
    const fixture = scene(plan)
    prepare?.(fixture)
    const before = fixture.account.ledger.changes().length
    const run = await redeploy(fixture, inputs)
    expect(run.failed).toBe(true)
    for (const words of says) expect(errors(run)).toMatch(words instanceof RegExp ? words : new RegExp(escaped(words)))
    expect(
      fixture.account.ledger
        .changes()
        .slice(before)
        .map(({ action }) => action),
    ).toEqual([])
  })
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('a failure leaves the bastion as it was and says at which step and why:', () => {
  interface Row {
    readonly name: string
    readonly plan?: Parameters<typeof scene>[0]
    readonly inputs?: Readonly<Record<string, string>>
    readonly prepare: (fixture: Scene) => void
    readonly says: readonly string[]
    /** Where the failure is SSH at the moved address. */
    readonly silent?: true
    /** Protection that an operator set meanwhile, and that is kept. */
    readonly isProtected?: true
  }
  const refuse =
    (action: string, more: { skip?: number; times?: number } = {}) =>
    ({ account }: Scene): void =>
      account.faults.inject({
        action,
        fault: { kind: 'refusal', code: 'OperationNotPermitted', message: 'Not today' },
        ...more,
      })
  const rows: Row[] = [
    {
      name: 'the launch is refused',
      prepare: refuse('ec2:RunInstances'),
      says: ['launching the new instance', 'Not today'],
    },
    {
      name: 'there is no capacity anywhere',
      prepare: ({ account }) => (account.behaviour.refuseLaunch = () => 'no capacity at all'),
      says: ['launching the new instance', 'No subnet has room', 'no capacity at all'],
    },
    {
      name: 'the new instance never passes its checks',
      prepare: ({ account }) => void (account.behaviour.statusCheckSeconds = 1e6),
      says: ['waiting for the new instance to start', 'has not passed its status checks yet 15 minutes'],
    },
    {
      name: 'the new instance terminates by itself',
      prepare: ({ account, old }) => {
        account.ec2.onStateChange(({ id, state }) => {
          if (id !== old && state === 'running')
            account.timeline.after(5, () => account.ec2.reclaim(id, 'Client.InternalError: Client error on launch'))
        })
      },
      says: ['waiting for the new instance to start', 'Client error on launch'],
    },
    {
      name: 'its SSH server never answers',
      prepare: ({ ssh, newImage }) => void ssh.unresponsive.add(newImage),
      says: ['waiting for SSH on the new instance, before the address moved', 'ECONNREFUSED', 'ssh-timeout'],
    },
    {
      name: 'its SSH server never answers at a temporary address',
      plan: { lends: 'nothing' },
      prepare: ({ ssh, newImage }) => void ssh.unresponsive.add(newImage),
      says: ['before the address moved', 'ECONNREFUSED'],
    },
    {
      name: 'no temporary address is available',
      plan: { lends: 'nothing' },
      prepare: ({ account }) => void (account.ec2.addressLimit = 1),
      says: ['before the address moved', 'AddressLimitExceeded'],
    },
    {
      name: 'the address may not be moved',
      prepare: refuse('ec2:AssociateAddress'),
      says: ['moving the address', 'Not today'],
    },
    {
      name: 'the moved address leads nowhere',
      prepare: ({ ssh, ip, newImage }) => void ssh.unreachable.add(`${ip} ${newImage}`),
      silent: true,
      says: ['waiting for SSH from the new instance at the moved address', 'ETIMEDOUT'],
    },
    {
      name: 'the old one may not be terminated',
      prepare: refuse('ec2:TerminateInstances', { times: 1 }),
      says: ['terminating the old instance', 'Not today'],
    },
    {
      name: 'the old one may not be terminated after its protection was lifted',
      plan: { launch: { DisableApiTermination: true } },
      inputs: { 'lift-termination-protection': 'true' },
      prepare: refuse('ec2:TerminateInstances', { times: 1 }),
      says: ['terminating the old instance', 'Not today'],
    },
    {
      name: 'an operator protects the old one meanwhile',
      prepare: (fixture) => {
        fixture.account.timeline.onMoment(() => {
          if (alive(fixture).length === 2)
            fixture.ops.ModifyInstanceAttribute({ InstanceId: fixture.old, DisableApiTermination: { Value: true } })
        })
      },
      isProtected: true,
      says: ['terminating the old instance', 'disableApiTermination'],
    },
    {
      name: 'the time is over',
      inputs: { timeout: '1' },
      prepare: () => {},
      says: ['The time given by `timeout` is over'],
    },
  ]
  test.each(rows)('$name', async ({ plan, inputs, prepare, says, silent, isProtected }) => {
    const fixture = scene(plan)
    const before = likeness(fixture, fixture.old)
    prepare(fixture)
    const broken = watched(fixture)
    const run = await redeploy(fixture, inputs)
    expect(run.failed).toBe(true)
    for (const words of says) expect(errors(run)).toContain(words)
    fixture.account.timeline.advance(60)
    expectAlone(fixture, fixture.old)
    const after = likeness(fixture, fixture.old)
    expect(after.protected).toBe(isProtected ?? before.protected)
    expect(silent === undefined ? broken() : []).toEqual([])
    expect(run.outputs).toMatchObject({ 'instance-id': fixture.old, 'image-id': fixture.oldImage })
    expect(run.outputs).not.toHaveProperty('previous-instance-id')
    expect(run.summary).toContain('❌')
    expect(run.summary).toContain('Nothing is left behind')
  })

  test('and a later run, once the cause is gone, replaces it', async () => {
    const fixture = scene({ lends: 'nothing' })
    fixture.ssh.unresponsive.add(fixture.newImage)
    await redeploy(fixture)
    fixture.ssh.unresponsive.clear()
    await redeploy(fixture, {}, { runId: '1001' })
    expectAlone(fixture, only(fixture)?.InstanceId ?? '')
    expect(only(fixture)?.InstanceId).not.toBe(fixture.old)
  })
})

describe('a dry run', () => {
  test.each(['public', 'nothing'] as const)(
    'plans the very steps of the real run and changes nothing (%s)',
    async (lends) => {
      const plan = { lends, launch: { DisableApiTermination: true } }
      const fixture = scene(plan)
      const inputs = { 'lift-termination-protection': 'true', 'keep-old-minutes': '5' }
      const now = fixture.account.timeline.now
      const dry = await redeploy(fixture, { ...inputs, 'dry-run': 'true' })
      expect(dry.failed).toBe(false)
      expect(fixture.account.timeline.now).toBe(now)
      expect(changes(fixture)).toEqual([])
      expect(dry.summary).toContain('📋')
      expect(dry.summary).toContain('Nothing was changed.')
      const real = await redeploy(scene(plan), inputs)
      const actions = (text: string | undefined): string[] =>
        (JSON.parse(text ?? '') as { action: string }[]).map(({ action }) => action)
      const steps = (JSON.parse(real.outputs['result'] ?? '') as { bastion: { steps: { action: string }[] } }).bastion
        .steps
      expect(actions(dry.outputs['plan'])).toEqual(steps.map(({ action }) => action))
      expect(dry.outputs).toMatchObject({ changed: 'true', 'instance-id': fixture.old, 'image-id': fixture.newImage })
      expectAlone(fixture, fixture.old)
    },
  )
})

test('an address that another process moved is left where it is', async () => {
  const fixture = scene()
  const twin = twinOf(fixture)
  fixture.ops.CreateTags({ Resources: [twin], Tags: [{ Key: 'Name', Value: 'other' }] })
  fixture.account.timeline.after(90, () =>
    fixture.ops.AssociateAddress({ AllocationId: fixture.allocation, InstanceId: twin }),
  )
  const run = await redeploy(fixture)
  expect(errors(run)).toContain(`was moved to ${twin} from outside this run`)
  expect(holder(fixture)).toBe(twin)
  expect(new Set(alive(fixture).map(({ InstanceId }) => InstanceId))).toEqual(new Set([fixture.old, twin]))
  expect(addresses(fixture)).toHaveLength(1)
})
