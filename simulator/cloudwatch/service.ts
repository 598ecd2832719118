import type {
  CompositeAlarm,
  DeleteAlarmsInput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  GetMetricDataInput,
  GetMetricDataOutput,
  LogAlarm,
  MetricAlarm,
  PutCompositeAlarmInput,
  PutLogAlarmInput,
  PutMetricAlarmInput,
  SetAlarmStateInput,
  StateValue,
} from '@aws-sdk/client-cloudwatch'
import type { Service, ServiceContext } from '../interfaces.ts'
import { ServiceFault, validationError } from '../fault.ts'
import type { Load } from '../load.ts'
import { pageLength } from '../page-length.ts'
import { alarmRule } from './alarm-rule.ts'
import { evaluate } from './evaluate.ts'
import { metricData, type MetricValues } from './metric-data.ts'
import { Metrics, type Serving } from './metrics.ts'

/** What alarms of every kind have; seconds since the Unix epoch. */
interface AlarmState {
  readonly value: StateValue
  readonly reason: string
  /** When it was set last, also to what it was, and when it became another. */
  readonly updatedAt: number
  readonly changedAt: number
}

type Settings =
  | { readonly kind: 'MetricAlarm'; readonly input: Omit<PutMetricAlarmInput, 'Tags'> }
  | { readonly kind: 'CompositeAlarm'; readonly input: Omit<PutCompositeAlarmInput, 'Tags'> }
  | { readonly kind: 'LogAlarm'; readonly input: Omit<PutLogAlarmInput, 'Tags'> }

type StoredAlarm = Settings & {
  readonly state: AlarmState
  readonly configuredAt: number
  /** The last value of its metric that it saw. */
  readonly newest?: number | undefined
}

/** An alarm asks for a scaling policy. */
export interface ScalingAction {
  readonly policyArn: string
  readonly alarm: string
  /** The last value of its metric; undefined where none is known. */
  readonly value: number | undefined
  readonly threshold: number
}

/**
 * CloudWatch's alarms. The state of a metric alarm follows the load on its group where one was set, minute by minute; else that of a metric
 * or log alarm is what SetAlarmState made it, or follows the instances of `behaviour.badImages` that serve. A composite alarm has the
 * state that its rule gives. Scaling policies are asked for when the state changes and again each minute while it stays, as CloudWatch
 * does with these actions alone.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
 */
export class CloudWatchService implements Service {
  readonly sdkId = 'CloudWatch'
  /** The instances that serve, with their images; an account sets it. */
  serving: () => readonly { readonly id: string; readonly imageId: string }[] = () => []
  /** How a group serves its load; an account sets it. */
  groupServing: (group: string) => Serving = () => ({ ready: 0, targetGroups: [] })
  /** Metrics that follow from requests; an account sets it. */
  trafficValues: MetricValues = () => undefined
  /** Carries out a scaling policy; an account sets it. */
  onScalingAction: (action: ScalingAction) => void = () => undefined
  readonly #metrics: Metrics
  readonly #context: ServiceContext
  readonly #alarms = new Map<string, StoredAlarm>()
  /** By alarm: whether it has bad instances to tell of, and since when. */
  readonly #bad = new Map<string, { readonly are: boolean; readonly since: number }>()

