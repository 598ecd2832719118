/** How the state of a run follows from what happens; pure, and the only place that makes a new state. */
import type { Explanation } from '../../errors.ts'
import { learnBoots, learnLaunches, type PastLaunch } from '../../domain/rollout/boot-record.ts'
import { observeAlarms, watchingNow } from '../../domain/rollout/alarms.ts'
import { situationOf } from '../../domain/rollout/budget.ts'
import {
  afterChange,
  CHANGE_KINDS,
  type Change,
  type ChangeKindName,
  setsSizes,
} from '../../domain/rollout/changes/changes.ts'
import {
  CROSSING_SECONDS,
  type Decrement,
  decrementOf,
  isRequested,
  loweredFrom,
  openDecrement,
  requestsAround,
} from '../../domain/rollout/crossed-wish.ts'
import type { Resize } from '../../domain/rollout/changes/resize.ts'
import { observeDark, REGISTERING, withRegistration } from '../../domain/rollout/dark-launch.ts'
import { stillRecent, withChange, withoutSuperseded } from '../../domain/rollout/expectations.ts'
import { FIRST_SECONDS, isHeldByRun } from '../../domain/rollout/first-look.ts'
import type { DesiredChange, FailedLaunch, Fleet, LaunchSource, Memo } from '../../domain/rollout/fleet.ts'
import type { AskedAnew } from '../../domain/rollout/freshness.ts'
import { observeGate } from '../../domain/rollout/gates.ts'
import { inheritedWish } from '../../domain/rollout/inherited-wish.ts'
import { sizesFromActivities } from '../../domain/rollout/sizes-from-activities.ts'
import type { ActiveRefresh, RefreshSeen } from '../../domain/rollout/instance-refresh.ts'
import type { LaunchOutlook } from '../../domain/rollout/launch-stall.ts'
import { adoptedInRoom, adoptedSizes } from '../../domain/rollout/late-schedule.ts'
import { raiseOf, toldOf } from '../../domain/rollout/overwritten-wish.ts'
import { observeGrowth, toldGrowth } from '../../domain/rollout/policy-growth.ts'
import { type ProbeOutcome, withProbes } from '../../domain/rollout/probe.ts'
import { withHistory } from '../../domain/rollout/readiness-history.ts'
import { highestDesired, mostWished } from '../../domain/rollout/raised-sizes.ts'
import { hasSameFacts } from '../../domain/rollout/remembered-state.ts'
import { externalChanges } from '../../domain/rollout/restore.ts'
import { completeSince, observe, type RunState } from '../../domain/rollout/run-state.ts'
import { provenTerminations, stillUnproven, withoutCertain } from '../../domain/rollout/unanswered.ts'
import { changedText, sizesText } from '../../domain/rollout/wording.ts'
import { asksForInherited, type GroupRun, policyNow } from './group-run.ts'
import type { Outcome } from './ports.ts'

