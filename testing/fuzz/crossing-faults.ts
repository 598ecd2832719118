import type { Call } from '../../simulator/wire/message.ts'
import type { Fault } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { asOperator } from './operator-faults.ts'
import { addToTrace } from './trace.ts'

/** What operators do at the very moment at which the run lowers the desired capacity. */
export const CROSSING_FAULTS: readonly Fault[] = [
  {
    name: 'a wish that crosses a decrement',
    share: 2,
    weight: 'heavy',
    apply: (fixture, random) => {
      const when = random.pick(['before', 'after'] as const)
      const change = random.pick([-1, 1, 2, 4])
      atNextDecrement(fixture, when, () => {
        const { desired, max } = fixture.recorder.snapshot()
        const wish = Math.max(0, desired + change)
        return asOperator(
          fixture,
          `an operator sets the desired capacity to ${wish}, right ${when} our decrement`,
          () => {
            fixture.account.autoScaling.operations.UpdateAutoScalingGroup({
              AutoScalingGroupName: FUZZ_GROUP,
              DesiredCapacity: wish,
              ...(wish > max && { MaxSize: wish }),
            })
          },
        )
      })
      return `an operator waits for the moment right ${when} our next decrement`
    },
  },
]

/** Acts once, right before the next termination with a decrement is carried out, or right after. */
function atNextDecrement(fixture: Fixture, when: 'before' | 'after', act: () => string): void {
  const { ledger } = fixture.account
  const { recorder } = ledger
  let isOpen = true
  // When all is calm again none acts any more.
  fixture.account.timeline.after(400, () => (isOpen = false))
  const meet = (now: 'before' | 'after', { input }: Call): void => {
    if (!isOpen || now !== when || input['ShouldDecrementDesiredCapacity'] !== true) return
    isOpen = false
    addToTrace(fixture, act())
  }
  ledger.recorder = {
    before: (call) => {
      meet('before', call)
      recorder?.before(call)
    },
    after: (call, outcome) => {
      recorder?.after(call, outcome)
      meet('after', call)
    },
  }
}
