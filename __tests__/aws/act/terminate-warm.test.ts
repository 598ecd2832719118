import { applyChange } from '../../../src/aws/act/apply.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

test('warmed instances leave by way of EC2; one that EC2 has forgotten does not keep the others', async () => {
  const world = new SimulatedAccount()
  addGroup(world, { name: 'web', size: 1 })
  world.autoScaling.operations.PutWarmPool({ AutoScalingGroupName: 'web', MinSize: 2, MaxGroupPreparedCapacity: 3 })
  world.timeline.advance(300)
  const pool = (): string[] =>
    (world.autoScaling.operations.DescribeWarmPool({ AutoScalingGroupName: 'web' }).Instances ?? [])
      .filter(({ LifecycleState }) => LifecycleState === 'Warmed:Stopped')
      .map(({ InstanceId = '' }) => InstanceId)
  const [first = '', second = ''] = pool()
  const change = { kind: 'discard', instances: [first, 'i-0123456789abcdef0', second] } as const
  await applyChange(simulatedConnection(world), 'web', change)
  world.timeline.advance(300)
  expect(pool()).toHaveLength(2)
  expect(pool().filter((id) => id === first || id === second)).toEqual([])
})

test('an empty list is refused before any call', async () => {
  const world = new SimulatedAccount()
  await expect(applyChange(simulatedConnection(world), 'web', { kind: 'discard', instances: [] })).rejects.toThrow(
    'at least one',
  )
  expect(world.ledger.entries).toEqual([])
})
