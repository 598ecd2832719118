import type { Action } from '../../domain/rollout/action.ts'
import { CHANGE_KINDS, type Change } from '../../domain/rollout/changes/changes.ts'
import { staleFor } from '../../domain/rollout/freshness.ts'
import type { GroupRun } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'

/** So long after a look another process may have set the sizes, and other instances may have fallen sick. */
const OLD_SECONDS = 15
/** So often in a row it is seen once more: one that AWS did not answer in time says nothing of the next. */
const FRESH_LOOKS = 3

/** Why the group is looked at once more before a change is made; undefined where the last look does for it. */
export function lookAgain(
  request: Pick<RolloutRequest, 'clock'>,
  run: GroupRun,
  action: Action,
): 'incomplete' | 'outdated' | undefined {
  if (!isChange(action)) return undefined
  if (staleFor(action.kind, run.last).length > 0) return 'incomplete'
  return isLookOutdated(request, run, action) ? 'outdated' : undefined
}

const isChange = (action: Action): action is Action & Change => action.kind in CHANGE_KINDS

/** Whether AWS took so long to answer that what takes something away, or is written over, must be seen once more. */
const isLookOutdated = (
  { clock }: Pick<RolloutRequest, 'clock'>,
  { last, freshLooks }: GroupRun,
  { kind }: Change,
): boolean =>
  // Where several looks in a row take so long, nothing younger is to be had.
  CHANGE_KINDS[kind].needsRecentLook && clock.now() / 1000 - last.at > OLD_SECONDS && freshLooks < FRESH_LOOKS