  constructor(context: ServiceContext) {
    this.#context = context
    this.#metrics = new Metrics(context.timeline, {
      serving: (group) => this.groupServing(group),
      onMinute: () => this.minute(),
    })
    // An alarm is raised when it is due, and not when it is asked for.
    context.timeline.onMoment(() => {
      if (context.behaviour.badAlarms.size > 0) this.#evaluate()
    })
  }

  /** From now on a group gets these requests; undefined takes the load away, and nothing more is measured. */
  setLoad(group: string, load: Load | undefined): void {
    this.#metrics.setLoad(group, load)
  }

  /** An alarm that Auto Scaling makes for a policy. */
  putMetricAlarm(input: PutMetricAlarmInput): void {
    this.operations.PutMetricAlarm(input)
  }

  deleteAlarms(names: readonly string[]): void {
    this.operations.DeleteAlarms({ AlarmNames: [...names] })
  }

  /** A minute is over: alarms look at their metrics. Every alarm has its new state before the first policy is asked for. */
  minute(): void {
    const evaluated: string[] = []
    for (const [name, alarm] of this.#alarms) {
      if (alarm.kind !== 'MetricAlarm') continue
      const verdict = evaluate(alarm.input, this.#now, (span) => this.#values(alarm.input, span))
      if (verdict === undefined) continue
      const { value = alarm.state.value, newest } = verdict
      this.#become(name, { value, reason: `Threshold ${value === 'ALARM' ? '' : 'not '}crossed`, at: this.#now })
      this.#alarms.set(name, { ...(this.#alarms.get(name) ?? alarm), newest })
      evaluated.push(name)
    }
    for (const name of evaluated) this.#act(name)
  }

  readonly #values: MetricValues = (metric, span) =>
    this.#metrics.values(metric, span) ?? this.trafficValues(metric, span)

  /** Composite alarms cannot ask for scaling policies. */
  #act(name: string): void {
    const alarm = this.#alarms.get(name)
    if (alarm?.kind !== 'MetricAlarm' || alarm.input.ActionsEnabled === false) return
    const { AlarmActions, OKActions, InsufficientDataActions, Threshold: threshold = 0 } = alarm.input
    const actions = { ALARM: AlarmActions, OK: OKActions, INSUFFICIENT_DATA: InsufficientDataActions }
    for (const policyArn of actions[alarm.state.value] ?? [])
      if (policyArn.includes(':scalingPolicy:'))
        this.onScalingAction({ policyArn, alarm: name, value: alarm.newest, threshold })
  }

  readonly operations = {
    PutMetricAlarm: ({ Tags: _tags, ...input }: PutMetricAlarmInput): object =>
      this.#put({ kind: 'MetricAlarm', input }),
    PutCompositeAlarm: ({ Tags: _tags, ...input }: PutCompositeAlarmInput): object => {
      alarmRule(input.AlarmRule ?? '')
      return this.#put({ kind: 'CompositeAlarm', input })
    },
    PutLogAlarm: ({ Tags: _tags, ...input }: PutLogAlarmInput): object => this.#put({ kind: 'LogAlarm', input }),
    DescribeAlarms: (input: DescribeAlarmsInput): DescribeAlarmsOutput => this.#describe(input),
    GetMetricData: (input: GetMetricDataInput): GetMetricDataOutput => metricData(input, this.#values),
    SetAlarmState: (input: SetAlarmStateInput): object => this.#setState(input),
    DeleteAlarms: ({ AlarmNames = [] }: DeleteAlarmsInput): object => {
      for (const name of AlarmNames) this.#alarms.delete(name)
      return {}
    },
  }

  /** The state of an alarm; undefined where there is none of that name. */
  stateOf(name: string): string | undefined {
    this.#evaluate()
    return this.#alarms.get(name)?.state.value
  }

  get #now(): number {
    return this.#context.timeline.now
  }

  #put(settings: Settings): object {
    const { AlarmName: name = '' } = settings.input
    const before = this.#alarms.get(name)
    // An update keeps the state; a new alarm knows nothing yet.
    const unknown = { value: 'INSUFFICIENT_DATA', reason: 'Unchecked: Initial alarm creation', updatedAt: this.#now, changedAt: this.#now } as const // prettier-ignore
    this.#alarms.set(name, { ...settings, state: before?.state ?? unknown, configuredAt: this.#now })
    return {}
  }

  #setState({ AlarmName = '', StateValue: value = 'OK', StateReason: reason = '' }: SetAlarmStateInput): object {
    const alarm = this.#alarms.get(AlarmName)
    if (alarm === undefined) throw new ServiceFault('ResourceNotFound', '', 404)
    this.#become(AlarmName, { value, reason, at: this.#now })
    if (value !== alarm.state.value) this.#act(AlarmName)
    return {}
  }

  #become(name: string, { value, reason, at }: Pick<AlarmState, 'value' | 'reason'> & { readonly at: number }): void {
    const alarm = this.#alarms.get(name)
    if (alarm === undefined) return
    const changedAt = value === alarm.state.value ? alarm.state.changedAt : at
    this.#alarms.set(name, { ...alarm, state: { value, reason, updatedAt: at, changedAt } })
  }

  /** Alarms that follow bad instances first, then those that follow other alarms; three rounds reach composites of composites. */
  #evaluate(): void {
    const { badImages, badAlarms } = this.#context.behaviour
    const serving = badAlarms.size === 0 ? [] : this.serving()
    const bad = serving.filter(({ imageId }) => badImages.has(imageId)).length
    for (const [name, settings] of badAlarms) {
      const { seconds, share } = typeof settings === 'number' ? { seconds: settings, share: 0 } : settings
      const are = bad > 0 && bad >= share * serving.length
      const before = this.#bad.get(name)
      const now = before?.are === are ? before : { are, since: this.#now }
      this.#bad.set(name, now)
      if (are && now !== before) this.#context.timeline.after(seconds, () => this.#evaluate())
      if (!are || this.#now - now.since >= seconds)
        this.#follow(name, are ? 'ALARM' : 'OK', are ? 'Threshold Crossed: bad requests' : 'Threshold not crossed')
    }
    for (let round = 0; round < 3; round++)
      for (const [name, { kind, input }] of this.#alarms)
        if (kind === 'CompositeAlarm') {
          const raised = alarmRule(input.AlarmRule ?? '')((other) => this.#alarms.get(other)?.state.value)
          this.#follow(name, raised ? 'ALARM' : 'OK', `The rule is ${raised}`)
        }
  }

  #follow(name: string, value: StateValue, reason: string): void {
    if (this.#alarms.get(name)?.state.value !== value) this.#become(name, { value, reason, at: this.#now })
  }

  #describe(input: DescribeAlarmsInput): DescribeAlarmsOutput {
    const { AlarmNames, AlarmNamePrefix, StateValue: wanted, MaxRecords = 50, NextToken } = input
    // Without AlarmTypes only metric alarms are given.
    const { AlarmTypes: types = ['MetricAlarm'] } = input
    if (AlarmNames !== undefined && AlarmNamePrefix !== undefined)
      throw validationError('AlarmNames and AlarmNamePrefix cannot both be given.') // unsourced text
    this.#evaluate()
    const names = AlarmNames === undefined || AlarmNames.length === 0 ? undefined : new Set(AlarmNames)
    const found = [...this.#alarms]
      .filter(([name, { kind }]) => (names?.has(name) ?? true) && types.includes(kind))
      .filter(([name]) => name.startsWith(AlarmNamePrefix ?? ''))
      .filter(([, { state }]) => wanted === undefined || state.value === wanted)
      .sort(([one], [other]) => (one < other ? -1 : 1))
    const from = pageStart(NextToken)
    const length = pageLength(this.#context.behaviour, Math.min(MaxRecords, Math.max(0, found.length - from)))
    const page = found.slice(from, from + length).map(([, alarm]) => alarm)
    const end = from + page.length
    const of = <Kind extends StoredAlarm['kind']>(kind: Kind): object[] =>
      page.flatMap((alarm) => (alarm.kind === kind ? [this.#described(alarm)] : []))
    return {
      MetricAlarms: of('MetricAlarm') as MetricAlarm[],
      CompositeAlarms: of('CompositeAlarm') as CompositeAlarm[],
      LogAlarms: of('LogAlarm') as LogAlarm[],
      ...(end < found.length ? { NextToken: `page-${end}` } : {}),
    }
  }

  #described({ kind, input, state, configuredAt }: StoredAlarm): object {
    const { region, account } = this.#context
    return {
      StateValue: state.value,
      StateReason: state.reason,
      StateUpdatedTimestamp: new Date(state.updatedAt * 1000),
      StateTransitionedTimestamp: new Date(state.changedAt * 1000),
      ActionsEnabled: true,
      OKActions: [],
      AlarmActions: [],
      InsufficientDataActions: [],
      ...(kind === 'MetricAlarm' && { Dimensions: [] }),
      ...input,
      AlarmArn: `arn:aws:cloudwatch:${region}:${account}:alarm:${input.AlarmName}`,
      AlarmConfigurationUpdatedTimestamp: new Date(configuredAt * 1000),
    }
  }
}

const pageStart = (token: string | undefined): number => {
  if (token === undefined) return 0
  const match = /^page-(\d+)$/.exec(token)
  if (match === null) throw new ServiceFault('InvalidNextToken', 'The next token specified is invalid.')
  return Number(match[1])
}
