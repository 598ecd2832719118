import type { UserDataChange } from '../yaml/diff.ts'

/** User data after a change. */
export interface UserDataPatch {
  /** The very array that came in when nothing is changed. */
  readonly bytes: Uint8Array
  readonly changed: boolean
  /** Fit for a log: values are masked unless they are image references. */
  readonly changes: readonly UserDataChange[]
}

/** User data that is as wanted already. */
export function unchanged(bytes: Uint8Array): UserDataPatch {
  return { bytes, changed: false, changes: [] }
}
