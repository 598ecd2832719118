/** Rolls under load that changes meanwhile, by the whole program: with `scaling: follow` the group grows with it. */
import type { PutScalingPolicyCommandInput } from '@aws-sdk/client-auto-scaling'
import { addGroup, type GroupPlan, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { Cancelled } from '../../src/errors.ts'
import {
  type GroupDocument,
  type Inputs,
  oldLeft,
  operator,
  type Rolled,
  run,
  type Scene,
  scene,
  standing,
} from './fixture.ts'

beforeAll(takeShortcut)

const SIZE = 6
const BOOT = 60
/** AWS reacts within 15 s; a target becomes healthy some 15 s after it was registered. */
const REACTION = 15
const UNTIL_HEALTHY = 30
const LOOK = 5
const ofGroup = { AutoScalingGroupName: 'web' } as const

/** Requests a second that keep one instance at 100 % CPU. */
const PER_INSTANCE = 100

const loaded = (plan: Partial<GroupPlan> = {}): Scene =>
  scene(
    { size: SIZE, sizes: { min: 2, max: 30 }, launch: 'template-default', ...plan },
    { behaviour: { bootSeconds: BOOT } },
  )

type Policy = Partial<PutScalingPolicyCommandInput>

/** What a policy says of a group: target tracking at half of what an instance can do, or alarms above 60 % and below 20 %. */
const POLICIES = {
  tracking: {
    PolicyType: 'TargetTrackingScaling',
    EstimatedInstanceWarmup: 60,
    TargetTrackingConfiguration: {
      TargetValue: 50,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    },
  },
  step: { PolicyType: 'StepScaling', AdjustmentType: 'ChangeInCapacity', EstimatedInstanceWarmup: 60, StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 3 }] },
  simple: { PolicyType: 'SimpleScaling', AdjustmentType: 'ChangeInCapacity', Cooldown: 60, ScalingAdjustment: 3 },
exact: {
    PolicyType: 'StepScaling',
    AdjustmentType: 'ExactCapacity',
    StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 14 }],
  },
} as const satisfies Record<string, Policy> // prettier-ignore

const onCpu = (name: string, policyArn: string, alarm: object): object => ({
  AlarmName: `${name}-cpu`, Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Statistic: 'Average', Period: 60, EvaluationPeriods: 1,
  Dimensions: [{ Name: 'AutoScalingGroupName', Value: 'web' }], AlarmActions: [policyArn], ...alarm,
}) // prettier-ignore

function scaledBy({ account }: Scene, kind: keyof typeof POLICIES): void {
  const put = (PolicyName: string, policy: Policy): string =>
    operator(account).PutScalingPolicy({ ...ofGroup, PolicyName, ...policy }).PolicyARN ?? ''
  const grow = put('grow', POLICIES[kind])
  if (kind === 'tracking') return
  const alarms = account.cloudWatch.operations
  alarms.PutMetricAlarm(onCpu('grow', grow, { ComparisonOperator: 'GreaterThanThreshold', Threshold: 60 }) as never)
  const shrink = put('shrink', { PolicyType: 'SimpleScaling', AdjustmentType: 'ChangeInCapacity', Cooldown: 60, ScalingAdjustment: -2 }) // prettier-ignore
  alarms.PutMetricAlarm(onCpu('shrink', shrink, { ComparisonOperator: 'LessThanThreshold', Threshold: 20 }) as never)
}

const load = ({ account }: Scene, rate: number): void =>
  account.cloudWatch.setLoad('web', { points: [[account.timeline.now, rate]], perInstance: PER_INSTANCE })

/** Every change of the desired capacity by a policy: when it was made, and to what. */
function scaled({ account }: Scene): readonly { readonly at: number; readonly from: number; readonly to: number }[] {
  const { Activities = [] } = operator(account).DescribeScalingActivities(ofGroup)
  const told = Activities.flatMap(({ Cause = '' }) => [
    ...Cause.matchAll(/At (\S+Z) a monitor alarm \S+ in state ALARM triggered policy \w+ changing the desired capacity from (\d+) to (\d+)/g),
  ]) // prettier-ignore
  const changes = told.map(([, at = '', from, to]) => ({
    at: Date.parse(at) / 1000,
    from: Number(from),
    to: Number(to),
  }))
  return [...new Map(changes.map((each) => [JSON.stringify(each), each])).values()].toSorted((a, b) => a.at - b.at)
}

