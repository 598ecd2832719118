/**
 * The loop: look at all groups, decide for each, act once, look again. It keeps nothing that safety needs; whoever
 * starts it anew goes on from what AWS shows.
 */
import { type Explanation, explanationOf, isUncertain, UserError } from '../../errors.ts'
import { quickestStart, secondsToNextReady } from '../../domain/rollout/boot-estimate.ts'
import { type Outcome, unfinished } from './outcome.ts'
import { type Observation, type RolloutRequest, RESTORE_SECONDS } from './ports.ts'
import { step } from './step.ts'
import { track, type GroupRun } from './progress.ts'
import { restoreUnobserved } from './blind-restore.ts'

/** Between an act and the next look: AWS shows most of what it accepted by then. */
const SETTLE_SECONDS = 1
/** Changes under way at once: Auto Scaling has one rate limit for the whole account. */
const PARALLEL = 5

/**
 * Rolls or restores all groups side by side and gives an outcome for each, in the order asked. Throws what ended the
 * first look, a cancellation included: then nothing is known of any group.
 */
export async function runRollout(request: RolloutRequest): Promise<readonly Outcome[]> {
  const { clock, signal } = request
  const tracks = new Map<string, GroupRun>()
  const unreported = new Set(request.groups)
  const admitted = new Set<string>()
  const reported = new Set<GroupRun>()
  const open = (): string[] => [...unreported].filter((group) => tracks.get(group)?.outcome === undefined)
  let quickest: number | undefined
  let first: Observation | undefined
  while (open().length > 0 && !signal.aborted) {
    admit(open(), admitted, request.width?.() ?? Infinity)
    // The first look is at all of them: what makes the exercise impossible must be known before anything is changed.
    const seen = await look(request, first ? open().filter((group) => admitted.has(group)) : open(), tracks)
    if (seen && !first) await request.preflight?.(seen.fleets)
    first ??= seen
    const acted = seen && (await advance(request, seen, { tracks, unreported, admitted }))
    for (const track of tracks.values())
      if (track.outcome !== undefined && !reported.has(track)) {
        reported.add(track)
        request.ended(track.outcome)
      }
    if (open().length === 0) break
    const fleets = open().flatMap((group) => (admitted.has(group) ? (tracks.get(group)?.last ?? []) : []))
    quickest = quickestStart(fleets, first?.fleets[0]?.at ?? Infinity) ?? quickest
    const seconds = acted ? SETTLE_SECONDS : request.pollSeconds(secondsToNextReady(fleets, quickest))
    // An abort ends the sleep early; the loop's head sees it.
    await clock.sleep(seconds * 1000, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  if (tracks.size === 0) signal.throwIfAborted()
  return request.groups.flatMap((group) => {
    const track = tracks.get(group)
    if (track === undefined) return []
    if (track.outcome === undefined) request.ended((track.outcome = unfinished(track, CANCELLED)))
    return [track.outcome]
  })
}

/** Lets in as many groups as there is room for beside those that are on their way, in the order asked. */
function admit(open: readonly string[], admitted: Set<string>, width: number): void {
  let room = width - open.filter((group) => admitted.has(group)).length
  for (const group of open)
    if (room > 0 && !admitted.has(group)) {
      admitted.add(group)
      room--
    }
}

const CANCELLED: Explanation = {
  what: 'The run was cancelled.',
  remedy: 'The post step puts the groups back; `mode: restore` does the same at any time.',
}

/** One shared look; undefined when AWS did not answer, which is borne until the deadline. */
async function look(
  request: RolloutRequest,
  groups: readonly string[],
  tracks: ReadonlyMap<string, GroupRun>,
): Promise<Observation | undefined> {
  const { port, clock, report, deadline } = request
  const now = clock.now() / 1000
  try {
    return await port.look(groups, now)
  } catch (error) {
    // What is known of the groups stays known: the loop's head ends them.
    if (request.signal.aborted && tracks.size > 0) return undefined
    const followed = [...tracks.values()].filter((track) => track.outcome === undefined)
    const hopeless = !isUncertain(error) || now > deadline + RESTORE_SECONDS
    if (hopeless && !followed.some((track) => track.changed)) throw error
    if (hopeless) for (const track of followed) await restoreUnobserved(request, track, error)
    else report({ kind: 'warning', message: `AWS did not answer: ${String(error)}. Looking again.` })
    return undefined
  }
}

/** Decides and acts once for each group; true when anything was done, so that the next look comes soon. */
async function advance(
  request: RolloutRequest,
  seen: Observation,
  {
    tracks,
    unreported,
    admitted,
  }: { tracks: Map<string, GroupRun>; unreported: Set<string>; admitted: ReadonlySet<string> },
): Promise<boolean> {
  let acted = false
  const lost = [...seen.gone.map((group) => ({ group, problem: goneFrom(group) })), ...seen.unreadable]
  for (const { group, problem } of lost)
    if (request.onUnknownGroup === 'tell' && !tracks.has(group)) {
      request.report({ kind: 'warning', group, message: problem.message })
      unreported.delete(group)
    } else lose(tracks.get(group), problem)
  const queue = seen.fleets.map((fleet) => track(request, fleet, tracks)).filter(({ group }) => admitted.has(group))
  const worker = async (): Promise<void> => {
    for (let track = queue.shift(); track !== undefined && !request.signal.aborted; track = queue.shift())
      if (await step(request, track)) acted = true
  }
  // All must have ended before an error leaves: a change under way must not outlive the loop.
  const settled = await Promise.allSettled(Array.from({ length: PARALLEL }, worker))
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return acted
}

const goneFrom = (group: string): UserError =>
  new UserError({ what: `The Auto Scaling group ${group} does not exist.`, remedy: 'Check its name and its region.' })

/** A group that cannot be looked at ends there; where that is known before anything began, it ends the run. */
function lose(track: GroupRun | undefined, problem: UserError): void {
  if (track === undefined) throw problem
  track.outcome ??= unfinished(track, explanationOf(problem))
}
