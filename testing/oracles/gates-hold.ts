/** What must hold of a roll with checkpoints, judged from outside; in groups without weights, where capacity is a number of instances. */
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import type { Breach, History } from './invariants.ts'
import { changesSource } from './source-changes.ts'

/** The tag that tells how many gates have let the roll pass. */
const PROGRESS = 'fleet-patch:progress'

const passedIn = (tags: CapacitySnapshot['tags']): number =>
  Number(/(?:^| )gates=(\d+)(?: |$)/.exec(tags[PROGRESS] ?? '')?.[1] ?? 0)

const current = ({ inService, pending }: CapacitySnapshot['ids']): readonly string[] => [...inService, ...pending]

/**
 * No call of a roll makes AWS launch more new instances than its next checkpoint takes, and once as many are launched no call
 * makes an old one leave. What is launched for a desired capacity that others set is not the roll's; nor is anything judged once the
 * launch source is changed back, whatever the group launches from.
 */
export function gatesHold({ begin, changes, checkpoints, operatorSizes, follows }: History): readonly Breach[] {
  if (checkpoints === undefined) return []
  const old = new Set(Object.values(begin.ids).flat())
  const coming = ({ ids, units, desired }: CapacitySnapshot): number =>
    current(ids).filter((id) => !old.has(id)).length + Math.max(0, desired - units)
  const back = changes.findIndex(changesSource)
  // What runs have terminated themselves they know to be gone.
  const named = new Set(changes.flatMap(({ input }) => [input['InstanceId'], input['InstanceIds']].flat()))
  return changes
    .slice(0, back < 0 ? undefined : back)
    .flatMap(
      ({
        at,
        operation,
        input,
        before,
        after,
        tagsAsKnown,
        membersAsObserved = current(before.ids),
        readyIdsAsObserved = [],
      }) => {
        // What AWS has launched since its caller looked, in place of an instance that was lost, it cannot know of.
        if (current(before.ids).some((id) => !old.has(id) && !membersAsObserved.includes(id))) return []
        const wishes = operatorSizes.filter((size) => size.at <= at).map(({ desired }) => desired)
        const gate = Math.max(passedIn(before.tags), passedIn(tagsAsKnown))
        // Where policies stay alive no more is kept of a wish than the maximum of the group allows without the room of the roll.
        const kept = follows === true ? wishes.map((desired) => Math.min(desired, begin.max)) : []
        // Percentages are those of the size with which a run began: it may have been any of these.
        const capacities = [begin.desired, ...wishes].map((desired) => checkpoints(desired)[gate] ?? Infinity)
        const capacity = Math.max(...capacities)
        if (capacity === Infinity) return []
        const breach = (what: string): Breach => ({
          invariant: 'gates hold',
          at,
          what: `${operation} ${what}; checkpoint ${gate + 1} takes ${capacity}`,
        })
        const [was, is] = [coming(before), coming(after)]
        // In place of an old instance that counted in what its caller may have been answered, as before an operator put it into
        // Standby, AWS launches one more than the caller can know of.
        const shown = [...membersAsObserved, ...readyIdsAsObserved.flat()]
        const gone = new Set(shown.filter((id) => old.has(id) && !current(before.ids).includes(id) && !named.has(id)))
        if (is > was && is - gone.size > capacity && ![...wishes, ...kept].includes(after.desired))
          return [breach(`made ${is} new instances, after ${was}`)]
        // What puts a group back takes what is new first, and lowers the desired capacity with it.
        const isRoll =
          operation === 'TerminateInstanceInAutoScalingGroup' &&
          (input['ShouldDecrementDesiredCapacity'] !== true || current(after.ids).some((id) => !old.has(id)))
        const left = before.ids.ready.filter((id) => old.has(id) && after.ids.leaving.includes(id))
        return isRoll && left.length > 0 && was >= capacity ? [breach(`made ${left.join(', ')} leave`)] : []
      },
    )
}
