import type { Memo } from '../fleet.ts'
import type { ChangeKind } from './change-kind.ts'
import { showsLease, withMemo } from './save-state.ts'

/**
 * Renews the lease: says that the run is alive, and whose the lease is from now on where it comes after another process,
 * whose memo is `after`. The saved state stays as it is.
 */
export interface RenewLease {
  readonly kind: 'renew-lease'
  readonly memo: Memo
  readonly after?: Memo | undefined
}

export const renewLeaseKind = {
  stepAction: 'renew',
  subject: 'memo',
  changesGroup: false,
  needsRecentLook: false,
  attempts: undefined,
  followedBy: 'anything',
  applyTo: (fleet, { memo }) => withMemo(fleet, memo),
  isVisibleIn: ({ memo, orphanedLease }, { memo: written, after }) =>
    memo === undefined ? orphanedLease === written.run : showsLease(memo, written, after) !== 'not yet',
  describe: () => 'renew its lease',
} as const satisfies ChangeKind<RenewLease>
