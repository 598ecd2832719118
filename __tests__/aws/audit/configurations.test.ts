import { configurationImages } from '../../../src/aws/audit/configurations.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const scene = (names: readonly string[]): { account: SimulatedAccount; image: string } => {
  const account = new SimulatedAccount()
  const image = account.ec2.seedImage({ name: 'web-1' })
  for (const LaunchConfigurationName of names)
    account.autoScaling.operations.CreateLaunchConfiguration({
      LaunchConfigurationName,
      ImageId: image,
      InstanceType: 't3.micro',
    })
  account.ledger.clear()
  return { account, image }
}

const named = (word: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${word}-${index}`)

test.each([
  { name: 'none', used: 0, idle: 10, calls: 0 },
  { name: 'a few are described by name, however many others there are', used: 50, idle: 1000, calls: 1 },
  { name: 'many are listed, since pages hold more than names fit', used: 200, idle: 0, calls: 2 },
  { name: 'a listing ends as soon as all are found', used: 100, idle: 1000, calls: 1 },
])('$name', async ({ used, idle, calls }) => {
  const names = named('a-used', used)
  const { account, image } = scene([...names, ...named('idle', idle)])
  const images = await configurationImages(simulatedConnection(account), names)
  expect(images).toEqual(new Map(names.map((name) => [name, image])))
  expect(account.ledger.entries).toHaveLength(calls)
})

test('an account full of idle ones is not listed to its end', async () => {
  const names = named('used', 120)
  const { account } = scene([...named('idle', 2000), ...names])
  const images = await configurationImages(simulatedConnection(account), names)
  expect(images.size).toBe(120)
  // Three pages, as many as by name, and then by name.
  expect(account.ledger.entries).toHaveLength(6)
})

test('a deleted one is missing, and no other', async () => {
  const { account } = scene(['web'])
  expect([...(await configurationImages(simulatedConnection(account), ['gone', 'web'])).keys()]).toEqual(['web'])
})
