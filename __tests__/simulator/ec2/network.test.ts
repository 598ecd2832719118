import { refusal, scene, type Scene } from './fixture.ts'

describe('what EC2 refuses about networks, tags and types', () => {
  const rows: Record<string, { act: (s: Scene) => unknown; says: string }> = {
    'an unknown subnet': {
      act: ({ ops }) => ops.DescribeSubnets({ SubnetIds: ['subnet-00000000'] }),
      says: 'InvalidSubnetID.NotFound',
    },
    'a subnet outside its network': {
      act: ({ ec2 }) => ec2.seedSubnet({ zone: 'eu-west-1a', cidr: '10.0.0.0/24' }),
      says: "InvalidSubnet.Range: The CIDR '10.0.0.0/24' is invalid.",
    },
    'a subnet over another': {
      act: ({ ec2 }) => ec2.seedSubnet({ zone: 'eu-west-1a', cidr: '172.31.0.0/24' }),
      says: 'InvalidSubnet.Conflict',
    },
    'a subnet in use': {
      act: ({ ops, runOne, subnetId }) => [runOne(), ops.DeleteSubnet({ SubnetId: subnetId(0) })],
      says: 'DependencyViolation',
    },
    'a zone of another region': {
      act: ({ ops }) => ops.DescribeAvailabilityZones({ ZoneNames: ['us-east-1a'] }),
      says: 'InvalidParameterValue: Invalid availability zone: [us-east-1a]',
    },
    'a group name used twice': {
      act: ({ ops }) => ops.CreateSecurityGroup({ GroupName: 'default', Description: 'again' }),
      says: "InvalidGroup.Duplicate: The security group 'default' already exists for VPC",
    },
    'a reserved tag': {
      act: ({ ops, imageId }) => ops.CreateTags({ Resources: [imageId], Tags: [{ Key: 'aws:x', Value: '1' }] }),
      says: "InvalidParameterValue: Tag keys starting with 'aws:' are reserved for internal use",
    },
    'the removal of a reserved tag': {
      act: ({ ops, imageId }) => ops.DeleteTags({ Resources: [imageId], Tags: [{ Key: 'aws:x' }] }),
      says: "InvalidParameterValue: Tag keys starting with 'aws:' are reserved for internal use",
    },
    'a tag on nothing': {
      act: ({ ops }) => ops.CreateTags({ Resources: ['i-00000000'], Tags: [{ Key: 'a', Value: '1' }] }),
      says: 'InvalidInstanceID.NotFound',
    },
    'a tag on what is no resource': {
      act: ({ ops }) => ops.CreateTags({ Resources: ['web'], Tags: [{ Key: 'a', Value: '1' }] }),
      says: "InvalidID: The ID 'web' is not valid",
    },
    'the 51st tag': {
      act: ({ ops, imageId }) => {
        const tags = Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: '' }))
        ops.CreateTags({ Resources: [imageId], Tags: tags })
        ops.CreateTags({ Resources: [imageId], Tags: [{ Key: 'one more', Value: '' }] })
      },
      says: 'TagLimitExceeded',
    },
    'an unknown type': {
      act: ({ ops }) => ops.DescribeInstanceTypes({ InstanceTypes: ['t9.huge' as 't3.nano'] }),
      says: 'InvalidInstanceType: The following supplied instance types do not exist: [t9.huge]',
    },
    'a page of 101 types': {
      act: ({ ops }) => ops.DescribeInstanceTypes({ MaxResults: 101 }),
      says: 'InvalidMaxResults: Value ( 101 )',
    },
  }
  test.each(Object.entries(rows))('%s', (_, { act, says }) => {
    expect(refusal(() => act(scene()))).toContain(says)
  })
})

test('a new account has a default network over three zones', () => {
  const { ops } = scene()
  expect(ops.DescribeVpcs({}).Vpcs).toEqual([expect.objectContaining({ CidrBlock: '172.31.0.0/16', IsDefault: true })])
  expect(
    ops.DescribeSubnets({}).Subnets?.map((subnet) => [subnet.AvailabilityZone, subnet.AvailableIpAddressCount]),
  ).toEqual([
    ['eu-west-1a', 4091],
    ['eu-west-1b', 4091],
    ['eu-west-1c', 4091],
  ])
  expect(ops.DescribeAvailabilityZones({}).AvailabilityZones?.[1]).toMatchObject({ ZoneId: 'euw1-az2' })
})

test('subnets are found by globs on their name', () => {
  const { ec2, ops } = scene()
  const id = ec2.seedSubnet({ zone: 'eu-west-1b', cidr: '172.31.48.0/24', tags: { Name: 'dmz-b' } })
  const found = ops.DescribeSubnets({ Filters: [{ Name: 'tag:Name', Values: ['*dmz*'] }] }).Subnets
  expect(found?.map(({ SubnetId }) => SubnetId)).toEqual([id])
})

