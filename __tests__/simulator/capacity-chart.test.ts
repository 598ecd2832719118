import { capacityChart } from '../../simulator/capacity-chart.ts'
import type { CapacitySample } from '../../simulator/capacity-log.ts'

const sample = (at: number, numbers: Partial<CapacitySample>): CapacitySample => ({
  at,
  desired: 2,
  ready: 2,
  readyUnits: numbers.ready ?? 2,
  inService: numbers.ready ?? 2,
  pending: 0,
  leaving: 0,
  ...numbers,
})
const chart = (samples: readonly CapacitySample[]) =>
  capacityChart({ title: 'web', samples, from: 0, to: 200, floor: 2, width: 27 })

describe('the capacity chart', () => {
  it('stacks ready, booting and leaving instances over the floor', () => {
    const samples = [
      sample(-50, {}),
      sample(50, { pending: 1 }),
      sample(100, { inService: 3 }),
      sample(150, { leaving: 1 }),
    ]
    expect(chart(samples)).toEqual([
      'web',
      '   3 ┤     ▒▒▒▒▒▒▒▒▒▒░░░░░',
      '     ┝━━━━━━━━━━━━━━━━━━━━',
      '   2 ┤████████████████████',
      '   1 ┤████████████████████',
      '     └╵0 min──────╵2 min',
    ])
  })

  it('shows a short dip below the floor', () => {
    const samples = [sample(0, {}), sample(91, { ready: 1 }), sample(91.5, {})]
    expect(chart(samples)).toContain('   2 ┤█████████!██████████')
  })
})
