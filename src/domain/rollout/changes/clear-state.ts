import type { ChangeKind } from './change-kind.ts'
import type { Fleet } from '../fleet.ts'
import { withMemo } from './save-state.ts'

/** Removes saved state and lease: the last change of a run. */
export interface ClearState {
  readonly kind: 'clear-state'
  /** Instances that carry a memo: it is removed from them first. */
  readonly carriers?: readonly string[]
}

/** The change that clears the state of this group. */
export function clearState({ instances }: Pick<Fleet, 'instances'>): ClearState {
  const carriers = instances.flatMap(({ id, carriesMemo }) => (carriesMemo ? id : []))
  return { kind: 'clear-state', ...(carriers.length > 0 && { carriers }) }
}

export const clearStateKind = {
  stepAction: 'forget',
  subject: 'memo',
  changesGroup: false,
  needsRecentLook: false,
  attempts: undefined,
  followedBy: [],
  applyTo: (fleet) => withMemo(fleet, undefined),
  isVisibleIn: ({ memo }) => memo === undefined,
  describe: () => 'remove its saved state',
} as const satisfies ChangeKind<ClearState>
