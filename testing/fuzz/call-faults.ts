import type { FaultRule } from '../../simulator/faults.ts'
import type { Fault } from './fault.ts'
import type { Fixture } from './fixture.ts'

const changing = 'autoscaling:*'
const ANY_CALL = ['autoscaling:*', 'ec2:*', 'elasticloadbalancing:*', 'autoscaling:TerminateInstanceInAutoScalingGroup']

function injectFault(fixture: Fixture, rule: FaultRule): string {
  fixture.account.faults.inject(rule)
  const { fault, effect = 'not done', times, chance = 1 } = rule
  const what = fault.kind === 'refusal' ? fault.code : fault.kind
  return `${times} calls of ${rule.action} fail with ${what} (${effect}), each with chance ${chance}`
}

/** Faults of calls. */
export const CALL_FAULTS: readonly Fault[] = [
  {
    name: 'throttling',
    share: 4,
    weight: 'bearable',
    apply: (fixture, random) => {
      const [action, times, chance] = [random.pick(ANY_CALL), Math.ceil(random.between(0, 12)), random.pick([1, 0.5])]
      // Last, so that nothing else that this fault draws is another one.
      const code = random.pick(['Throttling', 'RateExceeded'])
      return injectFault(fixture, { action, fault: { kind: 'refusal', code, message: 'Rate exceeded' }, times, chance })
    },
  },
  {
    name: 'server errors',
    share: 3,
    weight: 'bearable',
    apply: (fixture, random) =>
      injectFault(fixture, {
        action: random.pick(ANY_CALL),
        fault: { kind: 'refusal', code: 'InternalFailure', message: 'Something broke.', status: 500 },
        effect: random.pick(['done', 'not done']),
        times: Math.ceil(random.between(0, 6)),
        chance: random.pick([1, 0.4]),
      }),
  },
  {
    name: 'lost answers',
    share: 3,
    weight: 'bearable',
    apply: (fixture, random) =>
      injectFault(fixture, {
        action: random.pick(ANY_CALL),
        fault: { kind: 'reset' },
        effect: random.pick(['done', 'not done']),
        times: Math.ceil(random.between(0, 4)),
        chance: random.pick([1, 0.4]),
      }),
  },
  {
    name: 'contention',
    share: 1,
    weight: 'bearable',
    apply: (fixture, random) =>
      injectFault(fixture, {
        action: changing,
        fault: random.pick([
          { kind: 'refusal', code: 'ResourceContention', message: 'A pending update.', status: 500 },
          { kind: 'refusal', code: 'ScalingActivityInProgress', message: 'An activity is under way.' },
        ] as const),
        times: Math.ceil(random.between(0, 4)),
        chance: 0.5,
      }),
  },
  {
    name: 'an outage',
    share: 0.5,
    weight: 'heavy',
    apply: (fixture, random) => {
      fixture.account.faults.inject({
        action: '*',
        fault: { kind: 'refusal', code: 'ServiceUnavailable', message: 'Gone.', status: 503 },
      })
      const seconds = Math.ceil(random.between(20, 400))
      fixture.account.timeline.after(seconds, () => fixture.account.faults.clear())
      return `no call is answered for ${seconds} s`
    },
  },
  {
    name: 'lost permissions',
    share: 0.5,
    weight: 'heavy',
    apply: (fixture, random) => {
      const action = random.pick([
        'autoscaling:UpdateAutoScalingGroup',
        'autoscaling:TerminateInstanceInAutoScalingGroup',
        'autoscaling:SuspendProcesses',
        'autoscaling:ResumeProcesses',
        'autoscaling:CreateOrUpdateTags',
        'autoscaling:DeleteTags',
        'elasticloadbalancing:DescribeTargetHealth',
      ])
      fixture.account.faults.deny(action)
      return `${action} is denied from now on`
    },
  },
  {
    name: 'stale reads',
    share: 2,
    weight: 'bearable',
    apply: (fixture, random) => {
      fixture.account.behaviour.staleSeconds = Math.ceil(random.between(0, 12))
      return `answers may be ${fixture.account.behaviour.staleSeconds} s old`
    },
  },
]

/** A call without an answer, which ends only at the caller's timeout; drawn with the rare properties of a fleet. */
export const SILENCE: Fault = {
  name: 'an answer that never comes',
  share: 0,
  weight: 'bearable',
  apply: (fixture, random) =>
    injectFault(fixture, {
      action: random.pick(ANY_CALL),
      fault: { kind: 'silence' },
      effect: random.pick(['done', 'not done']),
      times: Math.ceil(random.between(0, 3)),
      chance: random.pick([1, 0.4]),
    }),
}