export type RunEvent =
  /** One more look at the group. */
  | { readonly kind: 'observed'; readonly fleet: Fleet }
  /** Others have removed or changed the tags: the run goes on with the memo that it remembers. */
  | { readonly kind: 'state-lost' }
  /** A look that shows everything the run has changed: what differs was changed by others. */
  | { readonly kind: 'confirmed' }
  /** What follows from the last look takes something away, and that look is old. */
  | { readonly kind: 'look-outdated' }
  /** The change that follows from the last look needs what that look has kept from an earlier one. */
  | { readonly kind: 'look-incomplete'; readonly needs: AskedAnew }
  /** What follows from the last look is to wait: the next one may keep what this one has shown. */
  | { readonly kind: 'waited' }
  /** The call is on its way; from here on AWS may have carried it out. */
  | { readonly kind: 'sent'; readonly change: Change }
  /** AWS accepted the change at this moment. */
  | { readonly kind: 'accepted'; readonly change: Change; readonly at: number }
  /** The next change is decided on the group as this one leaves it, not on another look. */
  | { readonly kind: 'followed'; readonly change: Change }
  /** The answer was lost: AWS may or may not have acted. */
  | { readonly kind: 'unanswered'; readonly change: Change }
  /** AWS refused the change while the group was put back: the rest is put back all the same. */
  | { readonly kind: 'refused'; readonly change: Change; readonly failure: Explanation; readonly note: string }
  /** What the activities of the group say of its desired capacity, since the saved state was written; oldest first. */
  | { readonly kind: 'desired-changes-read'; readonly changes: readonly DesiredChange[] }
  /** AWS was asked at the last look which instance refresh is under way, or, where that does, some time before. */
  | { readonly kind: 'refresh-read'; readonly active: ActiveRefresh | undefined; readonly mayBeKept: boolean }
  /** What AWS tells of a group in which no launch begins. */
  | { readonly kind: 'launch-outlook-read'; readonly outlook: LaunchOutlook }
  /** Launches that failed since the run began: they tell why new instances were lost. */
  | { readonly kind: 'loss-reasons-read'; readonly failures: readonly FailedLaunch[] }
  /** Launches that have succeeded, newest first: they tell how long instances take to come into service. */
  | { readonly kind: 'launches-read'; readonly launches: readonly PastLaunch[] }
  | { readonly kind: 'probed'; readonly probes: readonly ProbeOutcome[] }
  /** The roll stops and the group is put back; `note` tells the failure where an earlier one is told already. */
  | { readonly kind: 'halted'; readonly failure: Explanation; readonly note: string }
  /** The group launches its previous source again: what the failed one launched is replaced. */
  | { readonly kind: 'rollback-started'; readonly failed: LaunchSource; readonly failure: Explanation }
  /** The previous source was not put back, or that is not known; the note says why. */
  | { readonly kind: 'rollback-failed'; readonly note: string; readonly changed: 'no' | 'perhaps' }
  /** Nothing can be observed any more: the group is put back by what was seen last. */
  | { readonly kind: 'sight-lost'; readonly last: Fleet; readonly refused: readonly ChangeKindName[] }
  | { readonly kind: 'ended'; readonly outcome: Outcome }

/** The state after one more event. */
export function transition(run: GroupRun, event: RunEvent): GroupRun {
  switch (event.kind) {
    case 'observed':
      return observed(run, event.fleet)
    case 'state-lost':
      return { ...run, last: { ...run.last, memo: run.memo }, losses: run.losses + 1 }
    case 'confirmed':
      return confirmed(run)
    case 'look-outdated':
      return { ...run, freshLooks: run.freshLooks + 1 }
    case 'look-incomplete':
      return { ...run, needs: event.needs }
    case 'waited':
      return run.freshLooks > 0 || run.needs !== undefined ? { ...run, freshLooks: 0, needs: undefined } : run
    case 'sent':
      return sent(run, event.change)
    case 'accepted':
      return accepted(run, event.change, event.at)
    case 'followed':
      return followed(run, event.change)
    case 'unanswered':
      return unanswered(run, event.change)
    case 'refused':
      return refused(run, event)
    case 'desired-changes-read':
      return desiredChangesRead(run, event.changes)
    case 'refresh-read':
      return refreshRead(run, event)
    case 'launch-outlook-read':
      return { ...run, state: { ...run.state, launchOutlook: event.outlook } }
    case 'loss-reasons-read':
      return lossReasonsRead(run, event.failures)
    case 'launches-read':
      return { ...run, boots: learnLaunches(run.boots, event.launches, run.first.at) }
    case 'probed':
      return { ...run, last: withProbes(run.last, event.probes) }
    case 'halted':
      return halted(run, event)
    case 'rollback-started':
      return rollbackStarted(run, event)
    case 'rollback-failed':
      return { ...run, notes: [...run.notes, event.note], changed: run.changed || event.changed === 'perhaps' }
    case 'sight-lost':
      return { ...run, last: event.last, restoringSince: run.restoringSince ?? event.last.at, refused: event.refused }
    case 'ended':
      return { ...run, outcome: event.outcome }
    default:
      return event satisfies never
  }
}

