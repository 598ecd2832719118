import { isScalar, type Node } from 'yaml'
import { tryDockerReference } from '../user-data/docker-reference.ts'
import type { MaybeNode } from './value.ts'

/**
 * One change of user data, fit for a log: where it happened and what was and is there. Values are masked unless they are
 * image references; undefined means that there was, or is, nothing.
 */
export interface UserDataChange {
  /** `environment.STAGE`, or `part 2, line 7` in text that has no keys. */
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

export const mask = '***'

/** Shows a value only where its key holds image references and it has the form of one with a tag or digest. */
export function shownValue(path: readonly Node[], value: MaybeNode): string | undefined {
  if (value === undefined) return undefined
  const key = path.at(-1)
  if (!isScalar(key) || (key.value !== 'source' && key.value !== 'image')) return mask
  if (!isScalar(value) || typeof value.value !== 'string') return mask
  const reference = tryDockerReference(value.value)
  return reference?.tag === undefined && reference?.digest === undefined ? mask : value.value
}

/** `environment."a.b"` of the keys that lead to a value. */
export function pathText(path: readonly Node[]): string {
  return path
    .map((key) => (isScalar(key) ? String(key.value) : '?'))
    .map((key) => (/^[\w/:@+-]+$/u.test(key) ? key : JSON.stringify(key)))
    .join('.')
}
