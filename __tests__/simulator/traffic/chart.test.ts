import { trafficChart } from '../../../simulator/traffic/chart.ts'
import type { TrafficSample } from '../../../simulator/traffic/meter.ts'

const sample = (at: number, blue: number, more: Partial<TrafficSample> = {}): TrafficSample => ({
  at,
  shares: { blue, green: 1 - blue },
  targetGroups: {},
  errors: {},
  missed: {},
  ...more,
})

test('the shares of groups stand above each other, and what met no healthy target is marked however short it was', () => {
  const samples = [sample(0, 1), sample(600, 0.5), sample(1200, 0, { missed: { 'no target': 0.2 } }), sample(1201, 0)]
  expect(trafficChart({ title: 'shop', samples, from: 0, to: 1800, width: 38 }).join('\n')).toBe(
    [
      'shop',
      '100 % ┤██████████░░░░░░░░░░!░░░░░░░░░',
      ...[90, 80, 70, 60].map((each) => ` ${each} % ┤██████████░░░░░░░░░░░░░░░░░░░░`),
      ...[50, 40, 30, 20, 10].map((each) => ` ${each} % ┤████████████████████░░░░░░░░░░`),
      '      └╵0 min────╵10 min───╵20 min',
      '█ blue   ░ green   ! met no healthy target',
    ].join('\n'),
  )
})
