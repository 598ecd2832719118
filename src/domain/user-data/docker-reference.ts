import { UserDataError } from '../yaml/error.ts'

/** An image reference, taken apart: `host:port/path:tag@digest`; only the path is always there. */
export interface DockerReference {
  /** With its port; undefined where the reference names none, which means Docker Hub. */
  readonly host: string | undefined
  readonly path: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

const hostPattern =
  /^(?:(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])(?:\.(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9]))*|\[[a-f0-9:]+\])(?::[0-9]+)?$/iu
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/u
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/u
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }

/**
 * Takes an image reference apart by the grammar of the distribution project, or throws a `UserDataError` that says what
 * is wrong without repeating the text: what stands in the wrong field may be a secret.
 */
export function parseDockerReference(text: string): DockerReference {
  const reference = readDockerReference(text)
  if (typeof reference === 'string') throw new UserDataError(`This is not a Docker image reference: ${reference}.`)
  return reference
}

/** The same for text that need not be a reference: undefined instead of an error. */
export function tryDockerReference(text: string): DockerReference | undefined {
  const reference = readDockerReference(text)
  return typeof reference === 'string' ? undefined : reference
}

/** What is wrong with text that should be a reference, as the end of a sentence; undefined where nothing is. */
export function referenceProblem(text: string): string | undefined {
  const reference = readDockerReference(text)
  return typeof reference === 'string' ? reference : undefined
}

/** Whether two references name the same repository, tags and digests aside: `nginx` is `docker.io/library/nginx`. */
export function sameRepository(one: DockerReference, other: DockerReference): boolean {
  return repositoryOf(one) === repositoryOf(other)
}

/** Host and path with Docker Hub's defaults written out. */
export function repositoryOf({ host, path }: DockerReference): string {
  const hub = host === undefined || /^(?:index\.)?docker\.io$/iu.test(host)
  if (!hub) return `${host.toLowerCase()}/${path}`
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`
}

function readDockerReference(text: string): DockerReference | string {
  if (text === '') return 'it is empty'
  if (/\s/u.test(text)) return 'it contains white space'
  if (text.includes('://')) return 'it begins with a scheme; write it without "https://"'
  const [named = '', digest, ...more] = text.split('@')
  if (more.length > 0) return 'it has more than one "@"'
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const name = colon < 0 ? named : named.slice(0, colon)
  const tag = colon < 0 ? undefined : named.slice(colon + 1)
  if (name.length > 255) return `host and path have ${name.length} characters, 255 are allowed`
  const { host, path } = splitHost(name)
  const problem =
    (host === undefined ? undefined : hostProblem(host)) ??
    pathProblem(path) ??
    (tag === undefined ? undefined : tagProblem(tag)) ??
    (digest === undefined ? undefined : digestProblem(digest))
  return problem ?? { host, path, tag, digest }
}

/** The first part is a host only if it looks like one: with a dot, a port, an upper-case letter, or `localhost`. */
function splitHost(name: string): Pick<DockerReference, 'host' | 'path'> {
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(0, slash))
  const isHost = /[.:]/u.test(first) || first === 'localhost' || first !== first.toLowerCase()
  return isHost ? { host: first, path: name.slice(slash + 1) } : { host: undefined, path: name }
}

function hostProblem(host: string): string | undefined {
  if (!hostPattern.test(host)) return 'its host is not a host name with an optional port'
  const port = /:(\d+)$/u.exec(host.replace(/^\[.*\]/u, ''))?.[1]
  return port !== undefined && Number(port) > 65_535 ? 'its port is above 65535' : undefined
}

function pathProblem(path: string): string | undefined {
  if (path === '') return 'it has no repository path'
  if (/[A-Z]/u.test(path)) return 'its repository path has an upper-case letter'
  if (!pathPattern.test(path)) {
    return 'its repository path may have only lower-case letters and digits, separated by "/", ".", "_", "__" or dashes'
  }
  return /^[a-f0-9]{64}$/u.test(path) ? 'it is an image id, not a name' : undefined
}

/** What is wrong with a tag; undefined for a good one. */
export function tagProblem(tag: string): string | undefined {
  if (tag === '') return 'its tag is empty'
  if (tag.length > 128) return `its tag has ${tag.length} characters, 128 are allowed`
  return tagPattern.test(tag)
    ? undefined
    : 'its tag may have only letters, digits, "_", "." and "-", and begins with neither of the last two'
}

/** What is wrong with a digest; undefined for a good one. */
export function digestProblem(digest: string): string | undefined {
  const [, algorithm = '', hex = ''] = /^([a-z0-9]+):([a-f0-9]+)$/u.exec(digest) ?? []
  const length = digestLengths[algorithm]
  if (length === undefined) return 'its digest is not of the form sha256:<lower-case hex digits>, sha384: or sha512:'
  return hex.length === length ? undefined : `its digest has ${hex.length} hex digits, ${algorithm} has ${length}`
}
