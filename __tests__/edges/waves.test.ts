/** Runs over several groups in waves, by the whole program. */
import { addGroup, type BuiltGroup, type GroupPlan, instanceIds } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { type ActionRun, runAction, type RunActionOptions } from '../../testing/run-action.ts'
import { textsIn, TurnWatch } from '../../testing/oracles/turn-watch.ts'
import { type Inputs, operator, standing } from './fixture.ts'

beforeAll(takeShortcut)

interface Fleet {
  readonly account: SimulatedAccount
  readonly groups: readonly BuiltGroup[]
}

interface GroupDocument {
  readonly group: string
  readonly status: string
  readonly wave: number | null
  readonly failure: { readonly what: string; readonly why: string | null; readonly remedy: string | null } | null
  readonly left: readonly string[]
}

interface Ended extends ActionRun {
  readonly reported: string
  readonly groups: readonly GroupDocument[]
  /** The groups of each status. */
  readonly by: Readonly<Record<string, readonly string[]>>
}

const OUTDATED = { outdated: true } as const

/** Groups of two old instances each. */
function fleet(names: readonly string[], plan: Partial<GroupPlan> = OUTDATED): Fleet {
  const account = new SimulatedAccount()
  const groups = names.map((name) => addGroup(account, { name, size: 2, balancers: ['target-group'], ...plan }))
  account.ledger.clear()
  return { account, groups }
}

async function run(
  { account, groups }: Fleet,
  inputs: Inputs,
  more: Omit<RunActionOptions, 'inputs'> = {},
): Promise<Ended> {
  const ended = await runAction(account, {
    inputs: {
      mode: 'respawn',
      'auto-scaling-groups': groups.map(({ name }) => name).join('\n'),
      'instance-timeout': '5',
      ...inputs,
    },
    ...more,
  })
  const { groups: found = [] } = JSON.parse(ended.outputs['result'] ?? '{}') as { groups?: GroupDocument[] }
  const annotations = ended.annotations.map(({ title, message }) => `${title}: ${message}`)
  return {
    ...ended,
    groups: found,
    by: Object.fromEntries(
      [...Map.groupBy(found, ({ status }) => status)].map(([status, those]) => [
        status,
        those.map(({ group }) => group),
      ]),
    ),
    reported: [...ended.lines, ...annotations, ended.summary].join('\n'),
  }
}

const oldOf = ({ groups }: Fleet): ReadonlyMap<string, readonly string[]> =>
  new Map(groups.map(({ name, instanceIds: ids }) => [name, ids]))

const oldIn = (fixture: Fleet, name: string): readonly string[] =>
  instanceIds(fixture.account, name).filter((id) => oldOf(fixture).get(name)?.includes(id))

/** A run that must keep to these waves. */
async function watched(
  fixture: Fleet,
  waves: readonly (readonly string[])[],
  inputs: Inputs,
  more: Omit<RunActionOptions, 'inputs'> = {},
): Promise<Ended> {
  const watch = new TurnWatch(fixture.account, {
    waves,
    maxGroups: Number(inputs['max-groups'] ?? Infinity),
    maxFailedGroups: Number(inputs['max-failed-groups'] ?? 0),
    old: oldOf(fixture),
  })
  const ended = await run(fixture, inputs, more)
  expect(watch.end()).toEqual([])
  return ended
}

/** Nothing of a group has changed: its instances, settings and launch source. */
function expectAsItWas(fixture: Fleet, names: readonly string[]): void {
  for (const name of names) {
    expect(oldIn(fixture, name)).toHaveLength(2)
    expect(fixture.account.ledger.launches(name)).toEqual([])
    expect(standing(fixture.account, name)).toEqual({ sizes: [0, 2, 3], suspended: [], memo: [] })
  }
}

const sourceOf = ({ account }: Fleet, name: string): unknown =>
  operator(account).DescribeAutoScalingGroups({ AutoScalingGroupNames: [name] }).AutoScalingGroups?.[0]?.LaunchTemplate