function observed(run: GroupRun, seen: Fleet): GroupRun {
  const policy = policyNow(run)
  const fleet = withHistory(run.last, seen)
  const watch = watchingNow({ fleet, policy })
  const state = {
    ...observe(run.state, { before: run.last, now: fleet, policy }),
    ...(watch && { alarms: observeAlarms(run.state.alarms, fleet, watch) }),
  }
  const { memo } = fleet
  const situation = memo && situationOf(fleet, { memo, policy, state })
  const decrement = openDecrement(state.decrement, fleet)
  // A group that others have emptied has nothing in the dark, and stands at its gates all the same.
  const isDark = memo?.dark === true && situation !== undefined && situation.capacity.current.length > 0
  const baking = situation && (isDark ? observeDark(situation) : observeGate(run.last, situation))
  return {
    ...run,
    state: {
      ...state,
      decrement,
      ...(decrement === undefined && state.decrement !== undefined && namedBy(state.decrement, state)),
      growth: observeGrowth(run.last, fleet, state),
      ...(hasSavedSizes(run, fleet) && OUTDATED),
      ...((baking ?? state.baking) && { baking }),
    },
    last: fleet,
    boots: learnBoots(run.boots, { before: run.last, now: fleet, since: run.first.at }),
    memo: rememberedAt(run, fleet),
    pendingWrites: stillRecent([...run.pendingWrites, ...provenTerminations(run.unanswered, fleet)], fleet),
    unanswered: stillUnproven(run.unanswered, fleet),
  }
}

/** A decrement that a look shows was carried out, also where its answer was lost: its instances are named from then on. */
const namedBy = ({ instances }: Decrement, { named = [] }: RunState): Pick<RunState, 'named'> => ({
  named: [...named, ...instances.filter((id) => !named.includes(id))],
})

/** What others have asked for around our own decrement, and what the process before this one has left. */
function desiredChangesRead(run: GroupRun, changes: readonly DesiredChange[]): GroupRun {
  const { last, state } = run
  const { decrement, inherited, raise } = state
  const heartbeatAt = earlierHeartbeat(run)
  const before = last.memo && heartbeatAt !== undefined ? { memo: last.memo, heartbeatAt } : undefined
  return {
    ...run,
    state: {
      ...state,
      ...(decrement && {
        decrement: {
          ...decrement,
          requested: requestsAround(changes, decrement),
          loweredFrom: loweredFrom(changes, decrement),
        },
      }),
      ...(raise && toldOf(raise, changes, last)),
      ...growthRead(run, changes),
      inherited: inherited ?? { wish: before && inheritedWish(last, changes, before) },
      ...(asksForInherited(run) && state.sizesFromActivities === undefined && setBefore(run, changes)),
    },
  }
}

/** What the activities tell of growth; of what came while no run was at work also where the wish is as large already. */
function growthRead(
  { last, state }: GroupRun,
  changes: readonly DesiredChange[],
): Pick<RunState, 'growth' | 'adopted'> {
  const { growth, adopted, desired } = state
  const { memo } = last
  if (growth === undefined || memo === undefined) return {}
  const told = toldGrowth(growth, changes, { memo, isLive: desired !== undefined })
  const inRoom = desired === undefined ? adoptedInRoom(told, memo) : {}
  return { growth: told, ...(inRoom.desired && { adopted: { ...adopted, ...inRoom } }) }
}

/** What others have set while no run was at work. */
const setBefore = (run: GroupRun, changes: readonly DesiredChange[]): Pick<RunState, 'sizesFromActivities'> => {
  const { memo } = run.last
  return {
    sizesFromActivities: { last: memo && sizesFromActivities(changes, { memo, heartbeatAt: lastHeartbeat(run) }) },
  }
}

/** From here on the activities from before tell nothing of what the group shows. */
const OUTDATED: Pick<RunState, 'sizesFromActivities'> = { sizesFromActivities: { last: undefined } }

