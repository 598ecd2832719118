/** The loop of a shift on a model of both groups: when it looks, and what it does where it must not go on. */
import type { TrafficOutcome } from '../../../src/controllers/traffic/ports.ts'
import { shiftTraffic } from '../../../src/controllers/traffic/shift.ts'
import { afterTrafficChange } from '../../../src/domain/traffic/forecast.ts'
import type { TrafficChange, TrafficObservation, TrafficPolicy } from '../../../src/domain/traffic/traffic.ts'
import { aRoute, aShiftPolicy, memosOf, NOW, twoSides, withSides } from '../../domain/traffic/a-shift.ts'

interface Told {
  readonly outcome: TrafficOutcome
  /** Seconds between one look and the next. */
  readonly pauses: readonly number[]
  readonly changes: readonly TrafficChange[]
  readonly told: readonly string[]
}

/** Shifts on a model that begins like this; `meanwhile` is what others do right before a look. */
async function shift(
  begin: TrafficObservation,
  policy: Partial<TrafficPolicy>,
  meanwhile: (seen: TrafficObservation) => TrafficObservation = (seen) => seen,
): Promise<Told> {
  let now = NOW
  let seen = begin
  const looks: number[] = []
  const changes: TrafficChange[] = []
  const told: string[] = []
  const outcome = await shiftTraffic({
    port: {
      look: async (at) => {
        looks.push(at)
        seen = meanwhile({ ...seen, at })
        return seen
      },
      apply: async (change) => {
        changes.push(change)
        seen = afterTrafficChange(seen, change)
      },
    },
    policy: aShiftPolicy(policy),
    probe: undefined,
    clock: { now: () => now * 1000, sleep: async (milliseconds) => void (now += milliseconds / 1000) },
    tell: (event) => void (event.kind === 'note' && told.push(event.message)),
    deadline: NOW + 100_000,
    pollSeconds: () => 5,
    signal: new AbortController().signal,
    saving: () => {},
    patienceSeconds: 0,
  })
  const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0))
  return { outcome, pauses, changes, told }
}

const untouched = (): TrafficObservation => twoSides([aRoute({ blue: 100, green: 0 }, { previous: undefined })])

const setShares = (changes: readonly TrafficChange[]): readonly unknown[] =>
  changes.flatMap((change) => (change.kind === 'set-shares' ? [change.weights.green] : []))

test('while a step bakes no look comes later than 20 seconds after the one before, and one when the bake is over', async () => {
  const { outcome, pauses, changes } = await shift(untouched(), { steps: [10, 100], bakeSeconds: 310, bakeAtEndSeconds: 0 }) // prettier-ignore
  expect(outcome.status).toBe('shifted')
  expect(setShares(changes)).toEqual([10, 100])
  expect(Math.max(...pauses)).toBe(20)
  const [first = 0, second = 0] = outcome.curve.filter(({ share }) => share > 0).map(({ at }) => at)
  // The share is seen a second after it was set.
  expect(second - first - 310).toBeLessThanOrEqual(2)
})

test('another hand on a weight ends it at once: it goes neither on nor back', async () => {
  const { outcome, changes, told } = await shift(untouched(), { steps: [10, 50, 100] }, (seen) => {
    const [route] = seen.routes
    return route?.weights.green === 10 ? { ...seen, routes: [{ ...route, weights: { blue: 70, green: 30 } }] } : seen
  })
  expect(outcome).toMatchObject({ status: 'unfinished', failure: { what: expect.stringContaining('which this shift has not set') } }) // prettier-ignore
  expect(setShares(changes)).toEqual([10])
  expect(told).toEqual([])
  expect(outcome.left[0]).toBe('rule gives green 30 percent.')
})

test('a gate that fails is told, and the traffic goes back', async () => {
  const memos = memosOf({ share: 10 })
  const begun = withSides(twoSides([aRoute({ blue: 90, green: 10 })]), {
    blue: { memo: memos.blue },
    green: { memo: memos.green, instances: [] },
  })
  const { outcome, told } = await shift(begun, { instanceTimeoutSeconds: 60 })
  expect(told).toEqual([expect.stringMatching(/^The shift was halted: .* The traffic goes back\.$/)])
  expect(outcome.status).toBe('halted')
  expect(outcome.after.routes[0]?.weights).toEqual({ blue: 1, green: undefined })
})
