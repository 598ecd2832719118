/** Blue/green deployments by the whole program. */
import { runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene } from '../../../testing/traffic-scene.ts'

const inputs = { mode: 'blue-green', blue: 'shop-blue', green: 'shop-green' }
const idle = { size: 0, sizes: { min: 0, max: 0 }, outdated: true } as const

test('patches and sizes the idle side, moves the traffic, keeps the old side, and releases it', async () => {
  const scene = trafficScene({ green: idle })
  const run = await runAction(scene.account, { inputs: { ...inputs, steps: '0 10 50 100', bake: '5', keep: '30' } })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual([
    [0, 100],
    [0, 100],
  ])
  const released = await runAction(scene.account, { inputs: { ...inputs, mode: 'release' }, runId: '1001' })
  expect(released.annotations[0]?.message).toContain('is kept for 30 minutes more')
  scene.account.timeline.advance(1800)
  const later = await runAction(scene.account, { inputs: { ...inputs, mode: 'release' }, runId: '1002' })
  expect(later.annotations).toEqual([])
  const { min, max, desired } = scene.account.autoScaling.capacity('shop-blue')
  expect([min, desired, max]).toEqual([0, 0, 4])
  expect(tracesOf(scene)).toEqual(['fleet-patch:previous-shares'])
  await runAction(scene.account, { inputs: { ...inputs, mode: 'rollback' }, runId: '1003' })
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
  expect(tracesOf(scene)).toEqual([])
})
