/**
 * The rolling rules: what to do next with one group. Pure: no clock, no log, no promise. The first rule that has
 * something to say wins; it names one call to AWS, and after the call somebody looks again.
 */
import { restingToLeave } from './start.ts'
import { floorOf, mayLeave, neededSurplus, surgeTarget, surplus, type Situation } from './budget.ts'
import { lightWhatStays, REGISTERING, releaseDarkHalf } from './dark-launch.ts'
import { endOverdueInstance, haltOnFailures } from './failures.ts'
import type { Action, Fleet, Knowledge, Policy } from './fleet.ts'
import { HEARTBEAT_SECONDS } from './lease.ts'
import { maxIsOurs, putBack } from './restore.ts'
import { standingOf } from './capacity.ts'
import { takeInHand, withoutMemo } from './acquire-lease.ts'
import { MAX_VICTIMS } from './termination-order.ts'
import { awaitReturning, discardWarmed } from './warm-pool.ts'
import { whyNotReady } from './why-not-ready.ts'

type Rule = (situation: Situation) => Action | undefined

const ROLL: readonly Rule[] = [
  stayInHand,
  holdTheSource,
  answerForAnother,
  adoptDesiredCapacity,
  suspend,
  haltOnFailures,
  discardWarmed,
  endOverdueInstance,
  surge,
  releaseDarkHalf,
  letLeave,
  letRestingLeave,
  awaitReady,
  removeSurplus,
  awaitSpare,
  lightWhatStays,
  awaitReturning,
  ({ fleet, memo }) => putBack(fleet, memo),
]

const RESTORE: readonly Rule[] = [
  stayInHand,
  adoptDesiredCapacity,
  removeSurplus,
  awaitSpare,
  lightWhatStays,
  putBackWhatMayBe,
]

/** What to do next with a group. */
export function nextAction(fleet: Fleet, policy: Policy, knowledge: Knowledge): Action {
  const { memo } = fleet
  if (memo === undefined) return withoutMemo(fleet, policy)
  const before = takeInHand(fleet, memo, { policy, knowledge })
  if (before) return before
  const standing = standingOf(fleet, policy)
  const situation: Situation = { fleet, policy, knowledge, memo, standing }
  for (const rule of policy.intent === 'roll' ? ROLL : RESTORE) {
    const action = rule(situation)
    if (action) return action
  }
  throw new Error('the last rule always has an answer')
}

function stayInHand({ fleet, memo, policy }: Situation): Action | undefined {
  if (fleet.at - memo.heartbeatAt < HEARTBEAT_SECONDS || policy.refused?.includes('renew')) return undefined
  return { kind: 'renew', memo: { ...memo, heartbeatAt: Math.floor(fleet.at) }, reason: 'this run is still alive' }
}

function holdTheSource({ fleet, memo, policy }: Situation): Action | undefined {
  if (fleet.source.fingerprint === policy.rollback?.failed.fingerprint)
    return { kind: 'wait', reason: 'AWS does not show the previous launch source yet' }
  if (fleet.source.fingerprint === memo.source) return undefined
  if (memo.source === policy.rollback?.failed.fingerprint)
    return {
      kind: 'remember',
      memo: { ...memo, source: fleet.source.fingerprint },
      reason: 'the previous launch source is back',
    }
  return {
    kind: 'halt',
    reason: `the launch source was changed while the group rolled; it is ${fleet.source.label} now`,
    remedy: 'Start again to roll to what the group launches now.',
  }
}

/** In which time a memo may have been written over one of a run that began at the same moment. */
const SAME_MOMENT_SECONDS = 60

/**
 * Of two runs that begin at once the later memo wins, with the smaller surge perhaps. What the other run has raised by
 * then, which has the processes suspended, is no operator's wish: it is put back with the rest.
 */
function answerForAnother({ fleet, memo, knowledge }: Situation): Action | undefined {
  const isNew = knowledge.desired === undefined && fleet.at - memo.startedAt < SAME_MOMENT_SECONDS
  const isHeld = memo.suspends.length > 0 && memo.suspends.every((process) => fleet.suspended.includes(process))
  const raised = fleet.sizes.desired - memo.sizes.desired
  if (!isNew || !isHeld || raised <= memo.surge) return undefined
  return {
    kind: 'remember',
    memo: { ...memo, surge: raised },
    reason: 'a run that began at the same moment has made room for more: that is put back as well',
  }
}

