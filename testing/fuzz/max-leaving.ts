import { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'

/** A source of its own, so that all other seeds keep their inputs. */
const APART = 0x1ea5e

/** How many seeds bound the instances that leave at once. */
const SHARE = 0.15

/** Bounds the departures of a few seeds; the restores that follow have it from the memo. */
export function withMaxLeaving<Plan extends FleetPlan>(plan: Plan, seed: number): Plan {
  const random = new Random(seed ^ APART)
  // A hook that holds each of them for hours lets no roll end in time.
  if (random.next() >= SHARE || plan.hooks.some(({ transition }) => transition === 'TERMINATING')) return plan
  return { ...plan, inputs: { ...plan.inputs, 'max-leaving': String(random.pick([1, 2, 3])) } }
}
