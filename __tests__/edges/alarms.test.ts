/** Rolls that CloudWatch alarms watch, by the whole program. */
import { SimulatedAccount } from '../../simulator/account.ts'
import { addGroup, instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { type Inputs, expectRolled, oldLeft, operator, run, type Scene, scene, sceneOf, standing } from './fixture.ts'

beforeAll(takeShortcut)

const OLD = 10
const METRIC = { MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 } as const // prettier-ignore

type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

const set = ({ account }: Scene, AlarmName: string, StateValue: State): void =>
  void account.cloudWatch.operations.SetAlarmState({ AlarmName, StateValue, StateReason: 'Threshold Crossed' })

const TEN = { size: OLD, sizes: { min: 0, max: OLD }, launch: 'template-default' } as const

/** A group of ten, and alarms in this state. */
function watched(state: State = 'OK', names: readonly string[] = ['web-5xx'], fixture = scene(TEN)): Scene {
  for (const AlarmName of names) {
    fixture.account.cloudWatch.operations.PutMetricAlarm({ AlarmName, ...METRIC })
    set(fixture, AlarmName, state)
  }
  return fixture
}

/** The new image serves, and raises the alarm twenty seconds later. */
function bad(fixture: Scene): Scene {
  fixture.account.behaviour.badImages.add(fixture.group.newImageId)
  fixture.account.behaviour.badAlarms.set('web-5xx', 20)
  return fixture
}

const CANARY = { surge: '3', checkpoints: '1', bake: '2', alarms: 'web-5xx' }

const newOnes = ({ account, group }: Scene): readonly string[] =>
  instanceIds(account, 'web').filter((id) => !group.instanceIds.includes(id))

/** The version that the group launches by default: the one before its newest is the one that it had. */
const launches = ({ account }: Scene): string | undefined =>
  operator(account).DescribeAutoScalingGroups({ AutoScalingGroupNames: ['web'] }).AutoScalingGroups?.[0]?.LaunchTemplate
    ?.Version

test('an image that serves and raises an alarm goes back by itself, and costs no old instance', async () => {
  const fixture = bad(watched())
  const rolled = await run(fixture, CANARY)
  expect(rolled.failed).toBe(true)
  expect(rolled.result.status).toBe('halted')
  expect(rolled.result.replaced).toEqual([])
  expect(fixture.account.ledger.launches('web')).toHaveLength(1)
  expect(fixture.account.ledger.lowestReady('web')).toBe(OLD)
  expect(oldLeft(fixture)).toHaveLength(OLD)
  expect(newOnes(fixture)).toEqual([])
  expect(standing(fixture.account)).toMatchObject({ sizes: fixture.before.sizes, suspended: fixture.before.suspended })
  expect(rolled.result.failure?.why).toContain('The alarm web-5xx is in ALARM since')
  expect(rolled.reported).toContain('#alarmsV2:alarm/web-5xx')
  expect(rolled.reported).toContain('is taken back to')
  // A launch in the place of a lost instance is of the previous version again.
  operator(fixture.account).TerminateInstanceInAutoScalingGroup({
    InstanceId: fixture.group.instanceIds[0],
    ShouldDecrementDesiredCapacity: false,
  })
  fixture.account.timeline.advance(300)
  const [launched = ''] = newOnes(fixture)
  expect(fixture.account.ec2.machine(launched)?.imageId).not.toBe(fixture.group.newImageId)
})

test('an image of which one alone raises nothing goes back at the next checkpoint', async () => {
  const fixture = watched()
  fixture.account.behaviour.badImages.add(fixture.group.newImageId)
  fixture.account.behaviour.badAlarms.set('web-5xx', { seconds: 20, share: 0.3 })
  const rolled = await run(fixture, { ...CANARY, checkpoints: '1\n50%' })
  expect(rolled.result.status).toBe('halted')
  expect(rolled.reported).toContain('checkpoint 1 of 2 has let the roll pass')
  const images = instanceIds(fixture.account, 'web').map((id) => fixture.account.ec2.machine(id)?.imageId)
  expect(images).toHaveLength(OLD)
  expect(images).not.toContain(fixture.group.newImageId)
  expect(fixture.account.ledger.lowestReady('web')).toBe(OLD)
})

test('the same image without an alarm is rolled out', async () => {
  const fixture = watched()
  const rolled = await run(fixture, CANARY)
  expectRolled(fixture, rolled)
  expect(launches(fixture)).toBe('$Default')
})

test('an alarm in the bake at the end takes the whole group back', async () => {
  const fixture = watched()
  const { timeline } = fixture.account
  const raiseAtEnd = (): void =>
    oldLeft(fixture).length > 0
      ? void timeline.after(5, raiseAtEnd)
      : void timeline.after(60, () => set(fixture, 'web-5xx', 'ALARM'))
  raiseAtEnd()
  const rolled = await run(fixture, { surge: '100%', alarms: 'web-5xx', 'bake-at-end': '10' })
  expect(rolled.result.status).toBe('halted')
  const images = instanceIds(fixture.account, 'web').map((id) => fixture.account.ec2.machine(id)?.imageId)
  expect(images).toHaveLength(OLD)
  expect(images).not.toContain(fixture.group.newImageId)
  expect(fixture.account.ledger.lowestReady('web')).toBe(OLD)
  expect(standing(fixture.account)).toMatchObject({ sizes: fixture.before.sizes, suspended: fixture.before.suspended })
})

describe('on-gate-failure', () => {
  test('hold leaves everything for inspection, red', async () => {
    const fixture = bad(watched())
    const held = await run(fixture, { ...CANARY, 'on-gate-failure': 'hold' })
    expect(held.failed).toBe(true)
    expect(held.result.status).toBe('held')
    expect(newOnes(fixture)).toHaveLength(1)
    expect(oldLeft(fixture)).toHaveLength(OLD)
  })

  test('restore puts sizes back and keeps the launch source', async () => {
    const fixture = bad(watched())
    const restored = await run(fixture, { ...CANARY, 'on-gate-failure': 'restore' })
    expect(restored.result.status).toBe('halted')
    expect(newOnes(fixture)).toEqual([])
    expect(standing(fixture.account)).toEqual(fixture.before)
    expect(restored.reported).toContain('The group still launches from')
  })

  test('rollback leaves the group for inspection where no old instance tells what it launched before', async () => {
    const account = new SimulatedAccount()
    const current = addGroup(account, { name: 'web', balancers: ['target-group'], ...TEN })
    const fixture = watched('OK', ['web-5xx'], sceneOf(account, current))
    fixture.account.timeline.after(200, () => set(fixture, 'web-5xx', 'ALARM'))
    const held = await run(fixture, { ...CANARY, force: 'true', bake: '10' })
    expect(held.failed).toBe(true)
    expect(held.result.status).toBe('held')
    expect(held.result.failure?.why).toContain('It cannot be taken back: no old instance tells')
    expect(newOnes(fixture)).toHaveLength(1)
    expect(oldLeft(fixture)).toHaveLength(OLD)
  })
})

describe('before the first change', () => {
  const refusals: readonly {
    readonly name: string
    readonly fixture: () => Scene
    readonly inputs: Inputs
    readonly says: readonly string[]
  }[] = [
    {
      name: 'alarms that do not exist are refused, all in one line',
      fixture: watched,
      inputs: { alarms: 'web-5xx\ngone\nlost' },
      says: ['the alarms gone, lost do not exist in eu-west-1'],
    },
    {
      name: 'an alarm in ALARM is refused',
      fixture: () => watched('ALARM'),
      inputs: {},
      says: ['the alarm web-5xx is in ALARM', '`alarms-at-start: ignore-until-ok`'],
    },
    {
      name: 'an alarm of target tracking is refused',
      fixture: () => watched('OK', ['TargetTracking-web-AlarmLow-1']),
      inputs: { alarms: 'TargetTracking-web-AlarmLow-1' },
      says: ['belongs to a scaling policy'],
    },
    {
      name: 'a role that may not ask CloudWatch is refused, by the permission that it lacks',
      fixture: () => {
        const fixture = watched()
        fixture.account.faults.deny('cloudwatch:DescribeAlarms')
        return fixture
      },
      inputs: {},
      says: ['cloudwatch:DescribeAlarms'],
    },
  ]
  test.each(refusals)('$name, in a dry run as well', async ({ fixture: make, inputs, says }) => {
    for (const dryRun of ['true', 'false']) {
      const fixture = make()
      const refused = await run(fixture, { ...CANARY, ...inputs, 'dry-run': dryRun })
      expect(refused.failed).toBe(true)
      for (const text of says) expect(refused.reported).toContain(text)
      expect(fixture.account.ledger.changes()).toEqual([])
    }
  })

  test('an alarm that a scaling policy listens to is refused by name', async () => {
    const fixture = watched('OK', ['web-cpu'])
    const policy = { AutoScalingGroupName: 'web', PolicyName: 'track', PolicyType: 'TargetTrackingScaling', TargetTrackingConfiguration: { PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' }, TargetValue: 50 } } as const // prettier-ignore
    const { Alarms = [] } = operator(fixture.account).PutScalingPolicy(policy as never)
    const [first] = Alarms
    const refused = await run(fixture, { ...CANARY, alarms: first?.AlarmName ?? '' })
    expect(refused.reported).toContain('belongs to a scaling policy')
  })

  test('one that is to be ignored is named, and counts once it has been OK', async () => {
    const ignored = watched('ALARM')
    const inputs = { ...CANARY, 'alarms-at-start': 'ignore-until-ok' }
    const rolled = await run(ignored, inputs)
    expectRolled(ignored, rolled)
    expect(rolled.reported).toContain('it counts from its first OK')

    const counting = watched('ALARM')
    counting.account.timeline.after(20, () => set(counting, 'web-5xx', 'OK'))
    counting.account.timeline.after(120, () => set(counting, 'web-5xx', 'ALARM'))
    const failed = await run(counting, inputs)
    expect(failed.result.status).toBe('halted')
    expect(oldLeft(counting)).toHaveLength(OLD)

    const planned = await run(watched('ALARM'), { ...inputs, 'dry-run': 'true' })
    expect(planned.failed).toBe(false)
    expect(planned.reported).toContain('it counts from its first OK')
  })
})

describe('an alarm without data', () => {
  test('is neutral', async () => {
    const fixture = watched('INSUFFICIENT_DATA')
    expectRolled(fixture, await run(fixture, CANARY))
  })

  test('is waited for', async () => {
    const fixture = watched('INSUFFICIENT_DATA')
    fixture.account.timeline.after(900, () => set(fixture, 'web-5xx', 'OK'))
    const begun = fixture.account.timeline.now
    const rolled = await run(fixture, { ...CANARY, 'alarms-without-data': 'wait' })
    expectRolled(fixture, rolled)
    expect(rolled.reported).toContain('waits for the alarm web-5xx to be OK; it is INSUFFICIENT_DATA')
    expect(fixture.account.timeline.now - begun).toBeGreaterThan(900)
  })

  test('fails the gate', async () => {
    const fixture = watched('INSUFFICIENT_DATA')
    const failed = await run(fixture, { ...CANARY, 'alarms-without-data': 'fail' })
    expect(failed.result.status).toBe('halted')
    expect(failed.reported).toContain('had no data')
    expect(oldLeft(fixture)).toHaveLength(OLD)
  })
})

test('a composite alarm watches, and so does one that its ARN names', async () => {
  const fixture = bad(watched())
  fixture.account.cloudWatch.operations.PutCompositeAlarm({ AlarmName: 'web', AlarmRule: 'ALARM("web-5xx")' })
  const rolled = await run(fixture, { ...CANARY, alarms: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:web' })
  expect(rolled.reported).toContain('The alarm web is in ALARM')
  expect(oldLeft(fixture)).toHaveLength(OLD)
})

test('a log alarm watches', async () => {
  const fixture = watched()
  const { cloudWatch, timeline } = fixture.account
  cloudWatch.operations.PutLogAlarm({ AlarmName: 'web-log' } as never)
  set(fixture, 'web-log', 'OK')
  timeline.after(200, () => set(fixture, 'web-log', 'ALARM'))
  const failed = await run(fixture, { ...CANARY, bake: '10', alarms: 'web-log' })
  expect(failed.reported).toContain('The alarm web-log is in ALARM')
  expect(oldLeft(fixture)).toHaveLength(OLD)
})

test('scaling policies are asked for once', async () => {
  const fixture = watched()
  await run(fixture, { ...CANARY, 'dry-run': 'true' })
  expect(fixture.account.ledger.entries.filter(({ operation }) => operation === 'DescribePolicies')).toHaveLength(1)
})

test('an alarm that flaps between two looks begins the bake anew', async () => {
  const quiet = watched()
  const begun = quiet.account.timeline.now
  expectRolled(quiet, await run(quiet, CANARY))
  const usual = quiet.account.timeline.now - begun
  const flapping = watched()
  const { timeline } = flapping.account
  // Between two looks of five seconds: in ALARM for a moment, and OK again.
  timeline.after(200, () => {
    set(flapping, 'web-5xx', 'ALARM')
    set(flapping, 'web-5xx', 'OK')
  })
  const start = timeline.now
  expectRolled(flapping, await run(flapping, CANARY))
  expect(timeline.now - start).toBeGreaterThan(usual + 30)
})

describe('where CloudWatch does not answer', () => {
  const silence = ({ account }: Scene, seconds: number): void => {
    account.timeline.after(100, () => {
      account.faults.deny('cloudwatch:DescribeAlarms')
      account.timeline.after(seconds, () => account.faults.clear())
    })
  }
  test('for minutes, nothing old leaves until it answers', async () => {
    const fixture = watched()
    silence(fixture, 200)
    const rolled = await run(fixture, CANARY)
    expectRolled(fixture, rolled)
    expect(rolled.reported).toContain('CloudWatch does not tell the state of web-5xx')
  })

  test('for more than five minutes, the gate fails', async () => {
    const fixture = watched()
    silence(fixture, 5000)
    const failed = await run(fixture, CANARY)
    expect(failed.result.status).toBe('halted')
    expect(failed.reported).toContain('CloudWatch has not told the state of web-5xx for 5 minutes')
    expect(oldLeft(fixture)).toHaveLength(OLD)
  })
})

test('an alarm that is deleted on the way holds the roll, and then fails its gate', async () => {
  const fixture = watched()
  const { cloudWatch, timeline } = fixture.account
  timeline.after(200, () => cloudWatch.operations.DeleteAlarms({ AlarmNames: ['web-5xx'] }))
  const failed = await run(fixture, { ...CANARY, bake: '10' })
  expect(failed.result.status).toBe('halted')
  expect(failed.reported).toContain('CloudWatch does not tell the state of web-5xx')
  expect(failed.reported).toContain('CloudWatch has not told the state of web-5xx for 5 minutes')
  expect(newOnes(fixture)).toEqual([])
  expect(oldLeft(fixture)).toHaveLength(OLD)
})

test('a release must be given the alarms of the run that waits', async () => {
  const fixture = watched()
  await run(fixture, { ...CANARY, promote: 'by-hand' })
  fixture.account.ledger.clear()
  const { checkpoints, bake, alarms } = CANARY
  const refused = await run(fixture, { mode: 'release', checkpoints, bake }, { runId: '1001' })
  expect(refused.failed).toBe(true)
  expect(refused.reported).toContain('`alarms`')
  expect(fixture.account.ledger.changes()).toEqual([])
  expectRolled(fixture, await run(fixture, { mode: 'release', checkpoints, bake, alarms }, { runId: '1002' }))
})

test('two groups that one alarm watches both go back', async () => {
  const fixture = bad(watched())
  const { account } = fixture
  const other = addGroup(account, {
    name: 'api',
    size: 3,
    launch: 'configuration',
    balancers: ['classic'],
    outdated: true,
  })
  const failed = await run(fixture, { ...CANARY, 'auto-scaling-groups': 'web\napi' })
  expect(failed.failed).toBe(true)
  expect(oldLeft(fixture)).toHaveLength(OLD)
  expect(instanceIds(account, 'api').toSorted()).toEqual(other.instanceIds.toSorted())
  // One call a look asks for both groups; the look ahead asks once more.
  const calls = (operation: string): number =>
    account.ledger.entries.filter((entry) => entry.operation === operation).length
  expect(calls('DescribeAlarms')).toBeLessThanOrEqual(calls('DescribeAutoScalingGroups') + 1)
})

test('more alarms than one call takes are asked in several', async () => {
  const names = Array.from({ length: 101 }, (_, index) => `web-${index}`)
  const fixture = watched('OK', names)
  const planned = await run(fixture, { ...CANARY, alarms: names.join('\n'), 'dry-run': 'true' })
  expect(planned.failed).toBe(false)
  const asked = fixture.account.ledger.entries.filter(({ operation }) => operation === 'DescribeAlarms')
  const sizes = asked.map(({ input }) => (input['AlarmNames'] as readonly string[]).length)
  expect([...new Set(sizes)].toSorted((a, b) => a - b)).toEqual([1, 100])
})
