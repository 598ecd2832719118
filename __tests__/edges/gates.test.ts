/** Rolls that hold at checkpoints, by the whole program. */
import { instanceIds } from '../../simulator/scenario.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { Cancelled } from '../../src/errors.ts'
import {
  expectPutBack,
  expectRolled,
  oldLeft,
  operator,
  run,
  type Scene,
  scene,
  standing,
  stripTags,
} from './fixture.ts'

beforeAll(takeShortcut)

const OLD = 10

const ten = (): Scene => scene({ size: OLD, sizes: { min: 0, max: OLD }, launch: 'template-default' })

const newOnes = ({ account, group }: Scene): readonly string[] =>
  instanceIds(account, 'web').filter((id) => !group.instanceIds.includes(id))

test('a roll holds at each checkpoint, and then ends as any other', async () => {
  const fixture = ten()
  const rolled = await run(fixture, { surge: '3', checkpoints: '1\n50%', bake: '2', 'bake-at-end': '0' })
  expectRolled(fixture, rolled)
  expect(fixture.account.ledger.launches('web')).toHaveLength(OLD)
  expect(fixture.account.ledger.lowestReady('web')).toBe(OLD)
  expect(rolled.reported).toMatch(/checkpoint 1 of 2 is reached, and bakes for (2|1\.\d) minutes more/)
  expect(rolled.reported).toContain('checkpoint 2 of 2 has let the roll pass')
})

test('the time left has the bakes in it', async () => {
  const rolled = await run(ten(), { surge: '5', 'bake-at-end': '5' })
  const last = rolled.lines.find((line) => line.includes('all instances are new, and bake for'))
  expect(last).toMatch(/100 % {2}about 5 m left {2}all instances are new, and bake for (5|4\.\d) minutes more/)
})

test('by hand it ends at the first checkpoint, green, with every old instance in service', async () => {
  const fixture = ten()
  const gates = { surge: '3', checkpoints: '1\n50%', bake: '2', promote: 'by-hand' }
  const gated = await run(fixture, gates)
  expect(gated.failed).toBe(false)
  expect(gated.result.status).toBe('gated')
  expect(gated.result.replaced).toEqual([])
  expect(oldLeft(fixture)).toHaveLength(OLD)
  expect(newOnes(fixture)).toHaveLength(1)
  expect(gated.reported).toContain('The roll waits at checkpoint 1 of 2')

  const post = await run(fixture, gates, { state: gated.state })
  expect(post.failed).toBe(false)
  expect(newOnes(fixture)).toHaveLength(1)
  expect(oldLeft(fixture)).toHaveLength(OLD)

  fixture.account.ledger.clear()
  const refused = await run(fixture, {}, { runId: '1001' })
  expect(refused.failed).toBe(true)
  expect(refused.reported).toContain('mode: release')
  expect(refused.reported).toContain('REFUSED, nothing was changed: ')
  expect(refused.reported).not.toContain('another run')
  expect(fixture.account.ledger.changes()).toEqual([])

  const missing = await run(fixture, { mode: 'release' }, { runId: '1002' })
  expect(missing.failed).toBe(true)
  expect(missing.reported).toContain('this release has 0 in `checkpoints`')
  expect(fixture.account.ledger.changes()).toEqual([])

  const { surge: _, ...again } = gates
  const second = await run(fixture, { mode: 'release', ...again }, { runId: '1003' })
  expect(second.result.status).toBe('gated')
  expect(newOnes(fixture)).toHaveLength(5)
  expect(second.reported).toContain('The roll waits at checkpoint 2 of 2')

  const last = await run(fixture, { mode: 'release', ...again }, { runId: '1004' })
  expectRolled(fixture, last)
  // Without an input of its own the release has the room of the run that began.
  expect(fixture.account.ledger.highestTotal('web')).toBe(OLD + 3)
})

