import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** What a probe needs of an instance. */
export interface ProbedInstance {
  /** The private IPv4 address, or the IPv6 address in an IPv6-native subnet; undefined where EC2 gives neither. */
  readonly privateIp: string | undefined
  readonly windows: boolean
}

/** The most values of one filter: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
const MOST_IDS = 199

/** By id; one that EC2 does not know is missing. */
export async function describeInstances(
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProbedInstance>> {
  const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const answers = await mapConcurrently(batches(ids, MOST_IDS), async (batch) => {
    const question = { Filters: [{ Name: 'instance-id', Values: [...batch] }], MaxResults: 1000 }
    return await everyPage((token) => connection.send(client, new DescribeInstancesCommand({ ...question, ...token })))
  })
  const instances = answers
    .flat()
    .flatMap(({ Reservations }) => (Reservations ?? []).flatMap((each) => each.Instances ?? []))
  return new Map(
    instances.flatMap(({ InstanceId, PrivateIpAddress, Ipv6Address, Platform }) =>
      InstanceId === undefined
        ? []
        : [
            [
              InstanceId,
              { privateIp: PrivateIpAddress ?? Ipv6Address, windows: Platform?.toLowerCase() === 'windows' },
            ] as const,
          ],
    ),
  )
}
