import { ImageReader } from '../../../src/aws/images/images.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const describes = (account: SimulatedAccount): number =>
  account.ledger.entries.filter(({ operation }) => operation === 'DescribeImages').length

const foreign = { ownerId: '999999999999', visibility: 'shared' } as const

test('families of one owner are loaded in one call, and distinguished', async () => {
  const account = new SimulatedAccount()
  const [web, , api] = ['web-20250101', 'web-20250201', 'api-20250101', 'api-20250301'].map((name) =>
    account.ec2.seedImage({ name }),
  )
  const other = account.ec2.seedImage({ name: 'web-20250101', ...foreign })
  account.ec2.seedImage({ name: 'web-20250401', architecture: 'arm64' })
  account.ec2.seedImage({ name: 'web-canary-20250401' })
  const images = new ImageReader(simulatedConnection(account))
  await images.learn([web, api, other].map((id) => id ?? ''))
  const observed = [web, api, other].flatMap((id) => images.of(id ?? '') ?? [])
  await images.learnFamilies(observed)
  expect(describes(account)).toBe(3)
  const families = await Promise.all(observed.map(async (image) => await images.familyOf(image)))
  expect(families.map((family) => family.map(({ owner, name }) => `${owner} ${name}`))).toEqual([
    ['123456789012 web-20250101', '123456789012 web-20250201'],
    ['123456789012 api-20250101', '123456789012 api-20250301'],
    ['999999999999 web-20250101'],
  ])
  expect(describes(account)).toBe(3)
})

test('with owners the family is searched among them only', async () => {
  const account = new SimulatedAccount()
  const mine = account.ec2.seedImage({ name: 'web-20250101' })
  const theirs = account.ec2.seedImage({ name: 'web-20250201', ...foreign })
  const images = new ImageReader(simulatedConnection(account))
  await images.learn([mine])
  const image = images.of(mine)
  if (image === undefined) throw new Error('The image is there.')
  await images.learnFamilies([image], ['self', foreign.ownerId])
  expect((await images.familyOf(image, ['self', foreign.ownerId])).map(({ id }) => id)).toEqual([mine, theirs])
  expect(describes(account)).toBe(2)
  // What was loaded with these owners does not answer a request without them.
  expect((await images.familyOf(image)).map(({ id }) => id)).toEqual([mine])
  expect(describes(account)).toBe(3)
})

test('no more patterns than a filter takes go into one call', async () => {
  const account = new SimulatedAccount()
  const words = Array.from(
    { length: 250 },
    (_, index) => `w${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index / 26)}`,
  )
  const ids = words.map((word) => account.ec2.seedImage({ name: `${word}-20250101` }))
  const images = new ImageReader(simulatedConnection(account))
  await images.learn(ids)
  await images.learnFamilies(ids.flatMap((id) => images.of(id) ?? []))
  expect(describes(account)).toBe(4)
})

test('a deregistered image is recognised as such while AWS still shows it', async () => {
  const account = new SimulatedAccount({ behaviour: { staleSeconds: 60 } })
  const id = account.ec2.seedImage({ name: 'web-20250101' })
  account.ec2.operations.DeregisterImage({ ImageId: id })
  const images = new ImageReader(simulatedConnection(account))
  await images.learn([id])
  expect([images.of(id), images.wasDeregistered(id)]).toEqual([undefined, true])
  account.timeline.advance(61)
  const later = new ImageReader(simulatedConnection(account))
  await later.learn([id])
  expect([later.of(id), later.wasDeregistered(id)]).toEqual([undefined, false])
})
