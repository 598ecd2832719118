import { addGroup, addSenzaStack, type BuiltGroup, type GroupPlan, instanceIds } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { runAction } from '../../testing/run-action.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

type Inputs = Readonly<Record<string, string>>

type Sizes = readonly [min: number, desired: number, max: number]

interface Rolled {
  readonly from: number
  readonly sizes: ReadonlyMap<string, Sizes>
  readonly run: Awaited<ReturnType<typeof runAction>>
}

async function respawn(account: SimulatedAccount, inputs: Inputs): Promise<Rolled> {
  const before = begin(account)
  return { ...before, run: await runAction(account, { inputs: { mode: 'respawn', ...inputs } }) }
}

function begin(account: SimulatedAccount): Omit<Rolled, 'run'> {
  account.ledger.sample()
  const sizes = account.autoScaling.groupNames().map((name): [string, Sizes] => [name, sizesOf(account, name)])
  return { from: account.timeline.now, sizes: new Map(sizes) }
}

function sizesOf(account: SimulatedAccount, name: string): Sizes {
  const { min, desired, max } = account.autoScaling.capacity(name)
  return [min, desired, max]
}

/** What must be true of a group after a successful roll, with any inputs. */
function expectReplaced(account: SimulatedAccount, group: BuiltGroup, { sizes }: Omit<Rolled, 'run'>): void {
  const now = instanceIds(account, group.name)
  expect(now).toHaveLength(group.instanceIds.length)
  expect(now.filter((id) => group.instanceIds.includes(id))).toEqual([])
  const launches = account.ledger.launches(group.name).filter((id) => !group.instanceIds.includes(id))
  expect(launches).toHaveLength(group.instanceIds.length)
  expect(sizesOf(account, group.name)).toEqual(sizes.get(group.name))
  const capacity = account.autoScaling.capacity(group.name)
  expect(capacity.suspended).toEqual([])
  expect(Object.keys(capacity.tags).filter((key) => key.startsWith('fleet-patch:'))).toEqual([])
}

const image = (run: Rolled['run']): (string | undefined)[] => [
  run.outputs['previous-image-id'],
  run.outputs['image-id'],
]

describe('every size and budget', () => {
  const rows: { size: number; inputs: Inputs; floor: number; ceiling: number }[] = [
    { size: 1, inputs: {}, floor: 1, ceiling: 2 },
    { size: 2, inputs: {}, floor: 2, ceiling: 3 },
    { size: 3, inputs: { surge: '50%' }, floor: 3, ceiling: 5 },
    { size: 3, inputs: { surge: '0', 'max-unavailable': '1' }, floor: 2, ceiling: 3 },
    { size: 10, inputs: { surge: '100%' }, floor: 10, ceiling: 20 },
    { size: 10, inputs: { surge: '50%', 'max-unavailable': '20%' }, floor: 8, ceiling: 15 },
    { size: 100, inputs: { surge: '50%' }, floor: 100, ceiling: 150 },
  ]
  test.each(rows)('$size instances with $inputs', async ({ size, inputs, floor, ceiling }) => {
    const account = new SimulatedAccount()
    const group = addGroup(account, { name: 'web', size, outdated: true, balancers: ['target-group'] })
    const rolled = await respawn(account, { 'auto-scaling-groups': 'web', ...inputs })
    expect(rolled.run.failed).toBe(false)
    expectReplaced(account, group, rolled)
    expect(account.ledger.lowestReady('web', rolled.from)).toBeGreaterThanOrEqual(floor)
    expect(account.ledger.highestTotal('web', rolled.from)).toBeLessThanOrEqual(ceiling)
    expect(JSON.parse(rolled.run.outputs['replaced'] ?? '').toSorted()).toEqual(group.instanceIds)
  })
})

