import type { PutScheduledUpdateGroupActionCommandInput } from '@aws-sdk/client-auto-scaling'
import { addGroup } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { type Inputs, oldLeft, operator, run, scene, type Scene, standing } from './fixture.ts'

takeShortcut()

const web = { AutoScalingGroupName: 'web', ScheduledActionName: 'morning' } as const
type Schedule = Omit<PutScheduledUpdateGroupActionCommandInput, 'AutoScalingGroupName' | 'ScheduledActionName'>

const put = ({ account }: Scene, schedule: Schedule): void => {
  operator(account).PutScheduledUpdateGroupAction({ ...web, ...schedule })
}

const inSeconds = ({ account }: Scene, seconds: number): Date => new Date((account.timeline.now + seconds) * 1000)

/** The next full minute that is at least so many seconds away, as a cron expression on the clocks of a time zone. */
function recurringIn({ account }: Scene, seconds: number, timeZone: string): { Recurrence: string; TimeZone: string } {
  const at = new Date(Math.ceil((account.timeline.now + seconds) / 60) * 60_000)
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
  const { hour, minute } = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  return { Recurrence: `${Number(minute)} ${Number(hour)} * * *`, TimeZone: timeZone }
}

const group = (): Scene => scene({ size: 2, sizes: { min: 1, max: 12 } })

describe('a scheduled action that falls due in mid-roll is carried out:', () => {
  const rows: { name: string; schedule: (fixture: Scene) => Schedule; sizes: readonly number[]; inputs?: Inputs }[] = [
    {
      name: 'minimum and desired capacity',
      schedule: (it) => ({ StartTime: inSeconds(it, 120), MinSize: 10, DesiredCapacity: 10 }),
      sizes: [10, 10, 12],
    },
    { name: 'only a minimum', schedule: (it) => ({ StartTime: inSeconds(it, 120), MinSize: 5 }), sizes: [5, 5, 12] },
    { name: 'a smaller group', schedule: (it) => ({ StartTime: inSeconds(it, 120), MinSize: 0, DesiredCapacity: 1, MaxSize: 4 }), sizes: [0, 1, 4] }, // prettier-ignore
    {
      name: 'a recurring one, in its time zone',
      schedule: (it) => ({ ...recurringIn(it, 60, 'Asia/Kolkata'), DesiredCapacity: 6 }),
      sizes: [1, 6, 12],
    },
    {
      name: 'a recurring one, with steps as other crons have them',
      schedule: (it) => {
        const { Recurrence, TimeZone } = recurringIn(it, 60, 'UTC')
        return { Recurrence: Recurrence.replace(' ', '/60 '), TimeZone, DesiredCapacity: 6 }
      },
      sizes: [1, 6, 12],
    },
    {
      name: 'in a group that is doubled',
      schedule: (it) => ({ StartTime: inSeconds(it, 60), MinSize: 4, DesiredCapacity: 5 }),
      sizes: [4, 5, 12],
      inputs: { mode: 'scale-up-patch' },
    },
  ]
  test.each(rows)('$name', async ({ schedule, sizes, inputs }) => {
    for (const listsMissedActions of [true, false]) {
      const fixture = group()
      fixture.account.behaviour.listsMissedActions = listsMissedActions
      put(fixture, schedule(fixture))
      const rolled = await run(fixture, inputs)
      expect(rolled.result.status).toBe('rolled')
      expect(oldLeft(fixture)).toEqual([])
      expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes })
      expect(rolled.result.left.join(' ')).toMatch(
        /The scheduled action morning fell due at \S+ \S+ UTC while this run had suspended ScheduledActions: carried out by the run/,
      )
      expect(rolled.result.left.join(' ')).not.toContain('from outside this run')
      fixture.account.timeline.advance(1200)
      expect(standing(fixture.account).sizes).toEqual(sizes)
      expect(fixture.account.autoScaling.capacity('web').ready).toBe(sizes[1])
    }
  })
})

// AWS carries an action out up to two minutes late: a roll that began in between suspended it, and it was lost without a word.
describe('a roll that begins right after an action fell due', () => {
  const late = (delay: number): Scene => {
    const fixture = group()
    fixture.account.behaviour.scheduleDelaySeconds = delay
    put(fixture, { StartTime: inSeconds(fixture, 60), MinSize: 4, DesiredCapacity: 5 })
    fixture.account.timeline.advance(70)
    return fixture
  }

  test('waits until AWS has carried it out', async () => {
    const fixture = late(100)
    expect(standing(fixture.account).sizes).toEqual([1, 2, 12])
    const rolled = await run(fixture)
    expect(rolled.result.status).toBe('rolled')
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [4, 5, 12] })
    expect(rolled.lines.join('\n')).toContain('and AWS may yet carry it out')
  })

  test('waits for nothing where AWS has', async () => {
    const fixture = late(0)
    const rolled = await run(fixture)
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [4, 5, 12] })
    expect(rolled.lines.join('\n')).not.toContain('and AWS may yet carry it out')
  })

  test('waits for no more than two minutes', async () => {
    const fixture = late(1000)
    const { account } = fixture
    const from = account.timeline.now
    expect((await run(fixture)).result.status).toBe('rolled')
    const first = account.ledger.entries.find(({ operation, at }) => operation === 'SuspendProcesses' && at >= from)
    expect((first?.at ?? 0) - from).toBeGreaterThan(100)
    expect((first?.at ?? 0) - from).toBeLessThan(140)
  })
})

