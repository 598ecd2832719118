import type { Instance, Volume } from '@aws-sdk/client-ec2'
import { type BastionDescription, launchLike, ownTags, peculiarities } from '../../../src/aws/bastion/description.ts'
import { launchCall, launchFingerprint, type BastionLaunch } from '../../../src/aws/bastion/launch.ts'
import type { MachineImage } from '../../../src/domain/image/machine-image.ts'

const image: MachineImage = {
  id: 'ami-2',
  name: 'bastion-2',
  owner: '123456789012',
  architecture: 'x86_64',
  virtualization: 'hvm',
  rootType: 'ebs',
  createdAt: 0,
  deprecatedAt: undefined,
  state: 'available',
  rootDevice: '/dev/xvda',
  rootGiB: 10,
}

const instance: Instance = {
  InstanceId: 'i-old',
  ImageId: 'ami-1',
  InstanceType: 't3.micro',
  RootDeviceName: '/dev/xvda',
  SecurityGroups: [{ GroupId: 'sg-1' }],
  Monitoring: { State: 'disabled' },
  Placement: { AvailabilityZone: 'a', Tenancy: 'default' },
}

const described = (over: Partial<BastionDescription> = {}): BastionDescription => ({
  instance,
  userData: 'dXNlcg==',
  volumes: [],
  credits: undefined,
  shutdownBehavior: 'stop',
  wasProtected: false,
  stopProtected: false,
  ...over,
})

/** A bastion with one volume at a device. */
function withVolume(DeviceName: string, volume: Volume, DeleteOnTermination = true): BastionDescription {
  const mapped = { ...instance, BlockDeviceMappings: [{ DeviceName, Ebs: { VolumeId: 'vol-1', DeleteOnTermination } }] }
  return described({ instance: mapped, volumes: [{ VolumeId: 'vol-1', ...volume }] })
}

const devices = (description: BastionDescription, over: Partial<MachineImage> = {}) =>
  launchLike(description, { ...image, ...over }, undefined).BlockDeviceMappings

describe('volumes', () => {
  test('keep size, type and encryption with its key', () => {
    const volume = {
      Size: 30,
      VolumeType: 'gp3',
      Iops: 4000,
      Throughput: 200,
      Encrypted: true,
      KmsKeyId: 'arn:key',
    } as const
    expect(devices(withVolume('/dev/xvda', volume))).toEqual([
      {
        DeviceName: '/dev/xvda',
        Ebs: {
          VolumeSize: 30,
          VolumeType: 'gp3',
          Iops: 4000,
          Throughput: 200,
          Encrypted: true,
          KmsKeyId: 'arn:key',
          DeleteOnTermination: true,
        },
      },
    ])
  })

  test('name no IOPS where EC2 derives them, and no encryption where there is none', () => {
    const volume = { Size: 30, VolumeType: 'gp2', Iops: 100, Encrypted: false } as const
    expect(devices(withVolume('/dev/xvda', volume))).toEqual([
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30, VolumeType: 'gp2', DeleteOnTermination: true } },
    ])
  })

  test('of the root are never smaller than the image, and follow its device', () => {
    const [root] =
      devices(withVolume('/dev/xvda', { Size: 8, VolumeType: 'gp3' }), { rootGiB: 20, rootDevice: '/dev/sda1' }) ?? []
    expect(root).toMatchObject({ DeviceName: '/dev/sda1', Ebs: { VolumeSize: 20 } })
  })

  test('that stay when the old one is terminated are reported', () => {
    expect(peculiarities(withVolume('/dev/xvdf', { Size: 8 }, false))).toEqual([
      'The volume vol-1 at /dev/xvdf stays when i-old is terminated; the new bastion gets a volume of its own instead.',
    ])
    expect(peculiarities(withVolume('/dev/xvdf', { Size: 8 }))).toEqual([])
  })
})

test('settings that differ from a default are copied', () => {
  const special: Instance = {
    ...instance,
    KeyName: 'team',
    IamInstanceProfile: { Arn: 'arn:profile' },
    EbsOptimized: true,
    InstanceLifecycle: 'spot',
    Placement: { Tenancy: 'dedicated' },
    MetadataOptions: { State: 'applied', HttpTokens: 'required' },
    EnclaveOptions: { Enabled: true },
    HibernationOptions: { Configured: true },
    MaintenanceOptions: { AutoRecovery: 'disabled' },
  }
  const description = described({
    instance: special,
    credits: 'unlimited',
    shutdownBehavior: 'terminate',
    stopProtected: true,
  })
  expect(launchLike(description, image, 'bmV3')).toMatchObject({
    ImageId: 'ami-2',
    UserData: 'bmV3',
    KeyName: 'team',
    IamInstanceProfile: { Arn: 'arn:profile' },
    EbsOptimized: true,
    InstanceMarketOptions: { MarketType: 'spot' },
    Placement: { Tenancy: 'dedicated' },
    MetadataOptions: { HttpTokens: 'required' },
    CreditSpecification: { CpuCredits: 'unlimited' },
    InstanceInitiatedShutdownBehavior: 'terminate',
    EnclaveOptions: { Enabled: true },
    HibernationOptions: { Configured: true },
    MaintenanceOptions: { AutoRecovery: 'disabled' },
  })
})