describe('every launch source', () => {
  const kinds = [
    'configuration',
    'template-number',
    'template-latest',
    'template-default',
    'mixed',
    'mixed-override-template',
  ] as const
  test.each(kinds)('%s, behind a classic load balancer and a target group', async (launch) => {
    const account = new SimulatedAccount()
    const plan: GroupPlan = { name: 'web', size: 3, launch, balancers: ['classic', 'target-group'], outdated: true }
    const group = addGroup(account, plan)
    const rolled = await respawn(account, { 'auto-scaling-groups': 'w*' })
    expect(rolled.run.annotations).toEqual([])
    expectReplaced(account, group, rolled)
    expect(account.ledger.lowestReady('web', rolled.from)).toBe(3)
    // Two architectures have two images: there is no single one for the output.
    const known = launch === 'mixed-override-template' ? [] : [group.oldImageId, group.newImageId]
    expect(image(rolled.run).slice(0, known.length)).toEqual(known)
  })

  test('weights: capacity stays above the desired one, and the sizes are restored', async () => {
    const account = new SimulatedAccount()
    const group = addGroup(account, {
      name: 'web',
      size: 8,
      launch: 'mixed',
      weights: { 't3.micro': 2, 't3.small': 4 },
      sizes: { min: 0, max: 8 },
      outdated: true,
    })
    const rolled = await respawn(account, { 'auto-scaling-groups': 'web' })
    expect(rolled.run.annotations).toEqual([])
    const { readyUnits, max, desired } = account.autoScaling.capacity('web')
    expect(instanceIds(account, 'web').filter((id) => group.instanceIds.includes(id))).toEqual([])
    expect(readyUnits).toBeGreaterThanOrEqual(8)
    expect([desired, max]).toEqual([8, 8])
  })
})

test('a Senza stack is found by its reference, and the others are left alone', async () => {
  const account = new SimulatedAccount()
  const first = addSenzaStack(account, { version: 'v1', size: 2, sizes: { min: 2, max: 4 }, outdated: true })
  const second = addSenzaStack(account, { version: 'v2', size: 2, outdated: true })
  const rolled = await respawn(account, { stacks: 'mystack v1' })
  expectReplaced(account, first, rolled)
  expect(instanceIds(account, second.name)).toEqual(second.instanceIds)
  expect(JSON.parse(rolled.run.outputs['groups'] ?? '')).toEqual([first.name])
})

test('groups roll side by side and share their Describe calls', async () => {
  const account = new SimulatedAccount()
  const names = ['a', 'b', 'c', 'd']
  const groups = names.map((name) => addGroup(account, { name, size: 2, outdated: true }))
  const before = account.timeline.now
  const rolled = await respawn(account, { 'auto-scaling-groups': names.join('\n') })
  for (const group of groups) expectReplaced(account, group, rolled)
  const together = account.timeline.now - before
  const looks = account.ledger.entries.filter(({ operation }) => operation === 'DescribeAutoScalingGroups').length

  const alone = new SimulatedAccount()
  addGroup(alone, { name: 'a', size: 2, outdated: true })
  const start = alone.timeline.now
  await respawn(alone, { 'auto-scaling-groups': 'a' })
  expect(together).toBeLessThan(1.5 * (alone.timeline.now - start))
  expect(looks).toBeLessThan(
    2.5 * alone.ledger.entries.filter(({ operation }) => operation === 'DescribeAutoScalingGroups').length,
  )
})

test('a group that is up to date is reported as such, and nothing is changed', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 2 })
  const { run } = await respawn(account, { 'auto-scaling-groups': 'web' })
  expect(run).toMatchObject({ failed: false, outputs: { changed: 'false', replaced: '[]', launched: '[]' } })
  expect(run.summary).toContain('everything is up to date')
  expect(account.ledger.changes()).toEqual([])
})

test('force replaces what is up to date as well', async () => {
  const account = new SimulatedAccount()
  const group = addGroup(account, { name: 'web', size: 2 })
  const rolled = await respawn(account, { 'auto-scaling-groups': 'web', force: 'true' })
  expectReplaced(account, group, rolled)
})

