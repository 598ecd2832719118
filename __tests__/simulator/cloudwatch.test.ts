import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup } from '../../simulator/scenario.ts'

const metric = { MetricName: 'HTTPCode_Target_5XX_Count', Namespace: 'AWS/ApplicationELB', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 } as const // prettier-ignore

function anAccount() {
  const account = new SimulatedAccount()
  const { operations } = account.cloudWatch
  for (const AlarmName of ['web-5xx', 'web-latency']) operations.PutMetricAlarm({ AlarmName, ...metric })
  const set = (AlarmName: string, StateValue: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'): void =>
    void operations.SetAlarmState({ AlarmName, StateValue, StateReason: 'tested' })
  return { account, operations, set }
}

const ALL = { AlarmTypes: ['MetricAlarm', 'CompositeAlarm', 'LogAlarm'] } as const

describe('DescribeAlarms', () => {
  test('gives metric alarms alone unless other types are asked for', () => {
    const { operations } = anAccount()
    operations.PutCompositeAlarm({ AlarmName: 'web', AlarmRule: 'ALARM("web-5xx") OR ALARM("web-latency")' })
    operations.PutLogAlarm({ AlarmName: 'web-log' } as never)
    const all = operations.DescribeAlarms({ AlarmTypes: [...ALL.AlarmTypes] })
    expect(operations.DescribeAlarms({})).toMatchObject({ CompositeAlarms: [], LogAlarms: [] })
    expect(operations.DescribeAlarms({}).MetricAlarms).toHaveLength(2)
    expect([all.CompositeAlarms, all.LogAlarms].map((alarms) => alarms?.map(({ AlarmName }) => AlarmName))).toEqual([
      ['web'],
      ['web-log'],
    ])
  })

  test('leaves unknown names out, without a word', () => {
    const { MetricAlarms = [] } = anAccount().operations.DescribeAlarms({ AlarmNames: ['web-5xx', 'gone'] })
    expect(MetricAlarms.map(({ AlarmName }) => AlarmName)).toEqual(['web-5xx'])
  })

  test('refuses names and a prefix at once', () => {
    expect(() => anAccount().operations.DescribeAlarms({ AlarmNames: ['a'], AlarmNamePrefix: 'a' })).toThrow(/both/)
  })

  test('tells when the state became another, and when it was last set', () => {
    const { account, operations, set } = anAccount()
    const at = (): readonly (number | undefined)[] => {
      const [alarm] = operations.DescribeAlarms({ AlarmNames: ['web-5xx'] }).MetricAlarms ?? []
      const times = [alarm?.StateTransitionedTimestamp, alarm?.StateUpdatedTimestamp]
      return times.map((time) => time && time.getTime() / 1000 - start)
    }
    const start = account.timeline.now
    account.timeline.advance(10)
    set('web-5xx', 'ALARM')
    account.timeline.advance(10)
    set('web-5xx', 'ALARM')
    expect(at()).toEqual([10, 20])
  })
})

describe('a composite alarm', () => {
  test.each([
    { rule: 'ALARM("web-5xx")', raised: true },
    { rule: 'ALARM(web-latency)', raised: false },
    { rule: 'NOT ALARM(web-latency) AND (OK("web-latency") OR FALSE)', raised: true },
    { rule: 'ALARM("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web-5xx") AND TRUE', raised: true },
    { rule: 'INSUFFICIENT_DATA("web-5xx")', raised: false },
    { rule: 'FALSE OR FALSE AND TRUE', raised: false },
  ])('has the state that $rule gives', ({ rule, raised }) => {
    const { operations, account, set } = anAccount()
    set('web-5xx', 'ALARM')
    set('web-latency', 'OK')
    operations.PutCompositeAlarm({ AlarmName: 'web', AlarmRule: rule })
    expect(account.cloudWatch.stateOf('web')).toBe(raised ? 'ALARM' : 'OK')
  })

  test.each(['', 'ALARM("a") AND', '(ALARM("a")', 'ALARM("a") ALARM("b")', 'ALARM a'])(
    'refuses the rule %j',
    (rule) => {
      expect(() => anAccount().operations.PutCompositeAlarm({ AlarmName: 'web', AlarmRule: rule })).toThrow(/AlarmRule/)
    },
  )
})

test('an alarm follows the share of bad instances among those that serve', () => {
  const { account } = anAccount()
  const { behaviour, cloudWatch } = account
  cloudWatch.serving = () =>
    [1, 2, 3, 4].map((number) => ({ id: `i-${number}`, imageId: number > 2 ? 'ami-bad' : 'ami-good' }))
  behaviour.badImages.add('ami-bad')
  behaviour.badAlarms.set('web-5xx', { seconds: 0, share: 0.6 })
  expect(cloudWatch.stateOf('web-5xx')).toBe('OK')
  behaviour.badAlarms.set('web-5xx', { seconds: 0, share: 0.5 })
  expect(cloudWatch.stateOf('web-5xx')).toBe('ALARM')
})

test('an alarm follows bad instances that serve, after its delay, and what follows it follows', () => {
  const { account, operations } = anAccount()
  operations.PutCompositeAlarm({ AlarmName: 'web', AlarmRule: 'ALARM("web-5xx")' })
  const group = addGroup(account, { name: 'web', size: 2, launch: 'template-latest', balancers: ['target-group'] })
  const [id = ''] = group.instanceIds
  account.behaviour.badAlarms.set('web-5xx', 20)
  expect(account.cloudWatch.stateOf('web-5xx')).toBe('OK')
  account.behaviour.badImages.add(account.ec2.machine(id)?.imageId ?? '')
  expect(account.cloudWatch.stateOf('web-5xx')).toBe('OK')
  account.timeline.advance(20)
  expect(account.cloudWatch.stateOf('web')).toBe('ALARM')
  account.behaviour.badImages.clear()
  expect(account.cloudWatch.stateOf('web')).toBe('OK')
})