/** When the group first had so many ready from a moment on; undefined where it never had. */
const readyAt = ({ account }: Scene, units: number, from: number): number | undefined =>
  account.ledger.capacityOf('web').find(({ at, readyUnits }) => at >= from && readyUnits >= units)?.at

/** Instances that left because there were more than desired: whom AWS has chosen, not the run. */
function scaledIn({ account }: Scene, until = Infinity): readonly string[] {
  const { Activities = [] } = operator(account).DescribeScalingActivities(ofGroup)
  return Activities.filter(
    ({ Cause = '', StartTime }) =>
      Cause.includes('a difference between desired and actual capacity, shrinking') &&
      (StartTime?.getTime() ?? 0) / 1000 <= until,
  ) // prettier-ignore
    .map(({ Description = '' }) => Description)
}

/** Asserts that all is new and put back, AWS took nothing away meanwhile, and what policies asked for was ready in time. */
function expectFollowed(fixture: Scene, rolled: Rolled, { least = SIZE, sizes = [2, 30] as readonly number[] } = {}) {
  const { account } = fixture
  expect(rolled.annotations.filter(({ level }) => level === 'error')).toEqual([])
  expect(rolled.result.status).toBe('rolled')
  expect(oldLeft(fixture)).toEqual([])
  const end = standing(account)
  expect({ min: end.sizes[0], max: end.sizes[2] }).toEqual({ min: sizes[0], max: sizes[1] })
  expect({ suspended: end.suspended, memo: end.memo }).toEqual({ suspended: [], memo: [] })
  expect(account.ledger.lowestReady('web')).toBeGreaterThanOrEqual(least)
  expect(scaledIn(fixture)).toEqual([])
  const grown = scaled(fixture).filter(({ from, to }) => to > from)
  expect(grown.length).toBeGreaterThan(0)
  for (const { at, to } of grown) {
    const inTime = at + REACTION + BOOT * 1.5 + UNTIL_HEALTHY + 2 * LOOK
    // The roll lets one that is old go for each that has come.
    expect(readyAt(fixture, to - 1, at) ?? Infinity).toBeLessThanOrEqual(inTime)
  }
}

/** The capacity 20 minutes after the end serves the load, and is what the policies make of it. */
function expectWanted({ account }: Scene, rate: number): void {
  account.timeline.advance(20 * 60)
  const { desired, readyUnits } = account.autoScaling.capacity('web')
  expect(readyUnits).toBe(desired)
  const cpu = (100 * rate) / (PER_INSTANCE * readyUnits)
  expect(cpu).toBeLessThanOrEqual(62)
  expect(account.autoScaling.capacity('web').min).toBe(2)
}

interface Row {
  readonly name: string
  readonly kind: keyof typeof POLICIES
  readonly inputs?: Inputs
  /** When it grows, in seconds after the beginning, and to what; it was 150. */
  readonly at?: number
  readonly rate?: number
}

describe('load that grows threefold or more in mid-roll is followed', () => {
  const rows: Row[] = [
    { name: 'by target tracking', kind: 'tracking' },
    { name: 'by steps', kind: 'step' },
    { name: 'by steps to a number', kind: 'exact' },
    { name: 'before the first look', kind: 'step', at: -30 },
    { name: 'near the end', kind: 'step', at: 380 },
    { name: 'without a surge', kind: 'step', inputs: { surge: '0', 'max-unavailable': '1' } },
    { name: 'with gates that are closed', kind: 'step', inputs: { surge: '2', checkpoints: '1\n50%', bake: '5' } },
    {
      name: 'with gates that are closed, by a simple policy',
      kind: 'simple',
      inputs: { checkpoints: '1', bake: '15' },
    },
    { name: 'with a surge in percent, of a wish that grows', kind: 'exact', rate: 800, inputs: { surge: '50%' } },
    { name: 'with a few that leave at once', kind: 'step', inputs: { surge: '3', 'max-leaving': '1' } },
  ]
  test.each(rows)('$name', async ({ kind, inputs = {}, at = 60, rate = 500 }) => {
    const fixture = loaded()
    scaledBy(fixture, kind)
    load(fixture, 150)
    if (at < 0) load(fixture, rate)
    else fixture.account.timeline.after(at, () => load(fixture, rate))
    const rolled = await run(fixture, { scaling: 'follow', ...inputs })
    const unavailable = Number(inputs['max-unavailable'] ?? '0')
    expectFollowed(fixture, rolled, { least: SIZE - unavailable })
    expect(rolled.reported).toContain('while the group rolled: kept')
    expect(rolled.result.notes.join(' ')).toMatch(/stays? alive while the group rolls/)
    expectWanted(fixture, rate)
  })
})

