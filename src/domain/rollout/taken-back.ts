/**
 * A roll that is taken back: the group launches its previous source again, and what the failed one has launched is replaced. That is
 * saved, so that a run which goes on after a crash goes on with it, and does not take for failed what is put back. Pure.
 */
import type { Fleet, Memo } from './fleet.ts'
import type { Policy } from './policy.ts'

/** The phase of a roll that is taken back. */
const TAKEN_BACK = 'taken-back'

/** The memo of a roll that is taken back to the source that it names. */
export const takenBack = (memo: Memo): Memo => ({ ...memo, progress: { ...memo.progress, phase: TAKEN_BACK } })

/** Whether a roll was being taken back when its memo was written: it may have launched more than a checkpoint let it. */
export const isTakenBack = ({ progress }: Pick<Memo, 'progress'>): boolean => progress?.phase === TAKEN_BACK

/** Whether the roll that a look finds is taken back to what the group launches. */
export const isBeingTakenBack = ({ memo, source }: Pick<Fleet, 'memo' | 'source'>): boolean =>
  memo !== undefined && isTakenBack(memo) && memo.source === source.fingerprint

/**
 * Whether a roll is taken back now, by this run or going on with the one before it. Checkpoints do not bound it then, and neither
 * alarms nor probes are asked: what they have found is what leaves.
 */
export const isTakingBack = (
  memo: Pick<Memo, 'progress'> | undefined,
  { rollback }: Pick<Policy, 'rollback'>,
): boolean => rollback !== undefined || (memo !== undefined && isTakenBack(memo))
