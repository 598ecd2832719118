import { asksForLaunches, type PastLaunch } from '../../domain/rollout/boot-record.ts'
import { isFailure } from '../../errors.ts'
import type { GroupRun } from './group-run.ts'
import type { RolloutRequest } from './ports.ts'
import { transition } from './transition.ts'

/** Of more groups none is asked: each costs a call, and their looks are shared. */
const MOST_GROUPS = 10

/**
 * What the activities of a group that waits tell of how long its instances take. It decides about the pace of looks alone:
 * where AWS does not answer, the run goes on without.
 */
export async function readPastLaunches({ port, groups, signal }: RolloutRequest, run: GroupRun): Promise<GroupRun> {
  const isRolling = run.restoringSince === undefined && run.outcome === undefined && run.last.memo !== undefined
  if (port.pastLaunches === undefined || !isRolling || signal.aborted || groups.length > MOST_GROUPS) return run
  if (!asksForLaunches(run.boots)) return run
  let launches: readonly PastLaunch[] = []
  try {
    launches = await port.pastLaunches(run.group)
  } catch (error) {
    if (!isFailure(error)) throw error
  }
  return transition(run, { kind: 'launches-read', launches })
}
