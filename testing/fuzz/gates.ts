import { Random } from '../../simulator/random.ts'
import type { FleetPlan } from './fleet-plan.ts'
import { focusOf, isDrawn } from './focus.ts'

/** A source of its own, so that all other seeds keep their inputs. */
const APART = 0x9a7e5

/** How many seeds have gates. */
const SHARE = 0.2

/** The alarm that watches some of them. */
export const ALARM = 'web-errors'

/** Checkpoints as a user gives them, and as instances of a group without weights. */
const CHECKPOINTS = [
  { text: '1', of: () => [1] },
  { text: '1\n50%', of: (desired: number) => [...new Set([1, Math.max(1, Math.ceil(desired / 2))])] },
  { text: '25%', of: (desired: number) => [Math.max(1, Math.ceil(desired / 4))] },
  { text: '2', of: (desired: number) => [Math.min(2, desired)] },
] as const

/** Gives a few seeds checkpoints, a bake at each of them and at the end. */
export function withGates<Plan extends FleetPlan>(plan: Plan, seed: number): Plan {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: SHARE, source: 'gates', seed })) return plan
  const { text, of } = random.pick(CHECKPOINTS)
  const bake = random.pick(['0', '0.3', '1'])
  const atEnd = random.pick(['', '0', '0.5', '2'])
  const watched = random.next() < 0.7 && {
    alarms: ALARM,
    'alarms-without-data': random.pick(['neutral', 'wait', 'fail']),
  }
  return {
    ...plan,
    inputs: {
      ...plan.inputs,
      checkpoints: text,
      bake,
      ...(atEnd && { 'bake-at-end': atEnd }),
      ...((focusOf(seed)?.includes('alarms') ?? true) && watched),
    },
    // With force a later roll replaces what an earlier one has launched: only the roll itself knows what is new then.
    ...(plan.plan.weights === undefined && plan.inputs['force'] !== 'true' && { checkpoints: of }),
  }
}
