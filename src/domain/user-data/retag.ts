import { UserDataError } from '../yaml/error.ts'
import { repositoryOf, sameRepository } from './docker-reference.ts'
import { mayBeOf } from './images/may-be-of.ts'
import { imagePlaces } from './images/places.ts'
import type { NotTaken, TakenImage } from './found-image.ts'
import { bytesToText, textToBytes } from './kind.ts'
import { leavesOf, type Codec, type Leaf } from './leaf.ts'
import { unchanged, type UserDataPatch } from './patch.ts'
import { foundInWords, mentionsInWords, notTakenInWords } from './retag-words.ts'
import { refuseOwnName, retagged, type WantedImage } from './wanted-image.ts'

/** In which user data, and what may be changed there. */
export interface TextRequest extends Codec {
  readonly otherRepository: 'refuse' | 'allow'
  /** For errors: `the user data is a script`. */
  readonly where: string
}

/** Sets tag and digest of the one image that is meant, at each place where it stands. */
export function retagText(bytes: Uint8Array, wanted: WantedImage, request: TextRequest): UserDataPatch {
  const leaves = leavesOf(bytes, request)
  const readable = leaves.flatMap((leaf, number) => (isReadable(leaf) ? [{ leaf, number }] : []))
  if (readable.length === 0) throw new UserDataError(`docker-image cannot be set: ${request.where}.`)
  if (wanted.kind === 'reference' && wanted.reference.tag === undefined && wanted.reference.digest === undefined) {
    throw new UserDataError(
      `docker-image needs a tag or a digest here: ${request.where}, where an image is found by them.`,
    )
  }
  const places = readable.flatMap(({ leaf, number }) => placesOf(leaf, number))
  const taken = places.filter((place): place is TakenImage => place.kind === 'reference')
  const notTaken = places.filter((place): place is NotTaken => place.kind === 'not taken')
  const chosen = choose({ taken, notTaken }, wanted, request)
  if (chosen === undefined) throw notFound({ taken, notTaken }, wanted, { ...request, leaves })
  return replace(bytes, chosen, { wanted, codec: request })
}

const isReadable = ({ kind }: Leaf): boolean => kind !== 'binary' && kind !== 'empty'

function placesOf(leaf: Leaf, number: number): readonly (TakenImage | NotTaken)[] {
  const language = leaf.kind === 'cloud-config' ? 'yaml' : undefined
  return imagePlaces(bytesToText(leaf.bytes), language).map((place) => ({
    ...place,
    leaf: { number, label: leaf.label },
  }))
}

interface Places {
  readonly taken: readonly TakenImage[]
  readonly notTaken: readonly NotTaken[]
}

/** The places of the one image that is meant; undefined where none is. Throws where several may be. */
function choose(
  { taken, notTaken }: Places,
  wanted: WantedImage,
  { otherRepository }: TextRequest,
): readonly TakenImage[] | undefined {
  if (wanted.kind === 'version') {
    if (taken.length === 0) return undefined
    const doubtful = notTaken.filter(({ obstacle }) => obstacle !== 'untagged')
    return onlyOne(taken, doubtful, 'a tag or digest alone is given, and')
  }
  const same = taken.filter(({ reference }) => sameRepository(reference, wanted.reference))
  const doubtful = notTaken.filter((place) => mayBeOf(place, wanted.reference))
  if (same.length > 0) return onlyOne(same, doubtful, '')
  if (otherRepository === 'refuse' || taken.length === 0 || doubtful.length > 0) return undefined
  return onlyOne(taken, notTaken, `no image is of ${repositoryOf(wanted.reference)}, and`)
}

/** The same image at several places is one. */
function onlyOne(taken: readonly TakenImage[], doubtful: readonly NotTaken[], why: string): readonly TakenImage[] {
  const images = new Set(taken.map(identity))
  if (images.size === 1 && doubtful.length === 0) return taken
  const reason = why === '' ? '' : `${why} `
  const [first] = taken
  const repositories = new Set(taken.map(({ reference }) => repositoryOf(reference)))
  const of = first !== undefined && repositories.size === 1 ? ` to ${repositoryOf(first.reference)}` : ''
  if (images.size > 1)
    throw new UserDataError(
      `docker-image cannot be set: ${reason}the user data has ${images.size} different references${of}, and it is not clear which is meant: ${foundInWords(taken)}.`,
    )
  throw new UserDataError(
    `docker-image cannot be set: ${reason}beside ${foundInWords(taken)} the user data may have the same image where it cannot be changed. Not taken: ${notTakenInWords(doubtful)}.`,
  )
}

const identity = ({ reference }: TakenImage): string =>
  JSON.stringify([repositoryOf(reference), reference.tag, reference.digest])

interface Replacement {
  readonly wanted: WantedImage
  readonly codec: Codec
}

function replace(bytes: Uint8Array, chosen: readonly TakenImage[], { wanted, codec }: Replacement): UserDataPatch {
  const edits = chosen.flatMap((place) => {
    const after = newText(place, wanted)
    return after === place.text ? [] : [{ place, after }]
  })
  if (edits.length === 0) return unchanged(bytes)
  let current = bytes
  // From the end, so that what stands before an edit keeps its offset.
  for (const { place, after } of edits.toReversed()) {
    const leaf = leavesOf(current, codec)[place.leaf.number]
    if (leaf === undefined) throw new Error('A piece of user data is gone after a change in another one.')
    const text = bytesToText(leaf.bytes)
    current = leaf.put(textToBytes(text.slice(0, place.start) + after + text.slice(place.end)))
  }
  const changes = edits.map(({ place, after }) => ({ path: placeInWords(place), before: place.text, after }))
  return { bytes: current, changed: true, changes }
}

function newText({ text, reference }: TakenImage, wanted: WantedImage): string {
  if (wanted.kind === 'reference')
    return sameRepository(reference, wanted.reference) ? retagged(text, wanted.reference) : wanted.text
  refuseOwnName(wanted, reference)
  return retagged(text, wanted)
}

const placeInWords = ({ leaf, line }: TakenImage): string => `${leaf.label === '' ? '' : `${leaf.label}, `}line ${line}`

interface Searched {
  readonly where: string
  readonly leaves: readonly Leaf[]
}

function notFound({ taken, notTaken }: Places, wanted: WantedImage, { where, leaves }: Searched): UserDataError {
  const images = taken.length === 0 ? 'No other image was recognised either.' : `Images found: ${foundInWords(taken)}.`
  const others = notTaken.length === 0 ? '' : ` Not taken: ${notTakenInWords(notTaken, wanted)}.`
  if (wanted.kind === 'version')
    return new UserDataError(
      `docker-image is a tag or digest alone: ${where}, and holds no image whose repository it could keep.${others}`,
    )
  const repository = repositoryOf(wanted.reference)
  const mentions = mentionsInWords(leaves, wanted.reference)
  const hint =
    taken.length > 0 ? ' Set `allow-other-repository: true` to replace the one image of another repository.' : ''
  return new UserDataError(
    `docker-image cannot be set: ${where}, and holds no reference to ${repository} with a tag or digest. ${images}${others}${mentions}${hint}`,
  )
}
