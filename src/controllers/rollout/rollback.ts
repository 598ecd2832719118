import { type Explanation, explanationOf, isUncertain } from '../../errors.ts'
import type { PreviousLaunchSource } from '../../domain/rollout/fleet.ts'
import { previousSourceOf } from '../../domain/rollout/previous-source.ts'
import type { GroupRun } from './group-run.ts'
import { halt, sentences } from './halt.ts'
import type { RolloutRequest } from './ports.ts'
import { reportStep } from './progress.ts'
import { transition } from './transition.ts'

/** What the group launched before; undefined where no old instance tells it. */
export const previousSource = ({ first, last }: GroupRun): PreviousLaunchSource | undefined =>
  previousSourceOf(first) ?? previousSourceOf(last)

/** Puts the previous launch source back; from there the ordinary rules replace the new instances by old ones. */
export async function startRollback(request: RolloutRequest, run: GroupRun, failure: Explanation): Promise<GroupRun> {
  const { last, group } = run
  const previous = previousSource(run)
  if (previous === undefined) {
    const note = 'The previous launch source stays unknown: no old instance tells what it was launched from.'
    return halt(transition(run, { kind: 'rollback-failed', note, changed: 'no' }), failure)
  }
  const change = { kind: 'set-launch-source', previous } as const
  try {
    await request.port.apply(group, change)
  } catch (error) {
    const note = `The previous launch source, ${previous.label}, ${isUncertain(error) ? 'may not have been' : 'was not'} put back. ${sentences(explanationOf(error))}`
    return halt(transition(run, { kind: 'rollback-failed', note, changed: 'perhaps' }), failure)
  }
  reportStep(request, run, { change, reason: 'what is new has failed' })
  return transition(transition(run, { kind: 'accepted', change, at: last.at }), {
    kind: 'rollback-started',
    failed: last.source,
    failure: { ...failure, what: `The roll of ${group} was halted and is taken back to ${previous.label}.` },
  })
}

/** Where a group shares a launch template with one that is rolled back, its own source has gone back as well. */
export function joinRollback(run: GroupRun, peers: Iterable<GroupRun>): GroupRun {
  const { last, group, policy, rollback, restoringSince } = run
  const takesBack = policy.onFailure === 'rollback' || policy.gates?.onFailure === 'rollback'
  if (!takesBack || rollback !== undefined || restoringSince !== undefined) return run
  if (last.memo === undefined || last.memo.source === last.source.fingerprint) return run
  const { source } = last.memo
  const peer = [...peers].find((other) => other.rollback?.failed.fingerprint === source)
  if (peer?.rollback === undefined) return run
  const failure: Explanation = {
    what: `The roll of ${group} was halted and is taken back with ${peer.group}.`,
    why: 'Both launch from the same template, and new instances of it failed there.',
    ...(peer.failure?.remedy !== undefined && { remedy: peer.failure.remedy }),
  }
  return transition(run, { kind: 'rollback-started', failed: peer.rollback.failed, failure })
}
