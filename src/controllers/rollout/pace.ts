import { secondsToNextLook } from '../../domain/rollout/boot-estimate.ts'
import { awaitsLaunch, situationOf } from '../../domain/rollout/budget.ts'
import { type GroupRun, policyNow } from './group-run.ts'
import type { NextLook } from './step.ts'

/** Seconds between two looks at a group of which it is not known what comes when. */
const CALM_SECONDS = 5

/** When each group is worth the next look, in seconds since the Unix epoch; a group that is not named yet is due. */
export type DueTimes = Map<string, number>

/** A scheduled action has been carried out so long after it fell due. */
const CARRIED_OUT_SECONDS = 2

/** When nothing before can show what this group waits for, or what a scheduled action does to it. */
export function nextDue(run: GroupRun): number {
  const { boots, last, first, policy, state } = run
  const quiet = secondsToNextLook(boots, last, {
    since: first.at,
    warmupSeconds: Math.max(policy.warmupSeconds, last.slowStartSeconds ?? 0),
    outstandingSince: state.outstandingSince,
    launchDecides: () => isLaunchDecisive(run),
  })
  const scheduled = (last.dueActions ?? []).map(({ at }) => at + CARRIED_OUT_SECONDS).filter((at) => at > last.at)
  const calm = state.growth === undefined ? (quiet ?? CALM_SECONDS) : Math.min(quiet ?? CALM_SECONDS, CALM_SECONDS)
  return Math.min(last.at + calm, ...scheduled)
}

/** Whether one may leave as soon as it is seen where AWS has launched. */
function isLaunchDecisive(run: GroupRun): boolean {
  const { last, state, outcome, restoringSince } = run
  const { memo } = last
  if (memo === undefined || outcome !== undefined || restoringSince !== undefined) return false
  return awaitsLaunch(situationOf(last, { memo, policy: policyNow(run), state }))
}

/** Between an act and the next look: AWS shows most of what it accepted by then. */
const SETTLE_SECONDS = 1

/** Between a change of a group that AWS has accepted and the next look at it: what does not show yet is looked for once more. */
const SHORT_SECONDS = 0.5

/** So long after a step the next look comes, unless it is to come at once, or when something is due; of several groups the looks are shared. */
export const settleSeconds = (next: 'shortly' | 'soon', groups: number): number =>
  next === 'shortly' && groups === 1 ? SHORT_SECONDS : SETTLE_SECONDS

/** How a step has ended, in seconds since the Unix epoch. */
export interface SteppedAt {
  readonly next: NextLook
  /** Since when the group was due before the step; undefined where that is not known. */
  readonly since: number | undefined
  readonly now: number
  /** Of the time for rolling. */
  readonly deadline: number
  /** How many groups the run works on. */
  readonly groups: number
}

/**
 * When to look at a group again after a step. The end of the time for rolling is not slept through. What only needs another look keeps
 * its place among the groups that wait for one.
 */
export function lookAfter(run: GroupRun, { next, since, now, deadline, groups }: SteppedAt): number {
  if (next === 'soon' || next === 'shortly') return now + settleSeconds(next, groups)
  if (next === 'at once') return Math.min(now, since ?? now)
  const due = nextDue(run)
  return now <= deadline && due > deadline ? deadline + SETTLE_SECONDS : due
}

/** Several groups are looked at together, at moments so many seconds apart: they share the calls of a look. */
const SHARED_SECONDS = 2

/** Seconds until these groups are worth a look; 0 where one is overdue, undefined without any. */
export function secondsUntilDue(due: DueTimes, groups: readonly string[], now: number): number | undefined {
  if (groups.length === 0) return undefined
  const first = groups.reduce((least, group) => Math.min(least, due.get(group) ?? now), Infinity)
  if (first <= now) return 0
  return (groups.length === 1 ? first : Math.ceil(first / SHARED_SECONDS) * SHARED_SECONDS) - now
}

/** What falls due so shortly after is looked at with what is due: groups share the calls of a look. */
const TOGETHER_SECONDS = 0.5

/**
 * The groups that are due, with those that are nearly; where none is, those that are due first. Of more than `most` those that
 * have waited longest.
 */
export function dueGroups(
  due: DueTimes,
  groups: readonly string[],
  { now, most }: { readonly now: number; readonly most: number },
): readonly string[] {
  const until = now + (secondsUntilDue(due, groups, now) ?? 0) + TOGETHER_SECONDS
  const found = groups.filter((group) => (due.get(group) ?? now) <= until)
  if (found.length <= most) return found
  return found.toSorted((a, b) => (due.get(a) ?? now) - (due.get(b) ?? now)).slice(0, most)
}

/** As many groups are looked at together as can be worked on while what was seen is young. */
const YOUNG_SECONDS = 10
/**
 * The most groups in one look, and the least however slow AWS is. More would spare no call: AWS tells of up to a hundred groups in one
 * answer. And where all are quiet for a time a share that grows is not held back before there is much to ask of each.
 */
export const MOST_SHARE = 100
const LEAST_SHARE = 10

/** How many groups the next look may take, when this one and what followed from it took so many seconds. */
export function nextShare(
  share: number,
  { looked, seconds }: { readonly looked: number; readonly seconds: number },
): number {
  if (seconds > YOUNG_SECONDS)
    return Math.max(LEAST_SHARE, Math.min(share, Math.floor((looked * YOUNG_SECONDS) / seconds)))
  return looked >= share && seconds < YOUNG_SECONDS / 2 ? Math.min(MOST_SHARE, Math.ceil(share * 1.5)) : share
}
