import { selectNames } from '../aws/select/select.ts'
import type { RestoreInputs } from '../inputs/inputs.ts'
import type { GroupResult, RunResult, TrafficResult } from '../report/events.ts'
import { besideBastion, PartialResult, restoredResult } from '../report/partial-result.ts'
import { undoBastion } from './redeploy-bastion.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'
import { leftAlone, type TakeBackRequest, takeBackShifts } from './take-back.ts'

/** Puts back what a dead run has left changed, the bastion first; replaces nothing more. */
export async function restore(run: Run, inputs: RestoreInputs): Promise<RunResult> {
  const { bastion: name, elasticIp, selectors } = inputs
  if (name === undefined && elasticIp === undefined) {
    const { groups, traffic } = await restoreGroups(run, inputs)
    return restoredResult(undefined, groups, traffic)
  }
  const bastion = await undoBastion(run, inputs, { bastion: name, elasticIp })
  if ([selectors.groups, selectors.stacks, selectors.tags].every(({ length }) => length === 0))
    return { kind: 'bastion', bastion }
  const restored = await restoreGroups(run, inputs).catch((error: unknown) => {
    throw besideBastion(bastion, error)
  })
  return restoredResult(bastion, restored.groups, restored.traffic)
}

async function restoreGroups(run: Run, inputs: RestoreInputs): Promise<RestoredGroups> {
  run.report({ kind: 'phase', title: 'Select groups' })
  const groups = await selectNames(run.connection, inputs.selectors)
  run.report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  await run.beginning?.(groups)
  run.report({ kind: 'phase', title: 'Restore' })
  return await restoreAll(run, { groups, inputs, whose: 'any' })
}

/** What was put back: groups, and shifts of traffic between two of them. */
export interface RestoredGroups {
  readonly groups: readonly GroupResult[]
  readonly traffic: readonly TrafficResult[]
}

/** Takes back the shifts of traffic that groups are of, then puts back all others, whatever came of the shifts. */
export async function restoreAll(run: Run, request: TakeBackRequest): Promise<RestoredGroups> {
  const { groups: names, inputs, whose, savedMemos } = request
  const shifts = await takeBackShifts(run, request).catch((error: unknown) => ({
    error,
    traffic: [],
    others: names,
    alone: [],
  }))
  const groups =
    shifts.others.length === 0
      ? []
      : await rollGroups(run, {
          groups: shifts.others,
          inputs,
          rollRequest: { intent: 'restore', whose, ...(savedMemos && { savedMemos }) },
        })
  if ('error' in shifts) throw new PartialResult({ kind: 'groups', groups }, shifts.error)
  if (shifts.alone.length > 0)
    throw new PartialResult(restoredResult(undefined, groups, shifts.traffic), leftAlone(shifts.alone))
  return { groups, traffic: shifts.traffic }
}
