/** What operators and scheduled actions do to the sizes of a group whose run is lost, before another run looks at it. */
import { Random } from '../../simulator/random.ts'
import type { ActionRun, RunActionOptions } from '../run-action.ts'
import type { ExternalFault } from './external-faults.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { OPERATOR_FAULTS } from './operator-faults.ts'
import { putSchedule } from './schedule-faults.ts'
import { addToTrace } from './trace.ts'

/** Apart from what else a seed draws. */
const APART = 0x105751

const SIZES = OPERATOR_FAULTS.filter(({ name }) => name === 'a new size' || name === 'new limits')

/** A scheduled action falls due within that time. */
const DUE_SECONDS = 310

/**
 * Lets one to three sizes be set, some seconds or minutes apart; AWS carries a scheduled action out where the lost run had not suspended
 * that yet. Time passes meanwhile. Gives what must hold of the actions in the end.
 */
export function setSizesOfLost(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const random = new Random(seed ^ APART)
  const { timeline } = fixture.account
  const put: ExternalFault[] = []
  const count = random.pick([1, 1, 2, 2, 3])
  for (let index = 0; index < count; index++) {
    timeline.advance(random.pick([1, random.between(2, 60), random.between(60, 240)]))
    // Of two actions that fall due minutes apart no single right end follows.
    if (put.length === 0 && !hasSchedule(fixture) && random.next() < SCHEDULED_SHARE) {
      put.push(...putSchedule(fixture, random))
      if (random.next() < CARRIED_OUT_SHARE) timeline.advance(DUE_SECONDS)
      continue
    }
    fixture.disturbedAt.push(timeline.now)
    addToTrace(fixture, random.pick(SIZES).apply(fixture, random))
  }
  return put
}

/** Apart from the sizes. */
const APART_FROM_SIZES = 0x2d1e5

/** Longer than a lease lasts without renewal. */
const EXPIRED_LEASE_SECONDS = 330

/** In four of ten worlds the run that goes on is lost as well, and its sizes are set once more. */
const LOST_AGAIN_SHARE = 0.4

/** Starts another run, which is lost, where the seed draws one; one that ends by then has its post step. */
export async function loseAnother(
  fixture: Fixture,
  seed: number,
  step: (what: string, options: Omit<RunActionOptions, 'inputs'>) => Promise<ActionRun>,
): Promise<void> {
  const random = new Random(seed ^ APART_FROM_SIZES)
  if (random.next() >= LOST_AGAIN_SHARE) return
  const { timeline } = fixture.account
  timeline.advance(EXPIRED_LEASE_SECONDS)
  const crash = { when: random.pick(['before', 'after'] as const), call: Math.ceil(random.between(15, 80)) }
  const run = await step('another run', { runId: '1500', process: { crash } })
  if (!run.died) {
    await step('its post step', { runId: '1500', state: run.state })
    return
  }
  timeline.advance(random.between(1, 60))
  fixture.disturbedAt.push(timeline.now)
  addToTrace(fixture, random.pick(SIZES).apply(fixture, random))
}

const hasSchedule = ({ account: { autoScaling } }: Fixture): boolean =>
  (autoScaling.operations.DescribeScheduledActions({ AutoScalingGroupName: FUZZ_GROUP }).ScheduledUpdateGroupActions ?? []).length > 0 // prettier-ignore

/** So many of the sizes are those of a scheduled action, and so many of these are waited for. */
const SCHEDULED_SHARE = 0.35
const CARRIED_OUT_SHARE = 0.7
