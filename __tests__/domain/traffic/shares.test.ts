import {
  isSameTraffic,
  isSameWeights,
  shareOf,
  unwritableShare,
  weightsAt,
  wholeWeights,
} from '../../../src/domain/traffic/shares.ts'

describe('weights of Route 53, of which 200 are all', () => {
  interface Row {
    readonly name: string
    /** Of the others; the wish is a percent. */
    readonly before: readonly number[]
    readonly percent: number
    readonly after: readonly [wanted: number, ...others: readonly number[]]
  }
  const rows: readonly Row[] = [
    { name: 'one of two gets a tenth', before: [200], percent: 10, after: [20, 180] },
    { name: 'a third one gets a third', before: [100, 100], percent: 33.3, after: [66, 67, 67] },
    { name: 'a third one gives all of it back', before: [67, 67], percent: 0, after: [0, 100, 100] },
    { name: 'the only one gets all, whatever was asked for', before: [0], percent: 20, after: [200, 0] },
    // Senza comes to 1/124/75 here: equal deltas hit the floor of 1, and the rest is taken from the wish.
    { name: 'what one at its floor cannot give, the other gives', before: [1, 199], percent: 50, after: [100, 1, 99] },
    { name: 'all of it leaves the others nothing', before: [120, 80], percent: 100, after: [200, 0, 0] },
    { name: 'one that had nothing stays without', before: [200, 0], percent: 40, after: [80, 120, 0] },
    { name: 'half a percent', before: [200], percent: 0.5, after: [1, 199] },
    {
      name: 'the wish gives way only where there would not be 1 for each',
      before: [100, 50, 50],
      percent: 99.5,
      after: [197, 1, 1, 1],
    },
    {
      name: 'what is over goes to the last of those with the same remainder',
      before: [100, 100],
      percent: 33.5,
      after: [67, 66, 67],
    },
    { name: 'in proportion, not in equal parts', before: [150, 50], percent: 50, after: [100, 75, 25] },
    { name: 'weights that were no whole', before: [3, 1], percent: 20, after: [40, 120, 40] },
  ]
  test.each(rows)('$name', ({ before, percent, after }) => {
    const { wanted, others } = wholeWeights(200, Math.floor(percent * 2), before)
    expect([wanted, ...others]).toEqual(after)
    expect([wanted, ...others].reduce((sum, weight) => sum + weight, 0)).toBe(200)
  })

  test('of every mixture the sum is exact, and none that was positive falls below 1', () => {
    for (let seed = 0; seed < 3000; seed += 1) {
      const before = [seed % 201, (seed * 7) % 13, (seed * 31) % 97, seed % 3 === 0 ? 0 : 1]
      const { wanted, others } = wholeWeights(200, (seed * 17) % 200, before)
      expect(wanted + others.reduce((sum, weight) => sum + weight, 0)).toBe(200)
      expect(others.map((weight) => weight > 0)).toEqual(before.map((weight) => weight > 0))
    }
  })
})

test.each([
  ['alb', 30, { blue: 70, green: 30 }],
  ['nlb', 100, { blue: 0, green: 100 }],
  ['classic', 0, { blue: 1, green: undefined }],
  ['classic', 50, { blue: 1, green: 1 }],
  ['classic', 100, { blue: undefined, green: 1 }],
  ['route53', 10, { blue: 180, green: 20 }],
] as const)('%s writes %d percent of green as it takes it', (means, share, weights) => {
  expect(weightsAt(means, { blue: 1, green: means === 'route53' ? 0 : undefined }, { to: 'green', share })).toEqual(
    weights,
  )
})

test('the other records of a name share the rest', () => {
  const before = { blue: 100, green: 0, others: { canary: 100, old: 0 } }
  const after = { blue: 50, green: 100, others: { canary: 50, old: 0 } }
  expect(weightsAt('route53', before, { to: 'green', share: 50 })).toEqual(after)
  expect(shareOf(after, 'green')).toBe(50)
  expect(isSameTraffic(after, { ...after, others: { canary: 49, old: 0 } })).toBe(false)
})

test('a side that is not named is no side of weight 0, though it gets as much', () => {
  const [named, unnamed] = [
    { blue: 100, green: 0 },
    { blue: 100, green: undefined },
  ]
  expect(isSameTraffic(named, unnamed)).toBe(true)
  expect(isSameWeights(named, unnamed)).toBe(false)
  expect(shareOf({ blue: 0, green: 0 }, 'blue')).toBe(0)
})

test.each([
  ['alb', 33.3, 'a load balancer takes whole percents'],
  ['nlb', 0.5, 'a load balancer takes whole percents'],
  ['route53', 0.3, 'Route 53 takes no less than 0.5 percent'],
  ['classic', 50, 'a classic load balancer takes all or nothing'],
  ['alb', 101, 'a share is at most 100'],
  ['route53', 33.3, undefined],
  ['classic', 100, undefined],
  ['alb', 0, undefined],
] as const)('%s and %d percent: %s', (means, share, why) => {
  expect(unwritableShare(means, share)).toBe(why)
})
