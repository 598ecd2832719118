/** Clients that a rule binds to a group stay there at weight 0: no side is shrunk before that is over. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { runAction } from '../../../testing/run-action.ts'
import { trafficScene } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'blue-green', blue: 'shop-blue', green: 'shop-green' }
const idle = { size: 0, sizes: { min: 0, max: 0 } } as const

test('of `keep` and the stickiness the longer counts, and that is said', async () => {
  const scene = trafficScene({ green: idle, sticky: 3600 })
  const run = await runAction(scene.account, { inputs: { ...inputs, keep: '30' } })
  expect(run.failed).toBe(false)
  expect(run.lines.join('\n')).toContain(
    'the old side is kept for 60 minutes; stickiness may send clients there for that long',
  )
  scene.account.timeline.advance(1900)
  const early = await runAction(scene.account, { inputs: { ...inputs, mode: 'release' }, runId: '1001' })
  expect(early.annotations[0]?.message).toContain('is kept for')
})

test('with `keep: 0` the run waits for it before it shrinks, and every request of bound clients is served', async () => {
  const scene = trafficScene({ green: idle, sticky: 300 })
  const stream = scene.account.traffic.watch({ rule: scene.rules[0] ?? '' }, { cookies: 1 })
  const run = await runAction(scene.account, { inputs: { ...inputs, steps: '50 100', keep: '0' } })
  expect(run.failed).toBe(false)
  expect(run.lines.join('\n')).toContain('stickiness may send clients to blue for 5 minutes more')
  expect(scene.account.autoScaling.capacity('shop-blue').desired).toBe(0)
  scene.account.timeline.advance(600)
  expect(stream.missed).toBe(0)
})