describe('in waves', () => {
  const rows = [
    { name: 'of a group whose turn it is', order: 'web\napi', at: 60 },
    { name: 'of a group whose turn comes later', order: 'api\nweb', at: 60 },
    { name: 'of a group of the second wave, in its turn', order: 'api\nweb', at: 500 },
    { name: 'of one of two groups of a wave', order: 'web, api', at: 60 },
  ]
  test.each(rows)('$name', async ({ order, at }) => {
    const fixture = loaded()
    const { account } = fixture
    const api = addGroup(account, { name: 'api', size: 3, launch: 'template-default', balancers: ['target-group'], outdated: true }) // prettier-ignore
    account.ledger.clear()
    scaledBy(fixture, 'step')
    load(fixture, 150)
    account.timeline.after(at, () => load(fixture, 500))
    const inputs = { scaling: 'follow', 'auto-scaling-groups': 'web\napi', order }
    const rolled = await run(fixture, inputs)
    const { groups } = JSON.parse(rolled.outputs['result'] ?? '{}') as { groups: (GroupDocument & { group: string })[] }
    expect(groups.map(({ group, status }) => `${group} ${status}`).toSorted()).toEqual(['api rolled', 'web rolled'])
    expectFollowed(fixture, { ...rolled, result: groups.find(({ group }) => group === 'web') as GroupDocument })
    expect(instanceIds(account, 'api').filter((id) => api.instanceIds.includes(id))).toEqual([])
    expect(account.ledger.lowestReady('api')).toBe(3)
    expect(standing(account, 'api')).toMatchObject({ suspended: [], memo: [] })
    expectWanted(fixture, 500)
  })
})

describe('at the maximum', () => {
  test('the surge takes no room away from the policies, and the maximum is put back', async () => {
    const fixture = loaded({ sizes: { min: 2, max: 9 } })
    scaledBy(fixture, 'step')
    load(fixture, 150)
    fixture.account.timeline.after(60, () => load(fixture, 1200))
    const rolled = await run(fixture, { scaling: 'follow', surge: '2' })
    expectFollowed(fixture, rolled, { sizes: [2, 9] })
    expect(standing(fixture.account).sizes).toEqual([2, 9, 9])
  })
})

test('in the dark what is launched for the load serves from the release on, and no sooner', async () => {
  const fixture = loaded()
  const { account } = fixture
  scaledBy(fixture, 'step')
  load(fixture, 150)
  account.timeline.after(120, () => load(fixture, 900))
  let inTheDark = 0
  account.timeline.after(500, () => (inTheDark = account.autoScaling.capacity('web').readyUnits))
  const rolled = await run(fixture, { mode: 'scale-up-patch', dark: 'true', 'release-after': '8', scaling: 'follow' })
  expect(rolled.annotations.filter(({ level }) => level === 'error')).toEqual([])
  expect(rolled.result.status).toBe('rolled')
  expect(inTheDark).toBe(SIZE)
  expect(account.ledger.lowestReady('web')).toBe(SIZE)
  expect(scaledIn(fixture)).toEqual([])
  expect(standing(account).sizes[1]).toBeGreaterThan(SIZE)
  expectWanted(fixture, 900)
})

