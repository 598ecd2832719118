import type { GroupResult } from '../events.ts'
import { brokeFloor, hasFailed, isNotBegun } from '../judgement.ts'

/** Order of the groups: what a person has to act on comes first, what was left alone last. */
export function importance(result: GroupResult): number {
  if (result.status === 'unfinished' || result.status === 'held') return 0
  // What keeps it from beginning has failed elsewhere.
  if (isNotBegun(result)) return 1.5
  if (hasFailed(result)) return 1
  if (brokeFloor(result)) return 2
  return result.changed ? 3 : 4
}
