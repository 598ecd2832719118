/**
 * Scheduled actions that fall due while a run has suspended `ScheduledActions`: AWS drops them, so the run carries them out
 * in its place. Pure. https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html
 */
import type { Action } from './action.ts'
import type { Situation } from './budget.ts'
import type { DueAction, Fleet, Memo, Sizes } from './fleet.ts'
import { type KeptSizes, keptInDoubt, leftOutText, withKept } from './late-schedule.ts'
import { withWish } from './memo-bounds.ts'
import type { RunState } from './run-state.ts'
import { highestMin, maxIsOurs, minIsOurs, minWithoutRoll } from './raised-sizes.ts'
import { SCHEDULING } from './restore.ts'
import { momentText, sizesText } from './wording.ts'

/** The sizes after an action, as AWS sets them; undefined where it would leave the group alone, since they do not fit. */
export function afterAction(sizes: Sizes, { sizes: wished }: Pick<DueAction, 'sizes'>): Sizes | undefined {
  const { min = sizes.min, max = sizes.max } = wished
  if (max < min || (wished.desired !== undefined && (wished.desired < min || wished.desired > max))) return undefined
  return { min, max, desired: wished.desired ?? Math.min(max, Math.max(min, sizes.desired)) }
}

/** Whether the run keeps AWS from carrying scheduled actions out at this moment. */
const isHeld = ({ suspended }: Pick<Fleet, 'suspended'>, { suspends }: Pick<Memo, 'suspends'>): boolean =>
  suspends.includes(SCHEDULING) && suspended.includes(SCHEDULING)

/** What has fallen due since the run began, or since it last carried something out, in that order. */
export const fallenDue = (
  { dueActions = [], at }: Fleet,
  { startedAt, scheduledUntil = startedAt }: Memo,
): readonly DueAction[] =>
  dueActions.filter((each) => each.at > scheduledUntil && each.at <= at).toSorted((a, b) => a.at - b.at)

/**
 * What AWS has dropped, since the run had suspended it. Of a run that has let the processes run again without putting the
 * sizes back, that is what fell due before, and what AWS has done since belongs to the order.
 */
export function missed(fleet: Fleet, memo: Memo): readonly DueAction[] {
  const due = fallenDue(fleet, memo)
  if (isHeld(fleet, memo)) return due
  const { handedBackAt = -Infinity } = memo
  if (!due.some(({ at }) => at <= handedBackAt)) return []
  return fleet.suspended.includes(SCHEDULING) ? due.filter(({ at }) => at <= handedBackAt) : due
}

/** The sizes as they would be without the roll, and after what fell due. */
export function sizesAfter(
  due: readonly DueAction[],
  fleet: Fleet,
  memo: Memo,
): Readonly<Record<'before' | 'wished', Sizes>> {
  const before = {
    min: minWithoutRoll(fleet, memo),
    desired: memo.sizes.desired,
    max: maxIsOurs(fleet, memo) ? memo.sizes.max : fleet.sizes.max,
  }
  return { before, wished: due.reduce<Sizes>((sizes, each) => afterAction(sizes, each) ?? sizes, before) }
}

/**
 * Whether a size is where the run sets it for what fell due, and it does not know what it has set: the answer to that may have been
 * lost, and the size is no one's from outside the run. An action that does not fit sets nothing.
 */
export function isSetForDue(bound: keyof Sizes, { fleet, memo, state }: Situation): boolean {
  const due = missed(fleet, memo)
  const { before, wished } = sizesAfter(due, fleet, memo)
  const sets = fitting(due, before).some(({ sizes }) => bound === 'desired' || sizes[bound] !== undefined)
  return state[bound] === undefined && sets && wished[bound] === fleet.sizes[bound]
}

/** Those of these actions, one after the other, that AWS would carry out. */
const fitting = (due: readonly DueAction[], before: Sizes): readonly DueAction[] =>
  due.reduce<{ readonly sizes: Sizes; readonly fit: readonly DueAction[] }>(
    ({ sizes, fit }, each) => {
      const after = afterAction(sizes, each)
      return after === undefined ? { sizes, fit } : { sizes: after, fit: [...fit, each] }
    },
    { sizes: before, fit: [] },
  ).fit

/**
 * Carries out what fell due: the sizes of the group at once, as far as the roll leaves room, and then the saved state, with
 * the moment up to which that is done. A run that dies in between is followed by one that does both again.
 */
