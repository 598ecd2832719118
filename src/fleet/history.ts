import type { Instance } from './fleet.ts'

/** What looks of the past tell of one instance; seconds since the Unix epoch. */
export type Sighting = Pick<Instance, 'firstSeenAt' | 'readySince' | 'unreadySince'>

/** Sightings of the instances that one group listed at the last look, by instance id. */
export type GroupHistory = ReadonlyMap<string, Sighting>

/** One instance at the present look. */
export interface Seen extends Pick<Instance, 'id'> {
  readonly serving: boolean
}

/**
 * The history after one more look at a group. An instance that was not serving at a look begins anew; one that is no
 * longer listed is forgotten. At the first look of all nobody knows since when an instance has been serving, so it
 * counts from that look: late, never early.
 */
export const nextHistory = (past: GroupHistory, seen: readonly Seen[], at: number): GroupHistory =>
  new Map(seen.map(({ id, serving }) => [id, nextSighting(past.get(id), serving, at)]))

const nextSighting = (before: Sighting | undefined, serving: boolean, at: number): Sighting => ({
  firstSeenAt: before?.firstSeenAt ?? at,
  readySince: serving ? (before?.readySince ?? at) : undefined,
  ...(!serving && { unreadySince: before?.unreadySince ?? at }),
})
