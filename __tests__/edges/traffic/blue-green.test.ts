/** Blue/green deployments by the whole program. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { type ActionRun, runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene, type TrafficScene } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'blue-green', blue: 'shop-blue', green: 'shop-green' }
const idle = { size: 0, sizes: { min: 0, max: 0 }, outdated: true } as const

const statusOf = (run: ActionRun): string =>
  (JSON.parse(run.outputs['result'] ?? '{}') as { traffic: { status: string } }).traffic.status

const sizesOf = ({ account }: TrafficScene): readonly (readonly number[])[] =>
  ['shop-blue', 'shop-green'].map((name) => {
    const { min, desired, max } = account.autoScaling.capacity(name)
    return [min, desired, max]
  })

/** The images of what the green group launches. */
const launchedBy = ({ account, green }: TrafficScene): readonly (string | undefined)[] =>
  (
    account.ec2.operations.DescribeLaunchTemplateVersions({
      LaunchTemplateName: green.sourceNames[0],
      Versions: ['$Latest'],
    }).LaunchTemplateVersions ?? []
  ).map(({ LaunchTemplateData }) => LaunchTemplateData?.ImageId)

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

test('without `keep` the old side is kept for an hour, and a rollback restores both sizes and leaves what green launches', async () => {
  const scene = trafficScene({ green: { size: 0, sizes: { min: 0, max: 0 } } })
  const before = sizesOf(scene)
  expect(launchedBy(scene)).toEqual([scene.green.oldImageId])
  const run = await runAction(scene.account, { inputs: { ...inputs, image: 'latest' } })
  expect([statusOf(run), run.failed]).toEqual(['shifted', false])
  expect(sizesOf(scene)).toEqual([
    [0, 3, 4],
    [0, 3, 4],
  ])
  const early = await runAction(scene.account, { inputs: { ...inputs, mode: 'release' }, runId: '1001' })
  expect(early.failed).toBe(true)
  expect(early.annotations[0]?.message).toMatch(/is kept for (59|60) minutes more/)
  const launched = launchedBy(scene)
  expect(launched).toEqual([scene.green.newImageId])
  scene.account.ledger.clear()
  const back = await runAction(scene.account, { inputs: { ...inputs, mode: 'rollback' }, runId: '1002' })
  expect(back.failed).toBe(false)
  expect(sizesOf(scene)).toEqual(before)
  expect(launchedBy(scene)).toEqual(launched)
  const order = scene.account.ledger.changes().map(({ operation }) => operation)
  expect(order.findLastIndex((name) => name.startsWith('Modify'))).toBeLessThan(order.indexOf('UpdateAutoScalingGroup'))
})

test('with `afterwards: keep` a release leaves both sides as they are', async () => {
  const scene = trafficScene({ green: idle })
  await runAction(scene.account, { inputs: { ...inputs, keep: '1', afterwards: 'keep' } })
  scene.account.timeline.advance(120)
  const run = await runAction(scene.account, { inputs: { ...inputs, mode: 'release' }, runId: '1001' })
  expect(statusOf(run)).toBe('released')
  expect(sizesOf(scene)[0]).toEqual([0, 3, 4])
  expect(scene.weights()[0]).toEqual([0, 100])
  expect(tracesOf(scene)).toEqual(['fleet-patch:previous-shares'])
})