/** Desired capacity that is not of our making is somebody's wish: it becomes the one that is put back. */
function adoptDesiredCapacity({ fleet, memo, knowledge }: Situation): Action | undefined {
  const { desired } = fleet.sizes
  const ours =
    knowledge.desired === undefined
      ? desired >= memo.sizes.desired && desired <= memo.sizes.desired + memo.surge
      : desired === knowledge.desired
  if (ours || desired === memo.sizes.desired) return undefined
  const max = maxIsOurs(fleet, memo) ? memo.sizes.max : fleet.sizes.max
  return {
    kind: 'remember',
    memo: {
      ...memo,
      sizes: { ...memo.sizes, max, desired },
      // Counted from a lower wish, our surge reaches as far as it did: or our own maximum would pass for somebody's.
      surge: memo.surge + Math.max(0, memo.sizes.desired - desired),
    },
    reason: `somebody set the desired capacity to ${desired} meanwhile: kept`,
  }
}

function suspend({ fleet, memo, knowledge }: Situation): Action | undefined {
  // Once seen suspended, a process that runs again was resumed by somebody who knows why.
  if (knowledge.suspended) return undefined
  const missing = memo.suspends.filter((process) => !fleet.suspended.includes(process))
  if (missing.length === 0) return undefined
  const unreached = missing.includes(REGISTERING) ? ', and no load balancer may learn of new instances' : ''
  return { kind: 'suspend', processes: missing, reason: `nothing else may change the size meanwhile${unreached}` }
}

function surge(situation: Situation): Action | undefined {
  const { fleet, standing } = situation
  const target = surgeTarget(situation, standing.oldCapacity)
  if (fleet.sizes.desired >= target) return undefined
  return {
    kind: 'resize',
    sizes: { desired: target, ...(target > fleet.sizes.max && { max: target }) },
    reason: 'room for new instances before old ones leave',
  }
}

function letLeave(situation: Situation): Action | undefined {
  const leaving = mayLeave(situation)
  if (leaving === undefined) return undefined
  const { standing, memo, policy } = situation
  return {
    kind: 'terminate',
    instances: leaving.victims.map(({ id }) => id),
    decrement: leaving.decrement,
    reason: `${standing.readyCapacity} ready, floor ${floorOf(memo, policy)}`,
  }
}

/** Terminated without a successor: Standby is no part of the desired capacity, so nothing takes its place. */
function letRestingLeave({ fleet, policy }: Situation): Action | undefined {
  const resting = restingToLeave(fleet, policy).slice(0, MAX_VICTIMS)
  if (resting.length === 0) return undefined
  return {
    kind: 'terminate',
    instances: resting.map(({ id }) => id),
    decrement: false,
    reason: 'old and in Standby: whoever brought it back would bring back the old version',
  }
}

function awaitReady({ fleet, standing }: Situation): Action | undefined {
  const launching = fleet.sizes.desired - standing.capacity
  const coming = standing.current.filter((instance) => !standing.ready.has(instance))
  const [first] = coming
  if (first !== undefined) {
    const others = coming.length > 1 ? ` (and ${coming.length - 1} more)` : ''
    return { kind: 'wait', reason: `${first.id} is not ready${others}: ${whyNotReady(first)}` }
  }
  if (launching > 0) return { kind: 'wait', reason: 'AWS is about to launch' }
  if (standing.old.length > 0) return { kind: 'wait', reason: `not enough is ready to let ${standing.old[0]?.id} go` }
  return undefined
}

function removeSurplus(situation: Situation): Action | undefined {
  const victims = surplus(situation)
  if (victims.length === 0 || situation.policy.refused?.includes('terminate')) return undefined
  return {
    kind: 'terminate',
    instances: victims.map(({ id }) => id),
    decrement: true,
    reason: 'beyond the original capacity',
  }
}

function awaitSpare(situation: Situation): Action | undefined {
  const needed = neededSurplus(situation)
  if (needed === undefined || situation.policy.refused?.includes('terminate')) return undefined
  return { kind: 'wait', reason: `${needed.id} is one too many, but too few others serve to let it go` }
}

/**
 * The last steps less what AWS has refused. Without the right to terminate, the desired capacity stays: to lower it
 * would let AWS choose who leaves, and it might choose a serving old one. A memo with something left in it stays too.
 */
function putBackWhatMayBe(situation: Situation): Action {
  const { fleet, memo, policy } = situation
  const { refused = [] } = policy
  const action = putBack(fleet, memo)
  if (refused.length === 0) return action
  const stuck = refused.includes('resize') || (refused.includes('terminate') && surplus(situation).length > 0)
  if (action.kind === 'resize' && !stuck) return action
  const processes = memo.suspends.filter((process) => fleet.suspended.includes(process))
  if (processes.length > 0 && !refused.includes('resume'))
    return { kind: 'resume', processes, reason: 'only what this roll suspended' }
  if (action.kind === 'forget' && !refused.includes('forget')) return action
  return { kind: 'done', reason: 'AWS refuses to put back more' }
}
