/** A maximum that an operator lowers, so that the surge of the roll may not fit under it. */
import { Random } from '../../simulator/random.ts'
import { isMaxOverwritten } from './assertions.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { asOperator } from './operator-faults.ts'
import { addToTrace } from './trace.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x10e73a

/** One seed of so many has one. */
const ONE_OF = 15

/** Lets an operator lower the maximum once, to what is desired at least, where the seed draws it. */
export function applyLowerMax(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  const { begin, plan, account } = fixture
  const room = begin.max - begin.desired
  if (random.next() * ONE_OF >= 1 || room < 1 || plan.plan.weights !== undefined || plan.follows) return []
  const lowered = begin.max - random.pick([1, room])
  const at = random.between(0, 200)
  const name = 'a lower maximum'
  const apply = (): string => {
    fixture.disturbedAt.push(account.timeline.now)
    return asOperator(fixture, `an operator sets MaxSize to ${lowered}`, () => {
      account.autoScaling.operations.UpdateAutoScalingGroup({ AutoScalingGroupName: FUZZ_GROUP, MaxSize: lowered })
    })
  }
  account.timeline.after(at, () => addToTrace(fixture, apply()))
  const settled = (): readonly string[] => {
    const { operatorSizes, schedules, minima, maxima, recorder } = fixture
    const isOnly = maxima.length === 1 && maxima[0] === lowered && minima.length + schedules.length === 0
    const isAtOnce = operatorSizes.every((each) => each.at === operatorSizes[0]?.at)
    if (!isOnly || !isAtOnce || fixture.handled.size > 0 || isMaxOverwritten(fixture)) return []
    const { max } = recorder.snapshot()
    return max === lowered ? [] : [`a maximum that was lowered to ${lowered} was lost: it is ${max} at the end`]
  }
  return [{ name, share: 1, weight: 'bearable', apply, owed: () => [], end: () => [], settled }]
}
