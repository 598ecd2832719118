import { type Classification, classify, type ImageInUse, type Baseline } from '../../domain/audit/classify.ts'
import type { Classify } from '../../domain/audit/rows.ts'
import type { ImageRequest } from '../../domain/image/request.ts'
import type { MachineImage } from '../../domain/image/machine-image.ts'
import type { Connection } from '../client/connection.ts'
import { parameterValues } from '../images/image-parameters.ts'
import { ImageReader } from '../images/images.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'

/** What images are held against. */
export interface ImageQuestion {
  /** Never empty; of several, each image is held against the first that has one for its architecture. */
  readonly requests: readonly ImageRequest[]
  /** Empty: the owner of the image in use. */
  readonly owners: readonly string[]
  /** Seconds since the Unix epoch. */
  readonly now: number
}

/** Says of each of these images how it stands; each is asked for, and judged, once. */
export async function classifyImages(
  connection: Connection,
  ids: Iterable<string>,
  wish: ImageQuestion,
): Promise<Classify> {
  const images = new ImageReader(connection)
  const { requests } = wish
  const values = await parameterValues(
    connection,
    requests.flatMap((request) => (request.kind === 'parameter' ? request.name : [])),
  )
  const inUse = new Set(ids)
  const asked = requests.flatMap((request) => idOf(request, values) ?? [])
  await images.learn([...inUse, ...asked].filter((id) => id !== ''))
  const seen = [...inUse].flatMap((id) => images.of(id) ?? [])
  if (requests.some(({ kind }) => kind === 'latest')) await images.learnFamilies(seen, owned(wish))
  const judgements = new Map<string, Classification>()
  await mapConcurrently([...inUse], async (imageId) => {
    const sighting = { imageId, image: images.of(imageId), wasDeregistered: images.wasDeregistered(imageId) }
    const yardstick = await yardstickFor(sighting, { wish, images, values })
    judgements.set(imageId, classify(sighting, yardstick, wish.now))
  })
  return (imageId) => {
    const judgement = judgements.get(imageId)
    if (judgement === undefined) throw new Error(`${imageId} was not asked for`)
    return judgement
  }
}

interface Search {
  readonly wish: ImageQuestion
  readonly images: ImageReader
  readonly values: ReadonlyMap<string, string>
}

const owned = ({ owners }: ImageQuestion): readonly string[] | undefined => (owners.length > 0 ? owners : undefined)

function idOf(request: ImageRequest, values: ReadonlyMap<string, string>): string | undefined {
  if (request.kind === 'id') return request.id
  return request.kind === 'parameter' ? values.get(request.name) : undefined
}

async function yardstickFor(
  sighting: ImageInUse & { image: MachineImage | undefined },
  search: Search,
): Promise<Baseline> {
  const { image } = sighting
  const found: Baseline[] = []
  for (const request of search.wish.requests) {
    const yardstick = await yardstickOf(request, sighting, search)
    const fits =
      yardstick.kind !== 'none' &&
      yardstick.members.some(({ architecture }) => image === undefined || architecture === image.architecture)
    if (fits) return yardstick
    found.push(yardstick)
  }
  return found.at(-1) ?? { kind: 'none', reason: 'No image is asked for.' }
}

async function yardstickOf(
  request: ImageRequest,
  { image }: ImageInUse & { image: MachineImage | undefined },
  { wish, images, values }: Search,
): Promise<Baseline> {
  const owners = owned(wish) ?? (image && [image.owner])
  switch (request.kind) {
    case 'latest':
      return { kind: 'family', members: image === undefined ? [] : await images.familyOf(image, owners) }
    case 'name': {
      if (owners === undefined)
        return { kind: 'none', reason: 'The image is gone or not shared with this account; `image-owners` is needed.' }
      const { pattern: name } = request
      const members = await images.named({ owners, name, architecture: image?.architecture })
      return { kind: 'wanted', members, deprecated: 'ignore' }
    }
    case 'id':
      return one(
        images.of(request.id),
        `${request.id} does not exist in this region or is not shared with this account.`,
      )
    case 'parameter': {
      const id = values.get(request.name) ?? ''
      return one(images.of(id), `The parameter ${request.name} does not name an image that this account may use.`)
    }
    default:
      return request satisfies never
  }
}

/** Named by its id, an image is taken as it is, deprecated or not. */
const one = (image: MachineImage | undefined, reason: string): Baseline =>
  image === undefined ? { kind: 'none', reason } : { kind: 'wanted', members: [image], deprecated: 'allow' }
