import type { Subnet } from '@aws-sdk/client-ec2'
import { UserError } from '../../errors.ts'
import type { BastionSubnet } from '../../domain/bastion/bastion.ts'
import type { Connection } from '../client/connection.ts'
import { matchesGlob } from '../../domain/glob.ts'
import { everyPage } from '../client/pages.ts'

/** Where a bastion stands, and where its successor may. */
export interface SubnetQuestion {
  readonly vpc: string
  /** The old instance's zone: another one is better. */
  readonly zone: string
  /** Ids, or globs on the `Name` tag. */
  readonly wanted: readonly string[]
}

/**
 * The subnets of the bastion's VPC that were asked for and have addresses free, best first: another zone, then those
 * that lend public addresses, then those with most room. UserError when there is none.
 */
export async function subnetsFor(connection: Connection, question: SubnetQuestion): Promise<readonly BastionSubnet[]> {
  const { DescribeSubnetsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const Filters = [{ Name: 'vpc-id', Values: [question.vpc] }]
  const pages = await everyPage((token) => connection.send(client, new DescribeSubnetsCommand({ Filters, ...token })))
  const all = pages.flatMap((page) => page.Subnets ?? [])
  const asked = all.filter((subnet) => question.wanted.some((entry) => isMeant(subnet, entry)))
  const free = asked.filter(
    ({ State, AvailableIpAddressCount = 0 }) => State === 'available' && AvailableIpAddressCount > 0,
  )
  if (free.length === 0) throw noSubnet(question, { all, asked })
  const rank = (subnet: Subnet): readonly number[] => [
    subnet.AvailabilityZone === question.zone ? 1 : 0,
    subnet.MapPublicIpOnLaunch === true ? 0 : 1,
    -(subnet.AvailableIpAddressCount ?? 0),
  ]
  return free
    .toSorted((one, other) => compare(rank(one), rank(other)) || compare([one.SubnetId ?? ''], [other.SubnetId ?? '']))
    .map(({ SubnetId = '', AvailabilityZone = '', MapPublicIpOnLaunch = false }) => ({
      id: SubnetId,
      zone: AvailabilityZone,
      lendsAddress: MapPublicIpOnLaunch,
    }))
}

/** Names are written in any case. */
const isMeant = (subnet: Subnet, entry: string): boolean =>
  subnet.SubnetId === entry || matchesGlob(entry.toLowerCase(), nameOf(subnet).toLowerCase())

const nameOf = ({ Tags }: Subnet): string => Tags?.find(({ Key }) => Key === 'Name')?.Value ?? ''

function compare<Value extends number | string>(one: readonly Value[], other: readonly Value[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index]
    if (against !== undefined && value !== against) return value < against ? -1 : 1
  }
  return 0
}

function noSubnet(
  { vpc, wanted }: SubnetQuestion,
  { all, asked }: { readonly all: readonly Subnet[]; readonly asked: readonly Subnet[] },
): UserError {
  const names = (asked.length > 0 ? asked : all).map((subnet) => `${subnet.SubnetId} (${nameOf(subnet) || 'no name'})`)
  return new UserError({
    what: `No subnet for the new bastion: ${wanted.join(', ')}.`,
    why:
      asked.length > 0
        ? `Have no address free, need one: ${names.join(', ')}.`
        : `None of the subnets of ${vpc} matches; there are ${names.slice(0, 20).join(', ')}.`,
    remedy: 'Nothing was changed. Set `subnets` to the ids, or to globs on the `Name` tags, of the DMZ subnets.',
  })
}
