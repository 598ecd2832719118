import type { Fleet, Instance } from './fleet.ts'
import { phaseOf } from './lifecycle.ts'
import { probeKept } from './probe.ts'
import { isServing } from './readiness.ts'

/** What looks of the past tell of one instance; seconds since the Unix epoch. */
export type ReadinessRecord = Pick<Instance, 'firstSeenAt' | 'readySince' | 'unreadySince'>

/** What one look tells of an instance by itself. */
export type InstanceAtLook = Omit<Instance, keyof ReadinessRecord | 'lastProbe'>

/**
 * A group as it is observed now, with what the observation before tells of its instances. An instance that was not
 * serving at a look begins anew; one that is no longer listed is forgotten. At the first look of all nothing tells
 * since when an instance has been serving, so it counts from that look: late, never early.
 */
export function withHistory(before: Fleet, now: Fleet): Fleet {
  const past = new Map(before.instances.map((instance) => [instance.id, instance]))
  return {
    ...now,
    instances: now.instances.map((instance) => {
      const known = past.get(instance.id)
      const lastProbe = probeKept(known, instance)
      return { ...instance, ...readinessRecord(known, instance, now.at), ...(lastProbe && { lastProbe }) }
    }),
  }
}

/**
 * The record of one instance after a look at this moment; `before` is the one that the look before has left. The time
 * that an instance is given to become ready begins when it comes out of the warm pool, back from Standby, or with its new
 * root volume.
 */
export function readinessRecord(
  before: ReadinessRecord | undefined,
  instance: InstanceAtLook,
  at: number,
): ReadinessRecord {
  const phase = phaseOf(instance)
  if (phase === 'warm' || phase === 'leaving the pool')
    return { firstSeenAt: at, readySince: undefined, unreadySince: at }
  const rests = phase === 'standby' || phase === 'replacing its root volume'
  const serving = isServing(instance)
  return {
    firstSeenAt: before?.firstSeenAt ?? at,
    readySince: serving ? (before?.readySince ?? at) : undefined,
    ...(!serving && { unreadySince: rests ? at : (before?.unreadySince ?? at) }),
  }
}
