import { SimulatedSsh } from '../../simulator/ssh.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** The SSH bastion of the demo's account, and what must be true of it. */
export interface DemoBastion {
  readonly name: string
  readonly address: string
  /** Who listens at its addresses. */
  readonly ssh: SimulatedSsh
  /** Each promise that was broken so far, a sentence each. */
  broken(): readonly string[]
}

/** Adds a bastion on an old image, behind an Elastic IP in a DMZ subnet, and watches from then on whether it answers. */
export function demoBastion(account: SimulatedAccount): DemoBastion {
  const { ec2, timeline, ledger, region } = account
  const { operations } = ec2
  const name = 'Odd (SSH Bastion Host)'
  const ssh = new SimulatedSsh(account)
  const [old = '', fresh] = ['2025-10-06', '2025-12-29'].map((date) =>
    ec2.seedImage({ name: `bastion-${date.replaceAll('-', '')}`, creationDate: `${date}T06:00:00Z` }),
  )
  const [subnet = ''] = ['a', 'b'].map((letter, index) =>
    ec2.seedSubnet({
      zone: `${region}${letter}`,
      cidr: `172.31.${100 + index}.0/28`,
      tags: { Name: `dmz-${letter}` },
      mapsPublicAddress: true,
    }),
  )
  const { Instances: started } = operations.RunInstances({
    ImageId: old,
    InstanceType: 't3.micro',
    SubnetId: subnet,
    MinCount: 1,
    MaxCount: 1,
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name }] }],
  })
  const first = started?.[0]?.InstanceId ?? ''
  timeline.advance(300)
  const { AllocationId: allocation = '', PublicIp: address = '' } = operations.AllocateAddress({ Domain: 'vpc' })
  operations.AssociateAddress({ AllocationId: allocation, InstanceId: first })
  let silentAt: number | undefined
  const listen = (): void => {
    if (ssh.answer(address, ssh.port).kind !== 'banner') silentAt ??= timeline.now
  }
  timeline.onMoment(listen)
  // A moment may hold several calls, and the address must answer between them as well.
  ledger.recorder = { before: listen, after: listen }
  // What was needed to set the scene is no part of the story.
  ledger.clear()
  const broken = (): string[] => {
    const alive = (operations.DescribeInstances({}).Reservations ?? [])
      .flatMap(({ Instances }) => Instances ?? [])
      .filter(({ Tags }) => Tags?.some(({ Key, Value }) => Key === 'Name' && Value === name))
      .filter(({ State }) => State?.Name !== 'shutting-down' && State?.Name !== 'terminated')
    const [one] = alive
    const addresses = operations.DescribeAddresses({}).Addresses ?? []
    const ids = alive.map(({ InstanceId }) => InstanceId).join(', ')
    const checks: readonly (readonly [boolean, string])[] = [
      [silentAt === undefined, `nobody answered at ${address} at ${silentAt}`],
      [alive.length === 1 && one?.InstanceId !== first, `${ids} are there, and ${first} was to be replaced by one`],
      [one?.ImageId === fresh, `it runs on ${one?.ImageId}, not on ${fresh}`],
      [addresses.length === 1 && addresses[0]?.InstanceId === one?.InstanceId, `${address} is not its only address`],
    ]
    return checks.flatMap(([held, sentence]) => (held ? [] : [`${name}: ${sentence}.`]))
  }
  return { name, address, ssh, broken }
}
