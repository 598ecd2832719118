/** Crashes a shift of traffic before and after every change, and checks each way to go on from there. */
import { type ActionRun, runAction } from '../../run-action.ts'
import { ServedTraffic } from '../../oracles/served-traffic.ts'
import { tracesOf, trafficScene, type TrafficScene, type TrafficScenePlan } from '../../traffic-scene.ts'

/** The step that finds the groups after the crash. */
export type ShiftRecovery = 'next run' | 'next attempt' | 'post step' | 'restore' | 'rollback'

export const SHIFT_RECOVERIES: readonly ShiftRecovery[] = [
  'next run',
  'next attempt',
  'post step',
  'restore',
  'rollback',
]

/** A shift to be crashed. */
export interface ShiftWalk {
  readonly name: string
  readonly plan: TrafficScenePlan
  readonly inputs: Readonly<Record<string, string>>
  /** Weights of every route at the end. */
  readonly end: readonly [blue: number | undefined, green: number | undefined]
  /** Sizes of both groups at the end, as `min desired max`. */
  readonly sizes: readonly [blue: string, green: string]
}

const shift = { mode: 'shift', blue: 'shop-blue', green: 'shop-green', steps: '10\n25\n50\n100' }
const sizes = ['0 3 4', '0 3 4'] as const

/** Two rules, four steps, both directions; and a blue/green deployment that shrinks in the run. */
export const SHIFT_WALKS: readonly ShiftWalk[] = [
  { name: 'shift to green', plan: {}, inputs: shift, end: [0, 100], sizes },
  { name: 'shift to blue', plan: { weights: { blue: 0, green: 100 } }, inputs: shift, end: [100, 0], sizes },
  {
    name: 'blue-green',
    plan: { green: { size: 0, sizes: { min: 0, max: 1 } }, blue: { sizes: { min: 2, max: 5 } } },
    inputs: { ...shift, mode: 'blue-green', keep: '0', steps: '50\n100' },
    end: [undefined, 100],
    sizes: ['0 0 5', '2 3 5'],
  },
]

export interface ShiftCrash {
  readonly when: 'before' | 'after'
  readonly call: number
}

/** An undisturbed run, and the crash points that differ in what they leave. */
export interface ReferenceShift {
  readonly walk: ShiftWalk
  readonly crashes: readonly ShiftCrash[]
  readonly problems: readonly string[]
}

export async function playShift(walk: ShiftWalk): Promise<ReferenceShift> {
  const scene = trafficScene(walk.plan)
  const watch = new ServedTraffic(scene)
  const run = await runAction(scene.account, { inputs: walk.inputs })
  const crashes: ShiftCrash[] = []
  scene.account.ledger.entries.forEach(({ changes }, index) => {
    if (changes) crashes.push({ when: 'before', call: index + 1 }, { when: 'after', call: index + 1 })
  })
  return { walk, crashes, problems: [...watch.problems, ...unlikeEnd(scene, walk), ...loud(run)] }
}

const loud = ({ annotations }: ActionRun): readonly string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => `it failed: ${message}`)

const standing = ({ account }: TrafficScene, name: string): string => {
  const { min, desired, max } = account.autoScaling.capacity(name)
  return [min, desired, max].join(' ')
}

/** What differs from the end of the shift. */
function unlikeEnd(scene: TrafficScene, { end, sizes: wanted }: ShiftWalk): readonly string[] {
  const names = ['shop-blue', 'shop-green'] as const
  return [
    ...scene
      .weights()
      .flatMap((weights) => (weights.join('/') === end.join('/') ? [] : [`weights ${weights.join('/')}`])),
    ...names.flatMap((name, index) =>
      standing(scene, name) === wanted[index] ? [] : [`${name} has ${standing(scene, name)}`],
    ),
    ...names.flatMap((name) =>
      scene.account.autoScaling.capacity(name).suspended.map((process) => `${process} of ${name} is suspended`),
    ),
    ...tracesOf(scene)
      .filter((key) => key !== 'fleet-patch:previous-shares')
      .map((key) => `${key} is left`),
  ]
}

/** Crashes the shift at a point and recovers; each string describes a violation. */
export async function walkShift(
  walk: ShiftWalk,
  crash: ShiftCrash,
  recovery: ShiftRecovery,
): Promise<readonly string[]> {
  const scene = trafficScene(walk.plan)
  const begin = {
    weights: scene.weights().map((weights) => weights.join('/')),
    sizes: [standing(scene, 'shop-blue'), standing(scene, 'shop-green')],
  }
  const watch = new ServedTraffic(scene)
  const crashed = await runAction(scene.account, { inputs: walk.inputs, process: { crash } })
  if (!crashed.died) return [`it did not crash ${crash.when} call ${crash.call}`]
  const hadEnded = unlikeEnd(scene, walk).length === 0
  const run = await recover(scene, walk, { recovery, crashed })
  // Another run begins a shift of its own, to the side that has no traffic now.
  if (hadEnded && recovery === 'next run') return []
  const goesOn = recovery === 'next run' || recovery === 'next attempt'
  const back = [
    ...scene
      .weights()
      .flatMap((weights, index) =>
        weights.join('/') === begin.weights[index] ? [] : [`weights ${weights.join('/')}`],
      ),
    ...[standing(scene, 'shop-blue'), standing(scene, 'shop-green')].flatMap((sizes, index) =>
      sizes === begin.sizes[index] ? [] : [`sizes ${sizes}`],
    ),
    ...tracesOf(scene).map((key) => `${key} is left`),
    ...['shop-blue', 'shop-green'].flatMap((name) => scene.account.autoScaling.capacity(name).suspended),
  ]
  const unlike = goesOn || (hadEnded && recovery !== 'rollback') ? unlikeEnd(scene, walk) : back
  const problems = [...watch.problems, ...unlike, ...(recovery === 'rollback' ? [] : loud(run))]
  return problems.map((problem) => `${walk.name}, ${crash.when} call ${crash.call}, ${recovery}: ${problem}`)
}

interface Recovering {
  readonly recovery: ShiftRecovery
  readonly crashed: ActionRun
}

async function recover(
  { account }: TrafficScene,
  { inputs }: ShiftWalk,
  { recovery, crashed }: Recovering,
): Promise<ActionRun> {
  const dead = (): void => account.timeline.advance(400)
  switch (recovery) {
    case 'next attempt':
      return await runAction(account, { inputs, runAttempt: '2' })
    case 'post step':
      return await runAction(account, { inputs: {}, state: crashed.state })
    case 'next run':
      dead()
      return await runAction(account, { inputs, runId: '2000' })
    case 'restore':
      dead()
      return await runAction(account, { inputs: { mode: 'restore', 'auto-scaling-groups': 'shop-*' }, runId: '2000' })
    case 'rollback':
      dead()
      return await runAction(account, {
        inputs: { mode: 'rollback', blue: 'shop-blue', green: 'shop-green' },
        runId: '2000',
      })
    default:
      return recovery satisfies never
  }
}