/** Whether a look shows that this process has saved other sizes to put back. */
const hasSavedSizes = ({ state, last }: GroupRun, { memo }: Fleet): boolean =>
  state.leaseClaimed &&
  last.memo !== undefined &&
  memo !== undefined &&
  sizesText(memo.sizes) !== sizesText(last.memo.sizes)

/**
 * When the process before was last alive; undefined where there was none. What the runner has kept is not renewed with the lease: where
 * the tags are gone or are of another roll, that process may have made its last change right before this one has begun.
 */
function earlierHeartbeat({ first, last, policy: { savedMemo } }: GroupRun): number | undefined {
  const isKeptByRunner = savedMemo !== undefined && first.memo?.startedAt !== last.memo?.startedAt
  return isKeptByRunner
    ? Math.max(savedMemo.heartbeatAt, first.at - CROSSING_SECONDS)
    : (first.memo ?? savedMemo)?.heartbeatAt
}

/** When the run before was last alive, as its tags say; 0 where they are not there, or are of another roll: others can write them. */
const lastHeartbeat = ({ first, last }: GroupRun): number =>
  first.memo?.startedAt === last.memo?.startedAt ? (first.memo?.heartbeatAt ?? 0) : 0

function refreshRead(run: GroupRun, { active, mayBeKept }: RunEvent & { readonly kind: 'refresh-read' }): GroupRun {
  const refresh: RefreshSeen = { at: run.last.at, active, ...(mayBeKept && { mayBeKept }) }
  return { ...run, state: { ...run.state, refresh } }
}

/** What the run has written last: also what it has written without an answer, once a look shows it. */
function rememberedAt({ memo, unanswered }: GroupRun, { memo: seen }: Fleet): Memo | undefined {
  if (seen === undefined) return memo
  const isOurs = unanswered.some(({ change }) => change.kind === 'save-state' && hasSameFacts(change.memo, seen))
  return isOurs ? seen : memo
}

/** Changes by others are noticed by comparing what AWS shows with what the run's own last change left. */
function confirmed(run: GroupRun): GroupRun {
  const { last, state, resumed } = run
  const { memo, suspended } = last
  if (memo === undefined) return run
  const kept = externalChanges(last, memo, {
    heldSuspended: state.suspended ? memo.suspends.filter((process) => !resumed.has(process)) : [],
    suspendedBefore: run.policy.intent === 'roll' ? suspendedAtStart(run.first) : undefined,
  })
  const isOurs = memo.run === run.policy.run
  return {
    ...run,
    externalChanges: kept,
    // What is seen before this process has claimed the lease may be gone already.
    memo: isOurs && state.leaseClaimed ? memo : run.memo,
    state: isOurs
      ? {
          ...state,
          suspended: state.suspended || isHeld(memo, suspended),
          heldSeen: state.heldSeen || memo.suspends.some((process) => suspended.includes(process)),
          hasOwnSizes: isHeldByAnother(run, memo) ? undefined : state.hasOwnSizes,
        }
      : state,
  }
}

/** Whether all that the memo suspends is seen suspended; a memo that suspends nothing shows nothing. */
const isHeld = ({ suspends }: Memo, suspended: readonly string[]): boolean =>
  suspends.length > 0 && suspends.every((process) => suspended.includes(process))

/** Whether a run that began at the same moment holds the processes: it may have set the sizes as well. */
const isHeldByAnother = ({ last, state }: GroupRun, memo: Memo): boolean =>
  state.hasSuspended !== true && last.at - memo.startedAt < FIRST_SECONDS && isHeldByRun(last, memo)

/** What was suspended at the first look, by a run that this one takes over as well. */
const suspendedAtStart = ({ suspended, memo }: Fleet): readonly string[] => [...suspended, ...(memo?.suspends ?? [])]

