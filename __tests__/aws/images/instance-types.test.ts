import { InstanceTypeReader } from '../../../src/aws/images/instance-types.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

test('each type is asked for once, whichever reader asks first, and one that does not exist is missing', async () => {
  const simulated = new SimulatedAccount()
  const reader = new InstanceTypeReader(simulatedConnection(simulated))
  const [first, second] = await Promise.all([
    reader.learn(['t3.micro', 'm5.large']),
    reader.learn(['m5.large', 't3.micro']),
  ])
  expect([...first.keys()].toSorted()).toEqual(['m5.large', 't3.micro'])
  expect([...second.keys()].toSorted()).toEqual(['m5.large', 't3.micro'])
  expect(simulated.ledger.entries).toHaveLength(1)
  const third = await reader.learn(['t3.micro', 'x9.none'])
  expect([third.has('t3.micro'), third.has('x9.none')]).toEqual([true, false])
  expect(simulated.ledger.entries).toHaveLength(2)
  await reader.learn(['x9.none', 'm5.large'])
  expect(simulated.ledger.entries).toHaveLength(2)
})
