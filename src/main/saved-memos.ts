/** The saved state of each group, as the runner keeps it for the post step: tags can be removed, this cannot. */
import type { Memo } from '../domain/rollout/fleet.ts'
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'
import type { Saving } from './runner-refusals.ts'
import { POST_STATE } from './post-state.ts'

/**
 * Saves the memo of a group whenever the run writes it, and lets go of one that it has removed. A roll does not end for a
 * memo that the runner does not take: the tags of the group hold it.
 */
export function saveMemos(runner: Runner, saving: Saving): Pick<Run, 'savingMemo'> {
  const memos = new Map<string, Memo>()
  return {
    savingMemo: (group, memo) => {
      if (memo === undefined) memos.delete(group)
      else memos.set(group, memo)
      saving(() => runner.saveState(POST_STATE.memos, JSON.stringify(Object.fromEntries(memos))))
    },
  }
}
