/**
 * The loop that replaces a bastion: look, decide, act once, look again. It keeps nothing that safety needs; a run that
 * starts it anew goes on from what AWS shows.
 */
import { type Explanation, explanationOf, isUncertain, UserError } from '../../errors.ts'
import { type BastionObservation, successorOf } from '../../domain/bastion/bastion.ts'
import { tellLostAnswer } from './failure.ts'
import { ending } from './outcome.ts'
import { type BastionReplacement, BASTION_RESTORE_SECONDS, type BastionOutcome } from './ports.ts'
import { advance } from './advance.ts'
import { newRun, type BastionRun } from './progress.ts'

/** Between an act and the next look. */
const SETTLE_SECONDS = 1

/** Replaces a bastion, or takes back what was begun; an outcome in every case but that of a defect. */
export async function replaceBastion(request: BastionReplacement): Promise<BastionOutcome> {
  const { clock, signal } = request
  const track = newRun(request)
  while (track.outcome === undefined) {
    if (signal.aborted) return ending(track, 'unfinished', CANCELLED)
    const observation = await look(request, track)
    const acted = observation !== undefined && (await advance(request, track, observation))
    if (track.outcome !== undefined) break
    // An abort ends the sleep early; the loop's head sees it.
    await clock.sleep((acted ? SETTLE_SECONDS : request.pollSeconds()) * 1000, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
  return track.outcome
}

const CANCELLED: Explanation = {
  what: 'The run was cancelled.',
  remedy:
    'The post step puts the bastion back, at a terminal the command itself; the same mode again goes on, `mode: restore` takes back.',
}

/** Undefined when AWS did not answer, which is borne until the rollback has taken too long. */
async function look(request: BastionReplacement, track: BastionRun): Promise<BastionObservation | undefined> {
  const { port, clock, signal } = request
  const now = clock.now() / 1000
  try {
    const observation = await port.look(now)
    track.last = observation
    track.successor = successorOf(observation, { ...track.policy, wish: undefined }) ?? track.successor
    return observation
  } catch (error) {
    // The loop's head ends it.
    if (signal.aborted) return undefined
    if (!(error instanceof UserError) && !isUncertain(error)) throw error
    if (
      error instanceof UserError ||
      (track.backSince !== undefined && now > track.backSince + BASTION_RESTORE_SECONDS)
    ) {
      if (!track.changed) throw error
      track.outcome = ending(track, 'unfinished', explanationOf(error))
    } else tellLostAnswer(request, track, { message: error.message, at: now })
    return undefined
  }
}
