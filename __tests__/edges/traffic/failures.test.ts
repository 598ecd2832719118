/** Shifts of traffic that fail, are cancelled, or meet another hand. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { ServedTraffic } from '../../../testing/oracles/served-traffic.ts'
import { type ActionRun, runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene, type TrafficScene, type TrafficScenePlan } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const pair = { blue: 'shop-blue', green: 'shop-green' }
const inputs = { mode: 'shift', ...pair }

const alarm = { AlarmName: 'shop-5xx', MetricName: 'Errors', Namespace: 'Shop', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 } as const // prettier-ignore

const statusOf = (run: ActionRun): string =>
  (JSON.parse(run.outputs['result'] ?? '{}') as { traffic: { status: string } }).traffic.status

const failureOf = (run: ActionRun): string => run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message).join('\n') // prettier-ignore

/** Runs a shift, and does something as soon as the routes have these weights. */
async function meeting(
  scene: TrafficScene,
  more: Readonly<Record<string, string>>,
  { weights, act }: { readonly weights: readonly [number, number]; readonly act: (abort: () => void) => void },
): Promise<ActionRun> {
  const { account } = scene
  const abort = new AbortController()
  let acted = false
  const watch = new ServedTraffic(scene)
  account.ledger.recorder = {
    before: () => {},
    after: () => {
      if (acted || scene.weights().some((each) => each.join() !== weights.join())) return
      acted = true
      act(() => abort.abort())
    },
  }
  const run = await runAction(account, { inputs: { ...inputs, ...more }, signal: abort.signal })
  expect(acted).toBe(true)
  expect(watch.problems).toEqual([])
  return run
}

describe('an alarm in the bake of a step', () => {
  const fail = async (plan: TrafficScenePlan, more: Readonly<Record<string, string>>) => {
    const scene = trafficScene(plan)
    scene.account.cloudWatch.operations.PutMetricAlarm({ ...alarm })
    const raise = (): void =>
      void scene.account.cloudWatch.operations.SetAlarmState({ AlarmName: 'shop-5xx', StateValue: 'ALARM', StateReason: 'too many' }) // prettier-ignore
    const steps = { steps: '10 50 100', bake: '10', alarms: 'shop-5xx', ...more }
    const run = await meeting(scene, steps, { weights: [50, 50], act: raise })
    expect(failureOf(run)).toContain('the alarm shop-5xx is in ALARM')
    return { scene, run }
  }

  test('takes all of the traffic from the new side, and puts everything back', async () => {
    const { scene, run } = await fail({}, {})
    expect(statusOf(run)).toBe('halted')
    expect(scene.weights()).toEqual([
      [1, undefined],
      [1, undefined],
    ])
    expect(tracesOf(scene)).toEqual([])
  })

  test('also what the new side had before', async () => {
    const { scene, run } = await fail({ weights: { blue: 95, green: 5 } }, { to: 'green' })
    expect(statusOf(run)).toBe('halted')
    expect(scene.weights()).toEqual([
      [100, 0],
      [100, 0],
    ])
  })

  test('with `on-gate-failure: hold` the new side stays for inspection without traffic, and a rollback puts the rest back', async () => {
    const { scene, run } = await fail({}, { 'on-gate-failure': 'hold' })
    expect(statusOf(run)).toBe('held')
    expect(scene.weights()).toEqual([
      [1, undefined],
      [1, undefined],
    ])
    expect(tracesOf(scene)).not.toEqual([])
    const back = await runAction(scene.account, { inputs: { mode: 'rollback', ...pair }, runId: '1001' })
    expect(failureOf(back)).toBe('')
    expect(tracesOf(scene)).toEqual([])
  })
})

describe('another hand on a weight', () => {
  test('halts the shift; all weights stay as they are, and a later run says so as well', async () => {
    const scene = trafficScene()
    const run = await meeting(scene, { steps: '10 50 100', bake: '10' }, { weights: [50, 50], act: () => scene.setWeights(scene.rules[0] ?? '', { blue: 70, green: 30 }) }) // prettier-ignore
    expect(statusOf(run)).toBe('unfinished')
    expect(failureOf(run)).toContain(`${scene.rules[0]} has blue 70, green 30, which this shift has not set`)
    const left = [
      [50, 50],
      [70, 30],
    ]
    expect(scene.weights()).toEqual(left)
    const post = await runAction(scene.account, { inputs: {}, state: run.state })
    expect(failureOf(post)).toContain('which this shift has not set')
    scene.account.timeline.advance(400)
    const next = await runAction(scene.account, { inputs: { ...inputs, steps: '10 50 100' }, runId: '1001' })
    expect(failureOf(next)).toContain('which this shift has not set')
    expect(scene.weights()).toEqual(left)
  })
})

test('a cancelled shift is taken back by the post step', async () => {
  const scene = trafficScene()
  const run = await meeting(scene, { steps: '10 50 100', bake: '10' }, { weights: [50, 50], act: (abort) => abort() })
  expect(statusOf(run)).toBe('unfinished')
  const post = await runAction(scene.account, { inputs: {}, state: run.state })
  expect(failureOf(post)).toBe('')
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
  expect(tracesOf(scene)).toEqual([])
})