/** Seconds from the last launch or departure in one group to the first launch in another. */
const pauseBetween = ({ account }: Fleet, earlier: string, later: string): number =>
  (account.ledger.movements(later)[0]?.at ?? Infinity) - (account.ledger.movements(earlier).at(-1)?.at ?? 0)

const TWELVE = Array.from({ length: 12 }, (_, index) => `web-${String(index + 1).padStart(2, '0')}`)
const [FIRST = '', ...OTHERS] = TWELVE
const THREE = ['canary', 'web-a', 'web-b']
const THREE_WAVES = [['canary'], ['web-a'], ['web-b']]
const ORDER = { order: 'canary\nweb-a\nweb-b' }

/** The new image never answers. */
function sick(fixture: Fleet): Fleet {
  for (const { newImageId } of fixture.groups) fixture.account.behaviour.sickImages.add(newImageId)
  return fixture
}

/** Only one group has a new image that never answers. */
function sickIn(fixture: Fleet, name: string): Fleet {
  const { account } = fixture
  account.timeline.after(0, function look() {
    const old = oldOf(fixture).get(name) ?? []
    for (const id of account.autoScaling.capacity(name).ids.pending)
      if (!old.includes(id)) account.autoScaling.operations.SetInstanceHealth({ InstanceId: id, HealthStatus: 'Unhealthy' }) // prettier-ignore
    account.timeline.after(1, look)
  })
  return fixture
}

test('groups follow one another in the order of the lines, and those that no line names go last', async () => {
  const fixture = fleet([...THREE, 'api'])
  const waves = [['web-b'], ['canary', 'web-a'], ['api']]
  const rolled = await watched(fixture, waves, { order: 'web-b\nweb-*, canary', 'group-bake': '10' })
  expect(rolled.failed).toBe(false)
  expect(rolled.by).toEqual({ rolled: ['api', 'canary', 'web-a', 'web-b'] })
  expect(rolled.groups.map(({ wave }) => wave)).toEqual([3, 2, 2, 1])
  expect(pauseBetween(fixture, 'web-b', 'canary')).toBeGreaterThanOrEqual(600)
  expect(pauseBetween(fixture, 'canary', 'api')).toBeGreaterThanOrEqual(600)
  expect(Math.abs(pauseBetween(fixture, 'canary', 'web-a'))).toBeGreaterThan(100)
  expect(rolled.reported).toContain('Wave 2 of 3: canary, web-a')
  expect(rolled.reported).toContain('Wave 1 of 3 is done and bakes for 10 m before wave 2 begins.')
  expect(rolled.reported).toMatch(/\| 3 \| \[api\]\(https:[^ ]*\) \| ✅ rolled \|/)
})

test('a line of the order names groups by a tag', async () => {
  const fixture = fleet(THREE)
  const Tags = [{ ResourceId: 'web-b', ResourceType: 'auto-scaling-group', Key: 'Tier', Value: '1' }]
  operator(fixture.account).CreateOrUpdateTags({ Tags })
  fixture.account.ledger.clear()
  const rolled = await watched(fixture, [['web-b'], ['canary', 'web-a']], { order: 'tag:Tier=1' })
  expect(rolled.groups.map(({ group, wave }) => [group, wave])).toEqual([
    ['canary', 2],
    ['web-a', 2],
    ['web-b', 1],
  ])
})

