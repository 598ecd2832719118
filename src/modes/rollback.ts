import { fleetsPort } from '../aws/observe/fleets.ts'
import { recordRollback, type RollbackTarget, rollbackTargets } from '../aws/patch/rollback-targets.ts'
import { selectForChange } from '../aws/select/select-for-change.ts'
import { UserError } from '../errors.ts'
import type { Fleet } from '../domain/rollout/fleet.ts'
import { leaseConflict } from '../domain/rollout/lease.ts'
import type { RollbackInputs } from '../inputs/inputs.ts'
import type { RunResult } from '../report/events.ts'
import { describeChange } from '../report/words.ts'
import { darkLaunchOptions } from './dark.ts'
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
  for (const target of targets) await applyTarget(run, inputs, target)
  report({ kind: 'phase', title: inputs.dryRun ? 'Plan' : 'Roll' })
  const results = await rollGroups(run, {
    groups,
    inputs,
    rollRequest: {
      intent: 'roll',
      inputs,
      waitForAll: true,
      ...darkLaunchOptions(run, inputs),
      simulate: (fleet) =>
        launchingFrom(
          fleet,
          targets.find(({ group }) => group === fleet.group),
        ),
    },
  })
  return { kind: 'groups', groups: results }
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

async function applyTarget(
  { connection, report }: Run,
  { dryRun }: RollbackInputs,
  target: RollbackTarget,
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
  await recordRollback(connection, target)
  await fleetsPort(connection).apply(group, { kind: 'set-launch-source', previous })
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
