import type { UserDataChange } from '../yaml/diff.ts'

/** What a patch did, or would do, to one group, fit to be shown. */
export interface PatchReport {
  /** What the group launches from, for people. */
  readonly before: string
  readonly after: string
  /** Each launch configuration, template version or override that was patched for it. */
  readonly specs: readonly SpecReport[]
  /** What would undo the patch, and how to keep it; a sentence or two each. */
  readonly undoneBy: readonly string[]
}

export interface SpecReport {
  readonly label: string
  /** Undefined where the image stays. */
  readonly image: Replaced | undefined
  readonly instanceType: Replaced | undefined
  /** Values are masked unless they are image references. */
  readonly userData: readonly UserDataChange[]
}

export interface Replaced {
  readonly before: string | undefined
  readonly after: string
}
