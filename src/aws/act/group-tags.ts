import type { Tag } from '@aws-sdk/client-auto-scaling'
import { Cancelled, isUncertain } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { gathered, type GatheredRequest } from '../client/gathered.ts'

/** Groups in one call; each has three tags. AWS names no limit of a call, only 50 tags of a group. */
const MOST_GROUPS = 50

type Request = GatheredRequest<readonly Tag[], void>

/**
 * Writes and removes tags of groups. While one call is on its way, or waits until it may leave, what comes in meanwhile is
 * gathered: the next call is for all of it. AWS carries out such a call as a whole or not at all, so where it refuses one,
 * each group is asked for by itself.
 */
export class GroupTags {
  readonly write: (tags: readonly Tag[]) => Promise<void>
  readonly remove: (tags: readonly Tag[]) => Promise<void>

  constructor(connection: Connection) {
    this.write = inBatches(async (tags) => {
      const { CreateOrUpdateTagsCommand } = await import('@aws-sdk/client-auto-scaling')
      await connection.send(await connection.clients.autoScaling(), new CreateOrUpdateTagsCommand({ Tags: tags }))
    })
    this.remove = inBatches(async (tags) => {
      const { DeleteTagsCommand } = await import('@aws-sdk/client-auto-scaling')
      await connection.send(await connection.clients.autoScaling(), new DeleteTagsCommand({ Tags: tags }))
    })
  }
}

const inBatches = (send: (tags: Tag[]) => Promise<void>): ((tags: readonly Tag[]) => Promise<void>) =>
  gathered<readonly Tag[], void>((requests) => sendTogether(requests, send), MOST_GROUPS)

async function sendTogether(requests: readonly Request[], send: (tags: Tag[]) => Promise<void>): Promise<void> {
  try {
    await send(requests.flatMap(({ input }) => input))
    for (const { resolve } of requests) resolve()
  } catch (error) {
    // What became of an answer that was lost is not known of any of them, and a cancelled run asks no more.
    if (requests.length === 1 || isUncertain(error) || error instanceof Cancelled)
      for (const { reject } of requests) reject(error)
    else for (const request of requests) await sendTogether([request], send)
  }
}
