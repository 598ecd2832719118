import { Cancelled, explanationOf, isFailure, isUncertain, UserError } from '../../errors.ts'
import type { Action } from '../../domain/rollout/action.ts'
import type { ChangeKind } from '../../domain/rollout/changes/change-kind.ts'
import { CHANGE_KINDS, type Change } from '../../domain/rollout/changes/changes.ts'
import type { Memo } from '../../domain/rollout/fleet.ts'
import { freshnessOf } from '../../domain/rollout/expectations.ts'
import { askedAnewFor } from '../../domain/rollout/freshness.ts'
import { isGated } from '../../domain/rollout/gates-by-hand.ts'
import { capacityOfGroup } from '../../domain/rollout/capacity.ts'
import { mayBeTold, raiseToldSince } from '../../domain/rollout/overwritten-wish.ts'
import type { ProbeOutcome } from '../../domain/rollout/probe.ts'
import { hasSameFacts, stateLoss } from '../../domain/rollout/remembered-state.ts'
import { leaveAtDeadline } from '../../domain/rollout/rules.ts'
import { situationOf } from '../../domain/rollout/budget.ts'
import { unwritten } from '../../domain/rollout/unwritten.ts'
import { handBackProcesses } from '../../domain/rollout/restore.ts'
import { callFailed, outOfTime, refusal, stateLost, stop } from './failure.ts'
import { count } from '../../report/words.ts'
import { asksForInherited, type GroupRun, policyNow, sizesLeft } from './group-run.ts'
import { halt } from './halt.ts'
import { readLaunchOutlook } from './launch-outlook.ts'
import { lookAgain } from './look-again.ts'
import { readLossReasons } from './lost-instances.ts'
import { finished, outcomeOf, unfinished } from './outcome.ts'
import { type RolloutRequest, RESTORE_SECONDS } from './ports.ts'
import { reportStep, reportWaiting } from './progress.ts'
import { withoutRefresh } from './refresh-look.ts'
import { joinRollback } from './rollback.ts'
import { saveAgain } from './save-again.ts'
import { transition } from './transition.ts'

/**
 * The state of a run after one step, and when to look again: soon where anything was done, shortly where AWS has accepted a change of the
 * group, at once where only the look was old.
 */
export interface Stepped {
  readonly run: GroupRun
  readonly next: NextLook
}

/** When the next look is worth its calls. */
export type NextLook = 'at once' | 'shortly' | 'soon' | 'when something is due'

const acted = (run: GroupRun): Stepped => ({ run, next: 'soon' })
const waiting = (run: GroupRun): Stepped => ({ run, next: 'when something is due' })
const ended = (run: GroupRun, outcome: GroupRun['outcome'] & object): Stepped =>
  acted(transition(run, { kind: 'ended', outcome }))

/**
 * Decides on the last observation of a group, and acts once, or in a chain of calls with clear answers. `peers` are all runs
 * of this controller.
 */
export async function step(request: RolloutRequest, observed: GroupRun, peers: Iterable<GroupRun>): Promise<Stepped> {
  const freshness = freshnessOf(observed.last, observed.pendingWrites)
  // No decision is made on what was before; what is awaited will show soon.
  if (freshness !== 'timely') return freshness === 'awaited' ? acted(observed) : waiting(observed)
  let run = asRemembered(observed)
  const loss = stateLoss(run.last, { remembered: run.memo, run: run.policy.run })
  if (loss !== undefined) {
    // Without its saved state the group could not be put back after a crash: this run still has it.
    run = transition(run, { kind: 'state-lost' })
    const again = saveAgain(request, run, loss)
    if (again !== undefined) return await change(request, run, again)
    if (run.restoringSince === undefined) return acted(halt(run, stateLost(run, loss)))
  }
  run = joinRollback(transition(run, { kind: 'confirmed' }), peers)
  const { at } = run.last
  if (run.restoringSince === undefined && at > request.deadline && !isLeftAtGate(run)) {
    const left = leaveAtDeadline(run.last, policyNow(run), run.state)
    return left === undefined ? acted(halt(run, outOfTime(run))) : await act(request, run, left)
  }
  if (run.restoringSince !== undefined && at > run.restoringSince + RESTORE_SECONDS) {
    const last = lastInTime(run)
    if (last !== undefined) return await change(request, run, last)
    return ended(run, unfinished(run, run.failure ?? { what: `${run.group} could not be put back in time.` }))
  }
  run = await readDesiredChanges(request, run)
  run = await readLaunchOutlook(request, run)
  const told = await readLossReasons(request, run)
  if (told === undefined) return waiting(run)
  run = remember(told)
  const intended = await withoutRefresh(request, run)
  return await act(request, intended.run, intended.action)
}