test('a group that grows by it does so at once, not when the roll is over', async () => {
  const fixture = scene({ size: 6, sizes: { min: 1, max: 12 } })
  put(fixture, { StartTime: inSeconds(fixture, 120), MinSize: 10, DesiredCapacity: 10 })
  let seen = 0
  fixture.account.timeline.after(180, () => (seen = standing(fixture.account).sizes[1] ?? 0))
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('rolled')
  expect(seen).toBeGreaterThanOrEqual(10)
})

test.each([
  { scaling: 'suspend', becomes: 'rests' },
  { scaling: 'follow', becomes: 'stays alive' },
])('plan, log and summary say that a policy $becomes, and what falls due', async ({ scaling, becomes }) => {
  const fixture = group()
  put(fixture, { StartTime: inSeconds(fixture, 600), MinSize: 10, DesiredCapacity: 10 })
  operator(fixture.account).PutScheduledUpdateGroupAction({
    ...web,
    ScheduledActionName: 'next-week',
    StartTime: inSeconds(fixture, 7 * 86_400),
    DesiredCapacity: 1,
  })
  for (const PolicyName of ['cpu', 'off'])
    operator(fixture.account).PutScalingPolicy({
      AutoScalingGroupName: 'web',
      PolicyName,
      PolicyType: 'SimpleScaling',
      AdjustmentType: 'ChangeInCapacity',
      ScalingAdjustment: 1,
      Enabled: PolicyName === 'cpu',
    })
  for (const inputs of [{ 'dry-run': 'true' }, {}]) {
    const rolled = await run(fixture, { ...inputs, scaling })
    const notes = rolled.result.notes.join(' ')
    expect(notes).toContain(`The scaling policy cpu ${becomes} while the group rolls`)
    expect(notes).toMatch(
      /What falls due until then is carried out by the run: morning at \S+ \S+ UTC \(min 10, desired 10\)\./,
    )
    expect(notes).not.toContain('next-week')
    expect(rolled.lines.join('\n')).toContain(`The scaling policy cpu ${becomes}`)
    expect(rolled.summary).toContain(`The scaling policy cpu ${becomes}`)
    expect(rolled.summary).toContain('is carried out by the run: morning')
  }
})

test('of many groups each is told its own, from one listing of the account', async () => {
  const fixture = group()
  const { account } = fixture
  const names = ['web', ...Array.from({ length: 5 }, (_, index) => `api-${index}`)]
  for (const name of names.slice(1)) addGroup(account, { name, size: 1, outdated: true })
  for (const name of ['web', 'api-4']) {
    const of = { AutoScalingGroupName: name }
    const StartTime = inSeconds(fixture, 3600)
    operator(account).PutScheduledUpdateGroupAction({ ...of, ScheduledActionName: `at-${name}`, StartTime, MaxSize: 9 })
    operator(account).PutScalingPolicy({
      ...of,
      PolicyName: `cpu-${name}`,
      PolicyType: 'SimpleScaling',
      AdjustmentType: 'ChangeInCapacity',
      ScalingAdjustment: 1,
    })
  }
  account.ledger.clear()
  const planned = await run(fixture, { 'dry-run': 'true', 'auto-scaling-groups': names.join('\n') })
  const results = JSON.parse(planned.outputs['result'] ?? '{}') as {
    readonly groups: readonly { readonly group: string; readonly notes: readonly string[] }[]
  }
  for (const { group: name, notes } of results.groups) {
    const told = ['web', 'api-4'].filter((each) => notes.join(' ').includes(`cpu-${each} stays alive`))
    const due = ['web', 'api-4'].filter((each) => notes.join(' ').includes(`at-${each} at`))
    const own = ['web', 'api-4'].filter((each) => each === name)
    expect({ name, told, due }).toEqual({ name, told: own, due: own })
  }
  expect(results.groups).toHaveLength(6)
  const calls = (operation: string): number =>
    account.ledger.entries.filter((entry) => entry.operation === operation).length
  expect(calls('DescribePolicies')).toBe(1)
  // The first three, as long as it is not known that more follow, and the account.
  expect(calls('DescribeScheduledActions')).toBe(4)
})

