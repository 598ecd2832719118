/**
 * The rolling rules: what to do next with one group. Pure: no clock, no log, no promise. Ordered: the first rule that
 * gives an action wins. An action names at most one call to AWS. After the call the group is looked at again, but for what
 * `followedBy` of its kind says: that is decided on the group as the call leaves it.
 *
 * Everything that makes an instance leave by the run's doing, in the order in which the rules are asked; each names
 * instances by id, at most 100 in one call, and none is left to a termination policy of AWS:
 *
 * | rule                     | which instances                          | when                                  | followed by      |
 * | ------------------------ | ---------------------------------------- | ------------------------------------- | ---------------- |
 * | terminateOutdatedWarm    | outdated ones of the warm pool           | before anything is launched           | the pool refills |
 * | endOverdueInstance       | new ones that never served               | after `instance-timeout`, while fewer | a new launch     |
 * |                          |                                          | than `max-failures` have failed       |                  |
 * | terminateOutdated        | outdated ones, in the order of           | while ready and total capacity stay   | a new launch; the|
 * |                          | termination-order.ts: broken ones first  | above the floor (budget.ts)           | last `surge` none|
 * |                          |                                          |                                       | but for zones    |
 * | terminateOutdatedStandby | outdated ones in Standby                 | with `standby-instances: replace`     | none             |
 * | removeSurplus            | above the original capacity: what does   | at the end, and when a roll is undone;| none             |
 * |                          | not serve, then the newest new ones      | serving ones only while others suffice|                  |
 *
 * `restoreStep` lowers the desired capacity only where fewer instances are there than it asks for, so nothing leaves by
 * it; `restorePermitted` leaves it where it is when AWS has refused to terminate.
 */
import { haltOnAlarm, holdWhileBlind } from './alarms.ts'
import { outdatedStandby } from './start.ts'
import { sizesWith, withWish } from './memo-bounds.ts'
import {
  floorOf,
  heaviestOf,
  mostSurge,
  terminable,
  neededSurplus,
  situationOf,
  surgeTarget,
  isOnlyForZones,
  surplus,
  type Situation,
} from './budget.ts'
import { registerRemaining, REGISTERING, releaseDarkInstances } from './dark-launch.ts'
import { endOverdueInstance, haltOnFailures } from './failures.ts'
import { FIRST_SECONDS, isHeldByRun, saveAsItIs } from './first-look.ts'
import type { Fleet, Instance, Memo } from './fleet.ts'
import { adoptBounds, ALARMS, holdMinimum, loweredMin, raisedMax } from './follow.ts'
import { bakeAtEnd, holdAtGate, isBakingAtEnd, leaveAtGate, nextCheckpoint, roomBeforeGate } from './gates.ts'
import { haltOnRefresh } from './instance-refresh.ts'
import { haltOnStalledLaunch } from './launch-stall.ts'
import { HEARTBEAT_SECONDS, runName } from './lease.ts'
import { highestDesired, isAllBack, mostWished } from './raised-sizes.ts'
import { adoptSinceHandBack, beforeSizesChange } from './handed-back.ts'
import { isOvertaken } from './stale-state.ts'
import { haltOnUnservedZone } from './served-zones.ts'
import { handBackProcesses, restoreStep } from './restore.ts'
import { crossedWish, isLoweringOpen, isRequested } from './crossed-wish.ts'
import { adoptOverwritten } from './overwritten-wish.ts'
import { isReplacingRootVolume } from './capacity.ts'
import { capacityOf } from './counted.ts'
import { takenBack } from './taken-back.ts'
import { acquireLease, withoutSavedState } from './acquire-lease.ts'
import { adoptScheduled, awaitSchedule } from './adopted-schedule.ts'
import { awaitScheduled, carryOutScheduled, isSetForDue, missed } from './scheduled-actions.ts'
import { adoptSizesFromActivities } from './adopted-sizes.ts'
import { adoptGrowth } from './policy-growth.ts'
import { beforeMoreChanges, haltOnSuspension } from './suspensions.ts'
import { roomToLeave, whyNoneLeaves } from './max-leaving.ts'
import { isSurplusAwaited, whySurplusIsAwaited } from './surplus-of-aws.ts'
import { awaitReturning, terminateOutdatedWarm } from './warm-pool.ts'
import { probeServing } from './probe.ts'
import { mayServeUnseen, whyNotReady } from './readiness.ts'
import type { Action } from './action.ts'
import type { RunState } from './run-state.ts'
import { isUnwritable, type Policy } from './policy.ts'