/** The run on what it remembers, where the tags stand as they did when AWS refused to have that written; whose lease it is they tell. */
function asRemembered(run: GroupRun): GroupRun {
  const { last, memo, written } = run
  const seen = last.memo
  if (memo === undefined || written === undefined || seen === undefined || !hasSameFacts(seen, written)) return run
  const { run: holder, url, heartbeatAt } = seen
  return transition(run, { kind: 'remembered', memo: { ...memo, run: holder, url, heartbeatAt }, notes: [] })
}

/** The run with what others have set, where AWS refuses to have that written. */
function remember(run: GroupRun): GroupRun {
  const { last, state } = run
  const kept = last.memo && unwritten(situationOf(last, { memo: last.memo, policy: policyNow(run), state }))
  return kept === undefined ? run : transition(run, { kind: 'remembered', ...kept })
}

/** Whether this run has ended at a gate already, and only has to be told so. */
const isLeftAtGate = ({ last: { memo }, policy }: GroupRun): boolean =>
  memo !== undefined && memo.run === policy.run && isGated(memo)

/**
 * Where the desired capacity is not what our decrement should have left, or an earlier process may have left it, or our raise
 * may have overwritten another, the activities tell which change is whose.
 */
async function readDesiredChanges({ port, signal }: RolloutRequest, run: GroupRun): Promise<GroupRun> {
  const { memo } = run.last
  if (memo === undefined || signal.aborted || !(asksForRequests(run) || asksForGrowth(run) || asksForInherited(run)))
    return run
  try {
    const changes = await port.desiredChanges(run.group, toldSince(run, memo))
    return transition(run, { kind: 'desired-changes-read', changes })
  } catch (error) {
    if (isFailure(error)) return run
    throw error
  }
}

/** Since when it matters what the activities tell: a raise alone is told by what began after it, the rest by the whole roll. */
function toldSince({ state: { raise, decrement, growth }, first, policy }: GroupRun, { startedAt }: Memo): number {
  const isRaiseAlone = decrement === undefined && growth === undefined && !hasEarlier({ first, policy })
  return isRaiseAlone && raise !== undefined ? Math.max(startedAt, raiseToldSince(raise)) : startedAt
}

/** Whether an earlier process may have set the size. */
const hasEarlier = ({ first, policy }: Pick<GroupRun, 'first' | 'policy'>): boolean =>
  first.memo !== undefined || policy.savedMemo !== undefined || policy.intent === 'restore'

const asksForRequests = ({ state: { decrement, raise }, last }: GroupRun): boolean =>
  (decrement !== undefined && decrement.requested === undefined) || (raise !== undefined && mayBeTold(raise, last))

/** Asked at each look until the activities tell what has raised the desired capacity. */
const asksForGrowth = ({ state: { growth } }: GroupRun): boolean => growth !== undefined && growth.wish === undefined

/** So long the processes may take to be handed back when the time for the rest is over. */
const HAND_BACK_SECONDS = 60

/**
 * When the time for putting back is over the sizes stay, but nothing else has to: the processes run again. Where they do already it is
 * written down once more which sizes stay: a later process would take them for some that were set since.
 */
function lastInTime(run: GroupRun): (Action & Change) | undefined {
  const { last, restoringSince = 0, refused, policy } = run
  const isTime = last.at <= restoringSince + RESTORE_SECONDS + HAND_BACK_SECONDS
  if (!isTime || last.memo?.run !== policy.run) return undefined
  return handBackProcesses(last, last.memo, refused, sizesLeft(run))
}

async function act(request: RolloutRequest, run: GroupRun, action: Action): Promise<Stepped> {
  switch (action.kind) {
    case 'wait':
      reportWaiting(request, run, action.reason)
      return waiting(transition(run, { kind: 'waited' }))
    case 'done':
      return ended(run, outcomeOf(run))
    case 'refuse':
      return ended(run, { ...finished(run), status: 'refused', failure: refusal(run, action) })
    case 'halt':
      return acted(await stop(request, run, action))
    case 'probe':
      return await followProbe(request, await probe(request, run, action.instances))
    default:
      switch (lookAgain(request, run, action)) {
        case 'incomplete': {
          const needs = askedAnewFor(action.kind)
          return {
            run: transition(run, { kind: 'look-incomplete', needs }),
            next: run.needs === needs ? 'soon' : 'at once',
          }
        }
        case 'outdated':
          return acted(transition(run, { kind: 'look-outdated' }))
        default:
          return await change(request, run, action)
      }
  }
}