describe('twelve groups with an image that never answers', () => {
  test.each([
    { mode: 'respawn', inputs: { 'max-groups': '1' } },
    { mode: 'scale-up-patch', inputs: { order: FIRST } },
    { mode: 'patch-image', inputs: { rollout: 'respawn', 'max-groups': '1' } },
    { mode: 'patch-image', inputs: { rollout: 'scale-up-patch', order: FIRST, dark: 'true', 'release-after': '1' } },
  ])('one is touched: $mode $inputs', async ({ mode, inputs }) => {
    const fixture = sick(fleet(TWELVE, mode === 'patch-image' ? {} : OUTDATED))
    const before = OTHERS.map((name) => sourceOf(fixture, name))
    const halted = await watched(fixture, [[FIRST], OTHERS], { mode, ...inputs })
    expect(halted.failed).toBe(true)
    expect(halted.by).toEqual({ halted: [FIRST], waiting: OTHERS })
    expectAsItWas(fixture, OTHERS)
    expect(OTHERS.map((name) => sourceOf(fixture, name))).toEqual(before)
    expect(oldIn(fixture, FIRST)).toHaveLength(2)
    expect(halted.groups.at(-1)?.failure).toMatchObject({
      what: 'The turn of web-12 did not come.',
      why: 'web-01 has failed, and `max-failed-groups` is 0.',
    })
    expect(halted.reported).toContain('11 groups did not begin: web-02')
    expect(halted.reported).toContain('❌ Fleet Patch: 12 groups: 1 halted, 11 waiting')

    const post = await run(fixture, {}, { state: halted.state })
    expect(post.failed).toBe(false)
    expectAsItWas(fixture, OTHERS)
  })

  test('with max-groups those that are on their way come to their end when another fails', async () => {
    const fixture = sickIn(fleet(TWELVE), 'web-01')
    const halted = await watched(fixture, [TWELVE], { 'max-groups': '2' })
    expect(halted.by).toEqual({ halted: ['web-01'], rolled: ['web-02'], waiting: OTHERS.slice(1) })
    expectAsItWas(fixture, OTHERS.slice(1))
  })

  test('with max-failed-groups as many may fail', async () => {
    const fixture = sickIn(fleet(THREE), 'canary')
    const halted = await watched(fixture, THREE_WAVES, { ...ORDER, 'max-failed-groups': '1' })
    expect(halted.failed).toBe(true)
    expect(halted.by).toEqual({ halted: ['canary'], rolled: ['web-a', 'web-b'] })

    const all = sick(fleet(THREE))
    const over = await watched(all, THREE_WAVES, { ...ORDER, 'max-failed-groups': '1' })
    expect(over.by).toEqual({ halted: ['canary', 'web-a'], waiting: ['web-b'] })
    expect(over.reported).toContain('canary, web-a have failed, and `max-failed-groups` is 1.')
  })
})

test('a group that is patched in its turn launches what it did until then', async () => {
  const fixture = fleet(THREE, {})
  const { account } = fixture
  const before = sourceOf(fixture, 'web-b')
  const seen: unknown[] = []
  account.timeline.after(0, function look() {
    if (oldIn(fixture, 'web-a').length > 0) seen.push(sourceOf(fixture, 'web-b'))
    account.timeline.after(5, look)
  })
  const rolled = await watched(fixture, THREE_WAVES, { mode: 'patch-image', rollout: 'respawn', ...ORDER })
  expect(rolled.failed).toBe(false)
  expect(rolled.by).toEqual({ rolled: THREE })
  expect(seen.length).toBeGreaterThan(10)
  for (const source of seen) expect(source).toEqual(before)
  expect(sourceOf(fixture, 'web-b')).not.toEqual(before)
})

test('a group whose patch is refused in its turn is not rolled, and none follows', async () => {
  const fixture = fleet(THREE)
  fixture.account.faults.deny('ec2:CreateLaunchTemplateVersion')
  const inputs = { mode: 'patch-image', rollout: 'respawn', 'instance-type': 't3.small', ...ORDER }
  const refused = await watched(fixture, THREE_WAVES, inputs)
  expect(refused.failed).toBe(true)
  expect(refused.by).toEqual({ failed: ['canary'], waiting: ['web-a', 'web-b'] })
  expectAsItWas(fixture, THREE)
})

