import type { ChangeKind } from './change-kind.ts'
import { withMemo } from './save-state.ts'

/** Removes saved state and lease: the last change of a run. */
export interface ClearState {
  readonly kind: 'clear-state'
}

export const clearStateKind = {
  stepAction: 'forget',
  subject: 'memo',
  changesGroup: false,
  needsRecentLook: false,
  attempts: undefined,
  applyTo: (fleet) => withMemo(fleet, undefined),
  isVisibleIn: ({ memo }) => memo === undefined,
  describe: () => 'remove its memo',
} as const satisfies ChangeKind<ClearState>