test('a dry run plans the very steps of the real run and changes nothing', async () => {
  const plan: GroupPlan = { name: 'web', size: 3, outdated: true }
  const account = new SimulatedAccount()
  addGroup(account, plan)
  const before = account.timeline.now
  const { run } = await respawn(account, { 'auto-scaling-groups': 'web', 'dry-run': 'true' })
  expect(account.timeline.now).toBe(before)
  expect(account.ledger.changes()).toEqual([])
  expect(run.outputs['changed']).toBe('true')

  const real = new SimulatedAccount()
  addGroup(real, plan)
  const rolled = await respawn(real, { 'auto-scaling-groups': 'web' })
  const actions = (steps: readonly { action: string }[]): string[] => steps.map(({ action }) => action)
  const result = JSON.parse(rolled.run.outputs['result'] ?? '') as { groups: [{ steps: { action: string }[] }] }
  expect(actions(JSON.parse(run.outputs['plan'] ?? ''))).toEqual(actions(result.groups[0].steps))
})

test('an image that never turns healthy halts the roll, and the group is as it was', async () => {
  const account = new SimulatedAccount()
  const group = addGroup(account, { name: 'web', size: 3, outdated: true, balancers: ['target-group'] })
  account.behaviour.sickImages.add(group.newImageId)
  const { run, from } = await respawn(account, { 'auto-scaling-groups': 'web', 'instance-timeout': '5' })
  expect(run.failed).toBe(true)
  expect(run.annotations).toHaveLength(1)
  expect(run.annotations[0]?.message).toMatch(/did not become ready within 5 minutes/)
  expect(instanceIds(account, 'web')).toEqual(group.instanceIds)
  expect(account.ledger.lowestReady('web', from)).toBe(3)
  expect(account.autoScaling.capacity('web')).toMatchObject({ desired: 3, max: 4, suspended: [] })
  expect(run.summary).toContain('Put back: sizes and processes are as they were')
  expect(run.summary).not.toContain('Nothing is left behind')
})

test('a launch that AWS refuses halts the roll with the reason that AWS gives', async () => {
  const account = new SimulatedAccount()
  const group = addGroup(account, { name: 'web', size: 2, outdated: true })
  account.behaviour.refuseLaunch = () => 'We currently do not have sufficient t3.micro capacity.'
  const { run } = await respawn(account, { 'auto-scaling-groups': 'web' })
  expect(run.annotations[0]?.message).toContain('We currently do not have sufficient t3.micro capacity.')
  expect(instanceIds(account, 'web')).toEqual(group.instanceIds)
  expect(account.autoScaling.capacity('web')).toMatchObject({ desired: 2, max: 3, suspended: [] })
})

test('a crashed process is continued by the next run', async () => {
  const account = new SimulatedAccount()
  const group = addGroup(account, { name: 'web', size: 3, outdated: true })
  const before = begin(account)
  const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
  const first = await runAction(account, { inputs, process: { crash: { when: 'after', call: 40 } } })
  expect(first.died).toBe(true)
  account.timeline.advance(400)
  const run = await runAction(account, { inputs, runId: '1001' })
  expect(run.failed).toBe(false)
  expectReplaced(account, group, before)
  expect(account.ledger.lowestReady('web', before.from)).toBe(3)
})

test('the state left by a crashed process is restored by mode restore', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 3, outdated: true, sizes: { min: 3, max: 3 } })
  const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
  const undisturbed = new SimulatedAccount()
  addGroup(undisturbed, { name: 'web', size: 3, outdated: true, sizes: { min: 3, max: 3 } })
  await runAction(undisturbed, { inputs })
  const raised = undisturbed.ledger.entries.findIndex(({ operation }) => operation === 'UpdateAutoScalingGroup') + 1
  await runAction(account, { inputs, process: { crash: { when: 'after', call: raised } } })
  expect(account.autoScaling.capacity('web')).toMatchObject({ desired: 4, max: 4 })
  account.timeline.advance(400)
  const run = await runAction(account, { inputs: { mode: 'restore', 'auto-scaling-groups': 'web' }, runId: '1001' })
  expect(run.failed).toBe(false)
  expect(account.autoScaling.capacity('web')).toMatchObject({ desired: 3, max: 3, suspended: [] })
})
