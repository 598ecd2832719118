/** The fixture of a crash walk: an account with one group, right before the run that crashes. */
import { isMode, modes } from '../../src/inputs/modes.ts'
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import type { CallObserver } from '../../simulator/ledger.ts'
import { Recorder } from '../oracles/change-recorder.ts'
import { TurnWatch } from '../oracles/turn-watch.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { ALARM } from './gates.ts'
import { type RunActionOptions, type ActionRun, runAction } from '../run-action.ts'
import type { FleetCase } from './cases.ts'
import type { WalkInputs, CrashMode } from './crash-modes.ts'
import { type SourceNow, sourceNow } from './crash-source.ts'

export const GROUP = 'web'
/** The group in the wave before, where there is one. */
export const EARLIER = 'canary'

/** Longer than a lease lasts without renewal. */
export const EXPIRED_LEASE_SECONDS = 330

/** One row of the walked modes, and the fleet that it is applied to. */
export interface Walk {
  readonly mode: CrashMode
  readonly fleet: FleetCase
}

export interface CrashFixture extends Walk {
  readonly account: SimulatedAccount
  readonly recorder: Recorder
  /** The state that a restore must bring back. */
  readonly begin: CapacitySnapshot
  /** The state right before the run; `begin` may be earlier. */
  readonly prepared: CapacitySnapshot
  /** What happens to the group in the wave before. */
  readonly earlier?: EarlierGroup | undefined
  /** Where groups did not keep their turns. */
  readonly turnBreaches: string[]
  readonly source: SourceNow
  /** The image of the launch source to which the walked run rolls, where it is outdated. */
  readonly newImageId: string
  /** The instances to replace. */
  readonly old: readonly string[]
  /** All instances launched before the run. */
  readonly known: readonly string[]
  /** The number of calls before the run. */
  readonly callsBefore: number
}

/** The group in the wave before that of the walked one. */
export interface EarlierGroup {
  readonly recorder: Recorder
  readonly begin: CapacitySnapshot
  readonly old: readonly string[]
}

/** Runs all steps before the walked run; a step that is to leave a dead run crashes at its `middle` call. */
export async function setUpCrashFixture({ mode, fleet }: Walk, middle: number | undefined): Promise<CrashFixture> {
  const { size, launch, balancers, sizes } = fleet
  // Short times, so that a walk has few reads and many decisions.
  const account = new SimulatedAccount({
    behaviour: { bootSeconds: 11, balancerWarmupSeconds: 4, shutdownSeconds: 7, statusCheckSeconds: 9 },
  })
  const group = addGroup(account, {
    name: GROUP,
    size,
    launch,
    balancers,
    sizes: sizes === 'tight' ? { min: size, max: size } : { min: 0, max: size + 1 },
    tags: { Name: 'web', Owner: 'ops' },
    ...mode.group,
  })
  const earlier = mode.earlier && addGroup(account, { name: EARLIER, ...mode.earlier })
  if (mode.scales) account.autoScaling.operations.PutScalingPolicy({ AutoScalingGroupName: GROUP, PolicyName: 'cpu', AdjustmentType: 'ChangeInCapacity', ScalingAdjustment: 1 }) // prettier-ignore
  account.behaviour.launchConfigurations = mode.refusesConfigurations !== true
  if (mode.failsGate) raiseAlarm(account, group.newImageId)
  account.ledger.clear()
  const first = new Recorder(account, GROUP)
  const begin = first.snapshot()
  const { steps = [], leaves = 'nothing' } = mode.before ?? {}
  for (const inputs of steps) {
    const crash = leaves === 'a dead run' && middle !== undefined ? { when: 'after' as const, call: middle } : undefined
    const run = await runAction(account, {
      inputs: inputsFor(fleet, inputs),
      runId: '500',
      ...(crash && { process: { crash } }),
    })
    if (run.failed && !run.died) throw new Error(`${mode.name}: a step before it fails`)
  }
  if (leaves === 'nothing') account.ledger.clear()
  else account.timeline.advance(EXPIRED_LEASE_SECONDS)
  const recorder = leaves === 'nothing' ? new Recorder(account, GROUP) : first
  const prepared = recorder.snapshot()
  const beside = earlier && new Recorder(account, EARLIER)
  if (beside !== undefined) account.ledger.recorder = both(recorder, beside)
  return {
    mode,
    fleet,
    account,
    recorder,
    begin: leaves === 'nothing' ? prepared : begin,
    prepared,
    earlier: beside && { recorder: beside, begin: beside.snapshot(), old: instanceIds(account, EARLIER) },
    turnBreaches: [],
    source: sourceNow(account, GROUP),
    newImageId: group.newImageId,
    old: leaves === 'nothing' ? instanceIds(account, GROUP) : group.instanceIds,
    known: launched(account),
    callsBefore: account.ledger.entries.length,
  }
}