describe('an operator', () => {
  test('who lowers minimum and size is followed, and the group ends there', async () => {
    const fixture = loaded()
    scaledBy(fixture, 'step')
    load(fixture, 90)
    fixture.account.timeline.after(200, () =>
      operator(fixture.account).UpdateAutoScalingGroup({ ...ofGroup, MinSize: 1, DesiredCapacity: 4 }),
    )
    const rolled = await run(fixture, { scaling: 'follow' })
    expect(rolled.result.status).toBe('rolled')
    expect(oldLeft(fixture)).toEqual([])
    expect(standing(fixture.account).sizes).toEqual([1, 4, 30])
    expect(rolled.result.left.join(' ')).toContain('MinSize was changed from 2 to 1 from outside this run: kept.')
  })

  // The minimum alone was kept, and the tenth instance passed for the surge of the lost run: it was taken away.
  test.each(['restore', 'respawn'])(
    'a minimum and a size that an operator sets after a run was lost are kept (%s)',
    async (mode) => {
      const fixture = loaded()
      const { account } = fixture
      scaledBy(fixture, 'step')
      const dead = await run(fixture, { scaling: 'follow' }, { process: { crash: { when: 'after', call: 60 } } })
      expect(dead.died).toBe(true)
      expect(standing(account).sizes).toEqual([7, 7, 31])
      operator(account).UpdateAutoScalingGroup({ ...ofGroup, MinSize: 9, DesiredCapacity: 10 })
      account.timeline.advance(400)
      const back = await run(fixture, { mode, ...(mode === 'respawn' && { scaling: 'follow' }) }, { runId: '2000' })
      expect(back.failed).toBe(false)
      expect(standing(account)).toEqual({ ...fixture.before, sizes: [9, 10, 30] })
      expect(back.result.left).toContain('The desired capacity was changed from 6 to 10 from outside this run: kept.')
    },
  )

  test('who lowers the size alone is refused by AWS, which names the minimum', async () => {
    const fixture = loaded()
    scaledBy(fixture, 'step')
    load(fixture, 150)
    let said = ''
    fixture.account.timeline.after(200, () => {
      try {
        operator(fixture.account).SetDesiredCapacity({ ...ofGroup, DesiredCapacity: 4 })
      } catch (error) {
        said = String(error)
      }
    })
    await run(fixture, { scaling: 'follow' })
    expect(said).toMatch(/min/)
    expect(standing(fixture.account)).toEqual(fixture.before)
  })

  test('or a cluster autoscaler that sets more has set the wish', async () => {
    const fixture = loaded()
    scaledBy(fixture, 'step')
    load(fixture, 150)
    fixture.account.timeline.after(200, () =>
      operator(fixture.account).SetDesiredCapacity({ ...ofGroup, DesiredCapacity: 9 }),
    )
    const rolled = await run(fixture, { scaling: 'follow' })
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account).sizes).toEqual([2, 9, 30])
  })
})

describe('every end puts back the minimum, and leaves the size where load wants it:', () => {
  /** Load that grows two minutes after the beginning: nine are asked for where the roll had launched a seventh. */
  function growing(): Scene {
    const fixture = loaded()
    scaledBy(fixture, 'step')
    load(fixture, 150)
    fixture.account.timeline.after(120, () => load(fixture, 500))
    return fixture
  }
  function expectBack(fixture: Scene): void {
    const { sizes, suspended, memo } = standing(fixture.account)
    expect({ min: sizes[0], max: sizes[2], suspended, memo }).toEqual({ min: 2, max: 30, suspended: [], memo: [] })
    expect(sizes[1]).toBeGreaterThan(SIZE)
  }

  test('a halted roll', async () => {
    const fixture = growing()
    const { account, group } = fixture
    account.timeline.after(260, () => account.behaviour.sickImages.add(group.newImageId))
    const rolled = await run(fixture, { scaling: 'follow', 'instance-timeout': '3' })
    expect(rolled.result.status).toBe('halted')
    expectBack(fixture)
  })

  test('a cancelled run, by its post step', async () => {
    const fixture = growing()
    const cancelled = new AbortController()
    fixture.account.timeline.after(300, () => cancelled.abort(new Cancelled()))
    const first = await run(fixture, { scaling: 'follow' }, { signal: cancelled.signal })
    expect(standing(fixture.account).sizes[0]).toBeGreaterThan(2)
    await run(fixture, { scaling: 'follow' }, { state: first.state })
    expectBack(fixture)
  })

  const recoveries = [
    { name: 'mode: restore', inputs: { mode: 'restore' } },
    { name: 'the next run, which lets policies rest by its own inputs', inputs: { scaling: 'suspend' } },
    { name: 'the next run', inputs: { scaling: 'follow' } },
  ]
  test.each(recoveries)('a lost run, by $name', async ({ inputs }) => {
    const fixture = growing()
    const cancelled = new AbortController()
    fixture.account.timeline.after(300, () => cancelled.abort(new Cancelled()))
    await run(fixture, { scaling: 'follow' }, { signal: cancelled.signal })
    expect(standing(fixture.account).sizes[0]).toBeGreaterThan(2)
    fixture.account.timeline.advance(900)
    const back = await run(fixture, inputs, { runId: '2000' })
    expect(back.failed).toBe(false)
    expectBack(fixture)
  })
})

