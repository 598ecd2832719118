/** Faults that only seeds draw that are about them: what else befalls a seed stays as it was. */
import type { Fault } from './fault.ts'
import type { Source } from './focus.ts'

export interface FocusedFault extends Fault {
  readonly source: Source
}

const DENIAL = { kind: 'refusal', code: 'AccessDenied', message: 'not now', status: 403 } as const
const FAILURE = { kind: 'refusal', code: 'InternalFailure', message: 'An internal error has occurred.', status: 500 } as const // prettier-ignore

/** What AWS says of a launch that finds no room. */
const FULL =
  'We currently do not have sufficient t3.micro capacity in the Availability Zone you requested. Launching EC2 instance failed.'

/** Longer than any roll waits for a launch to begin. */
const STALLED_SECONDS = 7200

export const FOCUSED_FAULTS: readonly FocusedFault[] = [
  {
    name: 'a question about refreshes that is not answered',
    source: 'reads',
    share: 2,
    weight: 'heavy',
    apply: ({ account: { faults } }, random) => {
      const times = random.pick([3, 40, Number.POSITIVE_INFINITY])
      const fault = random.pick([DENIAL, FAILURE])
      faults.inject({ action: 'autoscaling:DescribeInstanceRefreshes', fault, times })
      return `${times} questions about refreshes are not answered (${fault.code})`
    },
  },
  {
    name: 'a group that cannot be read for a while',
    source: 'reads',
    share: 1,
    weight: 'heavy',
    apply: ({ account: { faults } }, random) => {
      const times = random.pick([1, 2, 30])
      faults.inject({ action: 'autoscaling:DescribeAutoScalingGroups', fault: DENIAL, times })
      return `${times} looks at the group are denied`
    },
  },
  {
    name: 'launches that fail, and no answer why',
    source: 'reads',
    share: 1,
    weight: 'heavy',
    apply: ({ account: { faults, behaviour, timeline }, disturbedAt }, random) => {
      const times = random.pick([5, Number.POSITIVE_INFINITY])
      faults.inject({ action: 'autoscaling:DescribeScalingActivities', fault: random.pick([DENIAL, FAILURE]), times })
      behaviour.refuseLaunch = () => FULL
      disturbedAt.push(timeline.now, timeline.now + 400)
      timeline.after(400, () => (behaviour.refuseLaunch = () => undefined))
      return `launches fail for 400 s, and ${times} questions for activities are not answered`
    },
  },
  {
    name: 'late reads',
    source: 'late reads',
    share: 1,
    weight: 'bearable',
    apply: ({ account: { behaviour } }, random) => {
      behaviour.staleSeconds = Math.ceil(random.between(2, 20))
      return `answers may be ${behaviour.staleSeconds} s old`
    },
  },
  {
    name: 'launches that begin no more',
    source: 'stalled launches',
    share: 1,
    weight: 'heavy',
    apply: ({ account: { behaviour, timeline }, disturbedAt }) => {
      behaviour.withholdsLaunches = () => true
      disturbedAt.push(timeline.now, timeline.now + STALLED_SECONDS)
      return 'AWS begins no launch any more'
    },
  },
  {
    name: 'a previous version that cannot be made or set',
    source: 'a rollback denied',
    share: 1,
    weight: 'heavy',
    apply: ({ account: { faults } }, random) => {
      const [action, times] = [
        random.pick(['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate']),
        random.pick([1, 2, 50]),
      ]
      faults.inject({ action, fault: random.pick([DENIAL, { kind: 'reset' } as const]), times, effect: random.pick(['done', 'not done']) }) // prettier-ignore
      return `${times} calls of ${action} fail`
    },
  },
]
