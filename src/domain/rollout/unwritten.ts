/**
 * What others have set, where AWS refuses to have it written into the saved state: the run is to remember it. Found anew at each look it
 * would be taken back by the next own change of a size, from which on it passes for what the run has left. Pure.
 */
import { hasChanged } from './adopted-sizes.ts'
import { scheduledByAws } from './adopted-schedule.ts'
import type { Situation } from './budget.ts'
import type { SaveState } from './changes/save-state.ts'
import type { Memo } from './fleet.ts'
import { boundsOfOthers } from './follow.ts'
import { sinceHandBack } from './handed-back.ts'
import { isUnwritable } from './policy.ts'

/** In the order of the rules that write it (rules.ts). */
const ADOPTING: readonly ((situation: Situation) => SaveState | undefined)[] = [
  // What the run itself has left since would pass for set by others.
  (situation) => (hasChanged(situation.state) ? undefined : sinceHandBack(situation)),
  scheduledByAws,
  boundsOfOthers,
]

/** A saved state as it should be, and the sentences that tell of it. */
interface Unwritten {
  readonly memo: Memo
  readonly notes: readonly string[]
}

/** The saved state as it should be, and what a person should know of it; undefined where it is so, or AWS lets it be written. */
export function unwritten(start: Situation): Unwritten | undefined {
  if (!isUnwritable(start.policy)) return undefined
  let { memo } = start
  const notes: string[] = []
  for (const adopt of ADOPTING) {
    const adopted = adopt({ ...start, fleet: { ...start.fleet, memo }, memo })
    if (adopted === undefined) continue
    memo = adopted.memo
    notes.push(...(adopted.notes ?? []))
  }
  return memo === start.memo ? undefined : { memo, notes }
}
