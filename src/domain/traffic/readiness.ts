/** Whether a side is ready as a whole, and what is waited for where it is not. Pure. */
import { isCounted } from '../rollout/counted.ts'
import { whyNotReady } from '../rollout/readiness.ts'
import { readyCapacity, readyOf, type TrafficSituation } from './situation.ts'
import type { Side } from './shares.ts'
import type { TrafficStep } from './traffic.ts'

/** Seconds between two probes of an instance that has not passed. */
const PROBE_PAUSE_SECONDS = 10

/** Whether all the capacity that a side wants is ready, and there is some. */
export function isWhole(situation: Pick<TrafficSituation, 'seen' | 'policy'>, side: Side): boolean {
  const ready = readyCapacity(situation, side)
  return ready > 0 && ready >= situation.seen.groups[side].sizes.desired
}

/** Waits until a side is ready as a whole, and probes it; undefined where it is. A side that is not in time fails the shift. */
export const awaitReady = (situation: TrafficSituation, side: Side): TrafficStep | undefined =>
  isWhole(situation, side) ? undefined : awaitReadyAgain(situation, side)

/** What a side that is not ready as a whole is waited for. */
export function awaitReadyAgain(situation: TrafficSituation, side: Side): TrafficStep {
  const { seen, policy, state } = situation
  const { instances, sizes, group } = seen.groups[side]
  const ready = readyOf(situation, side)
  if (side === policy.to && policy.probes) {
    const serving = readyOf({ seen, policy: { ...policy, probes: false } }, side)
    const due = serving.filter(
      ({ lastProbe: last }) => last === undefined || (!last.passed && seen.at - last.at >= PROBE_PAUSE_SECONDS),
    )
    if (due.length > 0) return { kind: 'probe', instances: due.map(({ id }) => id), reason: 'before they get traffic' }
  }
  const late = instances.find((instance) => isCounted(instance) && !ready.includes(instance))
  const counts = `${group} has ${readyCapacity(situation, side)} of ${sizes.desired} ready`
  const why = late === undefined ? counts : `${counts}; ${late.id}: ${whyLate(situation, side, late.id)}`
  const since = state.waiting?.side === side ? state.waiting.since : seen.at
  if (seen.at - since < policy.instanceTimeoutSeconds) return { kind: 'wait', reason: why }
  return {
    kind: 'halt',
    blames: 'capacity',
    reason: `${why}, after ${Math.round(policy.instanceTimeoutSeconds / 60)} minutes`,
    remedy: 'Look at the health checks and the console output of its instances, or raise `instance-timeout`.',
  }
}

function whyLate({ seen }: TrafficSituation, side: Side, id: string): string {
  const instance = seen.groups[side].instances.find((each) => each.id === id)
  if (instance === undefined) return 'it is gone'
  const silent = seen.vouching[side].find(
    (name) => !instance.balancers.some(({ balancer, state }) => balancer === name && state === 'healthy'),
  )
  const said = instance.balancers.find(({ balancer }) => balancer === silent)
  if (silent !== undefined && instance.lifecycle === 'InService')
    return `${silent} says ${said?.state ?? 'nothing'}${said?.reason ? `, ${said.reason}` : ''}`
  if (instance.lastProbe?.passed === false) return `its probe has not passed, ${instance.lastProbe.reason}`
  return whyNotReady(instance)
}
