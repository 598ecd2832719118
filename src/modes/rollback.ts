import { fleetsPort } from '../aws/observe/fleets.ts'
import { recordRollback, type RollbackTarget, rollbackTargets } from '../aws/patch/rollback-targets.ts'
import { selectNames } from '../aws/select/select.ts'
import { type Explanation, explanationOf, isFailure, isUncertain, UserError } from '../errors.ts'
import type { Fleet, LaunchOverride } from '../domain/rollout/fleet.ts'
import { leaseConflict } from '../domain/rollout/lease.ts'
import { type PreflightFinding, refusalOf } from '../domain/rollout/preflight-findings.ts'
import type { RollbackInputs } from '../inputs/inputs.ts'
import type { GroupResult, RunResult } from '../report/events.ts'
import { describeChange } from '../report/words.ts'
import { darkLaunchOptions } from './dark.ts'
import { PartialResult } from '../report/partial-result.ts'
import { relaunchedResult, withRelaunch } from './relaunched.ts'
import { firstLook, lookAheadOfRoll, rollGroups } from './roll.ts'
import { sourcesIn } from './rollout.ts'
import type { Run } from './run.ts'

/** Returns groups to what they launched before their last change, and rolls them to it as `scale-up-patch` does. */
export async function rollback(run: Run, inputs: RollbackInputs): Promise<RunResult> {
  const { connection, report } = run
  if (inputs.shift !== undefined) {
    const { rollbackShift } = await import('./take-back.ts')
    return await rollbackShift(run, { inputs, traffic: inputs.shift })
  }
  report({ kind: 'phase', title: 'Select groups' })
  const groups = await selectNames(connection, inputs.selectors)
  report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  report({ kind: 'phase', title: 'Previous launch sources' })
  const { fleets, targets } = await plannedTargets(run, inputs, groups)
  const touched = new Map<string, GroupResult>()
  try {
    for (const target of targets) await applyTarget(run, inputs, { target, fleets, touched })
    report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' })
    const targetOf = targetIn(targets)
    const results = await rollGroups(run, {
      groups,
      inputs,
      complete: (rolled) => withRelaunch(rolled, targetOf(rolled), inputs.dryRun ? 'planned' : 'patched'),
      rollRequest: {
        ...rollRequestOf(inputs),
        simulate: (fleet) => launchingFrom(fleet, targetOf(fleet)),
        isLookedAhead: true,
        sourcesBefore: sourcesIn(fleets.filter((fleet) => targetOf(fleet)?.source !== undefined)),
      },
    })
    return { kind: 'groups', groups: results }
  } catch (error) {
    // Launch sources that are back already stay so, whatever kept the roll from its beginning.
    if (touched.size === 0 || !isFailure(error)) throw error
    const kept = [...touched.values()]
    for (const result of kept) report({ kind: 'finished', at: result.endedAt, result })
    throw new PartialResult({ kind: 'groups', groups: kept }, error)
  }
}

interface RollbackPlan {
  readonly fleets: readonly Fleet[]
  readonly targets: readonly RollbackTarget[]
}

/** What the groups go back to. Throws one UserError for all that stands against it, or against the roll that follows. */
async function plannedTargets(run: Run, inputs: RollbackInputs, groups: readonly string[]): Promise<RollbackPlan> {
  const seen = await firstLook(run, groups)
  const fleets = seen instanceof UserError ? [] : seen.fleets
  const { targets, problems } = await rollbackTargets(run.connection, fleets)
  const launching = (fleet: Fleet): Fleet => launchingFrom(fleet, targetIn(targets)(fleet))
  await lookAheadOfRoll(run, {
    groups,
    found: [...heldByOther(run, fleets), ...problems],
    seen: seen instanceof UserError ? seen : { ...seen, fleets: fleets.map(launching) },
    rollRequestOf: () => rollRequestOf(inputs),
    next: {
      kind: 'previous',
      sources: new Map(targets.flatMap(({ group, source }) => (source === undefined ? [] : [[group, source]]))),
    },
  })
  return { fleets, targets }
}

const targetIn =
  (targets: readonly RollbackTarget[]) =>
  ({ group }: Pick<Fleet, 'group'>): RollbackTarget | undefined =>
    targets.find((target) => target.group === group)

const rollRequestOf = (inputs: RollbackInputs) =>
  ({ intent: 'roll', inputs, waitForAll: true, takesBack: true, ...darkLaunchOptions(inputs) }) as const

/** The launch source of a group must not change while another run holds the lease of the group. */
function heldByOther({ id, clock }: Run, fleets: readonly Fleet[]): readonly PreflightFinding[] {
  const now = clock.now() / 1000
  return fleets.flatMap(({ group, memo }) => {
    const conflict = memo && leaseConflict(memo, { run: id, now })
    return conflict === undefined ? [] : [refusalOf(group, conflict)]
  })
}

interface Relaunch {
  readonly target: RollbackTarget
  readonly fleets: readonly Fleet[]
  /** Takes the result of a group as soon as something was, or may have been, changed of it. */
  readonly touched: Map<string, GroupResult>
}

async function applyTarget(
  { connection, clock, report }: Run,
  { dryRun }: RollbackInputs,
  { target, fleets, touched }: Relaunch,
): Promise<void> {
  const { group, source: previous } = target
  if (previous === undefined) {
    report({
      kind: 'info',
      group,
      message: `${group} launches from its previous source again already: only its roll is left`,
    })
    return
  }
  const words = describeChange({ kind: 'set-launch-source', previous }, 3)
  report({ kind: 'info', group, message: `${group}: ${dryRun ? 'would ' : ''}${words}` })
  if (dryRun) return
  const fleet = fleets.find((each) => each.group === group)
  const touch = (failure?: Explanation): void => {
    if (fleet === undefined) return
    const { region } = connection
    touched.set(group, relaunchedResult(fleet, { target, region, at: clock.now() / 1000, failure }))
  }
  let recorded = false
  try {
    await recordRollback(connection, target)
    recorded = true
    await fleetsPort(connection).apply(group, { kind: 'set-launch-source', previous })
  } catch (error) {
    if (recorded || isUncertain(error)) touch(explanationOf(error))
    throw error
  }
  touch()
}

/** A dry run changes no launch source: its model launches from what would be there. */
function launchingFrom(fleet: Fleet, target: RollbackTarget | undefined): Fleet {
  const { source } = fleet
  const references = target?.source?.references ?? []
  const [first] = references
  if (first === undefined) return fleet
  const after = (reference: typeof first): typeof first =>
    first.kind === 'configuration'
      ? first
      : (references.find(
          (each) => each.kind === 'template' && reference.kind === 'template' && each.id === reference.id,
        ) ?? reference)
  const { images } = target?.source ?? {}
  const launched = <Each extends LaunchOverride>(each: Each): Each => ({
    ...each,
    reference: after(each.reference),
    ...(each.imageId !== undefined && { imageId: images?.get(each.instanceType ?? '') ?? each.imageId }),
  })
  return {
    ...fleet,
    source: {
      ...source,
      label: target?.source?.label ?? source.label,
      fingerprint: 'f'.repeat(16),
      base: after(source.base),
      overrides: source.overrides.map(launched),
      launches: source.launches?.map(launched),
      imageId: undefined,
      parts: undefined,
    },
  }
}
