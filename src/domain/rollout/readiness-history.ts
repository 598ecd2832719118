import type { Instance } from './fleet.ts'

/** What looks of the past tell of one instance; seconds since the Unix epoch. */
export type ReadinessRecord = Pick<Instance, 'firstSeenAt' | 'readySince' | 'unreadySince'>

/** Sightings of the instances that one group listed at the last look, by instance id. */
export type GroupHistory = ReadonlyMap<string, ReadinessRecord>

/** One instance at the present look. */
export interface ObservedInstance extends Pick<Instance, 'id' | 'lifecycle'> {
  readonly serving: boolean
}

/**
 * The history after one more look at a group. An instance that was not serving at a look begins anew; one that is no
 * longer listed is forgotten. At the first look of all nobody knows since when an instance has been serving, so it
 * counts from that look: late, never early.
 */
export const nextHistory = (past: GroupHistory, seen: readonly ObservedInstance[], at: number): GroupHistory =>
  new Map(seen.map((each) => [each.id, nextSighting(past.get(each.id), each, at)]))

/** Nobody waits for one that rests: the time it is given begins when it comes out of the warm pool, or back. */
function nextSighting(
  before: ReadinessRecord | undefined,
  { lifecycle, serving }: ObservedInstance,
  at: number,
): ReadinessRecord {
  if (lifecycle.startsWith('Warmed:')) return { firstSeenAt: at, readySince: undefined, unreadySince: at }
  const rests = lifecycle === 'Standby' || lifecycle === 'EnteringStandby'
  return {
    firstSeenAt: before?.firstSeenAt ?? at,
    readySince: serving ? (before?.readySince ?? at) : undefined,
    ...(!serving && { unreadySince: rests ? at : (before?.unreadySince ?? at) }),
  }
}
