/** Whether every request meets a healthy target, at each moment and around each call: what the simulator's traffic meter says. */
import type { SimulatedAccount } from '../../simulator/account.ts'
import type { Entrance } from '../../simulator/traffic/reading.ts'

/** An account, and a listener with rules of it, where requests come in by those. */
interface Scene {
  readonly account: SimulatedAccount
  readonly listener?: string
  readonly rules?: readonly string[]
}

/**
 * Watches the listener and the rules of a scene, and more entrances where there are some. Half of the clients of sticky rules keep
 * their cookies, the others have none.
 */
export class ServedTraffic {
  readonly #account: SimulatedAccount

  constructor({ account, listener, rules = [] }: Scene, more: readonly Entrance[] = []) {
    this.#account = account
    const routes = [...(listener === undefined ? [] : [listener]), ...rules]
    for (const entrance of [...routes.map((rule) => ({ rule })), ...more]) account.traffic.watch(entrance)
  }

  /** A string for each time in which a share of the requests met nothing healthy. */
  get problems(): readonly string[] {
    return this.#account.traffic
      .missedTimes()
      .map(
        ({ entrance, from, to, share, reasons }) =>
          `from ${from} for ${Math.round(to - from)} s: ${(share * 100).toFixed(1)} % of ${entrance} met ${reasons.join(', ')}`,
      )
  }
}
