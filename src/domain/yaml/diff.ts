import { isScalar, type Node } from 'yaml'
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

/** What a log may show of a value at the end of a path of keys; undefined where there is no value. */
export type ShowValue = (path: readonly Node[], value: MaybeNode) => string | undefined

/** `environment."a.b"` of the keys that lead to a value. */
export function pathText(path: readonly Node[]): string {
  return path
    .map((key) => (isScalar(key) ? String(key.value) : '?'))
    .map((key) => (/^[\w/:@+-]+$/u.test(key) ? key : JSON.stringify(key)))
    .join('.')
}
