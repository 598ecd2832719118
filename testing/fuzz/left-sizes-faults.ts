/** A roll that has to leave its sizes, which an operator sets before the post step, and tags that AWS lets no run write by then. */
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { focusOf } from './focus.ts'
import { asOperator } from './operator-faults.ts'
import { addToTrace } from './trace.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x1ef7512e

/** One seed of so many has one, of those that are about nothing else. */
const ONE_OF = 15

const TERMINATE = 'autoscaling:TerminateInstanceInAutoScalingGroup'
const TAG = 'autoscaling:CreateOrUpdateTags'
const MEMO = 'fleet-patch:memo'

/** Denies the first roll to terminate, and lets an operator set a size within the room that it leaves, where the seed draws it. */
export function applyLeftSizes(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  const { begin, plan, account, recorder } = fixture
  const isOut = focusOf(seed) !== undefined || plan.plan.weights !== undefined || plan.follows === true
  if (random.next() * ONE_OF >= 1 || isOut) return []
  const [after, share, isDenied] = [random.between(0, 120), random.next(), random.next() < 0.7]
  const apply = (): string => {
    account.faults.deny(TERMINATE)
    return `${TERMINATE} is denied until the roll has ended`
  }
  account.timeline.after(after, () => {
    if (fixture.isRolling) addToTrace(fixture, apply())
  })
  let wish: number | undefined
  const owed = (_: Fixture, { died }: ActionRun): readonly string[] => {
    account.faults.allow(TERMINATE)
    const { desired, tags } = recorder.snapshot()
    const room = desired - begin.desired - 1
    // Only a run that has let the processes run again has left sizes: before that an operator’s are within its room.
    if (died || room < 1 || !(tags[MEMO] ?? '').includes('suspends=none')) return []
    const wanted = begin.desired + 1 + Math.floor(share * room)
    addToTrace(
      fixture,
      asOperator(fixture, `an operator sets the desired capacity to ${wanted}`, () => {
        account.autoScaling.operations.UpdateAutoScalingGroup({
          AutoScalingGroupName: FUZZ_GROUP,
          DesiredCapacity: wanted,
        })
        wish = wanted
      }),
    )
    if (isDenied) {
      account.faults.deny(TAG)
      addToTrace(fixture, `${TAG} is denied from now on`)
    }
    return []
  }
  const settled = (): readonly string[] => {
    const { operatorSizes, schedules, minima, maxima } = fixture
    const isOnly =
      schedules.length + minima.length + maxima.length === 0 &&
      operatorSizes.every(({ at }) => at === operatorSizes[0]?.at)
    const { desired } = recorder.snapshot()
    // By a look from before the wish the run may have begun to lower what it had left, and one of several calls may leave just that.
    if (wish === undefined || !isOnly || desired === wish || account.behaviour.staleSeconds > 0) return []
    return [
      `a desired capacity of ${wish}, set since the roll had left its sizes, was lost: it is ${desired} at the end`,
    ]
  }
  return [{ name: 'a wish since sizes were left', share: 1, weight: 'heavy', apply, owed, end: () => [], settled }]
}
