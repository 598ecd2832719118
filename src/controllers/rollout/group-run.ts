import type { Explanation } from '../../errors.ts'
import { type BootRecord, NOTHING_LEARNT } from '../../domain/rollout/boot-record.ts'
import type { ChangeKindName } from '../../domain/rollout/changes/changes.ts'
import type { PendingWrite } from '../../domain/rollout/expectations.ts'
import type { Fleet, Memo } from '../../domain/rollout/fleet.ts'
import type { AskedAnew } from '../../domain/rollout/freshness.ts'
import type { Policy } from '../../domain/rollout/policy.ts'
import { isStartingSlowly } from '../../domain/rollout/readiness-history.ts'
import { isBeingTakenBack } from '../../domain/rollout/taken-back.ts'
import { INITIAL_STATE, type RunState } from '../../domain/rollout/run-state.ts'
import type { UnansweredChange } from '../../domain/rollout/unanswered.ts'
import type { Outcome } from './ports.ts'

/**
 * The state of a run on one group, in one immutable value; only `transition` makes a new one. Times are seconds since
 * the Unix epoch.
 */
export interface GroupRun {
  readonly group: string
  /** What the user asked for; `policyNow` is what holds at this moment. */
  readonly policy: Policy
  /** The first observation, and the last one with what the run itself knows better. */
  readonly first: Fleet
  readonly last: Fleet
  /** What the rules need of what the run has learnt. */
  readonly state: RunState
  /** How long new instances have taken so far; it decides about the pace of looks alone. */
  readonly boots: BootRecord
  /** Changes that AWS has accepted a moment ago: a look may not show them yet, or not any more. */
  readonly pendingWrites: readonly PendingWrite[]
  /** Changes whose answer was lost a moment ago: a look may prove that AWS has carried them out. */
  readonly unanswered: readonly UnansweredChange[]
  /** The memo of this run as it was written last; undefined before it holds the lease, and once it has removed the memo. */
  readonly memo: Memo | undefined
  /** The memo that stands in the tags, where the run goes by a later one that AWS refuses to have written; undefined where it does not. */
  readonly written: Memo | undefined
  /** How often the tags of this run were seen to be removed or changed by others. */
  readonly losses: number
  readonly changed: boolean
  /** How many looks in a row were made anew because the last one was old when a change followed from it. */
  readonly freshLooks: number
  /** What the next look asks for anew, because the change that follows needs it so; undefined where it may keep what it can. */
  readonly needs: AskedAnew | undefined
  /** Processes that the run has resumed, or asked AWS to resume. */
  readonly resumed: ReadonlySet<string>
  /** Why the roll was stopped; undefined while it was not. */
  readonly failure: Explanation | undefined
  /** Since when the group is put back; undefined while it rolls. */
  readonly restoringSince: number | undefined
  /** While the group is put back: changes that AWS has refused. */
  readonly refused: readonly ChangeKindName[]
  /** While the roll is rolled back: the source that failed, and since when failures count. */
  readonly rollback: NonNullable<Policy['rollback']> | undefined
  /** What was kept because another process or an operator changed it; a sentence each. */
  readonly externalChanges: readonly string[]
  /** What else a person should know at the end; a sentence each. */
  readonly notes: readonly string[]
  readonly outcome: Outcome | undefined
}

/** The state of a run that has observed its group for the first time. */
export const newGroupRun = (fleet: Fleet, policy: Policy): GroupRun => ({
  group: fleet.group,
  policy,
  first: fleet,
  last: fleet,
  state: INITIAL_STATE,
  boots: NOTHING_LEARNT,
  pendingWrites: [],
  unanswered: [],
  memo: undefined,
  written: undefined,
  losses: 0,
  changed: false,
  freshLooks: 0,
  needs: undefined,
  resumed: new Set(),
  failure: isBeingTakenBack(fleet) && policy.intent === 'roll' ? takenBackBefore(fleet) : undefined,
  // The time that restoring may take begins with the first look.
  restoringSince: policy.intent === 'restore' ? fleet.at : undefined,
  refused: [],
  rollback: undefined,
  externalChanges: [],
  notes: [],
  outcome: undefined,
})

/** A run that goes on with a roll which an earlier one takes back has rolled nothing in the end. */
const takenBackBefore = ({ group, source }: Fleet): Explanation => ({
  what: `The roll of ${group} is taken back to ${source.label}.`,
  why: 'The run before this one had stopped it and begun to take it back, and ended before it was through.',
  remedy: 'Look at why that run has stopped it, then start again.',
})

/** The policy as the rules see it at this moment: a roll that was stopped restores, and knows what AWS has refused. */
export const policyNow = ({ policy, restoringSince, refused, rollback }: GroupRun): Policy => ({
  ...policy,
  ...(restoringSince !== undefined && { intent: 'restore' }),
  ...(refused.length > 0 && { refused }),
  ...(rollback !== undefined && { rollback }),
})

/**
 * The sizes that the run has left: what the group shows instead was set by others since. Before its first change of sizes they are the
 * saved ones. Undefined where AWS has not answered the last change, or it is not known what an earlier run has left.
 */
export function sizesLeft({ state, memo, last }: GroupRun): Memo['handedSizes'] {
  const { desired, max, hasOwnSizes } = state
  if (desired !== undefined) return { desired, max: max ?? last.sizes.max }
  const saved = hasOwnSizes === true ? (memo ?? last.memo)?.sizes : undefined
  return saved && { desired: saved.desired, max: saved.max }
}

/** Whether the activities are asked what the process before has left: once, when this one holds the lease and that changes nothing any more. */
export function asksForInherited({ policy, first, state, refused }: GroupRun): boolean {
  const hasEarlier = first.memo !== undefined || policy.intent === 'restore'
  const isHeld = state.leaseClaimed || refused.includes('renew-lease')
  const isKnown = state.inherited !== undefined && state.sizesFromActivities !== undefined
  return hasEarlier && isHeld && state.desired === undefined && !isKnown
}

/**
 * What the next look must hold as it is then: every part where the last one has kept what is needed, where what is new bakes or starts
 * slowly without a break, or where a roll that is rolled back waits for another launch source. Undefined where it may keep what it can.
 */
export const askedAnew = ({ needs, state, rollback, last }: GroupRun): AskedAnew | undefined =>
  state.baking !== undefined || rollback !== undefined || last.instances.some((each) => isStartingSlowly(each, last))
    ? 'every part'
    : needs
