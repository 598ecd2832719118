import type { InstanceRefreshProgressDetails } from '@aws-sdk/client-auto-scaling'
import { replaced } from './active-refresh.ts'
import { counted, units } from './capacity.ts'
import { isReady } from './capacity-snapshot.ts'
import { asksBalancers } from './health.ts'
import type { Group, Member, Refresh } from './model.ts'
import type { AutoScalingState } from './state.ts'

/** What a refresh sees of its group at one moment. */
export interface RefreshView {
  /** Capacity that is in service, healthy and warmed up, in the group's unit. */
  readonly healthyUnits: number
  /** Something is on its way in, or missing. */
  readonly isMoving: boolean
  /** In service since the refresh began, and not known to be healthy yet. */
  readonly unavailable: readonly Member[]
  /** In service and healthy, and warming up. */
  readonly warming: readonly Member[]
  /** How many instances of the group and of the pool are replaced by healthy ones that have warmed up. */
  readonly updated: { readonly live: number; readonly pool: number }
}

export function viewOf(state: AutoScalingState, group: Group, refresh: Refresh): RefreshView {
  const members = counted(group)
  const inService = members.filter(({ lifecycle }) => lifecycle === 'InService')
  const fresh = inService.filter(({ id, inServiceAt = 0 }) => !refresh.outdated.has(id) && inServiceAt >= refresh.startedAt)
  const unavailable = fresh.filter((member) => !isAvailable(state, member))
  const warming = fresh.filter((member) => !unavailable.includes(member) && !isWarm(state, group, { member, refresh }))
  const late = new Set([...unavailable, ...warming])
  const healthy = inService.filter((member) => !late.has(member) && member.healthy)
  const isMoving = members.length > inService.length || units(members) < group.sizes.desired
  const gone = replaced(group, refresh)
  const live = isMoving || late.size > 0 ? Math.min(gone, fresh.length - late.size) : gone
  return { healthyUnits: units(healthy), isMoving, unavailable, warming, updated: { live, pool: updatedPool(group, refresh) } }
} // prettier-ignore

/** Healthy, and known to be so: by its load balancers where they are asked, else by EC2's status checks. */
export function isAvailable(state: AutoScalingState, { id, healthy, group }: Member): boolean {
  if (!healthy) return false
  const balancers = asksBalancers(group) ? [...group.attachments.values()].filter(({ type }) => type !== 'vpc-lattice') : [] // prettier-ignore
  return isReady(state, balancers, id)
}

function isWarm(
  { timeline }: AutoScalingState,
  { settings }: Group,
  { member, refresh }: { member: Member; refresh: Refresh },
): boolean {
  const { DefaultInstanceWarmup: usual, HealthCheckGracePeriod: grace = 0 } = settings
  const warmup = refresh.Preferences?.InstanceWarmup ?? usual ?? grace
  return timeline.now >= (member.inServiceAt ?? Infinity) + warmup
}

const isPrepared = ({ lifecycle }: Member): boolean => /^Warmed:(Stopped|Running|Hibernated)$/.test(lifecycle)

/** The instances of the warm pool that can be replaced now: the rest of it stays prepared, as the minimum says. */
export function replaceablePool(group: Group, refresh: Refresh): Member[] {
  const all = [...group.pool.values()]
  const prepared = all.filter(isPrepared)
  const outdated = prepared.filter(({ id }) => refresh.outdated.has(id))
  const keep = Math.ceil((all.length * (refresh.Preferences?.MinHealthyPercentage ?? 90)) / 100)
  const least = prepared.length === all.length ? 1 : 0
  return outdated.slice(0, Math.max(least, prepared.length - keep))
}

/** The instances of the warm pool that are still to be replaced. */
export const outdatedPool = (group: Group, { outdated }: Refresh): Member[] =>
  [...group.pool.values()].filter(({ id }) => outdated.has(id))

function updatedPool(group: Group, refresh: Refresh): number {
  const fresh = [...group.pool.values()].filter((member) => !refresh.outdated.has(member.id))
  const gone = Math.max(0, refresh.total.pool - outdatedPool(group, refresh).length)
  return fresh.every(isPrepared) ? gone : Math.min(gone, fresh.filter(isPrepared).length)
}

/** Writes down how far the refresh is. In a rollback the percentage goes back to 0, and what was never replaced stays to update. */
export function noteProgress(group: Group, refresh: Refresh, { updated }: RefreshView): void {
  const { total, RollbackDetails: rollback } = refresh
  if (rollback) {
    const all = total.live + total.pool
    const left = all - updated.live - updated.pool
    refresh.PercentageComplete = percentage(left, all, 0, rollback.PercentageCompleteOnRollback)
    return
  }
  const [all, done] = [total.live + total.pool, updated.live + updated.pool]
  refresh.PercentageComplete = percentage(done, all)
  refresh.InstancesToUpdate = all - done
  if (group.warmPool) refresh.ProgressDetails = detailsOf(refresh, updated)
}

const detailsOf = ({ total }: Refresh, updated: RefreshView['updated']): InstanceRefreshProgressDetails => ({
  LivePoolProgress: {
    PercentageComplete: percentage(updated.live, total.live),
    InstancesToUpdate: total.live - updated.live,
  },
  WarmPoolProgress: {
    PercentageComplete: percentage(updated.pool, total.pool),
    InstancesToUpdate: total.pool - updated.pool,
  },
})

const percentage = (part: number, all: number, ofNone = 100, most = 100): number =>
  all === 0 ? ofNone : Math.floor((part / all) * most)
