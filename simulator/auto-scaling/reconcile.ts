import { counted, isPending, isSuspended, units } from './capacity.ts'
import { bury } from './groups.ts'
import { replaceUnhealthy } from './health.ts'
import { mayLaunch, scaleOut } from './launch.ts'
import type { Group } from './model.ts'
import { carryOutPostponed } from './deferred-terminations.ts'
import { balancingUnits, rebalance } from './rebalance.ts'
import { refreshSurge, stepRefresh } from './refresh.ts'
import { scaleIn } from './scale-in.ts'
import { wakeAfterSetbacks } from './launch-backoff.ts'
import { fillPool, takeFromPool } from './warm-pool.ts'
import type { AutoScalingState } from './state.ts'

/** One turn of a group: first what is sick, then the difference between desired and actual, then balance, then the rest. */
export function runGroup(world: AutoScalingState, group: Group): void {
  if (group.deleting) {
    bury(world, group)
    return
  }
  carryOutPostponed(world, group)
  replaceUnhealthy(world, group)
  stepRefresh(world, group)
  match(world, group)
  fillPool(world, group)
  wakeAfterSetbacks(world, group)
}

function match(world: AutoScalingState, group: Group): void {
  const members = counted(group)
  const actual = units(members)
  const target = group.sizes.desired + refreshSurge(group)
  if (actual < target) {
    if (!mayLaunch(group)) return
    const missing = target - takeFromPool(world, group, target - actual)
    if (actual < missing) scaleOut(world, group, target)
    return
  }
  const surplus = actual - target - balancingUnits(group)
  if (surplus > 0) {
    // Suspending Terminate keeps what is in service; what is still pending may go.
    const stays = isSuspended(group, 'Terminate') && !members.some(({ lifecycle }) => isPending(lifecycle))
    if (!stays) scaleIn(world, group, surplus)
    else rebalance(world, group)
    return
  }
  if (actual === target) {
    group.change = undefined
    group.replacing = 0
  }
  rebalance(world, group)
}
