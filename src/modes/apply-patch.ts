import { mapConcurrently } from '../aws/client/map-concurrently.ts'
import { PartlyDone } from '../aws/patch/partly-done.ts'
import type { PatchPort } from '../aws/patch/patch-port.ts'
import { Cancelled, type Explanation, explanationOf, UserError } from '../errors.ts'
import type { PatchStep } from '../domain/patch/plan.ts'
import { patchStepInWords } from '../report/log/patch-words.ts'
import type { Run } from './run.ts'

/** What came of a plan. */
export interface AppliedPatch {
  readonly done: readonly PatchStep[]
  /** By group. */
  readonly failures: ReadonlyMap<string, Explanation>
  /** Groups for which a step may have been made, though AWS's answer does not tell. */
  readonly perhapsChanged: ReadonlySet<string>
}

const CANCELLED: Explanation = { what: 'The run was cancelled.' }

/**
 * Makes the steps of a plan: what is new first, then its users, a few groups at a time. Where a step fails, the groups
 * that it was made for end there, and the others go on.
 */
export async function applyPatch(run: Run, steps: readonly PatchStep[], port: PatchPort): Promise<AppliedPatch> {
  const done: PatchStep[] = []
  const failures = new Map<string, Explanation>()
  const perhapsChanged = new Set<string>()
  const fail = (step: PatchStep, failure: Explanation): void => {
    for (const group of step.groups) if (!failures.has(group)) failures.set(group, failure)
  }
  const make = async (step: PatchStep): Promise<void> => {
    const before = step.groups.flatMap((group) => failures.get(group) ?? [])[0]
    if (before !== undefined) return fail(step, before)
    if (run.signal.aborted) return fail(step, CANCELLED)
    try {
      const instead = await port.carryOut(step)
      done.push(step)
      for (const group of step.groups.slice(0, 1))
        run.report({ kind: 'info', group, message: `${patchStepInWords(step)}: done` })
      if (instead !== undefined) run.report({ kind: 'warning', message: instead })
    } catch (error) {
      const { remedy = AGAIN, ...failure } = explanationOf(error)
      // Only a refusal of the first call tells that nothing was done.
      if (error instanceof PartlyDone || !(error instanceof UserError || error instanceof Cancelled))
        for (const group of step.groups) perhapsChanged.add(group)
      fail(step, { ...failure, remedy })
    }
  }
  for (const lanes of stagesOf(steps))
    await mapConcurrently(lanes, async (lane) => {
      for (const step of lane) await make(step)
    })
  return { done, failures, perhapsChanged }
}

const AGAIN = 'Start again: groups that are patched already are not patched twice.'

/** Steps that must come one after the other share a lane; a stage begins when the one before has ended. */
function stagesOf(steps: readonly PatchStep[]): readonly (readonly (readonly PatchStep[])[])[] {
  const stage = (kinds: readonly PatchStep['kind'][]): readonly (readonly PatchStep[])[] => [
    ...Map.groupBy(
      steps.filter(({ kind }) => kinds.includes(kind)),
      laneOf,
    ).values(),
  ]
  return [
    stage(['copy-configuration', 'create-template', 'create-version']),
    stage(['move-default']),
    stage(['remember-previous', 'update-group']),
  ]
}

function laneOf(step: PatchStep): string {
  switch (step.kind) {
    case 'copy-configuration':
    case 'create-template':
      return step.from
    case 'create-version':
    case 'move-default':
      return step.template
    case 'remember-previous':
    case 'update-group':
      return step.group
    default:
      return step satisfies never
  }
}
