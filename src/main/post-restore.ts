import type { Inputs } from '../inputs/inputs.ts'
import { PartialResult, restoredResult } from '../report/partial-result.ts'
import type { Run } from '../modes/run.ts'
import type { Runner } from '../platform/runner.ts'
import type { BastionResult, GroupResult, RunResult } from '../report/events.ts'
import { savedTargets } from './post-state.ts'

/**
 * Puts back what the main step of this run has left. Bastion and groups are put back side by side: where one fails, the
 * other is put back all the same.
 */
export async function postRestore(run: Run, inputs: Inputs, runner: Runner): Promise<RunResult> {
  const targets = savedTargets(runner)
  const restoreBastion = async (): Promise<BastionResult | undefined> => {
    if (targets.bastion === undefined) return undefined
    const { undoBastion } = await import('../modes/redeploy-bastion.ts')
    return await undoBastion(run, inputs, targets.bastion)
  }
  const restoreGroups = async (): Promise<readonly GroupResult[]> => {
    const { groups } = targets
    if (groups.length === 0) return []
    const { rollGroups } = await import('../modes/roll.ts')
    return await rollGroups(run, { groups, inputs, rollRequest: { intent: 'restore', whose: 'own' } })
  }
  const [groups, bastion] = await Promise.allSettled([restoreGroups(), restoreBastion()])
  if (groups.status === 'rejected') {
    if (bastion.status === 'rejected' || bastion.value === undefined) throw groups.reason
    throw new PartialResult({ kind: 'bastion', bastion: bastion.value }, groups.reason)
  }
  if (bastion.status === 'rejected') throw bastion.reason
  return restoredResult(bastion.value, groups.value)
}
