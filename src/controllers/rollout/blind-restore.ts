import { explanationOf, UserError } from '../../errors.ts'
import { caughtUp } from '../../domain/rollout/expectations.ts'
import { nextAction } from '../../domain/rollout/rules.ts'
import { unfinished } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import { countsOf, type GroupRun } from './progress.ts'
import { afterChange } from '../../domain/rollout/changes/changes.ts'

/** More steps than these no group is from being put back. */
const LAST_STEPS = 6

/**
 * AWS refuses to show the group any more, as when a right is taken away: by what was last seen, a moment ago, the group
 * is put back without looking, as far as that is safe. The memo stays, for whoever can see.
 */
export async function restoreUnobserved(request: RolloutRequest, track: GroupRun, error: unknown): Promise<void> {
  const failure = track.failure ?? explanationOf(error)
  // No sizes: AWS may have launched since, and would choose by itself who of them leaves.
  track.policy = { ...track.policy, intent: 'restore', refused: ['resize'] }
  // What was seen last was seen before the last change.
  track.last = caughtUp(track.last, track.pendingWrites)
  for (let step = 0; step < LAST_STEPS && error instanceof UserError && !request.signal.aborted; step++) {
    const action = nextAction(track.last, track.policy, track.state)
    if (action.kind !== 'terminate' && action.kind !== 'resume') break
    try {
      await request.port.apply(track.group, action)
    } catch {
      // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
      track.policy = { ...track.policy, refused: [...(track.policy.refused ?? []), action.kind] }
      continue
    }
    const { group, last } = track
    const counts = countsOf(last, track.policy)
    request.report({
      kind: 'step',
      at: last.at,
      group,
      change: action,
      counts,
      reason: action.reason,
      dryRun: request.dryRun,
    })
    track.changed = true
    track.last = afterChange(last, action)
  }
  track.outcome = unfinished(track, failure)
}
