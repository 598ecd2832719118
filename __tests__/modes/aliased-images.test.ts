/** Groups whose launch template takes its image from a parameter: what the parameter names now is what is current. */
import { addGroup, instanceIds, type GroupPlan } from '../../simulator/scenario.ts'
import { imageParameter } from '../../simulator/scenario-source.ts'
import { SimulatedAccount } from '../../simulator/account.ts'
import { expectPutBack, expectRolled, type Inputs, run, type Scene, sceneOf } from '../edges/fixture.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const PARAMETER = imageParameter('web')

function aliased(plan: Partial<GroupPlan> = {}): Scene {
  const account = new SimulatedAccount()
  return sceneOf(
    account,
    addGroup(account, { name: 'web', size: 3, aliased: true, balancers: ['target-group'], ...plan }),
  )
}

const move = ({ account }: Scene, Value: string): void =>
  void account.ssm.operations.PutParameter({ Name: PARAMETER, Value, Overwrite: true })

function imagesOf({ account }: Scene): readonly string[] {
  const { Reservations = [] } = account.ec2.operations.DescribeInstances({
    InstanceIds: [...instanceIds(account, 'web')],
  })
  return [...new Set(Reservations.flatMap(({ Instances = [] }) => Instances.map(({ ImageId = '' }) => ImageId)))]
}

const errorsOf = ({ annotations }: Awaited<ReturnType<typeof run>>): readonly string[] =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : []))

describe.each(['template-number', 'template-latest', 'template-default'] as const)('on %s', (launch) => {
  const modes: readonly Inputs[] = [
    { mode: 'respawn' },
    { mode: 'scale-up-patch' },
    { mode: 'scale-up-patch', dark: 'true', 'release-after': '1' },
    { mode: 'patch-image', rollout: 'respawn' },
  ]

  test.each(modes)('a parameter that has moved makes every instance outdated (%j)', async (inputs) => {
    const fixture = aliased({ launch, outdated: true })
    expect(imagesOf(fixture)).toEqual([fixture.group.oldImageId])
    expectRolled(fixture, await run(fixture, inputs))
    expect(imagesOf(fixture)).toEqual([fixture.group.newImageId])
  })

  test('a parameter that names what runs leaves nothing to do', async () => {
    const fixture = aliased({ launch })
    const idle = await run(fixture)
    expect(idle.result.status).toBe('current')
    expect(fixture.account.ledger.changes()).toEqual([])
  })
})

test('a dry run plans the same replacements', async () => {
  const fixture = aliased({ outdated: true })
  const planned = await run(fixture, { 'dry-run': 'true' })
  expect(planned.result.status).toBe('planned')
  expect(planned.result.steps.filter(({ action }) => action === 'terminate')).toHaveLength(3)
})

test('instances of a warm pool that were launched before the parameter moved do not enter service', async () => {
  const fixture = aliased({ outdated: true, warmPool: { MinSize: 2 }, balancers: [] })
  expectRolled(fixture, await run(fixture))
  expect(imagesOf(fixture)).toEqual([fixture.group.newImageId])
})

test('a parameter that moves in mid-roll halts the roll: the plan showed another image', async () => {
  const fixture = aliased({ outdated: true })
  fixture.account.timeline.after(100, () => move(fixture, fixture.group.oldImageId))
  const rolled = await run(fixture)
  expectPutBack(fixture, rolled)
  expect(rolled.result.failure?.why).toContain('The launch source was changed while the group rolled')
  expect(rolled.result.failure?.remedy).toContain(`The parameter ${PARAMETER} decides the image`)
  expect(rolled.result.failure?.remedy).not.toContain('mode: rollback')
})

test('new instances that fail are not rolled back to a version that is the same: the group is put back', async () => {
  const fixture = aliased({ outdated: true })
  fixture.account.behaviour.sickImages.add(fixture.group.newImageId)
  const rolled = await run(fixture, { 'on-failure': 'rollback', 'instance-timeout': '4' })
  expectPutBack(fixture, rolled)
  expect(rolled.reported).toContain('previous launch source')
})

test('a group is put back where the parameter may not be read by now', async () => {
  const fixture = aliased({ outdated: true })
  await run(fixture, {}, { process: { crash: { when: 'after', call: 45 } } })
  expect(fixture.account.autoScaling.capacity('web').desired).toBe(4)
  fixture.account.timeline.advance(400)
  fixture.account.faults.deny('ssm:GetParameters')
  const restored = await run(fixture, { mode: 'restore' }, { runId: '2000' })
  expect(errorsOf(restored)).toEqual([])
  expect(fixture.account.autoScaling.capacity('web').desired).toBe(3)
})

test('a roll names the permission that it needs to read the parameter, before anything is changed', async () => {
  const fixture = aliased({ outdated: true })
  fixture.account.faults.deny('ssm:GetParameters')
  const refused = await run(fixture)
  expect(errorsOf(refused).join()).toContain('AWS refused ssm:GetParameters')
  expect(fixture.account.ledger.changes()).toEqual([])
})

interface Row {
  readonly verdict: string
  readonly instances: number
  readonly reason: string | null
}

test('what the audit says and what it advises agree, and to follow it ends with `current`', async () => {
  const fixture = aliased()
  let at = 1
  const audited = async (): Promise<readonly Row[]> => {
    const files = new Map<string, string>()
    const { account } = fixture
    const step = await run(fixture, { mode: 'images', 'report-path': 'rows.json' }, { runId: String(3000 + at++) })
    for (const [path, text] of Object.entries(step.files)) files.set(path, text)
    expect(account.ledger.changes()).toEqual([])
    const { rows } = JSON.parse([...files.values()].join('')) as { readonly rows: readonly Row[] }
    return rows.map(({ verdict, instances, reason }) => ({ verdict, instances, reason }))
  }
  const behind = await audited()
  expect(behind).toEqual([{ verdict: 'stale', instances: 3, reason: expect.stringContaining(PARAMETER) as string }])
  expect(behind[0]?.reason).toBe(`The parameter ${PARAMETER} decides the image: change it, then roll.`)
  const left = await run(fixture, { mode: 'patch-image', rollout: 'respawn' })
  expect(errorsOf(left)).toEqual([])
  expect(left.summary).toContain(`the parameter ${PARAMETER} decides its image`)
  expect(left.summary).toContain(`it names ${fixture.group.oldImageId}, and ${fixture.group.newImageId} is asked for`)
  expect(fixture.account.ledger.changes()).toEqual([])
  move(fixture, fixture.group.newImageId)
  expect(await audited()).toEqual([
    { verdict: 'unrolled', instances: 3, reason: null },
    { verdict: 'current', instances: 0, reason: null },
  ])
  expectRolled(fixture, await run(fixture, {}, { runId: '2000' }))
  fixture.account.ledger.clear()
  expect(await audited()).toEqual([{ verdict: 'current', instances: 3, reason: null }])
})
