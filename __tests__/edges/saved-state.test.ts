import { addGroup } from '../../simulator/scenario.ts'
import { deleteTargetGroups } from '../../simulator/scenario-balancers.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'
import { expectRolled, oldLeft, operator, run, type Scene, scene, standing, stripTags } from './fixture.ts'

beforeAll(takeShortcut)

const tagsOf = (account: SimulatedAccount, name = 'web'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(account.autoScaling.capacity(name).tags).filter(([key]) => key.startsWith('fleet-patch:')),
  )

function putTags(account: SimulatedAccount, tags: Readonly<Record<string, string>>, name = 'web'): void {
  operator(account).CreateOrUpdateTags({
    Tags: Object.entries(tags).map(([Key, Value]) => ({
      ResourceId: name,
      ResourceType: 'auto-scaling-group',
      Key,
      Value,
      PropagateAtLaunch: false,
    })),
  })
}

/** A roll of six that died when its sizes were raised. */
async function diedRaised(): Promise<Scene & { readonly state: Readonly<Record<string, string>> }> {
  const fixture = scene({ size: 6, sizes: { min: 0, max: 6 } })
  const { account } = fixture
  const undisturbed = scene({ size: 6, sizes: { min: 0, max: 6 } })
  await run(undisturbed)
  const call =
    undisturbed.account.ledger.entries.findIndex(({ operation }) => operation === 'UpdateAutoScalingGroup') + 1
  const dead = await run(fixture, {}, { process: { crash: { when: 'after', call } } })
  expect(dead.died).toBe(true)
  expect(account.autoScaling.capacity('web').desired).toBeGreaterThan(6)
  return { ...fixture, state: dead.state }
}

/** A roll of six that died when it had written its saved state, and nothing else. */
async function diedAtFirstTag(): Promise<Scene & { readonly state: Readonly<Record<string, string>> }> {
  const fixture = scene({ size: 6, sizes: { min: 0, max: 6 } })
  const undisturbed = scene({ size: 6, sizes: { min: 0, max: 6 } })
  await run(undisturbed)
  const call = undisturbed.account.ledger.entries.findIndex(({ operation }) => operation === 'CreateOrUpdateTags') + 1
  const dead = await run(fixture, {}, { process: { crash: { when: 'after', call } } })
  expect(dead.died).toBe(true)
  return { ...fixture, state: dead.state }
}

/** A roll of six that was lost between its last two calls: everything is back, and only the tags are left. */
async function lostBeforeForgetting(): Promise<Scene> {
  const fixture = scene({ size: 6, sizes: { min: 0, max: 12 } })
  const undisturbed = scene({ size: 6, sizes: { min: 0, max: 12 } })
  await run(undisturbed, { surge: '6' })
  const call = undisturbed.account.ledger.entries.findIndex(({ operation }) => operation === 'DeleteTags') + 1
  const dead = await run(fixture, { surge: '6' }, { process: { crash: { when: 'before', call } } })
  expect(dead.died).toBe(true)
  return fixture
}

describe('tags that are not of this group', () => {
  test.each(['respawn', 'restore'])('%s refuses a clone that carries them, and changes nothing', async (mode) => {
    const { account } = await diedRaised()
    const clone = addGroup(account, { name: 'clone', size: 3, outdated: true })
    putTags(account, tagsOf(account), 'clone')
    account.timeline.advance(600)
    const before = standing(account, 'clone')
    account.ledger.clear()
    const refused = await run({ account, group: clone, before }, { mode }, { runId: '1001' })
    expect(refused.failed).toBe(true)
    expect(refused.reported).toMatch(
      /bound to the group with the id [0-9a-f-]{36} .*, and clone has the id [0-9a-f-]{36}/,
    )
    expect(account.ledger.changes()).toEqual([])
    expect(standing(account, 'clone')).toEqual(before)
  })

  test.each([
    { name: 'a surge that would empty the group', facts: 'min=0 max=6 desired=0 suspends=none surge=1000' },
    { name: 'a process that no run suspends', facts: 'min=0 max=6 desired=3 suspends=Launch surge=1' },
  ])('are refused: $name', async ({ facts }) => {
    const fixture = scene()
    const { account } = fixture
    const started = Math.floor(account.timeline.now) - 7200
    putTags(account, {
      'fleet-patch:memo': `started=${started} ${facts} source=0123456789abcdef until=none`,
      'fleet-patch:run': `run=7/1/a heartbeat=${started}`,
    })
    const before = standing(account)
    account.ledger.clear()
    const refused = await run(fixture, { mode: 'restore' })
    expect(refused.failed).toBe(true)
    expect(refused.reported).toContain('cannot be read')
    expect(account.ledger.changes()).toEqual([])
    expect(standing(account)).toEqual(before)
  })
})

