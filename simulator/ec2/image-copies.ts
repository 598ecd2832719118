import type {
  BlockDeviceMapping,
  CopyImageCommandInput,
  CopyImageCommandOutput,
  CreateImageCommandInput,
  CreateImageCommandOutput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { withoutAbsent } from './answer.ts'
import { invalidCombination, invalidValue, missingParameter, required } from './faults.ts'
import { Idempotency } from './idempotency.ts'
import { notFound } from './ids.ts'
import { checkImageName } from './image-registration.ts'
import type { ImageSeed, ImageStore, StoredImage } from './images.ts'
import type { InstanceRecord, Instances } from './instances.ts'
import { specifiedTags, type TagStore } from './tags.ts'

interface Parts {
  readonly images: ImageStore
  readonly instances: Instances
  readonly tags: TagStore
}

/**
 * Images that are made of an instance or of another image: pending for `imageSeconds`, then available.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateImage.html and API_CopyImage.html
 */
export function imageCopies({ images, instances, tags }: Parts, context: ServiceContext) {
  const { random, region } = context
  const copies = new Idempotency<StoredImage>()
  return {
    CreateImage(input: CreateImageCommandInput): Answer<CreateImageCommandOutput> {
      const given = specifiedTags(input.TagSpecifications, 'image', ['snapshot'])
      const instance = instances.get([required(input.InstanceId, 'instanceId')])[0] as InstanceRecord
      if (instance.state !== 'running' && instance.state !== 'stopped') {
        throw new ServiceFault(
          'IncorrectState',
          `Instance '${instance.id}' is not 'running' or 'stopped'. It is '${instance.state}'.`, // unsourced text
        )
      }
      if (input.SnapshotLocation !== undefined) throw invalidValue('The simulator has no Local Zones.')
      const name = checkImageName(required(input.Name, 'name'), images)
      const blockDevices = devicesOf(instance, { given: input.BlockDeviceMappings ?? [], context })
      const image = images.copy({
        ...inherited(instance.spec.image),
        name,
        blockDevices,
        id: `ami-${random.hex(17)}`,
        source: { instanceId: instance.id },
        ...(input.Description !== undefined && { description: input.Description }),
      })
      tags.add(image.id, given)
      if (input.NoReboot !== true && instance.state === 'running') instances.reboot(instance)
      return { ImageId: image.id }
    },

    CopyImage(input: CopyImageCommandInput): Answer<CopyImageCommandOutput> {
      const from = required(input.SourceRegion, 'sourceRegion')
      const sourceId = required(input.SourceImageId, 'sourceImageId')
      const image = copies.once(input, () => {
        // What it would be kept without effect is refused.
        const elsewhere = input.DestinationOutpostArn ?? input.DestinationAvailabilityZone ?? input.DestinationAvailabilityZoneId // prettier-ignore
        if (elsewhere !== undefined) throw invalidValue('The simulator copies images to its region only.')
        if (from !== region) throw invalidValue(`The simulator knows no images of the region ${from}.`)
        if (input.KmsKeyId !== undefined && input.Encrypted !== true)
          throw invalidCombination('A KmsKeyId needs the parameter Encrypted.') // unsourced text
        const source = images.lookUp(sourceId)
        if (source === undefined) throw notFound('image', sourceId)
        if (source.state !== 'available')
          throw new ServiceFault('InvalidAMIID.Unavailable', `The image ID '${sourceId}' is not available`)
        const name = checkImageName(required(input.Name, 'name'), images)
        const given = specifiedTags(input.TagSpecifications, 'image', ['snapshot'])
        const made = images.copy(
          {
            ...inherited(source),
            name,
            blockDevices: source.blockDevices.map((device) =>
              withSnapshot(device, { encrypted: input.Encrypted === true, context }),
            ),
            id: `ami-${random.hex(17)}`,
            description: input.Description ?? `[Copied ${sourceId} from ${from}] ${source.description ?? source.name}`,
            source: { imageId: sourceId, region: from },
          },
          input.SnapshotCopyCompletionDurationMinutes,
        )
        // Tags of another account's image are not copied, nor those of AWS itself.
        if (input.CopyImageTags === true && images.owns(source))
          tags.set(made.id, [...tags.of(sourceId)].filter(([key]) => !key.startsWith('aws:'))) // prettier-ignore
        tags.add(made.id, given)
        return made
      })
      return { ImageId: image.id }
    },
  }
}

/** What a copy has from its source: neither its name, nor its permissions and dates. */
const inherited = (source: StoredImage): Omit<ImageSeed, 'name'> => ({
  architecture: source.architecture,
  virtualizationType: source.virtualizationType,
  rootDeviceType: source.rootDeviceType,
  rootDeviceName: source.rootDeviceName,
  demands: { ...source.demands },
  ...(source.platform !== undefined && { platform: source.platform }),
  ...(source.imdsV2 && { imdsV2: true as const }),
})

interface Snapshotting {
  readonly encrypted: boolean
  readonly context: ServiceContext
}

const withSnapshot = (device: BlockDeviceMapping, { encrypted, context }: Snapshotting): BlockDeviceMapping =>
  device.Ebs === undefined
    ? device
    : {
        ...device,
        Ebs: {
          ...device.Ebs,
          SnapshotId: `snap-${context.random.hex(17)}`,
          Encrypted: encrypted || device.Ebs.Encrypted === true,
        },
      }

interface Devices {
  readonly given: readonly BlockDeviceMapping[]
  readonly context: ServiceContext
}

/** The volumes of the instance, each with a new snapshot, and what the call changes of them: neither size nor encryption. */
function devicesOf({ spec }: InstanceRecord, { given, context }: Devices): BlockDeviceMapping[] {
  for (const { DeviceName, Ebs } of given) {
    if (DeviceName === undefined) throw missingParameter('BlockDeviceMapping.DeviceName')
    const own = spec.blockDevices.find(({ device }) => device === DeviceName)
    // unsourced texts
    if (own && Ebs?.VolumeSize !== undefined && Ebs.VolumeSize !== own.gigabytes)
      throw new ServiceFault('InvalidBlockDeviceMapping', `The size of the volume ${DeviceName} cannot be changed.`)
    if (own && Ebs?.Encrypted !== undefined && Ebs.Encrypted !== own.encrypted)
      throw new ServiceFault('InvalidBlockDeviceMapping', `The encryption of ${DeviceName} cannot be changed.`)
  }
  const own = spec.blockDevices.map((volume) => {
    const device: BlockDeviceMapping = {
      DeviceName: volume.device,
      Ebs: {
        VolumeSize: volume.gigabytes,
        VolumeType: volume.type as 'gp3',
        DeleteOnTermination: volume.deleteOnTermination,
        Encrypted: volume.encrypted,
      },
    }
    const change = given.find(({ DeviceName }) => DeviceName === volume.device)
    if (change?.NoDevice !== undefined) return undefined
    return withSnapshot({ ...device, Ebs: { ...device.Ebs, ...withoutAbsent(change?.Ebs ?? {}) } }, { encrypted: volume.encrypted, context }) // prettier-ignore
  })
  const added = given.filter(
    ({ DeviceName, NoDevice }) =>
      NoDevice === undefined && !spec.blockDevices.some(({ device }) => device === DeviceName),
  )
  return [...own.filter((device) => device !== undefined), ...added]
}
