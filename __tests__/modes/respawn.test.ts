import { addGroup, addSenzaStack, type BuiltGroup, type GroupPlan, instanceIds } from '../../simulator/scenario.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { runAction } from '../../testing/run-action.ts'

type Inputs = Readonly<Record<string, string>>

type Sizes = readonly [min: number, desired: number, max: number]

interface Rolled {
  readonly from: number
  readonly sizes: ReadonlyMap<string, Sizes>
  readonly lived: Awaited<ReturnType<typeof runAction>>
}

async function respawn(world: SimulatedAccount, inputs: Inputs): Promise<Rolled> {
  const before = begin(world)
  return { ...before, lived: await runAction(world, { inputs: { mode: 'respawn', ...inputs } }) }
}

function begin(world: SimulatedAccount): Omit<Rolled, 'lived'> {
  world.ledger.sample()
  const sizes = world.autoScaling.groupNames().map((name): [string, Sizes] => [name, sizesOf(world, name)])
  return { from: world.timeline.now, sizes: new Map(sizes) }
}

function sizesOf(world: SimulatedAccount, name: string): Sizes {
  const { min, desired, max } = world.autoScaling.capacity(name)
  return [min, desired, max]
}

/** What must be true of a group when a roll has ended well, whatever was asked for. */
function expectReplaced(world: SimulatedAccount, group: BuiltGroup, { sizes }: Omit<Rolled, 'lived'>): void {
  const now = instanceIds(world, group.name)
  expect(now).toHaveLength(group.instanceIds.length)
  expect(now.filter((id) => group.instanceIds.includes(id))).toEqual([])
  const launches = world.ledger.launches(group.name).filter((id) => !group.instanceIds.includes(id))
  expect(launches).toHaveLength(group.instanceIds.length)
  expect(sizesOf(world, group.name)).toEqual(sizes.get(group.name))
  const capacity = world.autoScaling.capacity(group.name)
  expect(capacity.suspended).toEqual([])
  expect(Object.keys(capacity.tags).filter((key) => key.startsWith('fleet-patch:'))).toEqual([])
}

const image = (lived: Rolled['lived']): (string | undefined)[] => [
  lived.outputs['previous-image-id'],
  lived.outputs['image-id'],
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
    const world = new SimulatedAccount()
    const group = addGroup(world, { name: 'web', size, outdated: true, balancers: ['target-group'] })
    const rolled = await respawn(world, { 'auto-scaling-groups': 'web', ...inputs })
    expect(rolled.lived.failed).toBe(false)
    expectReplaced(world, group, rolled)
    expect(world.ledger.lowestReady('web', rolled.from)).toBeGreaterThanOrEqual(floor)
    expect(world.ledger.highestTotal('web', rolled.from)).toBeLessThanOrEqual(ceiling)
    expect(JSON.parse(rolled.lived.outputs['replaced'] ?? '').toSorted()).toEqual(group.instanceIds)
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
    const world = new SimulatedAccount()
    const plan: GroupPlan = { name: 'web', size: 3, launch, balancers: ['classic', 'target-group'], outdated: true }
    const group = addGroup(world, plan)
    const rolled = await respawn(world, { 'auto-scaling-groups': 'w*' })
    expect(rolled.lived.annotations).toEqual([])
    expectReplaced(world, group, rolled)
    expect(world.ledger.lowestReady('web', rolled.from)).toBe(3)
    // Two architectures have two images: no single one can be told.
    const known = launch === 'mixed-override-template' ? [] : [group.oldImageId, group.newImageId]
    expect(image(rolled.lived).slice(0, known.length)).toEqual(known)
  })

  test('weights: capacity stays above the desired one, and the sizes are put back', async () => {
    const world = new SimulatedAccount()
    const group = addGroup(world, {
      name: 'web',
      size: 8,
      launch: 'mixed',
      weights: { 't3.micro': 2, 't3.small': 4 },
      sizes: { min: 0, max: 8 },
      outdated: true,
    })
    const rolled = await respawn(world, { 'auto-scaling-groups': 'web' })
    expect(rolled.lived.annotations).toEqual([])
    const { readyUnits, max, desired } = world.autoScaling.capacity('web')
    expect(instanceIds(world, 'web').filter((id) => group.instanceIds.includes(id))).toEqual([])
    expect(readyUnits).toBeGreaterThanOrEqual(8)
    expect([desired, max]).toEqual([8, 8])
  })
})

test('a Senza stack is found by its reference, and the others are left alone', async () => {
  const world = new SimulatedAccount()
  const first = addSenzaStack(world, { version: 'v1', size: 2, sizes: { min: 2, max: 4 }, outdated: true })
  const second = addSenzaStack(world, { version: 'v2', size: 2, outdated: true })
  const rolled = await respawn(world, { stacks: 'mystack v1' })
  expectReplaced(world, first, rolled)
  expect(instanceIds(world, second.name)).toEqual(second.instanceIds)
  expect(JSON.parse(rolled.lived.outputs['groups'] ?? '')).toEqual([first.name])
})

