import { Cancelled, type Explanation, explanationOf, isUncertain } from '../../errors.ts'
import type { BastionStage } from '../../domain/bastion/bastion.ts'
import { ending } from './outcome.ts'
import type { BastionReplacement, Taken } from './ports.ts'
import type { BastionRun } from './progress.ts'

/** Why something failed and what to do about it, before it is known of which bastion it is told. */
export interface Why {
  readonly reason: string
  readonly remedy: string
}

/** Between two lines of the log on answers that are lost. */
const TELL_AGAIN_SECONDS = 60

/** One annotation, then a line a minute: GitHub shows ten warnings of a step, and an outage would use them up. */
export function tellLostAnswer(
  { tell }: BastionReplacement,
  track: BastionRun,
  { message, at }: { readonly message: string; readonly at: number },
): void {
  const { lostAnswerToldAt: toldAt } = track
  if (toldAt !== undefined && at - toldAt < TELL_AGAIN_SECONDS) return
  const text = `${message} Looking again.`
  tell(toldAt === undefined ? { kind: 'warning', message: text } : { kind: 'note', at, message: text })
  track.lostAnswerToldAt = at
}

/** An answer that never came leaves open whether AWS acted: the next look tells. Everything else ends the replacement. */
export function bastionCallFailed(
  request: BastionReplacement,
  track: BastionRun,
  { step, at, error }: Taken & { readonly error: unknown },
): void {
  if (isUncertain(error)) {
    tellLostAnswer(request, track, { message: error.message, at })
    track.changed = true
    // An address may be associated twice, but not after others have: the very next look decides anew.
    track.unseen = step.kind === 'associate' ? undefined : { change: step, made: { id: undefined }, since: at }
    return
  }
  // Nothing was sent; the loop's head ends it.
  if (error instanceof Cancelled) return
  const { what, why, remedy } = explanationOf(error)
  const reason = [what, why].filter((part) => part !== undefined).join(' ')
  const reported = { reason, remedy: remedy ?? 'Mend the cause, then run the step again.' }
  if (track.backSince === undefined && track.policy.intent === 'replace')
    haltBastion(request, track, step.stage, reported)
  else track.outcome = ending(track, 'unfinished', track.failure ?? failureAt(request.name, step.stage, reported))
}

/** From here on everything is taken back; where nothing leads back any more, it goes on to the end. */
export function haltBastion(
  { name, tell }: BastionReplacement,
  track: BastionRun,
  stage: BastionStage,
  why: Why,
): true {
  track.failure = failureAt(name, stage, why)
  track.backSince = track.last?.at
  track.policy = { ...track.policy, intent: 'undo' }
  tell({ kind: 'note', at: track.last?.at ?? 0, message: `${track.failure.what} ${track.failure.why ?? ''}` })
  return true
}

/** At which step of a replacement something failed, in words. */
const STAGES: Readonly<Record<BastionStage, string>> = {
  launch: 'launching the new instance',
  start: 'waiting for the new instance to start',
  'ssh-before-move': 'waiting for SSH on the new instance, before the address moved',
  move: 'moving the address to the new instance',
  'ssh-after-move': 'waiting for SSH from the new instance at the moved address',
  'retire-old': 'terminating the old instance',
  rollback: 'taking back what was begun',
}

/** The explanation of a failure at a stage of the replacement of the bastion `name`. */
export const failureAt = (name: string, stage: BastionStage, { reason, remedy }: Why): Explanation => ({
  what: `The replacement of the bastion ${name} failed at the step "${STAGES[stage]}".`,
  why: /[.!?]$/.test(reason) ? capitalised(reason) : `${capitalised(reason)}.`,
  remedy,
})

const capitalised = (text: string): string =>
  /^i-[0-9a-f]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
