/**
 * The loop: look at all groups, decide for each, act once, look again. It keeps nothing that safety needs; a run that
 * starts anew goes on from what AWS shows.
 */
import { Cancelled, type Explanation, explanationOf, isUncertain, UserError } from '../../errors.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import type { AskedAnew } from '../../domain/rollout/freshness.ts'
import { carriedOut } from '../../domain/rollout/unanswered.ts'
import type { Engine } from '../engine.ts'
import { admit } from './admit.ts'
import { restoreUnobserved } from './blind-restore.ts'
import { askedAnew, type GroupRun } from './group-run.ts'
import { halt, sentences } from './halt.ts'
import { type Loop, newLoop, openIn } from './loop.ts'
import { memoLeft } from './memo-left.ts'
import { endWaiting, missedTurn } from './missed-turns.ts'
import { unfinished } from './outcome.ts'
import {
  type LookNeed,
  type Observation,
  type UnreadableGroup,
  type RolloutRequest,
  RESTORE_SECONDS,
  type Outcome,
} from './ports.ts'
import { dueGroups, lookAfter, nextShare, secondsUntilDue, settleSeconds } from './pace.ts'
import { readPastLaunches } from './past-launches.ts'
import { reportObserved, reportStep } from './progress.ts'
import { type NextLook, step } from './step.ts'
import { renewTogether } from './renew-together.ts'
import { begunRun, isInTurns, noteSeen, takeTurn } from './take-turn.ts'
import { transition } from './transition.ts'
import { isShownAsBefore, withoutDoubt } from './without-doubt.ts'

/** After a look that AWS did not answer, or that has left a group out. */
const UNANSWERED_SECONDS = 5
/** Groups that are worked on at once. How fast their calls leave is no matter of it; what waits may leave in one call. */
const PARALLEL = 20

/**
 * Rolls or restores all groups side by side and gives an outcome for each, in the order asked. Throws what ended the
 * first look, a cancellation included: then nothing is known of any group.
 */