type Rule = (situation: Situation) => Action | undefined

/** The rules of a roll, in their order. */
const ROLL: readonly Rule[] = [
  renewLease,
  haltOnRefresh,
  haltOnSourceChange,
  saveAsItIs,
  absorbConcurrentSurge,
  adoptSinceHandBack,
  adoptScheduled,
  adoptSizesFromActivities,
  adoptOverwritten,
  adoptBounds,
  adoptGrowth,
  adoptDesiredCapacity,
  carryOutScheduled,
  haltOnSuspension,
  suspend,
  haltOnUnservedZone,
  haltOnAlarm,
  giveUpLaunchForZones,
  haltOnFailures,
  haltOnStalledLaunch,
  holdWhileBlind,
  terminateOutdatedWarm,
  endOverdueInstance,
  surge,
  holdMinimum,
  releaseDarkInstances,
  probeServing,
  holdAtGate,
  awaitSchedule,
  terminateOutdated,
  terminateOutdatedStandby,
  awaitReady,
  removeSurplus,
  awaitSpareCapacity,
  registerRemaining,
  awaitReturning,
  awaitScheduled,
  bakeAtEnd,
  ({ fleet, memo }) => restoreStep(fleet, memo),
]

/** The rules of a group that is only put back, in their order. */
const RESTORE: readonly Rule[] = [
  renewLease,
  adoptSinceHandBack,
  adoptScheduled,
  adoptSizesFromActivities,
  adoptOverwritten,
  adoptBounds,
  adoptGrowth,
  adoptDesiredCapacity,
  carryOutScheduled,
  returnDecrement,
  awaitSchedule,
  removeSurplus,
  awaitSpareCapacity,
  registerRemaining,
  awaitScheduled,
  restorePermitted,
]

/** What to do next with a group. */
export function nextAction(fleet: Fleet, policy: Policy, state: RunState): Action {
  const { memo } = fleet
  if (memo === undefined) return withoutSavedState(fleet, policy)
  const before = acquireLease(fleet, memo, { policy, state })
  if (before) return before
  let situation = situationOf(fleet, { memo, policy, state })
  for (const rule of policy.intent === 'roll' ? ROLL : RESTORE) {
    const action = rule(situation)
    // What AWS refuses to have written down is kept all the same: whatever follows goes by it.
    if (action?.kind === 'save-state' && isUnwritable(policy))
      situation = situationOf({ ...fleet, memo: action.memo }, { memo: action.memo, policy, state })
    else if (action) return beforeSizesChange(beforeMoreChanges(action, situation), situation)
  }
  throw new Error('the last rule always has an answer')
}

/** What there is to do with a roll whose time is over while it stands at a gate to be passed by hand; undefined where it does not. */
export function leaveAtDeadline(fleet: Fleet, policy: Policy, state: RunState): Action | undefined {
  const { memo } = fleet
  return memo?.run === policy.run && state.leaseClaimed
    ? leaveAtGate(situationOf(fleet, { memo, policy, state }))
    : undefined
}

function renewLease({ fleet, memo, policy }: Situation): Action | undefined {
  if (fleet.at - memo.heartbeatAt < HEARTBEAT_SECONDS || policy.refused?.includes('renew-lease')) return undefined
  return {
    kind: 'renew-lease',
    memo: { ...memo, heartbeatAt: Math.floor(fleet.at) },
    reason: 'this run goes on',
  }
}

function haltOnSourceChange({ fleet, memo, policy }: Situation): Action | undefined {
  if (fleet.source.fingerprint === policy.rollback?.failed.fingerprint)
    return { kind: 'wait', reason: 'AWS does not show the previous launch source yet' }
  if (fleet.source.fingerprint === memo.source) return undefined
  if (memo.source === policy.rollback?.failed.fingerprint)
    return {
      kind: 'save-state',
      memo: takenBack({ ...memo, source: fleet.source.fingerprint }),
      reason: 'the previous launch source is back',
    }
  return {
    kind: 'halt',
    reason: `the launch source was changed while the group rolled; it is ${fleet.source.label} now`,
    remedy: 'Start again to roll to what the group launches now.',
  }
}

