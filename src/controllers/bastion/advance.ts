import type { Explanation } from '../../errors.ts'
import type { BastionWorld } from '../../domain/bastion/bastion.ts'
import { reflects } from '../../domain/bastion/forecast.ts'
import { nextStep } from '../../domain/bastion/rules.ts'
import { ask } from './probe-ssh.ts'
import { change } from './change.ts'
import { failureAt, halt } from './failure.ts'
import { done, ending } from './outcome.ts'
import { type BastionReplacement, RESTORE_SECONDS } from './ports.ts'
import type { Track } from './track.ts'

/** How long an accepted change may stay invisible before a decision is made all the same. */
const LAG_SECONDS = 60

/** Decides and acts once; true when anything was done, so that the next look comes soon. */
export async function advance(request: BastionReplacement, track: Track, world: BastionWorld): Promise<boolean> {
  if (!track.unseen || reflects(world, track.unseen.change, track.unseen.made)) track.unseen = undefined
  else if (world.at - track.unseen.since < LAG_SECONDS) return true
  track.unseen = undefined
  if (track.policy.intent === 'replace' && world.at > request.deadline) return halt(request, track, 'start', LATE)
  if (track.backSince !== undefined && world.at > track.backSince + RESTORE_SECONDS) {
    track.outcome = ending(track, 'unfinished', track.failure ?? TOO_LONG)
    return true
  }
  const step = nextStep(world, track.policy, track.knowledge)
  switch (step.kind) {
    case 'wait':
      request.tell({ kind: 'waiting', at: world.at, reason: step.reason })
      return false
    case 'done':
      if (!track.changed && world.at < track.startedAt + request.patienceSeconds) {
        request.tell({ kind: 'waiting', at: world.at, reason: 'EC2 may show a new instance late' })
        return false
      }
      track.outcome = done(track)
      return true
    case 'halt':
      return halt(request, track, step.stage, step)
    case 'stuck':
      track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, step))
      return true
    case 'probe':
      return await ask(request, track, { step, at: world.at })
    default:
      await change(request, track, { step, at: world.at })
      return true
  }
}

const LATE = {
  reason: 'the time given by `timeout` is over',
  remedy: 'Raise `timeout`, or lower `keep-old-minutes`, and run the step again.',
}

const TOO_LONG: Explanation = { what: 'The bastion could not be put back in time.' }
