import { readAlarms } from '../../../src/aws/observe/alarms.ts'
import { targetGroupsByArn } from '../../../src/aws/preflight/target-groups.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { Random } from '../../../simulator/random.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const names = ['one', 'two', 'three', 'four', 'five', 'six']

/** An account whose pages come short: the first draws give pages of a few items. */
const account = (): SimulatedAccount => new SimulatedAccount({ behaviour: { shortPages: new Random(3) } })

describe('a page that is short although more follows loses nothing', () => {
  it('of alarms: one that was missed would not stop a roll', async () => {
    const short = account()
    for (const name of names)
      short.cloudWatch.operations.PutMetricAlarm({
        AlarmName: name,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        Threshold: 1,
      })
    short.cloudWatch.operations.SetAlarmState({ AlarmName: 'two', StateValue: 'ALARM', StateReason: 'too many errors' })
    const found = await readAlarms(simulatedConnection(short), names)
    expect(found.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    expect(found.find(({ state }) => state === 'ALARM')?.name).toBe('two')
    expect(calls(short, 'DescribeAlarms')).toBeGreaterThan(1)
  })

  it('of target groups', async () => {
    const short = account()
    const arns = names.map((Name) => {
      const { TargetGroups } = short.balancers.v2.operations.CreateTargetGroup({ Name, Protocol: 'HTTP', Port: 80, VpcId: vpcOf(short) }) // prettier-ignore
      return TargetGroups?.[0]?.TargetGroupArn ?? ''
    })
    const found = await targetGroupsByArn(simulatedConnection(short), arns)
    expect(found.map(({ TargetGroupArn = '' }) => TargetGroupArn).toSorted()).toEqual(arns.toSorted())
    expect(calls(short, 'DescribeTargetGroups')).toBeGreaterThan(1)
  })
})

const vpcOf = ({ ec2 }: SimulatedAccount): string => ec2.operations.DescribeVpcs({}).Vpcs?.[0]?.VpcId ?? ''

const calls = ({ ledger }: SimulatedAccount, name: string): number =>
  ledger.entries.filter(({ operation }) => operation === name).length
