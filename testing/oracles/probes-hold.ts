/** What must hold of a roll that probes its new instances, judged from outside; in groups without weights. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { Breach, History } from './invariants.ts'
import { leastReady } from './least-ready.ts'
import { changesSource } from './source-changes.ts'

/** The tag with the saved state of the group; it says when its roll began. */
const MEMO = 'fleet-patch:memo'

const rollOf = ({ tags }: CapacitySnapshot): string | undefined => /(?:^| )started=(\d+)/.exec(tags[MEMO] ?? '')?.[1]

/**
 * No call of a roll makes a serving instance leave that was there when it began, unless as many as the floor are ready without those
 * that have come since and have not passed their probe. Nothing is judged once the launch source is changed back.
 */
export function probesHold(history: History): readonly Breach[] {
  const { begin, changes, probed, operatorSizes } = history
  if (probed === undefined) return []
  const breaches: Breach[] = []
  let roll: string | undefined
  let before: ReadonlySet<string> = new Set()
  for (const change of changes) {
    if (changesSource(change)) break
    const now = rollOf(change.before) ?? rollOf(change.after)
    if (now !== undefined && now !== roll) {
      roll = now
      // What AWS takes out of the warm pool may be as old as the rest: the roll probes only what is new.
      const { inService, pending, standby, replacingRoot, pooled } = change.before.ids
      before = new Set([...inService, ...pending, ...standby, ...replacingRoot, ...pooled])
    }
    const { ids } = change.after
    const left = change.before.ids.ready.filter((id) => before.has(id) && ids.leaving.includes(id))
    if (change.operation !== 'TerminateInstanceInAutoScalingGroup' || left.length === 0) continue
    const isProven = (id: string): boolean => before.has(id) || (probed.get(id) ?? Infinity) <= change.at
    const unproven = ids.ready.filter((id) => !isProven(id))
    const wished = [begin.desired, ...operatorSizes.filter(({ at }) => at <= change.at).map(({ desired }) => desired)]
    const floor = leastReady(history, Math.min(...wished))
    const taken = change.before.readyUnits - change.after.readyUnits
    // Which of them were ready when the run looked counts, not which have come since.
    const seen = change.readyIdsAsObserved?.map((ready) => ready.filter(isProven).length)
    const proven = (seen === undefined ? change.readyAsObserved - unproven.length : Math.max(...seen)) - taken
    if (unproven.length > 0 && proven < floor)
      breaches.push({
        invariant: 'probes hold',
        at: change.at,
        what: `${left.join(', ')} left for ${unproven.join(', ')}, which ${unproven.length > 1 ? 'have' : 'has'} not passed a probe; ${proven} others are ready, the floor is ${floor}`,
      })
  }
  return breaches
}
