import type { Fleet } from './fleet.ts'
import { isCounted } from './counted.ts'

/**
 * The shortest time, in seconds, that an instance of these fleets took from its first sighting to ready; undefined
 * while none was seen doing so. Instances that were there at the first look, at `since`, tell nothing.
 */
export const quickestStart = (fleets: readonly Fleet[], since: number): number | undefined => {
  let quickest: number | undefined
  for (const { instances } of fleets)
    for (const { firstSeenAt, readySince } of instances)
      if (readySince !== undefined && firstSeenAt > since && readySince > firstSeenAt)
        quickest = Math.min(quickest ?? Infinity, readySince - firstSeenAt)
  return quickest
}

/**
 * Seconds until the next instance may be ready, going by how quick the quickest was: 0 where one is due, undefined
 * where nothing is known or nothing is coming. What is coming is looked at closely, what takes a while is not.
 */
export const secondsToNextReady = (fleets: readonly Fleet[], quickest: number | undefined): number | undefined => {
  if (quickest === undefined) return undefined
  const coming = fleets.flatMap(({ at, instances }) =>
    instances
      .filter((instance) => isCounted(instance) && instance.readySince === undefined)
      .map(({ firstSeenAt }) => Math.max(0, firstSeenAt + quickest - at)),
  )
  return coming.length > 0 ? Math.min(...coming) : undefined
}
