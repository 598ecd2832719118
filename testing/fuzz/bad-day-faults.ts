/** Bad days of AWS: drawn from a chance of their own, so that a new one leaves what befalls all seeds as it was. */
import {
  LAUNCH_FAILURE_TEXTS,
  type LaunchFailureName,
  launchFailureText,
} from '../../simulator/auto-scaling/launch-failure-texts.ts'
import { Random } from '../../simulator/random.ts'
import type { Fault } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'

const BAD_DAYS = 0xbadda15

/** How many seeds draw one of these. */
const SHARE = 0.25

const WORDS = Object.keys(LAUNCH_FAILURE_TEXTS) as readonly LaunchFailureName[]

const isLeaving = ({ account }: Fixture): boolean =>
  (
    account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [FUZZ_GROUP] })
      .AutoScalingGroups?.[0]?.Instances ?? []
  ).some(({ LifecycleState }) => LifecycleState?.startsWith('Terminating'))

const BAD_DAY_FAULTS: readonly Fault[] = [
  {
    name: 'launches that fail in AWS’s other words',
    share: 2,
    weight: 'heavy',
    apply: ({ account: { behaviour, timeline } }, random) => {
      const reason = launchFailureText(random.pick(WORDS), random.pick(['RunInstances', 'EC2 Fleet']))
      const seconds = Math.ceil(random.between(10, 700))
      behaviour.refuseLaunch = () => reason
      timeline.after(seconds, () => (behaviour.refuseLaunch = () => undefined))
      return `launches fail for ${seconds} s: ${reason}`
    },
  },
  {
    name: 'addresses that are short while instances are leaving',
    share: 2,
    weight: 'bearable',
    apply: (fixture) => {
      const { behaviour, timeline } = fixture.account
      const reason = launchFailureText('no free addresses')
      behaviour.refuseLaunch = () => (isLeaving(fixture) ? reason : undefined)
      timeline.after(300, () => (behaviour.refuseLaunch = () => undefined))
      return 'for 300 s no address is free while an instance of the group is leaving'
    },
  },
]

/** Schedules what a seed draws of bad days, at most one, and gives it. */
export function scheduleBadDay(fixture: Fixture, seed: number): readonly Fault[] {
  const random = new Random(seed ^ BAD_DAYS)
  if (random.next() >= SHARE) return []
  const total = BAD_DAY_FAULTS.reduce((sum, { share }) => sum + share, 0)
  let point = random.next() * total
  const drawn = BAD_DAY_FAULTS.find(({ share }) => (point -= share) < 0)
  if (drawn === undefined) return []
  fixture.account.timeline.after(random.between(0, 120), () => addToTrace(fixture, drawn.apply(fixture, random)))
  return [drawn]
}
