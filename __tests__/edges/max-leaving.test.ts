/**
 * A group whose instances save their data at a termination hook lost its quorum when all old ones were held there at once. With
 * `max-leaving` no more are terminating at any moment, whatever makes them leave.
 */
import { Cancelled } from '../../src/errors.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { expectRolled, type Inputs, operator, run, scene, sceneOf, standing, type Scene } from './fixture.ts'

beforeAll(takeShortcut)

/** Six old instances, each of which a hook holds for so many seconds before it ends. */
function held(seconds: number): Scene {
  const { account, group } = scene({ size: 6, zones: ['a', 'b'] })
  operator(account).PutLifecycleHook({
    AutoScalingGroupName: 'web',
    LifecycleHookName: 'save',
    LifecycleTransition: 'autoscaling:EC2_INSTANCE_TERMINATING',
    HeartbeatTimeout: seconds,
    DefaultResult: 'CONTINUE',
  })
  return sceneOf(account, group)
}

const mostLeaving = ({ account }: Scene): number =>
  Math.max(...account.ledger.capacityOf('web').map(({ leaving }) => leaving))

const doubled: Inputs = { mode: 'scale-up-patch', surge: '100%', timeout: '300' }
const rolling: Inputs = { surge: '3', timeout: '300' }

test.each([
  { name: 'a number, where all are replaced at once', inputs: { ...doubled, 'max-leaving': '2' }, most: 2 },
  { name: 'a percentage of the desired capacity', inputs: { ...doubled, 'max-leaving': '50%' }, most: 3 },
  { name: 'a percentage of less than one', inputs: { ...doubled, 'max-leaving': '10%' }, most: 1 },
  { name: 'a number, where they are replaced by and by', inputs: { ...rolling, 'max-leaving': '1' }, most: 1 },
  { name: 'none: then all leave together', inputs: doubled, most: 6 },
])('as many are terminating at once as max-leaving says: $name', async ({ inputs, most }) => {
  const fixture = held(90)
  expectRolled(fixture, await run(fixture, inputs))
  fixture.account.timeline.advance(1200)
  expect(mostLeaving(fixture)).toBe(most)
  expect(fixture.account.ledger.lowestReady('web')).toBe(6)
})

test('the post step of a cancelled run keeps to the bound that the run was given', async () => {
  const fixture = held(40)
  const { account } = fixture
  const cancelled = new AbortController()
  account.timeline.after(70, () => cancelled.abort(new Cancelled()))
  const inputs = { ...doubled, 'max-leaving': '2' }
  const main = await run(fixture, inputs, { signal: cancelled.signal })
  expect(account.autoScaling.capacity('web').units).toBe(12)
  await run(fixture, inputs, { state: main.state })
  const after = await run(fixture, { mode: 'restore' }, { runId: '2000' })
  expect(after.failed).toBe(false)
  account.timeline.advance(1200)
  expect(mostLeaving(fixture)).toBe(2)
  expect(account.ledger.lowestReady('web')).toBe(6)
  expect(standing(account)).toEqual(fixture.before)
})
