import { sameRepository, tryDockerReference, type DockerReference } from './docker-reference.ts'

/** An image reference in text that has no keys: where it stands, as written and taken apart. */
export interface FoundReference {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly line: number
  readonly reference: DockerReference
}

/**
 * The references of one repository, with a tag or digest, in a script or another text. A name without a slash, such as
 * `redis:6`, counts only on a line that speaks of containers: elsewhere it might as well be a user and a password.
 */
export function findReferences(text: string, wanted: DockerReference): readonly FoundReference[] {
  return candidatesIn(text).filter(
    ({ reference, text: written, start }) =>
      sameRepository(reference, wanted) && (written.includes('/') || speaksOfContainers(text, start)),
  )
}

/** References that are surely images, whatever the repository: right behind `docker pull`, `image:` or `FROM`. For errors. */
export function sureReferences(text: string): readonly FoundReference[] {
  return candidatesIn(text).filter(({ start }) =>
    /(?:\b(?:docker|podman|nerdctl|crictl)[ \t]+pull|\bimage[:=]|^[ \t]*FROM)[ \t]*["']?$/u.test(
      text.slice(text.lastIndexOf('\n', start - 1) + 1, start),
    ),
  )
}

/** The reference as it was written, with the tag and digest of another one. */
export function retagged({ text }: FoundReference, { tag, digest }: DockerReference): string {
  const [named = ''] = text.split('@')
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const name = colon < 0 ? named : named.slice(0, colon)
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

function candidatesIn(text: string): readonly FoundReference[] {
  // Behind `$`, `%` or another character of a reference there is only a piece of one: `$REGISTRY/team/app:1`.
  return [...text.matchAll(/(?<![\w.:/@$%~-])[A-Za-z0-9][\w.:/@-]*/gu)].flatMap(({ index, 0: written }) => {
    const reference = tryDockerReference(written)
    if (reference === undefined || (reference.tag === undefined && reference.digest === undefined)) return []
    const line = text.slice(0, index).split('\n').length
    return [{ start: index, end: index + written.length, text: written, line, reference }]
  })
}

function speaksOfContainers(text: string, offset: number): boolean {
  let start = text.lastIndexOf('\n', offset - 1) + 1
  // A command goes on where the line before ends in a backslash.
  while (start > 0 && /\\\r?$/u.test(text.slice(0, start - 1))) start = text.lastIndexOf('\n', start - 2) + 1
  return /docker|podman|nerdctl|crictl|container|image|source|\bctr\b|\bfrom\b/iu.test(text.slice(start, offset))
}
