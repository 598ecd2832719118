import { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'
import { isDrawn } from './focus.ts'

/** A source of its own, so that all other seeds keep their inputs. */
const APART = 0x1ea5e

/** A hook that holds each of them for longer lets no roll end in time. */
const SHORT_HOOK_SECONDS = 100

/** How many seeds bound the instances that leave at once. */
const SHARE = 0.15

/** Bounds the departures of a few seeds; the restores that follow have it from the memo. */
export function withMaxLeaving<Plan extends FleetPlan>(plan: Plan, seed: number): Plan {
  const random = new Random(seed ^ APART)
  const hooks = plan.hooks.filter(({ transition }) => transition === 'TERMINATING')
  const isBounded = isDrawn(random, { share: SHARE, source: 'max-leaving', seed })
  if (!isBounded || hooks.some(({ seconds }) => seconds > SHORT_HOOK_SECONDS)) return plan
  const limit = random.pick(['1', '2', '3', '50%'])
  // One after the other they drain and meet their hook.
  const timeout = hooks.length > 0 ? '120' : (plan.inputs['timeout'] ?? '60')
  return { ...plan, inputs: { ...plan.inputs, 'max-leaving': limit, timeout } }
}
