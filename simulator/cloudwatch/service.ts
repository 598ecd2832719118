import type {
  DeleteAlarmsInput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm,
  PutMetricAlarmInput,
  SetAlarmStateInput,
} from '@aws-sdk/client-cloudwatch'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault } from '../fault.ts'

/** CloudWatch's metric alarms: no metrics are kept, an alarm's state is what SetAlarmState made it. */
export class CloudWatchService implements Service {
  readonly sdkId = 'CloudWatch'
  readonly #context: ServiceContext
  readonly #alarms = new Map<string, MetricAlarm>()

  constructor(context: ServiceContext) {
    this.#context = context
  }

  readonly operations = {
    PutMetricAlarm: (input: PutMetricAlarmInput): object => this.#put(input),
    DescribeAlarms: (input: DescribeAlarmsInput): DescribeAlarmsOutput => this.#describe(input),
    SetAlarmState: (input: SetAlarmStateInput): object => this.#setState(input),
    DeleteAlarms: ({ AlarmNames = [] }: DeleteAlarmsInput): object => {
      for (const name of AlarmNames) this.#alarms.delete(name)
      return {}
    },
  }

  /** The state of an alarm; undefined where there is none of that name. */
  stateOf(name: string): string | undefined {
    return this.#alarms.get(name)?.StateValue
  }

  #put(input: PutMetricAlarmInput): object {
    const { Tags: _tags, AlarmName: name = '', ...settings } = input
    const { timeline, region, account } = this.#context
    const now = new Date(timeline.now * 1000)
    const before = this.#alarms.get(name)
    this.#alarms.set(name, {
      // An update keeps the state; a new alarm knows nothing yet.
      StateValue: before?.StateValue ?? 'INSUFFICIENT_DATA',
      StateReason: before?.StateReason ?? 'Unchecked: Initial alarm creation',
      StateUpdatedTimestamp: before?.StateUpdatedTimestamp ?? now,
      ActionsEnabled: true,
      OKActions: [],
      AlarmActions: [],
      InsufficientDataActions: [],
      Dimensions: [],
      ...settings,
      AlarmName: name,
      AlarmArn: `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
      AlarmConfigurationUpdatedTimestamp: now,
    })
    return {}
  }

  #setState({ AlarmName = '', StateValue, StateReason }: SetAlarmStateInput): object {
    const alarm = this.#alarms.get(AlarmName)
    if (alarm === undefined) throw new ServiceFault('ResourceNotFound', '', 404)
    const StateUpdatedTimestamp = new Date(this.#context.timeline.now * 1000)
    this.#alarms.set(AlarmName, { ...alarm, StateValue, StateReason, StateUpdatedTimestamp })
    return {}
  }

  #describe(input: DescribeAlarmsInput): DescribeAlarmsOutput {
    const { AlarmNames, AlarmNamePrefix, StateValue, AlarmTypes, MaxRecords = 50, NextToken } = input
    // Without AlarmTypes only metric alarms are given; there are no others here.
    if (AlarmTypes !== undefined && AlarmTypes.length > 0 && !AlarmTypes.includes('MetricAlarm')) {
      return { MetricAlarms: [], CompositeAlarms: [] }
    }
    const names = AlarmNames === undefined || AlarmNames.length === 0 ? undefined : new Set(AlarmNames)
    const found = [...this.#alarms.values()]
      .filter(({ AlarmName = '' }) => names?.has(AlarmName) ?? true)
      .filter(({ AlarmName = '' }) => AlarmName.startsWith(AlarmNamePrefix ?? ''))
      .filter((alarm) => StateValue === undefined || alarm.StateValue === StateValue)
      .sort((one, other) => ((one.AlarmName ?? '') < (other.AlarmName ?? '') ? -1 : 1))
    const from = pageStart(NextToken)
    const page = found.slice(from, from + MaxRecords)
    const end = from + page.length
    return { MetricAlarms: page, CompositeAlarms: [], ...(end < found.length ? { NextToken: `page-${end}` } : {}) }
  }
}

const pageStart = (token: string | undefined): number => {
  if (token === undefined) return 0
  const match = /^page-(\d+)$/.exec(token)
  if (match === null) throw new ServiceFault('InvalidNextToken', 'The next token specified is invalid.')
  return Number(match[1])
}
