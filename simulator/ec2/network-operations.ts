import type {
  CreateSubnetCommandInput,
  CreateSubnetCommandOutput,
  CreateVpcCommandInput,
  CreateVpcCommandOutput,
  DeleteSubnetCommandInput,
  DescribeAvailabilityZonesCommandInput,
  DescribeAvailabilityZonesCommandOutput,
  DescribeSubnetsCommandInput,
  DescribeSubnetsCommandOutput,
  DescribeVpcsCommandInput,
  DescribeVpcsCommandOutput,
  ModifySubnetAttributeCommandInput,
  Subnet as SubnetShape,
  Vpc as VpcShape,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import type { Answer } from '../answer.ts'
import { filled } from './answer.ts'
import { blockText } from './cidr.ts'
import { invalidCombination, invalidValue, required } from './faults.ts'
import { matcher } from './filters.ts'
import type { VpcNetwork, Subnet, Vpc, Zone } from './network.ts'
import { ec2Page } from './pages.ts'
import type { SecurityGroups } from './security-groups.ts'
import { specifiedTags, type TagStore } from './tags.ts'

interface Parts {
  readonly network: VpcNetwork
  readonly groups: SecurityGroups
  readonly tags: TagStore
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html and its neighbours. */
export function networkOperations({ network, groups, tags }: Parts, context: ServiceContext) {
  const vpc = (of: Vpc) => vpcShape(of, tags, context)
  const subnet = (of: Subnet) => subnetShape(of, { network, tags, context })
  const tagsOf = ({ id }: { readonly id: string }) => tags.of(id)
  return {
    DescribeAvailabilityZones(
      input: DescribeAvailabilityZonesCommandInput,
    ): Answer<DescribeAvailabilityZonesCommandOutput> {
      const { region } = context
      const names = input.ZoneNames ?? []
      const unknown = names.find((name) => !network.zones.some((zone) => zone.name === name))
      if (unknown !== undefined) throw invalidValue(`Invalid availability zone: [${unknown}]`)
      const ids = input.ZoneIds ?? []
      const unknownId = ids.find((id) => !network.zones.some((zone) => zone.id === id))
      if (unknownId !== undefined) throw invalidValue(`Invalid availability zone-id: [${unknownId}]`)
      const matches = matcher<Zone>(input.Filters, {
        fields: {
          'zone-name': (zone) => zone.name,
          'zone-id': (zone) => zone.id,
          'region-name': () => region,
          state: () => 'available',
          'group-name': () => region,
          'zone-type': () => 'availability-zone',
          'opt-in-status': () => 'opt-in-not-required',
        },
      })
      const zones = network.zones
        .filter((zone) => names.length === 0 || names.includes(zone.name))
        .filter((zone) => ids.length === 0 || ids.includes(zone.id))
        .filter(matches)
      return {
        AvailabilityZones: zones.map((zone) => ({
          ZoneName: zone.name,
          ZoneId: zone.id,
          RegionName: region,
          State: 'available',
          ZoneType: 'availability-zone',
          GroupName: region,
          NetworkBorderGroup: region,
          OptInStatus: 'opt-in-not-required',
          Messages: [],
        })),
      }
    },

    DescribeVpcs(input: DescribeVpcsCommandInput): Answer<DescribeVpcsCommandOutput> {
      const matches = matcher<Vpc>(input.Filters, {
        fields: {
          'vpc-id': (of) => of.id,
          cidr: (of) => blockText(of.block),
          'is-default': (of) => String(of.isDefault),
          isDefault: (of) => String(of.isDefault),
          state: () => 'available',
          'owner-id': () => context.account,
        },
        tagsOf,
      })
      const requested = filled(input.VpcIds)?.map((id) => network.vpc(id)) ?? network.vpcs
      const { items, ...rest } = ec2Page(requested.filter(matches), input, context)
      return { Vpcs: items.map(vpc), ...rest }
    },

    CreateVpc(input: CreateVpcCommandInput): Answer<CreateVpcCommandOutput> {
      const given = specifiedTags(input.TagSpecifications, 'vpc')
      const made = network.addVpc(required(input.CidrBlock, 'cidrBlock'))
      tags.add(made.id, given)
      groups.addDefault(made.id)
      return { Vpc: vpc(made) }
    },

    DescribeSubnets(input: DescribeSubnetsCommandInput): Answer<DescribeSubnetsCommandOutput> {
      if ((input.SubnetIds?.length ?? 0) > 0 && input.MaxResults !== undefined) {
        throw invalidCombination('The parameter subnetSet cannot be used with the parameter maxResults')
      }
      const matches = matcher<Subnet>(input.Filters, { fields: subnetFields(network, context), tagsOf })
      const requested = filled(input.SubnetIds)?.map((id) => network.subnet(id)) ?? network.subnets
      const { items, ...rest } = ec2Page(requested.filter(matches), input, context)
      return { Subnets: items.map(subnet), ...rest }
    },

    CreateSubnet(input: CreateSubnetCommandInput): Answer<CreateSubnetCommandOutput> {
      const given = specifiedTags(input.TagSpecifications, 'subnet')
      const made = network.addSubnet({
        vpcId: required(input.VpcId, 'vpcId'),
        ...(input.Ipv6Native === true
          ? { ipv6Cidr: required(input.Ipv6CidrBlock, 'ipv6CidrBlock') }
          : { cidr: required(input.CidrBlock, 'cidrBlock') }),
        zone: input.AvailabilityZone ?? (network.zones[0] as Zone).name,
      })
      tags.add(made.id, given)
      return { Subnet: subnet(made) }
    },

    DeleteSubnet(input: DeleteSubnetCommandInput): object {
      network.removeSubnet(required(input.SubnetId, 'subnetId'))
      return {}
    },

    ModifySubnetAttribute(input: ModifySubnetAttributeCommandInput): object {
      const of = network.subnet(required(input.SubnetId, 'subnetId'))
      const maps = input.MapPublicIpOnLaunch?.Value
      if (maps !== undefined) of.mapsPublicAddress = maps
      return {}
    },
  }
}

const vpcShape = (vpc: Vpc, tags: TagStore, { account }: ServiceContext): VpcShape => ({
  VpcId: vpc.id,
  CidrBlock: blockText(vpc.block),
  IsDefault: vpc.isDefault,
  State: 'available',
  OwnerId: account,
  InstanceTenancy: 'default',
  DhcpOptionsId: 'default',
  Tags: tags.view(vpc.id),
})

interface SubnetContext {
  readonly network: VpcNetwork
  readonly tags: TagStore
  readonly context: ServiceContext
}

const zoneId = (network: VpcNetwork, name: string): string => network.zones.find((zone) => zone.name === name)?.id ?? ''

const subnetArn = (subnet: Subnet, { region, account }: ServiceContext): string =>
  `arn:aws:ec2:${region}:${account}:subnet/${subnet.id}`

const subnetShape = (subnet: Subnet, { network, tags, context }: SubnetContext): SubnetShape => ({
  SubnetId: subnet.id,
  SubnetArn: subnetArn(subnet, context),
  VpcId: subnet.vpcId,
  ...(subnet.block !== undefined && { CidrBlock: blockText(subnet.block) }),
  Ipv6Native: subnet.block === undefined,
  Ipv6CidrBlockAssociationSet:
    subnet.ipv6Block === undefined
      ? []
      : [
          {
            AssociationId: subnet.id.replace('subnet-', 'subnet-cidr-assoc-'),
            Ipv6CidrBlock: subnet.ipv6Block,
            Ipv6CidrBlockState: { State: 'associated' },
          },
        ],
  AvailabilityZone: subnet.zone,
  AvailabilityZoneId: zoneId(network, subnet.zone),
  AvailableIpAddressCount: freeIpv4(subnet),
  DefaultForAz: subnet.isDefaultForZone,
  MapPublicIpOnLaunch: subnet.mapsPublicAddress,
  AssignIpv6AddressOnCreation: subnet.block === undefined,
  MapCustomerOwnedIpOnLaunch: false,
  State: 'available',
  OwnerId: context.account,
  Tags: tags.view(subnet.id),
})

/** The count is of IPv4: an IPv6-native subnet has none, however many more it can take. */
const freeIpv4 = ({ block, addresses }: Subnet): number => (block === undefined ? 0 : addresses.free)

const cidrOf = ({ block }: Subnet): string | undefined => block && blockText(block)

const subnetFields = (network: VpcNetwork, context: ServiceContext) => ({
  'subnet-id': (subnet: Subnet) => subnet.id,
  'subnet-arn': (subnet: Subnet) => subnetArn(subnet, context),
  'vpc-id': (subnet: Subnet) => subnet.vpcId,
  'availability-zone': (subnet: Subnet) => subnet.zone,
  availabilityZone: (subnet: Subnet) => subnet.zone,
  'availability-zone-id': (subnet: Subnet) => zoneId(network, subnet.zone),
  'available-ip-address-count': (subnet: Subnet) => String(freeIpv4(subnet)),
  cidr: cidrOf,
  'cidr-block': cidrOf,
  'ipv6-native': (subnet: Subnet) => String(subnet.block === undefined),
  'default-for-az': (subnet: Subnet) => String(subnet.isDefaultForZone),
  'map-public-ip-on-launch': (subnet: Subnet) => String(subnet.mapsPublicAddress),
  'owner-id': () => context.account,
  state: () => 'available',
})
