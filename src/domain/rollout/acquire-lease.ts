import { startRoll, takeOver } from './start.ts'
import { darkRefusal } from './dark-launch.ts'
import type { Fleet, Memo } from './fleet.ts'
import { gateRefusal } from './gates-by-hand.ts'
import { isOfShift } from './shift-memo.ts'
import { restoreStep } from './restore.ts'
import { clearState } from './changes/clear-state.ts'
import { heartbeatAfter, heldByOther, isLeaseLive, runName, claimLease } from './lease.ts'
import type { Action } from './action.ts'
import type { SaveState } from './changes/save-state.ts'
import { hasSameFacts } from './remembered-state.ts'
import type { RunState } from './run-state.ts'
import type { Policy } from './policy.ts'

/** What to do with a group that has no saved state. */
export function withoutSavedState(fleet: Fleet, policy: Policy): Action {
  const { intent } = policy
  if (fleet.carriedMemo !== undefined) return fromInstances(fleet, fleet.carriedMemo, policy)
  const action =
    intent === 'restore'
      ? nothingToRestore(fleet, policy)
      : (darkRefusal(undefined, policy) ?? startRoll(fleet, policy))
  return action.kind === 'done' && fleet.orphanedLease !== undefined ? removeOrphanedLease(fleet) : action
}

/**
 * What a run has left in the dark is found on its new instances where the tags of the group are gone: it is written onto
 * the group again before anything else is done.
 */
function fromInstances(fleet: Fleet, memo: Memo, policy: Policy): Action {
  if (policy.intent === 'roll')
    return (
      darkRefusal(memo, policy) ?? gateRefusal(memo, policy) ?? takeOver(fleet, { memo, predecessor: memo, policy })
    )
  const { run, url, lookFor } = policy
  if (lookFor?.whose === 'own') {
    // What this run has begun since, as a release, stands beside what the run before has left on purpose.
    const action = policy.savedMemo === undefined ? PAUSED : nothingToRestore(fleet, policy)
    return action.kind === 'done' ? PAUSED : action
  }
  if (lookFor !== undefined && fleet.at < lookFor.until)
    return { kind: 'wait', reason: 'the tags of the group seem to be gone, but AWS may not show them yet' }
  return {
    kind: 'save-state',
    memo: { ...memo, run, url, heartbeatAt: Math.floor(fleet.at) },
    after: memo,
    reason: `the tags of run ${runName(memo)} are gone from the group, but its new instances carry them`,
  }
}

/** What to do first with a group that has a memo; undefined where this process holds the lease already. */
export function acquireLease(
  fleet: Fleet,
  memo: Memo,
  { policy, state }: { readonly policy: Policy; readonly state: RunState },
): Action | undefined {
  const isOurs = memo.run === policy.run
  const isRoll = policy.intent === 'roll'
  if (isOurs && isPaused(memo)) return PAUSED
  if (!isOurs && policy.lookFor?.whose === 'own') return leftByOtherRun(fleet, memo, policy)
  if (!isOurs && isLeaseLive(memo, policy.run, fleet.at)) return heldByOther(memo, fleet.at)
  // Another name over our own is that of a process that goes on from here, whatever its heartbeat.
  if (!isOurs && state.leaseClaimed && !isRoll)
    return unfinishedBy(memo, 'which has taken this group over, has left it')
  if (isOfShift(memo))
    return {
      kind: 'refuse',
      reason: 'a shift of traffic between this group and another is not through',
      remedy:
        'Let it end in its own mode, take it back with `mode: rollback` and both groups, or release with `mode: release` what it keeps.',
    }
  const refused = isOurs || !isRoll ? undefined : (darkRefusal(memo, policy) ?? gateRefusal(memo, policy))
  if (refused) return refused
  const known = state.leaseClaimed ? undefined : fromRunner(fleet, memo, policy)
  if (known) return known
  const claim = state.leaseClaimed ? undefined : claimLease(memo, policy, fleet.at)
  if (claim) return claim
  const predecessor = isOurs ? state.predecessor : memo
  return isRoll && predecessor ? takeOver(fleet, { memo, predecessor, policy }) : undefined
}

/** What a run writes in place of its heartbeat when it leaves a group for inspection: any run may take it over at once. */
const isPaused = ({ heartbeatAt }: Memo): boolean => heartbeatAt === 0

const PAUSED: Action = { kind: 'done', reason: 'left as it is on purpose' }

/** A post step goes by what its runner knows, not by tags in the name of its run that were changed from outside. */
function fromRunner(fleet: Fleet, memo: Memo, policy: Policy): Action | undefined {
  const { run, savedMemo } = policy
  if (savedMemo === undefined || memo.run !== run || !isOfGroup(fleet, savedMemo, run)) return undefined
  if (hasSameFacts(memo, savedMemo)) return undefined
  return writtenAgain(savedMemo, policy, {
    heartbeatAt: heartbeatAfter(memo, fleet.at),
    after: memo,
    reason: NOT_AS_KNOWN,
  })
}