/** Before it is known whether AWS did it: from here on it cannot be told any more which process resumed what. */
function sent(run: GroupRun, change: Change): GroupRun {
  // The minimum is lowered by a call of its own, which stands where the termination is refused.
  const isLowered = change.kind === 'terminate' && change.min !== undefined
  const state = {
    ...run.state,
    ...(setsSizes(change) && { hasOwnSizes: undefined, ...OUTDATED }),
    ...(change.kind === 'suspend' && { hasSuspended: true as const }),
    ...(isLowered && { min: undefined }),
    ...adoptedBy(change, run),
  }
  const made = { ...run, state, freshLooks: 0, needs: undefined }
  if (change.kind !== 'resume') return made
  const isLast = change.processes.some((process) => process !== REGISTERING)
  return {
    ...made,
    resumed: new Set([...run.resumed, ...change.processes]),
    ...(isLast && { state: { ...state, letRun: true, letRunAt: run.last.at } }),
  }
}

/** What others have set is known as theirs also where the answer is lost. */
function adoptedBy(change: Change, { last: { memo, at }, state }: GroupRun): Pick<RunState, 'adopted'> {
  if (change.kind !== 'save-state' || memo === undefined) return {}
  const sizes = adoptedSizes(memo, change.memo, { at, growth: state.growth })
  return Object.keys(sizes).length === 0 ? {} : { adopted: { ...state.adopted, ...sizes } }
}

/**
 * The look on which the change was decided is the last that has shown the group as it was: what the run itself ends of new
 * instances that never served, no later one tells.
 */
function followed(run: GroupRun, change: Change): GroupRun {
  const last = afterChange(run.last, change)
  const { lost, missing } = observe(run.state, { before: run.last, now: last, policy: policyNow(run) })
  return { ...run, last, state: { ...run.state, lost, missing, completeAt: completeSince(run.state, run.last) } }
}

function accepted(run: GroupRun, change: Change, at: number): GroupRun {
  const { last, state } = run
  const after = afterChange(last, change)
  const next = {
    ...run,
    changed: run.changed || CHANGE_KINDS[change.kind].changesGroup,
    unanswered: withoutCertain(run.unanswered, change),
  }
  if (change.kind === 'clear-state') return { ...next, last: after }
  // One after the other, each may take as long to leave as all together without the bound.
  const isBounded = (run.policy.maxLeaving ?? last.memo?.maxLeaving) !== undefined
  const begunAnew = change.kind === 'terminate' && isBounded && run.restoringSince !== undefined
  return {
    ...next,
    ...(begunAnew && { restoringSince: at }),
    memo: writtenBy(change, run),
    pendingWrites: withChange(run.pendingWrites, change, { ...last, at }),
    state: learnt({ ...state, raise: raiseOf(last, change) ?? state.raise }, change, {
      memo: last.memo,
      desired: after.sizes.desired,
      max: after.sizes.max,
      ...(last.memo?.follows === true && { min: after.sizes.min }),
      at: last.at,
      answeredAt: at,
      decrement: decrementOf(last, change, { answeredAt: at, earlier: state.decrement }),
    }),
    notes: [...run.notes, ...adoptedWish(last, change, state.decrement)],
  }
}

/**
 * The memo that the run has written once AWS has accepted a change. A process that takes up the lease of its own run writes that alone,
 * but the runner has told it the rest: what stands there instead was written by others.
 */
function writtenBy(change: Change, { memo, policy: { savedMemo } }: GroupRun): Memo | undefined {
  if (change.kind === 'save-state') return change.memo
  const isClaim = change.kind === 'renew-lease' && change.after !== undefined
  return isClaim && savedMemo !== undefined && hasSameFacts(change.memo, savedMemo) ? change.memo : memo
}

interface Learnt {
  /** The memo before the change. */
  readonly memo: Memo | undefined
  /** The desired capacity that the change leaves, and the bounds. */
  readonly desired: number
  /** Absent where the run leaves the minimum alone. */
  readonly min?: number
  readonly max: number
  /** When the group was looked at, and when AWS had answered. */
  readonly at: number
  readonly answeredAt: number
  readonly decrement: Decrement | undefined
}

