import type { Instance as InstanceShape, InstanceState as StateShape, _InstanceType } from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { dateAt } from './answer.ts'
import { INSTANCE_PATHS } from './filter-paths.ts'
import type { Filterable } from './filters.ts'
import type { InstanceRecord, InstanceState } from './instances.ts'
import type { SecurityGroups } from './security-groups.ts'
import type { TagStore } from './tags.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
const CODES: Readonly<Record<InstanceState, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
}

export const stateShape = (state: InstanceState): StateShape => ({ Code: CODES[state], Name: state })

export interface ShapeParts {
  readonly tags: TagStore
  readonly groups: SecurityGroups
  readonly context: ServiceContext
}

/** An instance as DescribeInstances shows it; a terminated one has lost its network. */
export function instanceShape(instance: InstanceRecord, parts: ShapeParts): InstanceShape {
  const { spec } = instance
  return {
    InstanceId: instance.id,
    ImageId: instance.imageId,
    InstanceType: instance.type as _InstanceType,
    State: stateShape(instance.state),
    StateTransitionReason: instance.reason === undefined ? '' : 'User initiated',
    ...(instance.reason === undefined
      ? {}
      : { StateReason: { Code: instance.reason.code, Message: instance.reason.message } }),
    LaunchTime: dateAt(instance.launchedAt),
    AmiLaunchIndex: 0,
    Architecture: spec.image.architecture === 'i386' ? 'i386' : spec.image.architecture,
    VirtualizationType: spec.image.virtualizationType,
    Hypervisor: 'xen',
    EnaSupport: true,
    EbsOptimized: instance.ebsOptimized,
    RootDeviceType: spec.image.rootDeviceType,
    RootDeviceName: spec.image.rootDeviceName,
    BlockDeviceMappings: instance.state === 'terminated' ? [] : volumes(instance),
    Placement: { AvailabilityZone: instance.zone, GroupName: '', Tenancy: spec.tenancy as 'default' },
    Monitoring: { State: instance.monitored ? 'enabled' : 'disabled' },
    MetadataOptions: { State: 'applied', ...spec.metadata } as NonNullable<InstanceShape['MetadataOptions']>,
    PlatformDetails: spec.image.platform === 'windows' ? 'Windows' : 'Linux/UNIX',
    ...(spec.keyName === undefined ? {} : { KeyName: spec.keyName }),
    ...(spec.profileArn === undefined ? {} : { IamInstanceProfile: { Arn: spec.profileArn } }),
    ...(spec.spot ? { InstanceLifecycle: 'spot' as const } : {}),
    ...(spec.clientToken === undefined ? {} : { ClientToken: spec.clientToken }),
    ...(instance.state === 'terminated' ? {} : network(instance, parts)),
    Tags: parts.tags.view(instance.id),
  }
}

const volumes = ({ spec, volumeIds, launchedAt }: InstanceRecord): NonNullable<InstanceShape['BlockDeviceMappings']> =>
  spec.blockDevices.map((device, index) => ({
    DeviceName: device.device,
    Ebs: {
      VolumeId: volumeIds[index] ?? '',
      Status: 'attached',
      AttachTime: dateAt(launchedAt),
      DeleteOnTermination: device.deleteOnTermination,
    },
  }))

export const privateName = (instance: InstanceRecord, region: string): string =>
  hasIpv4(instance)
    ? `ip-${instance.privateAddress.replaceAll('.', '-')}.${region}.compute.internal`
    : `${instance.id}.${region}.compute.internal`

export const publicName = (instance: InstanceRecord, region: string): string =>
  instance.publicAddress === undefined
    ? ''
    : `ec2-${instance.publicAddress.replaceAll('.', '-')}.${region}.compute.amazonaws.com`

const hasIpv4 = ({ subnet }: InstanceRecord): boolean => subnet.block !== undefined

const address = (instance: InstanceRecord): Pick<InstanceShape, 'PrivateIpAddress' | 'Ipv6Address'> =>
  hasIpv4(instance) ? { PrivateIpAddress: instance.privateAddress } : { Ipv6Address: instance.privateAddress }

