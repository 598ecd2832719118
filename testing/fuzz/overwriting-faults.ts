/** What an operator sets right before the run raises the desired capacity, which overwrites it. */
import { Random } from '../../simulator/random.ts'
import type { Call } from '../../simulator/wire/message.ts'
import { scalingActivities } from '../oracles/scaling-activities.ts'
import type { ActionRun } from '../run-action.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { asOperator } from './operator-faults.ts'
import { addToTrace } from './trace.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x0e5e7

/** One seed of so many has one. */
const ONE_OF = 15

/** Lets an operator set a size once, right before a raise by the first roll, where the seed draws it. */
export function applyOverwriting(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  if (random.next() * ONE_OF >= 1) return []
  const change = random.pick([-2, -1, 1, 2, 4])
  const { timeline, autoScaling } = fixture.account
  let wish: number | undefined
  const apply = (): string => {
    atNextRaise(fixture, ({ desired, to }) => {
      const wanted = Math.max(0, desired + change)
      // Then the run changes nothing, and nothing tells the wish from its own room.
      if (wanted === to) return 'the operator wants what our raise sets anyway'
      // AWS changes nothing then either, and no activity tells of it.
      if (wanted === desired) return 'the operator wants what the group has already'
      const { max } = fixture.recorder.snapshot()
      return asOperator(fixture, `an operator sets the desired capacity to ${wanted}, right before our raise`, () => {
        autoScaling.operations.UpdateAutoScalingGroup({
          AutoScalingGroupName: FUZZ_GROUP,
          DesiredCapacity: wanted,
          ...(wanted > max && { MaxSize: wanted }),
        })
        wish = wanted
      })
    })
    return 'an operator waits for the moment right before our next raise'
  }
  timeline.after(random.pick([0, 0, random.between(0, 120)]), () => addToTrace(fixture, apply()))
  let isGreen = false
  return [
    {
      name: 'a wish that a raise overwrites',
      share: 1,
      weight: 'heavy',
      apply,
      owed: (_, { failed, died }: ActionRun) => {
        isGreen = !failed && !died
        return []
      },
      end: () => [],
      settled: () => {
        const { operatorSizes, schedules, minima, recorder } = fixture
        const [first] = operatorSizes
        const isOnly =
          schedules.length === 0 && minima.length === 0 && operatorSizes.every(({ at }) => at === first?.at)
        const { desired } = recorder.snapshot()
        if (wish === undefined || !isGreen || !isOnly || desired === wish) return []
        if (!isOverwritten(fixture, wish) || !isTold(fixture, wish)) return []
        return [`a desired capacity of ${wish}, which the roll has overwritten, was lost: it is ${desired} at the end`]
      },
    },
  ]
}

/**
 * Whether the run has set its own size over the wish. Where AWS was busy and refused that call, the run sees the wish while it holds the
 * processes: within a minute of its start that may be the room of a run that began at the same moment.
 */
const isOverwritten = ({ recorder }: Fixture, wish: number): boolean =>
  recorder.changes.some(
    ({ operation, before, after }) =>
      operation === 'UpdateAutoScalingGroup' && before.desired === wish && after.desired !== wish,
  )

/**
 * Whether an activity tells from which capacity the run has changed it: AWS writes of a change where it launches or terminates for
 * it. A group that had more than it wanted before reaches what the run sets without either, and nothing ever tells the wish.
 */
const isTold = ({ account }: Fixture, wish: number): boolean =>
  scalingActivities(account, FUZZ_GROUP).some(({ Cause = '' }) => Cause.includes(` from ${wish} to `))

/** Acts once, right before the next call of the first roll that raises the desired capacity is carried out. */
function atNextRaise(
  fixture: Fixture,
  act: (raise: { readonly desired: number; readonly to: number }) => string,
): void {
  const { ledger } = fixture.account
  const { recorder } = ledger
  let isOpen = true
  ledger.recorder = {
    before: (call: Call) => {
      const { desired } = fixture.recorder.snapshot()
      if (isOpen && fixture.isRolling && isRaise(call, desired)) {
        isOpen = false
        addToTrace(fixture, act({ desired, to: Number(call.input['DesiredCapacity']) }))
      }
      recorder?.before(call)
    },
    after: (call, outcome) => recorder?.after(call, outcome),
  }
}

const isRaise = ({ operation, input }: Call, desired: number): boolean =>
  operation === 'UpdateAutoScalingGroup' && Number(input['DesiredCapacity'] ?? 0) > desired
