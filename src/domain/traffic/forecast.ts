/** The model of a shift after a change that goes well, and whether a look shows the change. Pure. */
import type { Fleet, Instance } from '../rollout/fleet.ts'
import { isSameWeights } from './shares.ts'
import type { Side } from './shares.ts'
import { SIDES } from './situation.ts'
import type { TrafficChange, TrafficObservation } from './traffic.ts'

/** Whether a look shows what AWS has accepted before. */
export function isTrafficChangeVisible({ groups, routes }: TrafficObservation, change: TrafficChange): boolean {
  const route = (id: string) => routes.find((each) => each.id === id)
  switch (change.kind) {
    case 'save-state':
    case 'renew-lease':
      return SIDES.every((side) => {
        const { memo } = groups[side]
        const written = change.memos[side]
        if (memo === undefined) return false
        return memo.run !== written.run ? memo.heartbeatAt >= written.heartbeatAt && written.heartbeatAt > 0 : memo.heartbeatAt === written.heartbeatAt && sameProgress(memo, written) // prettier-ignore
      })
    case 'note-shares':
      return change.routes.every((id) => route(id)?.previous?.startedAt === change.previous.startedAt)
    case 'remove-notes':
      return change.routes.every((id) => route(id)?.previous === undefined)
    case 'suspend':
      return change.processes.every((process) => groups[change.side].suspended.includes(process))
    case 'resume':
      return change.processes.every((process) => !groups[change.side].suspended.includes(process))
    case 'resize': {
      const { sizes } = groups[change.side]
      const { min = sizes.min, max = sizes.max, desired = sizes.desired } = change.sizes
      return sizes.min === min && sizes.max === max && sizes.desired === desired
    }
    case 'set-shares': {
      const shown = route(change.route)
      return shown === undefined || isSameWeights(shown.weights, change.weights)
    }
    case 'patch':
      return true
    case 'clear-state':
      return SIDES.every((side) => groups[side].memo === undefined)
    default:
      return change satisfies never
  }
}

const sameProgress = (
  { progress: one = {} }: Pick<NonNullable<Fleet['memo']>, 'progress'>,
  { progress: other = {} }: Pick<NonNullable<Fleet['memo']>, 'progress'>,
): boolean => one.share === other.share && one.phase === other.phase && one.keptUntil === other.keptUntil

/**
 * The world after a change that goes well: every launch succeeds. What a rule names from now on is not healthy for that: it has
 * to be checked first.
 */
export function afterTrafficChange(seen: TrafficObservation, change: TrafficChange): TrafficObservation {
  switch (change.kind) {
    case 'save-state':
    case 'renew-lease':
      return withGroups(seen, (fleet, side) => ({ ...fleet, memo: change.memos[side] }))
    case 'clear-state':
      return withGroups(seen, (fleet) => ({ ...fleet, memo: undefined }))
    case 'note-shares':
      return withRoutes(seen, change.routes, (route) => ({ ...route, previous: { ...change.previous, weights: route.weights } })) // prettier-ignore
    case 'remove-notes':
      return withRoutes(seen, change.routes, ({ previous: _, ...route }) => route)
    case 'set-shares':
      return asking(
        withRoutes(seen, [change.route], (route) => ({ ...route, weights: change.weights })),
        change,
      )
    case 'patch':
      return withGroups(seen, (fleet, side) => (side === change.side ? { ...fleet, instances: [] } : fleet))
    case 'suspend':
      return withGroup(seen, change.side, (fleet) => ({
        ...fleet,
        suspended: [...new Set([...fleet.suspended, ...change.processes])],
      }))
    case 'resume':
      return withGroup(seen, change.side, (fleet) => ({
        ...fleet,
        suspended: fleet.suspended.filter((process) => !change.processes.includes(process)),
      }))
    case 'resize':
      return withGroup(seen, change.side, (fleet) => sized({ ...fleet, sizes: { ...fleet.sizes, ...change.sizes } }, seen.vouching[change.side])) // prettier-ignore
    default:
      return change satisfies never
  }
}

/** A classic load balancer asks of no instance of a side before that is attached to it; from then on it has to be checked there. */
function asking(
  seen: TrafficObservation,
  { route, weights }: Extract<TrafficChange, { kind: 'set-shares' }>,
): TrafficObservation {
  const of = (side: Side): readonly string[] =>
    seen.vouching[side].length === 0 && weights[side] !== undefined && SIDES.some((each) => seen.vouching[each].includes(route)) // prettier-ignore
      ? [route]
      : seen.vouching[side]
  return { ...seen, vouching: { blue: of('blue'), green: of('green') } }
}

function withGroups(seen: TrafficObservation, change: (fleet: Fleet, side: Side) => Fleet): TrafficObservation {
  return { ...seen, groups: { blue: change(seen.groups.blue, 'blue'), green: change(seen.groups.green, 'green') } }
}

const withGroup = (seen: TrafficObservation, side: Side, change: (fleet: Fleet) => Fleet): TrafficObservation =>
  withGroups(seen, (fleet, each) => (each === side ? change(fleet) : fleet))

const withRoutes = (
  seen: TrafficObservation,
  ids: readonly string[],
  change: (route: TrafficObservation['routes'][number]) => TrafficObservation['routes'][number],
): TrafficObservation => ({
  ...seen,
  routes: seen.routes.map((route) => (ids.includes(route.id) ? change(route) : route)),
})

/** What is named in a rule has been checked there, and is well: so a dry run takes it. */
export const checked = (seen: TrafficObservation): TrafficObservation =>
  withGroups(seen, (fleet, side) => ({
    ...fleet,
    instances: fleet.instances.map((instance) => ({
      ...instance,
      balancers: [
        ...instance.balancers.filter(({ balancer }) => !seen.vouching[side].includes(balancer)),
        ...seen.vouching[side].map((balancer) => ({ balancer, state: 'healthy', reason: '' }) as const),
      ],
    })),
  }))

/** The group with as many ready instances as it wants. */
function sized(fleet: Fleet, vouching: readonly string[]): Fleet {
  const kept = fleet.instances.slice(0, fleet.sizes.desired)
  const added = Array.from({ length: Math.max(0, fleet.sizes.desired - kept.length) }, (_, index): Instance => ({
    id: `the new instance ${kept.length + index + 1}`,
    zone: '',
    type: '',
    weight: 1,
    lifecycle: 'InService',
    healthy: true,
    protectedFromScaleIn: false,
    reference: fleet.source.base,
    imageId: fleet.source.imageId,
    launchedAt: fleet.at,
    firstSeenAt: fleet.at,
    readySince: fleet.at,
    balancers: vouching.map((balancer) => ({ balancer, state: 'healthy', reason: '' })),
    statusChecks: { state: 'ok', reason: '' },
  }))
  return { ...fleet, instances: [...kept, ...added] }
}
