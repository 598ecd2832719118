import type { Instance, RunInstancesCommandInput, Tag, Volume } from '@aws-sdk/client-ec2'
import type { MachineImage } from '../../domain/image/machine-image.ts'
import { BASTION_TAG, NOTED_ADDRESS_TAG } from './memo-tag.ts'

/** Everything that EC2 tells of a bastion and that a launch may be told. */
export interface BastionDescription {
  readonly instance: Instance
  /** Base64 text; undefined where it has none. */
  readonly userData: string | undefined
  readonly volumes: readonly Volume[]
  /** Undefined for types without CPU credits. */
  readonly credits: string | undefined
  readonly shutdownBehavior: string | undefined
  readonly wasProtected: boolean
  readonly stopProtected: boolean
}

/** The fields of a launch that an instance's description gives. */
export type LaunchFields = Omit<RunInstancesCommandInput, 'MinCount' | 'MaxCount'>

/**
 * A launch like the instance that is described, with another image; without subnet, address, memo and client token.
 * Protection against being ended or stopped is left out: until the new instance is the bastion, it must be possible to end it.
 */
export function launchLike(
  description: BastionDescription,
  image: MachineImage,
  userData: string | undefined,
): LaunchFields {
  const { instance, credits, shutdownBehavior } = description
  const { Placement, IamInstanceProfile, MetadataOptions, PrivateDnsNameOptions } = instance
  const placement = {
    ...(Placement?.Tenancy && Placement.Tenancy !== 'default' && { Tenancy: Placement.Tenancy }),
    ...(Placement?.Affinity && { Affinity: Placement.Affinity }),
    ...(Placement?.HostResourceGroupArn && { HostResourceGroupArn: Placement.HostResourceGroupArn }),
  }
  return {
    ImageId: image.id,
    InstanceType: instance.InstanceType,
    ...(userData && { UserData: userData }),
    ...(instance.KeyName && { KeyName: instance.KeyName }),
    ...(IamInstanceProfile?.Arn && { IamInstanceProfile: { Arn: IamInstanceProfile.Arn } }),
    SecurityGroupIds: (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    ...(MetadataOptions && {
      MetadataOptions: {
        HttpTokens: MetadataOptions.HttpTokens,
        HttpPutResponseHopLimit: MetadataOptions.HttpPutResponseHopLimit,
        HttpEndpoint: MetadataOptions.HttpEndpoint,
        HttpProtocolIpv6: MetadataOptions.HttpProtocolIpv6,
        InstanceMetadataTags: MetadataOptions.InstanceMetadataTags,
      },
    }),
    BlockDeviceMappings: devicesLike(description, image),
    Monitoring: { Enabled: instance.Monitoring?.State === 'enabled' || instance.Monitoring?.State === 'pending' },
    ...(instance.EbsOptimized && { EbsOptimized: true }),
    ...(Object.keys(placement).length > 0 && { Placement: placement }),
    ...(credits && { CreditSpecification: { CpuCredits: credits } }),
    ...(shutdownBehavior === 'terminate' && { InstanceInitiatedShutdownBehavior: shutdownBehavior }),
    ...(instance.InstanceLifecycle === 'spot' && { InstanceMarketOptions: { MarketType: 'spot' } }),
    ...(instance.EnclaveOptions?.Enabled && { EnclaveOptions: { Enabled: true } }),
    ...(instance.HibernationOptions?.Configured && { HibernationOptions: { Configured: true } }),
    ...(instance.MaintenanceOptions?.AutoRecovery === 'disabled' && {
      MaintenanceOptions: { AutoRecovery: 'disabled' },
    }),
    ...(PrivateDnsNameOptions && { PrivateDnsNameOptions }),
  }
}

/** The tags of an instance that a launch may carry: AWS's own and ours stay behind. */
export const ownTags = ({ Tags }: Instance): Tag[] =>
  (Tags ?? []).filter(({ Key = '' }) => !Key.startsWith('aws:') && !OURS.has(Key))

const OURS: ReadonlySet<string> = new Set([BASTION_TAG, NOTED_ADDRESS_TAG])

type Device = NonNullable<RunInstancesCommandInput['BlockDeviceMappings']>[number]

/**
 * The volumes of the instance as a launch takes them: sizes, types and encryption as they are, contents from the image.
 * The root volume follows the image's own device name, and is never smaller than the image.
 */
function devicesLike({ instance, volumes }: BastionDescription, image: MachineImage): Device[] {
  return (instance.BlockDeviceMappings ?? []).flatMap(({ DeviceName, Ebs }): Device[] => {
    const volume = volumes.find(({ VolumeId }) => VolumeId === Ebs?.VolumeId)
    if (volume?.Size === undefined || DeviceName === undefined) return []
    const isRoot = DeviceName === instance.RootDeviceName
    const { VolumeType, Iops, Throughput, Encrypted, KmsKeyId } = volume
    // EC2 derives these from size and type, and refuses them where they cannot be chosen.
    const chosen = VolumeType === 'gp3' || VolumeType === 'io1' || VolumeType === 'io2'
    return [
      {
        DeviceName: isRoot ? (image.rootDevice ?? DeviceName) : DeviceName,
        Ebs: {
          VolumeSize: isRoot ? Math.max(volume.Size, image.rootGiB ?? 0) : volume.Size,
          VolumeType,
          ...(chosen && Iops !== undefined && { Iops }),
          ...(VolumeType === 'gp3' && Throughput !== undefined && { Throughput }),
          // `false` would be refused where the image or the account encrypts.
          ...(Encrypted && { Encrypted: true, ...(KmsKeyId && { KmsKeyId }) }),
          DeleteOnTermination: Ebs?.DeleteOnTermination ?? true,
        },
      },
    ]
  })
}

/** What a person should know before the old instance goes; a sentence each. */
export function peculiarities({ instance, volumes }: BastionDescription): readonly string[] {
  const reported: string[] = []
  const kept = (instance.BlockDeviceMappings ?? []).filter(({ Ebs }) => Ebs?.DeleteOnTermination === false)
  for (const { DeviceName, Ebs } of kept)
    if (volumes.some(({ VolumeId }) => VolumeId === Ebs?.VolumeId))
      reported.push(
        `The volume ${Ebs?.VolumeId} at ${DeviceName} stays when ${instance.InstanceId} is terminated; the new bastion gets a volume of its own instead.`,
      )
  const [nic] = instance.NetworkInterfaces ?? []
  if ((nic?.Ipv6Addresses ?? []).length > 0)
    reported.push(
      `The IPv6 address of ${instance.InstanceId} is lost when it is terminated; only the Elastic IP moves.`,
    )
  return reported
}
