/** Shifts of traffic by attaching groups to classic load balancers, and by the listeners of a Network Load Balancer. */
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { runAction } from '../../../testing/run-action.ts'
import { tracesOf, trafficScene } from '../../../testing/traffic-scene.ts'

beforeAll(takeShortcut)

const inputs = { mode: 'shift', blue: 'shop-blue', green: 'shop-green' }

function classicScene() {
  const account = new SimulatedAccount()
  const blue = addGroup(account, { name: 'shop-blue', balancers: ['classic'] })
  addGroup(account, { name: 'shop-green' })
  account.ledger.clear()
  const [balancer = ''] = blue.classicNames
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
