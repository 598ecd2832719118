import type { Change } from './changes/changes.ts'

/** What to do next with a group, and why, in words for the log. */
export type Action = { readonly reason: string } & (
  | Change
  | { readonly kind: 'wait' }
  | { readonly kind: 'done' }
  /** Try these instances before they may serve; changes nothing. */
  | { readonly kind: 'probe'; readonly instances: readonly string[] }
  /** Stop rolling: what is left is to restore. */
  | { readonly kind: 'halt'; readonly remedy: string; readonly blames?: 'new instances' | 'gate' }
  /** Leave the group alone: another run holds its lease. */
  | { readonly kind: 'refuse'; readonly remedy: string }
)
