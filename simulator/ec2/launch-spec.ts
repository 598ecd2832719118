import type { RequestLaunchTemplateData, RunInstancesRequest } from '@aws-sdk/client-ec2'
import { ServiceFault } from '../fault.ts'
import type { ServiceContext } from '../interfaces.ts'
import type { ImageAliases } from './aliases.ts'
import { mergedDevices, type VolumeSpec } from './block-devices.ts'
import { invalidCombination, invalidValue, missingParameter } from './faults.ts'
import type { ImageStore, StoredImage } from './images.ts'
import { bootModes, instanceType, type TypeFacts } from './instance-types.ts'
import type { KeyPairs } from './key-pairs.ts'
import type { VpcNetwork, Subnet } from './network.ts'
import type { SecurityGroups } from './security-groups.ts'
import { checkUserData } from './user-data.ts'

/** Everything that is settled before an instance exists. */
export interface ResolvedLaunch {
  readonly image: StoredImage
  readonly type: string
  readonly subnet: Subnet
  readonly userData: string | undefined
  readonly keyName: string | undefined
  readonly securityGroups: readonly string[]
  readonly profileArn: string | undefined
  readonly publicAddress: boolean | undefined
  readonly privateAddress: string | undefined
  readonly blockDevices: readonly VolumeSpec[]
  readonly metadata: Readonly<Record<string, string | number>>
  readonly monitored: boolean
  readonly ebsOptimized: boolean
  readonly disableApiTermination: boolean
  readonly disableApiStop: boolean
  readonly shutdownBehavior: 'stop' | 'terminate'
  readonly credits: 'standard' | 'unlimited' | undefined
  readonly tenancy: string
  readonly spot: boolean
  readonly clientToken: string | undefined
}

/** The parameters of a launch, from a call, a template, or both together. */
export type LaunchParameters = Partial<RunInstancesRequest> | (RequestLaunchTemplateData & Partial<RunInstancesRequest>)

export interface LaunchParts {
  readonly images: ImageStore
  readonly network: VpcNetwork
  readonly groups: SecurityGroups
  readonly keys: KeyPairs
  readonly aliases: ImageAliases
  readonly placementGroups: ReadonlySet<string>
}

/** Checks the parameters as RunInstances does, in EC2's words, and fills in its defaults. */
export function resolveLaunch(
  given: LaunchParameters,
  parts: LaunchParts,
  { account }: ServiceContext,
): ResolvedLaunch {
  if (given.ImageId === undefined) throw missingParameter('ImageId')
  const type = instanceType(given.InstanceType ?? 'm1.small')
  const image = parts.images.forLaunch(parts.aliases.resolve(given.ImageId))
  checkArchitecture(image, type)
  checkDemands(image, type)
  const place = placement(given, parts)
  const { GroupName: placementGroup } = given.Placement ?? {}
  if (placementGroup && !parts.placementGroups.has(placementGroup)) {
    throw new ServiceFault('InvalidPlacementGroup.Unknown', `The Placement Group '${placementGroup}' is unknown.`)
  }
  if (given.KeyName !== undefined) parts.keys.get(given.KeyName)
  const { IamInstanceProfile: profile, MetadataOptions: metadata } = given
  return {
    ...place,
    image,
    type: type.name,
    userData: checkUserData(given.UserData),
    keyName: given.KeyName,
    profileArn:
      profile?.Arn ??
      (profile?.Name === undefined ? undefined : `arn:aws:iam::${account}:instance-profile/${profile.Name}`),
    blockDevices: mergedDevices(image, given.BlockDeviceMappings as RunInstancesRequest['BlockDeviceMappings']),
    metadata: {
      HttpTokens: metadata?.HttpTokens ?? (image.imdsV2 ? 'required' : 'optional'),
      HttpEndpoint: metadata?.HttpEndpoint ?? 'enabled',
      HttpPutResponseHopLimit: metadata?.HttpPutResponseHopLimit ?? (image.imdsV2 ? 2 : 1),
      HttpProtocolIpv6: metadata?.HttpProtocolIpv6 ?? 'disabled',
      InstanceMetadataTags: metadata?.InstanceMetadataTags ?? 'disabled',
    },
    monitored: given.Monitoring?.Enabled ?? false,
    ebsOptimized: given.EbsOptimized ?? false,
    disableApiTermination: given.DisableApiTermination ?? false,
    disableApiStop: given.DisableApiStop ?? false,
    shutdownBehavior: given.InstanceInitiatedShutdownBehavior ?? 'stop',
    credits: credits(type, given.CreditSpecification?.CpuCredits),
    tenancy: given.Placement?.Tenancy ?? 'default',
    spot: given.InstanceMarketOptions?.MarketType === 'spot',
    clientToken: given.ClientToken,
  }
}

