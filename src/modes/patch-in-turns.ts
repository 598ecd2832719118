import type { PatchStep } from '../domain/patch/plan.ts'
import type { GroupResult } from '../report/events.ts'
import type { AppliedPatch } from './apply-patch.ts'
import { type RollTurns, rollGroups } from './roll.ts'
import { afterPatch, mergeResults, type PatchingInputs, rolloutOf } from './rollout.ts'
import type { Run } from './run.ts'

/** A patch that is made group by group as their turns come, and the roll that follows each. */
export interface TurnByTurn {
  readonly groups: readonly string[]
  readonly turns: RollTurns
  readonly steps: readonly PatchStep[]
  /** Makes steps, or in a dry run says them. */
  readonly make: (steps: readonly PatchStep[]) => Promise<AppliedPatch>
  /** The result of a group for which these steps were made. */
  readonly resultOf: (group: string, applied: AppliedPatch, startedAt: number) => GroupResult
}

/**
 * Patches groups when their turn comes and rolls them, with one result for both. What is shared is made when the first group needs
 * it, and a group whose turn does not come stays as it is.
 */
export async function patchInTurns(
  run: Run,
  inputs: PatchingInputs,
  { groups, turns, steps, make, resultOf }: TurnByTurn,
): Promise<readonly GroupResult[]> {
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Patch and roll' })
  const done = new Set<PatchStep>()
  const results = new Map<string, GroupResult>()
  const prepare: RollTurns['prepare'] = async (names) => {
    const startedAt = run.clock.now() / 1000
    const asked = steps.filter((step) => !done.has(step) && step.groups.some((group) => names.includes(group)))
    // Where a step fails, it fails for those whose turn it is: the others try it again in theirs.
    const narrowed = asked.map((step) => ({ ...step, groups: step.groups.filter((group) => names.includes(group)) }))
    const applied = await make(narrowed)
    asked.forEach((step, index) => {
      if (applied.done.some((each) => each === narrowed[index])) done.add(step)
    })
    for (const group of names) {
      const result = resultOf(group, { ...applied, done: [...done] }, startedAt)
      results.set(group, result)
      for (const message of result.patch?.undoneBy ?? []) run.report({ kind: 'warning', group, message })
    }
    return applied.failures
  }
  const complete = (rolled: GroupResult): GroupResult => {
    const patched = results.get(rolled.group)
    if (patched === undefined) return rolled
    if (patched.failure !== undefined) return { ...patched, ...(rolled.wave && { wave: rolled.wave }) }
    return mergeResults(patched, rolled, inputs)
  }
  const changes = new Set(steps.flatMap((step) => step.groups))
  return await rollGroups(run, {
    groups,
    inputs,
    complete,
    rollRequest: {
      ...rolloutOf(inputs),
      ...afterPatch(inputs, changes),
      turns: { ...turns, changes, prepare },
    },
  })
}
