import { Random } from '../../simulator/random.ts'
import type { Unavailable } from '../oracles/least-ready.ts'
import type { FleetPlan } from './fleet-plan.ts'
import { focusOf } from './focus.ts'
import type { RareShapes } from './rare-shapes.ts'

/** A source of its own, so that all other seeds keep their inputs. */
const APART = 0x5a4e

const SHARE = 0.12

/** Gives `max-unavailable` as a percentage in a few seeds: of a size that an operator lowers it is less. */
export function withUnavailableShare<Plan extends FleetPlan & RareShapes>(plan: Plan, seed: number): Plan {
  const random = new Random(seed ^ APART)
  const isDrawn = random.next() < SHARE && plan.mode === 'respawn' && focusOf(seed) === undefined
  return isDrawn ? { ...plan, unavailablePercent: random.pick([10, 25, 50, 50, 75]) } : plan
}

/** As the input has it: a count is in instances. */
export const unavailableText = ({ maxUnavailable, unavailablePercent, plan }: FleetPlan): string =>
  unavailablePercent === undefined
    ? String(maxUnavailable / (plan.weights === undefined ? 1 : 2))
    : `${unavailablePercent}%`

/** What the oracles allow; a percentage is one of this size, the largest that was desired. */
export const unavailableOf = ({ maxUnavailable, unavailablePercent }: FleetPlan, desired: number): Unavailable =>
  unavailablePercent === undefined
    ? { maxUnavailable }
    : { maxUnavailable: Math.floor((desired * unavailablePercent) / 100), unavailablePercent }
