import type {
  BlockDeviceMapping,
  DeregisterImageCommandInput,
  DeregisterImageCommandOutput,
  RegisterImageCommandInput,
  RegisterImageCommandOutput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { required } from './faults.ts'
import type { ImageStore } from './images.ts'
import { specifiedTags, type TagStore } from './tags.ts'

/** Registers and deregisters images. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RegisterImage.html */
export const imageRegistration = (images: ImageStore, tags: TagStore, { random }: ServiceContext) => ({
  RegisterImage(input: RegisterImageCommandInput): Answer<RegisterImageCommandOutput> {
    const name = checkImageName(required(input.Name, 'name'), images)
    const rootDeviceName = input.RootDeviceName ?? '/dev/sda1'
    const ebs = input.ImageLocation === undefined
    const given = specifiedTags(input.TagSpecifications, 'image', ['snapshot'])
    const image = images.seed({
      name,
      rootDeviceName,
      rootDeviceType: ebs ? 'ebs' : 'instance-store',
      blockDevices: ebs ? checkDevices(input, rootDeviceName) : (input.BlockDeviceMappings ?? []),
      // EC2's default is still the oldest type, and foreign clients that leave the type out get it.
      architecture: input.Architecture ?? 'i386',
      virtualizationType: input.VirtualizationType === 'hvm' ? 'hvm' : 'paravirtual',
      ...(input.Description === undefined ? {} : { description: input.Description }),
      ...(input.ImdsSupport === 'v2.0' ? { imdsV2: true } : {}),
      id: `ami-${random.hex(17)}`,
    })
    tags.add(image.id, given)
    return { ImageId: image.id }
  },

  DeregisterImage(input: DeregisterImageCommandInput): Answer<DeregisterImageCommandOutput> {
    const image = images.owned(required(input.ImageId, 'imageId'))
    if (image.deregistrationProtected) {
      throw new ServiceFault('OperationNotPermitted', `The image '${image.id}' is protected from deregistration.`)
    }
    images.deregister(image)
    return { Return: true }
  },
})

/** Refuses a name that breaks EC2's rules, or that another image of the account has. */
export function checkImageName(name: string, images: ImageStore): string {
  if (!/^[A-Za-z0-9()[\] ./'@_-]{3,128}$/.test(name)) {
    throw new ServiceFault(
      'InvalidAMIName.Malformed',
      "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'",
    )
  }
  for (const other of images.all) {
    if (other.name === name && images.owns(other) && other.deregisteredAt === undefined) {
      throw new ServiceFault('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${other.id}`)
    }
  }
  return name
}

function checkDevices(input: RegisterImageCommandInput, rootDeviceName: string): BlockDeviceMapping[] {
  const devices = input.BlockDeviceMappings ?? []
  const root = devices.find((device) => device.DeviceName === rootDeviceName)
  if (root?.Ebs?.SnapshotId === undefined) {
    throw new ServiceFault('InvalidBlockDeviceMapping', 'No root snapshot specified in device mapping.')
  }
  return devices.map((device) =>
    device.Ebs === undefined
      ? device
      : {
          ...device,
          // Snapshots have no size of their own here; 8 GiB is what most Linux images have.
          Ebs: { DeleteOnTermination: true, Encrypted: false, VolumeType: 'gp2', VolumeSize: 8, ...device.Ebs },
        },
  )
}
