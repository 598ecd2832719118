import type { Activity } from '@aws-sdk/client-auto-scaling'
import { UserError } from '../../errors.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { MOST_ASKED_ONE_BY_ONE } from '../groups/one-by-one.ts'
import { accountActivities, newestActivities } from './activities.ts'

/** Of which group, and since when (seconds since the Unix epoch). */
export interface ActivitiesSince {
  readonly group: string
  readonly since: number
}

interface Request extends ActivitiesSince {
  readonly resolve: (activities: readonly Activity[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * The scaling activities of groups. While one question is on its way, or waits until it may leave, what else is asked is
 * gathered: where that is of several groups, one listing of the account answers it. In an account in which others are so busy
 * that the listing takes more calls than the groups, each group is asked by itself.
 */
export class SharedActivities {
  readonly #connection: Connection
  #waiting: Request[] = []
  #isAsking = false
  #isCrowded = false

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The newest hundred activities of a group that began at or after a moment, newest first. */
  async of(question: ActivitiesSince): Promise<readonly Activity[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Activity[]>()
    this.#waiting.push({ ...question, resolve, reject })
    if (!this.#isAsking) void this.#serve()
    return await promise
  }

  async #serve(): Promise<void> {
    this.#isAsking = true
    while (this.#waiting.length > 0) await this.#answer(this.#waiting.splice(0))
    this.#isAsking = false
  }

  async #answer(requests: readonly Request[]): Promise<void> {
    try {
      const listed = requests.length > MOST_ASKED_ONE_BY_ONE ? await this.#ofAccount(requests) : undefined
      if (listed === undefined) await mapConcurrently(requests, (request) => this.#answerOne(request))
      else
        for (const { group, since, resolve } of requests)
          resolve((listed.get(group) ?? []).filter(({ StartTime }) => startOf(StartTime) >= Math.floor(since)))
    } catch (error) {
      for (const { reject } of requests) reject(error)
    }
  }

  async #answerOne({ group, since, resolve, reject }: Request): Promise<void> {
    try {
      resolve(await newestActivities(this.#connection, { group, since }))
    } catch (error) {
      reject(error)
    }
  }

  /** Undefined where it does not pay, or AWS refuses it: a role may be given single groups. */
  async #ofAccount(requests: readonly Request[]): Promise<ReadonlyMap<string, readonly Activity[]> | undefined> {
    if (this.#isCrowded) return undefined
    const since = Math.min(...requests.map((request) => request.since))
    const listed = await this.#listed(since, requests.length)
    this.#isCrowded = listed === undefined
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
