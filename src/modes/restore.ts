import { selectNames } from '../aws/select/select.ts'
import type { RestoreInputs } from '../inputs/inputs.ts'
import type { GroupResult, RunResult } from '../report/events.ts'
import { besideBastion, restoredResult } from '../report/partial-result.ts'
import { undoBastion } from './redeploy-bastion.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'

/** Puts back what a dead run has left changed, the bastion first; replaces nothing more. */
export async function restore(run: Run, inputs: RestoreInputs): Promise<RunResult> {
  const { bastion: name, elasticIp, selectors } = inputs
  if (name === undefined && elasticIp === undefined) return { kind: 'groups', groups: await restoreGroups(run, inputs) }
  const bastion = await undoBastion(run, inputs, { bastion: name, elasticIp })
  if ([selectors.groups, selectors.stacks, selectors.tags].every(({ length }) => length === 0))
    return { kind: 'bastion', bastion }
  const groups = await restoreGroups(run, inputs).catch((error: unknown) => {
    throw besideBastion(bastion, error)
  })
  return restoredResult(bastion, groups)
}

async function restoreGroups(run: Run, inputs: RestoreInputs): Promise<readonly GroupResult[]> {
  run.report({ kind: 'phase', title: 'Select groups' })
  const groups = await selectNames(run.connection, inputs.selectors)
  run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  await run.beginning?.(groups)
  run.report({ kind: 'phase', title: 'Restore' })
  return await rollGroups(run, { groups, inputs, rollRequest: { intent: 'restore', whose: 'any' } })
}
