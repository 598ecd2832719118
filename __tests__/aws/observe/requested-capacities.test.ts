import { requestedCapacitiesIn } from '../../../src/aws/observe/requested-capacities.ts'

/** The run has terminated one, 43 seconds after it had looked. */
const OWN =
  'At 2026-01-05T08:01:44Z instance i-0a was taken out of service in response to a user request, shrinking the capacity from 8 to 7.'
const STARTED =
  'At 2026-01-05T08:01:50Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 5 to 7.'

describe('the desired capacities that causes of activities name as asked for', () => {
  const rows = [
    {
      name: 'an update of the group',
      causes: [
        `At 2026-01-05T08:01:43Z a user request update of AutoScalingGroup constraints to min: 3, max: 8, desired: 8 changing the desired capacity from 6 to 8.  ${STARTED}`,
      ],
      found: [8],
    },
    {
      name: 'a desired capacity that was set',
      causes: [
        `At 2026-01-05T08:01:43Z a user request explicitly set group desired capacity changing the desired capacity from 6 to 8.  ${STARTED}`,
      ],
      found: [8],
    },
    {
      name: 'a scheduled action',
      causes: [
        'At 2026-01-05T08:01:43Z a scheduled action update of AutoScalingGroup constraints to min: 1, max: 9, desired: 9 changing the desired capacity from 6 to 9.',
      ],
      found: [9],
    },
    {
      name: 'an instance that was taken away with its place, but not by the run',
      causes: [
        'At 2026-01-05T08:01:45Z instance i-0b was taken out of service in response to a user request, shrinking the capacity from 7 to 6.',
      ],
      found: [6],
    },
    {
      name: 'the newest first',
      causes: [
        'At 2026-01-05T08:01:10Z a user request explicitly set group desired capacity changing the desired capacity from 4 to 8.',
        'At 2026-01-05T08:01:20Z a user request explicitly set group desired capacity changing the desired capacity from 8 to 9.',
        'At 2026-01-05T08:01:30Z a user request explicitly set group desired capacity changing the desired capacity from 9 to 8.',
      ],
      found: [8, 9, 8],
    },
    {
      name: 'nothing of an older request, which a later launch still names',
      causes: [
        `At 2026-01-05T08:00:30Z a user request explicitly set group desired capacity changing the desired capacity from 6 to 8.  ${STARTED}`,
      ],
      found: [],
    },
    { name: 'nothing of what AWS does by itself', causes: [STARTED], found: [] },
  ]
  test.each(rows)('$name', ({ causes, found }) => {
    const told = (all: readonly string[]) =>
      requestedCapacitiesIn(all.map((Cause) => ({ Cause })) as never, {
        terminated: ['i-0a'],
        withinSeconds: 42.5,
      }).map(({ desired }) => desired)
    expect(told([OWN, ...causes])).toEqual(found)
    // Without the run's own termination nothing tells what came before it.
    expect(told(causes)).toEqual([])
  })
})
