import { isCounted } from '../../domain/rollout/counted.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { afterTrafficChange, checked } from '../../domain/traffic/forecast.ts'
import type { TrafficObservation } from '../../domain/traffic/traffic.ts'
import type { TrafficPort } from './ports.ts'

/** The groups as a dry run sees them: looked at once, and from then on a model in which everything goes well. */
export function dryRunTraffic(real: Pick<TrafficPort, 'look'>): TrafficPort {
  let model: TrafficObservation | undefined
  return {
    look: async (now, since) => {
      model =
        model === undefined
          ? await real.look(now, since)
          : checked({
              ...model,
              at: now,
              groups: { blue: settled(model.groups.blue), green: settled(model.groups.green) },
            })
      return model
    },
    apply: async (change) => {
      if (model === undefined) throw new Error('the groups were never looked at')
      model = afterTrafficChange(model, change)
    },
  }
}

/** What is on its way arrives, and what leaves is gone. */
const settled = (fleet: Fleet): Fleet => ({
  ...fleet,
  instances: fleet.instances.filter(isCounted).map((instance) => ({
    ...instance,
    lifecycle: 'InService',
    healthy: true,
    statusChecks: { state: 'ok', reason: '' },
    balancers: instance.balancers.map((health) =>
      health.state === 'unhealthy' ? { ...health, state: 'healthy' } : health,
    ),
  })),
})
