import { Random } from '../../../simulator/random.ts'
import { refusal, scene, type Scene } from './fixture.ts'

const MISSING = 'i-00000000000000000'
const state = ({ show }: Scene, id: string) => show(id)?.State?.Name

describe('what EC2 refuses about instances', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an unknown id': {
      act: ({ ops }) => ops.DescribeInstances({ InstanceIds: [MISSING] }),
      says: `InvalidInstanceID.NotFound: The instance ID '${MISSING}' does not exist`,
    },
    'two unknown ids': {
      act: ({ ops }) => ops.TerminateInstances({ InstanceIds: ['i-00000001', 'i-00000002'] }),
      says: "InvalidInstanceID.NotFound: The instance IDs 'i-00000001, i-00000002' do not exist",
    },
    'an id that is none': {
      act: ({ ops }) => ops.StopInstances({ InstanceIds: ['web'] }),
      says: 'InvalidInstanceID.Malformed: Invalid id: "web" (expecting "i-...")',
    },
    'ids together with a page size': {
      act: ({ ops, runOne }) => ops.DescribeInstances({ InstanceIds: [runOne()], MaxResults: 5 }),
      says: 'InvalidParameterCombination: The parameter instancesSet cannot be used with the parameter maxResults',
    },
    'a page of four': {
      act: ({ ops }) => ops.DescribeInstances({ MaxResults: 4 }),
      says: 'InvalidParameterValue: Value ( 4 ) for parameter maxResults is invalid.',
    },
    'a page of 1001': {
      act: ({ ops }) => ops.DescribeInstances({ MaxResults: 1001 }),
      says: 'InvalidParameterValue: Value ( 1001 ) for parameter maxResults is invalid.',
    },
    'a token that is none': {
      act: ({ ops }) => ops.DescribeInstances({ MaxResults: 5, NextToken: 'x' }),
      says: 'InvalidNextToken',
    },
    'more than 1000 ids': {
      act: ({ ops }) => ops.TerminateInstances({ InstanceIds: Array.from({ length: 1001 }, () => MISSING) }),
      says: 'InvalidParameterValue: No more than 1000 ids',
    },
    'a launch without image': {
      act: ({ run }) => run({ ImageId: undefined }),
      says: 'MissingParameter: The request must contain the parameter ImageId',
    },
    'a type that is none': {
      act: ({ run }) => run({ InstanceType: 't9.huge' }),
      says: "InvalidParameterValue: Invalid value 't9.huge' for InstanceType.",
    },
    'an image of another architecture': {
      act: ({ run }) => run({ InstanceType: 't4g.micro' }),
      says: "InvalidParameterValue: The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64'",
    },
    'an unknown subnet': {
      act: ({ run }) => run({ SubnetId: 'subnet-00000000' }),
      says: "InvalidSubnetID.NotFound: The subnet ID 'subnet-00000000' does not exist",
    },
    'an unknown security group': {
      act: ({ run }) => run({ SecurityGroupIds: ['sg-00000000'] }),
      says: "InvalidGroup.NotFound: The security group 'sg-00000000' does not exist",
    },
    'an unknown key': {
      act: ({ run }) => run({ KeyName: 'ops' }),
      says: "InvalidKeyPair.NotFound: The key pair 'ops' does not exist",
    },
    'a subnet at instance and interface': {
      act: ({ run, subnetId }) => run({ SubnetId: subnetId(0), NetworkInterfaces: [{ DeviceIndex: 0 }] }),
      says: 'InvalidParameterCombination: Network interfaces and an instance-level subnet ID may not be specified on the same request',
    },
    'a root volume smaller than the image': {
      act: ({ run }) => run({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 4 } }] }),
      says: 'InvalidBlockDeviceMapping: Volume of size 4GB is smaller than snapshot',
    },
    'a reserved tag': {
      act: ({ run }) =>
        run({ TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'aws:x', Value: '1' }] }] }),
      says: "InvalidParameterValue: Tag keys starting with 'aws:' are reserved for internal use",
    },
    'more at least than at most': { act: ({ run }) => run({ MinCount: 2 }), says: 'InvalidParameterValue' },
    'no capacity': {
      act: ({ run, behaviour }) => {
        behaviour.refuseLaunch = ({ zone }) => `no capacity in ${zone}`
        run()
      },
      says: 'InsufficientInstanceCapacity: no capacity in eu-west-1a',
    },
    'a subnet without free addresses': {
      act: ({ ops, ec2, run }) => {
        const vpc = ops.CreateVpc({ CidrBlock: '10.0.0.0/16' }).Vpc?.VpcId ?? ''
        run({
          SubnetId: ec2.seedSubnet({ zone: 'eu-west-1a', cidr: '10.0.0.0/28', vpcId: vpc }),
          MinCount: 12,
          MaxCount: 12,
        })
      },
      says: 'InsufficientFreeAddressesInSubnet: There are not enough free addresses in subnet',
    },
    'a stop while pending': {
      act: ({ ops, runOne }) => ops.StopInstances({ InstanceIds: [runOne()] }),
      says: 'is not in a state from which it can be stopped.',
    },
    'a start while stopping': {
      act: ({ ops, runOne, timeline }) => {
        const ids = { InstanceIds: [runOne()] }
        timeline.advance(30)
        ops.StopInstances(ids)
        ops.StartInstances(ids)
      },
      says: 'IncorrectInstanceState: The instance',
    },
    'the end of a protected instance': {
      act: ({ ops, runOne }) => ops.TerminateInstances({ InstanceIds: [runOne({ DisableApiTermination: true })] }),
      says: "may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.",
    },
    'the end of an instance that is protected against being stopped': {
      act: ({ ops, runOne }) => ops.TerminateInstances({ InstanceIds: [runOne({ DisableApiStop: true })] }),
      says: "may not be terminated. Modify its 'disableApiStop' instance attribute and try again.",
    },
    'a trial run': {
      act: ({ run }) => run({ DryRun: true }),
      says: 'DryRunOperation: Request would have succeeded, but DryRun flag is set.',
    },
    'a token used for something else': {
      act: ({ run }) => [run({ ClientToken: 'one' }), run({ ClientToken: 'one', MaxCount: 2 })],
      says: 'IdempotentParameterMismatch',
    },
    'two attributes in one change': {
      act: ({ ops, runOne }) =>
        ops.ModifyInstanceAttribute({
          InstanceId: runOne(),
          DisableApiTermination: { Value: true },
          DisableApiStop: { Value: true },
        }),
      says: 'InvalidParameterCombination: Fields for multiple attribute types specified',
    },
    'another type while it runs': {
      act: ({ ops, runOne }) =>
        ops.ModifyInstanceAttribute({ InstanceId: runOne(), InstanceType: { Value: 't3.small' } }),
      says: "is not in the 'stopped' state.",
    },
    'credits of a type without': {
      act: ({ ops, runOne }) =>
        ops.DescribeInstanceCreditSpecifications({ InstanceIds: [runOne({ InstanceType: 'm5.large' })] }),
      says: 'UnsupportedOperation',
    },
    'the status of 101 ids': {
      act: ({ ops }) => ops.DescribeInstanceStatus({ InstanceIds: Array.from({ length: 101 }, () => MISSING) }),
      says: 'InvalidParameterValue: No more than 100',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('an instance boots, stops, starts and ends, and is forgotten an hour later', () => {
  const account = scene()
  const { ops, timeline } = account
  const heard: string[] = []
  account.ec2.onStateChange((machine) => heard.push(machine.state))
  const id = account.runOne()
  const ids = { InstanceIds: [id] }
  expect(state(account, id)).toBe('pending')
  timeline.advance(30)
  ops.StopInstances(ids)
  timeline.advance(10)
  ops.StartInstances(ids)
  timeline.advance(30)
  expect(ops.TerminateInstances(ids).TerminatingInstances).toEqual([
    { InstanceId: id, PreviousState: { Code: 16, Name: 'running' }, CurrentState: { Code: 32, Name: 'shutting-down' } },
  ])
  timeline.advance(10)
  ops.TerminateInstances(ids)
  expect(heard).toEqual([
    'pending',
    'running',
    'stopping',
    'stopped',
    'pending',
    'running',
    'shutting-down',
    'terminated',
  ])
  timeline.advance(3599)
  expect(account.show(id)?.State).toEqual({ Code: 48, Name: 'terminated' })
  timeline.advance(1)
  expect(refusal(() => account.show(id))).toContain('InvalidInstanceID.NotFound')
})

test('with one unknown id among those to terminate none is terminated', () => {
  const account = scene()
  const id = account.runOne()
  refusal(() => account.ops.TerminateInstances({ InstanceIds: [id, MISSING] }))
  expect(state(account, id)).toBe('pending')
})

test('a protected instance keeps its whole zone, and the call fails although instances of other zones are terminated', () => {
  const account = scene()
  const kept = account.runOne({ DisableApiTermination: true })
  const neighbour = account.runOne()
  const elsewhere = account.runOne({ SubnetId: account.subnetId(1) })
  expect(refusal(() => account.ops.TerminateInstances({ InstanceIds: [elsewhere, kept, neighbour] }))).toContain(
    'OperationNotPermitted',
  )
  expect([kept, neighbour, elsewhere].map((id) => state(account, id))).toEqual(['pending', 'pending', 'shutting-down'])
})

test('Auto Scaling terminates a protected instance too', () => {
  const account = scene()
  const id = account.runOne({ DisableApiTermination: true })
  account.ec2.terminate(id)
  account.ec2.terminate('i-unknown')
  expect(state(account, id)).toBe('shutting-down')
})

test('as many instances start as there is capacity for, if that is enough', () => {
  const account = scene()
  let room = 3
  account.behaviour.refuseLaunch = () => (room-- > 0 ? undefined : 'full')
  expect(account.run({ MinCount: 2, MaxCount: 5 })).toHaveLength(3)
})

test('instances use up free addresses until they are terminated', () => {
  const account = scene()
  const free = () =>
    account.ops.DescribeSubnets({ SubnetIds: [account.subnetId(0)] }).Subnets?.[0]?.AvailableIpAddressCount
  const before = free()
  const ids = account.run({ MinCount: 3, MaxCount: 3 })
  expect([before, free()]).toEqual([4091, 4088])
  account.ops.TerminateInstances({ InstanceIds: ids })
  account.timeline.advance(10)
  expect(free()).toBe(4091)
})

test('a template gives what the call does not say, and leaves its name in tags', () => {
  const account = scene()
  const template = account.ops.CreateLaunchTemplate({
    LaunchTemplateName: 'web',
    LaunchTemplateData: {
      ImageId: account.imageId,
      InstanceType: 't3.small',
      UserData: 'aGk=',
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web' }] }],
    },
  }).LaunchTemplate
  const answer = account.ops.RunInstances({
    MinCount: 1,
    MaxCount: 1,
    InstanceType: 't3.large',
    LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' },
  })
  const instance = answer.Instances?.[0]
  expect(instance).toMatchObject({ ImageId: account.imageId, InstanceType: 't3.large' })
  expect(instance?.Tags).toEqual([
    { Key: 'Name', Value: 'web' },
    { Key: 'aws:ec2launchtemplate:id', Value: template?.LaunchTemplateId },
    { Key: 'aws:ec2launchtemplate:version', Value: '1' },
  ])
  const data = account.ops.DescribeInstanceAttribute({ InstanceId: instance?.InstanceId ?? '', Attribute: 'userData' })
  expect(data.UserData).toEqual({ Value: 'aGk=' })
})

test('a launch by Auto Scaling takes image and type from the group, the rest from the template, and the group wins over its tags', () => {
  const account = scene()
  const id = account.ops.CreateLaunchTemplate({
    LaunchTemplateName: 'web',
    LaunchTemplateData: {
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 3 },
      NetworkInterfaces: [{ DeviceIndex: 0, AssociatePublicIpAddress: false }],
      TagSpecifications: [
        {
          ResourceType: 'instance',
          Tags: [
            { Key: 'Name', Value: 'template' },
            { Key: 'team', Value: 'a' },
          ],
        },
      ],
    },
  }).LaunchTemplate?.LaunchTemplateId
  const machine = account.ec2.launch({
    imageId: account.imageId,
    type: 'm5.large',
    subnetId: account.subnetId(1),
    template: { id: id ?? '', version: 1 },
    spot: true,
    tags: { Name: 'group', 'aws:autoscaling:groupName': 'web' },
  })
  const shown = account.show(machine.id)
  expect(shown).toMatchObject({ InstanceType: 'm5.large', InstanceLifecycle: 'spot', SubnetId: account.subnetId(1) })
  expect(shown?.PublicIpAddress).toBeUndefined()
  expect(shown?.MetadataOptions).toMatchObject({ HttpTokens: 'required', HttpPutResponseHopLimit: 3 })
  expect(Object.fromEntries((shown?.Tags ?? []).map(({ Key, Value }) => [Key, Value]))).toMatchObject({
    Name: 'group',
    team: 'a',
    'aws:autoscaling:groupName': 'web',
  })
})