test('groups roll side by side and share their Describe calls', async () => {
  const world = new SimulatedAccount()
  const names = ['a', 'b', 'c', 'd']
  const groups = names.map((name) => addGroup(world, { name, size: 2, outdated: true }))
  const before = world.timeline.now
  const rolled = await respawn(world, { 'auto-scaling-groups': names.join('\n') })
  for (const group of groups) expectReplaced(world, group, rolled)
  const together = world.timeline.now - before
  const looks = world.ledger.entries.filter(({ operation }) => operation === 'DescribeAutoScalingGroups').length

  const alone = new SimulatedAccount()
  addGroup(alone, { name: 'a', size: 2, outdated: true })
  const start = alone.timeline.now
  await respawn(alone, { 'auto-scaling-groups': 'a' })
  expect(together).toBeLessThan(1.5 * (alone.timeline.now - start))
  expect(looks).toBeLessThan(
    2 * alone.ledger.entries.filter(({ operation }) => operation === 'DescribeAutoScalingGroups').length,
  )
})

test('a group that is up to date is told so, and nothing is changed', async () => {
  const world = new SimulatedAccount()
  addGroup(world, { name: 'web', size: 2 })
  const { lived } = await respawn(world, { 'auto-scaling-groups': 'web' })
  expect(lived).toMatchObject({ failed: false, outputs: { changed: 'false', replaced: '[]', launched: '[]' } })
  expect(lived.summary).toContain('everything is up to date')
  expect(world.ledger.changes()).toEqual([])
})

test('force replaces what is up to date as well', async () => {
  const world = new SimulatedAccount()
  const group = addGroup(world, { name: 'web', size: 2 })
  const rolled = await respawn(world, { 'auto-scaling-groups': 'web', force: 'true' })
  expectReplaced(world, group, rolled)
})

test('a dry run plans the very steps of the real run and changes nothing', async () => {
  const plan: GroupPlan = { name: 'web', size: 3, outdated: true }
  const world = new SimulatedAccount()
  addGroup(world, plan)
  const before = world.timeline.now
  const { lived } = await respawn(world, { 'auto-scaling-groups': 'web', 'dry-run': 'true' })
  expect(world.timeline.now).toBe(before)
  expect(world.ledger.changes()).toEqual([])
  expect(lived.outputs['changed']).toBe('true')

  const real = new SimulatedAccount()
  addGroup(real, plan)
  const rolled = await respawn(real, { 'auto-scaling-groups': 'web' })
  const actions = (steps: readonly { action: string }[]): string[] => steps.map(({ action }) => action)
  const result = JSON.parse(rolled.lived.outputs['result'] ?? '') as { groups: [{ steps: { action: string }[] }] }
  expect(actions(JSON.parse(lived.outputs['plan'] ?? ''))).toEqual(actions(result.groups[0].steps))
})

test('an image that never turns healthy halts the roll, and the group is as it was', async () => {
  const world = new SimulatedAccount()
  const group = addGroup(world, { name: 'web', size: 3, outdated: true, balancers: ['target-group'] })
  world.behaviour.sickImages.add(group.newImageId)
  const { lived, from } = await respawn(world, { 'auto-scaling-groups': 'web', 'instance-timeout': '5' })
  expect(lived.failed).toBe(true)
  expect(lived.annotations).toHaveLength(1)
  expect(lived.annotations[0]?.message).toMatch(/did not become ready within 5 minutes/)
  expect(instanceIds(world, 'web')).toEqual(group.instanceIds)
  expect(world.ledger.lowestReady('web', from)).toBe(3)
  expect(world.autoScaling.capacity('web')).toMatchObject({ desired: 3, max: 4, suspended: [] })
  expect(lived.summary).toContain('Nothing is left behind')
})

test('a launch that AWS refuses halts the roll with the reason that AWS gives', async () => {
  const world = new SimulatedAccount()
  const group = addGroup(world, { name: 'web', size: 2, outdated: true })
  world.behaviour.refuseLaunch = () => 'We currently do not have sufficient t3.micro capacity.'
  const { lived } = await respawn(world, { 'auto-scaling-groups': 'web' })
  expect(lived.annotations[0]?.message).toContain('We currently do not have sufficient t3.micro capacity.')
  expect(instanceIds(world, 'web')).toEqual(group.instanceIds)
  expect(world.autoScaling.capacity('web')).toMatchObject({ desired: 2, max: 3, suspended: [] })
})

test('a process that died is continued by the next run', async () => {
  const world = new SimulatedAccount()
  const group = addGroup(world, { name: 'web', size: 3, outdated: true })
  const before = begin(world)
  const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
  const first = await runAction(world, { inputs, process: { death: { when: 'after', call: 40 } } })
  expect(first.died).toBe(true)
  world.timeline.advance(400)
  const lived = await runAction(world, { inputs, runId: '1001' })
  expect(lived.failed).toBe(false)
  expectReplaced(world, group, before)
  expect(world.ledger.lowestReady('web', before.from)).toBe(3)
})

test('what a dead process has left is put back by mode restore', async () => {
  const world = new SimulatedAccount()
  addGroup(world, { name: 'web', size: 3, outdated: true, sizes: { min: 3, max: 3 } })
  const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web' }
  await runAction(world, { inputs, process: { death: { when: 'after', call: 25 } } })
  expect(world.autoScaling.capacity('web')).toMatchObject({ desired: 4, max: 4 })
  world.timeline.advance(400)
  const lived = await runAction(world, { inputs: { mode: 'restore', 'auto-scaling-groups': 'web' }, runId: '1001' })
  expect(lived.failed).toBe(false)
  expect(world.autoScaling.capacity('web')).toMatchObject({ desired: 3, max: 3, suspended: [] })
})
