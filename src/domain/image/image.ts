/**
 * An Amazon machine image as far as a decision needs it. Times are seconds since the Unix epoch; `owner` is the account
 * id, never an alias such as `amazon`; the other words are AWS's own.
 */
export interface Image {
  readonly id: string
  /** Empty where AWS gives none. */
  readonly name: string
  readonly owner: string
  readonly architecture: string
  readonly virtualization: string
  readonly rootType: string
  readonly createdAt: number
  /** When AWS calls it deprecated; may lie in the future. */
  readonly deprecatedAt: number | undefined
  /** AWS's `State`: only `available` ones can be launched. */
  readonly state: string
}

/** Whether images that are past their deprecation time may be chosen. */
export type DeprecatedImages = 'allow' | 'ignore'

/** The choice of an image: at which moment, and what to make of deprecated ones. */
export interface ImageChoice {
  readonly now: number
  readonly deprecated: DeprecatedImages
}

/** Whether the image is past its deprecation time at `now` (seconds since the epoch). */
export function isDeprecated(image: Image, now: number): boolean {
  return image.deprecatedAt !== undefined && image.deprecatedAt <= now
}

/**
 * Order of release, oldest first. Images of the same second are told apart by name and id, so that two runs, or two
 * orders of the same pages, never choose differently.
 */
export function byRelease(one: Image, other: Image): number {
  return one.createdAt - other.createdAt || compareText(one.name, other.name) || compareText(one.id, other.id)
}

/** The newest image that can be launched; undefined where the list has none that may be chosen. */
export function newest(images: readonly Image[], choice: ImageChoice): Image | undefined {
  return images
    .filter((image) => mayBeChosen(image, choice))
    .reduce<Image | undefined>((best, image) => (best && byRelease(best, image) >= 0 ? best : image), undefined)
}

/** Whether an image can be launched and the choice does not rule it out. */
export function mayBeChosen(image: Image, { now, deprecated }: ImageChoice): boolean {
  return image.state === 'available' && (deprecated === 'allow' || !isDeprecated(image, now))
}

// Not localeCompare: the order must not depend on the language of the machine.
function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