test('pages hold whole instances in the order of their launch, and nothing twice', () => {
  const account = scene()
  const ids = account.run({ MinCount: 7, MaxCount: 7 })
  const page = (NextToken?: string) =>
    account.ops.DescribeInstances({ MaxResults: 5, ...(NextToken ? { NextToken } : {}) })
  const first = page()
  account.timeline.advance(30)
  account.run()
  const second = page(first.NextToken)
  const observed = [first, second]
    .flatMap(({ Reservations }) => Reservations ?? [])
    .flatMap(({ Instances }) => Instances ?? [])
  expect(observed.slice(0, 7).map(({ InstanceId }) => InstanceId)).toEqual(ids)
  expect(observed).toHaveLength(8)
})

test.each([
  { name: 'that are asked for may be short although more follows', request: { MaxResults: 1000 }, isShort: true },
  { name: 'that are not asked for come as one', request: {}, isShort: false },
])('pages $name', ({ request, isShort }) => {
  const account = scene({ shortPages: new Random(5) })
  const ids = account.run({ MinCount: 20, MaxCount: 20 })
  const pages: string[][] = []
  for (let NextToken: string | undefined, isFirst = true; isFirst || NextToken !== undefined; isFirst = false) {
    const page = account.ops.DescribeInstances({ ...request, ...(NextToken !== undefined && { NextToken }) })
    pages.push(
      (page.Reservations ?? []).flatMap(({ Instances = [] }) => Instances.map(({ InstanceId = '' }) => InstanceId)),
    )
    NextToken = page.NextToken
  }
  expect(pages.flat()).toEqual(ids)
  expect(pages.length > 1).toBe(isShort)
})

