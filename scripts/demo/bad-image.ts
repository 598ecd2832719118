import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { settings } from './account.ts'

/** The alarm that a bad image raises. */
const ALARM = 'shop-5xx'

/** An account whose group is about to launch an image that serves, and raises an alarm. */
export interface BadImage {
  readonly account: SimulatedAccount
  readonly name: string
  readonly size: number
  /** The inputs of a roll that lets one instance go first, and bakes it under the alarm. */
  readonly inputs: Readonly<Record<string, string>>
  /** A sentence for each assertion that does not hold once it has gone back. */
  readonly failures: () => readonly string[]
}

export function badImage(): BadImage {
  const account = new SimulatedAccount({ behaviour: { bootSeconds: [40, 80], balancerWarmupSeconds: [15, 30] } })
  const [name, size] = ['shop', 10]
  const group = addGroup(account, { name, size, sizes: { min: 5, max: 15 }, launch: 'template-default', balancers: ['target-group'], outdated: true }) // prettier-ignore
  const { operations } = account.cloudWatch
  operations.PutMetricAlarm({ AlarmName: ALARM, MetricName: 'Errors', Namespace: 'Shop', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  operations.SetAlarmState({ AlarmName: ALARM, StateValue: 'OK', StateReason: 'no errors' })
  account.behaviour.badImages.add(group.newImageId)
  account.behaviour.badAlarms.set(ALARM, 20)
  const before = settings(account, name)
  account.ledger.clear()
  return {
    account,
    name,
    size,
    inputs: {
      mode: 'respawn',
      'auto-scaling-groups': name,
      surge: '3',
      checkpoints: '1',
      bake: '5',
      alarms: ALARM,
    },
    failures: () => {
      const present = instanceIds(account, name)
      const now = settings(account, name)
      const checks: readonly (readonly [boolean, string])[] = [
        [group.instanceIds.every((id) => present.includes(id)), 'an old instance was replaced'],
        [present.length === size, `${present.length} instances are left of ${size}`],
        [account.ledger.launches(name).length === 1, `${account.ledger.launches(name).length} were launched`],
        [account.ledger.lowestReady(name) >= size, `only ${account.ledger.lowestReady(name)} were ready at one time`],
        [now === before, `it was ${before} and is ${now}`],
      ]
      return checks.flatMap(([holds, sentence]) => (holds ? [] : [`${name}: ${sentence}.`]))
    },
  }
}