test.each(
  Object.entries({
    't3.micro': { vcpus: 2, mib: 1024, architecture: 'x86_64' },
    't2.micro': { vcpus: 1, mib: 1024, architecture: 'i386,x86_64' },
    't4g.large': { vcpus: 2, mib: 8192, architecture: 'arm64' },
    'm5.24xlarge': { vcpus: 96, mib: 393_216, architecture: 'x86_64' },
    'm7g.medium': { vcpus: 1, mib: 4096, architecture: 'arm64' },
    'c5.9xlarge': { vcpus: 36, mib: 73_728, architecture: 'x86_64' },
    'r5.2xlarge': { vcpus: 8, mib: 65_536, architecture: 'x86_64' },
  }),
)('%s has its processors, memory and architecture', (type, { vcpus, mib, architecture }) => {
  const [found] = scene().ops.DescribeInstanceTypes({ InstanceTypes: [type as 't3.micro'] }).InstanceTypes ?? []
  expect(found?.VCpuInfo?.DefaultVCpus).toBe(vcpus)
  expect(found?.MemoryInfo?.SizeInMiB).toBe(mib)
  expect(found?.ProcessorInfo?.SupportedArchitectures?.join()).toBe(architecture)
})

test('tags are added, replaced, shown and taken away by key or by value', () => {
  const { ops, imageId } = scene()
  const Resources = [imageId]
  const shown = () =>
    ops
      .DescribeTags({ Filters: [{ Name: 'resource-id', Values: Resources }] })
      .Tags?.map(({ Key, Value }) => `${Key}=${Value}`)
  ops.CreateTags({
    Resources,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
      { Key: 'c', Value: '3' },
    ],
  })
  ops.CreateTags({ Resources, Tags: [{ Key: 'a', Value: '9' }] })
  ops.DeleteTags({ Resources, Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] })
  expect(shown()).toEqual(['a=9', 'c=3'])
  ops.DeleteTags({ Resources })
  expect(shown()).toEqual([])
})

test('interfaces carry the addresses of their instance', () => {
  const { ec2, ops, runOne } = scene()
  const id = runOne()
  const [found] =
    ops.DescribeNetworkInterfaces({ Filters: [{ Name: 'attachment.instance-id', Values: [id] }] }).NetworkInterfaces ??
    []
  expect([found?.PrivateIpAddress, found?.Association?.PublicIp]).toEqual([
    ec2.addressOf(id)?.private,
    ec2.addressOf(id)?.public,
  ])
})

test('a key is imported once, used and deleted', () => {
  const { ops, show, runOne } = scene()
  ops.ImportKeyPair({ KeyName: 'ops', PublicKeyMaterial: Buffer.from('ssh-ed25519 AAAA') })
  expect(show(runOne({ KeyName: 'ops' }))?.KeyName).toBe('ops')
  expect(refusal(() => ops.ImportKeyPair({ KeyName: 'ops', PublicKeyMaterial: Buffer.from('x') }))).toContain(
    'InvalidKeyPair.Duplicate',
  )
  ops.DeleteKeyPair({ KeyName: 'ops' })
  expect(ops.DescribeKeyPairs({}).KeyPairs).toEqual([])
})

test('an empty list of ids means all', () => {
  const { ops, runOne } = scene()
  runOne()
  expect(ops.DescribeSubnets({ SubnetIds: [] }).Subnets).toHaveLength(3)
  expect(ops.DescribeSecurityGroups({ GroupIds: [], GroupNames: [] }).SecurityGroups).toHaveLength(1)
  expect(ops.DescribeNetworkInterfaces({ NetworkInterfaceIds: [] }).NetworkInterfaces).toHaveLength(1)
})

describe('an IPv6-native subnet', () => {
  test('has no IPv4 address to give, takes any number of instances, and cannot be removed while it has one', () => {
    const { ec2, ops, imageId } = scene()
    const SubnetId = ec2.seedSubnet({ zone: 'eu-west-1a', ipv6Cidr: '2600:1f14:1:2::/64' })
    const described = () => ops.DescribeSubnets({ SubnetIds: [SubnetId] }).Subnets?.[0]
    expect(described()).toMatchObject({
      Ipv6Native: true,
      AvailableIpAddressCount: 0,
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f14:1:2::/64' }],
    })
    expect(described()).not.toHaveProperty('CidrBlock')
    const { Instances = [] } = ops.RunInstances({ ImageId: imageId, InstanceType: 't3.micro', SubnetId, MinCount: 2, MaxCount: 2 }) // prettier-ignore
    expect(Instances.map(({ Ipv6Address }) => Ipv6Address)).toEqual(['2600:1f14:1:2::10', '2600:1f14:1:2::11'])
    expect(Instances[0]).not.toHaveProperty('PrivateIpAddress')
    expect(described()?.AvailableIpAddressCount).toBe(0)
    expect(refusal(() => ops.DeleteSubnet({ SubnetId }))).toContain('DependencyViolation')
  })

  test('is made with an IPv6 block and no IPv4 block', () => {
    const { ops } = scene()
    const [vpc] = ops.DescribeVpcs({}).Vpcs ?? []
    const { Subnet } = ops.CreateSubnet({ VpcId: vpc?.VpcId, Ipv6Native: true, Ipv6CidrBlock: '2600:1f14:1:3::/64' })
    expect(Subnet?.Ipv6Native).toBe(true)
    expect(refusal(() => ops.CreateSubnet({ VpcId: vpc?.VpcId }))).toContain('MissingParameter')
  })
})