test('filters name states, images, zones and tags', () => {
  const account = scene()
  const [first = '', second = ''] = account.run({ MinCount: 2, MaxCount: 2 })
  const third = account.runOne({ SubnetId: account.subnetId(2) })
  account.ops.CreateTags({ Resources: [second], Tags: [{ Key: 'Name', Value: 'odd' }] })
  account.ops.TerminateInstances({ InstanceIds: [first] })
  const by = (Name: string, ...Values: string[]) =>
    (account.ops.DescribeInstances({ Filters: [{ Name, Values }] }).Reservations ?? []).flatMap(({ Instances }) =>
      (Instances ?? []).map(({ InstanceId }) => InstanceId),
    )
  expect(by('instance-state-name', 'pending', 'running')).toEqual([second, third])
  expect(by('tag:Name', 'o*')).toEqual([second])
  expect(by('tag-key', 'Name')).toEqual([second])
  expect(by('availability-zone', 'eu-west-1c')).toEqual([third])
})

test('within the lag after its launch an instance is not there yet', () => {
  const account = scene({ staleSeconds: 3 })
  const id = account.runOne()
  expect(refusal(() => account.show(id))).toContain('InvalidInstanceID.NotFound')
  expect(account.ops.DescribeInstances({}).Reservations).toEqual([])
  account.timeline.advance(3)
  expect(account.show(id)?.InstanceId).toBe(id)
})