test('protection is not set at launch: termination protection follows at the end', () => {
  const description = described({ wasProtected: true })
  const launch = launchLike(description, image, undefined)
  expect(Object.keys(launch).filter((name) => name.startsWith('DisableApi'))).toEqual([])
  expect(peculiarities(description)).toEqual([])
})

test('tags are copied except those of AWS and Fleet Patch', () => {
  const Tags = [
    { Key: 'Name', Value: 'odd' },
    { Key: 'aws:ec2launchtemplate:id', Value: 'lt-1' },
    { Key: 'fleet-patch:bastion', Value: 'old=i-0' },
    { Key: 'fleet-patch:bastion-address', Value: 'eipalloc-9' },
  ]
  expect(ownTags({ Tags })).toEqual([{ Key: 'Name', Value: 'odd' }])
})

describe('the call', () => {
  const memo = { old: 'i-old', address: 'eipalloc-1', run: '1/1/a', wish: 'w', wasProtected: false }
  const subnet = { id: 'subnet-b', zone: 'b', lendsAddress: true }
  const launch = (data?: Record<string, unknown>): BastionLaunch => ({
    fields: launchLike(described(), image, 'dXNlcg=='),
    template: data && { id: 'lt-1', version: 3, data },
    tags: [{ Key: 'Name', Value: 'odd' }],
  })
  const call = (data?: Record<string, unknown>, over = {}) =>
    launchCall(launch(data), { memo: { ...memo, ...over }, since: 1, subnet })

  test('has the same client token for the same facts, and another for others', () => {
    expect(call().ClientToken).toBe(call().ClientToken)
    expect(call().ClientToken).not.toBe(call(undefined, { run: '2/1/a' }).ClientToken)
    const elsewhere = launchCall(launch(), { memo, since: 1, subnet: { ...subnet, id: 'subnet-c' } })
    expect(call().ClientToken).not.toBe(elsewhere.ClientToken)
    expect(call().ClientToken).toMatch(/^[\x21-\x7e]{1,64}$/)
  })

  test('carries the memo from the beginning', () => {
    const [{ Tags = [] } = {}] = call().TagSpecifications ?? []
    expect(Tags.map(({ Key }) => Key)).toEqual(['Name', 'fleet-patch:bastion'])
  })

  test('says only what its template does not say', () => {
    const made = call({ ImageId: 'ami-1', InstanceType: 't3.micro', SecurityGroupIds: ['sg-1'], UserData: 'dXNlcg==' })
    expect(made).toMatchObject({
      LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '3' },
      ImageId: 'ami-2',
      SubnetId: 'subnet-b',
    })
    for (const field of ['InstanceType', 'SecurityGroupIds', 'UserData']) expect(made).not.toHaveProperty(field)
  })

  test('removes the protection that its template sets', () => {
    const made = call({ DisableApiTermination: true, DisableApiStop: true })
    expect(made).toMatchObject({ DisableApiTermination: false, DisableApiStop: false })
  })

  test('uses the zone of the subnet, not that of its template', () => {
    expect(call({ Placement: { AvailabilityZone: 'a' } }).Placement).toEqual({ AvailabilityZone: 'b' })
  })

  test('puts subnet and groups at the network interface of its template, without its fixed address', () => {
    const nic = {
      DeviceIndex: 0,
      AssociatePublicIpAddress: true,
      PrivateIpAddress: '10.0.0.9',
      NetworkInterfaceId: 'eni-1',
    }
    const made = call({ NetworkInterfaces: [nic] })
    expect(made.NetworkInterfaces).toEqual([
      { DeviceIndex: 0, AssociatePublicIpAddress: true, SubnetId: 'subnet-b', Groups: ['sg-1'] },
    ])
    expect(made).not.toHaveProperty('SubnetId')
    expect(made).not.toHaveProperty('SecurityGroupIds')
  })

  test('has a fingerprint that changes with the launch parameters, and with nothing else', () => {
    const other = { ...launch(), tags: [] }
    expect(launchFingerprint(launch())).toMatch(/^[0-9a-f]{16}$/)
    expect(launchFingerprint(launch())).toBe(launchFingerprint(launch()))
    expect(new Set([launch(), other, launch({})].map(launchFingerprint)).size).toBe(3)
  })
})
