import { ImageReader } from '../../../src/aws/images/images.ts'
import { addStandardImages } from '../../../simulator/standard-images.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { simulatedConnection } from '../../simulated-connection.ts'

const describes = (simulated: SimulatedAccount): number =>
  simulated.ledger.entries.filter(({ operation }) => operation === 'DescribeImages').length

test('images are described together and once, and one that is gone is absent', async () => {
  const simulated = new SimulatedAccount()
  const { taupageOld, amazonLinuxArmNew } = addStandardImages(simulated)
  const images = new ImageReader(simulatedConnection(simulated))
  await images.learn([taupageOld, amazonLinuxArmNew, 'ami-00000000000000000'])
  await images.learn([taupageOld, 'ami-00000000000000000'])
  expect(describes(simulated)).toBe(1)
  expect(images.of('ami-00000000000000000')).toBeUndefined()
  expect(images.of(taupageOld)).toEqual({
    id: taupageOld,
    name: 'Taupage-AMI-20240101-083000',
    owner: simulated.account,
    architecture: 'x86_64',
    virtualization: 'hvm',
    rootType: 'ebs',
    createdAt: Date.UTC(2024, 0, 1, 8, 30) / 1000,
    deprecatedAt: undefined,
    state: 'available',
    rootDevice: '/dev/xvda',
    rootGiB: 8,
  })
  expect(images.of(amazonLinuxArmNew)).toMatchObject({ architecture: 'arm64' })
})

test('no more ids than a filter takes go into one call', async () => {
  const simulated = new SimulatedAccount()
  const ids = Array.from({ length: 401 }, (_, index) => simulated.ec2.seedImage({ name: `many-${index}` }))
  const images = new ImageReader(simulatedConnection(simulated))
  await images.learn(ids)
  expect(describes(simulated)).toBe(3)
  expect(ids.filter((id) => images.of(id) === undefined)).toEqual([])
})

test('a family is of one owner and architecture, and holds deprecated images as well', async () => {
  const simulated = new SimulatedAccount()
  const { amazonLinuxOld, amazonLinuxNew } = addStandardImages(simulated)
  const deprecated = simulated.ec2.seedImage({
    name: 'al2023-ami-2023.6.20240101.0-kernel-6.1-x86_64',
    ownerAlias: 'amazon',
    creationDate: '2024-01-01T10:00:00Z',
    deprecatedAt: '2024-04-01T10:00:00Z',
  })
  simulated.ec2.seedImage({ name: 'al2023-ami-2023.6.20251231.0-kernel-6.1-x86_64', visibility: 'public' })
  const images = new ImageReader(simulatedConnection(simulated))
  await images.learn([amazonLinuxOld])
  const image = images.of(amazonLinuxOld)
  if (image === undefined) throw new Error('The image is there.')
  const family = await images.familyOf(image)
  expect(family.map(({ id }) => id).sort()).toEqual([amazonLinuxOld, amazonLinuxNew, deprecated].sort())
  await images.familyOf(image)
  expect(describes(simulated)).toBe(2)
})

test('the family may be searched among other owners', async () => {
  const simulated = new SimulatedAccount()
  const { taupageOld } = addStandardImages(simulated)
  const shared = simulated.ec2.seedImage({
    name: 'Taupage-AMI-20251220-083000',
    ownerId: '999999999999',
    visibility: 'shared',
  })
  const images = new ImageReader(simulatedConnection(simulated))
  await images.learn([taupageOld])
  const image = images.of(taupageOld)
  if (image === undefined) throw new Error('The image is there.')
  expect((await images.familyOf(image, ['999999999999'])).map(({ id }) => id)).toEqual([shared])
})

test('images are found by a pattern of their name, of one architecture where one is given', async () => {
  const simulated = new SimulatedAccount()
  const { amazonLinuxArmOld, amazonLinuxArmNew } = addStandardImages(simulated)
  const images = new ImageReader(simulatedConnection(simulated))
  const found = await images.named({ owners: ['amazon'], name: 'al2023-*', architecture: 'arm64' })
  expect(found.map(({ id }) => id).sort()).toEqual([amazonLinuxArmOld, amazonLinuxArmNew].sort())
  expect(await images.named({ owners: ['amazon'], name: 'al2023-*' })).toHaveLength(4)
  expect(() => images.named({ owners: [], name: '*' })).toThrow('without an owner')
})
