import type { RespawnInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'
import { selectInTurns } from './waves.ts'

/** Replaces every instance that was not launched from what its group would launch now. */
export async function respawn(run: Run, inputs: RespawnInputs): Promise<RunResult> {
  const { groups, turns } = await selectInTurns(run, inputs)
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' })
  const rollRequest = { intent: 'roll', inputs, turns, waitForAll: false } as const
  return { kind: 'groups', groups: await rollGroups(run, { groups, inputs, rollRequest }) }
}
