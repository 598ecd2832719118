import type { Situation } from './budget.ts'
import type { Fleet } from './fleet.ts'
import { passedOf } from './gates-by-hand.ts'
import { isTakingBack } from './taken-back.ts'

type Baked = Pick<Situation, 'policy' | 'state'> & { readonly fleet: Pick<Fleet, 'at' | 'memo'> }

/**
 * Seconds for which a roll still holds at its gates, that of the gate where it stands included; undefined where the run ends at a
 * checkpoint that is passed by hand. Pure.
 */
export function bakesAhead({ fleet: { at, memo }, policy, state: { baking } }: Baked): number | undefined {
  const { gates } = policy
  if (gates === undefined || memo === undefined || isTakingBack(memo, policy)) return 0
  const checkpoints = Math.max(0, gates.checkpoints.length - passedOf(memo))
  if (checkpoints > 0 && gates.promote === 'by-hand') return undefined
  const done = baking === undefined || baking.gate === 'dark' ? 0 : at - baking.since
  return Math.max(0, checkpoints * gates.bakeSeconds + gates.bakeAtEndSeconds - done)
}