test('a sign of life from the far future holds no group', async () => {
  const { account, group, before } = await diedRaised()
  const [lease = ''] = /run=\S+/.exec(tagsOf(account)['fleet-patch:run'] ?? '') ?? []
  putTags(account, { 'fleet-patch:run': `v=2 ${lease} heartbeat=${Math.floor(account.timeline.now) + 86_400}` })
  const restored = await run({ account, group, before }, { mode: 'restore' }, { runId: '1001' })
  expect(restored.failed).toBe(false)
  expect(standing(account)).toEqual(before)
})

test('tags of the first format are read once more', async () => {
  const { account, group, before } = await diedRaised()
  const { 'fleet-patch:memo': facts = '', 'fleet-patch:run': lease = '' } = tagsOf(account)
  stripTags(account)
  putTags(account, {
    'fleet-patch:memo': facts.replace(/^v=2 group=\S+ /, ''),
    'fleet-patch:run': lease.replace(/^v=2 /, ''),
  })
  account.timeline.advance(600)
  expectRolled({ account, group, before }, await run({ account, group, before }, {}, { runId: '1001' }))
})

describe('stale state shrinks no group', () => {
  test.each(['restore', 'respawn'])(
    'where a lost run had put everything back, %s keeps what was set since',
    async (mode) => {
      const fixture = await lostBeforeForgetting()
      const { account } = fixture
      operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 10 })
      account.timeline.advance(3 * 86_400)
      account.ledger.clear()
      const later = await run(fixture, { mode }, { runId: '1001' })
      expect(later.failed).toBe(false)
      expect(standing(account)).toEqual({ ...fixture.before, sizes: [0, 10, 12] })
      expect(account.ledger.changes().map(({ operation }) => operation)).not.toContain(
        'TerminateInstanceInAutoScalingGroup',
      )
      expect(later.reported).toContain('The desired capacity was changed from 6 to 10 from outside this run: kept.')
    },
  )

  test('nor where its activities cannot be read', async () => {
    const fixture = await lostBeforeForgetting()
    const { account } = fixture
    operator(account).SetDesiredCapacity({ AutoScalingGroupName: 'web', DesiredCapacity: 10 })
    account.timeline.advance(600)
    account.faults.deny('autoscaling:DescribeScalingActivities')
    const later = await run(fixture, { mode: 'restore' }, { runId: '1001' })
    expect(later.failed).toBe(false)
    expect(standing(account)).toEqual({ ...fixture.before, sizes: [0, 10, 12] })
  })
})

describe('tags that are removed in mid-roll', () => {
  test('are written again, told once, and the roll goes on', async () => {
    const fixture = scene({ size: 4, sizes: { min: 0, max: 4 } })
    fixture.account.timeline.after(130, () => stripTags(fixture.account))
    const rolled = await run(fixture)
    expectRolled(fixture, rolled)
    const warnings = rolled.annotations.filter(({ message }) => message.includes('were removed from outside this run'))
    expect(warnings).toHaveLength(1)
  })

  test('leave the group as it was in the end, whenever that is', async () => {
    const undisturbed = scene({ size: 2, sizes: { min: 0, max: 2 } })
    const begin = undisturbed.account.timeline.now
    await run(undisturbed)
    const seconds = undisturbed.account.timeline.now - begin
    for (let at = 2; at < seconds; at += 13) {
      const fixture = scene({ size: 2, sizes: { min: 0, max: 2 } })
      fixture.account.timeline.after(at, () => stripTags(fixture.account))
      const rolled = await run(fixture)
      expect({ at, failed: rolled.failed, ...standing(fixture.account) }).toEqual({
        at,
        failed: false,
        ...fixture.before,
      })
    }
  })
})

