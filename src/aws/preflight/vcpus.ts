import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'

/** The most values of one filter. */
const MOST_VALUES = 199

/** vCPUs of one instance, by type; a type that the region does not have is missing. */
export async function vcpusOf(connection: Connection, types: Iterable<string>): Promise<ReadonlyMap<string, number>> {
  const { DescribeInstanceTypesCommand } = await import('@aws-sdk/client-ec2')
  const client = await connection.clients.ec2()
  const answers = await mapConcurrently(batches(types, MOST_VALUES), async (batch) => {
    const Filters = [{ Name: 'instance-type', Values: [...batch] }]
    return await everyPage((token) => connection.send(client, new DescribeInstanceTypesCommand({ Filters, ...token })))
  })
  return new Map(
    answers
      .flat()
      .flatMap(({ InstanceTypes }) => InstanceTypes ?? [])
      .flatMap(({ InstanceType, VCpuInfo }) =>
        InstanceType !== undefined && VCpuInfo?.DefaultVCpus !== undefined
          ? [[InstanceType as string, VCpuInfo.DefaultVCpus] as const]
          : [],
      ),
  )
}
