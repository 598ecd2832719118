/** Shifts of traffic by the whole program between two groups behind an Application Load Balancer. */
import { runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene } from '../../../testing/traffic-scene.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }

test('moves the traffic by steps, each on every rule, and leaves nothing but what a rollback needs', async () => {
  const scene = trafficScene()
  const run = await runAction(scene.account, { inputs: { ...inputs, steps: '10\n50\n100', bake: '5' } })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual([
    [0, 100],
    [0, 100],
  ])
  expect(tracesOf(scene)).toEqual(['fleet-patch:previous-shares'])
  expect(JSON.parse(run.outputs['traffic'] ?? '')).toEqual(
    [scene.listener, ...scene.rules].map((id) => ({
      id,
      before: { blue: 100, green: 0 },
      after: { blue: 0, green: 100 },
    })),
  )
  expect(JSON.parse(run.outputs['result'] ?? '').traffic).toMatchObject({
    status: 'shifted',
    to: 'green',
    means: 'alb',
  })
})

test('a rollback returns to the shares before, and takes the note away', async () => {
  const scene = trafficScene()
  await runAction(scene.account, { inputs: { ...inputs } })
  const run = await runAction(scene.account, { inputs: { ...inputs, mode: 'rollback' }, runId: '1001' })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
  expect(tracesOf(scene)).toEqual([])
})
