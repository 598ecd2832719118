/** Reads that only some groups need, or that a run makes now and then, denied or answered without content at some moment of a roll. */
import type { CallFault } from '../../simulator/faults.ts'
import { Random } from '../../simulator/random.ts'
import type { Fault } from './fault.ts'
import type { Fixture } from './fixture.ts'
import { isDrawn } from './focus.ts'
import { addToTrace } from './trace.ts'

/** Apart from what else a seed draws, so that its fleet and its other faults stay. */
const APART = 0x4a7e4ead

/** One seed of so many has one of these. */
const ONE_OF = 15

/** Each read, and the groups of which a run asks it. */
const READS: readonly { readonly action: string; readonly asked: (fixture: Fixture) => boolean }[] = [
  { action: 'autoscaling:DescribeWarmPool', asked: ({ plan }) => plan.plan.warmPool !== undefined },
  { action: 'autoscaling:DescribeScheduledActions', asked: () => true },
  { action: 'autoscaling:DescribePolicies', asked: () => true },
  { action: 'autoscaling:DescribeInstanceRefreshes', asked: () => true },
  { action: 'ec2:DescribeInstanceStatus', asked: ({ plan }) => plan.plan.balancers?.length === 0 || plan.unused },
  {
    action: 'autoscaling:DescribeLaunchConfigurations',
    asked: ({ plan }) => plan.plan.launch === 'configuration',
  },
]

const DENIED: CallFault = { kind: 'refusal', code: 'AccessDenied', message: 'not now', status: 403 }

/** Schedules what a seed draws of them, at most one, and gives it. */
export function scheduleRareRead(fixture: Fixture, seed: number): readonly Fault[] {
  const random = new Random(seed ^ APART)
  if (!isDrawn(random, { share: 1 / ONE_OF, source: 'rare reads', seed })) return []
  const { action } = random.pick(READS.filter(({ asked }) => asked(fixture)))
  const fault = random.pick<CallFault>([DENIED, DENIED, { kind: 'empty' }])
  const times = random.pick([1, 2, Number.POSITIVE_INFINITY])
  const apply = (): string => {
    fixture.account.faults.inject({ action, fault, times })
    return `${times} answers to ${action} are ${fault.kind === 'empty' ? 'without content' : 'denied'}`
  }
  fixture.account.timeline.after(random.between(0, 240), () => addToTrace(fixture, apply()))
  return [{ name: `${action} is not answered`, share: 1, weight: 'heavy', apply }]
}
