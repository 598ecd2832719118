import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling'
import type { Filter } from '@aws-sdk/client-ec2'
import type { SubnetHeadroom } from '../../domain/rollout/preflight.ts'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The most values of one filter. */
const MOST_VALUES = 199

/** The subnets that each of these groups launches into, with their free addresses; the default ones where it names only zones. */
export async function subnetHeadroom(
  connection: Connection,
  groups: readonly AutoScalingGroup[],
): Promise<(group: AutoScalingGroup) => readonly SubnetHeadroom[]> {
  const ids = new Set(groups.flatMap(subnetIds))
  const zones = new Set(groups.filter((group) => subnetIds(group).length === 0).flatMap((group) => group.AvailabilityZones ?? [])) // prettier-ignore
  const [named, defaults] = await Promise.all([
    ask(connection, 'subnet-id', ids),
    ask(connection, 'availability-zone', zones, [{ Name: 'default-for-az', Values: ['true'] }]),
  ])
  return (group) => {
    const own = new Set(subnetIds(group))
    if (own.size > 0) return named.filter(({ id }) => own.has(id))
    return defaults.filter(({ zone }) => group.AvailabilityZones?.includes(zone))
  }
}

const subnetIds = ({ VPCZoneIdentifier = '' }: AutoScalingGroup): readonly string[] =>
  VPCZoneIdentifier.split(',').map((id) => id.trim()).filter((id) => id !== '') // prettier-ignore

async function ask(
  connection: Connection,
  filter: string,
  values: ReadonlySet<string>,
  more: readonly Filter[] = [],
): Promise<readonly SubnetHeadroom[]> {
  const { DescribeSubnetsCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const answers = await mapConcurrently(batches(values, MOST_VALUES), async (batch) => {
    const Filters = [{ Name: filter, Values: [...batch] }, ...more]
    return await everyPage((token) => connection.send(client, new DescribeSubnetsCommand({ Filters, ...token })))
  })
  return answers.flat().flatMap(({ Subnets }) =>
    (Subnets ?? []).flatMap(({ SubnetId, AvailabilityZone, AvailableIpAddressCount, Ipv6Native }) => {
      // The count is of IPv4 addresses, of which an IPv6-native subnet has none and needs none.
      const free = Ipv6Native === true ? Infinity : AvailableIpAddressCount
      return SubnetId === undefined || AvailabilityZone === undefined || free === undefined
        ? []
        : [{ id: SubnetId, zone: AvailabilityZone, free }]
    }),
  )
}