describe('tags that are changed in mid-roll', () => {
  /** Facts that a roll can have saved, with a smaller size; the others no run of this group can have. */
  const facts = (group: string, sizes: string): string =>
    `v=2 group=${group} started=1 ${sizes} suspends=none source=0123456789abcdef until=none`
  const rows = [
    { name: 'to a smaller size', text: (group: string) => facts(group, 'min=0 max=6 desired=2 surge=2') },
    { name: 'to a surge that empties the group', text: (group: string) => facts(group, 'min=0 max=6 desired=0 surge=99') },
    { name: 'to those of another group', text: () => facts('00000000-1111-2222-3333-444444444444', 'min=0 max=6 desired=1 surge=1') },
    { name: 'to words without a meaning', text: () => 'by hand' },
  ].flatMap((row) => [
    { ...row, run: undefined },
    { ...row, name: `${row.name}, in the name of another run`, run: 'v=2 run=7/1/a heartbeat=1' },
  ]) // prettier-ignore

  test.each(rows)('$name, are written again, told once, and the roll goes on', async ({ text, run: lease }) => {
    for (const seconds of [30, 95, 130]) {
      const fixture = scene({ size: 3, sizes: { min: 0, max: 6 } })
      const { account } = fixture
      account.timeline.after(seconds, () => {
        const [, group = ''] = /group=(\S+)/.exec(tagsOf(account)['fleet-patch:memo'] ?? '') ?? []
        putTags(account, { 'fleet-patch:memo': text(group), ...(lease && { 'fleet-patch:run': lease }) })
      })
      const rolled = await run(fixture)
      expectRolled(fixture, rolled)
      const warnings = rolled.annotations.filter(({ message }) =>
        message.includes('were changed from outside this run'),
      )
      expect(warnings).toHaveLength(1)
    }
  })

  test('again and again, halt the roll, and the group is put back by what the run knows', async () => {
    const fixture = scene({ size: 3, sizes: { min: 0, max: 6 } })
    const { account } = fixture
    const change = (): void => {
      if ('fleet-patch:memo' in tagsOf(account)) putTags(account, { 'fleet-patch:memo': 'by hand' })
      account.timeline.after(10, change)
    }
    account.timeline.after(30, change)
    const halted = await run(fixture)
    expect(halted.result.status).toBe('halted')
    expect(halted.result.failure?.why).toContain('were changed from outside this run')
    expect(standing(account)).toEqual(fixture.before)
  })
})