/**
 * Of two runs that begin at once the later memo wins, with the smaller surge perhaps, or with policies that rest. What the other run
 * has raised by then, which has the processes suspended, is no operator's wish: it is put back with the rest.
 */
function absorbConcurrentSurge({ fleet, memo, state }: Situation): Action | undefined {
  // Where policies stay alive a run holds the minimum at what it raises.
  const mayBePolicys = memo.follows === true && fleet.sizes.min < fleet.sizes.desired
  // A process that goes on from another has not begun at that moment: what was set since the first look of that one is others'.
  const hasBegun = memo.heartbeatAt === memo.startedAt
  // What was raised since this run has suspended the processes itself is no room of another.
  const mayBeOfAnother = hasBegun && state.desired === undefined && state.hasSuspended !== true
  const isNew = mayBeOfAnother && fleet.at - memo.startedAt < FIRST_SECONDS && !mayBePolicys
  const follows = isHeldByFollower(fleet, memo)
  const { desired, max } = memo.sizes
  const raised = Math.max(fleet.sizes.desired - desired, follows ? fleet.sizes.max - max : 0)
  const isSurge = (follows || raised > memo.surge) && raised <= mostSurge(desired, heaviestOf(fleet))
  if (!isNew || !isHeldByRun(fleet, memo) || !isSurge) return undefined
  return {
    kind: 'save-state',
    memo: { ...memo, surge: Math.max(memo.surge, raised), ...(follows && { follows }) },
    reason: follows
      ? 'a run that began at the same moment keeps scaling policies alive: the bounds that it has raised are put back as well'
      : 'a run that began at the same moment has made room for more: that is put back as well',
  }
}

/** Whether the group stands as a run holds it that keeps policies alive, where this memo lets them rest. */
const isHeldByFollower = ({ sizes, suspended }: Fleet, memo: Memo): boolean =>
  memo.follows !== true &&
  memo.suspends.includes(ALARMS) &&
  !suspended.includes(ALARMS) &&
  sizes.min > memo.sizes.min &&
  sizes.min === sizes.desired

/** Desired capacity that this run has not set is a wish from outside: it becomes the one that is put back. */
function adoptDesiredCapacity(situation: Situation): Action | undefined {
  const { fleet, memo, state, policy } = situation
  const seen = fleet.sizes.desired
  const mayBeOurs = seen >= memo.sizes.desired && seen <= memo.sizes.desired + memo.surge
  const inherited = inheritedOf(fleet, state)
  const crossed = inherited ?? crossedWish(fleet, state.decrement, state.named)
  // Without an answer to our last change, what lies in the reach of our surge is ours unless a request names the wish.
  const isNamed = inherited !== undefined || (crossed !== undefined && isRequested(crossed, state.decrement))
  const overtaken = isOvertaken(fleet, memo, state)
  // What an earlier process has left on purpose is no wish, though it could not set what was wished.
  const isLeft = state.desired === undefined && seen === memo.handedSizes?.desired && !isNamed
  const ours = overtaken
    ? false
    : state.desired === undefined
      ? isLeft || (mayBeOurs && !isNamed)
      : seen === state.desired
  const desired = Math.min(crossed ?? seen, mostWished(fleet, memo))
  if (ours || desired === memo.sizes.desired || isSetForDue('desired', situation)) return undefined
  // Of a run that was lost long ago only the maximum that it would have set, to the digit, is its own.
  const isOvertakenMax = overtaken && fleet.sizes.max !== highestDesired(memo)
  const sizes = sizesWith({ fleet, memo }, desired, isOvertakenMax ? fleet.sizes.max : undefined)
  return {
    kind: 'save-state',
    memo: withWish({ fleet, memo, policy }, sizes),
    reason: overtaken
      ? `nothing shows that the desired capacity of ${desired} was left by run ${runName(state.predecessor ?? memo)}: kept`
      : desired < seen && desired === mostWished(fleet, memo)
        ? `the desired capacity was set to ${seen} from outside this run: ${desired} is kept, as much as MaxSize allows without the roll`
        : crossed === undefined || isNamed
          ? `the desired capacity was set to ${desired} from outside this run: kept`
          : `the desired capacity was set to ${seen} or ${desired} from outside this run: the larger is kept`,
  }
}

