import { LAUNCH_FAILURES, launchFailureClass, launchFailureKind } from '../../../src/domain/rollout/launch-failures.ts'
import {
  LAUNCH_FAILURE_TEXTS,
  type LaunchFailureName,
  launchFailureText,
} from '../../../simulator/auto-scaling/launch-failure-texts.ts'

const names = Object.keys(LAUNCH_FAILURE_TEXTS) as readonly LaunchFailureName[]

/** What each of AWS's texts means: by reading AWS's page, not the table. */
const MEANS = {
  full: [
    'no capacity of the type', 'no Spot capacity', 'unfulfillable capacity', 'too many Spot Instances', 'the Spot price',
    'the type is not in the zone', 'the zone is no longer supported', 'the zone is constrained',
    'the configuration in the zone', 'the volume type is not in the zone', 'no public addresses', 'no free addresses', 'no free addresses for a fleet', 'the vCPU quota',
    'the instance quota', 'the instance quota of a type', 'the quota of fleets', 'no dedicated host',
    'no room on the dedicated host', 'no compatible host', 'the capacity reservation is full', 'no reserved capacity',
    'no capacity on the Outpost', 'no volume capacity', 'the volume quota', 'the network interface quota',
  ],
  transient: [
    'the request rate', 'an internal error on launch', 'an internal error', 'the service is unavailable',
    'the request can be retried', 'the image is pending', 'a resource is in transition', 'the service-linked role is new', 'the region is being validated',
  ],
} as const satisfies Readonly<Record<string, readonly LaunchFailureName[]>> // prettier-ignore

const meaningOf = (name: LaunchFailureName): string =>
  Object.entries(MEANS).find(([, its]) => (its as readonly string[]).includes(name))?.[0] ?? 'final'

test.each(
  names.flatMap((name) =>
    (['RunInstances', 'EC2 Fleet'] as const).map((by) => ({
      reason: launchFailureText(name, by),
      means: meaningOf(name),
    })),
  ),
)('"$reason" is $means', ({ reason, means }) => {
  expect(launchFailureClass(reason)).toBe(means)
})

test.each([
  'Something that AWS has not said before. Launching EC2 instance failed.',
  '',
  // Of the words that a row looks for, each alone may mean anything.
  'The capacity of the disk is not sufficient.',
])('"%s" is unknown', (reason) => {
  expect(launchFailureClass(reason)).toBe('unknown')
})

test('the table has more than forty rows, with a name each, and none that no text of AWS reaches', () => {
  expect(LAUNCH_FAILURES.length).toBeGreaterThan(40)
  expect(new Set(LAUNCH_FAILURES.map(({ name }) => name)).size).toBe(LAUNCH_FAILURES.length)
  const reached = names.flatMap((name) => [
    launchFailureKind(launchFailureText(name, 'RunInstances'))?.name,
    launchFailureKind(launchFailureText(name, 'EC2 Fleet'))?.name,
  ])
  expect(LAUNCH_FAILURES.map(({ name }) => name).filter((name) => !reached.includes(name))).toEqual([])
})
