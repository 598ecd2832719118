/** A shift of traffic over the wire: the bundle in a process, load balancers and CloudWatch as the SDK speaks to them. */
import { trafficScene, type TrafficScene } from '../../testing/traffic-scene.ts'
import { annotations, fixture } from './fixture.ts'

test('the bundle moves the traffic between two groups by steps, watched by their errors', async () => {
  const scenes: TrafficScene[] = []
  const { account, job } = await fixture((within) => {
    const scene = trafficScene({ in: within, weights: { blue: 100, green: 0 } })
    within.traffic.setRate({ rule: scene.listener }, 20)
    scenes.push(scene)
  })
  const inputs = { mode: 'shift', blue: 'shop-blue', green: 'shop-green', steps: '25\n100', bake: '3', 'max-error-ratio': '2' } // prettier-ignore
  const shifted = await job.run({ inputs })
  expect(annotations(shifted.log)).toEqual([])
  expect(shifted.exitCode).toBe(0)
  expect(scenes[0]?.weights()).toEqual([
    [0, 100],
    [0, 100],
  ])
  const [listener] = JSON.parse(shifted.outputs['traffic'] ?? '[]')
  expect(listener).toEqual({
    id: scenes[0]?.listener,
    before: { blue: 100, green: 0 },
    after: { blue: 0, green: 100 },
  })
  expect(account.ledger.entries.some(({ operation }) => operation === 'GetMetricData')).toBe(true)
  expect(account.traffic.missed).toBe(0)
})
