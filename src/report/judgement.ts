import { Cancelled } from '../errors.ts'
import type { GroupResult } from './events.ts'

/** True when a person has to look at the group. */
export function hasFailed(result: GroupResult): boolean {
  return (
    result.status === 'halted' ||
    result.status === 'held' ||
    result.status === 'unfinished' ||
    result.failure !== undefined
  )
}

/** True when fewer were ready than promised, though enough had been at the start. */
export function brokeFloor(result: GroupResult): boolean {
  return result.lowestReady < Math.min(result.floor, result.readyAtStart ?? result.floor)
}

/** True when the run was cancelled before the group was through. */
export const wasCancelled = ({ failure }: Pick<GroupResult, 'failure'>): boolean => failure?.cause instanceof Cancelled

/** True of a group whose turn has not come in this run, whatever keeps it from beginning. */
export const isNotBegun = ({ status }: Pick<GroupResult, 'status'>): boolean => status === 'waiting'

/** True when a run that ended early has left nothing to be put back. */
export const isUntouched = ({ changed, left }: Pick<GroupResult, 'changed' | 'left'>): boolean =>
  !changed && left.length === 0