const both = (one: CallObserver, other: CallObserver): CallObserver => ({
  before: (call) => {
    one.before(call)
    other.before(call)
  },
  after: (call, outcome) => {
    one.after(call, outcome)
    other.after(call, outcome)
  },
})

/** The new image serves, and raises the alarm that watches the roll while it does. */
function raiseAlarm({ cloudWatch, behaviour }: SimulatedAccount, imageId: string): void {
  cloudWatch.operations.PutMetricAlarm({ AlarmName: ALARM, MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  cloudWatch.operations.SetAlarmState({ AlarmName: ALARM, StateValue: 'OK', StateReason: 'no bad instance serves' })
  behaviour.badImages.add(imageId)
  behaviour.badAlarms.set(ALARM, 3)
}

/** The call of the step before at which half of its changes are made; undefined where that step does not crash. */
export async function middleOf({ mode, fleet }: Walk): Promise<number | undefined> {
  if (mode.before?.leaves !== 'a dead run') return undefined
  const { before: _, ...alone } = mode
  const fixture = await setUpCrashFixture({ mode: alone, fleet }, undefined)
  for (const inputs of mode.before.steps) await play(fixture, { inputs: inputsFor(fleet, inputs) })
  const changes = fixture.account.ledger.entries.flatMap(({ changes: is }, index) => (is ? [index + 1] : []))
  return changes[Math.floor(changes.length / 2)]
}

/** Runs one step in the fixture: the walked mode, unless other inputs are given. */
export async function play(fixture: CrashFixture, step: Partial<RunActionOptions>): Promise<ActionRun> {
  const { account, mode, fleet, earlier, old, turnBreaches } = fixture
  const inputs = step.inputs ?? inputsFor(fleet, mode.inputs)
  const turns = {
    waves: [[EARLIER], [GROUP]],
    maxGroups: 1,
    maxFailedGroups: 0,
    old: new Map([[EARLIER, earlier?.old ?? []], [GROUP, old]]), // prettier-ignore
  }
  // A post step, a restore and a rollback take all groups at once.
  const isInTurns = earlier !== undefined && step.state === undefined && 'order' in inputs
  const watch = isInTurns ? new TurnWatch(account, turns) : undefined
  const run = await runAction(account, { ...step, inputs })
  turnBreaches.push(...(watch?.end() ?? []))
  return run
}

/** The groups that a mode is about. */
export const groupsOf = ({ inputs }: CrashMode): Readonly<Record<string, string>> => ({
  'auto-scaling-groups': inputs['auto-scaling-groups'] ?? GROUP,
})

/** The inputs of a step, with those of the fleet that the mode takes. */
export function inputsFor({ surge, maxUnavailable }: FleetCase, { mode, ...given }: WalkInputs): WalkInputs {
  const all: Readonly<Record<string, string>> = {
    'auto-scaling-groups': GROUP,
    surge,
    'max-unavailable': String(maxUnavailable),
    'instance-timeout': '5',
    ...given,
  }
  const uses: readonly string[] = isMode(mode) ? modes[mode].uses : []
  return { ...Object.fromEntries(Object.entries(all).filter(([name]) => uses.includes(name))), mode }
}

/** The surge in instances; as the README says, a percentage is rounded up and is at least one instance. */
export const surgeOf = ({ size, surge }: Pick<FleetCase, 'size' | 'surge'>): number =>
  surge.endsWith('%') ? Math.max(1, Math.ceil((size * parseInt(surge, 10)) / 100)) : Number(surge)

/** All instances that AWS has launched for a group, except those launched to balance zones. */
export function launched(account: SimulatedAccount, name = GROUP): readonly string[] {
  const { Activities = [] } = account.autoScaling.operations.DescribeScalingActivities({ AutoScalingGroupName: name })
  return Activities.filter(
    ({ Description = '', Cause = '' }) =>
      Description.startsWith('Launching') && !/to balance instances in zones/.test(Cause),
  ).map(({ Description = '' }) => Description.split(' ').at(-1) ?? '')
}