export function carryOutScheduled({ fleet, memo, policy, state }: Situation): Action | undefined {
  const due = missed(fleet, withHandBack(memo, state))
  if (due.length === 0 || policy.refused?.includes('resize') === true) return undefined
  const { before, wished: asked } = sizesAfter(due, fleet, memo)
  const kept = keptInDoubt(due, { fleet, memo, state, before, wished: asked })
  const wished = withKept(asked, kept)
  const desired = Math.max(fleet.sizes.desired, wished.desired)
  const now = { min: Math.max(wished.min, heldMin(fleet, memo, { desired, wished })), max: wished.max, desired }
  const sizes = changesOf(fleet.sizes, { ...now, max: Math.max(keptMax(fleet, memo, wished), now.desired) })
  const names = due.map(({ name, at }) => `${name} (due ${momentText(at)})`).join(', ')
  const reason = `due while ${SCHEDULING} is suspended: ${names}`
  if (Object.keys(sizes).length > 0) return { kind: 'resize', sizes, reason }
  const carriedOut = { ...memo, scheduledUntil: Math.floor(fleet.at) }
  return {
    kind: 'save-state',
    memo: withWish({ fleet, memo: carriedOut, policy }, wished),
    notes: due.map((each) => carriedOutText(each, before, kept)),
    reason,
  }
}

/**
 * The saved state as it should say when the processes ran again, which this process knows before that is written down, and alone where AWS
 * refuses it: what fell due before goes on to count as dropped.
 */
export const withHandBack = (memo: Memo, { letRunAt }: Pick<RunState, 'letRunAt'>): Memo =>
  letRunAt === undefined ? memo : { ...memo, handedBackAt: Math.ceil(letRunAt) }

/**
 * The minimum that stays held until the sizes are put back. Where policies stay alive what is desired beyond the wish is held too, or
 * it would pass for growth that they have asked for, and come back as the wish.
 */
function heldMin(
  fleet: Fleet,
  memo: Memo,
  { desired, wished }: { readonly desired: number; readonly wished: Sizes },
): number {
  const held = minIsOurs(fleet, memo) ? fleet.sizes.min : 0
  const isBeyond = memo.follows === true && desired > wished.desired
  return isBeyond ? Math.max(held, Math.min(desired, highestMin(memo))) : held
}

/** While the roll has raised the maximum it stays, until the sizes are put back. */
const keptMax = (fleet: Fleet, memo: Memo, wished: Sizes): number =>
  maxIsOurs(fleet, memo) && wished.max === memo.sizes.max ? fleet.sizes.max : wished.max

function carriedOutText(due: DueAction, before: Sizes, kept: KeptSizes): string {
  const what = `The scheduled action ${due.name} fell due at ${momentText(due.at)} while this run had suspended ${SCHEDULING}`
  if (afterAction(before, due) === undefined)
    return `${what}, and does not fit the sizes of the group: ${sizesText(due.sizes)} was left out, as AWS would.`
  return `${what}: ${leftOutText(due, kept, before) ?? `carried out by the run (${sizesText(due.sizes)}).`}`
}

function changesOf(sizes: Sizes, wished: Sizes): Partial<Sizes> {
  return {
    ...(wished.min !== sizes.min && { min: wished.min }),
    ...(wished.max !== sizes.max && { max: wished.max }),
    ...(wished.desired !== sizes.desired && { desired: wished.desired }),
  }
}

/** So long after its time AWS carries an action out at the latest. */
export const LATE_SECONDS = 120

/**
 * Before a run suspends: an action whose time has passed, and that the group does not show, AWS may yet carry out. It would drop it
 * where it finds the process suspended by then, and nothing would know that it did.
 */
export function awaitLateAction({ dueActions = [], sizes, suspended, at }: Fleet): Action | undefined {
  const last = dueActions.findLast((each) => each.at <= at && at - each.at < LATE_SECONDS)
  if (last === undefined || suspended.includes(SCHEDULING)) return undefined
  const shown = afterAction(sizes, last)
  if (shown === undefined || sizesText(shown) === sizesText(sizes)) return undefined
  return {
    kind: 'wait',
    reason: `the scheduled action ${last.name} fell due at ${momentText(last.at)}, and AWS may yet carry it out`,
  }
}

/** One that falls due so soon is waited for before the processes run again: neither AWS nor the run must miss it. */
const SOON_SECONDS = 30

/** Before a run ends: an action that falls due within moments is carried out first. */
export function awaitScheduled({ fleet, memo }: Situation): Action | undefined {
  if (!isHeld(fleet, memo)) return undefined
  const next = fleet.dueActions?.find(({ at }) => at > fleet.at && at - fleet.at <= SOON_SECONDS)
  return next && { kind: 'wait', reason: `the scheduled action ${next.name} falls due at ${momentText(next.at)}` }
}
