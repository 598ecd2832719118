/** An alarm and its namesake: CloudWatch is asked in the region of the groups. Without the shortcut, so that hosts are told apart. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { twoRegions } from '../two-regions.ts'
import { type Inputs, oldLeft, type Rolled, run, type Scene, scene } from './fixture.ts'

const OLD = 3
const CANARY = { 'aws-region': 'eu-west-1', surge: '3', checkpoints: '1', bake: '2' }

function putAlarm({ cloudWatch }: SimulatedAccount, AlarmName: string): void {
  cloudWatch.operations.PutMetricAlarm({ AlarmName, MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  cloudWatch.operations.SetAlarmState({ AlarmName, StateValue: 'OK', StateReason: 'Threshold not crossed' })
}

/** A group in Ireland whose new image raises an alarm there, and an alarm of the same name in Virginia, which stays OK. */
function twoAlarms() {
  const ireland = scene({ size: OLD, launch: 'template-default' })
  const virginia = new SimulatedAccount({ region: 'us-east-1', seed: 2 })
  putAlarm(ireland.account, 'web-5xx')
  for (const name of ['web-5xx', 'only-there']) putAlarm(virginia, name)
  ireland.account.behaviour.badImages.add(ireland.group.newImageId)
  ireland.account.behaviour.badAlarms.set('web-5xx', 20)
  const both: Scene = { ...ireland, account: twoRegions(ireland.account, virginia) }
  return { ireland, virginia, roll: (inputs: Inputs): Promise<Rolled> => run(both, { ...CANARY, ...inputs }) }
}

test('one that exists in another region alone is refused', async () => {
  const { ireland, roll } = twoAlarms()
  const refused = await roll({ alarms: 'web-5xx\nonly-there' })
  expect(refused.reported).toContain('the alarm only-there does not exist in eu-west-1')
  expect(ireland.account.ledger.changes()).toEqual([])
})

test('one of the same name elsewhere says nothing', async () => {
  const { ireland, virginia, roll } = twoAlarms()
  const rolled = await roll({ alarms: 'web-5xx' })
  expect(rolled.result.status).toBe('halted')
  expect(oldLeft(ireland)).toHaveLength(OLD)
  expect(virginia.ledger.entries).toEqual([])
})