test.each([{}, ORDER])('a patch that AWS shows late is rolled all the same: %p', async (turns) => {
  const fixture = fleet(THREE, { launch: 'configuration' })
  fixture.account.behaviour.staleSeconds = 20
  const inputs = { mode: 'patch-image', rollout: 'respawn', ...turns }
  const rolled = await run(fixture, inputs)
  expect(rolled.by).toEqual({ rolled: THREE })
  // Until what AWS shows is what there is.
  fixture.account.timeline.advance(60)
  for (const name of THREE) expect(oldIn(fixture, name)).toEqual([])
  const back = await run(fixture, { mode: 'rollback' }, { runId: '1001' })
  expect(back.by).toEqual({ rolled: THREE })
})

test('a group that follows a launch template rolls as soon as it is patched: nothing read before is gone by', async () => {
  const fixture = fleet(THREE, { launch: 'template-latest' })
  const rolled = await watched(fixture, THREE_WAVES, { mode: 'patch-image', rollout: 'respawn', ...ORDER })
  expect(rolled.by).toEqual({ rolled: THREE })
  const changes = fixture.account.ledger.changes()
  const firstOf = (operation: string): number => changes.find((each) => each.operation === operation)?.at ?? NaN
  expect(firstOf('UpdateAutoScalingGroup') - firstOf('CreateLaunchTemplateVersion')).toBeLessThan(20)
})

describe('at a gate to be passed by hand', () => {
  const GATED = { ...ORDER, checkpoints: '1', promote: 'by-hand', surge: '1' }

  test('the others wait, green, and follow once the group is through', async () => {
    const fixture = fleet(THREE)
    const gated = await watched(fixture, THREE_WAVES, GATED)
    expect(gated.failed).toBe(false)
    expect(gated.by).toEqual({ gated: ['canary'], waiting: ['web-a', 'web-b'] })
    expect(gated.groups.at(-1)).toMatchObject({
      failure: null,
      left: ['Its turn comes when canary is through: let it go on with `mode: release`, then start this step again.'],
    })
    expectAsItWas(fixture, ['web-a', 'web-b'])
    expect(oldIn(fixture, 'canary')).toHaveLength(2)

    const { surge: _, ...gates } = GATED
    const released = await run(fixture, { mode: 'release', ...gates }, { runId: '1001' })
    expect(released.failed).toBe(false)
    expect(released.by).toEqual({ rolled: ['canary'], current: ['web-a', 'web-b'] })
    expectAsItWas(fixture, ['web-a', 'web-b'])

    const next = await watched(fixture, THREE_WAVES, GATED, { runId: '1002' })
    expect(next.by).toEqual({ current: ['canary'], gated: ['web-a'], waiting: ['web-b'] })
  })

  test('with max-groups one that waits at a gate keeps its place', async () => {
    const fixture = fleet(THREE)
    const { order: _, ...inputs } = GATED
    const gated = await watched(fixture, [THREE], { ...inputs, 'max-groups': '2' })
    expect(gated.failed).toBe(false)
    expect(gated.by).toEqual({ gated: ['canary', 'web-a'], waiting: ['web-b'] })
    expectAsItWas(fixture, ['web-b'])
  })

  test('and so does one that is left in the dark', async () => {
    const fixture = fleet(THREE)
    const dark = await watched(fixture, THREE_WAVES, { mode: 'scale-up-patch', ...ORDER, dark: 'true' })
    expect(dark.failed).toBe(false)
    expect(dark.by).toEqual({ dark: ['canary'], waiting: ['web-a', 'web-b'] })
    const released = await run(fixture, { mode: 'release', ...ORDER }, { runId: '1001' })
    expect(released.by).toEqual({ rolled: ['canary'], current: ['web-a', 'web-b'] })
  })
})

