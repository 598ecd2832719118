import { SimulatedAccount } from '../account.ts'
import type { GroupPlan } from '../group-plan.ts'
import { addGroup } from '../scenario.ts'
import { addStandardImages } from '../standard-images.ts'
import type { TimeMode } from '../time-driver.ts'
import { makeEntrance } from './entrance.ts'
import { applyBehaviour, applyChanges, applyFaultFile, applyRoles, loadOf } from './apply.ts'
import type { GroupFile, ScenarioFile } from './file.ts'

/** What must hold of a group at every moment. */
export interface Keeps {
  /** The fewest instances that may be ready. */
  readonly ready: number
  /** The most that may be in service or on the way there; undefined where that is not bounded. */
  readonly total: number | undefined
}

/** An account as a scenario wants it, with its groups healthy. */
export interface BuiltScenario {
  readonly account: SimulatedAccount
  readonly time: TimeMode
  /** By group. */
  readonly keeps: ReadonlyMap<string, Keeps>
}

/**
 * Makes the account of a scenario. What was called to make it is not in the ledger. `now`: where the scenario names no start, in
 * seconds since the Unix epoch. Throws AWS's refusal, with the name of the group, where the scenario asks for what AWS refuses.
 */
export function buildScenario(file: ScenarioFile, now: number): BuiltScenario {
  const { region, account: id, seed, time = {} } = file
  const account = new SimulatedAccount({
    start: file.start === undefined ? now : Date.parse(file.start) / 1000,
    ...(region !== undefined && { region }),
    ...(id !== undefined && { account: id }),
    ...(seed !== undefined && { seed }),
    ...(file['availability-zones'] !== undefined && { zones: file['availability-zones'] }),
  })
  addStandardImages(account)
  const images = makeImages(account, file)
  // Groups become healthy before what is to go wrong does.
  const { 'refuse-launches': _refused, 'withhold-launches': _withheld, ...harmless } = file.behaviour ?? {}
  applyBehaviour(account, harmless)
  makeAlarms(account, file)
  for (const [name, group] of Object.entries(file.groups ?? {})) makeGroup(account, { name, group, images })
  for (const [name, entrance] of Object.entries(file.traffic ?? {})) makeEntrance(account, name, entrance)
  applyRoles(account, file.roles ?? [])
  if (file.behaviour !== undefined) applyBehaviour(account, file.behaviour)
  for (const fault of file.faults ?? []) applyFaultFile(account, fault)
  if (file.throttling === true) account.faults.throttle()
  for (const { at, ...changes } of file.events ?? []) account.timeline.after(at, () => applyChanges(account, changes))
  account.ledger.clear()
  return {
    account,
    time:
      time.virtual === true
        ? { kind: 'virtual', latencySeconds: time.latency ?? 0.1 }
        : { kind: 'real', speed: time.speed ?? 1 },
    keeps: new Map(Object.entries(file.groups ?? {}).map(([name, { size = 2, keeps = {} }]) => [name, { ready: keeps.ready ?? size, total: keeps.total }])), // prettier-ignore
  }
}

type Images = ReadonlyMap<string, string>

function makeImages({ ec2, ssm, behaviour }: SimulatedAccount, { images = [] }: ScenarioFile): Images {
  const ids = new Map<string, string>()
  for (const { name, created, architecture, is, parameter } of images) {
    const id = ec2.seedImage({
      name,
      ...(created !== undefined && { creationDate: new Date(created) }),
      ...(architecture !== undefined && { architecture }),
    })
    ids.set(name, id)
    if (is === 'sick') behaviour.sickImages.add(id)
    if (is === 'impaired') behaviour.impairedImages.add(id)
    if (is === 'bad') behaviour.badImages.add(id)
    if (parameter !== undefined) ssm.publish(parameter, id)
  }
  return ids
}

function makeAlarms({ cloudWatch, behaviour }: SimulatedAccount, { alarms = {} }: ScenarioFile): void {
  const usual = { Namespace: 'Scenario', MetricName: 'Errors', ComparisonOperator: 'GreaterThanThreshold', Threshold: 0, EvaluationPeriods: 1, Period: 60, Statistic: 'Sum' } as const // prettier-ignore
  for (const [AlarmName, { state, metric, 'bad-after': seconds }] of Object.entries(alarms)) {
    cloudWatch.operations.PutMetricAlarm({ ...usual, ...metric, AlarmName })
    if (state !== undefined) cloudWatch.operations.SetAlarmState({ AlarmName, StateValue: state, StateReason: 'set by the scenario' }) // prettier-ignore
    if (seconds !== undefined) behaviour.badAlarms.set(AlarmName, seconds)
  }
}

function makeGroup(
  account: SimulatedAccount,
  { name, group, images }: { readonly name: string; readonly group: GroupFile; readonly images: Images },
): void {
  try {
    addGroup(account, planOf(name, group, images))
    const { operations } = account.autoScaling
    const AutoScalingGroupName = name
    for (const hook of group.hooks ?? []) operations.PutLifecycleHook({ ...hook, AutoScalingGroupName } as never)
    for (const policy of group.policies ?? []) operations.PutScalingPolicy({ ...policy, AutoScalingGroupName } as never)
    for (const schedule of group.schedules ?? [])
      operations.PutScheduledUpdateGroupAction({ ...withDates(schedule), AutoScalingGroupName } as never)
  } catch (error) {
    throw new Error(`groups.${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  if (group.load !== undefined) account.cloudWatch.setLoad(name, loadOf(group.load, account.timeline.now))
}

/** YAML gives moments as text. */
const withDates = (input: object): object =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, key.endsWith('Time') && typeof value === 'string' ? new Date(value) : value]),
  ) // prettier-ignore

function planOf(name: string, group: GroupFile, images: Images): GroupPlan {
  const { size = 2, min = 0, max = size + 1, launch, zones, balancers, tags, weights, settings } = group
  const old = group.image === undefined ? undefined : images.get(group.image)
  const fresh = group['newer-image'] === undefined ? undefined : images.get(group['newer-image'])
  return {
    name,
    size,
    sizes: { min, max },
    ...(launch && { launch }),
    ...(zones && { zones }),
    ...(balancers && { balancers }),
    ...(tags && { tags }),
    ...(weights && { weights }),
    ...(settings && { settings }),
    ...(group.outdated === true && { outdated: true }),
    ...(group.spot === true && { spot: true }),
    ...(group['instance-type'] !== undefined && { instanceType: group['instance-type'] }),
    ...(group['user-data'] !== undefined && { userData: group['user-data'] }),
    ...(group['warm-pool'] && { warmPool: group['warm-pool'] }),
    ...((old !== undefined || fresh !== undefined) && { images: { old, fresh } }),
  }
}