test.each(['restore', 'rollback'])(
  '%s takes back what waits at a gate, at no cost of an old instance',
  async (mode) => {
    const fixture = ten()
    await run(fixture, { checkpoints: '1', promote: 'by-hand' })
    const back = await run(fixture, { mode }, { runId: '1001' })
    expect(back.failed).toBe(false)
    const { sizes, suspended, memo } = standing(fixture.account)
    expect({ sizes, suspended }).toEqual({ sizes: fixture.before.sizes, suspended: fixture.before.suspended })
    expect(memo).toEqual(mode === 'rollback' ? ['fleet-patch:rolled-back'] : [])
    expect(oldLeft(fixture)).toHaveLength(OLD)
    expect(newOnes(fixture)).toEqual([])
    expect(fixture.account.ledger.lowestReady('web')).toBe(OLD)
  },
)

test('where its tags are removed meanwhile, a release finds them on the new instances', async () => {
  const fixture = ten()
  const gates = { checkpoints: '1', promote: 'by-hand' }
  await run(fixture, { surge: '2', ...gates })
  fixture.account.timeline.advance(600)
  stripTags(fixture.account)
  const refused = await run(fixture, {}, { runId: '1001' })
  expect(refused.reported).toContain('wait at a gate')
  const released = await run(fixture, { mode: 'release', ...gates }, { runId: '1002' })
  expectRolled(fixture, released)
})

test('a release needs the bake and the probe of the run that waits', async () => {
  const fixture = ten()
  const gates = { checkpoints: '1\n50%', bake: '1', promote: 'by-hand', probe: 'ssm: true' }
  await run(fixture, { surge: '3', ...gates })
  fixture.account.ledger.clear()
  const { bake: _bake, probe: _probe, ...less } = gates
  const refused = await run(fixture, { mode: 'release', ...less }, { runId: '1001' })
  expect(refused.failed).toBe(true)
  expect(refused.reported).toMatch(/no .{1,8}bake.{1,8}, no .{1,8}bake-at-end.{1,8} and no .{1,8}probe/)
  expect(fixture.account.ledger.changes()).toEqual([])
  const second = await run(fixture, { mode: 'release', ...gates }, { runId: '1002' })
  expect(second.result.status).toBe('gated')
})

test('with no surge the canary costs one old instance: the plan says so, and so does the roll', async () => {
  const inputs = { surge: '0', 'max-unavailable': '1', checkpoints: '1', bake: '1', promote: 'by-hand' }
  const fixture = ten()
  const planned = await run(fixture, { ...inputs, 'dry-run': 'true' })
  expect(planned.failed).toBe(false)
  expect(planned.result.notes.join('\n')).toContain('1 old instance leaves before the roll holds at checkpoint 1')
  const gated = await run(fixture, inputs)
  expect(gated.result.status).toBe('gated')
  expect(gated.result.notes.join('\n')).toContain('1 old instance leaves before the roll holds at checkpoint 1')
  expect(oldLeft(fixture)).toHaveLength(OLD - 1)
})

test('checkpoints of a group with weights are units of its capacity', async () => {
  const fixture = scene({
    size: 4,
    launch: 'mixed',
    weights: { 't3.micro': 2, 't3.small': 2 },
    sizes: { min: 0, max: 12 },
  })
  const rolled = await run(fixture, { surge: '4', checkpoints: '2', bake: '1' })
  expectRolled(fixture, rolled)
  expect(rolled.reported).toContain('checkpoint 1 of 1 is reached')
})

test('after a scale-up with a checkpoint of one the others follow at once', async () => {
  const fixture = ten()
  const rolled = await run(fixture, { mode: 'scale-up-patch', checkpoints: '1', bake: '5', 'bake-at-end': '0' })
  expectRolled(fixture, rolled)
  const launched = fixture.account.ledger.movements('web').filter(({ kind }) => kind === 'launched')
  const [first = NaN, second = NaN] = launched.map(({ at }) => at)
  expect(second - first).toBeGreaterThan(300)
  expect((launched.at(-1)?.at ?? NaN) - second).toBeLessThan(60)
})

test('a dark launch with a checkpoint of one is released there, and bakes in service', async () => {
  const fixture = ten()
  const inputs = { mode: 'scale-up-patch', dark: 'true', 'release-after': '1', checkpoints: '1', bake: '5', 'bake-at-end': '0' } // prettier-ignore
  const rolled = await run(fixture, inputs)
  expectRolled(fixture, rolled)
  const { ledger } = fixture.account
  expect(ledger.lowestReady('web')).toBe(OLD)
  const registered = ledger.changes().filter(({ operation }) => operation === 'RegisterTargets')
  expect(registered).toHaveLength(1)
})

