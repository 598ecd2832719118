import { requestRate } from '../../simulator/load.ts'

test.each([
  { name: 'before the first point', at: 0, rate: 10 },
  { name: 'at a point', at: 100, rate: 10 },
  { name: 'between two points', at: 150, rate: 20 },
  { name: 'at a step, its end', at: 200, rate: 90 },
  { name: 'after the last point', at: 900, rate: 90 },
])('the rate $name is $rate', ({ at, rate }) => {
  const points = [[100, 10], [200, 30], [200, 90]] as const // prettier-ignore
  expect(requestRate({ points, perInstance: 100 }, at)).toBe(rate)
})

test('a wave swings around the level, and never below nothing', () => {
  const load = { points: [[0, 10]], wave: { amplitude: 20, seconds: 400 }, perInstance: 100 } as const
  expect([0, 100, 200, 300].map((at) => Math.round(requestRate(load, at)))).toEqual([10, 30, 10, 0])
})