const NOT_AS_KNOWN = 'the saved state in the tags of this run is not the one that its runner has kept'

/**
 * What the runner knows becomes the tags of the group. Where AWS refuses that the run remembers it, and the group is put back
 * all the same.
 */
const writtenAgain = (
  memo: Memo,
  { url }: Pick<Policy, 'url'>,
  { heartbeatAt, reason, after }: Pick<SaveState, 'after'> & { readonly heartbeatAt: number; readonly reason: string },
): Action => ({ kind: 'save-state', memo: { ...memo, url, heartbeatAt }, ...(after && { after }), reason })

const removeOrphanedLease = (fleet: Fleet): Action => ({
  ...clearState(fleet),
  reason: 'a run took the lease of the group after its saved state was removed',
})

/** For a post step: what another run has left is not its to put back, but must not pass for put back either. */
function leftByOtherRun(fleet: Fleet, memo: Memo, policy: Policy): Action {
  const { savedMemo } = policy
  const waiting = nothingToRestore(fleet, policy)
  if (waiting.kind === 'wait') return waiting
  if (isLeaseLive(memo, policy.run, fleet.at)) return heldByOther(memo, fleet.at)
  if (isPaused(memo)) return PAUSED
  // Whatever of it stands: no run would find its own state there, and a later one would go by what no run has written.
  if (savedMemo !== undefined && isOfGroup(fleet, savedMemo, policy.run) && isForeign(memo, savedMemo))
    return writtenAgain(savedMemo, policy, {
      heartbeatAt: heartbeatAfter(memo, fleet.at),
      after: memo,
      reason: NOT_AS_KNOWN,
    })
  return unfinishedBy(memo, 'not this one, has left this group')
}

/** Leaves to a later run what another one has left. */
const unfinishedBy = (memo: Memo, what: string): Action => ({
  kind: 'refuse',
  reason: `run ${runName(memo)}, ${what} unfinished`,
  remedy: '`mode: restore` puts it back.',
})

/**
 * Whether no run has written a memo: one that takes a group over gives a later sign of life than the run before it. A memo
 * that says the same of the group may be the one that this run was about to take over.
 */
const isForeign = (memo: Memo, saved: Memo): boolean =>
  memo.heartbeatAt < saved.heartbeatAt &&
  JSON.stringify([memo.startedAt, memo.sizes, memo.suspends]) !==
    JSON.stringify([saved.startedAt, saved.sizes, saved.suspends])

function nothingToRestore(fleet: Fleet, policy: Policy): Action {
  const { run, lookFor, savedMemo } = policy
  // Where this run's own name shows, so does everything from before.
  if (lookFor !== undefined && fleet.at < lookFor.until && fleet.orphanedLease !== run)
    return { kind: 'wait', reason: 'no run seems to have left anything behind here, but AWS may not show it yet' }
  if (savedMemo !== undefined && isStanding(fleet, savedMemo, run))
    return writtenAgain(savedMemo, policy, {
      heartbeatAt: Math.floor(fleet.at),
      reason: 'the tags of this run are gone, but its runner has kept the saved state',
    })
  // What a run has left on purpose stands on its new instances too, and on them alone where the tags of the group were removed.
  if (lookFor?.whose === 'any' && isUnread(fleet))
    return fleet.at < lookFor.until + UNREAD_SECONDS ? STILL_UNREAD : NOT_LOOKED
  return { kind: 'done', reason: 'no run has left anything behind here' }
}

/** Whether EC2 did not say of some instance what it carries. */
const isUnread = ({ instances, unknown = [] }: Fleet): boolean =>
  unknown.includes('ec2Instances') && instances.some(({ launchedAt }) => launchedAt === undefined)

/** So long EC2 is asked again: it may be out of order for a moment. */
const UNREAD_SECONDS = 60

const STILL_UNREAD: Action = {
  kind: 'wait',
  reason: 'no saved state is on the group, and EC2 does not say yet whether its instances carry one',
}

const NOT_LOOKED: Action = {
  kind: 'refuse',
  reason: 'no saved state is on the group, and its instances, which may carry one, could not be read',
  remedy: 'Allow `ec2:DescribeInstances` where it is not allowed, and run `mode: restore` again.',
}

/** Whether something of what this run has saved is still to be put back on the very group that it was saved for. */
const isStanding = (fleet: Fleet, memo: Memo, run: string): boolean =>
  isOfGroup(fleet, memo, run) &&
  // Tags that cannot be read stand where this run had written its own, and every later run would be refused.
  (fleet.unreadableTags === true || restoreStep(fleet, memo).kind !== 'clear-state')

/** Whether this run has saved that for the very group, and has not left it on purpose for a later run. */
const isOfGroup = ({ groupId }: Fleet, memo: Memo, run: string): boolean =>
  memo.run === run && memo.groupId === groupId && memo.heartbeatAt > 0