test('status checks turn ok some time after running, and only running ones are listed', () => {
  const account = scene()
  account.behaviour.statusCheckSeconds = 90
  const id = account.runOne()
  const status = () => account.ops.DescribeInstanceStatus({ InstanceIds: [id] }).InstanceStatuses?.[0]
  expect(status()).toBeUndefined()
  account.timeline.advance(30)
  expect(status()?.InstanceStatus?.Status).toBe('initializing')
  account.timeline.advance(90)
  expect([status()?.InstanceStatus?.Status, status()?.SystemStatus?.Status]).toEqual(['ok', 'ok'])
  account.ec2.setReachable(id, 'impaired')
  expect([status()?.InstanceStatus?.Status, status()?.SystemStatus?.Status]).toEqual(['impaired', 'ok'])
})

test('attributes are changed and read again', () => {
  const account = scene()
  const id = account.runOne()
  account.ops.ModifyInstanceAttribute({ InstanceId: id, DisableApiTermination: { Value: true } })
  expect(account.ops.DescribeInstanceAttribute({ InstanceId: id, Attribute: 'disableApiTermination' })).toEqual({
    InstanceId: id,
    DisableApiTermination: { Value: true },
  })
  account.timeline.advance(30)
  account.ops.StopInstances({ InstanceIds: [id] })
  account.timeline.advance(10)
  account.ops.ModifyInstanceAttribute({ InstanceId: id, UserData: { Value: Buffer.from('hi') } })
  account.ops.ModifyInstanceAttribute({ InstanceId: id, Attribute: 'instanceType', Value: 't3.large' })
  expect(account.ops.DescribeInstanceAttribute({ InstanceId: id, Attribute: 'userData' }).UserData).toEqual({
    Value: 'aGk=',
  })
  expect(account.show(id)?.InstanceType).toBe('t3.large')
})