export async function runRollout(request: RolloutRequest): Promise<readonly Outcome[]> {
  const { clock, signal } = request
  const loop = newLoop(request.groups, clock.now() / 1000)
  const { runs, admitted } = loop
  let isSeen = false
  while (openIn(loop).length > 0 && !signal.aborted) {
    let until: number | undefined
    if (!isInTurns(request)) admit(loop, { width: request.width?.() ?? Infinity, now: clock.now() / 1000 })
    else if (isSeen) until = await takeTurn(request, loop)
    // The first look is at all of them: what makes the request impossible must be known before anything is changed.
    const lookedAt = clock.now() / 1000
    const asked: readonly string[] = isSeen
      ? dueGroups(loop.nextLookAt, workedOn(loop), { now: lookedAt, most: loop.share })
      : openIn(loop)
    const looked: Observation | undefined = asked.length === 0 ? undefined : await look(request, asked, loop)
    const seen: Observation | undefined =
      looked && withoutDoubt(looked, loop, { request, isFirst: !isSeen, now: clock.now() / 1000 })
    const isFirst: boolean = seen !== undefined && !isSeen
    if (seen && isFirst) await request.preflight?.(seen)
    for (const group of asked)
      if (admitted.has(group)) {
        loop.dueSince.set(group, Math.min(lookedAt, loop.nextLookAt.get(group) ?? lookedAt))
        loop.nextLookAt.set(group, clock.now() / 1000 + UNANSWERED_SECONDS)
      }
    const next = seen === undefined ? 'when something is due' : await advance(request, seen, loop)
    if (isSeen) loop.share = nextShare(loop.share, { looked: asked.length, seconds: clock.now() / 1000 - lookedAt })
    isSeen ||= isFirst
    const hasEnded = reportEnded(request, loop)
    if (openIn(loop).length === 0) break
    // Whose turn is next is known as soon as others have ended, and at the beginning of all.
    if (next === 'at once' || (isInTurns(request) && (isFirst || hasEnded))) continue
    const due = secondsUntilDue(loop.nextLookAt, workedOn(loop), clock.now() / 1000)
    const settle = next === 'when something is due' ? undefined : settleSeconds(next, request.groups.length)
    const seconds = settle === undefined ? secondsToLook(request, due, until) : Math.min(settle, due ?? settle)
    // An abort ends the sleep early; the loop's head sees it.
    await clock.sleep(seconds * 1000, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  if (runs.size === 0) signal.throwIfAborted()
  if (isInTurns(request)) endWaiting(loop, missedTurn({ why: CANCELLED.what, cause: CANCELLED.cause }))
  for (const run of runs.values())
    if (run.outcome === undefined)
      runs.set(run.group, transition(run, { kind: 'ended', outcome: unfinished(run, CANCELLED) }))
  reportEnded(request, loop)
  return request.groups.flatMap((group) => runs.get(group)?.outcome ?? [])
}

/** Reports each group that has ended, once; whether there was one. */
function reportEnded({ ended, clock, port }: RolloutRequest, { runs, endedAt }: Loop): boolean {
  const before = endedAt.size
  for (const run of runs.values()) {
    const { group, outcome } = run
    if (outcome === undefined || endedAt.has(group)) continue
    endedAt.set(group, clock.now() / 1000)
    const memo = memoLeft(run)
    if (memo !== undefined) port.keepMemo?.(group, memo)
    ended(outcome)
  }
  return endedAt.size > before
}

/** Seconds to the next look. Where no group is worked on only alarms are asked, if there are any, until the next turn. */
function secondsToLook(
  { pollSeconds, clock, turns }: RolloutRequest,
  due: number | undefined,
  until: number | undefined,
): number {
  if (until === undefined || due !== undefined) return pollSeconds(due)
  const left = until - clock.now() / 1000
  return turns?.alarms === undefined ? left : Math.min(left, pollSeconds(left))
}

runRollout satisfies Engine

/** Groups that have begun and not ended. */
const workedOn = (loop: Loop): readonly string[] => openIn(loop).filter((group) => loop.admitted.has(group))

const CANCELLED: Explanation = {
  what: 'The run was cancelled.',
  cause: new Cancelled(),
  remedy:
    'The post step puts the groups back, at a terminal the command itself; `mode: restore` does the same at any time.',
}

/** One shared look; undefined when AWS did not answer, which is borne until the deadline. */
async function look(request: RolloutRequest, groups: readonly string[], loop: Loop): Promise<Observation | undefined> {
  const { clock, deadline } = request
  const { runs, admitted } = loop
  const now = clock.now() / 1000
  try {
    return await lookAtAll(request, groups, { loop, now })
  } catch (error) {
    // What is known of the groups stays known: the loop's head ends them.
    if (request.signal.aborted && runs.size > 0) return undefined
    const followed = [...runs.values()].filter(
      ({ group, outcome }) => outcome === undefined && (request.turns === undefined || admitted.has(group)),
    )
    if (runs.size === 0 && error instanceof UserError) await request.preflight?.(error)
    const hopeless = !isUncertain(error) || now > deadline + RESTORE_SECONDS
    // What another group has come to must be told, though nothing of those that are left was changed.
    const isBegun =
      [...runs.values()].some(({ changed }) => changed) || (request.turns !== undefined && admitted.size > 0)
    if (hopeless && !isBegun) throw error
    if (hopeless) {
      await inParallel(followed, async (run) => {
        const failure = run.failure ?? explanationOf(error)
        runs.set(run.group, await restoreUnobserved(request, run, failure))
      })
      endWaiting(loop, missedTurn({ why: sentences(explanationOf(error)) }))
    } else tellUnanswered(request, loop, { message: `${explanationOf(error).what} Looking again.`, now })
    return undefined
  }
}

/** Between two lines of the log on looks that AWS does not answer. */
const TELL_AGAIN_SECONDS = 60

/** One annotation, then a line a minute: an outage of an hour would fill the log. */
function tellUnanswered(
  { report }: RolloutRequest,
  loop: Loop,
  { message, now }: { readonly message: string; readonly now: number },
): void {
  const { unansweredToldAt: toldAt } = loop
  if (toldAt !== undefined && now - toldAt < TELL_AGAIN_SECONDS) return
  report({ kind: toldAt === undefined ? 'warning' : 'info', message })
  loop.unansweredToldAt = now
}

/** Groups that are put back need less than those that roll. */
async function lookAtAll(
  { port, need = 'every part', sourcesBefore }: RolloutRequest,
  groups: readonly string[],
  { loop: { runs, beginning }, now }: { readonly loop: Loop; readonly now: number },
): Promise<Observation> {
  const needOf = (group: string): LookNeed => (runs.get(group)?.restoringSince === undefined ? need : 'the group alone')
  // What was seen before the turn of a group has come, or before it shows what was patched, is not kept.
  const fresh = new Map<string, AskedAnew>()
  for (const run of runs.values()) {
    const anew = askedAnew(run)
    if (anew !== undefined) fresh.set(run.group, anew)
  }
  for (const group of [...beginning.keys(), ...(runs.size === 0 ? (sourcesBefore?.keys() ?? []) : [])])
    fresh.set(group, 'every part')
  const remembered = new Map([...runs.values()].flatMap(({ group, memo }) => (memo ? [[group, memo] as const] : [])))
  const looks = await Promise.all(
    [...Map.groupBy(groups, needOf)].map(([needed, names]) => port.look(names, now, needed, fresh, remembered)),
  )
  return {
    fleets: looks.flatMap(({ fleets }) => fleets),
    gone: looks.flatMap(({ gone }) => gone),
    unreadable: looks.flatMap(({ unreadable }) => unreadable),
  }
}

/** Decides and acts once for each group; says when the next look is due for the first of them. */
async function advance(request: RolloutRequest, seen: Observation, loop: Loop): Promise<NextLook> {
  const { runs, unreported, admitted, beginning } = loop
  const { clock, deadline } = request
  if (isInTurns(request)) noteSeen(request, seen, loop)
  const next = new Set<NextLook>()
  const gone = seen.gone.map((group) => ({ group, problem: goneFrom(group), exists: 'no' as const }))
  // A run that knows what it has written needs no tags to go on, nor does a post step that its runner tells.
  const isRemembered = ({ group, untagged }: UnreadableGroup): boolean =>
    untagged !== undefined && (runs.get(group)?.memo ?? request.policyFor(untagged).savedMemo) !== undefined
  const unreadable = seen.unreadable
    .filter((each) => !isRemembered(each))
    .map((each) => ({ ...each, exists: 'yes' as const }))
  for (const { group, problem, exists } of [...gone, ...unreadable])
    if (request.onUnknownGroup === 'tell' && !runs.has(group)) {
      request.report({ kind: 'warning', group, message: problem.message })
      unreported.delete(group)
    } else runs.set(group, await lose(request, runs.get(group), { problem, exists }))
  const remembered = seen.unreadable.filter(isRemembered).flatMap(({ untagged }) => untagged ?? [])
  const observed = [...seen.fleets, ...remembered]
    .map((fleet) => observeGroup(request, loop, fleet))
    .filter(({ group, outcome }) => admitted.has(group) && !beginning.has(group) && outcome === undefined)
  const lookedAt = await renewTogether(request, observed)
  await inParallel(lookedAt, async ({ run, stepped: ended }) => {
    if (request.signal.aborted && ended === undefined) {
      runs.set(run.group, run)
      return
    }
    const stepped = ended ?? (await step(request, run, runs.values()))
    const mayWait = stepped.next === 'when something is due'
    const paced = mayWait ? await readPastLaunches(request, stepped.run) : stepped.run
    runs.set(run.group, paced)
    const since = loop.dueSince.get(run.group)
    const at = lookAfter(paced, {
      next: stepped.next,
      since,
      now: clock.now() / 1000,
      deadline,
      groups: request.groups.length,
    })
    loop.nextLookAt.set(run.group, at)
    next.add(stepped.next)
  })
  return SOONEST_FIRST.find((each) => next.has(each)) ?? 'when something is due'
}

const SOONEST_FIRST: readonly NextLook[] = ['at once', 'shortly', 'soon', 'when something is due']

/** Works on a few groups at a time. All have ended before an error leaves: a change under way must not outlive the loop. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  const settled = await Promise.allSettled(Array.from({ length: PARALLEL }, worker))
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

/** The state of the group's run after one more look. */
function observeGroup(request: RolloutRequest, loop: Loop, fleet: Fleet): GroupRun {
  const { runs, beginning } = loop
  const seen = runs.get(fleet.group)
  if (seen !== undefined && isShownAsBefore(request, loop, fleet)) return seen
  const known = beginning.delete(fleet.group) ? undefined : seen
  const before = known ?? begunRun(request, loop, fleet)
  const run = before.outcome === undefined ? transition(before, { kind: 'observed', fleet }) : before
  runs.set(run.group, run)
  reportObserved(request, run)
  for (const change of carriedOut(before.unanswered, fleet))
    reportStep(request, run, { change, reason: 'AWS has carried it out, though its answer was lost' })
  return run
}

const goneFrom = (group: string): UserError =>
  new UserError({ what: `The Auto Scaling group ${group} does not exist.`, remedy: 'Check its name and its region.' })

/**
 * A group that cannot be looked at ends there, put back as far as is safe unseen; where that is known before anything
 * began, it ends the run.
 */
async function lose(
  request: RolloutRequest,
  run: GroupRun | undefined,
  { problem, exists }: { readonly problem: UserError; readonly exists: 'yes' | 'no' },
): Promise<GroupRun> {
  if (run === undefined) throw problem
  if (run.outcome !== undefined) return run
  const failure = explanationOf(problem)
  if (run.changed && exists === 'yes') {
    // Less than to roll is needed to put back: the group and its saved state may be all that is left.
    if (run.restoringSince === undefined) return halt(run, failure)
    return await restoreUnobserved(request, run, failure)
  }
  return transition(run, { kind: 'ended', outcome: unfinished(run, failure) })
}
