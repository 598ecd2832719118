import { isScalar, type Node } from 'yaml'
import type { MaybeNode } from '../yaml/value.ts'
import { tryDockerReference } from './docker-reference.ts'

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
