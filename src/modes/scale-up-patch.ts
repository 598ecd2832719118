import { selectNames } from '../aws/select/select.ts'
import type { ScaleUpPatchInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { darkLaunchOptions } from './dark.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'

/**
 * Replaces every instance that was not launched from what its group would launch now: all new ones come, and are ready,
 * before any old one goes.
 */
export async function scaleUpPatch(run: Run, inputs: ScaleUpPatchInputs): Promise<RunResult> {
  run.report({ kind: 'phase', title: 'Select groups' })
  const groups = await selectNames(run.connection, inputs.selectors)
  run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' })
  const rollRequest = { intent: 'roll', inputs, waitForAll: true, ...darkLaunchOptions(inputs) } as const
  return { kind: 'groups', groups: await rollGroups(run, { groups, inputs, rollRequest }) }
}