test('what others had suspended before rests by their doing: nothing is said, and nothing carried out', async () => {
  const fixture = group()
  put(fixture, { StartTime: inSeconds(fixture, 120), MinSize: 10, DesiredCapacity: 10 })
  const ScalingProcesses = ['ScheduledActions', 'AlarmNotification']
  operator(fixture.account).SuspendProcesses({ AutoScalingGroupName: 'web', ScalingProcesses })
  const rolled = await run(fixture)
  expect(rolled.result.notes).toEqual([])
  expect(standing(fixture.account)).toEqual({ ...fixture.before, suspended: [...ScalingProcesses].sort() })
})

test('an action that an operator deletes before it falls due is not carried out', async () => {
  const fixture = scene({ size: 6, sizes: { min: 1, max: 12 } })
  put(fixture, { StartTime: inSeconds(fixture, 400), MinSize: 10, DesiredCapacity: 10 })
  fixture.account.timeline.after(200, () => operator(fixture.account).DeleteScheduledAction(web))
  expect((await run(fixture)).result.status).toBe('rolled')
  expect(standing(fixture.account)).toEqual(fixture.before)
})

test('an action that is made in mid-roll is carried out', async () => {
  const fixture = scene({ size: 6, sizes: { min: 1, max: 12 } })
  fixture.account.timeline.after(100, () => put(fixture, { StartTime: inSeconds(fixture, 200), DesiredCapacity: 9 }))
  expect((await run(fixture)).result.status).toBe('rolled')
  expect(standing(fixture.account).sizes).toEqual([1, 9, 12])
})

test('a scheduled action that runs itself, since an operator has resumed it, is a wish', async () => {
  const fixture = scene({ size: 6, sizes: { min: 1, max: 12 } })
  put(fixture, { StartTime: inSeconds(fixture, 300), DesiredCapacity: 9 })
  fixture.account.timeline.after(150, () =>
    operator(fixture.account).ResumeProcesses({ AutoScalingGroupName: 'web', ScalingProcesses: ['ScheduledActions'] }),
  )
  const rolled = await run(fixture)
  expect(rolled.result.status).toBe('rolled')
  expect(standing(fixture.account).sizes).toEqual([1, 9, 12])
  expect(rolled.result.left.join(' ')).toContain('was carried out by AWS (desired 9): kept')
})

describe('a run that is lost, or stopped, before an action falls due', () => {
  test.each(['post step', 'restore', 'next run'])(
    'the %s carries it out when it puts the sizes back',
    async (recovery) => {
      const fixture = group()
      put(fixture, { StartTime: inSeconds(fixture, 300), MinSize: 3, DesiredCapacity: 4 })
      operator(fixture.account).PutScheduledUpdateGroupAction({
        ...web,
        ScheduledActionName: 'recurring',
        ...recurringIn(fixture, 330, 'America/New_York'),
        MaxSize: 9,
      })
      const dead = await run(fixture, {}, { process: { crash: { when: 'after', call: 45 } } })
      expect(dead.died).toBe(true)
      expect(standing(fixture.account).suspended).toContain('ScheduledActions')
      fixture.account.timeline.advance(500)
      const mode = recovery === 'restore' ? { mode: 'restore' } : {}
      const more = recovery === 'post step' ? { state: dead.state } : { runId: '2000' }
      const back = await run(fixture, mode, more)
      expect(back.failed).toBe(false)
      expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [3, 4, 9] })
      expect(back.reported).toContain('The scheduled action recurring fell due')
    },
  )

  // The restore carried the action out last, and five instances that an operator had asked for since were terminated.
  test.each([
    { name: 'a desired capacity', sizes: { DesiredCapacity: 8 }, expected: [0, 8, 12] },
    { name: 'a minimum', sizes: { MinSize: 8 }, expected: [8, 8, 12] },
  ])('$name that an operator sets after it is the last word', async ({ sizes, expected }) => {
    const fixture = scene({ size: 6, sizes: { min: 1, max: 12 } })
    const { account } = fixture
    put(fixture, { StartTime: inSeconds(fixture, 120), MinSize: 0, DesiredCapacity: 3 })
    const dead = await run(fixture, {}, { process: { crash: { when: 'after', call: 60 } } })
    expect(dead.died).toBe(true)
    account.timeline.advance(400)
    operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', ...sizes })
    account.timeline.advance(400)
    await run(fixture, { mode: 'restore' }, { runId: '1001' })
    expect(standing(account).sizes).toEqual(expected)
    expect(account.ledger.lowestReady('web')).toBe(6)
  })

  test('a death between the sizes and the saved state is made good', async () => {
    const fixture = group()
    put(fixture, { StartTime: inSeconds(fixture, 120), MinSize: 10, DesiredCapacity: 10 })
    const other = group()
    put(other, { StartTime: inSeconds(other, 120), MinSize: 10, DesiredCapacity: 10 })
    await run(other)
    const resize = other.account.ledger.entries.findIndex((entry) => entry.input['MinSize'] === 10)
    const dead = await run(fixture, {}, { process: { crash: { when: 'after', call: resize + 1 } } })
    expect(dead.died).toBe(true)
    fixture.account.timeline.advance(400)
    await run(fixture, { mode: 'restore' }, { runId: '2000' })
    expect(standing(fixture.account)).toEqual({ ...fixture.before, sizes: [10, 10, 12] })
  })
})