/** The wish that a run which ended before this process has crossed, as long as the group shows what is left of it. */
const inheritedOf = ({ sizes }: Fleet, { desired, inherited }: RunState): number | undefined =>
  desired === undefined && inherited?.wish?.left === sizes.desired ? inherited.wish.desired : undefined

/**
 * Our decrement, or that of the run before, took from what was asked for at the same moment: it is given back. While a group rolls, `surge` does so.
 */
function returnDecrement(situation: Situation): Action | undefined {
  const { fleet, memo, policy } = situation
  const { max } = fleet.sizes
  const wished = memo.sizes.desired
  if (!isDecrementOwed(situation) || policy.refused?.includes('resize')) return undefined
  return {
    kind: 'resize',
    sizes: { desired: wished, ...(wished > max && { max: wished }) },
    reason: 'the run lowered it at the moment in which it was set from outside',
  }
}

function isDecrementOwed({ fleet, memo, state }: Situation): boolean {
  const wished = memo.sizes.desired
  const isLeft = state.desired === undefined && fleet.sizes.desired === memo.handedSizes?.desired
  const isTaken = isLeft || state.decrement !== undefined || inheritedOf(fleet, state) === wished
  return isTaken && fleet.sizes.desired < wished
}

function suspend(situation: Situation): Action | undefined {
  const { fleet, memo, state } = situation
  // Once seen suspended, a process that runs again was resumed from outside the run, for a reason of its own.
  if (state.suspended || isBakingAtEnd(situation)) return undefined
  const missing = memo.suspends.filter((process) => !fleet.suspended.includes(process))
  if (missing.length === 0) return undefined
  const unreached = missing.includes(REGISTERING) ? ', and no load balancer may learn of new instances' : ''
  const others =
    memo.follows && !missing.includes(ALARMS)
      ? 'scaling policies alone may change the size'
      : 'nothing else may change the size'
  return { kind: 'suspend', processes: missing, reason: `${others} meanwhile${unreached}` }
}

function surge(situation: Situation): Action | undefined {
  const { fleet, capacity, memo } = situation
  const room = fleet.sizes.desired + roomBeforeGate(situation)
  const target = Math.min(surgeTarget(situation, capacity.outdatedCapacity), room)
  if (fleet.sizes.desired >= target) return undefined
  // Bounds that are raised once all is put back would pass for ones that others have set.
  const isBack = isAllBack(fleet, memo)
  const max = raisedMax(isBack ? { fleet, memo: { ...memo, follows: undefined } } : situation, target)
  return {
    kind: 'resize',
    sizes: { desired: target, ...(max !== undefined && { max }), ...(memo.follows && !isBack && { min: target }) },
    reason: 'room for new instances before old ones leave',
  }
}

/** A launch that only evens the zones is given up where it fails: the roll is done without it, and AWS balances the zones when it can. */
function giveUpLaunchForZones(situation: Situation): Action | undefined {
  if (!isOnlyForZones(situation) || situation.fleet.suspended.includes('Terminate')) return undefined
  const failing = haltOnFailures(situation) ?? haltOnStalledLaunch(situation) ?? endOverdueInstance(situation)
  return failing && (removeSurplus(situation) ?? restoreStep(situation.fleet, situation.memo))
}

function terminateOutdated(situation: Situation): Action | undefined {
  const leaving = terminable(situation)
  if (leaving === undefined) return undefined
  const { capacity, memo, policy } = situation
  const min = leaving.decrement ? loweredMin(situation, leaving.desired) : undefined
  return {
    kind: 'terminate',
    instances: leaving.terminations.map(({ id }) => id),
    decrement: leaving.decrement,
    ...(min !== undefined && { min }),
    reason: leaving.balances
      ? 'zones would end uneven without a successor: a new one of the fullest zone leaves instead'
      : `${capacity.readyCapacity} ready, floor ${floorOf(memo, policy)}`,
  }
}

/** Terminated without a successor: Standby is no part of the desired capacity, so nothing takes its place. */
function terminateOutdatedStandby(situation: Situation): Action | undefined {
  const { fleet, policy } = situation
  // Nothing old leaves for good before the last gate has let the roll pass.
  if (nextCheckpoint(situation) !== undefined) return undefined
  const all = outdatedStandby(fleet, policy)
  const resting = all.slice(0, roomToLeave(situation))
  if (all.length > 0 && resting.length === 0) return { kind: 'wait', reason: whyNoneLeaves(fleet) }
  if (resting.length === 0) return undefined
  return {
    kind: 'terminate',
    instances: resting.map(({ id }) => id),
    decrement: false,
    reason: 'old and in Standby: to bring it back would bring back the old version',
  }
}

