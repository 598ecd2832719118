/** Shifts of traffic by weighted records in Route 53, as Senza's users have them. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { recordScene, type RecordScene } from '../../../testing/record-scene.ts'
import { runAction } from '../../../testing/run-action.ts'

beforeAll(takeShortcut)

const senza = { mode: 'shift', stacks: 'mystack', versions: 'v1 v2' }

const traces = ({ account, v1, v2 }: RecordScene): readonly string[] =>
  [v1, v2]
    .flatMap(({ name }) => Object.keys(account.autoScaling.capacity(name).tags))
    .filter((key) => key.startsWith('fleet-patch:'))

test('Senza references shift a tenth of the traffic, all records of the name in one batch', async () => {
  const scene = recordScene({ weights: { 'mystack-v1': 150, 'mystack-v2': 0, 'mystack-v0': 50, spare: 0 } })
  const run = await runAction(scene.account, { inputs: { ...senza, to: 'green', steps: '10' } })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual({ 'mystack-v1': 135, 'mystack-v2': 20, 'mystack-v0': 45, spare: 0 })
  const changes = scene.account.ledger.changes().filter(({ operation }) => operation === 'ChangeResourceRecordSets')
  expect(changes.length).toBe(1)
  expect(JSON.parse(run.outputs['traffic'] ?? '')).toEqual([
    { id: 'mystack.fleet.test', before: { blue: 75, green: 0 }, after: { blue: 67.5, green: 10 } },
  ])
  expect(run.lines.join('\n')).toContain('bear the names of CloudFormation stacks')
  const back = await runAction(scene.account, { inputs: { ...senza, mode: 'rollback' }, runId: '1001' })
  expect(back.annotations).toEqual([])
  expect(scene.weights()).toEqual({ 'mystack-v1': 150, 'mystack-v2': 0, 'mystack-v0': 50, spare: 0 })
  expect(traces(scene)).toEqual([])
})

test('all of it by steps, and every request meets a healthy instance', async () => {
  const scene = recordScene()
  const stream = scene.account.traffic.watch({ record: scene.record })
  const run = await runAction(scene.account, { inputs: { ...senza, steps: '0.5 50 100', bake: '2' } })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual({ 'mystack-v1': 0, 'mystack-v2': 200 })
  expect(stream.missed).toBe(0)
})

test('a blue/green deployment sizes the idle stack, moves the name, and shrinks the old one once no resolver knows it', async () => {
  const scene = recordScene({ v2: { size: 0, sizes: { min: 0, max: 0 } } })
  const stream = scene.account.traffic.watch({ record: scene.record })
  const run = await runAction(scene.account, { inputs: { ...senza, mode: 'blue-green', steps: '50 100', keep: '0' } })
  expect(run.failed).toBe(false)
  scene.account.timeline.advance(1200)
  expect(stream.missed).toBe(0)
  expect(scene.account.autoScaling.capacity(scene.v1.name)).toMatchObject({ min: 0, desired: 0 })
  expect(scene.account.autoScaling.capacity(scene.v2.name)).toMatchObject({ desired: 2 })
})

test('a record that another hand has changed halts the shift, and every other weight stays', async () => {
  const scene = recordScene()
  await runAction(scene.account, { inputs: { ...senza, steps: '10 100', promote: 'by-hand' } })
  scene.setWeight('mystack-v2', 77)
  const run = await runAction(scene.account, { inputs: { ...senza, mode: 'rollback' }, runId: '1001' })
  expect(run.annotations[0]?.message).toContain('which this shift has not set')
  expect(scene.weights()).toEqual({ 'mystack-v1': 180, 'mystack-v2': 77 })
})

test('a dead shift by records is taken back by `mode: restore`', async () => {
  const scene = recordScene()
  const call = await (async () => {
    const other = recordScene()
    await runAction(other.account, { inputs: { ...senza, steps: '50 100' } })
    return other.account.ledger.entries.findIndex(({ operation }) => operation === 'ChangeResourceRecordSets') + 1
  })()
  await runAction(scene.account, { inputs: { ...senza, steps: '50 100' }, process: { crash: { when: 'after', call } } })
  expect(scene.weights()).toEqual({ 'mystack-v1': 100, 'mystack-v2': 100 })
  scene.account.timeline.advance(400)
  const run = await runAction(scene.account, { inputs: { mode: 'restore', stacks: 'mystack' }, runId: '1001' })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual({ 'mystack-v1': 200, 'mystack-v2': 0 })
  expect(traces(scene)).toEqual([])
})

test.each([['0.3 100', 'Route 53 takes no less than 0.5 percent']])('steps %s are refused', async (steps, says) => {
  const scene = recordScene()
  const run = await runAction(scene.account, { inputs: { ...senza, steps } })
  expect(run.annotations[0]?.message).toContain(says)
  expect(scene.account.ledger.changes()).toEqual([])
})

test.each([
  { name: 'the zone by its name', place: () => ({ 'hosted-zone': 'fleet.test' }) },
  { name: 'the zone by its id', place: ({ zone }: RecordScene) => ({ 'hosted-zone': zone }) },
  { name: 'the zone and the name', place: ({ zone, record }: RecordScene) => ({ 'hosted-zone': zone, record }) },
  { name: 'the name alone', place: ({ record }: RecordScene) => ({ record }) },
])('records with identifiers of their own: $name', async ({ place }) => {
  const scene = recordScene({ weights: { 'shop v1': 200, 'shop v2': 0 } })
  const groups = { mode: 'shift', blue: scene.v1.name, green: scene.v2.name }
  const given = { ...groups, 'blue-identifier': 'shop v1', 'green-identifier': 'shop v2', ...place(scene) }
  const run = await runAction(scene.account, { inputs: { ...given, steps: '25' } })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual({ 'shop v1': 150, 'shop v2': 50 })
  // What a rollback needs stands on both groups, which alone name the records then.
  const back = await runAction(scene.account, { inputs: { ...groups, mode: 'rollback' }, runId: '1001' })
  expect(back.annotations).toEqual([])
  expect(scene.weights()).toEqual({ 'shop v1': 200, 'shop v2': 0 })
})

test('the weights before stand in one tag on both groups, and neither record is tagged', async () => {
  const scene = recordScene({ weights: { 'mystack-v1': 150, 'mystack-v2': 0, 'mystack-v0': 50 } })
  await runAction(scene.account, { inputs: { ...senza, to: 'green', steps: '10' } })
  for (const { name } of [scene.v1, scene.v2]) {
    const { tags } = scene.account.autoScaling.capacity(name)
    expect(Object.keys(tags).filter((key) => key.startsWith('fleet-patch:'))).toEqual(['fleet-patch:previous-shares'])
    expect(tags['fleet-patch:previous-shares']).toMatch(/ blue=150 green=0 .*others=mystack-v0:50 /)
  }
})

test('a record that does not exist is refused before any change', async () => {
  const scene = recordScene()
  const run = await runAction(scene.account, {
    inputs: { ...senza, record: 'other.fleet.test', 'hosted-zone': 'fleet.test' },
  })
  expect(run.annotations[0]?.message).toContain('No name other.fleet.test has weighted records')
  expect(scene.account.ledger.changes()).toEqual([])
})

/** Another attempt took what Route 53 shows for what its name servers answer, and shrank the old stack while some still named it. */
test('an attempt after a death does not shrink the old stack before all name servers answer with the new one', async () => {
  const inputs = { ...senza, mode: 'blue-green', keep: '0' }
  const plan = { v2: { size: 0, sizes: { min: 0, max: 0 } } } as const
  const other = recordScene(plan)
  await runAction(other.account, { inputs })
  const call =
    other.account.ledger.entries.findLastIndex(({ operation }) => operation === 'ChangeResourceRecordSets') + 1
  const scene = recordScene(plan)
  const stream = scene.account.traffic.watch({ record: scene.record })
  await runAction(scene.account, { inputs, process: { crash: { when: 'after', call } } })
  await runAction(scene.account, { inputs, runAttempt: '2' })
  scene.account.timeline.advance(600)
  expect(scene.account.autoScaling.capacity(scene.v1.name).desired).toBe(0)
  expect(stream.missed).toBe(0)
})