describe('the post step without tags', () => {
  test('puts back by the state of the runner', async () => {
    const { account, group, before, state } = await diedRaised()
    stripTags(account)
    const post = await run({ account, group, before }, {}, { state })
    expect(standing(account)).toEqual(before)
    expect(post.reported).toContain('its runner has kept the saved state')
  })

  test.each([
    { name: 'words without a meaning', run: undefined },
    { name: 'words without a meaning, in the name of another run', run: 'v=2 run=7/1/a heartbeat=1' },
  ])('does so where the tags say $name', async ({ run: lease }) => {
    const { account, group, before, state } = await diedRaised()
    putTags(account, { 'fleet-patch:memo': 'by hand', ...(lease && { 'fleet-patch:run': lease }) })
    const post = await run({ account, group, before }, {}, { state })
    expect(post.failed).toBe(false)
    expect(standing(account)).toEqual(before)
  })

  // A post step that AWS does not let tag the group left its sizes raised and its processes suspended, though it knew both.
  test.each([
    { name: 'are gone', befall: stripTags },
    {
      name: 'have no meaning',
      befall: (account: SimulatedAccount) => putTags(account, { 'fleet-patch:memo': 'by hand' }),
    },
    {
      name: 'say something else',
      befall: (account: SimulatedAccount) =>
        putTags(account, {
          'fleet-patch:memo': (tagsOf(account)['fleet-patch:memo'] ?? '').replace('desired=6', 'desired=5'),
        }),
    },
  ])('does so where they $name and AWS refuses to have them written again', async ({ befall }) => {
    const { account, group, before, state } = await diedRaised()
    befall(account)
    account.faults.deny('autoscaling:CreateOrUpdateTags')
    account.ledger.clear()
    const post = await run({ account, group, before }, {}, { state })
    expect(standing(account)).toEqual(before)
    expect(tagsOf(account)).toEqual({})
    expect(post.failed).toBe(true)
    expect(post.reported).toContain('AWS refused autoscaling:CreateOrUpdateTags')
    expect(post.reported).not.toContain('from outside this run')
    expect(account.ledger.entries.length).toBeLessThan(200)
  })

  test('says that its saved state is in no tag where AWS lets it put back nothing', async () => {
    const { account, group, before, state } = await diedRaised()
    stripTags(account)
    account.faults.deny('autoscaling:CreateOrUpdateTags')
    account.faults.deny('autoscaling:UpdateAutoScalingGroup')
    account.faults.deny('autoscaling:TerminateInstanceInAutoScalingGroup')
    const post = await run({ account, group, before }, {}, { state })
    expect(post.failed).toBe(true)
    expect(post.reported).toContain('The saved state is not in the tags of the group any more')
    expect(post.reported).not.toContain('still in the tags')
  })

  test('touches no group that was made anew under the same name', async () => {
    const { account, state } = await diedRaised()
    operator(account).DeleteAutoScalingGroup({ AutoScalingGroupName: 'web', ForceDelete: true })
    account.timeline.advance(900)
    const anew = addGroup(account, { name: 'web', launch: 'configuration', size: 3, sizes: { min: 0, max: 9 } })
    const before = standing(account)
    account.ledger.clear()
    await run({ account, group: anew, before }, {}, { state })
    expect(account.ledger.changes()).toEqual([])
  })
})

test('the post step puts back by the state of the runner where its tags are changed while answers lag behind', async () => {
  const died = await diedRaised()
  const { account, before, state } = died
  account.behaviour.staleSeconds = 6
  const memo = tagsOf(account)['fleet-patch:memo'] ?? ''
  putTags(account, {
    'fleet-patch:memo': memo.replace(/suspends=\S+/, 'suspends=none'),
    'fleet-patch:run': 'v=2 run=7/1/a heartbeat=1',
  })
  const post = await run(died, {}, { state })
  expect(post.failed).toBe(false)
  expect(standing(account)).toEqual(before)
})

test('the post step removes tags that no run has written, also where nothing else is left', async () => {
  const { account, before, state, ...fixture } = await diedAtFirstTag()
  const memo = tagsOf(account)['fleet-patch:memo'] ?? ''
  putTags(account, {
    'fleet-patch:memo': memo.replace('desired=6', 'desired=2'),
    'fleet-patch:run': 'v=2 run=7/1/a heartbeat=1',
  })
  const post = await run({ account, before, ...fixture }, {}, { state })
  expect(post.failed).toBe(false)
  expect(standing(account)).toEqual(before)
})

test('the post step puts back by the state of the runner where its tags were changed to a smaller size', async () => {
  const { account, group, before, state } = await diedRaised()
  const memo = tagsOf(account)['fleet-patch:memo'] ?? ''
  putTags(account, { 'fleet-patch:memo': memo.replace('desired=6', 'desired=2') })
  const post = await run({ account, group, before }, {}, { state })
  expect(post.failed).toBe(false)
  expect(standing(account)).toEqual(before)
  expect(account.ledger.lowestReady('web')).toBe(6)
})

const deleteTargetGroup = ({ account, group }: Scene): void => deleteTargetGroups(account, group.targetGroupArns)

const deleteTemplate = ({ account }: Scene): void =>
  void account.ec2.operations.DeleteLaunchTemplate({ LaunchTemplateName: 'web-template' })

const refuse =
  (action: string) =>
  ({ account }: Scene): void =>
    account.faults.deny(action)

