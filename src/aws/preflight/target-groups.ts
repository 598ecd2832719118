import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyMarkedPage } from '../client/pages.ts'

/** The most ARNs that one DescribeTargetGroups call is asked for. */
const MOST_ARNS = 20

/** Describes target groups for several checks, each once. */
export class TargetGroupReader {
  readonly #connection: Connection
  readonly #read = new Map<string, Promise<readonly TargetGroup[]>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The target groups of these ARNs, in no order. */
  async of(arns: readonly string[]): Promise<readonly TargetGroup[]> {
    const open = arns.filter((arn) => !this.#read.has(arn))
    const described = targetGroupsByArn(this.#connection, open)
    for (const arn of open) {
      const read = described.then((all) => all.filter(({ TargetGroupArn }) => TargetGroupArn === arn))
      this.#read.set(arn, read)
      // What could not be read is asked for again.
      read.catch(() => this.#read.delete(arn))
    }
    await described
    return (await Promise.all(arns.map(async (arn) => (await this.#read.get(arn)) ?? []))).flat()
  }
}

/** The target groups of these ARNs, in no order. */
export async function targetGroupsByArn(
  connection: Connection,
  arns: readonly string[],
): Promise<readonly TargetGroup[]> {
  if (arns.length === 0) return []
  const { DescribeTargetGroupsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
  const client = await connection.clients.elasticLoadBalancingV2()
  const answers = await mapConcurrently(batches(arns, MOST_ARNS), (batch) =>
    everyMarkedPage((marker) =>
      connection.send(client, new DescribeTargetGroupsCommand({ TargetGroupArns: [...batch], ...marker })),
    ),
  )
  return answers.flat().flatMap(({ TargetGroups }) => TargetGroups ?? [])
}
