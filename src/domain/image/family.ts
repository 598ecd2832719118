import type { Image } from './image.ts'
import { lineOf } from './line.ts'

/** Images of one line of a product: the last of a family is what `latest` means for any of them. */
export interface ImageFamily {
  /** Equal for two images exactly when they are of the same family. */
  readonly key: string
  readonly owner: string
  readonly architecture: string
  readonly virtualization: string
  readonly rootType: string
  /** For the `name` filter of DescribeImages: matches every name of the family, and possibly a few of others. */
  readonly namePattern: string
}

/**
 * The family of an image: same owner, architecture, virtualization and root type, and the same line. An image without a
 * name is a family of its own.
 */
export function familyOf(image: Image): ImageFamily {
  const { owner, architecture, virtualization, rootType } = image
  const namePattern = namePatternOf(image.name)
  const name = image.name === '' ? image.id : namePattern
  const key = JSON.stringify([owner, architecture, virtualization, rootType, name])
  return { key, owner, architecture, virtualization, rootType, namePattern }
}

/** A name with `*` for each part that changes from release to release. */
export const namePatternOf = (name: string): string => lineOf(name).pattern
