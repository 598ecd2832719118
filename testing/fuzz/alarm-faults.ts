/** CloudWatch alarms that watch a roll: they stay OK, are raised for a while, or cannot be read. */
import { Random } from '../../simulator/random.ts'
import type { ExternalFault } from './external-faults.ts'
import type { Fixture } from './fixture.ts'
import { ALARM } from './gates.ts'
import { addToTrace } from './trace.ts'

/** A source of its own, so that all other seeds keep their faults. */
const APART = 0xa1a4a

const ASKS = 'cloudwatch:DescribeAlarms'

/** A roll looks at least once in so many seconds, unless AWS is throttled or does not answer. */
const NOTICED_SECONDS = 120

const set = ({ account }: Fixture, StateValue: 'OK' | 'ALARM'): void =>
  void account.cloudWatch.operations.SetAlarmState({ AlarmName: ALARM, StateValue, StateReason: 'drawn' })

/** The new image serves, and raises the alarm once it has done so for a while. */
function badImage({ account, group }: Fixture, seconds: number): ExternalFault {
  account.behaviour.badImages.add(group.newImageId)
  account.behaviour.badAlarms.set(ALARM, seconds)
  const name = `the alarm is raised ${seconds} s after a new instance serves`
  return { name, share: 1, weight: 'heavy', apply: () => name, owed: () => [], end: () => [] }
}

/** Whether AWS has answered none of the questions for alarms in a time, as in an outage: what was raised then, and is OK since, no roll can know. */
function isUnanswered(
  { account }: Fixture,
  { from, seconds }: { readonly from: number; readonly seconds: number },
): boolean {
  const asked = account.ledger.entries.filter(
    ({ operation, at }) => operation === 'DescribeAlarms' && at >= from && at <= from + seconds,
  )
  return asked.length > 0 && asked.every(({ outcome }) => outcome !== 'ok')
}

/** Makes the alarm of a seed that has one, and draws what becomes of it. */
export function applyAlarms(fixture: Fixture, seed: number): readonly ExternalFault[] {
  const { account, plan } = fixture
  if (plan.inputs['alarms'] === undefined) return []
  account.cloudWatch.operations.PutMetricAlarm({ AlarmName: ALARM, MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  set(fixture, 'OK')
  const random = new Random(seed ^ APART)
  const fate = random.pick(['stays', 'is raised', 'is raised', 'cannot be read', 'follows the new image'] as const)
  const from = random.between(5, 250)
  const seconds = random.pick([20, 200, 400, 2000])
  if (fate === 'stays') return []
  if (fate === 'follows the new image') return [badImage(fixture, random.pick([0, 20, 60]))]
  let isRolledOn = false
  const raisedAt = account.timeline.now + from
  account.timeline.after(from, () => {
    addToTrace(fixture, `the alarm ${fate} for ${seconds} s`)
    if (fate === 'is raised') set(fixture, 'ALARM')
    else account.faults.deny(ASKS)
    if (fate === 'is raised' && seconds > NOTICED_SECONDS)
      account.timeline.after(NOTICED_SECONDS, () => (isRolledOn = fixture.isRolling))
  })
  const end = (): readonly string[] => {
    set(fixture, 'OK')
    account.faults.allow(ASKS)
    return []
  }
  account.timeline.after(from + seconds, end)
  return [
    {
      name: `the alarm ${fate}`,
      share: 1,
      weight: 'heavy',
      apply: () => `the alarm ${fate}`,
      owed: (_, first) =>
        isRolledOn && !first.failed && !isUnanswered(fixture, { from: raisedAt, seconds })
          ? ['the roll ended green though its alarm was raised']
          : [],
      end,
    },
  ]
}
