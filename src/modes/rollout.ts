import { Cancelled, type Explanation, explanationOf, isFailure } from '../errors.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import type { GroupResult } from '../report/events.ts'
import type { CommonInputs, GateInputs, PatchInputs, ScaleUpInputs, WaveInputs } from '../inputs/inputs.ts'
import { darkLaunchOptions } from './dark.ts'
import { type RollRequest, rollGroups } from './roll.ts'
import type { Run } from './run.ts'

/** The inputs of a patch, and of the roll that may follow it. */
export type PatchingInputs = CommonInputs & PatchInputs & ScaleUpInputs & GateInputs & WaveInputs

/** Groups that were patched, and how they were seen before. */
export interface PatchedGroups {
  readonly results: readonly GroupResult[]
  readonly before: readonly Fleet[]
}

/** Replaces the old instances of every group whose patch did not fail, with one result for patch and roll. */
export async function rollOut(
  run: Run,
  inputs: PatchingInputs,
  { results: patched, before: seen }: PatchedGroups,
): Promise<readonly GroupResult[]> {
  const failed = patched.filter(({ failure }) => failure !== undefined)
  for (const result of failed) run.report({ kind: 'finished', at: result.endedAt, result })
  const going = patched.filter((result) => !failed.includes(result))
  if (going.length === 0) return patched
  run.report({ kind: 'phase', title: inputs.dryRun ? 'Plan the roll' : 'Roll' })
  const changed = new Set(going.flatMap((result) => (result.changed ? [result.group] : [])))
  const complete = (after: GroupResult): GroupResult => {
    const before = patched.find(({ group }) => group === after.group)
    return before === undefined ? after : mergeResults(before, after, inputs)
  }
  let rolled: readonly GroupResult[] = []
  let failure: Explanation | undefined
  try {
    const groups = going.map(({ group }) => group)
    const sourcesBefore = sourcesIn(seen.filter(({ group }) => changed.has(group)))
    const rollRequest = { ...rolloutOf(inputs), ...afterPatch(inputs, changed), sourcesBefore }
    rolled = await rollGroups(run, { groups, inputs, rollRequest, complete })
  } catch (error) {
    if (!isFailure(error)) throw error
    failure = { ...explanationOf(error), ...(error instanceof Cancelled && { remedy: AGAIN }) }
  }
  return patched.map((before) => {
    const after = rolled.find(({ group }) => group === before.group)
    if (after !== undefined) return after
    return failed.includes(before) ? before : unrolled(run, before, failure)
  })
}

/** What a roll knows of the patch before it; a dry run has patched nothing, and its model would show the instances as current. */
export const afterPatch = ({ dryRun }: Pick<CommonInputs, 'dryRun'>, patched: ReadonlySet<string>) =>
  ({ patched, isLookedAhead: true, ...(dryRun && { outdated: patched }) }) as const

/** What groups launch from, by name. */
export const sourcesIn = (fleets: readonly Fleet[]): ReadonlyMap<string, string> =>
  new Map(fleets.map(({ group, source }) => [group, source.fingerprint]))

const AGAIN = 'Start again: groups that are patched already are rolled.'

/** What ends a roll before anything is known of a group does not undo what was patched before it. */
function unrolled({ report, clock }: Run, patched: GroupResult, failure: Explanation | undefined): GroupResult {
  const result: GroupResult = { ...patched, status: 'failed', endedAt: clock.now() / 1000, failure }
  report({ kind: 'finished', at: result.endedAt, result })
  return result
}

/** What `rollout` says is done with the groups. */
export const rolloutOf = (inputs: PatchingInputs): RollRequest & { readonly intent: 'roll' } => ({
  intent: 'roll',
  inputs,
  waitForAll: inputs.rollout === 'scale-up-patch',
  ...darkLaunchOptions(inputs),
})

/** The roll's result with what the patch did before it. */
export function mergeResults(
  before: GroupResult,
  after: GroupResult,
  { dryRun }: Pick<CommonInputs, 'dryRun'>,
): GroupResult {
  const launched = dryRun ? { source: before.source, imageId: before.imageId } : {}
  return {
    ...after,
    ...launched,
    // Patched and without an instance to replace: the patch is what happened.
    status: after.status === 'current' ? before.status : after.status,
    changed: before.changed || after.changed,
    previousImageId: before.changed ? before.previousImageId : after.previousImageId,
    startedAt: before.startedAt,
    steps: [...before.steps, ...after.steps],
    ...(before.patch && { patch: before.patch }),
  }
}
