import { explanationOf, UserError } from '../../errors.ts'
import type { ChangeKindName } from '../../domain/rollout/changes/changes.ts'
import { afterChange } from '../../domain/rollout/changes/changes.ts'
import { caughtUp } from '../../domain/rollout/expectations.ts'
import { nextAction } from '../../domain/rollout/rules.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import { unfinished } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import { reportStep } from './progress.ts'
import { transition } from './transition.ts'

/** More steps than these no group is from being put back. */
const LAST_STEPS = 6

/**
 * AWS refuses to show the group any more, as when a right is taken away: by what was last seen, a moment ago, the group
 * is put back without looking, as far as that is safe. The memo stays, for a run that can look again.
 */
export async function restoreUnobserved(request: RolloutRequest, blind: GroupRun, error: unknown): Promise<GroupRun> {
  const failure = blind.failure ?? explanationOf(error)
  // What was seen last was seen before the last change. No sizes: AWS may have launched since, and would choose by
  // itself which of them leaves.
  let run = withoutSight(blind, { last: caughtUp(blind.last, blind.pendingWrites), refused: ['resize'] })
  for (let step = 0; step < LAST_STEPS && error instanceof UserError && !request.signal.aborted; step++) {
    const change = nextAction(run.last, policyNow(run), run.state)
    if (change.kind !== 'terminate' && change.kind !== 'resume') break
    try {
      await request.port.apply(run.group, change)
    } catch {
      // What AWS refuses now is no news: the failure that is told is that nothing can be seen.
      run = withoutSight(run, { last: run.last, refused: [...run.refused, change.kind] })
      continue
    }
    reportStep(request, run, { change, reason: change.reason })
    run = transition(run, { kind: 'accepted', change, at: run.last.at })
    run = withoutSight(run, { last: afterChange(run.last, change), refused: run.refused })
  }
  return transition(run, { kind: 'ended', outcome: unfinished(run, failure) })
}

const withoutSight = (
  run: GroupRun,
  { last, refused }: { readonly last: GroupRun['last']; readonly refused: readonly ChangeKindName[] },
): GroupRun => transition(run, { kind: 'sight-lost', last, refused })