describe('alarms', () => {
  const METRIC = { MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 } as const // prettier-ignore
  const WATCHED = { ...ORDER, alarms: 'web-5xx', 'group-bake': '30' }

  const set = ({ account }: Fleet, StateValue: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'): void =>
    void account.cloudWatch.operations.SetAlarmState({ AlarmName: 'web-5xx', StateValue, StateReason: 'Errors' })

  function alarmed(names: readonly string[] = THREE, plan: Partial<GroupPlan> = OUTDATED): Fleet {
    const fixture = fleet(names, plan)
    fixture.account.cloudWatch.operations.PutMetricAlarm({ AlarmName: 'web-5xx', ...METRIC })
    set(fixture, 'OK')
    return fixture
  }

  /** Does something so many seconds after the last old instance of a group has left. */
  function whenRolled(fixture: Fleet, name: string, seconds: number, act: () => void): void {
    const look = (): void =>
      void fixture.account.timeline.after(
        oldIn(fixture, name).length > 0 ? 5 : seconds,
        oldIn(fixture, name).length > 0 ? look : act,
      )
    look()
  }

  test('one that is raised while a wave bakes keeps the next from beginning', async () => {
    const fixture = alarmed()
    whenRolled(fixture, 'canary', 600, () => set(fixture, 'ALARM'))
    const stopped = await watched(fixture, THREE_WAVES, WATCHED)
    expect(stopped.failed).toBe(true)
    expect(stopped.by).toEqual({ rolled: ['canary'], waiting: ['web-a', 'web-b'] })
    expectAsItWas(fixture, ['web-a', 'web-b'])
    expect(stopped.groups.at(-1)?.failure?.why).toContain('The alarm web-5xx is in ALARM since')
    expect(stopped.annotations.map(({ message }) => message).join()).toContain('web-5xx')
  })

  test('one that is ignored until it is OK counts for all waves from its first OK', async () => {
    const fixture = alarmed()
    set(fixture, 'ALARM')
    fixture.account.timeline.after(60, () => set(fixture, 'OK'))
    whenRolled(fixture, 'canary', 1, () => set(fixture, 'ALARM'))
    const inputs = { ...ORDER, alarms: 'web-5xx', 'alarms-at-start': 'ignore-until-ok' }
    const stopped = await watched(fixture, THREE_WAVES, inputs)
    expect(stopped.failed).toBe(true)
    expectAsItWas(fixture, ['web-b'])
    expect(oldIn(fixture, 'web-a')).toHaveLength(2)
  })

  test('one that is raised while a group is patched in its turn counts, though alarms are ignored at the start', async () => {
    const fixture = alarmed(THREE, {})
    let patches = 0
    fixture.account.ledger.recorder = {
      before: () => undefined,
      after: ({ operation }) => {
        if (operation === 'CreateLaunchTemplateVersion' && ++patches === 2) set(fixture, 'ALARM')
      },
    }
    const inputs = { mode: 'patch-image', rollout: 'respawn', ...ORDER, alarms: 'web-5xx', 'alarms-at-start': 'ignore-until-ok' } // prettier-ignore
    const halted = await watched(fixture, THREE_WAVES, inputs)
    expect(halted.by).toEqual({ rolled: ['canary'], halted: ['web-a'], waiting: ['web-b'] })
    expect(oldIn(fixture, 'web-a')).toHaveLength(2)
  })

  test('one that was in ALARM all the time keeps nothing from beginning', async () => {
    const fixture = alarmed()
    set(fixture, 'ALARM')
    const rolled = await watched(fixture, THREE_WAVES, { ...WATCHED, 'alarms-at-start': 'ignore-until-ok' })
    expect(rolled.by).toEqual({ rolled: THREE })
  })

  test('where failed groups are borne, its OK is waited for', async () => {
    const fixture = alarmed()
    whenRolled(fixture, 'canary', 600, () => set(fixture, 'ALARM'))
    whenRolled(fixture, 'canary', 4000, () => set(fixture, 'OK'))
    const rolled = await watched(fixture, THREE_WAVES, { ...WATCHED, 'max-failed-groups': '1' })
    expect(rolled.by).toEqual({ rolled: THREE })
    expect(pauseBetween(fixture, 'canary', 'web-a')).toBeGreaterThan(3900)
  })

  test('one without data fails the bake of a wave where that is asked', async () => {
    const fixture = alarmed()
    whenRolled(fixture, 'canary', 600, () => set(fixture, 'INSUFFICIENT_DATA'))
    const stopped = await watched(fixture, THREE_WAVES, { ...WATCHED, 'bake-at-end': '0', 'alarms-without-data': 'fail' }) // prettier-ignore
    expect(stopped.by).toEqual({ rolled: ['canary'], waiting: ['web-a', 'web-b'] })
    expect(stopped.reported).toContain('At the end of the bake of wave 1 the alarm web-5xx had no data')
  })

  test('while CloudWatch does not answer none begins, and after five minutes none will', async () => {
    const fixture = alarmed()
    whenRolled(fixture, 'canary', 600, () => fixture.account.faults.deny('cloudwatch:DescribeAlarms'))
    const stopped = await watched(fixture, THREE_WAVES, WATCHED)
    expect(stopped.by).toEqual({ rolled: ['canary'], waiting: ['web-a', 'web-b'] })
    expect(stopped.reported).toContain('CloudWatch has not told the state of web-5xx for 5 minutes')
  })

  test('while CloudWatch does not answer at the end of a bake none begins, and once it does the next follows', async () => {
    const fixture = alarmed()
    const { faults } = fixture.account
    whenRolled(fixture, 'canary', 1740, () => faults.deny('cloudwatch:DescribeAlarms'))
    whenRolled(fixture, 'canary', 1980, () => faults.clear())
    const rolled = await watched(fixture, THREE_WAVES, { ...ORDER, alarms: 'web-5xx', 'group-bake': '30' })
    expect(rolled.by).toEqual({ rolled: THREE })
    const begun = fixture.account.ledger.changes().find(({ input }) => textsIn(input).includes('web-a'))?.at ?? 0
    expect(begun - (fixture.account.ledger.movements('canary').at(-1)?.at ?? 0)).toBeGreaterThan(1950)
  })

  test('one that two groups share takes both back, and the rest is never touched', async () => {
    const fixture = alarmed(THREE, { ...OUTDATED, launch: 'template-default' })
    const { account, groups } = fixture
    for (const { newImageId } of groups) account.behaviour.badImages.add(newImageId)
    account.behaviour.badAlarms.set('web-5xx', 20)
    const halted = await watched(fixture, [['canary', 'web-a'], ['web-b']], {
      order: 'canary, web-a',
      alarms: 'web-5xx',
      checkpoints: '1',
      bake: '5',
    })
    expect(halted.by).toEqual({ halted: ['canary', 'web-a'], waiting: ['web-b'] })
    for (const name of THREE) expect(oldIn(fixture, name)).toHaveLength(2)
    expect(halted.reported).toContain('The alarm web-5xx is in ALARM since')
    expectAsItWas(fixture, ['web-b'])
  })
})

describe('before any change', () => {
  test.each([
    { order: 'canray\nweb-a', says: ['`canray` on line 1 matches none of them (the nearest is `canary`)'] },
    { order: 'web-a\ncanary, web-a', says: ['web-a belongs to line 1 and to line 2'] },
    { order: 'web-*\n*-b\ntag:Tier=1', says: ['web-b belongs to line 1 and to line 2', '`tag:Tier=1` on line 3'] },
  ])('an order that does not fit is refused: $order', async ({ order, says }) => {
    for (const inputs of [{}, { mode: 'patch-image', rollout: 'respawn' }, { 'dry-run': 'true' }]) {
      const fixture = fleet(THREE)
      const refused = await run(fixture, { order, ...inputs })
      expect(refused.failed).toBe(true)
      for (const text of ['`order` does not fit', ...says]) expect(refused.reported).toContain(text)
      expect(fixture.account.ledger.changes()).toEqual([])
    }
  })

  const SHARED = ['template-latest', 'template-default'] as const
  test.each(SHARED)('groups of two waves that follow one launch template are refused by name: %s', async (launch) => {
    const shared = (): Fleet => {
      const fixture = fleet(THREE, { launch })
      const { operations } = fixture.account.autoScaling
      const source = sourceOf(fixture, 'canary') as { LaunchTemplateId: string; Version: string }
      const { LaunchTemplateId, Version } = source
      operations.UpdateAutoScalingGroup({ AutoScalingGroupName: 'web-b', LaunchTemplate: { LaunchTemplateId, Version } }) // prettier-ignore
      fixture.account.ledger.clear()
      return fixture
    }
    const patching = { mode: 'patch-image', rollout: 'respawn', force: 'true' }
    for (const turns of [ORDER, { 'max-groups': '2' }]) {
      const fixture = shared()
      const refused = await run(fixture, { ...patching, ...turns })
      expect(refused.failed).toBe(true)
      expect(refused.reported).toContain('canary is patched before the turn of web-b')
      expect(refused.reported).toContain(launch === 'template-latest' ? '`$Latest`' : '`$Default`')
      expect(fixture.account.ledger.changes()).toEqual([])
    }
    const together = await run(shared(), { ...patching, order: 'canary, web-b' })
    expect(together.by).toEqual({ rolled: THREE })
  })
})

describe('a dry run', () => {
  test('plans wave by wave and changes nothing', async () => {
    const fixture = fleet(THREE)
    const planned = await run(fixture, { order: 'web-b\ncanary', 'group-bake': '60', 'dry-run': 'true' })
    expect(planned.failed).toBe(false)
    expect(planned.by).toEqual({ planned: THREE })
    expect(planned.groups.map(({ wave }) => wave)).toEqual([2, 3, 1])
    const steps = JSON.parse(planned.outputs['plan'] ?? '[]') as { group: string; wave: number }[]
    expect([...new Set(steps.map(({ wave, group }) => `${wave} ${group}`))]).toEqual(['1 web-b', '2 canary', '3 web-a'])
    expect(planned.reported).toContain('| 1 | 1 | `web-b` |')
    expect(fixture.account.ledger.changes()).toEqual([])
  })

  test('of a patch plans its roll, too', async () => {
    const fixture = fleet(THREE, {})
    const planned = await run(fixture, { mode: 'patch-image', rollout: 'respawn', ...ORDER, 'dry-run': 'true' })
    expect(planned.by).toEqual({ planned: THREE })
    expect(planned.outputs['plan']).toContain('create-version')
    expect(planned.outputs['plan']).toContain('terminate')
    expect(fixture.account.ledger.changes()).toEqual([])
  })
})

describe('a run that ends early', () => {
  test('is cancelled while a wave bakes: what is done stays, and a later run waits for the rest of the bake', async () => {
    const fixture = fleet(THREE)
    const { account } = fixture
    const cancelled = new AbortController()
    account.timeline.after(0, function look() {
      if (oldIn(fixture, 'canary').length > 0) account.timeline.after(5, look)
      else account.timeline.after(600, () => cancelled.abort())
    })
    const inputs = { ...ORDER, 'group-bake': '60' }
    const ended = await watched(fixture, THREE_WAVES, inputs, { signal: cancelled.signal })
    expect(ended.failed).toBe(true)
    expect(ended.by).toEqual({ rolled: ['canary'], waiting: ['web-a', 'web-b'] })
    expect(ended.groups.at(-1)?.failure?.why).toBe('The run was cancelled.')
    expect((await run(fixture, inputs, { state: ended.state })).failed).toBe(false)

    const next = await watched(fixture, THREE_WAVES, inputs, { runId: '1001' })
    expect(next.by).toEqual({ current: ['canary'], rolled: ['web-a', 'web-b'] })
    const launched = account.ledger.movements('canary').filter(({ kind }) => kind === 'launched').at(-1)?.at ?? 0 // prettier-ignore
    const begun = account.ledger.movements('web-a')[0]?.at ?? 0
    expect(begun - launched).toBeGreaterThanOrEqual(3600)
    expect(begun - launched).toBeLessThan(3700)
  })

  test('is cancelled in the first wave: the post step puts that back, and names no other group', async () => {
    const fixture = fleet(THREE)
    const { account } = fixture
    const cancelled = new AbortController()
    account.timeline.after(120, () => cancelled.abort())
    const ended = await watched(fixture, THREE_WAVES, ORDER, { signal: cancelled.signal })
    expect(account.ledger.launches('canary')).not.toEqual([])
    account.ledger.clear()
    const post = await run(fixture, ORDER, { state: ended.state })
    expect(post.failed).toBe(false)
    expect(standing(account, 'canary')).toEqual({ sizes: [0, 2, 3], suspended: [], memo: [] })
    const named = new Set(account.ledger.entries.flatMap(({ input }) => textsIn(input)))
    expect(THREE.filter((name) => named.has(name))).toEqual(['canary'])
    expectAsItWas(fixture, ['web-a', 'web-b'])
  })

  test('is refused before the first turn: the post step names no group', async () => {
    const fixture = fleet(THREE)
    const { ledger } = fixture.account
    const refused = await watched(fixture, THREE_WAVES, { ...ORDER, alarms: 'gone' })
    expect(refused.failed).toBe(true)
    expect(ledger.changes()).toEqual([])
    ledger.clear()
    await run(fixture, ORDER, { state: refused.state })
    const named = new Set(ledger.entries.flatMap(({ input }) => textsIn(input)))
    expect(THREE.filter((name) => named.has(name))).toEqual([])
  })

  test('does not wait for a bake where nothing is left to do', async () => {
    const fixture = fleet(THREE)
    await run(fixture, {})
    const { now } = fixture.account.timeline
    const again = await watched(fixture, THREE_WAVES, { ...ORDER, 'group-bake': '60' }, { runId: '1001' })
    expect(again.by).toEqual({ current: THREE })
    expect(fixture.account.timeline.now - now).toBeLessThan(60)
  })

  test('dies in the second wave: another goes on there', async () => {
    const fixture = fleet(THREE, {})
    const { account } = fixture
    const inputs = { mode: 'patch-image', rollout: 'respawn', ...ORDER }
    const whole = fleet(THREE, {})
    await run(whole, inputs)
    const call = whole.account.ledger.entries.findIndex(
      ({ operation, input }) =>
        operation === 'SetDesiredCapacity' || (operation === 'UpdateAutoScalingGroup' && input['AutoScalingGroupName'] === 'web-a' && 'DesiredCapacity' in input), // prettier-ignore
    )
    expect(call).toBeGreaterThan(0)
    const died = await watched(fixture, THREE_WAVES, inputs, { process: { crash: { when: 'after', call: call + 1 } } })
    expect(died.died).toBe(true)
    account.timeline.advance(400)
    const next = await run(fixture, inputs, { runId: '1001' })
    expect(next.failed).toBe(false)
    expect(next.by).toEqual({ current: ['canary'], rolled: ['web-a', 'web-b'] })
    for (const name of THREE) expect(account.ledger.launches(name)).toHaveLength(2)
  })

  test('has no time for the next wave: that one keeps what it had', async () => {
    const fixture = fleet(THREE)
    const ended = await watched(fixture, THREE_WAVES, { ...ORDER, 'group-bake': '17', timeout: '20' })
    expect(ended.failed).toBe(true)
    expect(ended.by).toEqual({ rolled: ['canary'], waiting: ['web-a', 'web-b'] })
    expect(ended.groups.at(-1)?.failure?.why).toContain('The time given by `timeout` ends before the wave before it has baked') // prettier-ignore
    expectAsItWas(fixture, ['web-a', 'web-b'])
  })
})
