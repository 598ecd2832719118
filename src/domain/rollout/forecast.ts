/**
 * An optimistic AWS: what a group looks like after a wait in which nothing goes wrong; each kind of change says what it
 * looks like after itself. A dry run is the ordinary loop on this model, so that a plan and a roll cannot disagree.
 */
import { parameterImage } from './capacity.ts'
import { REGISTERING } from './dark-launch.ts'
import type { Fleet, Instance, StatusChecks } from './fleet.ts'
import { isServing } from './readiness.ts'
import { capacityOf, holdsRoom, isCounted } from './counted.ts'

/** The group after one wait: what was coming is ready, what was leaving is gone, what was missing is launched. */
export function afterWait(fleet: Fleet, seconds: number): Fleet {
  const at = fleet.at + seconds
  const staying = fleet.instances.filter((instance) => !holdsRoom(instance))
  const instances: Instance[] = staying.map((instance) =>
    isCounted(instance) && instance.readySince === undefined ? becameReady(instance, at) : instance,
  )
  while (capacityOf(instances.filter(isCounted)) < fleet.sizes.desired) instances.push(launch(fleet, instances, at))
  return { ...fleet, at, instances }
}

const PASSED: StatusChecks = { state: 'ok', reason: '' }

/** Up, and healthy wherever it is registered; what is not stays in the dark. */
function becameReady(instance: Instance, at: number): Instance {
  const balancers = instance.balancers.map((health) =>
    ['unused', 'unserved', 'unregistered'].includes(health.state)
      ? health
      : { ...health, state: 'healthy' as const, reason: '' },
  )
  const up = { ...instance, lifecycle: 'InService', healthy: true, balancers, statusChecks: PASSED }
  return isServing(up) ? { ...up, readySince: at, unreadySince: undefined } : up
}

function launch(fleet: Fleet, present: readonly Instance[], at: number): Instance {
  const counted = present.filter(isCounted)
  const zones = [...new Set(fleet.instances.map(({ zone }) => zone))].toSorted()
  const population = (zone: string): number => counted.filter((instance) => instance.zone === zone).length
  const [zone = 'any zone'] = zones.toSorted((a, b) => population(a) - population(b))
  const [like] = fleet.instances
  const override = fleet.source.overrides.find(({ instanceType }) => instanceType === like?.type)
  const reference = override?.reference ?? fleet.source.base
  return {
    id: `new-${present.reduce((highest, { id }) => Math.max(highest, Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`,
    zone,
    type: like?.type ?? 'unknown',
    weight: like?.weight ?? 1,
    lifecycle: 'Pending',
    healthy: true,
    protectedFromScaleIn: false,
    reference,
    imageId: override?.imageId ?? parameterImage(reference, fleet.source) ?? fleet.source.imageId,
    launchedAt: at,
    firstSeenAt: at,
    readySince: undefined,
    unreadySince: at,
    balancers: (like?.balancers ?? []).map(({ balancer }) => ({
      balancer,
      ...(fleet.suspended.includes(REGISTERING)
        ? { state: 'unregistered', reason: 'not registered' }
        : { state: 'unhealthy', reason: 'just launched' }),
    })),
  }
}
