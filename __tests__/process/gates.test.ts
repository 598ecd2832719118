/** Gates and alarms over the wire: the bundle in a process, CloudWatch as the SDK speaks to it. */
import { addGroup, type BuiltGroup } from '../../simulator/scenario.ts'
import { instanceIdsNow } from '../../testing/launch-state.ts'
import { annotations, fixture, type JobFixture, settings } from './fixture.ts'

const OLD = 5
const ALARM = 'web-5xx'
const GATES = { checkpoints: '1', bake: '2', alarms: ALARM }

interface Scene extends JobFixture {
  readonly group: BuiltGroup
  readonly before: object
}

/** A group whose next image is good or bad, and an alarm of each kind: one that counts errors, and a composite one of it. */
async function scene(image: 'good' | 'bad', region = 'eu-west-1'): Promise<Scene> {
  const built: BuiltGroup[] = []
  const set = await fixture(
    (account) => {
      const group = addGroup(account, { name: 'web', size: OLD, launch: 'template-default', balancers: ['target-group'], outdated: true }) // prettier-ignore
      const { operations } = account.cloudWatch
      operations.PutMetricAlarm({ AlarmName: ALARM, MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
      operations.SetAlarmState({ AlarmName: ALARM, StateValue: 'OK', StateReason: 'Threshold not crossed' })
      operations.PutCompositeAlarm({ AlarmName: 'web', AlarmRule: `ALARM("${ALARM}")` })
      if (image === 'bad') {
        account.behaviour.badImages.add(group.newImageId)
        account.behaviour.badAlarms.set(ALARM, 20)
      }
      built.push(group)
    },
    { region },
  )
  return { ...set, group: built[0] as BuiltGroup, before: settings(set.account, 'web') }
}

const launched = ({ account, group }: Scene): number =>
  account.ledger.launches('web').filter((id) => !group.instanceIds.includes(id)).length

function expectOldOnes({ account, group }: Scene): void {
  expect(instanceIdsNow(account, 'web').toSorted()).toEqual(group.instanceIds.toSorted())
  expect(account.ledger.lowestReady('web')).toBe(OLD)
}

/** The requests for alarms, as they came over HTTP. */
const asked = ({ account }: Scene): readonly object[] =>
  account.ledger.entries.filter(({ operation }) => operation === 'DescribeAlarms').map(({ input }) => input)

describe('the bundle, with gates', () => {
  it.each([
    { name: 'an alarm of a metric', alarms: ALARM, region: 'eu-west-1' },
    { name: 'a composite alarm in another region, by its ARN', alarms: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:web', region: 'us-east-1' }, // prettier-ignore
  ])('takes a bad image back by itself, by $name', async ({ alarms, region }) => {
    const set = await scene('bad', region)
    const rolled = await set.job.run({ inputs: { mode: 'respawn', 'auto-scaling-groups': 'web', surge: '3', ...GATES, alarms } }) // prettier-ignore
    expect(rolled.exitCode).toBe(1)
    expect(annotations(rolled.log).join('\n')).toMatch(/is in ALARM since .*#alarmsV2:alarm\/web/)
    expect(rolled.log).toContain(`${region}.console.aws.amazon.com`)
    expect(launched(set)).toBe(1)
    expectOldOnes(set)
    const [first] = asked(set)
    expect(first).toMatchObject({
      AlarmNames: [alarms.split(':').at(-1)],
      AlarmTypes: ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'],
    })
  })

  it('ends at a gate that is passed by hand, and goes on in a release', async () => {
    const set = await scene('good')
    const inputs = { 'auto-scaling-groups': 'web', promote: 'by-hand', ...GATES }
    const gated = await set.job.run({ inputs: { mode: 'respawn', surge: '2', ...inputs } })
    expect(gated.exitCode).toBe(0)
    expect(JSON.parse(gated.outputs['result'] ?? '{}')).toMatchObject({ groups: [{ status: 'gated', replaced: [] }] })
    expect(launched(set)).toBe(1)
    expect((await set.job.run({ inputs: { mode: 'respawn', surge: '2', ...inputs }, state: gated.state })).exitCode).toBe(0) // prettier-ignore
    const other = await set.job.run({ inputs: { mode: 'respawn', 'auto-scaling-groups': 'web' }, runId: '1001' })
    expect(other.exitCode).toBe(1)
    expect(annotations(other.log).join('\n')).toContain('mode: release')
    expect(launched(set)).toBe(1)
    const released = await set.job.run({ inputs: { mode: 'release', ...inputs }, runId: '1002' })
    expect(released.exitCode).toBe(0)
    expect(JSON.parse(released.outputs['result'] ?? '{}')).toMatchObject({ groups: [{ status: 'rolled' }] })
    expect(launched(set)).toBe(OLD)
    expect(set.account.ledger.lowestReady('web')).toBe(OLD)
    expect(settings(set.account, 'web')).toEqual(set.before)
  })
})
