/** Whether the outputs of a step say what has happened: no more, and no less. */
import type { RecordedChange } from '../oracles/change-recorder.ts'
import type { ActionRun } from '../run-action.ts'
import type { Fixture } from './fixture.ts'

/** A step that has ended, and the changes that were made while it ran. */
export interface PlayedStep {
  readonly what: string
  readonly run: ActionRun
  readonly changes: readonly RecordedChange[]
}

interface ReportedGroup {
  readonly status: string
  readonly replaced: readonly string[]
  readonly failure: { readonly what: string; readonly remedy: string | null } | null
}

/** What is wrong with the outputs of a step, a sentence each; nothing where it has set none. */
export function misreported(fixture: Fixture, { what, run, changes }: PlayedStep): readonly string[] {
  const { outputs, died } = run
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as { readonly groups?: readonly ReportedGroup[] }
  const [group] = groups
  if (died || outputs['changed'] === undefined || group === undefined) return []
  const touched = changes.filter(({ operation }) => !operation.endsWith('Tags'))
  const unchanged = touched.length > 0 && outputs['changed'] !== 'true'
  return [
    ...(unchanged ? [`${what}: ${touched[0]?.operation} was carried out, and \`changed\` is not true`] : []),
    ...wronglyReplaced(fixture, { what, group, changes }),
    ...(what === 'a roll' ? [...notReplaced(fixture, group, touched), ...sourceUntold(fixture, group)] : []),
  ]
}

/** Instances that the run itself has launched, or the one that it puts back, are no replaced ones. */
function wronglyReplaced(
  { plan, old, begin, newSource, account }: Fixture,
  { what, group, changes }: Omit<PlayedStep, 'run'> & { readonly group: ReportedGroup },
): readonly string[] {
  if (newSource || plan.inputs['force'] === 'true' || !(what === 'a roll' || what.startsWith('a restore'))) return []
  const { inService, pending, standby, pooled } = begin.ids
  const earlier = [...old, ...inService, ...pending, ...standby, ...pooled]
  // What AWS launched by itself before the run has changed anything was there at its first look.
  const since = changes[0]?.at ?? Infinity
  const isOwn = (id: string): boolean => (account.ec2.machine(id)?.launchedAt ?? since) >= since
  const own = group.replaced.filter((id) => !earlier.includes(id) && isOwn(id))
  return own.length > 0 ? [`${what}: ${own.join(', ')} counts as replaced, and was launched by the run itself`] : []
}

const namedIn = ({ input }: RecordedChange): readonly string[] =>
  (input['InstanceIds'] as readonly string[] | undefined) ?? [String(input['InstanceId'])]

/** What a roll that came to its end has terminated of the old instances it also says, whatever became of the answers. */
function notReplaced(
  { old, account }: Fixture,
  { status, replaced }: ReportedGroup,
  changes: readonly RecordedChange[],
): readonly string[] {
  if (status !== 'rolled' || account.behaviour.staleSeconds > 0) return []
  const left = changes
    .filter(({ operation }) => operation === 'TerminateInstanceInAutoScalingGroup')
    .flatMap((change) =>
      namedIn(change).filter((id) => {
        const { inService, pending, standby } = change.before.ids
        return [...inService, ...pending, ...standby].includes(id) && !change.after.ids.inService.includes(id)
      }),
    )
  const missing = left.filter((id) => old.includes(id) && !replaced.includes(id))
  return missing.length > 0 ? [`a roll: ${missing.join(', ')} was terminated and does not count as replaced`] : []
}

/** A roll that was stopped says what the group launches now, while old instances are there. */
function sourceUntold({ account, recorder, old, newSource, plan }: Fixture, group: ReportedGroup): readonly string[] {
  const { inService } = recorder.snapshot().ids
  if (group.status !== 'halted' || newSource || plan.inputs['on-failure'] === 'rollback') return []
  // With `force` an old instance may be of the version that the group launches.
  if (plan.inputs['force'] === 'true') return []
  // What an alarm has failed launches its previous source again.
  if (group.failure?.what.includes(' is taken back to ') === true) return []
  if (!inService.some((id) => old.includes(id))) return []
  const told = group.failure?.remedy ?? ''
  const isUnread = account.ledger.entries.some(
    ({ operation, outcome }) => /^Describe(LaunchTemplate|LaunchConfiguration)/.test(operation) && outcome !== 'ok',
  )
  const isTold =
    told.includes('The group still launches from ') ||
    (isUnread && told.includes('What the group launches now could not be read'))
  return isTold ? [] : ['a roll: it was halted, and does not say what the group launches now']
}
