import { Cancelled, explanationOf, isUncertain, UserError } from '../../errors.ts'
import { withRegistration } from '../../domain/rollout/dark-launch.ts'
import { stillRecent, freshnessOf, withChange } from '../../domain/rollout/expectations.ts'
import { nextAction } from '../../domain/rollout/rules.ts'
import { callFailed, halt, joinRollback, outOfTime, refusal, stateRemoved, stop } from './failure.ts'
import { outcomeOf, finished, unfinished } from './outcome.ts'
import { type RolloutRequest, RESTORE_SECONDS } from './ports.ts'
import { countsOf, noteExternalChanges, reportWaiting, type GroupRun } from './progress.ts'
import type { Action } from '../../domain/rollout/action.ts'
import type { Change } from '../../domain/rollout/changes/changes.ts'
import type { ProbeOutcome } from '../../domain/rollout/probe.ts'
import { afterChange } from '../../domain/rollout/changes/changes.ts'

export async function step(request: RolloutRequest, track: GroupRun): Promise<boolean> {
  track.pendingWrites = stillRecent(track.pendingWrites, track.last)
  const timeliness = freshnessOf(track.last, track.pendingWrites)
  // No decision is made on what was before; what is awaited will show soon.
  if (timeliness !== 'timely') return timeliness === 'awaited'
  if (track.last.memo === undefined && track.memo !== undefined) {
    // Without its facts nobody could put the group back: this run still has them.
    track.last = { ...track.last, memo: track.memo }
    if (track.restoringSince === undefined) return halt(track, stateRemoved(track))
  }
  const { last: fleet } = track
  noteExternalChanges(track)
  joinRollback(track)
  if (track.restoringSince === undefined && track.policy.intent === 'roll' && fleet.at > request.deadline)
    return halt(track, outOfTime(track))
  if (track.restoringSince !== undefined && fleet.at > track.restoringSince + RESTORE_SECONDS) {
    track.outcome = unfinished(track, track.failure ?? { what: `${track.group} could not be put back in time.` })
    return true
  }
  const action = nextAction(fleet, track.policy, track.state)
  switch (action.kind) {
    case 'wait':
      reportWaiting(request, track, action.reason)
      return false
    case 'done':
      track.outcome = outcomeOf(track)
      return true
    case 'refuse':
      track.outcome = { ...finished(track), status: 'refused', failure: refusal(track, action) }
      return true
    case 'halt':
      return stop(request, track, action)
    case 'probe':
      await probe(request, track, action.instances)
      return true
    default:
      if (needsFreshLook(request, track, action)) return true
      return await change(request, track, action)
  }
}

/** So long after a look somebody else may have set the sizes, and others may have fallen sick. */
const OLD_SECONDS = 15
const TAKES: readonly Action['kind'][] = ['resize', 'terminate', 'terminate-warm']

/** Whether AWS took so long to answer that what takes something away, or is written over, must be seen once more. */
function needsFreshLook({ clock }: RolloutRequest, track: GroupRun, { kind }: Action): boolean {
  const isOld = TAKES.includes(kind) && clock.now() / 1000 - track.last.at > OLD_SECONDS
  // Where every look takes so long, nothing younger is to be had.
  track.needsFreshLook = isOld && !track.needsFreshLook
  return track.needsFreshLook
}

/** Makes a change; false where AWS gave no usable answer, which is no reason to look again soon. */
async function change(request: RolloutRequest, track: GroupRun, action: Action & Change): Promise<boolean> {
  const { last: fleet } = track
  // Before it is known whether AWS did it: from here on nobody can tell who resumed what.
  if (action.kind === 'resume') track.resumed = new Set([...track.resumed, ...action.processes])
  try {
    await request.port.apply(track.group, action)
  } catch (error) {
    callFailed(request, track, { error, change: action })
    return !isUncertain(error)
  }
  // A sign of life is no step: nobody has to know.
  if (action.kind !== 'renew-lease')
    request.report({
      kind: 'step',
      at: fleet.at,
      group: track.group,
      change: action,
      counts: countsOf(fleet, track.policy),
      reason: action.reason,
      dryRun: request.dryRun,
    })
  track.changed ||= action.kind !== 'clear-state' && action.kind !== 'renew-lease'
  if (action.kind === 'clear-state') {
    track.last = afterChange(fleet, action)
    track.outcome = finished(track)
    return true
  }
  if (action.kind === 'register') track.state = withRegistration(track.state, action, fleet.at)
  if (action.kind === 'terminate-warm')
    track.state = { ...track.state, discarded: [...track.state.discarded, ...action.instances] }
  if (action.kind === 'renew-lease' && action.after !== undefined)
    track.state = {
      ...track.state,
      leaseClaimed: true,
      ...(action.after.run !== action.memo.run && { predecessor: action.after }),
    }
  if (action.kind === 'save-state') track.state = { ...track.state, leaseClaimed: true, predecessor: undefined }
  // Accepted now, not when the group was looked at: a call that was repeated through an outage comes minutes later.
  track.pendingWrites = withChange(track.pendingWrites, action, {
    ...fleet,
    at: Math.max(fleet.at, request.clock.now() / 1000),
  })
  const { desired } = afterChange(fleet, action).sizes
  if (action.kind === 'resize' || action.kind === 'terminate') track.state = { ...track.state, desired }
  const wished = action.kind === 'save-state' && fleet.memo !== undefined ? action.memo.sizes.desired : undefined
  if (wished !== undefined && wished !== fleet.memo?.sizes.desired)
    track.notes = [
      ...track.notes,
      `The desired capacity was changed from ${fleet.memo?.sizes.desired} to ${wished} by somebody else: kept.`,
    ]
  // Adopted: from here on the new wish is what we left.
  if (action.kind === 'save-state') track.state = { ...track.state, desired: track.state.desired && desired }
  return true
}

/** Tries instances; what cannot be tried at all ends the roll like any refusal. */
async function probe(request: RolloutRequest, track: GroupRun, instances: readonly string[]): Promise<void> {
  const { group, last, policy } = track
  const { at } = last
  let probed: readonly ProbeOutcome[]
  try {
    probed =
      (await request.probe?.(instances)) ?? instances.map((id) => ({ id, at, passed: true, reason: 'not tried' }))
  } catch (error) {
    // The loop's head ends it.
    if (error instanceof Cancelled) return
    if (!(error instanceof UserError)) throw error
    halt(track, { ...explanationOf(error), what: `The dark half of ${group} could not be tried. ${error.what}` })
    return
  }
  const probes = new Map([...(track.state.probes ?? []), ...probed.map((each) => [each.id, each] as const)])
  track.state = { ...track.state, probes }
  const failed = probed.find(({ passed }) => !passed)
  const passed = probed.filter((each) => each.passed).length
  const reason = `${passed} of ${probed.length} ${probed.length === 1 ? 'probe' : 'probes'} passed${failed ? `; ${failed.id}: ${failed.reason}` : ''}`
  const counts = countsOf(last, policy)
  request.report({ kind: 'waiting', at, group, counts, reason, ...request.outlook(group) })
}
