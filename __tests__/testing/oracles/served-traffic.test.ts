import { ServedTraffic } from '../../../testing/oracles/served-traffic.ts'
import { runAction } from '../../../testing/run-action.ts'
import { trafficScene } from '../../../testing/traffic-scene.ts'

const empty = { green: { size: 0, sizes: { min: 0, max: 0 } } } as const
const shift = { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }

test('tells of each route that sends requests to a group without targets', () => {
  const scene = trafficScene(empty)
  const watch = new ServedTraffic(scene)
  expect(watch.problems).toEqual([])
  scene.setWeights(scene.rules[0] ?? '', { blue: 90, green: 10 })
  scene.account.traffic.note()
  scene.account.timeline.advance(60)
  expect(watch.problems).toEqual([
    expect.stringMatching(/for 60 s: 10\.0 % of rule arn:.*listener-rule.* met no target$/),
  ])
})

describe('with clients that keep their group for ten minutes', () => {
  test('a shift and its rollback lose no request', async () => {
    const scene = trafficScene({ sticky: 600 })
    const watch = new ServedTraffic(scene)
    const run = await runAction(scene.account, { inputs: { ...shift, steps: '10\n50\n100', bake: '2' } })
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
    await runAction(scene.account, { inputs: { ...shift, mode: 'rollback' }, runId: '1001' })
    scene.account.timeline.advance(3600)
    expect(watch.problems).toEqual([])
    expect(scene.account.traffic.missed).toBe(0)
  })

  test('the old side of a blue/green deployment is kept as long as they stay, also with keep: 0', async () => {
    const scene = trafficScene({ sticky: 600, ...empty, green: { ...empty.green, outdated: true } })
    const watch = new ServedTraffic(scene)
    const inputs = { ...shift, mode: 'blue-green', steps: '50\n100', keep: '0' }
    await runAction(scene.account, { inputs })
    scene.account.timeline.advance(3600)
    await runAction(scene.account, { inputs: { ...shift, mode: 'release' }, runId: '1001' })
    scene.account.timeline.advance(3600)
    expect(watch.problems).toEqual([])
    expect(scene.account.autoScaling.capacity('shop-blue').desired).toBe(0)
  })
})