test('T3 is unlimited, T2 standard, by default', () => {
  const account = scene()
  const ids = [{}, { InstanceType: 't2.micro' }, { CreditSpecification: { CpuCredits: 'standard' } }].map((more) =>
    account.runOne(more),
  )
  const { InstanceCreditSpecifications: found } = account.ops.DescribeInstanceCreditSpecifications({ InstanceIds: ids })
  expect(found?.map(({ CpuCredits }) => CpuCredits)).toEqual(['unlimited', 'standard', 'standard'])
})

test('the console shows a host key of its own for each instance', () => {
  const account = scene()
  const ids = account.run({ MinCount: 2, MaxCount: 2 })
  account.timeline.advance(30)
  const [one, other] = ids.map((id) =>
    Buffer.from(account.ops.GetConsoleOutput({ InstanceId: id }).Output ?? '', 'base64').toString(),
  )
  expect(one).toMatch(/256 SHA256:[A-Za-z0-9+/]{43} root@ip-.* \(ED25519\)/)
  expect(one).not.toBe(other)
})

test('sizes of volumes are the image’s, overridden by the launch', () => {
  const account = scene()
  account.run({
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 50, Encrypted: true } },
      { DeviceName: '/dev/xvdb', Ebs: { VolumeSize: 9 } },
    ],
  })
  expect(account.ops.DescribeVolumes({}).Volumes?.map(({ Size, Encrypted }) => [Size, Encrypted])).toEqual([
    [50, true],
    [9, false],
  ])
})

test('20,000 instances are started and listed in a moment', () => {
  const account = scene()
  const vpc = account.ops.CreateVpc({ CidrBlock: '10.0.0.0/16' }).Vpc?.VpcId ?? ''
  const SubnetId = account.ec2.seedSubnet({ zone: 'eu-west-1a', cidr: '10.0.0.0/16', vpcId: vpc })
  account.run({ SubnetId, MinCount: 20_000, MaxCount: 20_000 })
  account.timeline.advance(30)
  let [count, token]: [number, string | undefined] = [0, undefined]
  do {
    const page: ReturnType<typeof account.ops.DescribeInstances> = account.ops.DescribeInstances({
      MaxResults: 1000,
      ...(token === undefined ? {} : { NextToken: token }),
    })
    count += page.Reservations?.[0]?.Instances?.length ?? 0
    token = page.NextToken
  } while (token !== undefined)
  expect(count).toBe(20_000)
})
