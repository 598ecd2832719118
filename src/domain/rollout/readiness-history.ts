import type { Fleet, Instance } from './fleet.ts'
import { phaseOf } from './lifecycle.ts'
import { probeKept } from './probe.ts'
import { isServing } from './readiness.ts'

/** What looks of the past tell of one instance; seconds since the Unix epoch. */
export type ReadinessRecord = Pick<Instance, 'firstSeenAt' | 'readySince' | 'unreadySince' | 'cameUp'>

/** What one look tells of an instance by itself. */
export type InstanceAtLook = Omit<Instance, keyof ReadinessRecord | 'lastProbe'>

/**
 * A group as it is observed now, with what the observation before tells of its instances. An instance that was not
 * serving at a look begins anew; one that is no longer listed is forgotten. At the first look of all nothing tells
 * since when an instance has been serving, so it counts from that look: late, never early. Where AWS answers late, that it serves
 * is known of the moment of the answer alone.
 */
export function withHistory(before: Fleet, now: Fleet): Fleet {
  const past = new Map(before.instances.map((instance) => [instance.id, instance]))
  return {
    ...now,
    instances: now.instances.map((instance) => {
      const known = past.get(instance.id)
      const lastProbe = probeKept(known, instance)
      return { ...instance, ...readinessRecord(known, instance, now), ...(lastProbe && { lastProbe }) }
    }),
  }
}

/**
 * The record of one instance after a look; `before` is the one that the look before has left. The time
 * that an instance is given to become ready begins when it comes out of the warm pool, back from Standby, or with its new
 * root volume.
 */
export function readinessRecord(
  before: ReadinessRecord | undefined,
  instance: InstanceAtLook,
  { at, answeredAt = at }: Pick<Fleet, 'at' | 'answeredAt'>,
): ReadinessRecord {
  const phase = phaseOf(instance)
  if (phase === 'warm' || phase === 'leaving the pool')
    return { firstSeenAt: at, readySince: undefined, unreadySince: at, cameUp: true }
  const rests = phase === 'standby' || phase === 'replacing its root volume'
  const serving = isServing(instance)
  return {
    firstSeenAt: before?.firstSeenAt ?? at,
    readySince: serving ? (before?.readySince ?? answeredAt) : undefined,
    ...((!serving || before?.cameUp === true) && { cameUp: true }),
    ...(!serving && { unreadySince: rests ? at : (before?.unreadySince ?? at) }),
  }
}

/**
 * Whether target groups still give an instance that was seen to come up no full share of the requests. Without a slow start none
 * does, nor one that AWS has answered about after the moment of the look.
 */
export const isStartingSlowly = (
  { readySince, cameUp }: Pick<Instance, 'readySince' | 'cameUp'>,
  { at, slowStartSeconds = 0 }: Pick<Fleet, 'at' | 'slowStartSeconds'>,
): boolean => slowStartSeconds > 0 && cameUp === true && readySince !== undefined && at - readySince < slowStartSeconds