function checkArchitecture(image: StoredImage, type: TypeFacts): void {
  if ((type.architectures as readonly string[]).includes(image.architecture)) return
  throw invalidValue(
    `The architecture '${type.architectures.join(',')}' of the specified instance type does not match the architecture '${image.architecture}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the instance type or AMI.`,
  )
}

/** An image may demand what a type does not have. */
function checkDemands({ demands }: StoredImage, type: TypeFacts): void {
  const { bootMode, ena, tpm } = demands
  if ((bootMode === 'uefi' || bootMode === 'legacy-bios') && !bootModes(type).includes(bootMode))
    throw invalidValue(
      `The instance type '${type.name}' does not support an AMI with a boot mode of ${bootMode}. Specify an instance type that supports it and try again.`,
    )
  if (ena !== undefined && type.hypervisor === 'nitro')
    throw invalidCombination(
      `Enhanced networking with the Elastic Network Adapter (ENA) is required for the '${type.name}' instance type. Ensure that you are using an AMI that is enabled for ENA.`,
    )
  if (tpm !== undefined && type.hypervisor !== 'nitro')
    throw invalidCombination(`The instance type '${type.name}' does not support NitroTPM.`)
}

/** T3 and its followers are unlimited by default, T2 is standard, other types have no credits. */
function credits(type: TypeFacts, requested: string | undefined): ResolvedLaunch['credits'] {
  if (!type.burstable) {
    if (requested === undefined) return undefined
    throw invalidCombination(`CpuCredits cannot be specified for instance type ${type.name}`)
  }
  if (requested === undefined) return type.family === 't2' ? 'standard' : 'unlimited'
  if (requested !== 'standard' && requested !== 'unlimited')
    throw invalidValue(`Invalid value '${requested}' for CpuCredits.`)
  return requested
}

type Place = Pick<ResolvedLaunch, 'subnet' | 'securityGroups' | 'publicAddress' | 'privateAddress'>

/** Subnet, groups and addresses stand either at the instance or at its first network interface, never at both. */
function placement(given: LaunchParameters, { network, groups }: LaunchParts): Place {
  const nic = given.NetworkInterfaces?.[0]
  if (nic !== undefined && given.SubnetId !== undefined) throw notAtBoth('an instance-level subnet ID')
  if (nic !== undefined && (given.SecurityGroupIds?.length ?? 0) + (given.SecurityGroups?.length ?? 0) > 0) {
    throw notAtBoth('instance-level security groups')
  }
  const subnetId = nic?.SubnetId ?? given.SubnetId
  const zone = given.Placement?.AvailabilityZone
  const subnet = subnetId === undefined ? network.defaultSubnet(zone) : network.subnet(subnetId)
  if (zone !== undefined && subnet.zone !== zone) {
    throw invalidValue(
      `Value (${zone}) for parameter availabilityZone is invalid. Subnet '${subnet.id}' is in the availability zone ${subnet.zone}`,
    )
  }
  const ids = nic?.Groups ?? given.SecurityGroupIds ?? []
  const named = (given.SecurityGroups ?? []).map((name) => groups.named(name, subnet.vpcId).id)
  const all = [...ids.map((id) => groups.get(id).id), ...named]
  const foreign = all.find((id) => groups.get(id).vpcId !== subnet.vpcId)
  if (foreign !== undefined) {
    throw invalidValue(`Security group ${foreign} and subnet ${subnet.id} belong to different networks.`)
  }
  return {
    subnet,
    securityGroups: all.length > 0 ? all : [groups.named('default', subnet.vpcId).id],
    publicAddress: nic?.AssociatePublicIpAddress,
    privateAddress: nic?.PrivateIpAddress ?? ('PrivateIpAddress' in given ? given.PrivateIpAddress : undefined),
  }
}

const notAtBoth = (what: string) =>
  invalidCombination(`Network interfaces and ${what} may not be specified on the same request`)
