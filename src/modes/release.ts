import type { ReleaseInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'
import { selectInTurns } from './waves.ts'

/** Lets the halves that earlier steps left in the dark into the load balancers, and then the old ones go. */
export async function release(run: Run, inputs: ReleaseInputs): Promise<RunResult> {
  if (inputs.shift !== undefined) {
    const { releaseShift } = await import('./take-back.ts')
    return await releaseShift(run, { inputs, settings: inputs.shift })
  }
  const { groups, turns } = await selectInTurns(run, inputs)
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Release' })
  const rollRequest = { intent: 'roll', inputs, turns, waitForAll: true, dark: { kind: 'release' } } as const
  return { kind: 'groups', groups: await rollGroups(run, { groups, inputs, rollRequest }) }
}
