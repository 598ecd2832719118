/** Shifts of traffic by attaching groups to classic load balancers, and by the listeners of a Network Load Balancer. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }

function classicScene(active = 'shop-blue') {
  const account = new SimulatedAccount()
  const built = ['shop-blue', 'shop-green'].map((name) =>
    addGroup(account, { name, ...(name === active && { balancers: ['classic'] }) }),
  )
  account.ledger.clear()
  const [balancer = ''] = built.flatMap(({ classicNames }) => classicNames)
  const attached = (): readonly string[] =>
    (account.autoScaling.operations.DescribeAutoScalingGroups({}).AutoScalingGroups ?? []).flatMap(
      ({ AutoScalingGroupName = '', LoadBalancerNames = [] }) =>
        LoadBalancerNames.length > 0 ? AutoScalingGroupName : [],
    )
  return { account, balancer, attached, stream: account.traffic.watch({ classic: balancer }) }
}

test('the new group is attached, is healthy there, and only then the old one is taken off', async () => {
  const { account, attached, stream } = classicScene()
  const run = await runAction(account, { inputs })
  expect(run.annotations).toEqual([])
  expect(attached()).toEqual(['shop-green'])
  expect(stream.missed).toBe(0)
  const order = account.ledger
    .changes()
    .map(({ operation }) => operation)
    .filter((name) => name.endsWith('LoadBalancers'))
  expect(order).toEqual(['AttachLoadBalancers', 'DetachLoadBalancers'])
  for (const name of ['shop-blue', 'shop-green'])
    expect(Object.keys(account.autoScaling.capacity(name).tags)).toContain('fleet-patch:previous-shares')
  const back = await runAction(account, { inputs: { ...inputs, mode: 'rollback' }, runId: '1001' })
  expect(back.annotations).toEqual([])
  expect(attached()).toEqual(['shop-blue'])
  expect(stream.missed).toBe(0)
})

test('a classic load balancer takes no share', async () => {
  const { account } = classicScene()
  const run = await runAction(account, { inputs: { ...inputs, traffic: 'classic', steps: '50 100' } })
  expect(run.annotations[0]?.message).toContain('a classic load balancer takes all or nothing')
  expect(account.ledger.changes()).toEqual([])
})

test('the listener of a Network Load Balancer takes weights', async () => {
  const scene = trafficScene({ balancer: 'network' })
  const run = await runAction(scene.account, { inputs: { ...inputs, steps: '25 100' } })
  expect(run.annotations).toEqual([])
  expect(scene.weights()).toEqual([[0, 100]])
  expect(tracesOf(scene)).toEqual(['fleet-patch:previous-shares'])
  expect(JSON.parse(run.outputs['result'] ?? '').traffic).toMatchObject({ means: 'nlb', status: 'shifted' })
})

/**
 * A run died once it had taken the old group off. The way back attached it again and, without a look between, took the new one off:
 * nothing was healthy there until the first checks had passed.
 */
test.each(['shop-blue', 'shop-green'] as const)(
  'a death after %s was taken off is taken back without a moment without a healthy instance',
  async (active) => {
    const call = async (): Promise<number> => {
      const { account } = classicScene(active)
      await runAction(account, { inputs })
      return account.ledger.entries.findIndex(({ operation }) => operation === 'DetachLoadBalancers') + 1
    }
    const { account, attached, stream } = classicScene(active)
    await runAction(account, { inputs, process: { crash: { when: 'after', call: await call() } } })
    expect(attached()).not.toContain(active)
    account.timeline.advance(400)
    const run = await runAction(account, {
      inputs: { mode: 'restore', 'auto-scaling-groups': 'shop-*' },
      runId: '1001',
    })
    expect(run.annotations).toEqual([])
    expect(attached()).toEqual([active])
    account.timeline.advance(300)
    expect(stream.missed).toBe(0)
  },
)
