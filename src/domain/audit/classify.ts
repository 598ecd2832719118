import type { AuditRow } from './audit.ts'
import { isDeprecated, newest, type DeprecatedImages, type Image } from '../image/image.ts'
import { ageDays, daysBehind, daysBehindNamed } from '../image/age.ts'
import { notAllowed } from '../image/launch-shape.ts'
import { lineOf } from '../image/line.ts'
import type { MachineImage } from '../image/machine-image.ts'
import { lastSuccessor } from '../image/succession.ts'

/** What an image is held against. */
export type Baseline =
  /** The images of its family: nothing older than itself is ever asked for. */
  | { readonly kind: 'family'; readonly members: readonly Image[] }
  /** The newest of these and nothing else, as the user named them; `deprecated` says what to make of deprecated ones. */
  | { readonly kind: 'wanted'; readonly members: readonly Image[]; readonly deprecated: DeprecatedImages }
  /** Nothing can be found out. */
  | { readonly kind: 'none'; readonly reason: string }

/** An image as it was found in use. */
export interface ImageInUse {
  readonly imageId: string
  /** Undefined where AWS does not show it. */
  readonly image: (Image & Pick<MachineImage, 'demands'>) | undefined
  /** Whether AWS says that it was deregistered, as it does for a while. */
  readonly wasDeregistered: boolean
}

/** What is to be said of an image wherever it is in use; never `unrolled`, for that is a matter of the group. */
export type Classification = Pick<AuditRow, 'image' | 'imageAgeDays' | 'newest' | 'daysBehind' | 'state' | 'reason'> & {
  readonly verdict: 'current' | 'stale' | 'unknown'
}

/**
 * Holds an image against its yardstick at `now`, in seconds since the Unix epoch. What the account would not allow is said
 * besides, whatever the verdict.
 */
export function classify(sighting: ImageInUse, yardstick: Baseline, now: number): Classification {
  const found = classifyAgainst(sighting, yardstick, now)
  const caution = sighting.image && notAllowed(sighting.image)
  if (caution === undefined) return found
  return { ...found, reason: [found.reason, `${caution}.`].filter((text) => text !== undefined).join(' ') }
}

function classifyAgainst(sighting: ImageInUse, yardstick: Baseline, now: number): Classification {
  const { image } = sighting
  const facts = {
    image,
    imageAgeDays: image && ageDays(image, now),
    newest: undefined,
    daysBehind: undefined,
    reason: undefined,
    state: stateOf(sighting, now),
  }
  const unknown = (reason: string): Classification => ({ ...facts, verdict: 'unknown', reason })
  switch (yardstick.kind) {
    case 'none':
      return unknown(yardstick.reason)
    case 'family':
      return image === undefined
        ? unknown(whyUnseen(sighting))
        : againstFamily(image, yardstick.members, { facts, now })
    case 'wanted':
      return againstWanted(sighting, yardstick, { facts, now })
    default:
      return yardstick satisfies never
  }
}

interface Known {
  readonly facts: Omit<Classification, 'verdict'>
  readonly now: number
}

function againstFamily(image: Image, members: readonly Image[], { facts, now }: Known): Classification {
  const choice = { now, deprecated: 'ignore' } as const
  const best = lastSuccessor(image, members, choice)
  if (best !== undefined)
    return { ...facts, verdict: 'stale', newest: best, daysBehind: daysBehind(image, members, choice) }
  const alone = { ...facts, daysBehind: 0 }
  if (image.state !== 'available')
    return {
      ...alone,
      verdict: 'unknown',
      reason: `It is ${image.state}, and its family has no newer image to launch.`,
    }
  if (isDeprecated(image, now))
    return { ...alone, verdict: 'unknown', reason: 'It is deprecated, and its family has no newer image that is not.' }
  const { doubt } = lineOf(image.name)
  // That nothing newer was found says nothing where it is not known what newer ones are called.
  return doubt === undefined
    ? { ...alone, verdict: 'current', newest: image }
    : { ...facts, verdict: 'unknown', reason: doubt }
}

function againstWanted(
  { imageId, image }: ImageInUse,
  { members, deprecated }: Baseline & { kind: 'wanted' },
  { facts, now }: Known,
): Classification {
  const choice = { now, deprecated }
  const best = newest(members, choice)
  if (best === undefined)
    return { ...facts, verdict: 'unknown', reason: 'No image that `image` asks for can be launched in its place.' }
  if (imageId === best.id) return { ...facts, verdict: 'current', newest: best, daysBehind: 0 }
  if (image !== undefined && image.architecture !== best.architecture)
    return {
      ...facts,
      verdict: 'unknown',
      reason: `It is for ${image.architecture}, and the image that \`image\` asks for is for ${best.architecture}.`,
    }
  const days = image && daysBehindNamed(image, members, choice)
  return { ...facts, verdict: 'stale', newest: best, daysBehind: days }
}

function stateOf({ image, wasDeregistered }: ImageInUse, now: number): string {
  if (image === undefined) return wasDeregistered ? 'deregistered' : 'missing'
  return image.state === 'available' && isDeprecated(image, now) ? 'deprecated' : image.state
}

const whyUnseen = ({ wasDeregistered }: ImageInUse): string =>
  wasDeregistered
    ? 'The image was deregistered, so its family cannot be told.'
    : 'The image is gone, not shared with this account or not allowed by its Allowed AMIs settings, so its family cannot be told.'
