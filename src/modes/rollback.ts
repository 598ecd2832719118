import { fleetsPort } from '../aws/observe/fleets.ts'
import { recordRollback, type RollbackTarget, rollbackTargets } from '../aws/patch/rollback-targets.ts'
import { selectForChange } from '../aws/select/select-for-change.ts'
import { type Explanation, explanationOf, isFailure, isUncertain, UserError } from '../errors.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import { leaseConflict } from '../domain/rollout/lease.ts'
import type { RollbackInputs } from '../inputs/inputs.ts'
import type { GroupResult, RunResult } from '../report/events.ts'
import { describeChange } from '../report/words.ts'
import { darkLaunchOptions } from './dark.ts'
import { PartialResult } from '../report/partial-result.ts'
import { relaunchedResult, withRelaunch } from './relaunched.ts'
import { rollGroups } from './roll.ts'
import type { Run } from './run.ts'

/** Returns groups to what they launched before their last change, and rolls them to it as `scale-up-patch` does. */
export async function rollback(run: Run, inputs: RollbackInputs): Promise<RunResult> {
  const { connection, clock, report } = run
  report({ kind: 'phase', title: 'Select groups' })
  const groups = await selectForChange(connection, inputs.selectors)
  report({ kind: 'info', message: `Selected: ${groups.join(', ')}` })
  report({ kind: 'phase', title: 'Previous launch sources' })
  const { fleets } = await fleetsPort(connection).look(groups, clock.now() / 1000)
  refuseHeldByOther(run, fleets)
  const targets = await rollbackTargets(connection, fleets)
  const touched = new Map<string, GroupResult>()
  try {
    for (const target of targets) await applyTarget(run, inputs, { target, fleets, touched })
    report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' })
    const targetOf = ({ group }: { readonly group: string }) => targets.find((target) => target.group === group)
    const results = await rollGroups(run, {
      groups,
      inputs,
      complete: (rolled) => withRelaunch(rolled, targetOf(rolled), inputs.dryRun ? 'planned' : 'patched'),
      rollRequest: {
        intent: 'roll',
        inputs,
        waitForAll: true,
        ...darkLaunchOptions(run, inputs),
        simulate: (fleet) => launchingFrom(fleet, targetOf(fleet)),
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

/** The launch source of a group must not change while another run holds the lease of the group. */
function refuseHeldByOther({ id, clock }: Run, fleets: readonly Fleet[]): void {
  const now = clock.now() / 1000
  const conflicts = fleets.flatMap(({ group, memo }) => {
    const conflict = memo && leaseConflict(memo, { run: id, now })
    return conflict === undefined ? [] : [`${group}: ${conflict}`]
  })
  if (conflicts.length === 0) return
  throw new UserError({
    what: 'Nothing was rolled back.',
    why: `${conflicts.join('; ')}.`,
    remedy: 'Nothing was changed.',
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
  return {
    ...fleet,
    source: {
      ...source,
      label: target?.source?.label ?? source.label,
      fingerprint: 'f'.repeat(16),
      base: after(source.base),
      overrides: source.overrides.map((each) => ({ ...each, reference: after(each.reference) })),
      imageId: undefined,
    },
  }
}
