import { type Explanation, isUncertain } from '../../errors.ts'
import type { Action } from '../../domain/rollout/action.ts'
import { afterChange, type Change, type ChangeKindName, setsSizes } from '../../domain/rollout/changes/changes.ts'
import { caughtUp, freshnessOf } from '../../domain/rollout/expectations.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { stateLoss } from '../../domain/rollout/remembered-state.ts'
import { handBackUnseen } from '../../domain/rollout/restore.ts'
import { type GroupRun, policyNow, sizesLeft } from './group-run.ts'
import { unfinished } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import { reportStep } from './progress.ts'
import { saveAgain } from './save-again.ts'
import { transition } from './transition.ts'

/** What is not changed unseen. */
const UNSEEN: readonly ChangeKindName[] = ['resize', 'terminate']

/**
 * AWS refuses to show all of the group, as when a permission is taken away. While it is not known which instances
 * serve, none is terminated and no size is lowered: what did not serve at the last look may serve now. Only the
 * processes that the run suspended are resumed. The memo stays, for a run that can look again; where its tags were
 * removed or changed meanwhile, it is written once more before anything else.
 */
export async function restoreUnobserved(
  request: RolloutRequest,
  blind: GroupRun,
  failure: Explanation,
): Promise<GroupRun> {
  const ended = (ending: GroupRun): GroupRun =>
    transition(ending, { kind: 'ended', outcome: unfinished(ending, failure) })
  // What this run has not changed is not its to put back.
  if (!blind.changed) return ended(unseen(blind, lastKnown(request, blind)))
  const run = unseen(blind, await known(request, blind))
  const loss = stateLoss(run.last, { remembered: run.memo, run: run.policy.run })
  const left = sizesLeft({ ...blind, last: lastKnown(request, blind) })
  let current = loss === undefined ? run : transition(run, { kind: 'state-lost' })
  const again = loss && saveAgain(request, current, loss)
  if (again !== undefined) {
    const saved = await changeUnseen(request, current, again)
    if (saved.answer === 'lost') return ended(saved.run)
    current = saved.run
  }
  for (let step = 0; step < HAND_BACK_STEPS && !request.signal.aborted; step++) {
    const change = handBackUnseen(current.last, policyNow(current), current.refused, left)
    if (change === undefined) break
    const handed = await changeUnseen(request, current, change)
    // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
    if (handed.answer !== 'accepted') return ended(handed.run)
    current = handed.run
  }
  return ended(current)
}

/** The processes are resumed, and then the saved state says so: the sizes are left to a run that can look. */
const HAND_BACK_STEPS = 2

const unseen = (run: GroupRun, last: Fleet, refused: readonly ChangeKindName[] = UNSEEN): GroupRun =>
  transition(run, { kind: 'sight-lost', last, refused })

/** What was seen last was seen before the last change; which sizes one without an answer has left is not known. */
const lastKnown = ({ clock }: RolloutRequest, { last, pendingWrites, unanswered }: GroupRun): Fleet => ({
  ...caughtUp(last, pendingWrites),
  at: Math.max(last.at, clock.now() / 1000),
  ...(unanswered.some(({ change }) => setsSizes(change)) && { unknown: ['group'] }),
})

/**
 * What is known of the group: what it shows alone, with its tags, or else what was seen last. A look that lags behind tells of
 * tags all the same, also the last one where there is no other: to write those again that are there changes nothing.
 */
async function known(request: RolloutRequest, run: GroupRun): Promise<Fleet> {
  const last = lastKnown(request, run)
  const seen = await lookAlone(request, run)
  if (seen !== undefined && freshnessOf(seen, run.pendingWrites) === 'timely') return seen
  const tags = seen ?? (hasFallenBehind(run) ? run.last : undefined)
  return run.memo === undefined || tags === undefined
    ? last
    : { ...last, memo: tags.memo, ...(tags.unreadableTags && { unreadableTags: true }) }
}

/** Whether the last look does not show any more what an earlier one did. */
const hasFallenBehind = ({ last, pendingWrites }: GroupRun): boolean => freshnessOf(last, pendingWrites) === 'behind'

/** The group with its tags, which may still be shown where something else is not; undefined where it is not shown either. */
async function lookAlone({ port, clock }: RolloutRequest, { group }: GroupRun): Promise<Fleet | undefined> {
  try {
    const { fleets, unreadable } = await port.look([group], clock.now() / 1000, 'the group alone')
    return fleets[0] ?? unreadable[0]?.untagged
  } catch {
    return undefined
  }
}

/** Makes a change of which no look will tell, and gives the state after it. */
async function changeUnseen(
  request: RolloutRequest,
  run: GroupRun,
  change: Action & Change,
): Promise<{ readonly run: GroupRun; readonly answer: 'accepted' | 'refused' | 'lost' }> {
  const sent = transition(run, { kind: 'sent', change })
  try {
    await request.port.apply(run.group, change)
  } catch (error) {
    if (isUncertain(error)) return { run: sent, answer: 'lost' }
    return { run: unseen(sent, sent.last, [...run.refused, change.kind]), answer: 'refused' }
  }
  reportStep(request, sent, { change, reason: change.reason })
  // The look before may have taken long: until the answer AWS has dropped what fell due.
  const at = Math.max(run.last.at, request.clock.now() / 1000)
  const accepted = transition(sent, { kind: 'accepted', change, at })
  return { run: unseen(accepted, { ...afterChange(sent.last, change), at }, run.refused), answer: 'accepted' }
}
