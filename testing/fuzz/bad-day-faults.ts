/** Bad days of AWS: drawn from a chance of their own, so that a new one leaves what befalls all seeds as it was. */
import {
  LAUNCH_FAILURE_TEXTS,
  type LaunchFailureName,
  launchFailureText,
} from '../../simulator/auto-scaling/launch-failure-texts.ts'
import { GARBLINGS } from '../../simulator/wire/garbled.ts'
import { Random } from '../../simulator/random.ts'
import type { Fault } from './fault.ts'
import { FUZZ_GROUP, type Fixture } from './fixture.ts'
import { addToTrace } from './trace.ts'
import { isDrawn } from './focus.ts'

const BAD_DAYS = 0xbadda15

/** How many seeds draw one of these. */
const SHARE = 0.25

/** What befalls a group whose load balancers are gone: a fault of its own draws that. */
const OF_BALANCERS: readonly string[] = ['no load balancer', 'no target group'] satisfies readonly LaunchFailureName[]

const WORDS = (Object.keys(LAUNCH_FAILURE_TEXTS) as readonly LaunchFailureName[]).filter(
  (name) => !OF_BALANCERS.includes(name),
)

export const ENDS_A_START = 'an instance that EC2 ends while it starts'

const ANY_ACTION = [
  'autoscaling:DescribeAutoScalingGroups',
  'autoscaling:DescribeScalingActivities',
  'autoscaling:CreateOrUpdateTags',
  'autoscaling:SuspendProcesses',
  'autoscaling:UpdateAutoScalingGroup',
  'autoscaling:TerminateInstanceInAutoScalingGroup',
  'autoscaling:ResumeProcesses',
  'autoscaling:DeleteTags',
  'ec2:Describe*',
  'elasticloadbalancing:Describe*',
  'sts:*',
  '*',
]

/** Whether an instance is leaving that will give its address back: a retained one keeps it until it is terminated by hand. */
const isLeaving = ({ account }: Fixture): boolean =>
  (
    account.autoScaling.operations.DescribeAutoScalingGroups({ AutoScalingGroupNames: [FUZZ_GROUP] })
      .AutoScalingGroups?.[0]?.Instances ?? []
  ).some(({ LifecycleState }) => LifecycleState?.startsWith('Terminating') && LifecycleState !== 'Terminating:Retained')

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
  {
    name: ENDS_A_START,
    share: 1,
    weight: 'bearable',
    apply: ({ account: { behaviour } }) => {
      behaviour.failsToStart = () => {
        behaviour.failsToStart = undefined
        return 'Server.InternalError: Internal error on launch'
      }
      return 'EC2 ends the next instance while it starts'
    },
  },
  {
    name: 'launches that never begin',
    share: 1,
    weight: 'heavy',
    apply: ({ account: { behaviour, timeline }, disturbedAt }, random) => {
      const seconds = Math.ceil(random.between(30, 900))
      behaviour.withholdsLaunches = () => true
      disturbedAt.push(timeline.now, timeline.now + seconds)
      timeline.after(seconds, () => (behaviour.withholdsLaunches = undefined))
      return `AWS begins no launch for ${seconds} s`
    },
  },
  {
    name: 'answers that are no answers',
    share: 4,
    weight: 'bearable',
    apply: ({ account: { faults } }, random) => {
      const action = random.pick(ANY_ACTION)
      const fault = { kind: 'garbled', as: random.pick(GARBLINGS) } as const
      const effect = random.pick(['done', 'not done'] as const)
      const [times, skip] = [Math.ceil(random.between(0, 3)), Math.floor(random.between(0, 12))]
      faults.inject({ action, fault, effect, times, skip })
      return `${times} answers to ${action} are garbled (${fault.as}, ${effect}), ${skip} calls later`
    },
  },
]

/** Schedules what a seed draws of bad days, at most one, and gives it. */
export function scheduleBadDay(fixture: Fixture, seed: number): readonly Fault[] {
  const random = new Random(seed ^ BAD_DAYS)
  if (!isDrawn(random, { share: SHARE, source: 'bad days', seed })) return []
  const total = BAD_DAY_FAULTS.reduce((sum, { share }) => sum + share, 0)
  let point = random.next() * total
  const drawn = BAD_DAY_FAULTS.find(({ share }) => (point -= share) < 0)
  if (drawn === undefined) return []
  fixture.account.timeline.after(random.between(0, 120), () => addToTrace(fixture, drawn.apply(fixture, random)))
  return [drawn]
}
