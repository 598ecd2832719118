import type { Image } from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { IMAGE_PATHS } from './filter-paths.ts'
import type { Filterable } from './filters.ts'
import type { ImageStore, StoredImage } from './images.ts'
import type { TagStore } from './tags.ts'

/** Milliseconds are always shown, as EC2 does for images: `2026-01-31T10:11:12.000Z`. */
const isoTime = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString()

/** An image as DescribeImages shows it. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html */
export function imageShape(image: StoredImage, tags: TagStore, { account }: ServiceContext): Image {
  const own = image.ownerId === account
  const visibleTags = tags.view(image.id)
  return {
    ImageId: image.id,
    Name: image.name,
    ImageLocation: `${image.ownerAlias ?? image.ownerId}/${image.name}`,
    OwnerId: image.ownerId,
    ...(image.ownerAlias === undefined ? {} : { ImageOwnerAlias: image.ownerAlias }),
    CreationDate: isoTime(image.createdAt),
    ...(image.deprecatedAt === undefined ? {} : { DeprecationTime: isoTime(image.deprecatedAt) }),
    State: image.state,
    Public: image.sharedWith.has('all'),
    Architecture: image.architecture,
    VirtualizationType: image.virtualizationType,
    RootDeviceType: image.rootDeviceType,
    RootDeviceName: image.rootDeviceName,
    BlockDeviceMappings: structuredClone([...image.blockDevices]),
    ImageType: 'machine',
    Hypervisor: 'xen',
    EnaSupport: image.demands.ena === undefined,
    ...(image.demands.bootMode === undefined ? {} : { BootMode: image.demands.bootMode }),
    ...(image.demands.tpm === undefined ? {} : { TpmSupport: image.demands.tpm }),
    ...(image.demands.allowed === undefined ? {} : { ImageAllowed: own || image.demands.allowed === 'yes' }),
    ...(image.source.instanceId === undefined ? {} : { SourceInstanceId: image.source.instanceId }),
    ...(image.source.imageId === undefined
      ? {}
      : { SourceImageId: image.source.imageId, SourceImageRegion: image.source.region }),
    SriovNetSupport: 'simple',
    PlatformDetails: image.platform === 'windows' ? 'Windows' : 'Linux/UNIX',
    UsageOperation: image.platform === 'windows' ? 'RunInstances:0002' : 'RunInstances',
    ...(image.platform === 'windows' ? { Platform: 'Windows' as const } : {}),
    ...(image.description === undefined ? {} : { Description: image.description }),
    ...(image.imdsV2 ? { ImdsSupport: 'v2.0' as const } : {}),
    ...(own
      ? { DeregistrationProtection: image.deregistrationProtected ? 'enabled-without-cooldown' : 'disabled' }
      : {}),
    ...(visibleTags.length > 0 ? { Tags: visibleTags } : {}),
  }
}

/** What DescribeImages filters by. */
export const imageFilters = (images: ImageStore, tags: TagStore, context: ServiceContext): Filterable<StoredImage> => ({
  shown: { paths: IMAGE_PATHS, shape: (image) => imageShape(image, tags, context) },
  fields: {
    'image-id': (image) => image.id,
    name: (image) => image.name,
    description: (image) => image.description,
    state: (image) => image.state,
    architecture: (image) => image.architecture,
    'virtualization-type': (image) => image.virtualizationType,
    'root-device-type': (image) => image.rootDeviceType,
    'root-device-name': (image) => image.rootDeviceName,
    'is-public': (image) => String(image.sharedWith.has('all')),
    'owner-id': (image) => image.ownerId,
    'owner-alias': (image) => image.ownerAlias,
    'creation-date': (image) => isoTime(image.createdAt),
    'image-type': () => 'machine',
    hypervisor: () => 'xen',
    platform: (image) => (image.platform === 'windows' ? 'windows' : undefined),
    'manifest-location': (image) => `${image.ownerAlias ?? image.ownerId}/${image.name}`,
    'block-device-mapping.device-name': (image) => image.blockDevices.map((device) => device.DeviceName),
    'block-device-mapping.snapshot-id': (image) => image.blockDevices.map((device) => device.Ebs?.SnapshotId),
    'block-device-mapping.volume-size': (image) =>
      image.blockDevices.map((device) => device.Ebs?.VolumeSize?.toString()),
    'block-device-mapping.volume-type': (image) => image.blockDevices.map((device) => device.Ebs?.VolumeType),
    'block-device-mapping.encrypted': (image) =>
      image.blockDevices.map((device) => String(device.Ebs?.Encrypted ?? false)),
  },
  // Tags are private to an account: those on another account's image are not shown by AWS.
  tagsOf: (image) => (images.owns(image) ? tags.of(image.id) : new Map()),
})
