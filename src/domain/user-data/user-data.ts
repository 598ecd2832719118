import { patchDockerImage, type OtherRepository } from './docker.ts'
import { UserDataError } from '../yaml/error.ts'
import { mergeKeys } from './keys.ts'
import type { Codec } from './leaf.ts'
import { unchanged, type UserDataPatch } from './patch.ts'

/** The largest user data of an instance or a launch template, in bytes before base64. */
export const userDataLimit = 16_384

/** The same for launch configurations, whose base64 text may have 21,847 characters. */
export const launchConfigurationUserDataLimit = 16_383

/** What to change: the image, keys, or both. */
export interface UserDataRequest extends Codec {
  /** An image reference, or a tag or digest alone, for the `source` of Taupage user data or the image of other user data. */
  readonly dockerImage?: string
  /** `refuse` unless told. */
  readonly otherRepository?: OtherRepository
  /** YAML that is merged deeply into the user data; `null` deletes a key. */
  readonly merge?: string
  /** In bytes; `userDataLimit` unless told. */
  readonly limit?: number
}

/**
 * Changes user data and leaves every byte that the change does not touch. Throws a `UserDataError`, which holds nothing of
 * the user data but image references, when the change cannot be made safely or the result is too large.
 */
export function patchUserData(bytes: Uint8Array, request: UserDataRequest): UserDataPatch {
  const { merge, dockerImage, otherRepository = 'refuse', limit = userDataLimit } = request
  const merged = merge === undefined ? unchanged(bytes) : mergeKeys(bytes, merge, request)
  const patched =
    dockerImage === undefined
      ? unchanged(merged.bytes)
      : patchDockerImage(merged.bytes, { ...request, dockerImage, otherRepository })
  if (patched.changes.some(({ path }) => merged.changes.some((change) => change.path === path))) {
    throw new UserDataError(
      'The inputs docker-image and user-data set the same key to different values; give one of them.',
    )
  }
  const changes = [...merged.changes, ...patched.changes]
  if (changes.length === 0) return unchanged(bytes)
  if (patched.bytes.length > limit) {
    throw new UserDataError(`The user data would have ${patched.bytes.length} bytes; ${limit} are allowed.`)
  }
  return { bytes: patched.bytes, changed: true, changes }
}

/** The bytes of user data as AWS gives it: base64 text, or nothing. */
export function decodeUserData(base64: string | undefined): Uint8Array {
  const text = (base64 ?? '').replace(/\s/gu, '')
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/u.test(text)) {
    throw new UserDataError('The user data is not base64 text.')
  }
  return new Uint8Array(Buffer.from(text, 'base64'))
}

/** The base64 text that AWS takes. */
export function encodeUserData(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
