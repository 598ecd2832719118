import { counted, isPending, isSuspended, units } from './capacity.ts'
import { atRiskUnits, replaceAtRisk } from './capacity-rebalance.ts'
import { removeGroup } from './groups.ts'
import { replaceUnhealthy } from './health.ts'
import { maintenanceSurge, replaceExpired } from './maintenance.ts'
import { mayLaunch, scaleOut } from './launch.ts'
import type { Group } from './model.ts'
import { runDeferredTerminations } from './deferred-terminations.ts'
import { balancingUnits, rebalance } from './rebalance.ts'
import { refreshSurge } from './active-refresh.ts'
import { stepRefresh } from './refresh-step.ts'
import { wakeAt } from './schedule.ts'
import { scaleIn } from './scale-in.ts'
import { wakeAfterBackoff } from './launch-backoff.ts'
import { fillPool, takeFromPool } from './warm-pool.ts'
import type { AutoScalingState } from './state.ts'

/** What a group does when it compares desired and actual capacity: first unhealthy instances, then the difference between desired and actual, then the balance of zones, then the rest. */
export function runGroup(state: AutoScalingState, group: Group): void {
  if (group.deleting) {
    removeGroup(state, group)
    return
  }
  runDeferredTerminations(state, group)
  replaceUnhealthy(state, group)
  stepRefresh(state, group)
  replaceExpired(state, group)
  match(state, group)
  replaceAtRisk(state, group)
  fillPool(state, group)
  wakeAfterBackoff(state, group)
}

/** How often a group looks again that begins no launch for a reason of AWS's own. */
const WITHHELD_SECONDS = 20

function match(state: AutoScalingState, group: Group): void {
  const members = counted(group)
  // What replaces an instance at risk counts in its place.
  const beside = atRiskUnits(group)
  const actual = units(members) - beside
  const target = group.sizes.desired + Math.max(refreshSurge(group), maintenanceSurge(state, group))
  if (actual < target) {
    if (!mayLaunch(group)) return
    if (state.behaviour.withholdsLaunches?.(group.name) === true) {
      wakeAt(state, group, state.timeline.now + WITHHELD_SECONDS)
      return
    }
    const missing = target - takeFromPool(state, group, target - actual)
    if (actual < missing) scaleOut(state, group, target + beside)
    return
  }
  const surplus = actual - target - balancingUnits(group)
  if (surplus > 0) {
    // Suspending Terminate keeps what is in service; what is still pending may go.
    const stays = isSuspended(group, 'Terminate') && !members.some(({ lifecycle }) => isPending(lifecycle))
    if (!stays) scaleIn(state, group, surplus)
    else rebalance(state, group)
    return
  }
  if (actual === target) {
    group.change = undefined
    group.replacing = 0
  }
  if (beside === 0) rebalance(state, group)
}