test('checkpoints that do not ascend in one group refuse the run before the first change', async () => {
  const fixture = ten()
  const refused = await run(fixture, { checkpoints: '5\n20%' })
  expect(refused.failed).toBe(true)
  expect(refused.reported).toContain('do not ascend in web, of which 10 are desired')
  expect(fixture.account.ledger.changes()).toEqual([])
})

test('a run that is cancelled in a bake is put back by its post step, at no cost of an old instance', async () => {
  const fixture = ten()
  const cancelled = new AbortController()
  const { timeline } = fixture.account
  const inputs = { surge: '3', checkpoints: '1', bake: '20' }
  timeline.after(600, () => cancelled.abort(new Cancelled()))
  const main = await run(fixture, inputs, { signal: cancelled.signal })
  expect(main.reported).toContain('checkpoint 1 of 1 is reached')
  expect(newOnes(fixture)).toHaveLength(1)
  const post = await run(fixture, inputs, { state: main.state })
  expect(post.failed).toBe(false)
  expect(newOnes(fixture)).toEqual([])
  expect(oldLeft(fixture)).toHaveLength(OLD)
  expect(standing(fixture.account)).toEqual(fixture.before)
})

test('while new instances bake at the end, what was suspended runs again', async () => {
  const fixture = ten()
  const { ledger, timeline } = fixture.account
  const rolled = await run(fixture, { surge: '100%', 'bake-at-end': '10' })
  expectRolled(fixture, rolled)
  const at = (operation: string): number => ledger.changes().findLast((each) => each.operation === operation)?.at ?? NaN
  expect(at('DeleteTags') - at('ResumeProcesses')).toBeGreaterThanOrEqual(600)
  expect(timeline.now - at('DeleteTags')).toBeLessThan(60)
})

// What lay within the room that the roll had made before passed for its own, and was put back.
test('a maximum that is set while a lost run baked at the end is kept by the restore', async () => {
  const fixture = ten()
  const { account } = fixture
  const cancelled = new AbortController()
  account.timeline.after(300, () => cancelled.abort(new Cancelled()))
  await run(fixture, { surge: '100%', 'bake-at-end': '10' }, { signal: cancelled.signal })
  expect(standing(account)).toMatchObject({ sizes: [0, OLD, OLD], suspended: [] })
  operator(account).UpdateAutoScalingGroup({ AutoScalingGroupName: 'web', MaxSize: OLD + 4 })
  account.timeline.advance(400)
  const back = await run(fixture, { mode: 'restore' }, { runId: '2000' })
  expect(standing(account)).toMatchObject({ sizes: [0, OLD, OLD + 4], suspended: [], memo: [] })
  expect(back.reported).toContain(`MaxSize was changed from ${OLD} to ${OLD + 4} from outside this run: kept.`)
})

test('what AWS launches by itself meanwhile counts toward a checkpoint, and is told', async () => {
  const fixture = ten()
  fixture.account.timeline.after(200, () => {
    operator(fixture.account).TerminateInstanceInAutoScalingGroup({
      InstanceId: fixture.group.instanceIds[0],
      ShouldDecrementDesiredCapacity: false,
    })
  })
  const rolled = await run(fixture, { surge: '3', checkpoints: '1\n2', bake: '10', 'bake-at-end': '0' })
  expect(rolled.result.status).toBe('rolled')
  expect(rolled.reported).toContain('is reached by 2 where it takes 1, since what AWS launches by itself counts')
})

test('the time that is over in a bake leaves a roll by hand at its gate, and puts any other back', async () => {
  const byHand = ten()
  const inputs = { surge: '3', checkpoints: '1', bake: '10', timeout: '11' }
  const left = await run(byHand, { ...inputs, promote: 'by-hand' })
  expect(left.result.status).toBe('gated')
  const other = ten()
  expectPutBack(other, await run(other, inputs))
  expect(oldLeft(other)).toHaveLength(OLD)
})
