/** Where a crash walk plays: a world with one group, right before the run that dies. */
import { isMode, modes } from '../../src/inputs/modes.ts'
import type { CapacitySnapshot } from '../../simulator/auto-scaling/capacity-snapshot.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { Recorder } from '../oracles/change-recorder.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { type RunActionOptions, type ActionRun, runAction } from '../run-action.ts'
import type { FleetCase } from './cases.ts'
import type { WalkInputs, CrashMode } from './crash-modes.ts'
import { type SourceNow, sourceNow } from './crash-source.ts'

export const GROUP = 'web'

/** Longer than the silence after which a run counts as dead. */
export const SILENCE_SECONDS = 330

/** A way of a mode, and the fleet that it goes. */
export interface Walk {
  readonly mode: CrashMode
  readonly fleet: FleetCase
}

export interface Scene extends Walk {
  readonly account: SimulatedAccount
  readonly recorder: Recorder
  /** What an undoing has to come back to. */
  readonly begin: CapacitySnapshot
  /** Right before the run, when `begin` may be a while ago. */
  readonly prepared: CapacitySnapshot
  readonly source: SourceNow
  /** Who is to be replaced. */
  readonly old: readonly string[]
  /** Everybody who was launched before the run. */
  readonly known: readonly string[]
  /** How many calls were made before the run. */
  readonly callsBefore: number
}

/** Plays everything that comes before the run; who is to leave a dead run dies at its `middle` call. */
export async function sceneOf({ mode, fleet }: Walk, middle: number | undefined): Promise<Scene> {
  const { size, launch, balancers, sizes } = fleet
  // Short, so that a walk has few looks and many decisions.
  const account = new SimulatedAccount({ behaviour: { bootSeconds: 11, balancerWarmupSeconds: 4, shutdownSeconds: 7 } })
  const group = addGroup(account, {
    name: GROUP,
    size,
    launch,
    balancers,
    sizes: sizes === 'tight' ? { min: size, max: size } : { min: 0, max: size + 1 },
    tags: { Name: 'web', Owner: 'somebody' },
    ...mode.group,
  })
  account.behaviour.launchConfigurations = mode.refusesConfigurations !== true
  account.ledger.clear()
  const first = new Recorder(account, GROUP)
  const begin = first.truth()
  const { steps = [], leaves = 'nothing' } = mode.before ?? {}
  for (const inputs of steps) {
    const death = leaves === 'a dead run' && middle !== undefined ? { when: 'after' as const, call: middle } : undefined
    const run = await runAction(account, {
      inputs: inputsFor(fleet, inputs),
      runId: '500',
      ...(death && { process: { death } }),
    })
    if (run.failed && !run.died) throw new Error(`${mode.name}: what comes before it fails`)
  }
  if (leaves === 'nothing') account.ledger.clear()
  else account.timeline.advance(SILENCE_SECONDS)
  const recorder = leaves === 'nothing' ? new Recorder(account, GROUP) : first
  const prepared = recorder.truth()
  return {
    mode,
    fleet,
    account,
    recorder,
    begin: leaves === 'nothing' ? prepared : begin,
    prepared,
    source: sourceNow(account, GROUP),
    old: leaves === 'nothing' ? instanceIds(account, GROUP) : group.instanceIds,
    known: launched(account),
    callsBefore: account.ledger.entries.length,
  }
}

/** The call of the step before at which half of its changes are made; undefined where nobody dies before. */
export async function middleOf({ mode, fleet }: Walk): Promise<number | undefined> {
  if (mode.before?.leaves !== 'a dead run') return undefined
  const { before: _, ...alone } = mode
  const scene = await sceneOf({ mode: alone, fleet }, undefined)
  for (const inputs of mode.before.steps) await play(scene, { inputs: inputsFor(fleet, inputs) })
  const changes = scene.account.ledger.entries.flatMap(({ changes: is }, index) => (is ? [index + 1] : []))
  return changes[Math.floor(changes.length / 2)]
}

/** One step in the scene: the walked mode, unless other inputs are given. */
export const play = ({ account, mode, fleet }: Scene, step: Partial<RunActionOptions>): Promise<ActionRun> =>
  runAction(account, { inputs: inputsFor(fleet, mode.inputs), ...step })

/** The inputs of a step, with what the fleet says where the mode takes it. */
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

/** As the README says it: a percentage is rounded up and is at least one instance. */
export const surgeOf = ({ size, surge }: FleetCase): number =>
  surge.endsWith('%') ? Math.max(1, Math.ceil((size * parseInt(surge, 10)) / 100)) : Number(surge)

/** Everybody whom AWS has ever launched for the group; what it launches to balance zones is its own affair. */
export function launched(account: SimulatedAccount): readonly string[] {
  const { Activities = [] } = account.autoScaling.operations.DescribeScalingActivities({ AutoScalingGroupName: GROUP })
  return Activities.filter(
    ({ Description = '', Cause = '' }) =>
      Description.startsWith('Launching') && !/to balance instances in zones/.test(Cause),
  ).map(({ Description = '' }) => Description.split(' ').at(-1) ?? '')
}