/** Makes a change, and what follows from it. */
async function change(request: RolloutRequest, before: GroupRun, action: Action & Change): Promise<Stepped> {
  const { run: next, failed } = await send(request, before, action)
  if (failed !== undefined) return failed
  return action.kind === 'clear-state' ? ended(next, finished(next)) : await follow(request, next, action)
}

/** A change that was made, or the step that ends with it: where AWS gave no usable answer, that is no reason to look again soon. */
export async function send(
  request: RolloutRequest,
  before: GroupRun,
  action: Action & Change,
): Promise<{ readonly run: GroupRun; readonly failed?: Stepped }> {
  const run = transition(before, { kind: 'sent', change: action })
  try {
    await request.port.apply(run.group, action)
  } catch (error) {
    const failed = callFailed(request, run, { error, change: action })
    return { run: failed, failed: isUncertain(error) ? waiting(failed) : acted(failed) }
  }
  // A renewed lease is no step: it tells the reader nothing.
  if (action.kind !== 'renew-lease') reportStep(request, run, { change: action, reason: action.reason })
  // Accepted now, not when the group was looked at: a call that was repeated through an outage comes minutes later.
  const at = Math.max(run.last.at, request.clock.now() / 1000)
  return { run: transition(run, { kind: 'accepted', change: action, at }) }
}

/**
 * What follows from a change whose answer is clear, where it may be made on the same look. A lease that was taken from another
 * process is looked at first: whatever that one has done last shows with it.
 */
async function follow(request: RolloutRequest, run: GroupRun, made: Action & Change): Promise<Stepped> {
  const { followedBy }: Pick<ChangeKind<never>, 'followedBy'> = CHANGE_KINDS[made.kind]
  const isTaken = 'after' in made && made.after !== undefined
  // Another run may have written its state at the same moment: that has a little more time to show.
  const accepted: Stepped = CHANGE_KINDS[made.kind].subject === 'memo' ? acted(run) : { run, next: 'shortly' }
  if (followedBy.length === 0 || isTaken || request.signal.aborted) return accepted
  const { run: next, action } = await withoutRefresh(request, transition(run, { kind: 'followed', change: made }))
  return followedBy === 'anything' || followedBy.includes(action.kind) ? await act(request, next, action) : accepted
}

/** What follows from a probe is decided on the same look: one that fails again and again keeps nothing else from its turn. */
async function followProbe(request: RolloutRequest, run: GroupRun): Promise<Stepped> {
  if (run.restoringSince !== undefined || request.signal.aborted) return acted(run)
  const { run: next, action } = await withoutRefresh(request, run)
  return action.kind === 'probe' ? acted(next) : await act(request, next, action)
}

/** Tries instances; what cannot be tried at all ends the roll like any refusal. */
async function probe(request: RolloutRequest, run: GroupRun, instances: readonly string[]): Promise<GroupRun> {
  const { group, last } = run
  let probes: readonly ProbeOutcome[]
  try {
    probes =
      (await request.probe?.(instances)) ??
      instances.map((id) => ({ id, at: last.at, passed: true, reason: 'not tried' }))
  } catch (error) {
    // The loop's head ends it.
    if (error instanceof Cancelled) return run
    if (!(error instanceof UserError)) throw error
    return halt(run, {
      ...explanationOf(error),
      what: `The new instances of ${group} could not be tried. ${error.what}`,
    })
  }
  const next = transition(run, { kind: 'probed', probes })
  reportWaiting(request, next, probesText(next, probes))
  return next
}

/** How many of the new instances have passed by now: those that passed before are not tried again. */
function probesText(run: GroupRun, latest: readonly ProbeOutcome[]): string {
  const { current } = capacityOfGroup(run.last, policyNow(run))
  const tried = current.filter(({ lastProbe }) => lastProbe !== undefined)
  const passed = tried.filter(({ lastProbe }) => lastProbe?.passed).length
  const failed = latest.find((each) => !each.passed)
  return `the probe was passed by ${passed} of ${count(tried.length, 'new instance')}${failed ? `; ${failed.id}: ${failed.reason}` : ''}`
}
