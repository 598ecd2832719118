import { takeShortcut } from '../../../simulator/shortcut.ts'
import { alive, expectAlone, redeploy, scene } from './fixture.ts'
import { watched } from './bastion-invariants.ts'

// Only the job's `concurrency` prevents two runs for the same bastion. If two run at once, both may fail, but one bastion
// is left, and SSH answered all the time.

beforeAll(takeShortcut)

const rows = [0, 20].flatMap((staleSeconds) =>
  [0, 1, 7, 30, 61, 100, 121, 124, 126, 128].map((after) => ({ staleSeconds, after })),
)

test.each(rows)(
  'two runs at one bastion, $after seconds apart, while EC2 lags $staleSeconds seconds',
  async ({ staleSeconds, after }) => {
    const fixture = scene({ account: { behaviour: { staleSeconds } } })
    const broken = watched(fixture, 3)
    const runs = await fixture.account.clock.runActors(
      [0, after].map((seconds, index) => async (clock) => {
        await clock.sleep(seconds * 1000)
        return await redeploy(
          fixture,
          {},
          { clock, runId: String(1000 + index), process: { latencySeconds: 0.2, clock } },
        )
      }),
    )
    expect(runs.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    fixture.account.timeline.advance(60)
    expect(broken()).toEqual([])
    expect(alive(fixture)).toHaveLength(1)
    // The next run completes the replacement in any case.
    await redeploy(fixture, {}, { runId: '2000' })
    fixture.account.timeline.advance(60)
    expectAlone(fixture, alive(fixture)[0]?.InstanceId ?? '')
    expect(alive(fixture)[0]?.ImageId).toBe(fixture.newImage)
  },
)
