/** What a run knows once the activities of its group were read. Pure. */
import { firstTarget, situationOf } from '../../domain/rollout/budget.ts'
import { CROSSING_SECONDS, loweredFrom, requestsAround, resumedFrom } from '../../domain/rollout/crossed-wish.ts'
import type { DesiredChange, Memo } from '../../domain/rollout/fleet.ts'
import { inheritedWish, type InheritedWish } from '../../domain/rollout/inherited-wish.ts'
import { adoptedInRoom } from '../../domain/rollout/late-schedule.ts'
import { toldOf } from '../../domain/rollout/overwritten-wish.ts'
import { toldGrowth } from '../../domain/rollout/policy-growth.ts'
import type { RunState } from '../../domain/rollout/run-state.ts'
import { sizesFromActivities } from '../../domain/rollout/sizes-from-activities.ts'
import { asksForInherited, type GroupRun, policyNow } from './group-run.ts'

/** From here on the activities from before tell nothing of what the group shows. */
export const OUTDATED: Pick<RunState, 'sizesFromActivities'> = { sizesFromActivities: { last: undefined } }

/** What others have asked for around our own decrement, and what the process before this one has left. */
export function desiredChangesRead(run: GroupRun, changes: readonly DesiredChange[]): GroupRun {
  const { last, state } = run
  const { decrement, inherited, raise } = state
  const heartbeatAt = earlierHeartbeat(run)
  const before =
    last.memo && heartbeatAt !== undefined
      ? { memo: last.memo, heartbeatAt, firstTarget: firstTargetOf(run, last.memo) }
      : undefined
  const known = inherited ?? { wish: before && inheritedWish(last, changes, before) }
  return {
    ...run,
    state: {
      ...state,
      ...(decrement && {
        decrement: {
          ...decrement,
          requested: requestsAround(changes, decrement),
          loweredFrom: loweredFrom(changes, decrement),
          resumedFrom: resumedFrom(changes, decrement, last.sizes.desired),
        },
      }),
      ...(raise && toldOf(raise, changes, last)),
      ...growthRead(run, changes),
      inherited: known,
      ...(asksForInherited(run) && state.sizesFromActivities === undefined && setBefore(run, { changes, ...known })),
    },
  }
}

/** To which desired capacity this process raises first; a restore raises to none. */
const firstTargetOf = (run: GroupRun, memo: Memo): number | undefined => {
  const { last, state } = run
  const policy = policyNow(run)
  return policy.intent === 'roll' ? firstTarget(situationOf(last, { memo, policy, state })) : undefined
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

interface Told {
  readonly changes: readonly DesiredChange[]
  /** The wish that the run before has crossed or overwritten. */
  readonly wish: InheritedWish | undefined
}

/** What others have set while no run was at work; what the run before has left of their wish they have not. */
const setBefore = (run: GroupRun, { changes, wish }: Told): Pick<RunState, 'sizesFromActivities'> => {
  const { memo } = run.last
  if (memo === undefined || wish !== undefined) return OUTDATED
  return { sizesFromActivities: { last: sizesFromActivities(changes, { memo, heartbeatAt: lastHeartbeat(run) }) } }
}

/**
 * When the process before was last alive; undefined where there was none. What the runner has kept is not renewed with the lease: where
 * the tags are gone or are of another roll, that process may have made its last change right before this one has begun.
 */
export function earlierHeartbeat({
  first,
  last,
  policy: { savedMemo },
}: Pick<GroupRun, 'first' | 'last' | 'policy'>): number | undefined {
  const isKeptByRunner = savedMemo !== undefined && first.memo?.startedAt !== last.memo?.startedAt
  return isKeptByRunner
    ? Math.max(savedMemo.heartbeatAt, first.at - CROSSING_SECONDS)
    : (first.memo ?? savedMemo)?.heartbeatAt
}

/** When the run before was last alive, as its tags say; 0 where they are not there, or are of another roll: others can write them. */
const lastHeartbeat = ({ first, last }: GroupRun): number =>
  first.memo?.startedAt === last.memo?.startedAt ? (first.memo?.heartbeatAt ?? 0) : 0
