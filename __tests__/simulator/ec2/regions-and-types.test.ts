import { SimulatedAccount } from '../../../simulator/account.ts'
import { refusal, scene } from './fixture.ts'

describe('regions', () => {
  const names = (it: ReturnType<typeof scene>, input: object = {}) =>
    it.ops.DescribeRegions(input).Regions?.map(({ RegionName }) => RegionName) ?? []

  it('are told that need no opt-in, and the others on request', () => {
    const it = scene()
    expect(names(it)).toEqual(expect.arrayContaining(['eu-west-1', 'us-east-1']))
    expect(names(it)).not.toContain('af-south-1')
    expect(names(it, { AllRegions: true })).toContain('af-south-1')
    expect(it.ops.DescribeRegions({ RegionNames: ['af-south-1'] }).Regions).toEqual([
      { RegionName: 'af-south-1', OptInStatus: 'not-opted-in', Endpoint: 'ec2.af-south-1.amazonaws.com' },
    ])
  })

  it('are filtered, and refused where AWS has none of the name', () => {
    const it = scene()
    expect(names(it, { Filters: [{ Name: 'region-name', Values: ['eu-central-*'] }] })).toEqual(['eu-central-1'])
    expect(names(it, { AllRegions: true, Filters: [{ Name: 'opt-in-status', Values: ['not-opted-in'] }] })).not.toContain('eu-west-1') // prettier-ignore
    expect(refusal(() => names(it, { RegionNames: ['eu-west-9'] }))).toMatch(/^InvalidParameterValue:/)
  })

  it('have the region of the account, also one to opt in to', () => {
    const { ec2 } = new SimulatedAccount({ region: 'eu-south-1' })
    const own = ec2.operations.DescribeRegions({}).Regions?.find(({ RegionName }) => RegionName === 'eu-south-1')
    expect(own?.OptInStatus).toBe('opted-in')
  })
})

test.each([
  { name: 'm7i.48xlarge', cpus: 192, gib: 768, architecture: 'x86_64' },
  { name: 'm8g.medium', cpus: 1, gib: 4, architecture: 'arm64' },
  { name: 'c7g.16xlarge', cpus: 64, gib: 128, architecture: 'arm64' },
  { name: 'r6i.32xlarge', cpus: 128, gib: 1024, architecture: 'x86_64' },
])('the newer type $name has $cpus CPUs and $gib GiB', ({ name, cpus, gib, architecture }) => {
  const [type] = scene().ops.DescribeInstanceTypes({ InstanceTypes: [name as 't3.micro'] }).InstanceTypes ?? []
  expect(type).toMatchObject({
    VCpuInfo: { DefaultVCpus: cpus },
    MemoryInfo: { SizeInMiB: gib * 1024 },
    ProcessorInfo: { SupportedArchitectures: [architecture] },
  })
})

describe('filters that are named after what is shown', () => {
  const it1 = () => {
    const it = scene()
    const [one = '', other = ''] = it.run({ MinCount: 2, MaxCount: 2 })
    it.timeline.advance(60)
    const volume = it.show(one)?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId ?? ''
    const address = it.show(one)?.PrivateIpAddress ?? ''
    it.ops.StopInstances({ InstanceIds: [other] })
    const found = (Name: string, ...Values: string[]) =>
      (it.ops.DescribeInstances({ Filters: [{ Name, Values }] }).Reservations ?? []).flatMap(({ Instances = [] }) =>
        Instances.map(({ InstanceId }) => InstanceId),
      )
    return { it, one, other, volume, address, found }
  }

  test('find instances by their volumes, addresses, and reasons', () => {
    const { one, other, volume, address, found } = it1()
    expect(found('block-device-mapping.volume-id', volume)).toEqual([one])
    expect(found('network-interface.addresses.private-ip-address', address)).toEqual([one])
    expect(found('state-reason-code', 'Client.UserInitiatedShutdown')).toEqual([other])
    expect(found('ebs-optimized', 'false')).toEqual([one, other])
  })

  test('find nothing by what no instance has, and are refused where AWS has no such filter', () => {
    const { found } = it1()
    expect(found('kernel-id', '*')).toEqual([])
    expect(refusal(() => found('colour', 'red'))).toBe("InvalidParameterValue: The filter 'colour' is invalid")
  })

  test('find images by their source, volumes by their size, interfaces by their kind, types by their cores', () => {
    const { it, one } = it1()
    const { ImageId } = it.ops.CreateImage({ InstanceId: one, Name: 'baked', NoReboot: true })
    const by = (Name: string, ...Values: string[]) => ({ Filters: [{ Name, Values }] })
    expect(it.ops.DescribeImages(by('source-instance-id', one)).Images?.map((image) => image.ImageId)).toEqual([ImageId]) // prettier-ignore
    expect(it.ops.DescribeVolumes(by('size', '8')).Volumes).toHaveLength(2)
    expect(it.ops.DescribeVolumes(by('size', '9')).Volumes).toEqual([])
    expect(it.ops.DescribeNetworkInterfaces(by('interface-type', 'interface')).NetworkInterfaces).toHaveLength(2)
    const cores = it.ops.DescribeInstanceTypes(by('vcpu-info.default-cores', '96')).InstanceTypes ?? []
    expect(cores.map(({ InstanceType }) => InstanceType)).toContain('m7i.48xlarge')
  })
})

test('zones are told by id, and key pairs too', () => {
  const { ops } = scene()
  const zones = (ZoneIds: string[]) => ops.DescribeAvailabilityZones({ ZoneIds }).AvailabilityZones ?? []
  expect(zones(['euw1-az2']).map(({ ZoneName }) => ZoneName)).toEqual(['eu-west-1b'])
  expect(refusal(() => zones(['euw1-az9']))).toMatch(/^InvalidParameterValue:/)
  const PublicKeyMaterial = Buffer.from('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== key')
  const ids = ['a', 'b'].map((KeyName) => ops.ImportKeyPair({ KeyName, PublicKeyMaterial }).KeyPairId ?? '')
  expect(ops.DescribeKeyPairs({ KeyPairIds: ids.slice(1) }).KeyPairs?.map(({ KeyName }) => KeyName)).toEqual(['b'])
  expect(refusal(() => ops.DescribeKeyPairs({ KeyPairIds: ['key-00000000000000000'] }))).toMatch(/^InvalidKeyPair.NotFound:/) // prettier-ignore
})
