/**
 * What must be true after a run whose image raises an alarm, and after a crash of it and its recovery: no instance of that image is
 * left, no old one has left, and all else is as it was. Each string describes a violation.
 */
import type { ActionRun } from '../run-action.ts'
import { checkInvariants, checkSucceeded, checkWhole, memoIn } from './crash-ends.ts'
import { type CrashFixture, EXPIRED_LEASE_SECONDS, groupsOf, inputsFor, play } from './crash-fixture.ts'
import type { RecoveredRun } from './crash-walk.ts'

/** After the undisturbed run: it has failed its gate, and is taken back. */
export const checkGateFailed = (fixture: CrashFixture, run: ActionRun): readonly string[] => [
  ...(run.failed && reportedBy(run).includes('is in ALARM since') ? [] : ['the gate did not fail']),
  ...checkTakenBack(fixture, run),
]

/** After a run that went on from a crash. One that cannot tell whose the launch source is says how to take it back, and changes nothing. */
export async function checkTakenBackAfter(
  fixture: CrashFixture,
  { left, leftSource, run }: Pick<RecoveredRun, 'left' | 'leftSource' | 'run'>,
): Promise<readonly string[]> {
  // A roll after one that is over, from a version of the same content: a template that is followed by `$Latest` has one more.
  if (memoIn(left) === memoIn(fixture.begin) && leftSource !== fixture.source.used)
    return [...checkSucceeded(run), ...failedLeft(fixture), ...checkWhole(fixture)]
  if (!isRefused(run)) return checkTakenBack(fixture, run)
  const { account, fleet, mode } = fixture
  account.timeline.advance(EXPIRED_LEASE_SECONDS)
  const inputs = inputsFor(fleet, { mode: 'restore', ...groupsOf(mode) })
  const restored = await play(fixture, { runId: '3000', inputs })
  return [...checkSucceeded(restored), ...checkTakenBack(fixture, restored)]
}

/** After a step that puts back. */
export const checkNothingFailedLeft = (fixture: CrashFixture, run: ActionRun): readonly string[] => [
  ...checkSucceeded(run),
  ...checkAsBefore(fixture, run),
]

const isRefused = (run: ActionRun): boolean => reportedBy(run).includes('before anything is changed') && reportedBy(run).includes('mode: restore') // prettier-ignore

const reportedBy = ({ annotations }: ActionRun): string => annotations.map(({ message }) => message).join(' ')

function checkTakenBack(fixture: CrashFixture, run: ActionRun): readonly string[] {
  const { account, recorder } = fixture
  const problems = checkAsBefore(fixture, run)
  if (problems.length > 0) return problems
  // What AWS launches next, in the place of an instance that is lost, is of the previous source.
  const [lost] = recorder.snapshot().ids.inService
  account.autoScaling.operations.TerminateInstanceInAutoScalingGroup({ InstanceId: lost, ShouldDecrementDesiredCapacity: false }) // prettier-ignore
  account.timeline.advance(120)
  return failedLeft(fixture)
}

function checkAsBefore(fixture: CrashFixture, run: ActionRun): readonly string[] {
  const { recorder, old } = fixture
  const { inService } = recorder.snapshot().ids
  const gone = old.filter((id) => !inService.includes(id))
  return [
    ...failedLeft(fixture),
    ...(gone.length > 0 ? [`${gone.join(', ')} was replaced though the gate failed`] : []),
    ...checkInvariants(fixture, { ...run, failed: false }),
    ...checkWhole(fixture),
  ]
}

/** Instances of the image that raises the alarm. */
function failedLeft({ account, recorder, newImageId }: CrashFixture): readonly string[] {
  const { inService, pending } = recorder.snapshot().ids
  const left = [...inService, ...pending].filter((id) => account.ec2.machine(id)?.imageId === newImageId)
  return left.length > 0 ? [`${left.join(', ')} of the failed source is left`] : []
}