test('what is cancelled before its first step is taken back by the post step, also where the tags of the groups are gone', async () => {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 }, outdated: true } })
  const { account } = scene
  const abort = new AbortController()
  const suspended = () => ['shop-blue', 'shop-green'].flatMap((name) => account.autoScaling.capacity(name).suspended)
  account.ledger.recorder = {
    before: () => {},
    after: () => {
      if (suspended().length > 0) abort.abort()
    },
  }
  const run = await runAction(account, { inputs: { ...inputs, mode: 'blue-green' }, signal: abort.signal })
  expect(statusOf(run)).toBe('unfinished')
  expect(suspended()).not.toEqual([])
  for (const ResourceId of ['shop-blue', 'shop-green'])
    account.autoScaling.operations.DeleteTags({
      Tags: Object.keys(account.autoScaling.capacity(ResourceId).tags)
        .filter((key) => key.startsWith('fleet-patch:'))
        .map((Key) => ({ ResourceId, ResourceType: 'auto-scaling-group', Key })),
    })
  const post = await runAction(account, { inputs: {}, state: run.state })
  expect(failureOf(post)).toBe('')
  expect(suspended()).toEqual([])
  expect(tracesOf(scene)).toEqual([])
})

test('a shift whose other group was deleted meanwhile is not taken back, and restore and post step are red', async () => {
  const scene = trafficScene()
  const run = await meeting(scene, { steps: '10 50 100', bake: '10' }, { weights: [50, 50], act: (abort) => abort() })
  scene.account.autoScaling.operations.DeleteAutoScalingGroup({ AutoScalingGroupName: 'shop-green', ForceDelete: true })
  scene.account.timeline.advance(600)
  const post = await runAction(scene.account, { inputs: {}, state: run.state })
  const restore = { mode: 'restore', 'auto-scaling-groups': 'shop-blue' }
  const restored = await runAction(scene.account, { inputs: restore, runId: '1001' })
  for (const each of [post, restored]) {
    expect(each.failed).toBe(true)
    expect(failureOf(each)).toContain('shop-blue is of a shift of traffic whose other group does not exist any more')
    expect(failureOf(each)).toContain('delete the tags')
  }
})

test('what a step by hand waits for is passed by a release, step by step', async () => {
  const scene = trafficScene()
  const by = { ...inputs, steps: '10 50 100', promote: 'by-hand' }
  const first = await runAction(scene.account, { inputs: by })
  expect(statusOf(first)).toBe('gated')
  expect(first.failed).toBe(false)
  expect(scene.weights()).toEqual([
    [90, 10],
    [90, 10],
  ])
  const again = await runAction(scene.account, { inputs: { ...by, promote: 'auto' }, runId: '1001' })
  expect(failureOf(again)).toContain('waits at 10 percent to be passed by hand')
  const second = await runAction(scene.account, { inputs: { ...by, mode: 'release' }, runId: '1002' })
  expect(statusOf(second)).toBe('gated')
  expect(scene.weights()).toEqual([
    [50, 50],
    [50, 50],
  ])
  const third = await runAction(scene.account, { inputs: { ...by, mode: 'release' }, runId: '1003' })
  expect(statusOf(third)).toBe('shifted')
  expect(scene.weights()).toEqual([
    [0, 100],
    [0, 100],
  ])
})

test('the new side of a blue/green deployment that never becomes healthy gets no traffic', async () => {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 }, outdated: true } })
  scene.account.behaviour.sickImages.add(scene.green.newImageId)
  const watch = new ServedTraffic(scene)
  const run = await runAction(scene.account, { inputs: { ...inputs, mode: 'blue-green', 'instance-timeout': '5' } })
  expect(statusOf(run)).toBe('halted')
  expect(failureOf(run)).toContain('shop-green has 0 of 3 ready')
  expect(watch.problems).toEqual([])
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
  expect(scene.account.autoScaling.capacity('shop-green')).toMatchObject({ min: 0, desired: 0, max: 0, suspended: [] })
  expect(tracesOf(scene)).toEqual([])
})

test('another run of any mode leaves groups alone that a shift is at work on', async () => {
  const scene = trafficScene()
  await runAction(scene.account, { inputs: { ...inputs, steps: '10 100', promote: 'by-hand' } })
  const run = await runAction(scene.account, { inputs: { mode: 'respawn', 'auto-scaling-groups': 'shop-blue', force: 'true' }, runId: '1001' }) // prettier-ignore
  expect(failureOf(run)).toContain('A shift of traffic between this group and another is not through')
})

test('a dry run plans the whole of it and changes nothing', async () => {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 } } })
  const run = await runAction(scene.account, {
    inputs: { ...inputs, mode: 'blue-green', keep: '0', 'dry-run': 'true' },
  })
  expect(failureOf(run)).toBe('')
  expect(statusOf(run)).toBe('planned')
  expect(scene.account.ledger.changes()).toEqual([])
  const plan = JSON.parse(run.outputs['plan'] ?? '[]') as readonly { readonly action: string }[]
  expect([...new Set(plan.map(({ action }) => action))]).toEqual(['save-state', 'note-shares', 'patch', 'suspend', 'set-shares', 'resize', 'resume', 'clear-state']) // prettier-ignore
})
