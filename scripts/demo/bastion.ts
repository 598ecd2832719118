import { SimulatedSsh } from '../../simulator/ssh.ts'
import type { SimulatedAccount } from '../../simulator/account.ts'

/** The SSH bastion of the demo's account, with its assertions. */
export interface DemoBastion {
  readonly name: string
  readonly address: string
  /** The SSH servers at its addresses. */
  readonly ssh: SimulatedSsh
  /** A sentence for each assertion that has failed so far. */
  failures(): readonly string[]
}

/** Adds a bastion on an old image, behind an Elastic IP in a DMZ subnet, and observes from then on whether it answers. */
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
  // The calls that built the account are no part of the demo.
  ledger.clear()
  const failures = (): string[] => {
    const alive = (operations.DescribeInstances({}).Reservations ?? [])
      .flatMap(({ Instances }) => Instances ?? [])
      .filter(({ Tags }) => Tags?.some(({ Key, Value }) => Key === 'Name' && Value === name))
      .filter(({ State }) => State?.Name !== 'shutting-down' && State?.Name !== 'terminated')
    const [one] = alive
    const addresses = operations.DescribeAddresses({}).Addresses ?? []
    const ids = alive.map(({ InstanceId }) => InstanceId).join(', ')
    const checks: readonly (readonly [boolean, string])[] = [
      [silentAt === undefined, `${address} did not answer at ${silentAt}`],
      [alive.length === 1 && one?.InstanceId !== first, `${ids} exist, and ${first} was to be replaced by one`],
      [one?.ImageId === fresh, `it runs on ${one?.ImageId}, not on ${fresh}`],
      [addresses.length === 1 && addresses[0]?.InstanceId === one?.InstanceId, `${address} is not its only address`],
    ]
    return checks.flatMap(([holds, sentence]) => (holds ? [] : [`${name}: ${sentence}.`]))
  }
  return { name, address, ssh, failures }
}
