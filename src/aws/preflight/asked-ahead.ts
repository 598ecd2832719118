import type { LifecycleHook } from '@aws-sdk/client-auto-scaling'
import type { ActiveRefresh } from '../../domain/rollout/instance-refresh.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { lifecycleHooksOf } from '../groups/lifecycle-hooks.ts'
import type { Refreshes } from '../observe/refreshes.ts'

/** Of so many groups refreshes, which cost a call of Auto Scaling for each, are asked while load balancers are: they have limits of their own. */
const MANY_GROUPS = 50

/** What the checks ask of groups by themselves; of many groups refreshes may be asked before the checks begin. */
export class AskedAhead {
  readonly refreshes: EachGroup<ActiveRefresh | undefined>
  readonly hooks: EachGroup<readonly LifecycleHook[]>
  #isOver = false

  constructor(connection: Connection, refreshes: Refreshes) {
    this.refreshes = new EachGroup((group) => refreshes.active(group))
    this.hooks = new EachGroup((group) => lifecycleHooksOf(connection, { AutoScalingGroupName: group }))
  }

  /** Begins to ask, where there are many groups. What fails is asked for again, and told, by the check that needs it. */
  begin(groups: readonly string[]): void {
    if (groups.length < MANY_GROUPS) return
    const ask = async (group: string): Promise<void> => {
      if (!this.#isOver) await this.refreshes.of(group)
    }
    mapConcurrently(groups, ask).catch(() => undefined)
  }

  /** Asks no more: what is under way is not waited for. */
  end(): void {
    this.#isOver = true
  }
}

/** An answer for each group, asked for once. */
export class EachGroup<Answer> {
  readonly #ask: (group: string) => Promise<Answer>
  readonly #asked = new Map<string, Promise<Answer>>()

  constructor(ask: (group: string) => Promise<Answer>) {
    this.#ask = ask
  }

  of(group: string): Promise<Answer> {
    const asked = this.#asked.get(group) ?? this.#ask(group)
    this.#asked.set(group, asked)
    // What was not answered is asked for again.
    asked.catch(() => this.#asked.delete(group))
    return asked
  }
}
