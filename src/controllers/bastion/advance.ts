import type { Explanation } from '../../errors.ts'
import type { BastionObservation } from '../../domain/bastion/bastion.ts'
import { isBastionChangeVisible } from '../../domain/bastion/forecast.ts'
import { nextBastionStep } from '../../domain/bastion/rules.ts'
import { probeSsh } from './probe-ssh.ts'
import { change } from './change.ts'
import { failureAt, haltBastion } from './failure.ts'
import { done, ending } from './outcome.ts'
import { type BastionReplacement, BASTION_RESTORE_SECONDS } from './ports.ts'
import type { BastionRun } from './progress.ts'

/** How long an accepted change may stay invisible before a decision is made all the same. */
const LAG_SECONDS = 60

/** Decides and acts once; true when anything was done, so that the next look comes soon. */
export async function advance(
  request: BastionReplacement,
  track: BastionRun,
  observation: BastionObservation,
): Promise<boolean> {
  if (!track.unseen || isBastionChangeVisible(observation, track.unseen.change, track.unseen.made))
    track.unseen = undefined
  else if (observation.at - track.unseen.since < LAG_SECONDS) return true
  track.unseen = undefined
  if (track.policy.intent === 'replace' && observation.at > request.deadline)
    return haltBastion(request, track, 'start', LATE)
  if (track.backSince !== undefined && observation.at > track.backSince + BASTION_RESTORE_SECONDS) {
    track.outcome = ending(track, 'unfinished', track.failure ?? TOO_LONG)
    return true
  }
  const step = nextBastionStep(observation, track.policy, track.state)
  switch (step.kind) {
    case 'wait':
      request.tell({ kind: 'waiting', at: observation.at, reason: step.reason })
      return false
    case 'done':
      if (observation.at < track.startedAt + request.patienceSeconds) {
        request.tell({ kind: 'waiting', at: observation.at, reason: 'EC2 may show a new instance late' })
        return false
      }
      track.outcome = done(track)
      return true
    case 'halt':
      return haltBastion(request, track, step.stage, step)
    case 'stuck':
      track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, step))
      return true
    case 'probe':
      return await probeSsh(request, track, { step, at: observation.at })
    default:
      await change(request, track, { step, at: observation.at })
      return true
  }
}

const LATE = {
  reason: 'the time given by `timeout` is over',
  remedy: 'Raise `timeout`, or lower `keep-old-minutes`, and run the step again.',
}

const TOO_LONG: Explanation = { what: 'The bastion could not be put back in time.' }
