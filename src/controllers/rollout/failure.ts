import { asSentence } from '../../text/sentence.ts'
import { Cancelled, type Explanation, explanationOf, isUncertain } from '../../errors.ts'
import type { Action } from '../../domain/rollout/action.ts'
import type { Change } from '../../domain/rollout/changes/changes.ts'
import type { Memo } from '../../domain/rollout/fleet.ts'
import { isTakingBack } from '../../domain/rollout/taken-back.ts'
import type { StateLoss } from '../../domain/rollout/remembered-state.ts'
import { type GroupRun, policyNow, sizesLeft } from './group-run.ts'
import { halt, sentences } from './halt.ts'
import { unfinished } from './outcome.ts'
import type { RolloutRequest } from './ports.ts'
import { previousSource, startRollback } from './rollback.ts'
import { transition } from './transition.ts'

/**
 * An answer that never came leaves open whether AWS acted: the next look tells. A refusal ends the roll; while a group is
 * put back it ends only what was refused, and the rest is put back all the same.
 */
export function callFailed(
  { report }: RolloutRequest,
  run: GroupRun,
  { error, change }: { readonly error: unknown; readonly change: Change },
): GroupRun {
  if (isUncertain(error)) {
    report({ kind: 'notice', group: run.group, message: `${error.message} Looking again.` })
    return transition(run, { kind: 'unanswered', change })
  }
  // Nothing was sent; the loop's head ends what is open.
  if (error instanceof Cancelled) return run
  const failure = explanationOf(error)
  if (run.restoringSince === undefined) return halt(run, failure)
  return transition(run, { kind: 'refused', change, failure, note: sentences(failure) })
}

/** Stops a roll for the reason that a rule gives; what follows depends on whether its new instances are to blame. */
export async function stop(
  request: RolloutRequest,
  run: GroupRun,
  action: Action & { readonly kind: 'halt' },
): Promise<GroupRun> {
  const failure: Explanation = {
    what: `The roll of ${run.group} was halted.`,
    why: asSentence(action.reason),
    remedy: action.remedy,
  }
  const { onFailure: usual, gates, rollback } = policyNow(run)
  const onFailure = action.blames === 'gate' ? (gates?.onFailure ?? usual) : usual
  // What is put back is not taken back to what has failed.
  const isBack = isTakingBack(run.last.memo, { rollback })
  if (action.blames === undefined || isBack || onFailure === 'restore') return halt(run, failure)
  if (onFailure === 'hold') return await pause(request, run, failure)
  if (action.blames === 'gate' && previousSource(run) === undefined)
    return await pause(request, run, unknownBefore(failure))
  return await startRollback(request, run, failure)
}

/** What a failed gate says where no old instance tells what the group launched before. */
const unknownBefore = (failure: Explanation): Explanation => ({
  ...failure,
  why: `${failure.why ?? ''} It cannot be taken back: no old instance tells what it was launched from.`.trim(),
})

/**
 * Changes nothing any more but the heartbeat: a later run, the post step of this one excepted, need not wait. The facts are written with
 * it: others may have removed them since the last look, and from here on no run is at work that remembers them.
 */
async function pause({ port, report }: RolloutRequest, run: GroupRun, failure: Explanation): Promise<GroupRun> {
  const { memo } = run.last
  let when = ''
  try {
    if (memo !== undefined)
      await port.apply(run.group, { kind: 'save-state', memo: { ...memo, heartbeatAt: 0, ...owedSizes(run, memo) } })
  } catch (error) {
    report({ kind: 'warning', group: run.group, message: sentences(explanationOf(error)) })
    when = ' and five minutes have passed'
  }
  const remedy = `Everything is left as it is for inspection. When you have seen enough${when}, \`mode: restore\` puts the group back, and the same mode again rolls on. ${failure.remedy ?? ''}`
  const outcome = { ...unfinished(run, { ...failure, remedy: remedy.trim() }), status: 'held' as const }
  return transition(run, { kind: 'ended', outcome })
}

/** The sizes that are left where a decrement has taken from what others wish: below the wish they would pass for another one. */
function owedSizes(run: GroupRun, { sizes }: Memo): Pick<Memo, 'handedSizes'> {
  const left = sizesLeft(run)
  return left !== undefined && left.desired < sizes.desired ? { handedSizes: left } : {}
}

/** The saved state of the group is lost again and again in the middle of its roll. */
export const stateLost = ({ group }: GroupRun, loss: StateLoss): Explanation => ({
  what: `The roll of ${group} was halted.`,
  why: `The tags with the saved state of the group were ${loss} from outside this run.`,
  remedy:
    'The group is put back from what this run has in memory. Leave the tags `fleet-patch:*` to the action, then start again.',
})

export const outOfTime = ({ group }: GroupRun): Explanation => ({
  what: `The roll of ${group} was halted.`,
  why: 'The time given by `timeout` is over.',
  remedy: 'Start again: the roll goes on with the instances that are still old. More `surge` makes it faster.',
})

export const refusal = (
  { group }: GroupRun,
  { reason, remedy }: Action & { readonly kind: 'refuse' },
): Explanation => ({
  what: `${group} was left alone.`,
  why: asSentence(reason),
  remedy,
})
