import { asSentence } from '../../text/sentence.ts'
import { Cancelled, type Explanation, explanationOf, isUncertain } from '../../errors.ts'
import { REGISTERING } from '../../domain/rollout/dark-launch.ts'
import { withoutSuperseded } from '../../domain/rollout/expectations.ts'
import { previousSourceOf } from '../../domain/rollout/previous-source.ts'
import { unfinished } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import { countsOf, type GroupRun } from './progress.ts'
import type { Action } from '../../domain/rollout/action.ts'
import type { Change } from '../../domain/rollout/changes/changes.ts'

/**
 * An answer that never came leaves open whether AWS acted: the next look tells. A refusal ends the roll; while a group is
 * put back it ends only what was refused, and the rest is put back all the same.
 */
export function callFailed(
  { report }: RolloutRequest,
  track: GroupRun,
  { error, change }: { readonly error: unknown; readonly change: Change },
): void {
  if (isUncertain(error)) {
    report({ kind: 'notice', group: track.group, message: `${error.message} Looking again.` })
    track.changed = true
    track.state = { ...track.state, desired: undefined }
    track.pendingWrites = withoutSuperseded(track.pendingWrites, change)
    // Where AWS did it, the next look shows this run's name, and nobody would know whose roll goes on.
    if (change.kind === 'renew-lease' && change.after !== undefined && change.after.run !== change.memo.run)
      track.state = { ...track.state, predecessor: change.after }
    if (change.kind === 'clear-state') track.memo = undefined
    return
  }
  // Nothing was sent; the loop's head ends what is open.
  if (error instanceof Cancelled) return
  const failure = explanationOf(error)
  if (track.restoringSince === undefined) {
    halt(track, failure)
    return
  }
  track.policy = { ...track.policy, refused: [...(track.policy.refused ?? []), change.kind] }
  // Without its name on the memo a run may put back all the same.
  if (change.kind === 'renew-lease') return
  track.notes = [...track.notes, sentences(failure)]
  track.failure ??= failure
}

/** Stops a roll for the reason that a rule gives; what follows depends on whether its new instances are to blame. */
export async function stop(
  request: RolloutRequest,
  track: GroupRun,
  action: Action & { kind: 'halt' },
): Promise<boolean> {
  const failure: Explanation = {
    what: `The roll of ${track.group} was halted.`,
    why: asSentence(action.reason),
    remedy: action.remedy,
  }
  const { onFailure, rollback } = track.policy
  if (action.blames === undefined || rollback !== undefined || onFailure === 'restore') return halt(track, failure)
  if (onFailure === 'hold') await pause(request, track, failure)
  else await startRollback(request, track, failure)
  return true
}

/** What stops a roll that is being taken back does not hide why it was. */
export function halt(track: GroupRun, failure: Explanation): true {
  if (track.failure !== undefined) track.notes = [...track.notes, sentences(failure)]
  track.failure ??= failure
  track.restoringSince = track.last.at
  track.policy = { ...track.policy, intent: 'restore' }
  return true
}

/** Changes nothing any more but the heartbeat: whoever comes next, the post step of this run excepted, need not wait. */
async function pause({ port, report }: RolloutRequest, track: GroupRun, failure: Explanation): Promise<void> {
  const { memo } = track.last
  let when = ''
  try {
    if (memo !== undefined) await port.apply(track.group, { kind: 'renew-lease', memo: { ...memo, heartbeatAt: 0 } })
  } catch (error) {
    report({ kind: 'warning', group: track.group, message: sentences(explanationOf(error)) })
    when = ' and five minutes have passed'
  }
  const remedy = `Everything is left as it is for inspection. When you have seen enough${when}, \`mode: restore\` puts the group back, and the same mode again rolls on. ${failure.remedy ?? ''}`
  track.outcome = { ...unfinished(track, { ...failure, remedy: remedy.trim() }), status: 'held' }
}

/** Puts the previous launch source back; from there the ordinary rules replace the new instances by old ones. */
async function startRollback(request: RolloutRequest, track: GroupRun, failure: Explanation): Promise<void> {
  const { last, first, group, policy } = track
  const previous = previousSourceOf(first) ?? previousSourceOf(last)
  if (previous === undefined) {
    track.notes = [
      ...track.notes,
      'The previous launch source stays unknown: no old instance tells what it was launched from.',
    ]
    halt(track, failure)
    return
  }
  const change: Change = { kind: 'set-launch-source', previous }
  try {
    await request.port.apply(group, change)
  } catch (error) {
    track.notes = [
      ...track.notes,
      `The previous launch source, ${previous.label}, ${isUncertain(error) ? 'may not have been' : 'was not'} put back. ${sentences(explanationOf(error))}`,
    ]
    track.changed = true
    halt(track, failure)
    return
  }
  const reason = 'new instances failed'
  const counts = countsOf(last, policy)
  request.report({ kind: 'step', at: last.at, group, change, counts, reason, dryRun: request.dryRun })
  track.changed = true
  track.failure = { ...failure, what: `The roll of ${group} was halted and is taken back to ${previous.label}.` }
  track.policy = { ...policy, rollback: { failed: last.source, since: last.at } }
  resuspend(track)
}

export const stateRemoved = ({ group }: GroupRun): Explanation => ({
  what: `The roll of ${group} was halted.`,
  why: 'Somebody removed the tags in which it is written how the group was before.',
  remedy:
    'The group is put back by what this run knows. Leave the tags `fleet-patch:*` to the action, then start again.',
})

export const outOfTime = ({ group }: GroupRun): Explanation => ({
  what: `The roll of ${group} was halted.`,
  why: 'The time given by `timeout` is over.',
  remedy: 'Start again: the roll goes on with the instances that are still old. More `surge` makes it faster.',
})

export const refusal = ({ group }: GroupRun, { reason, remedy }: Action & { kind: 'refuse' }): Explanation => ({
  what: `${group} was left alone.`,
  why: asSentence(reason),
  remedy,
})

/** Where a group shares a launch template with one that is taken back, its own source has gone back as well. */
export function joinRollback(track: GroupRun): void {
  const { last, group, policy } = track
  if (policy.onFailure !== 'rollback' || policy.rollback !== undefined || track.restoringSince !== undefined) return
  if (last.memo === undefined || last.memo.source === last.source.fingerprint) return
  const source = last.memo.source
  const peer = [...track.peers.values()].find((other) => other.policy.rollback?.failed.fingerprint === source)
  if (peer?.policy.rollback === undefined) return
  track.failure = {
    what: `The roll of ${group} was halted and is taken back with ${peer.group}.`,
    why: 'Both launch from the same template, and new instances of it failed there.',
    ...(peer.failure?.remedy !== undefined && { remedy: peer.failure.remedy }),
  }
  track.policy = { ...policy, rollback: { failed: peer.policy.rollback.failed, since: last.at } }
  resuspend(track)
}

/** A roll that had let the processes go in its last steps suspends them once more before it adds capacity again. */
function resuspend(track: GroupRun): void {
  const letGo = [...track.resumed].some((process) => process !== REGISTERING)
  if (letGo) track.state = { ...track.state, suspended: false }
  // What lets a dark half be reached stays ours.
  track.resumed = new Set([...track.resumed].filter((process) => process === REGISTERING))
}

export const sentences = ({ what, why, remedy }: Explanation): string =>
  [what, why, remedy].filter((part) => part !== undefined).join(' ')
