import type { Fleet, Memo } from '../fleet.ts'
import { hasSameFacts } from '../remembered-state.ts'
import type { ChangeKind } from './change-kind.ts'

/** Writes the saved state and the lease; `after` is the memo of the process that this one comes after. */
export interface SaveState {
  readonly kind: 'save-state'
  readonly memo: Memo
  readonly after?: Memo | undefined
  /** What a person should know of why it is written, a sentence each. */
  readonly notes?: readonly string[] | undefined
  /** Instances that carry the memo as well, for where the tags of the group are removed. */
  readonly carriers?: readonly string[] | undefined
}

/**
 * A memo in another run's name is news as well, to be decided on and not waited for. The predecessor's name is none, nor is what
 * stood there before: a run that ended a moment ago may still be shown, though its saved state was removed since.
 */
export const showsLease = (memo: Memo, written: Memo, after: Memo | undefined): 'ours' | 'other' | 'not yet' => {
  if (memo.run === written.run) return memo.heartbeatAt === written.heartbeatAt ? 'ours' : 'not yet'
  return memo.run === after?.run || isEarlier(memo, written) ? 'not yet' : 'other'
}

/** Whether it was written before: a run that begins, or takes a group over, does so after the last sign of life of the one before. */
const isEarlier = (memo: Memo, written: Memo): boolean =>
  memo.startedAt < written.startedAt || memo.heartbeatAt < written.heartbeatAt

/** The group with this memo on it. */
export const withMemo = (fleet: Fleet, memo: Memo | undefined): Fleet => ({
  ...fleet,
  memo,
  carriedMemo: undefined,
  orphanedLease: undefined,
})

export const saveStateKind = {
  stepAction: 'remember',
  subject: 'memo',
  changesGroup: true,
  needsRecentLook: false,
  attempts: undefined,
  // Of two runs that begin at once the later memo wins: whose it is must be seen before anything else is changed.
  followedBy: [],
  applyTo: (fleet, { memo }) => withMemo(fleet, memo),
  isVisibleIn: ({ memo }, { memo: written, after }) => {
    if (memo === undefined) return false
    const shown = showsLease(memo, written, after)
    return shown === 'other' || (shown === 'ours' && hasSameFacts(memo, written))
  },
  describe: ({ memo: { sizes }, carriers = [] }, list) =>
    `save its state in tags (min ${sizes.min}, desired ${sizes.desired}, max ${sizes.max})${carriers.length > 0 ? `, also on ${list(carriers)}` : ''}`,
} as const satisfies ChangeKind<SaveState>
