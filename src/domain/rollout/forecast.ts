/**
 * An optimistic AWS: what a group looks like after a change, and after a wait in which nothing goes wrong. A dry run
 * is the ordinary loop on this model, so that a plan and a roll cannot disagree on a rule.
 */
import { REGISTERING } from './dark-launch.ts'
import type { Change, Fleet, Instance, Memo } from './fleet.ts'
import { isServing } from './readiness.ts'
import { capacityOf, isCounted } from './capacity.ts'

/** The group right after AWS has accepted a change. */
export function afterChange(fleet: Fleet, change: Change): Fleet {
  switch (change.kind) {
    case 'save-state':
    case 'renew-lease':
      return { ...fleet, memo: change.memo, orphanedLease: undefined }
    case 'clear-state':
      return { ...fleet, memo: undefined, orphanedLease: undefined }
    case 'suspend':
      return { ...fleet, suspended: [...new Set([...fleet.suspended, ...change.processes])] }
    case 'resume':
      return { ...fleet, suspended: fleet.suspended.filter((process) => !change.processes.includes(process)) }
    case 'register':
      return afterRegistration(fleet, change)
    case 'resize':
      return { ...fleet, sizes: { ...fleet.sizes, ...change.sizes } }
    case 'terminate':
      return afterTermination(fleet, change)
    case 'terminate-warm':
      return afterDiscard(fleet, change.instances)
    case 'set-launch-source':
      // What the source will be called is AWS's to say; no forecast goes beyond it.
      return fleet
    default:
      return change satisfies never
  }
}

function afterTermination(fleet: Fleet, { instances, decrement }: Change & { kind: 'terminate' }): Fleet {
  const leaving = new Set(instances)
  const lost = capacityOf(fleet.instances.filter((instance) => leaving.has(instance.id) && isCounted(instance)))
  return {
    ...fleet,
    sizes: decrement ? { ...fleet.sizes, desired: fleet.sizes.desired - lost } : fleet.sizes,
    instances: fleet.instances.map((instance) =>
      leaving.has(instance.id) ? { ...instance, lifecycle: 'Terminating', readySince: undefined } : instance,
    ),
  }
}

const afterRegistration = (fleet: Fleet, { balancer, instances }: Change & { kind: 'register' }): Fleet => ({
  ...fleet,
  instances: fleet.instances.map((instance) =>
    instances.includes(instance.id)
      ? {
          ...instance,
          balancers: instance.balancers.map((health) =>
            health.balancer === balancer ? { ...health, state: 'unhealthy', reason: 'just registered' } : health,
          ),
        }
      : instance,
  ),
})

const afterDiscard = (fleet: Fleet, discarded: readonly string[]): Fleet => ({
  ...fleet,
  instances: fleet.instances.map((instance) =>
    discarded.includes(instance.id) ? { ...instance, lifecycle: 'Warmed:Terminating' } : instance,
  ),
})

/** The group after one wait: what was coming is ready, what was leaving is gone, what was missing is launched. */
export function afterWait(fleet: Fleet, seconds: number): Fleet {
  const at = fleet.at + seconds
  const staying = fleet.instances.filter((instance) => !/^(Warmed:)?Terminating/.test(instance.lifecycle))
  const instances: Instance[] = staying.map((instance) =>
    isCounted(instance) && instance.readySince === undefined ? becameReady(instance, at) : instance,
  )
  while (capacityOf(instances.filter(isCounted)) < fleet.sizes.desired) instances.push(launch(fleet, instances, at))
  return { ...fleet, at, instances }
}

/** Up, and healthy wherever it is registered; what is not stays in the dark. */
function becameReady(instance: Instance, at: number): Instance {
  const balancers = instance.balancers.map((health) =>
    health.state === 'unused' || health.state === 'unregistered'
      ? health
      : { ...health, state: 'healthy' as const, reason: '' },
  )
  const up = { ...instance, lifecycle: 'InService', healthy: true, balancers }
  return isServing(up) ? { ...up, readySince: at, unreadySince: undefined } : up
}

function launch(fleet: Fleet, present: readonly Instance[], at: number): Instance {
  const counted = present.filter(isCounted)
  const zones = [...new Set(fleet.instances.map(({ zone }) => zone))].toSorted()
  const population = (zone: string): number => counted.filter((instance) => instance.zone === zone).length
  const [zone = 'any zone'] = zones.toSorted((a, b) => population(a) - population(b))
  const [like] = fleet.instances
  const override = fleet.source.overrides.find(({ instanceType }) => instanceType === like?.type)
  return {
    id: `new-${present.reduce((highest, { id }) => Math.max(highest, Number(/^new-(\d+)$/.exec(id)?.[1] ?? 0)), 0) + 1}`,
    zone,
    type: like?.type ?? 'unknown',
    weight: like?.weight ?? 1,
    lifecycle: 'Pending',
    healthy: true,
    protectedFromScaleIn: false,
    reference: override?.reference ?? fleet.source.base,
    imageId: fleet.source.imageId,
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

type Signature = Change & { readonly kind: 'save-state' | 'renew-lease' }

/** A memo in another run's name is news as well, to be decided on and not waited for; the predecessor's name is none. */
const shows = (memo: Memo, { kind, memo: written, after }: Signature): boolean =>
  memo.run === written.run
    ? memo.heartbeatAt === written.heartbeatAt && (kind === 'renew-lease' || showsFacts(memo, written))
    : memo.run !== after?.run

const showsFacts = (memo: Memo, written: Memo): boolean =>
  memo.sizes.desired === written.sizes.desired && memo.dark === written.dark

/**
 * Whether an observation already shows a change: AWS's answers may lag behind its acceptance, and a decision on what
 * was before could be made twice.
 */
export function isVisibleIn(fleet: Fleet, change: Change): boolean {
  switch (change.kind) {
    case 'save-state':
      return fleet.memo !== undefined && shows(fleet.memo, change)
    case 'renew-lease':
      return fleet.memo === undefined ? fleet.orphanedLease === change.memo.run : shows(fleet.memo, change)
    case 'clear-state':
      return fleet.memo === undefined
    case 'suspend':
      return change.processes.every((process) => fleet.suspended.includes(process))
    case 'resume':
      return change.processes.every((process) => !fleet.suspended.includes(process))
    case 'register':
      return !fleet.instances.some(
        ({ id, balancers }) =>
          change.instances.includes(id) &&
          balancers.some(({ balancer, state }) => balancer === change.balancer && state === 'unregistered'),
      )
    case 'resize':
      return (
        (change.sizes.desired === undefined || change.sizes.desired === fleet.sizes.desired) &&
        (change.sizes.max === undefined || change.sizes.max === fleet.sizes.max)
      )
    // The group goes on listing them until it has noticed; the rules wait for that.
    case 'terminate-warm':
    case 'set-launch-source':
      return true
    case 'terminate':
      return !fleet.instances.some((instance) => change.instances.includes(instance.id) && isCounted(instance))
    default:
      return change satisfies never
  }
}
