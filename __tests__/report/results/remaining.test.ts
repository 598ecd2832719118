import { timeLeft, type WorkPace } from '../../../src/report/results/remaining.ts'
import { SimulatedAccount } from '../../../simulator/account.ts'
import { addGroup } from '../../../simulator/scenario.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'
import { runAction } from '../../../testing/run-action.ts'

/** New instances that were launched together at 1000 and became ready after so many seconds each. */
const ready = (...seconds: readonly number[]): WorkPace['ready'] =>
  seconds.map((each) => ({ from: 1000, readyAt: 1000 + each, weight: 1 }))
const coming = (number: number, from = 1000): WorkPace['coming'] =>
  Array.from({ length: number }, () => ({ from, weight: 1 }))

describe('the time left', () => {
  const rows: { name: string; pace: WorkPace; left: { low: number; high: number } | undefined }[] = [
    {
      name: 'is unknown while nothing is ready',
      pace: { at: 1050, total: 10, ready: [], coming: coming(2), width: 2 },
      left: undefined,
    },
    {
      name: 'is nothing once enough are ready',
      pace: { at: 1100, total: 2, ready: ready(90, 95), coming: [], width: 2 },
      left: { low: 0, high: 0 },
    },
    {
      name: 'reckons those that come side by side as one wave: the first of four is no quarter of the pace',
      pace: { at: 1100, total: 40, ready: ready(100), coming: coming(3), width: 4 },
      left: { low: 725, high: 2290 },
    },
    {
      name: 'is nearer to one figure when the whole wave is ready',
      pace: { at: 1120, total: 40, ready: ready(100, 105, 110, 115), coming: [], width: 4 },
      left: { low: 917, high: 1503 },
    },
    {
      name: 'goes by the turns that it has seen: twenty seconds from ready to the next launch',
      pace: {
        at: 1360,
        total: 12,
        ready: [0, 120, 240].flatMap((wave) =>
          ready(100, 100, 100).map((each) => ({ ...each, from: 1000 + wave, readyAt: each.readyAt + wave })),
        ),
        coming: coming(3, 1360),
        width: 3,
      },
      left: { low: 95, high: 140 },
    },
    {
      name: 'is one figure when many are ready and many are still to come',
      pace: { at: 1110, total: 400, ready: ready(...Array.from({ length: 40 }, () => 100)), coming: [], width: 10 },
      left: { low: 3618, high: 3618 },
    },
    {
      name: 'counts weights: four of weight 2 are eight of ten',
      pace: {
        at: 1100,
        total: 10,
        ready: ready(100, 100, 100, 100).map((each) => ({ ...each, weight: 2 })),
        coming: [],
        width: 4,
      },
      left: { low: 100, high: 185 },
    },
    {
      name: 'is unknown once what comes takes twice as long as anything before',
      pace: { at: 1201, total: 4, ready: ready(100), coming: coming(1), width: 2 },
      left: undefined,
    },
    {
      name: 'is unknown once nothing has come for so long',
      pace: { at: 1301, total: 4, ready: ready(100), coming: [], width: 1 },
      left: undefined,
    },
  ]
  test.each(rows)('$name', ({ pace, left }) => {
    expect(timeLeft(pace)).toEqual(left)
  })
})

describe('with a surge of 10 % and boots that differ', () => {
  const seconds = (text: string): number => {
    const [, hours = '0', minutes = '0'] = /^(?:(\d+) h )?(\d+) m$/.exec(text) ?? []
    return Number(hours) * 3600 + Number(minutes) * 60
  }
  const clock = (line: string): number => {
    const [, hours = '0', minutes = '0', rest = '0'] = /^(\d\d):(\d\d):(\d\d)/.exec(line) ?? []
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)
  }

  beforeAll(takeShortcut)

  test.each([1, 2])('the end is in the range from the first estimate on (seed %i)', async (seed) => {
    const account = new SimulatedAccount({ seed, behaviour: { bootSeconds: [40, 140] } })
    addGroup(account, { name: 'web', size: 40, balancers: ['target-group'], outdated: true })
    const inputs = { mode: 'respawn', 'auto-scaling-groups': 'web', surge: '10%' }
    const { lines } = await runAction(account, { inputs })
    const end = clock(lines.find((line) => line.includes('rolled: ')) ?? '')
    const estimates = lines.flatMap((line) => {
      const [, , low, high] = / %  (about |up to )?(?:(\d[^a-z]*m) to )?(\d.*m) left/.exec(line) ?? []
      const truth = end - clock(line)
      // A minute is the finest figure.
      return high === undefined || truth < 120 ? [] : { truth, low: seconds(low ?? high), high: seconds(high) }
    })
    expect(estimates.length).toBeGreaterThan(40)
    const [first] = estimates
    expect(first?.truth).toBeGreaterThanOrEqual((first?.low ?? 0) * 0.9)
    expect(first?.truth).toBeLessThanOrEqual((first?.high ?? 0) * 1.1)
    const wrong = estimates.filter(({ truth, low, high }) => truth < low * 0.75 - 60 || truth > high * 1.25 + 60)
    expect(wrong).toEqual([])
  })
})
