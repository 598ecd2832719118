/** What a first checkpoint costs before it holds a roll, in words. Pure. */
import { heaviestOf, mostSurge } from './budget.ts'
import type { Fleet } from './fleet.ts'
import type { Policy } from './policy.ts'

/**
 * How much old capacity leaves before the first checkpoint of a roll that has yet to begin, since there is no room for as much new
 * capacity as that takes; a sentence. Undefined where all that is old serves on behind it: then a bad image goes back at no cost.
 */
export function checkpointCost(
  fleet: Pick<Fleet, 'instances' | 'memo' | 'sizes'>,
  { gates, surge, waitForAll }: Pick<Policy, 'gates' | 'surge' | 'waitForAll'>,
): string | undefined {
  const { memo, sizes } = fleet
  const [first] = gates?.checkpoints ?? []
  if (first === undefined || memo !== undefined || waitForAll) return undefined
  const room = Math.min(surge, mostSurge(sizes.desired, heaviestOf(fleet)))
  const cost = Math.min(first, sizes.desired) - room
  if (cost <= 0) return undefined
  const unit = heaviestOf(fleet) === 1 ? (cost === 1 ? 'old instance leaves' : 'old instances leave') : 'of old capacity leave' // prettier-ignore
  return `${cost} ${unit} before the roll holds at checkpoint 1, which needs a new capacity of ${Math.min(first, sizes.desired)}: \`surge\` makes room for ${room}. A bad image costs that much capacity until the roll is taken back.`
}
