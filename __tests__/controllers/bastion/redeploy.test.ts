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
import { watched } from './watch.ts'

beforeAll(takeShortcut)

const only = (stage: Scene) => alive(stage)[0]

const errors = ({ annotations }: Awaited<ReturnType<typeof redeploy>>): string =>
  annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n')

/** What the description of an instance says that a launch may be told. */
function likeness(stage: Scene, id: string) {
  const one = instances(stage).find(({ InstanceId }) => InstanceId === id)
  const attribute = (Attribute: 'userData' | 'disableApiTermination') =>
    stage.ops.DescribeInstanceAttribute({ InstanceId: id, Attribute })
  const volumes = stage.ops.DescribeVolumes({ Filters: [{ Name: 'attachment.instance-id', Values: [id] }] }).Volumes
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
    credits: stage.ops.DescribeInstanceCreditSpecifications({ InstanceIds: [id] }).InstanceCreditSpecifications?.[0]
      ?.CpuCredits,
  }
}

describe('a replacement', () => {
  test('gives the address to a new bastion on the newest image in another zone, and ends the old one', async () => {
    const stage = scene()
    const broken = watched(stage)
    const lived = await redeploy(stage)
    expect(errors(lived)).toBe('')
    const one = only(stage)
    expectAlone(stage, one?.InstanceId ?? '')
    expect(broken()).toEqual([])
    expect(one).toMatchObject({ ImageId: stage.newImage, SubnetId: stage.subnets.b })
    expect(changes(stage)).toEqual([
      'ec2:RunInstances',
      'ec2:AssociateAddress',
      'ec2:TerminateInstances',
      'ec2:DeleteTags',
    ])
    expect(lived.outputs).toMatchObject({
      changed: 'true',
      'instance-id': one?.InstanceId,
      'previous-instance-id': stage.old,
      'image-id': stage.newImage,
      'previous-image-id': stage.oldImage,
    })
  })

  test('copies everything that makes the old one what it is', async () => {
    const stage = scene({ launch: { InstanceType: 't3.small' } })
    const before = likeness(stage, stage.old)
    await redeploy(stage)
    expect(likeness(stage, only(stage)?.InstanceId ?? '')).toEqual(before)
    expect(before).toMatchObject({
      credits: 'standard',
      monitoring: 'enabled',
      volumes: [{ Size: 20, Encrypted: true }],
    })
  })

  test('launches from the launch template of the old one, in the same version', async () => {
    const stage = scene({ template: {} })
    const { ops, template = '' } = stage
    // A later version is not what the bastion is.
    ops.CreateLaunchTemplateVersion({ LaunchTemplateId: template, LaunchTemplateData: { InstanceType: 't3.large' } })
    const before = likeness(stage, stage.old)
    await redeploy(stage)
    const launch = stage.world.ledger.changes().find(({ operation }) => operation === 'RunInstances')
    expect(launch?.input).toMatchObject({
      LaunchTemplate: { LaunchTemplateId: template, Version: '1' },
      ImageId: stage.newImage,
    })
    // What the template says is not said again.
    expect(Object.keys(launch?.input ?? {})).not.toEqual(expect.arrayContaining(['InstanceType']))
    expect(Object.keys(launch?.input ?? {})).not.toEqual(expect.arrayContaining(['UserData']))
    expect(likeness(stage, only(stage)?.InstanceId ?? '')).toEqual(before)
    expect(only(stage)?.Tags).toContainEqual({ Key: 'aws:ec2launchtemplate:version', Value: '1' })
  })

  test('puts subnet and groups where a launch template has its network interface', async () => {
    const stage = scene({ template: { NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: true }] } })
    await redeploy(stage)
    expectAlone(stage, only(stage)?.InstanceId ?? '')
    expect(only(stage)).toMatchObject({ SubnetId: stage.subnets.b, SecurityGroups: [{ GroupId: stage.group }] })
  })

  test('goes on from the description where the launch template is gone', async () => {
    const stage = scene({ template: {} })
    const before = likeness(stage, stage.old)
    stage.ops.DeleteLaunchTemplate({ LaunchTemplateId: stage.template ?? '' })
    const lived = await redeploy(stage)
    expect(likeness(stage, only(stage)?.InstanceId ?? '')).toEqual(before)
    expect(lived.summary).toContain('The launch template of')
  })

  test('sets the Docker image and merges user data, and shows neither the rest nor secrets', async () => {
    const stage = scene()
    const lived = await redeploy(stage, {
      'docker-image': 'stups/odd:2',
      'user-data': 'environment: {NEW: hidden-value}',
    })
    const { UserData } = stage.ops.DescribeInstanceAttribute({
      InstanceId: only(stage)?.InstanceId ?? '',
      Attribute: 'userData',
    })
    const text = Buffer.from(UserData?.Value ?? '', 'base64').toString()
    expect(text).toContain('source: stups/odd:2')
    expect(text).toContain('NEW: hidden-value')
    expect(text).toContain('very-secret-key')
    const told = [lived.lines.join('\n'), lived.summary, JSON.stringify(lived.outputs)].join('\n')
    expect(told).not.toContain('very-secret-key')
    expect(told).not.toContain('hidden-value')
    expect(lived.summary).toContain('stups/odd:2')
  })

  test('forwards packets as the old one does', async () => {
    const stage = scene()
    stage.ops.ModifyInstanceAttribute({ InstanceId: stage.old, SourceDestCheck: { Value: false } })
    await redeploy(stage)
    expect(only(stage)?.SourceDestCheck).toBe(false)
  })

  test('lends a temporary address where the subnet gives none, and releases it', async () => {
    const stage = scene({ lends: 'nothing' })
    const broken = watched(stage)
    const lived = await redeploy(stage)
    expect(errors(lived)).toBe('')
    expectAlone(stage, only(stage)?.InstanceId ?? '')
    expect(broken()).toEqual([])
    expect(changes(stage)).toEqual([
      'ec2:RunInstances',
      'ec2:AllocateAddress',
      'ec2:AssociateAddress',
      'ec2:AssociateAddress',
      'ec2:ReleaseAddress',
      'ec2:TerminateInstances',
      'ec2:DeleteTags',
    ])
  })

  test('asks at the private address where that is wished', async () => {
    const stage = scene({ lends: 'nothing' })
    const lived = await redeploy(stage, { 'probe-address': 'private' })
    expectAlone(stage, only(stage)?.InstanceId ?? '')
    expect(changes(stage)).not.toContain('ec2:AllocateAddress')
    expect(lived.lines.join('\n')).toMatch(/172\.31\.101\.\d+ answers SSH-2\.0/)
  })

  test('keeps the old one for a while', async () => {
    const stage = scene()
    const lived = await redeploy(stage, { 'keep-old-minutes': '30' })
    const calls = stage.world.ledger.changes()
    const at = (operation: string): number => calls.find((call) => call.operation === operation)?.at ?? 0
    expect(at('TerminateInstances') - at('AssociateAddress')).toBeGreaterThanOrEqual(30 * 60)
    expectAlone(stage, only(stage)?.InstanceId ?? '')
    expect(lived.lines.length).toBeLessThan(60)
  })

  test('lifts the termination protection of the old one and gives it to the new one', async () => {
    const stage = scene({ launch: { DisableApiTermination: true } })
    const lived = await redeploy(stage, { 'lift-termination-protection': 'true' })
    expect(errors(lived)).toBe('')
    const id = only(stage)?.InstanceId ?? ''
    expectAlone(stage, id)
    expect(likeness(stage, id).protected).toBe(true)
  })

  test('warns that sessions end and host keys change, and prints the new fingerprint', async () => {
    const stage = scene()
    const lived = await redeploy(stage)
    const warning = lived.annotations.find(({ level }) => level === 'warning')?.message
    expect(warning).toContain(`Open SSH sessions at ${stage.ip} end`)
    expect(warning).toContain('the host keys behind it change')
    expect(lived.summary).toMatch(/SHA256:[A-Za-z0-9+/]{43} \(ED25519\)/)
  })

  test('is none where the bastion is up to date, unless it is forced', async () => {
    const stage = scene()
    await redeploy(stage, { image: stage.oldImage })
    expect(changes(stage)).toEqual([])
    const lived = await redeploy(stage, { image: stage.oldImage, force: 'true' }, { runId: '1001' })
    expect(lived.outputs['previous-instance-id']).toBe(stage.old)
  })

  test('takes another subnet where the first has no room after all', async () => {
    const stage = scene()
    const zone = `${stage.world.region}b`
    stage.world.behaviour.refuseLaunch = (launch) => (launch.zone === zone ? 'no capacity' : undefined)
    const lived = await redeploy(stage)
    expect(errors(lived)).toBe('')
    expect(only(stage)?.SubnetId).toBe(stage.subnets.a)
    expectAlone(stage, only(stage)?.InstanceId ?? '')
  })

  test('waits until EC2 shows what it launched', async () => {
    const stage = scene()
    stage.world.behaviour.staleSeconds = 20
    const lived = await redeploy(stage)
    expect(errors(lived)).toBe('')
    expectAlone(stage, only(stage)?.InstanceId ?? '')
    expect(changes(stage).filter((action) => action === 'ec2:RunInstances')).toHaveLength(1)
  })
})

