import type { Activity } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { gathered, type GatheredRequest } from '../client/gathered.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { MOST_ASKED_ONE_BY_ONE } from '../groups/one-by-one.ts'
import { accountActivities, newestActivities } from './activities.ts'

/** Of which group, and since when (seconds since the Unix epoch). */
export interface ActivitiesSince {
  readonly group: string
  readonly since: number
}

type Request = GatheredRequest<ActivitiesSince, readonly Activity[]>

/**
 * The scaling activities of groups. While one question is on its way, or waits until it may leave, what else is asked is
 * gathered: where that is of several groups, one listing of the account answers it. Where so much happens in the account that the
 * listing takes more calls than the groups, each group is asked by itself, until more of them are asked about at once.
 */
export class SharedActivities {
  /** The newest hundred activities of a group that began at or after a moment, newest first. */
  readonly of: (question: ActivitiesSince) => Promise<readonly Activity[]>
  readonly #connection: Connection
  /** For so many groups a listing did not pay when it was tried last. */
  #tooFew = MOST_ASKED_ONE_BY_ONE

  constructor(connection: Connection) {
    this.#connection = connection
    this.of = gathered((requests) => this.#answer(requests))
  }

  async #answer(requests: readonly Request[]): Promise<void> {
    try {
      const listed = requests.length > this.#tooFew ? await this.#ofAccount(requests) : undefined
      if (listed === undefined) await mapConcurrently(requests, (request) => this.#answerOne(request))
      else
        for (const {
          input: { group, since },
          resolve,
        } of requests)
          resolve((listed.get(group) ?? []).filter(({ StartTime }) => startOf(StartTime) >= Math.floor(since)))
    } catch (error) {
      for (const { reject } of requests) reject(error)
    }
  }

  async #answerOne({ input, resolve, reject }: Request): Promise<void> {
    try {
      resolve(await newestActivities(this.#connection, input))
    } catch (error) {
      reject(error)
    }
  }

  /** Undefined where it does not pay, or AWS refuses it: a role may be given single groups. */
  async #ofAccount(requests: readonly Request[]): Promise<ReadonlyMap<string, readonly Activity[]> | undefined> {
    const since = Math.min(...requests.map(({ input }) => input.since))
    const listed = await this.#listed(since, requests.length)
    if (listed === undefined) this.#tooFew = requests.length
    return listed && Map.groupBy(listed, ({ AutoScalingGroupName = '' }) => AutoScalingGroupName)
  }

  async #listed(since: number, mostPages: number): Promise<readonly Activity[] | undefined> {
    try {
      return await accountActivities(this.#connection, { since, mostPages })
    } catch (error) {
      if (error instanceof UserError) return undefined
      throw error
    }
  }
}

const startOf = (moment: Date | undefined): number => (moment === undefined ? -Infinity : moment.getTime() / 1000)
