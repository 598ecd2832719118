import { selectNames } from '../aws/select/select.ts'
import type { RespawnInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'

/** Replaces every instance that was not launched from what its group would launch now. */
export async function respawn(run: Run, inputs: RespawnInputs): Promise<RunResult> {
  run.report({ kind: 'phase', title: 'Select groups' })
  const groups = await selectNames(run.connection, inputs.selectors)
  run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' })
  const rollRequest = { intent: 'roll', inputs, waitForAll: false } as const
  return { kind: 'groups', groups: await rollGroups(run, { groups, inputs, rollRequest }) }
}
