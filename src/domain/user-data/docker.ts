import { isMap, isScalar, parseDocument, Scalar, type Node } from 'yaml'
import { repositoryOf, sameRepository, tryDockerReference } from './docker-reference.ts'
import { UserDataError } from '../yaml/error.ts'
import { describe, keyName, mergeInto, yamlTextOf } from './keys.ts'
import { leavesOf, type Codec, type Leaf } from './leaf.ts'
import type { UserDataPatch } from './patch.ts'
import { retagText } from './retag.ts'
import { quote } from '../yaml/render.ts'
import { readYaml } from '../yaml/source.ts'
import { meaningOf } from '../yaml/value.ts'
import { refuseOwnName, retagged, wantedImage, type WantedImage } from './wanted-image.ts'

/** Whether an image may be replaced by one of another repository. */
export type OtherRepository = 'refuse' | 'allow'

/** What `docker-image` says, and what it may change. */
export interface DockerImageRequest extends Codec {
  readonly dockerImage: string
  readonly otherRepository: OtherRepository
}

/**
 * Sets the Docker image: the key `source` of Taupage user data; elsewhere the tag and digest of the one image of the same
 * repository, wherever it stands. Throws a `UserDataError` that lists what was found where it cannot be told what is meant.
 */
export function patchDockerImage(bytes: Uint8Array, request: DockerImageRequest): UserDataPatch {
  const wanted = wantedImage(request.dockerImage)
  const leaves = leavesOf(bytes, request)
  const [taupage, ...more] = leaves.filter(({ kind }) => kind === 'taupage')
  if (more.length > 0)
    throw new UserDataError('The user data has several Taupage parts, and it is not clear which is meant.')
  if (taupage !== undefined) return setSource(bytes, taupage, { wanted, otherRepository: request.otherRepository })
  return retagText(bytes, wanted, { ...request, where: `the user data ${describe(leaves)}` })
}

interface SourceRequest {
  readonly wanted: WantedImage
  readonly otherRepository: OtherRepository
}

function setSource(bytes: Uint8Array, leaf: Leaf, request: SourceRequest): UserDataPatch {
  const root = readYaml(yamlTextOf(leaf).text, { what: keyName(leaf), keys: 'any' }).document.contents as Node | null
  const old = isMap<Node, Node>(root) ? root.get('source', true) : undefined
  if (old !== undefined && !isScalar(old)) {
    throw new UserDataError(`The key source of the user data is not a plain value, so docker-image cannot be set.`)
  }
  const image = newSource(old, request)
  return mergeInto(bytes, leaf, { merge: `source: ${inQuotesLike(old, image)}`, mergeWhat: 'The input docker-image' })
}

/** The new value of `source`. An image of another repository is another program: it must be asked for. */
function newSource(old: Scalar | undefined, { wanted, otherRepository }: SourceRequest): string {
  const text = typeof old?.value === 'string' ? old.value : ''
  const inUse = tryDockerReference(text)
  if (wanted.kind === 'version') {
    // One word without a tag may be anything, and the change would show it.
    if (inUse === undefined || (text === inUse.path && !text.includes('/')))
      throw new UserDataError(
        'docker-image is a tag or digest alone, but the key source of the user data has no image whose repository it could keep.',
      )
    refuseOwnName(wanted, inUse)
    return retagged(text, wanted)
  }
  if (old === undefined || old.value === null || otherRepository === 'allow') return wanted.text
  if (inUse === undefined)
    throw new UserDataError(
      'docker-image cannot be set: the key source of the user data is no image reference, so it cannot be told whether it is of the same repository; set `allow-other-repository: true` to replace it.',
    )
  if (sameRepository(inUse, wanted.reference)) return wanted.text
  // Without a tag or digest it might be anything.
  const isShown = inUse.tag !== undefined || inUse.digest !== undefined
  throw new UserDataError(
    `docker-image is of the repository ${repositoryOf(wanted.reference)}, but the image in use is of ${isShown ? repositoryOf(inUse) : 'another one'}; set \`allow-other-repository: true\` if that is meant.`,
  )
}

/** The image in the quotes that stand there; without any, only where YAML reads it as text: `1234:5` is a number. */
function inQuotesLike(old: Scalar | undefined, image: string): string {
  if (old?.type === Scalar.QUOTE_SINGLE) return `'${image}'`
  const plain = parseDocument(image).contents
  const text = Object.assign(new Scalar(image), { type: Scalar.QUOTE_DOUBLE })
  const isText = isScalar(plain) && meaningOf(plain) === meaningOf(text)
  return old?.type !== Scalar.QUOTE_DOUBLE && isText ? image : quote(image)
}
