/** What a run knows after one more look at its group. Pure. */
import { observeAlarms, watchingNow } from '../../domain/rollout/alarms.ts'
import { learnBoots } from '../../domain/rollout/boot-record.ts'
import { situationOf } from '../../domain/rollout/budget.ts'
import { type Decrement, openDecrement } from '../../domain/rollout/crossed-wish.ts'
import { hasDarkHalf, observeDark } from '../../domain/rollout/dark-launch.ts'
import { stillRecent } from '../../domain/rollout/expectations.ts'
import { FIRST_SECONDS, isHeldByRun } from '../../domain/rollout/first-look.ts'
import type { Fleet, Memo } from '../../domain/rollout/fleet.ts'
import { observeGate } from '../../domain/rollout/gates.ts'
import { observeGrowth } from '../../domain/rollout/policy-growth.ts'
import { withHistory } from '../../domain/rollout/readiness-history.ts'
import { hasSameFacts } from '../../domain/rollout/remembered-state.ts'
import { externalChanges } from '../../domain/rollout/restore.ts'
import { observe, type RunState } from '../../domain/rollout/run-state.ts'
import { provenTerminations, stillUnproven } from '../../domain/rollout/unanswered.ts'
import { sizesText } from '../../domain/rollout/wording.ts'
import { earlierHeartbeat, OUTDATED } from './after-activities.ts'
import { type GroupRun, policyNow } from './group-run.ts'

/** The run after one more look. */
export function observed(run: GroupRun, seen: Fleet): GroupRun {
  const policy = policyNow(run)
  const fleet = withHistory(run.last, seen)
  const watch = watchingNow({ fleet, policy })
  const state = {
    ...observe(run.state, { before: run.last, now: fleet, policy }),
    ...(watch && { alarms: observeAlarms(run.state.alarms, fleet, watch) }),
  }
  const { memo } = fleet
  const situation = memo && situationOf(fleet, { memo, policy, state })
  const decrement = openDecrement(state.decrement, fleet)
  // A group that others have emptied has nothing in the dark, and stands at its gates all the same.
  const isDark = situation !== undefined && hasDarkHalf(situation.memo) && situation.capacity.current.length > 0
  const baking = situation && (isDark ? observeDark(situation) : observeGate(run.last, situation))
  return {
    ...run,
    state: {
      ...state,
      decrement,
      ...(decrement === undefined && state.decrement !== undefined && namedBy(state.decrement, state)),
      growth: observeGrowth(run.last, fleet, { ...state, earlierAt: earlierHeartbeat({ ...run, last: fleet }) }),
      ...(hasSavedSizes(run, fleet) && OUTDATED),
      ...((baking ?? state.baking) && { baking }),
    },
    last: fleet,
    boots: learnBoots(run.boots, { before: run.last, now: fleet, since: run.first.at }),
    memo: rememberedAt(run, fleet),
    pendingWrites: stillRecent([...run.pendingWrites, ...provenTerminations(run.unanswered, fleet)], fleet),
    unanswered: stillUnproven(run.unanswered, fleet),
  }
}

/** A decrement that a look shows was carried out, also where its answer was lost: its instances are named from then on. */
const namedBy = ({ instances }: Decrement, { named = [] }: RunState): Pick<RunState, 'named'> => ({
  named: [...named, ...instances.filter((id) => !named.includes(id))],
})

/** Whether a look shows that this process has saved other sizes to put back. */
const hasSavedSizes = ({ state, last }: GroupRun, { memo }: Fleet): boolean =>
  state.leaseClaimed &&
  last.memo !== undefined &&
  memo !== undefined &&
  sizesText(memo.sizes) !== sizesText(last.memo.sizes)

/** What the run has written last: also what it has written without an answer, once a look shows it. */
function rememberedAt({ memo, unanswered }: GroupRun, { memo: seen }: Fleet): Memo | undefined {
  if (seen === undefined) return memo
  const isOurs = unanswered.some(({ change }) => change.kind === 'save-state' && hasSameFacts(change.memo, seen))
  return isOurs ? seen : memo
}

/** Changes by others are noticed by comparing what AWS shows with what the run's own last change left. */
export function confirmed(run: GroupRun): GroupRun {
  const { last, state, resumed } = run
  const { memo, suspended } = last
  if (memo === undefined) return run
  const kept = externalChanges(last, memo, {
    heldSuspended: state.suspended ? memo.suspends.filter((process) => !resumed.has(process)) : [],
    suspendedBefore: run.policy.intent === 'roll' ? suspendedAtStart(run.first) : undefined,
  })
  const isOurs = memo.run === run.policy.run
  return {
    ...run,
    externalChanges: kept,
    // What is seen before this process has claimed the lease may be gone already.
    memo: isOurs && state.leaseClaimed ? memo : run.memo,
    state: isOurs
      ? {
          ...state,
          suspended: state.suspended || isHeld(memo, suspended),
          heldSeen: state.heldSeen || memo.suspends.some((process) => suspended.includes(process)),
          hasOwnSizes: isHeldByAnother(run, memo) ? undefined : state.hasOwnSizes,
        }
      : state,
  }
}

/** Whether all that the memo suspends is seen suspended; a memo that suspends nothing shows nothing. */
const isHeld = ({ suspends }: Memo, suspended: readonly string[]): boolean =>
  suspends.length > 0 && suspends.every((process) => suspended.includes(process))

/** Whether a run that began at the same moment holds the processes: it may have set the sizes as well. */
const isHeldByAnother = ({ last, state }: GroupRun, memo: Memo): boolean =>
  state.hasSuspended !== true && last.at - memo.startedAt < FIRST_SECONDS && isHeldByRun(last, memo)

/** What was suspended at the first look, by a run that this one takes over as well. */
const suspendedAtStart = ({ suspended, memo }: Fleet): readonly string[] => [...suspended, ...(memo?.suspends ?? [])]
