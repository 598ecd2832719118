import type { BastionChange } from '../../domain/bastion/bastion.ts'
import type { CreatedResource } from '../../domain/bastion/forecast.ts'
import { bastionCallFailed } from './failure.ts'
import { done } from './outcome.ts'
import type { BastionReplacement, Taken } from './ports.ts'
import type { BastionRun } from './progress.ts'

/** Makes one change and learns from what AWS says to it. */
export async function change(request: BastionReplacement, track: BastionRun, { step, at }: Taken): Promise<void> {
  let made: CreatedResource
  try {
    const applied = await request.port.apply(step)
    if (applied.kind === 'no room') {
      if (step.kind === 'launch') fill(request, track, { subnet: step.subnet.id, why: applied.why })
      return
    }
    made = applied
  } catch (error) {
    bastionCallFailed(request, track, { step, at, error })
    return
  }
  track.changed = true
  track.steps.push({ at, step })
  request.tell({ kind: 'step', at, step, id: made.id })
  track.unseen = { change: step, made, since: at }
  learn(track, step, { id: made.id, at })
  if (step.kind === 'forget') track.outcome = done(track)
}

function learn(track: BastionRun, step: BastionChange, { id, at }: CreatedResource & { readonly at: number }): void {
  const { state } = track
  if (step.kind === 'launch' && id !== undefined)
    track.state = { ...state, launched: { id, at: state.launched?.at ?? at } }
  if (step.kind === 'allocate' && id !== undefined) track.state = { ...state, allocated: [...state.allocated, id] }
  // Once it is asked to end, nothing more is expected of it.
  if (step.kind === 'terminate' && state.launched?.id === step.instance) track.state = { ...state, launched: undefined }
}

function fill(
  { tell }: BastionReplacement,
  track: BastionRun,
  { subnet, why }: { readonly subnet: string; readonly why: string },
): void {
  tell({ kind: 'warning', message: `${subnet} has no room for the new bastion: ${why}` })
  track.state = { ...track.state, full: { ...track.state.full, [subnet]: why } }
}
