import type { Tag } from '@aws-sdk/client-ec2'
import { batches } from '../client/batches.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import { isMemoTag } from '../groups/memo-tag.ts'

/**
 * Values in one filter. EC2 answers `FilterLimitExceeded: The maximum number of filter values specified on a single
 * call is 200`; clients have been refused at exactly 200 too.
 */
const MOST_IDS = 199

/** What EC2 knows of an instance that never changes while it runs; seconds since the Unix epoch. */
export interface Ec2Instance {
  readonly launchedAt: number | undefined
  readonly imageId: string | undefined
  /** The tags of a memo that it carries; absent where it carries none. */
  readonly memoTags?: readonly Tag[]
}

/** Instances as EC2 knows them; each is asked for until EC2 has answered once. */
export class Ec2Instances {
  readonly #connection: Connection
  readonly #known = new Map<string, Ec2Instance>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Undefined while EC2 does not know the instance: it is too new, or gone while its group still lists it. */
  of(id: string): Ec2Instance | undefined {
    return this.#known.get(id)
  }

  async load(ids: readonly string[]): Promise<void> {
    const unknown = new Set(ids.filter((id) => !this.#known.has(id)))
    await mapConcurrently(batches(unknown, MOST_IDS), (batch) => this.#ask(batch))
  }

  async #ask(ids: readonly string[]): Promise<void> {
    const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2')
    const client = await this.#connection.clients.ec2()
    // By filter and not by InstanceIds: there one id that EC2 does not know fails the call for all.
    const question = { Filters: [{ Name: 'instance-id', Values: [...ids] }], MaxResults: 1000 }
    const pages = await everyPage((token) =>
      this.#connection.send(client, new DescribeInstancesCommand({ ...question, ...token })),
    )
    const instances = pages.flatMap((page) => page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? [])
    for (const { InstanceId, LaunchTime, ImageId, Tags = [] } of instances) {
      const memoTags = Tags.filter(isMemoTag)
      if (InstanceId !== undefined)
        this.#known.set(InstanceId, {
          launchedAt: LaunchTime === undefined ? undefined : LaunchTime.getTime() / 1000,
          imageId: ImageId,
          ...(memoTags.length > 0 && { memoTags }),
        })
    }
  }
}