/**
 * Whether another wish is saved than before, or what policies have asked for was taken note of. A maximum alone says nothing of what is
 * desired, unless AWS has brought that down to it.
 */
const isResized = ({ sizes: before, ...one }: Memo, { sizes: now, ...other }: Memo, desired: number): boolean =>
  before.min !== now.min ||
  before.desired !== now.desired ||
  (before.max !== now.max && now.max === desired) ||
  one.scaledUntil !== other.scaledUntil

/** Whether a roll begins with this saved state: one whose tags are gone may have been found elsewhere. */
const begins = ({ startedAt, heartbeatAt }: Memo, { leaseClaimed }: RunState): boolean =>
  !leaseClaimed && startedAt === heartbeatAt

/**
 * The desired capacity that a change of sizes leaves as the run's own. A wish that AWS refuses to have written down is adopted anew at
 * each look: where other sizes are put back it stays a wish.
 */
const knownDesired = (
  { desired: left }: RunState,
  { sizes }: Resize,
  { memo, desired }: Pick<Learnt, 'memo' | 'desired'>,
): number => (sizes.desired !== undefined || left === undefined || desired === memo?.sizes.desired ? desired : left)

/** What the run knows once AWS has accepted a change. */
function learnt(
  state: RunState,
  change: Change,
  { memo, desired, min, max, at, answeredAt, decrement }: Learnt,
): RunState {
  switch (change.kind) {
    case 'save-state':
      return {
        ...state,
        leaseClaimed: true,
        ...(memo === undefined && begins(change.memo, state) && { hasOwnSizes: true }),
        // A scheduled action may lower the minimum while the run holds it where it is.
        ...(memo !== undefined && change.memo.scheduledUntil !== memo.scheduledUntil && { hasOwnSizes: undefined }),
        predecessor: undefined,
        ...(change.after?.follows === true && { highestBefore: highestDesired(change.after) }),
        // Saved state that is written again, since others have removed it, has yet to tell the wish.
        overwritten: memo !== undefined && !isResized(memo, change.memo, desired) ? state.overwritten : undefined,
        // A wish that is adopted is what the run has left, from here on; one that has yet to be adopted is none of it.
        ...(memo !== undefined &&
          isResized(memo, change.memo, desired) && {
            desired: state.desired === undefined ? undefined : desired,
            min: state.min === undefined ? undefined : min,
            growth: undefined,
          }),
      }
    case 'renew-lease':
      if (change.after === undefined) return state
      return {
        ...state,
        leaseClaimed: true,
        ...(change.after.run !== change.memo.run && { predecessor: change.after }),
      }
    case 'resize':
      return { ...state, desired: knownDesired(state, change, { memo, desired }), min, max, decrement }
    case 'terminate':
      return { ...state, desired, min, decrement, named: [...(state.named ?? []), ...change.instances] }
    case 'terminate-warm':
      return { ...state, discarded: [...state.discarded, ...change.instances] }
    case 'register':
      return withRegistration(state, change, at)
    case 'suspend':
      return { ...state, letRun: undefined, letRunAt: undefined }
    case 'resume':
      return state.letRunAt === undefined ? state : { ...state, letRunAt: answeredAt }
    case 'set-launch-source':
    case 'clear-state':
      return state
    default:
      return change satisfies never
  }
}

/** A desired capacity that was set by others and is written into the saved state; a sentence, or none. */
function adoptedWish(last: Fleet, change: Change, decrement: Decrement | undefined): readonly string[] {
  const { memo, sizes } = last
  if (change.kind !== 'save-state' || memo === undefined) return []
  if (change.notes !== undefined) return change.notes
  const { desired } = change.memo.sizes
  if (desired === memo.sizes.desired) return []
  if (desired < sizes.desired && desired === mostWished(last, memo))
    return [
      `The desired capacity was changed from ${memo.sizes.desired} to ${sizes.desired} from outside this run: ${desired} is kept, as much as MaxSize allows without the roll.`,
    ]
  if (desired !== sizes.desired && decrement !== undefined && !isRequested(desired, decrement))
    return [
      `The desired capacity was changed from ${memo.sizes.desired} to ${sizes.desired} or ${desired} from outside this run, while the run lowered it by ${decrement.by}: ${desired} is kept.`,
    ]
  return [changedText('desired', memo.sizes.desired, desired)]
}