describe('the bastion is found', () => {
  const rows: { by: string; inputs: (stage: Scene) => Record<string, string> }[] = [
    { by: 'its id', inputs: ({ old }) => ({ bastion: old }) },
    { by: 'its Name tag', inputs: () => ({ bastion: NAME }) },
    { by: 'the allocation of its address', inputs: ({ allocation }) => ({ bastion: '', 'elastic-ip': allocation }) },
    { by: 'its address', inputs: ({ ip }) => ({ bastion: '', 'elastic-ip': ip }) },
    { by: 'name and address together', inputs: ({ ip }) => ({ bastion: NAME, 'elastic-ip': ip }) },
  ]
  test.each(rows)('by $by', async ({ inputs }) => {
    const stage = scene()
    const lived = await redeploy(stage, inputs(stage))
    expect(lived.outputs['previous-instance-id']).toBe(stage.old)
    expectAlone(stage, only(stage)?.InstanceId ?? '')
  })

  test('by its address among several of the same name', async () => {
    const stage = scene()
    const twin = twinOf(stage)
    const lived = await redeploy(stage, { 'elastic-ip': stage.ip })
    expect(lived.outputs['previous-instance-id']).toBe(stage.old)
    expect(alive(stage).map(({ InstanceId }) => InstanceId)).toContain(twin)
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
    readonly prepare?: (stage: Scene) => void
    readonly says: readonly (string | RegExp)[]
  }
  const rows: Row[] = [
    {
      name: 'several of one name, all of them listed',
      prepare: (stage) => void twinOf(stage),
      says: ['2 instances are `bastion` Odd', /i-[0-9a-f]+ \(.*52\.0\.0\.2\).*i-[0-9a-f]+ \(.*no Elastic IP\)/],
    },
    {
      name: 'nobody of that name, with who has an address',
      inputs: { bastion: 'odd' },
      says: ['No instance is `bastion` odd', NAME],
    },
    {
      name: 'an unknown address, with those that there are',
      inputs: { 'elastic-ip': '1.2.3.4' },
      says: ['1.2.3.4 does not exist', '52.0.0.2'],
    },
    {
      name: 'one of an Auto Scaling group, with the hint to respawn',
      prepare: ({ world, old }) => world.ec2.tag(old, { 'aws:autoscaling:groupName': 'bastions' }),
      says: ['Auto Scaling group bastions', '`mode: respawn` with `auto-scaling-groups: bastions`'],
    },
    {
      name: 'one that is protected against termination',
      plan: { launch: { DisableApiTermination: true } },
      says: ['is protected against termination', 'lift-termination-protection: true'],
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
      prepare: (stage) => {
        const twin = twinOf(stage)
        stage.world.timeline.advance(100)
        stage.ops.CreateTags({ Resources: [twin], Tags: [{ Key: 'Name', Value: 'other' }] })
        stage.ops.AssociateAddress({ AllocationId: stage.allocation, InstanceId: twin })
      },
      inputs: { 'elastic-ip': '52.0.0.2' },
      says: ['does not point at the bastion', 'It points at i-'],
    },
    {
      name: 'one that is stopped',
      prepare: ({ ops, old, world }) => {
        ops.StopInstances({ InstanceIds: [old] })
        world.timeline.advance(100)
      },
      says: ['is stopped', 'Start i-'],
    },
    {
      name: 'subnets that match nothing, with those that there are',
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
      prepare: (stage) => void stage.image('2026-01-01', { id: 'ami-00000000000000001', architecture: 'arm64' }),
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
    const stage = scene(plan)
    prepare?.(stage)
    const before = stage.world.ledger.changes().length
    const lived = await redeploy(stage, inputs)
    expect(lived.failed).toBe(true)
    for (const words of says)
      expect(errors(lived)).toMatch(words instanceof RegExp ? words : new RegExp(escaped(words)))
    expect(
      stage.world.ledger
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
    readonly prepare: (stage: Scene) => void
    readonly says: readonly string[]
    /** Where logging in is what fails. */
    readonly silent?: true
    /** What somebody else has set meanwhile, and is kept. */
    readonly isProtected?: true
  }
  const refuse =
    (action: string, more: { skip?: number; times?: number } = {}) =>
    ({ world }: Scene): void =>
      world.faults.inject({
        action,
        mishap: { kind: 'refusal', code: 'OperationNotPermitted', message: 'Not today' },
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
      prepare: ({ world }) => (world.behaviour.refuseLaunch = () => 'no capacity at all'),
      says: ['launching the new instance', 'No subnet has room', 'no capacity at all'],
    },
    {
      name: 'the new instance never passes its checks',
      prepare: ({ world }) => void (world.ec2.statusChecks.seconds = 1e6),
      says: ['waiting for the new instance to start', 'has not passed its status checks yet 15 minutes'],
    },
    {
      name: 'the new instance ends by itself',
      prepare: ({ world, old }) => {
        world.ec2.onStateChange(({ id, state }) => {
          if (id !== old && state === 'running')
            world.timeline.after(5, () => world.ec2.reclaim(id, 'Client.InternalError: Client error on launch'))
        })
      },
      says: ['waiting for the new instance to start', 'Client error on launch'],
    },
    {
      name: 'its SSH server never answers',
      prepare: ({ ssh, newImage }) => void ssh.deaf.add(newImage),
      says: ['waiting for SSH on the new instance, before the address moved', 'ECONNREFUSED', 'ssh-timeout'],
    },
    {
      name: 'its SSH server never answers at a temporary address',
      plan: { lends: 'nothing' },
      prepare: ({ ssh, newImage }) => void ssh.deaf.add(newImage),
      says: ['before the address moved', 'ECONNREFUSED'],
    },
    {
      name: 'no temporary address can be had',
      plan: { lends: 'nothing' },
      prepare: ({ world }) => void (world.ec2.addressLimit = 1),
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
      name: 'the old one may not be ended',
      prepare: refuse('ec2:TerminateInstances', { times: 1 }),
      says: ['ending the old instance', 'Not today'],
    },
    {
      name: 'the old one may not be ended after its protection was lifted',
      plan: { launch: { DisableApiTermination: true } },
      inputs: { 'lift-termination-protection': 'true' },
      prepare: refuse('ec2:TerminateInstances', { times: 1 }),
      says: ['ending the old instance', 'Not today'],
    },
    {
      name: 'somebody protects the old one meanwhile',
      prepare: (stage) => {
        stage.world.timeline.onMoment(() => {
          if (alive(stage).length === 2)
            stage.ops.ModifyInstanceAttribute({ InstanceId: stage.old, DisableApiTermination: { Value: true } })
        })
      },
      isProtected: true,
      says: ['ending the old instance', 'disableApiTermination'],
    },
    {
      name: 'the time is over',
      inputs: { timeout: '1' },
      prepare: () => {},
      says: ['The time given by `timeout` is over'],
    },
  ]
  test.each(rows)('$name', async ({ plan, inputs, prepare, says, silent, isProtected }) => {
    const stage = scene(plan)
    const before = likeness(stage, stage.old)
    prepare(stage)
    const broken = watched(stage)
    const lived = await redeploy(stage, inputs)
    expect(lived.failed).toBe(true)
    for (const words of says) expect(errors(lived)).toContain(words)
    stage.world.timeline.advance(60)
    expectAlone(stage, stage.old)
    const after = likeness(stage, stage.old)
    expect(after.protected).toBe(isProtected ?? before.protected)
    expect(silent === undefined ? broken() : []).toEqual([])
    expect(lived.outputs).toMatchObject({ 'instance-id': stage.old, 'image-id': stage.oldImage })
    expect(lived.outputs).not.toHaveProperty('previous-instance-id')
    expect(lived.summary).toContain('❌')
    expect(lived.summary).toContain('Nothing is left behind')
  })

  test('and a later run, once the cause is gone, replaces it', async () => {
    const stage = scene({ lends: 'nothing' })
    stage.ssh.deaf.add(stage.newImage)
    await redeploy(stage)
    stage.ssh.deaf.clear()
    await redeploy(stage, {}, { runId: '1001' })
    expectAlone(stage, only(stage)?.InstanceId ?? '')
    expect(only(stage)?.InstanceId).not.toBe(stage.old)
  })
})

describe('a dry run', () => {
  test.each(['public', 'nothing'] as const)(
    'plans the very steps of the real run and changes nothing (%s)',
    async (lends) => {
      const plan = { lends, launch: { DisableApiTermination: true } }
      const stage = scene(plan)
      const inputs = { 'lift-termination-protection': 'true', 'keep-old-minutes': '5' }
      const now = stage.world.timeline.now
      const dry = await redeploy(stage, { ...inputs, 'dry-run': 'true' })
      expect(dry.failed).toBe(false)
      expect(stage.world.timeline.now).toBe(now)
      expect(changes(stage)).toEqual([])
      expect(dry.summary).toContain('📋')
      expect(dry.summary).toContain('Nothing was changed.')
      const real = await redeploy(scene(plan), inputs)
      const actions = (text: string | undefined): string[] =>
        (JSON.parse(text ?? '') as { action: string }[]).map(({ action }) => action)
      const steps = (JSON.parse(real.outputs['result'] ?? '') as { bastion: { steps: { action: string }[] } }).bastion
        .steps
      expect(actions(dry.outputs['plan'])).toEqual(steps.map(({ action }) => action))
      expect(dry.outputs).toMatchObject({ changed: 'true', 'instance-id': stage.old, 'image-id': stage.newImage })
      expectAlone(stage, stage.old)
    },
  )
})

test('an address that somebody else has moved is left where it is', async () => {
  const stage = scene()
  const twin = twinOf(stage)
  stage.ops.CreateTags({ Resources: [twin], Tags: [{ Key: 'Name', Value: 'other' }] })
  stage.world.timeline.after(90, () => stage.ops.AssociateAddress({ AllocationId: stage.allocation, InstanceId: twin }))
  const lived = await redeploy(stage)
  expect(errors(lived)).toContain(`was moved to ${twin} by somebody else`)
  expect(holder(stage)).toBe(twin)
  expect(new Set(alive(stage).map(({ InstanceId }) => InstanceId))).toEqual(new Set([stage.old, twin]))
  expect(addresses(stage)).toHaveLength(1)
})
