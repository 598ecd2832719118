import type { Clock } from '../platform/clock.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import type { AskedAnew } from '../domain/rollout/freshness.ts'
import { afterWait } from '../domain/rollout/forecast.ts'
import type { FleetsPort } from './rollout/ports.ts'
import { afterChange } from '../domain/rollout/changes/changes.ts'

/**
 * The groups as a dry run sees them: looked at once, and from then on a model in which every launch succeeds. No call
 * of it changes anything.
 */
export function dryRunPort(real: Pick<FleetsPort, 'look'>): FleetsPort {
  const models = new Map<string, Fleet>()
  const changed = new Set<string>()
  return {
    async look(groups, now, need) {
      const unknown = groups.filter((group) => !models.has(group))
      const seen =
        unknown.length > 0
          ? await real.look(unknown, now, need, everyPartOf(unknown))
          : { fleets: [], gone: [], unreadable: [] }
      for (const group of groups) {
        const model = models.get(group)
        if (model === undefined) continue
        models.set(group, changed.has(group) ? { ...model, at: now } : afterWait(model, now - model.at))
      }
      for (const fleet of seen.fleets) models.set(fleet.group, fleet)
      changed.clear()
      return { ...seen, fleets: groups.flatMap((group) => models.get(group) ?? []) }
    },
    async apply(group, change) {
      const model = models.get(group)
      if (model === undefined) throw new Error(`${group} was never looked at`)
      models.set(group, afterChange(model, change))
      changed.add(group)
    },
    desiredChanges: async () => [],
  }
}

/** The one look holds all that any later step is decided by. */
const everyPartOf = (groups: readonly string[]): ReadonlyMap<string, AskedAnew> =>
  new Map(groups.map((group) => [group, 'every part']))

/** A clock on which waiting takes no time. */
export function instantClock(clock: Clock): Clock {
  let ahead = 0
  return {
    now: () => clock.now() + ahead,
    sleep: async (milliseconds) => {
      ahead += milliseconds
    },
  }
}