function awaitReady(situation: Situation): Action | undefined {
  const { fleet, capacity } = situation
  const launching = fleet.sizes.desired - capacity.total
  const coming = capacity.current.filter(
    (instance) => !capacity.ready.has(instance) && !isReplacingRootVolume(instance),
  )
  const [first] = coming
  if (first !== undefined) {
    const others = coming.length > 1 ? ` (and ${coming.length - 1} more)` : ''
    return { kind: 'wait', reason: `${first.id} is not ready${others}: ${whyNotReady(first)}` }
  }
  if (launching > 0) return { kind: 'wait', reason: 'AWS is about to launch' }
  if (capacity.outdated.length > 0 && isSurplusAwaited(situation))
    return { kind: 'wait', reason: whySurplusIsAwaited(fleet) }
  if (capacity.outdated.length > 0 && roomToLeave(situation) === 0)
    return { kind: 'wait', reason: whyNoneLeaves(fleet) }
  const replacing = fleet.instances.filter((each) => isReplacingRootVolume(each)).map(({ id }) => id)
  const why = replacing.length > 0 ? `, while the root volume of ${replacing.join(', ')} is replaced` : ''
  if (capacity.outdated.length > 0)
    return { kind: 'wait', reason: `not enough is ready to let ${capacity.outdated[0]?.id} go${why}` }
  return undefined
}

function removeSurplus(situation: Situation): Action | undefined {
  const terminations = surplus(situation)
  if (terminations.length === 0 || situation.policy.refused?.includes('terminate')) return undefined
  if (isLoweringOpen(situation.fleet, situation.state.decrement))
    return {
      kind: 'wait',
      reason:
        'looks may not show yet whether AWS has lowered the desired capacity: Terminate is suspended, so what was named stays',
    }
  const ended = terminations.filter((each) => isEndedByAws(each, situation.fleet))
  const room = roomToLeave(situation)
  const leaving = room > 0 ? terminations.slice(0, room) : ended.slice(0, 1)
  if (leaving.length === 0) return { kind: 'wait', reason: whyNoneLeaves(situation.fleet) }
  const min = loweredMin(situation, situation.fleet.sizes.desired - capacityOf(leaving))
  return {
    kind: 'terminate',
    instances: leaving.map(({ id }) => id),
    decrement: true,
    ...(min !== undefined && { min }),
    reason: 'beyond the original capacity',
  }
}

/** An unhealthy one AWS ends itself, again and again where each new one is: that must not keep the sizes raised. */
const isEndedByAws = ({ healthy }: Instance, { suspended }: Fleet): boolean =>
  !healthy && !suspended.includes('ReplaceUnhealthy')

function awaitSpareCapacity(situation: Situation): Action | undefined {
  const needed = neededSurplus(situation)
  if (needed === undefined || situation.policy.refused?.includes('terminate')) return undefined
  const why = mayServeUnseen(needed) ? 'whether it serves is not known' : 'too few others serve to let it go'
  return { kind: 'wait', reason: `${needed.id} is one too many, but ${why}` }
}

/**
 * The last steps less what AWS has refused. Without the right to terminate, the desired capacity stays: to lower it
 * would let AWS choose what leaves, and it might choose a serving outdated instance. A memo with something left in it stays too, be it
 * a scheduled action that AWS has dropped and that the run may not carry out.
 */
function restorePermitted(situation: Situation): Action {
  const { fleet, memo, policy } = situation
  const { refused = [] } = policy
  const action = restoreStep(fleet, memo)
  if (refused.length === 0) return action
  const isBeyond = surplus(situation).length > 0 || neededSurplus(situation) !== undefined
  const stuck = refused.includes('resize') || (refused.includes('terminate') && isBeyond)
  if (action.kind === 'resize' && !stuck) return action
  const handBack = handBackProcesses(fleet, memo, refused)
  if (handBack !== undefined && (stuck || handBack.kind === 'resume')) return handBack
  const isDone = action.kind === 'clear-state' && missed(fleet, memo).length === 0 && !isDecrementOwed(situation)
  if (isDone && !refused.includes('clear-state')) return action
  return { kind: 'done', reason: 'AWS refuses to put back more' }
}
