/** The errors of both sides are compared at each step, as CloudWatch counts them. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { instanceIds } from '../../../simulator/scenario.ts'
import { ServiceFault } from '../../../simulator/fault.ts'
import { recordScene } from '../../../testing/record-scene.ts'
import { type ActionRun, runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene, type TrafficScene } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'blue-green', blue: 'shop-blue', green: 'shop-green', steps: '10 50 100', bake: '5' }

const trafficOf = (run: ActionRun) =>
  (JSON.parse(run.outputs['result'] ?? '{}') as { traffic: { status: string; curve: { share: number }[] } }).traffic

const failureOf = (run: ActionRun): string => run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message).join('\n') // prettier-ignore

/** Requests a second come in by the listener; green gets an image of which every second answer is an error, where it is bad. */
function served({ rate, isGreenBad }: { readonly rate: number; readonly isGreenBad: boolean }) {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 }, outdated: true } })
  if (isGreenBad) scene.account.behaviour.badImages.add(scene.green.newImageId)
  scene.account.traffic.setRate({ rule: scene.listener }, rate)
  return scene
}

const asked = ({ account }: TrafficScene): number =>
  account.ledger.entries.filter(({ operation }) => operation === 'GetMetricData').length

test('a new side that answers with more errors than the other loses its traffic at the first step', async () => {
  const scene = served({ rate: 20, isGreenBad: true })
  const run = await runAction(scene.account, { inputs: { ...inputs, 'max-error-ratio': '2' } })
  expect(failureOf(run)).toMatch(/green answers \d+ of \d+ requests with errors, the other side 0 of \d+ requests/)
  expect(trafficOf(run).status).toBe('halted')
  expect(Math.max(...trafficOf(run).curve.map(({ share }) => share))).toBe(10)
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
  expect(tracesOf(scene)).toEqual([])
})

test('without `max-error-ratio` the same side gets all of it, and CloudWatch is not asked', async () => {
  const scene = served({ rate: 20, isGreenBad: true })
  const run = await runAction(scene.account, { inputs })
  expect(failureOf(run)).toBe('')
  expect(asked(scene)).toBe(0)
})

test('a side that answers as well as the other is let pass, and each minute is asked for once', async () => {
  const scene = served({ rate: 20, isGreenBad: false })
  const begin = scene.account.timeline.now
  const run = await runAction(scene.account, { inputs: { ...inputs, 'max-error-ratio': '1' } })
  expect(failureOf(run)).toBe('')
  expect(trafficOf(run).status).toBe('shifted')
  // Once before the first change.
  expect(asked(scene)).toBeLessThanOrEqual((scene.account.timeline.now - begin) / 60 + 1)
})

test('both sides as bad as each other are let pass: what is compared is the ratio', async () => {
  const scene = trafficScene()
  const [instance = ''] = instanceIds(scene.account, 'shop-blue')
  scene.account.behaviour.badImages.add(scene.account.ec2.machine(instance)?.imageId ?? '')
  scene.account.traffic.setRate({ rule: scene.listener }, 50)
  const run = await runAction(scene.account, { inputs: { ...inputs, mode: 'shift', 'max-error-ratio': '1.5' } })
  expect(failureOf(run)).toBe('')
})

test('too few requests are no data: nothing fails by them, and the step is not passed until there are enough', async () => {
  const scene = served({ rate: 0.1, isGreenBad: true })
  const limits = { 'max-error-ratio': '2', 'min-requests': '1000', timeout: '15' }
  const run = await runAction(scene.account, { inputs: { ...inputs, ...limits } })
  expect(run.lines.join('\n')).toMatch(/green has had \d+ requests of the 1000 that a comparison needs/)
  expect(failureOf(run)).toContain('The time given by `timeout` is over')
  expect(Math.max(...trafficOf(run).curve.map(({ share }) => share))).toBe(10)
  expect(scene.weights()).toEqual([
    [1, undefined],
    [1, undefined],
  ])
})

test('a CloudWatch that stops to answer holds the step', async () => {
  const scene = served({ rate: 20, isGreenBad: true })
  const { cloudWatch } = scene.account
  const { GetMetricData } = cloudWatch.operations
  let answers = 1
  Object.assign(cloudWatch.operations, {
    GetMetricData: (question: never) => {
      if (answers-- > 0) return GetMetricData(question)
      throw new ServiceFault('InternalServiceFault', 'not now', 500)
    },
  })
  const run = await runAction(scene.account, { inputs: { ...inputs, 'max-error-ratio': '2', timeout: '15' } })
  expect(run.lines.join('\n')).toContain('CloudWatch does not tell the requests of both sides')
  expect(Math.max(...trafficOf(run).curve.map(({ share }) => share))).toBe(10)
})

describe('before any change', () => {
  test.each([
    ['a ratio below 1', { 'max-error-ratio': '0.5' }, 'must be a number from 1 to 1000'],
    ['no whole number of requests', { 'max-error-ratio': '2', 'min-requests': '0' }, 'must be a whole number from 1'],
    ['a means that counts none', { 'max-error-ratio': '2', traffic: 'nlb' }, '`traffic: nlb` has none'],
  ])('%s is refused', async (_, more, says) => {
    const scene = trafficScene()
    const run = await runAction(scene.account, { inputs: { ...inputs, ...more } })
    expect(failureOf(run)).toContain(says)
    expect(scene.account.ledger.changes()).toEqual([])
  })

  test('a Network Load Balancer that was found is refused as well', async () => {
    const scene = trafficScene({ balancer: 'network' })
    const run = await runAction(scene.account, { inputs: { ...inputs, mode: 'shift', 'max-error-ratio': '2' } })
    expect(failureOf(run)).toContain('shop-blue and shop-green have no target group of an Application Load Balancer')
    expect(scene.account.ledger.changes()).toEqual([])
  })

  test('records of stacks with classic load balancers are refused', async () => {
    const { account } = recordScene()
    const senza = { mode: 'shift', stacks: 'mystack', versions: 'v1 v2', 'max-error-ratio': '2' }
    const run = await runAction(account, { inputs: senza })
    expect(failureOf(run)).toContain('have no target group of an Application Load Balancer')
    expect(account.ledger.changes()).toEqual([])
  })
})
