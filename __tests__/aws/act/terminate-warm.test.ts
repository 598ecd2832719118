import { applyChange } from '../../../src/aws/act/apply.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

test('instances of the warm pool are terminated through EC2; one that EC2 does not know does not stop the others', async () => {
  const account = new SimulatedAccount()
  addGroup(account, { name: 'web', size: 1 })
  account.autoScaling.operations.PutWarmPool({ AutoScalingGroupName: 'web', MinSize: 2, MaxGroupPreparedCapacity: 3 })
  account.timeline.advance(300)
  const pool = (): string[] =>
    (account.autoScaling.operations.DescribeWarmPool({ AutoScalingGroupName: 'web' }).Instances ?? [])
      .filter(({ LifecycleState }) => LifecycleState === 'Warmed:Stopped')
      .map(({ InstanceId = '' }) => InstanceId)
  const [first = '', second = ''] = pool()
  const change = { kind: 'terminate-warm', instances: [first, 'i-0123456789abcdef0', second] } as const
  await applyChange(simulatedConnection(account), 'web', change)
  account.timeline.advance(300)
  expect(pool()).toHaveLength(2)
  expect(pool().filter((id) => id === first || id === second)).toEqual([])
})

test('an empty list is refused before any call', async () => {
  const account = new SimulatedAccount()
  await expect(
    applyChange(simulatedConnection(account), 'web', { kind: 'terminate-warm', instances: [] }),
  ).rejects.toThrow('at least one')
  expect(account.ledger.entries).toEqual([])
})
