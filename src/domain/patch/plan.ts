import type { LaunchChanges, LaunchData } from './launch-data.ts'
import type { LaunchSpec } from './launch-spec.ts'

/** What is to change at one site. */
export interface SpecPatch {
  readonly spec: LaunchSpec
  readonly changes: LaunchChanges
}

/** Something that launches may be made from. */
export type CreatedSource =
  | { readonly kind: 'configuration'; readonly name: string }
  | { readonly kind: 'template'; readonly id: string; readonly name: string; readonly version: number }

/** Where a group's own words change: its base, or the override of this index. */
export interface SourceChange {
  readonly at: 'base' | number
  /** What was made of that site, or an image of the override's own. */
  readonly to: { readonly spec: string } | { readonly imageId: string }
}

/** One call to AWS that a patch makes; each may be repeated. */
export type PatchStep = {
  /** The groups that it is made for: where it fails, none of them goes on. */
  readonly groups: readonly string[]
} & (
  | {
      readonly kind: 'copy-configuration'
      readonly spec: string
      readonly from: string
      readonly name: string
      readonly data: LaunchData
    }
  /** A launch template in the place of a launch configuration. */
  | { readonly kind: 'create-template'; readonly spec: string; readonly from: string; readonly data: LaunchData }
  | {
      readonly kind: 'create-version'
      readonly spec: string
      readonly template: string
      readonly name: string
      readonly from: number
      /** The number that it will have, unless another version is created meanwhile. */
      readonly expected: number
      readonly changes: LaunchChanges
      /** All of the version, to tell an image and a size by. */
      readonly data: LaunchData
    }
  | { readonly kind: 'move-default'; readonly spec: string; readonly template: string; readonly name: string }
  /** Writes down which launch configuration a group had, for a later rollback. */
  | { readonly kind: 'remember-previous'; readonly group: string; readonly configuration: string }
  | { readonly kind: 'update-group'; readonly group: string; readonly moves: readonly SourceChange[] }
)

export interface PatchPlan {
  readonly steps: readonly PatchStep[]
  /** By site: what is there already, made by a run that died on its way. */
  readonly found: ReadonlyMap<string, CreatedSource>
  readonly warnings: readonly { readonly group?: string; readonly message: string }[]
  /** Why nothing may be changed at all; a sentence each. */
  readonly problems: readonly string[]
}
