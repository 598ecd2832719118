import { selectGroups } from '../aws/select/select.ts'
import type { RestoreInputs } from '../inputs/inputs.ts'
import type { GroupResult } from '../report/events.ts'
import { undoBastion } from './redeploy-bastion.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'

/** Puts back what a run that is dead has left changed; rolls nothing on. */
export async function restore(run: Run, inputs: RestoreInputs): Promise<readonly GroupResult[]> {
  const { bastion, elasticIp, selectors } = inputs
  if (bastion !== undefined || elasticIp !== undefined) {
    await undoBastion(run, inputs, { bastion, elasticIp })
    if ([selectors.groups, selectors.stacks, selectors.tags].every(({ length }) => length === 0)) return []
  }
  run.report({ kind: 'phase', title: 'Select groups' })
  const selected = await selectGroups(run.connection, inputs.selectors)
  const groups = selected.flatMap(({ AutoScalingGroupName }) => AutoScalingGroupName ?? [])
  run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  run.report({ kind: 'phase', title: 'Restore' })
  return await rollGroups(run, { groups, inputs, rollRequest: { intent: 'restore', whose: 'any' } })
}
