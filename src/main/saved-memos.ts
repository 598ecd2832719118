/** The saved state of each group, as the runner keeps it for the post step: tags can be removed, this cannot. */
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'
import type { Saving } from './runner-refusals.ts'
import { memosKey, POST_STATE } from './post-state.ts'

/**
 * Saves the memo of a group whenever the run writes it, and lets go of one that it has removed. A roll does not end for a
 * memo that the runner does not take: the tags of the group hold it.
 *
 * Each group has a key of its own for as long as it has a memo: the runner gives each value to the post step as a variable of its
 * environment, of which Linux takes 128 KiB (`MAX_ARG_STRLEN`, https://man7.org/linux/man-pages/man2/execve.2.html): that many
 * bytes are the memos of some three hundred groups, and no post step would begin.
 */
export function saveMemos(runner: Pick<Runner, 'saveState'>, saving: Saving): Pick<Run, 'savingMemo'> {
  const places = new Map<string, number>()
  const free: number[] = []
  let count = 0
  const save = (key: string, value: unknown): void => saving(() => runner.saveState(key, JSON.stringify(value)))
  return {
    savingMemo: (group, memo) => {
      const place = places.get(group) ?? (memo === undefined ? undefined : (free.pop() ?? count))
      if (place === undefined) return
      if (memo !== undefined) places.set(group, place)
      else if (places.delete(group)) free.push(place)
      save(memosKey(place), memo === undefined ? {} : { [group]: memo })
      if (place === count) save(POST_STATE.memos, ++count)
    },
  }
}