/** So long after it was sent a change may have been carried out whose answer was lost. */
const LOST_SECONDS = 30

/** What the run has left stays known where the change sets no sizes: what the group shows instead others have set. */
function unanswered(run: GroupRun, change: Change): GroupRun {
  const state: RunState = {
    ...run.state,
    ...(setsSizes(change) && { desired: undefined, min: undefined, max: undefined }),
    decrement:
      decrementOf(run.last, change, { answeredAt: run.last.at + LOST_SECONDS, earlier: run.state.decrement }) ??
      run.state.decrement,
  }
  // Where AWS did it, the next look shows this run's name, and it would be unknown whose roll goes on.
  const claims = change.kind === 'renew-lease' && change.after !== undefined && change.after.run !== change.memo.run
  return {
    ...run,
    changed: true,
    unanswered: [...withoutCertain(run.unanswered, change), { change, at: run.last.at }],
    state: claims ? { ...state, predecessor: change.after } : state,
    pendingWrites: withoutSuperseded(run.pendingWrites, change),
    memo: change.kind === 'clear-state' ? undefined : run.memo,
  }
}

function refused(run: GroupRun, { change, failure, note }: RunEvent & { readonly kind: 'refused' }): GroupRun {
  const next = { ...run, refused: [...run.refused, change.kind] }
  // Without its name on the memo a run may put back all the same.
  if (change.kind === 'renew-lease') return next
  // A wish that cannot be saved is kept all the same.
  const memo = keptUnwritten(run, change)
  const kept = memo === undefined ? adoptedWish(run.last, change, run.state.decrement) : []
  return { ...next, memo: memo ?? run.memo, notes: [...run.notes, note, ...kept], failure: run.failure ?? failure }
}

/**
 * What was to be written onto a group whose tags do not say it, as a post step knows it from its runner: to put the group back
 * takes the group and this alone, so it is remembered as if it stood there.
 */
const keptUnwritten = ({ last }: GroupRun, change: Change): Memo | undefined =>
  change.kind === 'save-state' && (last.memo === undefined || change.after !== undefined) ? change.memo : undefined

function lossReasonsRead(run: GroupRun, failures: readonly FailedLaunch[]): GroupRun {
  const wordsOf = new Map(failures.map(({ instanceId, reason }) => [instanceId, reason]))
  const lost = run.state.lost.map((each) => ({ ...each, words: each.words ?? wordsOf.get(each.id) ?? '' }))
  return { ...run, state: { ...run.state, lost } }
}

/** What stops a roll that is being rolled back does not hide why it was. */
const halted = (run: GroupRun, { failure, note }: RunEvent & { readonly kind: 'halted' }): GroupRun => ({
  ...run,
  notes: run.failure === undefined ? run.notes : [...run.notes, note],
  failure: run.failure ?? failure,
  restoringSince: run.last.at,
})

/** A roll that had resumed the processes in its last steps suspends them once more before it adds capacity again. */
function rollbackStarted(
  run: GroupRun,
  { failed, failure }: RunEvent & { readonly kind: 'rollback-started' },
): GroupRun {
  const hasResumed = [...run.resumed].some((process) => process !== REGISTERING)
  return {
    ...run,
    failure,
    rollback: { failed, since: run.last.at },
    state: hasResumed ? { ...run.state, suspended: false } : run.state,
    // The process without which no load balancer can reach new instances stays as the run has left it.
    resumed: new Set([...run.resumed].filter((process) => process === REGISTERING)),
  }
}