// A run that was lost had held an action up that scales in: the restore carried it out after what was set since had become the wish.
describe('what is set after a scheduled action that a lost run has held up is kept by', () => {
  const rows = [
    { name: 'a minimum', sizes: { MinSize: 9 }, expected: [9, 9, 30] },
    { name: 'a desired capacity', sizes: { DesiredCapacity: 10 }, expected: [0, 10, 30] },
    { name: 'a maximum', sizes: { DesiredCapacity: 10, MaxSize: 40 }, expected: [0, 10, 40] },
  ]
  const recoveries = [
    { by: 'mode: restore', inputs: { mode: 'restore' } },
    { by: 'the next run', inputs: { scaling: 'follow' } },
    { by: 'the post step', inputs: {} },
  ]
  test.each(recoveries.flatMap((each) => rows.map((row) => ({ ...each, ...row }))))(
    '$by: $name',
    async ({ by, inputs, sizes, expected }) => {
      const fixture = loaded({ sizes: { min: 1, max: 30 } })
      const { account } = fixture
      account.behaviour.listsMissedActions = true
      scaledBy(fixture, 'step')
      load(fixture, 300)
      operator(account).PutScheduledUpdateGroupAction({
        ...ofGroup,
        ScheduledActionName: 'evening',
        StartTime: new Date((account.timeline.now + 200) * 1000),
        MinSize: 0,
        DesiredCapacity: 3,
        ...('MaxSize' in sizes && { MaxSize: 20 }),
      })
      const dead = await run(fixture, { scaling: 'follow' }, { process: { crash: { when: 'after', call: 60 } } })
      expect(dead.died).toBe(true)
      account.timeline.advance(400)
      operator(account).UpdateAutoScalingGroup({ ...ofGroup, ...sizes })
      account.timeline.advance(400)
      const more = by === 'the post step' ? { state: dead.state } : { runId: '2000' }
      const back = await run(fixture, inputs, more)
      expect(standing(account)).toMatchObject({ sizes: expected, suspended: [], memo: [] })
      expect(back.reported).toContain('perhaps after that')
      expect(account.ledger.lowestReady('web')).toBe(SIZE)
    },
  )
})

test('a minimum that a scheduled action sets while a lost run baked at the end is kept by the restore', async () => {
  const fixture = loaded()
  const { account } = fixture
  scaledBy(fixture, 'step')
  load(fixture, 300)
  const cancelled = new AbortController()
  account.timeline.after(400, () => cancelled.abort(new Cancelled()))
  await run(fixture, { scaling: 'follow', surge: '100%', 'bake-at-end': '10' }, { signal: cancelled.signal })
  expect(standing(account)).toMatchObject({ sizes: [2, SIZE, 30], suspended: [] })
  const StartTime = new Date((account.timeline.now + 60) * 1000)
  operator(account).PutScheduledUpdateGroupAction({
    ...ofGroup,
    ScheduledActionName: 'm',
    StartTime,
    MinSize: SIZE + 2,
  })
  account.timeline.advance(400)
  await run(fixture, { mode: 'restore' }, { runId: '2000' })
  expect(standing(account)).toMatchObject({ sizes: [SIZE + 2, SIZE + 2, 30], suspended: [], memo: [] })
})

test('a group without policies, or whose alarms others have suspended, is rolled as if they were to rest', async () => {
  const plain = loaded()
  await run(plain, { scaling: 'follow' })
  const suspended = loaded()
  scaledBy(suspended, 'step')
  operator(suspended.account).SuspendProcesses({ ...ofGroup, ScalingProcesses: ['AlarmNotification'] })
  await run(suspended, { scaling: 'follow' })
  for (const { account } of [plain, suspended]) {
    const minima = account.ledger.entries.filter(({ operation, input }) => operation === 'UpdateAutoScalingGroup' && 'MinSize' in (input as object)) // prettier-ignore
    expect(minima).toEqual([])
    expect(standing(account).sizes).toEqual([2, 6, 30])
  }
})
