import type {
  DescribeImageAttributeCommandInput,
  DescribeImageAttributeCommandOutput,
  DisableImageCommandInput,
  DisableImageCommandOutput,
  DisableImageDeprecationCommandInput,
  DisableImageDeprecationCommandOutput,
  EnableImageCommandInput,
  EnableImageCommandOutput,
  EnableImageDeprecationCommandInput,
  EnableImageDeprecationCommandOutput,
  LaunchPermission,
  ModifyImageAttributeCommandInput,
} from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'
import type { Answer } from '../answer.ts'
import { invalidValue, missingParameter, required } from './faults.ts'
import type { ImageStore, StoredImage } from './images.ts'

/** What an owner changes on an image: deprecation, disabling, launch permissions. */
export const imageAttributes = (images: ImageStore, { timeline }: ServiceContext) => ({
  EnableImageDeprecation(input: EnableImageDeprecationCommandInput): Answer<EnableImageDeprecationCommandOutput> {
    const image = images.owned(required(input.ImageId, 'imageId'))
    const at = new Date(required(input.DeprecateAt, 'deprecateAt')).getTime() / 1000
    if (at < timeline.now) throw invalidValue('The deprecation date must be in the future.')
    // EC2 rounds to the nearest minute.
    image.deprecatedAt = Math.round(at / 60) * 60
    return { Return: true }
  },

  DisableImageDeprecation(input: DisableImageDeprecationCommandInput): Answer<DisableImageDeprecationCommandOutput> {
    images.owned(required(input.ImageId, 'imageId')).deprecatedAt = undefined
    return { Return: true }
  },

  DisableImage(input: DisableImageCommandInput): Answer<DisableImageCommandOutput> {
    const image = images.owned(required(input.ImageId, 'imageId'))
    image.state = 'disabled'
    // Disabling removes all launch permissions of a public or shared image for good.
    image.sharedWith.clear()
    return { Return: true }
  },

  EnableImage(input: EnableImageCommandInput): Answer<EnableImageCommandOutput> {
    images.owned(required(input.ImageId, 'imageId')).state = 'available'
    return { Return: true }
  },

  ModifyImageAttribute(input: ModifyImageAttributeCommandInput): object {
    const image = images.owned(required(input.ImageId, 'imageId'))
    const { add, remove } = permissions(input)
    if (input.Description !== undefined) image.description = input.Description.Value
    if (image.state === 'disabled' && add.length > 0) {
      throw new ServiceFault('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available`)
    }
    for (const audience of add) image.sharedWith.add(audience)
    for (const audience of remove) image.sharedWith.delete(audience)
    return {}
  },

  DescribeImageAttribute(input: DescribeImageAttributeCommandInput): Answer<DescribeImageAttributeCommandOutput> {
    const image = images.owned(required(input.ImageId, 'imageId'))
    switch (required(input.Attribute, 'attribute')) {
      case 'launchPermission':
        return { ImageId: image.id, LaunchPermissions: launchPermissions(image) }
      case 'description':
        return { ImageId: image.id, Description: image.description === undefined ? {} : { Value: image.description } }
      case 'blockDeviceMapping':
        return { ImageId: image.id, BlockDeviceMappings: [...image.blockDevices] }
      case 'imdsSupport':
        return { ImageId: image.id, ImdsSupport: image.imdsV2 ? { Value: 'v2.0' } : {} }
      default:
        throw invalidValue(`Value (${input.Attribute}) for parameter attribute is invalid.`)
    }
  },
})

function permissions(input: ModifyImageAttributeCommandInput) {
  const byAttribute =
    input.Attribute === 'launchPermission' ? [...(input.UserIds ?? []), ...(input.UserGroups ?? [])] : []
  if (
    input.Attribute === 'launchPermission' &&
    input.OperationType === undefined &&
    input.LaunchPermission === undefined
  ) {
    throw missingParameter('operationType')
  }
  return {
    add: [...audience(input.LaunchPermission?.Add), ...(input.OperationType === 'add' ? byAttribute : [])],
    remove: [...audience(input.LaunchPermission?.Remove), ...(input.OperationType === 'remove' ? byAttribute : [])],
  }
}

function audience(given: readonly LaunchPermission[] | undefined): string[] {
  return (given ?? []).flatMap(({ UserId, Group }) => [UserId, Group]).filter((one) => one !== undefined)
}

const launchPermissions = (image: StoredImage): LaunchPermission[] =>
  [...image.sharedWith].map((one) => (one === 'all' ? { Group: 'all' as const } : { UserId: one }))