describe('a run that can look no longer lets the processes run again, and', () => {
  const HEALTH = 'elasticloadbalancing:DescribeTargetHealth'

  /** Three instances that are doubled to six; health is not read for half a minute, and then not any more. */
  function blinded(schedule: (fixture: Scene) => Schedule): Scene {
    const fixture = scene({ size: 3, sizes: { min: 0, max: 3 } })
    const { account } = fixture
    put(fixture, schedule(fixture))
    account.timeline.after(40, () =>
      account.faults.inject({ action: HEALTH, fault: { kind: 'refusal', code: 'ServiceUnavailable', status: 503 } }),
    )
    account.timeline.after(75, () => {
      account.faults.clear()
      account.faults.deny(HEALTH)
    })
    return fixture
  }

  test.each([
    { name: 'a maximum that AWS sets within the room of the roll', set: { MaxSize: 5 }, sizes: [0, 3, 5] },
    { name: 'a desired capacity that AWS sets within it', set: { DesiredCapacity: 4, MaxSize: 5 }, sizes: [0, 4, 5] },
  ])('$name is kept by the next restore', async ({ set, sizes }) => {
    const fixture = blinded((it) => ({ StartTime: inSeconds(it, 300), ...set }))
    const { account } = fixture
    const rolled = await run(fixture, { surge: '3' })
    expect(rolled.result.status).toBe('unfinished')
    expect(standing(account)).toMatchObject({ sizes: [0, 6, 6], suspended: [] })
    account.timeline.advance(700)
    account.faults.clear()
    const back = await run(fixture, { mode: 'restore' }, { runId: '2000' })
    expect(back.failed).toBe(false)
    expect(standing(account)).toEqual({ ...fixture.before, sizes })
    expect(back.result.left.join(' ')).toContain('MaxSize was changed from 3 to 5 from outside this run: kept.')
  })

  test('the same while a restore waits until it can look', async () => {
    const fixture = blinded((it) => ({ ...recurringIn(it, 300, 'UTC'), MaxSize: 5 }))
    const { account } = fixture
    const rolled = await run(fixture, { surge: '3' })
    account.timeline.after(400, () => account.faults.clear())
    const back = await run(fixture, {}, { state: rolled.state })
    expect(back.failed).toBe(false)
    expect(standing(account)).toEqual({ ...fixture.before, sizes: [0, 3, 5] })
  })

  test('what fell due before, while it looked in vain, is carried out by the next restore', async () => {
    const fixture = blinded((it) => ({ StartTime: inSeconds(it, 70), MinSize: 2, MaxSize: 7 }))
    const { account } = fixture
    account.behaviour.listsMissedActions = true
    await run(fixture, { surge: '3' })
    expect(standing(account)).toMatchObject({ sizes: [0, 6, 6], suspended: [] })
    account.timeline.advance(700)
    account.faults.clear()
    const back = await run(fixture, { mode: 'restore' }, { runId: '2000' })
    expect(back.failed).toBe(false)
    expect(standing(account)).toEqual({ ...fixture.before, sizes: [2, 3, 7] })
    expect(back.reported).toContain('The scheduled action morning fell due')
  })
})

test('without the permission to read them a roll is refused before its first change', async () => {
  const fixture = group()
  fixture.account.faults.deny('autoscaling:DescribeScheduledActions', 'autoscaling:DescribePolicies')
  const rolled = await run(fixture)
  expect(rolled.reported).toContain('autoscaling:DescribeScheduledActions')
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(fixture.account.ledger.changes()).toEqual([])
})

test('a restore without it puts back the sizes, and says what is not known', async () => {
  const fixture = group()
  const dead = await run(fixture, {}, { process: { crash: { when: 'after', call: 45 } } })
  expect(dead.died).toBe(true)
  fixture.account.timeline.advance(400)
  fixture.account.faults.deny('autoscaling:DescribeScheduledActions')
  const back = await run(fixture, { mode: 'restore' }, { runId: '2000' })
  expect(standing(fixture.account)).toEqual(fixture.before)
  expect(back.result.left.join(' ')).toContain('AWS did not say which scheduled actions fell due')
})
