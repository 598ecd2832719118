import type { CapacitySample } from '../../../src/report/events.ts'
import { blockChart } from '../../../src/report/summary/block-chart.ts'

const sample = (at: number, figures: Partial<CapacitySample> = {}): CapacitySample => ({
  at,
  ready: 3,
  coming: 0,
  leaving: 0,
  floor: 3,
  old: 3,
  current: 0,
  ...figures,
})

test('a chart shows what is ready, coming and leaving over time, with the floor on top of what must be full', () => {
  const samples = [
    sample(0),
    sample(60, { coming: 1 }),
    sample(240, { ready: 4 }),
    sample(300, { leaving: 1 }),
    sample(360),
    sample(600),
  ]
  expect(`\n${blockChart(samples).join('\n')}`).toBe(`
   4 ┤      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒██████░░░░░░
     ┝━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3
   3 ┤████████████████████████████████████████████████████████████
   2 ┤████████████████████████████████████████████████████████████
   1 ┤████████████████████████████████████████████████████████████
     └╵0 min──────╵2 min──────╵4 min──────╵6 min──────╵8 min`)
})

test('the shortest dip below the floor shows', () => {
  const samples = [sample(0), sample(1000, { ready: 2 }), sample(1001), sample(36_000)]
  const marked = blockChart(samples).filter((line) => line.includes('!'))
  expect(marked).toEqual([`   3 ┤█!${'█'.repeat(58)}`])
})

test('one that lacks of a thousand shows as well, in twelve rows at most', () => {
  const large = { ready: 1000, floor: 1000 }
  const lines = blockChart([
    sample(0, large),
    sample(300, { ...large, ready: 999 }),
    sample(310, large),
    sample(600, large),
  ])
  expect(lines.filter((line) => line.includes('┤'))).toHaveLength(12)
  expect(lines.filter((line) => line.includes('!'))).toEqual([`1008 ┤${'█'.repeat(30)}!${'█'.repeat(29)}`])
})

test.each([
  { name: 'no look', samples: [], lines: 0 },
  { name: 'one look', samples: [sample(0)], lines: 5 },
  {
    name: 'a group of none',
    samples: [sample(0, { ready: 0, floor: 0 }), sample(9, { ready: 0, floor: 0 })],
    lines: 2,
  },
])('of $name there is nothing that misleads', ({ samples, lines }) => {
  const chart = blockChart(samples)
  expect(chart).toHaveLength(lines)
  expect(chart.join('')).not.toContain('!')
})

test.each([1, 7, 60, 3600, 100_000, 700_000])('over %i seconds no line is longer than a phone shows', (seconds) => {
  const chart = blockChart([sample(0), sample(seconds / 2, { coming: 1 }), sample(seconds)])
  expect(Math.max(...chart.map((line) => line.length))).toBeLessThanOrEqual(68)
  expect(chart.at(-1)).toMatch(/╵0 min/)
})
