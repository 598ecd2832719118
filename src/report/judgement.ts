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
