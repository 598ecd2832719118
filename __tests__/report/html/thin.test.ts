import type { CapacitySample } from '../../../src/report/events.ts'
import { thinned } from '../../../src/report/html/thin.ts'

const sample = (at: number, ready = 3): CapacitySample => ({
  at,
  ready,
  coming: 0,
  leaving: 0,
  floor: 3,
  old: 3,
  current: 0,
})

test.each([{ many: 480 }, { many: 481 }, { many: 4000 }])(
  'of $many samples the ends and the worst are kept',
  ({ many }) => {
    const samples = Array.from({ length: many }, (_, at) => sample(at, at === 317 ? 1 : 3))
    const kept = thinned(samples)
    expect(kept.length).toBeLessThanOrEqual(480)
    expect([kept[0]?.at, kept.at(-1)?.at]).toEqual([0, many - 1])
    expect(kept.filter(({ ready }) => ready < 3).map(({ at }) => at)).toEqual([317])
    expect(kept.map(({ at }) => at)).toEqual(kept.map(({ at }) => at).toSorted((one, other) => one - other))
  },
)

test('few samples stay as they are', () => {
  expect(thinned([sample(0), sample(1)])).toHaveLength(2)
  expect(thinned([])).toEqual([])
})
