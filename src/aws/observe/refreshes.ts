import type { ActiveRefresh } from '../../domain/rollout/instance-refresh.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Connection } from '../client/connection.ts'
import { activeRefresh } from './instance-refresh.ts'

/** So many questions are under way at once: the departures that follow from some answers leave before more is asked. */
const AT_ONCE = 20

/** The instance refreshes of groups, with when AWS has told of each group that there is none. */
export class Refreshes {
  readonly #connection: Connection
  readonly #clock: Pick<Clock, 'now'> | undefined
  readonly #noneAt = new Map<string, number>()
  readonly #waiting: (() => void)[] = []
  #underWay = 0

  /** Without a clock nothing is kept. */
  constructor(connection: Connection, clock: Pick<Clock, 'now'> | undefined) {
    this.#connection = connection
    this.#clock = clock
  }

  /** The refresh that is under way; that there is none may have been told so many seconds ago. */
  async active(group: string, mayBeOldSeconds = 0): Promise<ActiveRefresh | undefined> {
    const now = (this.#clock?.now() ?? 0) / 1000
    if (now - (this.#noneAt.get(group) ?? -Infinity) < mayBeOldSeconds) return undefined
    const active = await this.#inTurn(() => activeRefresh(this.#connection, group))
    // What came in the meantime began after the question.
    if (active === undefined && this.#clock !== undefined) this.#noneAt.set(group, now)
    else this.#noneAt.delete(group)
    return active
  }

  async #inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#underWay >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#underWay++
    try {
      return await ask()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#underWay--
      else next()
    }
  }
}
