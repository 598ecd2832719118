/** A roll that ends at its checkpoints to be passed by hand, what may not pass them, and the releases that do. */
import { Random } from '../../simulator/random.ts'
import type { ActionRun } from '../run-action.ts'
import type { Fixture } from './fixture.ts'
import { focusOf } from './focus.ts'

/** A random source of its own: it leaves what else a seed draws as it was. */
const APART = 0xb4a2d

/** The alarm that watches some of them. */
const ALARM = 'by-hand'

type Step = (
  what: string,
  options: { readonly runId: string; readonly mode: string; readonly inputs: Readonly<Record<string, string>> },
) => Promise<ActionRun>

function statusOf({ outputs }: ActionRun): string | undefined {
  const { groups = [] } = JSON.parse(outputs['result'] ?? '{}') as { groups?: readonly { readonly status: string }[] }
  return groups[0]?.status
}

function watch({ account }: Fixture): void {
  account.cloudWatch.operations.PutMetricAlarm({ AlarmName: ALARM, MetricName: 'Errors', Namespace: 'Web', ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Period: 60, Statistic: 'Sum', Threshold: 1 }) // prettier-ignore
  account.cloudWatch.operations.SetAlarmState({ AlarmName: ALARM, StateValue: 'OK', StateReason: 'drawn' })
}

/** Rolls everything anew by hand, from checkpoint to checkpoint, where the seed is about that. */
export async function passByHand(fixture: Fixture, seed: number, step: Step): Promise<readonly string[]> {
  const random = new Random(seed ^ APART)
  const { plan, recorder } = fixture
  if (focusOf(seed)?.includes('a gate by hand') !== true || plan.plan.weights !== undefined) return []
  const before = recorder.snapshot()
  if (before.desired < 2 || before.ready !== before.desired) return []
  const alarms = random.next() < 0.5 ? ALARM : ''
  if (alarms !== '') watch(fixture)
  const checkpoints = before.desired >= 4 ? '1\n50%' : '1'
  const gates = { checkpoints, bake: '0.2', 'bake-at-end': '', promote: 'by-hand', alarms }
  const none = { checkpoints: '', bake: '', 'bake-at-end': '', promote: '', alarms: '' }
  const gated = await step('a roll by hand', { runId: '9300', mode: 'respawn', inputs: { force: 'true', ...gates } })
  // What a fleet of this seed does not allow is of no interest here.
  if (statusOf(gated) !== 'gated') return []
  const problems: string[] = []
  const refuses = async (what: string, mode: string, inputs: Readonly<Record<string, string>>): Promise<void> => {
    const { length } = recorder.changes
    const run = await step(what, { runId: '9310', mode, inputs })
    if (!run.failed || recorder.changes.length > length) problems.push(`${what} was not refused at a gate by hand`)
  }
  await refuses('a roll without gates', 'respawn', none)
  await refuses('a release without gates', 'release', none)
  if (alarms !== '') await refuses('a release without alarms', 'release', { ...gates, alarms: '' })
  const statuses: (string | undefined)[] = []
  for (const runId of checkpoints.split('\n').map((_, index) => String(9320 + index)))
    statuses.push(statusOf(await step('a release by hand', { runId, mode: 'release', inputs: gates })))
  const wanted = checkpoints.split('\n').map((_, index, all) => (index < all.length - 1 ? 'gated' : 'rolled'))
  if (statuses.join() !== wanted.join()) problems.push(`the releases by hand ended ${statuses.join(', ')}, not ${wanted.join(', ')}`) // prettier-ignore
  const after = recorder.snapshot()
  for (const size of ['min', 'max', 'desired'] as const)
    if (after[size] !== before[size]) problems.push(`${size} is ${after[size]} after a roll by hand, and was ${before[size]}`) // prettier-ignore
  return problems
}
