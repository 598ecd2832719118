import type { Memo } from '../../domain/rollout/fleet.ts'
import { handBackProcesses } from '../../domain/rollout/restore.ts'
import { type GroupRun, sizesLeft } from './group-run.ts'

/**
 * What the saved state of a group should say that a run leaves unfinished with its processes running again, where AWS refuses to have it
 * written: a post step that goes by what was saved before would take the sizes that the run has left for some that were set since.
 * Undefined where the tags can say it.
 */
export function memoLeft(run: GroupRun): Memo | undefined {
  const { memo, last, refused, outcome } = run
  if (memo === undefined || outcome?.status !== 'unfinished' || !refused.includes('save-state')) return undefined
  const handBack = handBackProcesses(last, memo, [], sizesLeft(run))
  return handBack?.kind === 'save-state' ? handBack.memo : undefined
}
