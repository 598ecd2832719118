import { isMap, isScalar, parseDocument, Scalar, type Node } from 'yaml'
import { parseDockerReference, repositoryOf, type DockerReference } from './docker-reference.ts'
import { UserDataError } from '../yaml/error.ts'
import { describe, mergeInto, keyName, yamlTextOf } from './keys.ts'
import { bytesToText, textToBytes } from './kind.ts'
import { leavesOf, type Codec, type Leaf } from './leaf.ts'
import { unchanged, type UserDataPatch } from './patch.ts'
import { findReferences, retagged, sureReferences, type FoundReference } from './script.ts'
import { quote } from '../yaml/render.ts'
import { readYaml } from '../yaml/source.ts'
import { meaningOf } from '../yaml/value.ts'

/**
 * Sets the Docker image: the key `source` of Taupage user data; elsewhere the tag and digest of the one reference of the
 * same repository. Throws a `UserDataError` that lists the references found where it is not exactly one.
 */
export function patchDockerImage(bytes: Uint8Array, image: string, codec: Codec): UserDataPatch {
  const wanted = parseDockerReference(image)
  const leaves = leavesOf(bytes, codec)
  const [taupage, ...more] = leaves.filter(({ kind }) => kind === 'taupage')
  if (more.length > 0)
    throw new UserDataError('The user data has several Taupage parts, and it is not clear which is meant.')
  return taupage ? setSource(bytes, taupage, image) : retagOnly(bytes, leaves, wanted)
}

function setSource(bytes: Uint8Array, leaf: Leaf, image: string): UserDataPatch {
  const root = readYaml(yamlTextOf(leaf).text, { what: keyName(leaf), keys: 'any' }).document.contents as Node | null
  const old = isMap<Node, Node>(root) ? root.get('source', true) : undefined
  if (old !== undefined && !isScalar(old)) {
    throw new UserDataError(`The key source of the user data is not a plain value, so docker-image cannot be set.`)
  }
  return mergeInto(bytes, leaf, { merge: `source: ${inQuotesLike(old, image)}`, mergeWhat: 'The input docker-image' })
}

/** The image in the quotes that stand there; without any, only where YAML reads it as text: `1234:5` is a number. */
function inQuotesLike(old: Scalar | undefined, image: string): string {
  if (old?.type === Scalar.QUOTE_SINGLE) return `'${image}'`
  const plain = parseDocument(image).contents
  const text = Object.assign(new Scalar(image), { type: Scalar.QUOTE_DOUBLE })
  const isText = isScalar(plain) && meaningOf(plain) === meaningOf(text)
  return old?.type !== Scalar.QUOTE_DOUBLE && isText ? image : quote(image)
}

function retagOnly(bytes: Uint8Array, leaves: readonly Leaf[], wanted: DockerReference): UserDataPatch {
  const readable = leaves.filter(({ kind }) => kind !== 'binary' && kind !== 'empty')
  const where = `the user data ${describe(leaves)}`
  if (readable.length === 0) throw new UserDataError(`docker-image cannot be set: ${where}.`)
  if (wanted.tag === undefined && wanted.digest === undefined) {
    throw new UserDataError(`docker-image needs a tag or a digest here: ${where}, where an image is found by them.`)
  }
  const found = readable.flatMap((leaf) =>
    findReferences(bytesToText(leaf.bytes), wanted).map((reference) => ({ leaf, reference })),
  )
  const [only, ...more] = found
  if (only === undefined) throw notFound(readable, wanted, where)
  if (more.length > 0) throw ambiguous(found, wanted)
  return retag(bytes, only, wanted)
}

interface Find {
  readonly leaf: Leaf
  readonly reference: FoundReference
}

function retag(bytes: Uint8Array, { leaf, reference }: Find, wanted: DockerReference): UserDataPatch {
  const after = retagged(reference, wanted)
  if (after === reference.text) return unchanged(bytes)
  const text = bytesToText(leaf.bytes)
  const changed = textToBytes(text.slice(0, reference.start) + after + text.slice(reference.end))
  const change = { path: placeOf({ leaf, reference }), before: reference.text, after }
  return { bytes: leaf.put(changed), changed: true, changes: [change] }
}

function notFound(leaves: readonly Leaf[], wanted: DockerReference, where: string): UserDataError {
  const others = leaves.flatMap((leaf) =>
    sureReferences(bytesToText(leaf.bytes)).map((reference) => ({ leaf, reference })),
  )
  const list = others.length === 0 ? 'No other image was recognised either.' : `Images found: ${listed(others)}.`
  return new UserDataError(
    `docker-image cannot be set: ${where}, and holds no reference to ${repositoryOf(wanted)} with a tag or digest. ${list}`,
  )
}

function ambiguous(found: readonly Find[], wanted: DockerReference): UserDataError {
  return new UserDataError(
    `docker-image cannot be set: the user data has ${found.length} references to ${repositoryOf(wanted)}, and only one could be changed safely: ${listed(found)}.`,
  )
}

function listed(found: readonly Find[]): string {
  return found.map((find) => `${find.reference.text} (${placeOf(find)})`).join(', ')
}

function placeOf({ leaf, reference }: Find): string {
  return `${leaf.label === '' ? '' : `${leaf.label}, `}line ${reference.line}`
}
