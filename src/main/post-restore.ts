import type { Inputs } from '../inputs/inputs.ts'
import type { Run } from '../modes/run.ts'
import type { GroupResult } from '../report/events.ts'
import type { Runner } from '../platform/runner.ts'
import { savedTargets } from './post-state.ts'

/**
 * Puts back what the main step of this run has left; a result for each group. Bastion and groups do not wait for each
 * other: whatever becomes of the one, the others are put back.
 */
export async function postRestore(run: Run, inputs: Inputs, runner: Runner): Promise<readonly GroupResult[]> {
  const { bastion, groups } = savedTargets(runner)
  const undone = async (): Promise<void> => {
    if (bastion === undefined) return
    const { undoBastion } = await import('../modes/redeploy-bastion.ts')
    await undoBastion(run, inputs, bastion)
  }
  const rolled = async (): Promise<readonly GroupResult[]> => {
    if (groups.length === 0) return []
    const { rollGroups } = await import('../modes/roll.ts')
    return await rollGroups(run, { groups, inputs, rollRequest: { intent: 'restore', whose: 'own' } })
  }
  const [results, undoing] = await Promise.allSettled([rolled(), undone()])
  if (results.status === 'rejected') throw results.reason
  if (undoing.status === 'rejected') throw undoing.reason
  return results.value
}
