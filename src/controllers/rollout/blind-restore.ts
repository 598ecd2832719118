import type { Explanation } from '../../errors.ts'
import { afterChange } from '../../domain/rollout/changes/changes.ts'
import { caughtUp } from '../../domain/rollout/expectations.ts'
import { handBackUnseen } from '../../domain/rollout/restore.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import { unfinished } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import { reportStep } from './progress.ts'
import { transition } from './transition.ts'

/**
 * AWS refuses to show the group any more, as when a permission is taken away. While it is not known which instances
 * serve, none is terminated and no size is lowered: what did not serve at the last look may serve now. Only the
 * processes that the run suspended are resumed. The memo stays, for a run that can look again.
 */
export async function restoreUnobserved(
  request: RolloutRequest,
  blind: GroupRun,
  failure: Explanation,
): Promise<GroupRun> {
  // What was seen last was seen before the last change.
  const last = caughtUp(blind.last, blind.pendingWrites)
  const run = transition(blind, { kind: 'sight-lost', last, refused: ['resize', 'terminate'] })
  const ended = (ending: GroupRun): GroupRun =>
    transition(ending, { kind: 'ended', outcome: unfinished(ending, failure) })
  // What this run has not changed is not its to put back.
  if (!blind.changed) return ended(run)
  let current = run
  for (let step = 0; step < HAND_BACK_STEPS && !request.signal.aborted; step++) {
    const change = handBackUnseen(current.last, policyNow(current), current.refused)
    if (change === undefined) break
    const sent = transition(current, { kind: 'sent', change })
    try {
      await request.port.apply(run.group, change)
    } catch {
      // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
      return ended(sent)
    }
    reportStep(request, sent, { change, reason: change.reason })
    const accepted = transition(sent, { kind: 'accepted', change, at: last.at })
    current = transition(accepted, {
      kind: 'sight-lost',
      last: afterChange(sent.last, change),
      refused: run.refused,
    })
  }
  return ended(current)
}

/** The processes are resumed, and then the saved state says so: the sizes are left to a run that can look. */
const HAND_BACK_STEPS = 2
