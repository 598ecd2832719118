import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { RecordedChange } from '../oracles/change-recorder.ts'
import type { Fixture } from './fixture.ts'

/** A group when it began to be put back, and what it is put back to; in instances. */
export interface Cut {
  readonly before: Pick<CapacitySnapshot, 'units' | 'zones' | 'heaviest'> & { readonly ids: CountedIds }
  readonly desired: number
  readonly zoneOf: (id: string) => string | undefined
}

type CountedIds = Pick<CapacitySnapshot['ids'], 'ready' | 'inService' | 'pending'>

/**
 * Whether the zones of a group that is put back can end alike, whatever leaves: what is not ready leaves first, since capacity comes
 * before zones, and then from the fullest zones. A roll that is cut off after a departure, while its successor is not
 * launched or not ready yet, has no other instance in that zone to give. With weights that is not reckoned: they can.
 */
export function canEndEven({ before, desired, zoneOf }: Cut): boolean {
  if (before.heaviest > 1) return true
  const zones = new Map(Object.entries(before.zones))
  const { ready, inService, pending } = before.ids
  const unready = [...inService, ...pending].filter((id) => !ready.includes(id))
  let left = before.units - desired
  for (const kind of [unready, ready]) {
    const waiting = new Set(kind)
    for (; left > 0 && waiting.size > 0; left--) {
      const fullness = (id: string): number => zones.get(zoneOf(id) ?? '') ?? 0
      const [next = ''] = [...waiting].toSorted((a, b) => fullness(b) - fullness(a))
      waiting.delete(next)
      zones.set(zoneOf(next) ?? '', fullness(next) - 1)
    }
  }
  return Math.max(...zones.values()) - Math.min(...zones.values()) <= 1
}

/** Notes that a run which has put its group back could not leave the zones alike: what AWS does about that is not the run's fault. */
export function noteUnevenEnd({ account, recorder, disturbedAt }: Fixture, changes: readonly RecordedChange[]): void {
  const last = changes.findLastIndex(isOfRoll)
  const first = changes.slice(last + 1).find((each) => isLowered(each))
  const { desired } = recorder.snapshot()
  const zoneOf = (id: string): string | undefined => account.ec2.machine(id)?.zone
  if (first !== undefined && !canEndEven({ before: first.before, desired, zoneOf })) disturbedAt.push(first.at)
}

/** Whether a call makes room, or makes AWS launch a successor; to put a bound back does neither. */
export const isOfRoll = (change: Pick<RecordedChange, 'operation' | 'before' | 'after'>): boolean =>
  change.after.desired > change.before.desired ||
  (change.operation === 'TerminateInstanceInAutoScalingGroup' && !isLowered(change))

const isLowered = ({ before, after }: Pick<RecordedChange, 'before' | 'after'>): boolean =>
  after.desired < before.desired