const lacks: readonly { readonly name: string; readonly lack: (scene: Scene) => void }[] = [
  { name: 'its target group', lack: deleteTargetGroup },
  { name: 'its launch template', lack: deleteTemplate },
  { name: 'the right to read activities', lack: refuse('autoscaling:DescribeScalingActivities') },
  { name: 'the right to read instances', lack: refuse('ec2:DescribeInstances') },
  { name: 'the right to read launch templates', lack: refuse('ec2:DescribeLaunchTemplates') },
]

describe.each([
  { name: 'the post step', how: (state: Readonly<Record<string, string>>) => ({ inputs: {}, more: { state } }) },
  { name: '`mode: restore`', how: () => ({ inputs: { mode: 'restore' }, more: { runId: '1001' } }) },
])('$name needs the group and its saved state, and nothing else', ({ how }) => {
  test.each(lacks)('a group without $name is put back', async ({ lack }) => {
    const died = await diedRaised()
    const { account, before, state } = died
    account.timeline.advance(400)
    lack(died)
    const { inputs, more } = how(state)
    const restored = await run(died, inputs, more)
    expect(restored.failed).toBe(false)
    expect(standing(account)).toEqual(before)
    // The newest have left, none of those that were there before.
    expect(oldLeft(died)).toEqual(died.group.instanceIds)
  })

  test('while health cannot be read nothing that may serve is taken away, and it is told what is left', async () => {
    const died = await diedRaised()
    const { account, before, state } = died
    account.timeline.advance(400)
    account.faults.deny('elasticloadbalancing:DescribeTargetHealth')
    account.ledger.clear()
    const { inputs, more } = how(state)
    const blind = await run(died, inputs, more)
    expect(blind.failed).toBe(true)
    expect(blind.reported).toContain('UNFINISHED')
    expect(account.ledger.changes().map(({ operation }) => operation)).not.toContain(
      'TerminateInstanceInAutoScalingGroup',
    )
    expect(standing(account).suspended).toEqual(before.suspended)
    expect(blind.reported).toContain('The desired capacity should be 6 again.')
    account.faults.clear()
    account.timeline.advance(400)
    const later = await run(died, { mode: 'restore' }, { runId: '1002' })
    expect(later.failed).toBe(false)
    expect(standing(account)).toEqual(before)
  })
})

describe('what a roll does not need to put back may vanish while it rolls', () => {
  test.each(lacks.slice(0, 2))('without $name the run itself puts back, and says what is gone', async ({ lack }) => {
    const fixture = scene({ size: 6, sizes: { min: 0, max: 6 } })
    const { account, before } = fixture
    account.timeline.after(60, () => lack(fixture))
    const rolled = await run(fixture)
    expect(rolled.failed).toBe(true)
    expect(rolled.result.status).toBe('halted')
    expect(rolled.result.failure?.why ?? rolled.result.failure?.what).toContain('does not exist')
    expect(standing(account)).toEqual(before)
  })
})

test.each([
  { name: 'the next run cannot begin either, and names what puts the group back', wait: 400, said: true },
  { name: 'a run that may be at work yet is not told as unfinished', wait: 10, said: false },
])('without its launch template $name', async ({ wait, said }) => {
  const died = await diedRaised()
  const { account } = died
  account.timeline.advance(wait)
  deleteTemplate(died)
  account.ledger.clear()
  const next = await run(died, {}, { runId: '1001' })
  expect(next.failed).toBe(true)
  expect(next.reported).toContain('cannot launch anything')
  expect(next.reported.includes('web unfinished: `mode: restore` puts it back')).toBe(said)
  expect(account.ledger.changes()).toEqual([])
})

test('a restore of a group without saved state says that it knows of none', async () => {
  const fixture = scene({ size: 2 })
  const restored = await run(fixture, { mode: 'restore' })
  expect(restored.failed).toBe(false)
  expect(restored.result.status).toBe('restored')
  expect(restored.result.changed).toBe(false)
  expect(restored.result.left).toEqual([
    'No saved state of a run was found on web: what a run may have left there is not known.',
  ])
})
