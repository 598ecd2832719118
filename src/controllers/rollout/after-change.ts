/** What a run knows of a change: once it is sent, and once AWS has accepted it, refused it, or not answered. Pure. */
import { afterChange, type Change, CHANGE_KINDS, setsSizes } from '../../domain/rollout/changes/changes.ts'
import type { Resize } from '../../domain/rollout/changes/resize.ts'
import { type Decrement, decrementOf, isRequested } from '../../domain/rollout/crossed-wish.ts'
import { REGISTERING, withRegistration } from '../../domain/rollout/dark-launch.ts'
import { withChange, withoutSuperseded } from '../../domain/rollout/expectations.ts'
import type { Fleet, Memo } from '../../domain/rollout/fleet.ts'
import { adoptedSizes } from '../../domain/rollout/late-schedule.ts'
import { raiseOf } from '../../domain/rollout/overwritten-wish.ts'
import { highestDesired, isBroughtDown, mostWished } from '../../domain/rollout/raised-sizes.ts'
import { hasSameFacts } from '../../domain/rollout/remembered-state.ts'
import { SCHEDULING } from '../../domain/rollout/restore.ts'
import { completeSince, observe, type RunState } from '../../domain/rollout/run-state.ts'
import { withoutCertain } from '../../domain/rollout/unanswered.ts'
import { changedText } from '../../domain/rollout/wording.ts'
import { OUTDATED } from './after-activities.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { RunEvent } from './run-event.ts'

/** Before it is known whether AWS did it: from here on it cannot be told any more which process resumed what. */
export function sent(run: GroupRun, change: Change): GroupRun {
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
  const letRunAt = change.processes.includes(SCHEDULING) ? run.last.at : state.letRunAt
  return {
    ...made,
    resumed: new Set([...run.resumed, ...change.processes]),
    ...(isLast && { state: { ...state, letRun: true, letRunAt } }),
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
export function followed(run: GroupRun, change: Change): GroupRun {
  const last = afterChange(run.last, change)
  const { lost, missing } = observe(run.state, { before: run.last, now: last, policy: policyNow(run) })
  return { ...run, last, state: { ...run.state, lost, missing, completeAt: completeSince(run.state, run.last) } }
}

/** The run once AWS has accepted the change, at this moment: seconds since the Unix epoch. */
export function accepted(run: GroupRun, change: Change, at: number): GroupRun {
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
const isResized = (
  { sizes: before, ...one }: Memo,
  { sizes: now, ...other }: Memo,
  { desired, left }: { readonly desired: number; readonly left: number | undefined },
): boolean =>
  before.min !== now.min ||
  before.desired !== now.desired ||
  (before.max !== now.max && left !== undefined && isBroughtDown({ desired, max: now.max }, left)) ||
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
    case 'save-state': {
      const isOtherWish = memo !== undefined && isResized(memo, change.memo, { desired, left: state.desired })
      return {
        ...state,
        leaseClaimed: true,
        ...(memo === undefined && begins(change.memo, state) && { hasOwnSizes: true }),
        // A scheduled action may lower the minimum while the run holds it where it is.
        ...(memo !== undefined && change.memo.scheduledUntil !== memo.scheduledUntil && { hasOwnSizes: undefined }),
        predecessor: undefined,
        ...(change.after?.follows === true && { highestBefore: highestDesired(change.after) }),
        // Saved state that is written again, since others have removed it, has yet to tell the wish.
        overwritten: memo !== undefined && !isOtherWish ? state.overwritten : undefined,
        // A wish that is adopted is what the run has left, from here on; one that has yet to be adopted is none of it.
        ...(isOtherWish && {
          desired: state.desired === undefined ? undefined : desired,
          min: state.min === undefined ? undefined : min,
          growth: undefined,
        }),
      }
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
      return {
        ...state,
        letRun: undefined,
        letRunAt: undefined,
        ...(change.processes.includes(REGISTERING) && { hasLetOthersIn: undefined }),
      }
    case 'resume':
      return {
        ...state,
        ...(state.letRunAt !== undefined && { letRunAt: answeredAt }),
        ...(change.processes.includes(REGISTERING) && { hasLetOthersIn: true }),
      }
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
export function unanswered(run: GroupRun, change: Change): GroupRun {
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

/** The run once AWS has refused the change while the group is put back. */
export function refused(run: GroupRun, { change, failure, note }: RunEvent & { readonly kind: 'refused' }): GroupRun {
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
