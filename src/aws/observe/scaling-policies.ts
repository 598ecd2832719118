import type { ScalingPolicy } from '@aws-sdk/client-auto-scaling'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import { MOST_ASKED_ONE_BY_ONE } from '../groups/one-by-one.ts'

/** Reads scaling policies for several checks, each group's once. */
export class PolicyReader {
  readonly #connection: Connection
  readonly #read = new Map<string | undefined, Promise<readonly ScalingPolicy[]>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The scaling policies of these groups; of many groups those of the whole account are listed, with others among them. */
  async of(groups: readonly string[]): Promise<readonly ScalingPolicy[]> {
    const listings = groups.length > MOST_ASKED_ONE_BY_ONE ? [undefined] : groups
    return (await mapConcurrently(listings, (group) => this.#once(group))).flat()
  }

  #once(group: string | undefined): Promise<readonly ScalingPolicy[]> {
    const read = this.#read.get(group) ?? policiesOf(this.#connection, group)
    this.#read.set(group, read)
    return read
  }
}

/** The scaling policies of one group, or of the account. */
async function policiesOf(connection: Connection, group: string | undefined): Promise<readonly ScalingPolicy[]> {
  const { DescribePoliciesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(
      client,
      new DescribePoliciesCommand({ ...(group !== undefined && { AutoScalingGroupName: group }), ...token }),
    ),
  )
  return pages.flatMap(({ ScalingPolicies }) => ScalingPolicies ?? [])
}
