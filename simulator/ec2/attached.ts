import type {
  DescribeAccountAttributesCommandInput,
  DescribeAccountAttributesCommandOutput,
  DescribeNetworkInterfacesCommandInput,
  DescribeNetworkInterfacesCommandOutput,
  DescribeVolumesCommandInput,
  DescribeVolumesCommandOutput,
  NetworkInterface,
  Volume,
} from '@aws-sdk/client-ec2'
import type { Answer } from '../answer.ts'
import { dateAt, filled } from './answer.ts'
import { INTERFACE_PATHS, VOLUME_PATHS } from './filter-paths.ts'
import { matcher } from './filters.ts'
import { checkIds, notFound } from './ids.ts'
import { instanceShape, type ShapeParts } from './instance-shape.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import { ec2Page } from './pages.ts'

/** What belongs to instances (interfaces, volumes) and to the account; all of it is only read. */
export const attachedOperations = (
  instances: Instances,
  parts: ShapeParts & { readonly addressLimit: () => number },
) => ({
  DescribeNetworkInterfaces(
    input: DescribeNetworkInterfacesCommandInput,
  ): Answer<DescribeNetworkInterfacesCommandOutput> {
    checkIds('networkInterface', input.NetworkInterfaceIds ?? [])
    const unknown = filled(input.NetworkInterfaceIds)?.find((id) => instances.findByInterface(id) === undefined)
    if (unknown !== undefined) throw notFound('networkInterface', unknown)
    const matches = matcher<InstanceRecord>(input.Filters, {
      fields: {
        'network-interface-id': (instance) => instance.interfaceId,
        'attachment.instance-id': (instance) => instance.id,
        'subnet-id': (instance) => instance.subnetId,
        'vpc-id': (instance) => instance.subnet.vpcId,
        'availability-zone': (instance) => instance.zone,
        'private-ip-address': (instance) => instance.privateAddress,
        'association.public-ip': (instance) => instance.publicAddress,
        'group-id': (instance) => instance.securityGroups,
        status: () => 'in-use',
      },
      shown: { paths: INTERFACE_PATHS, shape: (instance) => interfaceShape(instance, parts) },
    })
    const wanted = [...instances.all]
      .filter((instance) => instance.state !== 'terminated')
      .filter((instance) => filled(input.NetworkInterfaceIds)?.includes(instance.interfaceId) ?? true)
      .filter(matches)
    const { items, ...rest } = ec2Page(wanted, input, parts.context)
    return { NetworkInterfaces: items.map((instance) => interfaceShape(instance, parts)), ...rest }
  },

  DescribeVolumes(input: DescribeVolumesCommandInput): Answer<DescribeVolumesCommandOutput> {
    const volumes = [...instances.all]
      .filter((instance) => instance.state !== 'terminated')
      .flatMap((instance) => volumesOf(instance))
      .map((volume, order) => ({ ...volume, order }))
    const unknown = filled(input.VolumeIds)?.find((id) => !volumes.some(({ shape }) => shape.VolumeId === id))
    if (unknown !== undefined) throw notFound('volume', unknown)
    const matches = matcher<(typeof volumes)[number]>(input.Filters, {
      fields: {
        'volume-id': ({ shape }) => shape.VolumeId,
        'attachment.instance-id': ({ instance }) => instance.id,
        'availability-zone': ({ instance }) => instance.zone,
        encrypted: ({ shape }) => String(shape.Encrypted),
        status: ({ shape }) => shape.State,
        'volume-type': ({ shape }) => shape.VolumeType,
      },
      shown: { paths: VOLUME_PATHS, shape: ({ shape }) => shape },
    })
    const wanted = volumes
      .filter(({ shape }) => filled(input.VolumeIds)?.includes(shape.VolumeId ?? '') ?? true)
      .filter(matches)
    const { items, ...rest } = ec2Page(wanted, input, parts.context)
    return { Volumes: items.map(({ shape }) => shape), ...rest }
  },

  DescribeAccountAttributes(
    input: DescribeAccountAttributesCommandInput,
  ): Answer<DescribeAccountAttributesCommandOutput> {
    const values: Readonly<Record<string, string>> = {
      'supported-platforms': 'VPC',
      'vpc-max-security-groups-per-interface': '5',
      'max-elastic-ips': '5',
      'max-instances': '20',
      'vpc-max-elastic-ips': String(parts.addressLimit()),
      'default-vpc': parts.groups.all[0]?.vpcId ?? 'none',
    }
    const names: readonly string[] = filled(input.AttributeNames) ?? Object.keys(values)
    return {
      AccountAttributes: names.map((name) => ({
        AttributeName: name,
        AttributeValues: [{ AttributeValue: values[name] ?? '' }],
      })),
    }
  },
})

function interfaceShape(instance: InstanceRecord, parts: ShapeParts): NetworkInterface {
  const [nic] = instanceShape(instance, parts).NetworkInterfaces ?? []
  const { Attachment: attachment, ...own } = nic ?? {}
  return {
    ...own,
    AvailabilityZone: instance.zone,
    InterfaceType: 'interface',
    Attachment: { ...attachment, InstanceId: instance.id, InstanceOwnerId: parts.context.account },
  }
}

const volumesOf = (instance: InstanceRecord): { readonly instance: InstanceRecord; readonly shape: Volume }[] =>
  instance.spec.blockDevices.map((device, index) => ({
    instance,
    shape: {
      VolumeId: instance.volumeIds[index] ?? '',
      Size: device.gigabytes,
      VolumeType: device.type as NonNullable<Volume['VolumeType']>,
      Encrypted: device.encrypted,
      AvailabilityZone: instance.zone,
      State: 'in-use',
      CreateTime: dateAt(instance.createdAt),
      Attachments: [
        {
          InstanceId: instance.id,
          Device: device.device,
          State: 'attached',
          DeleteOnTermination: device.deleteOnTermination,
        },
      ],
    },
  }))
