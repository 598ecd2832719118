/** What a roll owes whose gate has failed: nothing of what it launched is left, where it was to be taken back. */
import type { ActionRun } from '../run-action.ts'
import type { Fault } from './fault.ts'
import type { Fixture } from './fixture.ts'

/** How an alarm, or CloudWatch, fails a gate in the words of the result. */
const GATE_FAILED = /is in ALARM since|CloudWatch has not told|had no data/

interface GroupDocument {
  readonly status: string
  readonly left: readonly string[]
  readonly failure: { readonly why?: string } | null
}

/** Whether the first roll was stopped by its gate, and nothing else kept it from being taken back. */
function hasFailedGate({ newSource }: Fixture, { outputs }: ActionRun, drawn: readonly Fault[]): boolean {
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as { readonly groups?: readonly GroupDocument[] }
  const [group] = groups
  if (group?.status !== 'halted' || !GATE_FAILED.test(group.failure?.why ?? '')) return false
  const others = drawn.filter(({ name }) => !name.startsWith('the alarm'))
  return !newSource && (group.left.length === 0 || others.every(({ weight }) => weight === 'bearable'))
}

/** A gate failure ends with no instance of the failed source, but where others hold one. */
export function failedSourceLeft(fixture: Fixture, first: ActionRun, drawn: readonly Fault[]): readonly string[] {
  if (!hasFailedGate(fixture, first, drawn)) return []
  const { account, group, handled, recorder } = fixture
  const { inService, pending } = recorder.snapshot().ids
  const left = [...inService, ...pending].filter(
    (id) => account.ec2.machine(id)?.imageId === group.newImageId && !handled.has(id),
  )
  return left.length > 0 ? [`a gate has failed, and ${left.join(', ')} of the failed source is left`] : []
}