function network(
  instance: InstanceRecord,
  { groups, context: { region, account } }: ShapeParts,
): Partial<InstanceShape> {
  const SecurityGroups = instance.securityGroups.map((id) => ({ GroupId: id, GroupName: groups.find(id)?.name ?? '' }))
  const { publicAddress } = instance
  const PublicDnsName = publicName(instance, region)
  const Association =
    publicAddress === undefined
      ? {}
      : {
          Association: { PublicIp: publicAddress, PublicDnsName, IpOwnerId: instance.ownsAddress ? account : 'amazon' },
        }
  return {
    SubnetId: instance.subnetId,
    VpcId: instance.subnet.vpcId,
    ...address(instance),
    PrivateDnsName: privateName(instance, region),
    PublicDnsName,
    ...(publicAddress === undefined ? {} : { PublicIpAddress: publicAddress }),
    SecurityGroups,
    SourceDestCheck: instance.sourceDestCheck,
    NetworkInterfaces: [
      {
        NetworkInterfaceId: instance.interfaceId,
        SubnetId: instance.subnetId,
        VpcId: instance.subnet.vpcId,
        OwnerId: account,
        Status: 'in-use',
        ...(hasIpv4(instance)
          ? {
              PrivateIpAddress: instance.privateAddress,
              PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: instance.privateAddress, ...Association }],
            }
          : { Ipv6Addresses: [{ Ipv6Address: instance.privateAddress, IsPrimaryIpv6: false }] }),
        Groups: SecurityGroups,
        SourceDestCheck: instance.sourceDestCheck,
        Attachment: {
          DeviceIndex: 0,
          Status: 'attached',
          DeleteOnTermination: true,
          AttachTime: dateAt(instance.launchedAt),
        },
        ...Association,
      },
    ],
  }
}

/** What DescribeInstances filters by. */
export const instanceFilters = (parts: ShapeParts): Filterable<InstanceRecord> => ({
  fields: instanceFields(parts),
  shown: { paths: INSTANCE_PATHS, shape: (instance) => instanceShape(instance, parts) },
  tagsOf: (instance) => parts.tags.of(instance.id),
})

const instanceFields = ({
  groups,
  context: { region, account },
}: ShapeParts): Filterable<InstanceRecord>['fields'] => ({
  'instance-id': (instance) => instance.id,
  'image-id': (instance) => instance.imageId,
  'instance-type': (instance) => instance.type,
  'instance-state-name': (instance) => instance.state,
  'instance-state-code': (instance) => String(CODES[instance.state]),
  'instance-lifecycle': (instance) => (instance.spec.spot ? 'spot' : undefined),
  'availability-zone': (instance) => instance.zone,
  'subnet-id': (instance) => instance.subnetId,
  'vpc-id': (instance) => instance.subnet.vpcId,
  'private-ip-address': (instance) => instance.privateAddress,
  'private-dns-name': (instance) => privateName(instance, region),
  'ip-address': (instance) => instance.publicAddress,
  'dns-name': (instance) => publicName(instance, region),
  'key-name': (instance) => instance.spec.keyName,
  architecture: (instance) => instance.spec.image.architecture,
  'client-token': (instance) => instance.spec.clientToken,
  'iam-instance-profile.arn': (instance) => instance.spec.profileArn,
  'instance.group-id': (instance) => instance.securityGroups,
  'instance.group-name': (instance) => instance.securityGroups.map((id) => groups.find(id)?.name),
  'launch-time': (instance) => dateAt(instance.launchedAt).toISOString(),
  'monitoring-state': (instance) => (instance.monitored ? 'enabled' : 'disabled'),
  'network-interface.network-interface-id': (instance) => instance.interfaceId,
  'metadata-options.http-tokens': (instance) => String(instance.spec.metadata['HttpTokens']),
  'owner-id': () => account,
  'reservation-id': (instance) => instance.reservationId,
  'root-device-name': (instance) => instance.spec.image.rootDeviceName,
  'root-device-type': (instance) => instance.spec.image.rootDeviceType,
  tenancy: (instance) => instance.spec.tenancy,
  platform: (instance) => (instance.spec.image.platform === 'windows' ? 'windows' : undefined),
  'virtualization-type': (instance) => instance.spec.image.virtualizationType,
})
