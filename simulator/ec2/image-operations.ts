import type { DescribeImagesCommandInput, DescribeImagesCommandOutput } from '@aws-sdk/client-ec2'
import type { ServiceContext } from '../interfaces.ts'
import type { Answer } from '../answer.ts'
import { invalidCombination } from './faults.ts'
import { matcher } from './filters.ts'
import { imageFilters, imageShape } from './image-shape.ts'
import type { ImageStore, StoredImage } from './images.ts'
import { ec2Page } from './pages.ts'
import type { TagStore } from './tags.ts'

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html */
export const imageOperations = (images: ImageStore, tags: TagStore, context: ServiceContext) => ({
  DescribeImages(input: DescribeImagesCommandInput): Answer<DescribeImagesCommandOutput> {
    const ids = input.ImageIds ?? []
    if (ids.length > 0 && input.MaxResults !== undefined) {
      throw invalidCombination('The parameter imageIdsSet cannot be used with the parameter maxResults')
    }
    const matches = matcher(input.Filters, imageFilters(images, tags, context))
    const candidates =
      ids.length > 0
        ? [...new Set(ids)].map((id) => images.lookUp(id)).filter((image) => image !== undefined)
        : [...images.all].filter((image) => images.isListed(image))
    const wanted = candidates
      .filter((image) => isOwnedBy(image, input.Owners, context.account))
      .filter((image) => isLaunchableBy(image, input.ExecutableUsers, context.account))
      // An account's own deprecated images are listed in any case, its disabled ones only on request.
      .filter((image) => input.IncludeDeprecated === true || images.owns(image) || !images.isDeprecated(image))
      .filter((image) => input.IncludeDisabled === true || image.state !== 'disabled')
      .filter(matches)
    const { items, ...rest } = ec2Page(wanted, input, {
      behaviour: context.behaviour,
      sizes: { smallest: 1, largest: 1000 },
    })
    return { Images: items.map((image) => imageShape(image, tags, context)), ...rest }
  },
})

function isOwnedBy(image: StoredImage, owners: readonly string[] | undefined, account: string): boolean {
  if (owners === undefined || owners.length === 0) return true
  return owners.some(
    (owner) => owner === image.ownerId || owner === image.ownerAlias || (owner === 'self' && image.ownerId === account),
  )
}

function isLaunchableBy(image: StoredImage, users: readonly string[] | undefined, account: string): boolean {
  if (users === undefined || users.length === 0) return true
  return users.some((user) => image.sharedWith.has(user === 'self' ? account : user))
}
