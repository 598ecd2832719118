import type { Inputs } from '../inputs.ts'
import type { Run } from '../modes/run.ts'
import type { GroupResult } from '../report/events.ts'
import type { Runner } from '../runner.ts'
import { touchedBefore } from './bequest.ts'

/** Puts back what the main step of this run has left; a result for each group. */
export async function putBack(run: Run, inputs: Inputs, runner: Runner): Promise<readonly GroupResult[]> {
  const touched = touchedBefore(runner)
  if (touched.kind === 'bastion') {
    const { undoBastion } = await import('../modes/redeploy-bastion.ts')
    await undoBastion(run, inputs, touched.found)
    return []
  }
  const { rollGroups } = await import('../modes/roll.ts')
  return await rollGroups(run, { groups: touched.groups, inputs, exercise: { intent: 'restore', whose: 'own' } })
}
