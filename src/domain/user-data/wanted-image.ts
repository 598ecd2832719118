import { UserDataError } from '../yaml/error.ts'
import {
  digestProblem,
  parseDockerReference,
  referenceProblem,
  tagProblem,
  tryDockerReference,
  type DockerReference,
} from './docker-reference.ts'

/** What `docker-image` asks for. */
export type WantedImage =
  | { readonly kind: 'reference'; readonly text: string; readonly reference: DockerReference }
  /** A tag or a digest alone: the repository stays. */
  | ({ readonly kind: 'version' } & Pick<DockerReference, 'tag' | 'digest'>)

/** Reads the input; what is neither an image reference nor a tag or a digest is undefined. */
export function tryWantedImage(text: string): WantedImage | undefined {
  const version = versionAlone(text)
  if (version !== undefined) return typeof version === 'string' ? undefined : version
  const reference = tryDockerReference(text)
  return reference && { kind: 'reference', text, reference }
}

/** What is wrong with such a text, as the end of a sentence that does not repeat it; undefined where nothing is. */
export function wantedImageProblem(text: string): string | undefined {
  const version = versionAlone(text)
  if (version !== undefined) return typeof version === 'string' ? version : undefined
  return referenceProblem(text)
}

/** The same, or a `UserDataError` that says what is wrong without repeating the text. */
export function wantedImage(text: string): WantedImage {
  const version = versionAlone(text)
  if (typeof version === 'string') throw new UserDataError(`This is not a Docker image reference: ${version}.`)
  return version ?? { kind: 'reference', text, reference: parseDockerReference(text) }
}

/** A word without `/`, `:` and `@` is a tag: a repository is moved by its tag or digest. A text says what is wrong with it. */
function versionAlone(text: string): WantedImage | string | undefined {
  const [, tag] = /^:?([^/:@]+)$/u.exec(text) ?? []
  if (tag !== undefined) return tagProblem(tag) ?? { kind: 'version', tag, digest: undefined }
  const [, digest] = /^@?((?:sha256|sha384|sha512):[^/:@]*)$/u.exec(text) ?? []
  return digest === undefined ? undefined : (digestProblem(digest) ?? { kind: 'version', tag: undefined, digest })
}

/** An image reference as it was written, with another tag and digest. */
export function retagged(text: string, { tag, digest }: Pick<DockerReference, 'tag' | 'digest'>): string {
  const [named = ''] = text.split('@')
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const name = colon < 0 ? named : named.slice(0, colon)
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

/** A repository without a tag and a digest cannot be what a tag alone is meant for. */
export function refuseOwnName(wanted: WantedImage, { path }: DockerReference): void {
  if (wanted.kind !== 'version' || wanted.tag !== path.split('/').at(-1)) return
  throw new UserDataError(
    'docker-image is the name of the image in use without a tag or digest; give the tag, or the whole reference.',
  )
}
