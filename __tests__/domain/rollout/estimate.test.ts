import { estimate, type Within } from '../../../src/domain/rollout/estimate.ts'

const near = (seconds: number, by = 1): Within => ({ atLeast: seconds - by, atMost: seconds + by })

describe('what samples tell of the next', () => {
  test('nothing where there are none', () => {
    expect(estimate([])).toBeUndefined()
  })

  test.each([
    { name: 'one sample agrees with itself, and proves nothing', samples: [near(60)], expected: { earliest: 59, latest: 61, agrees: true, isConstant: false } }, // prettier-ignore
    { name: 'two that agree may be chance', samples: [near(60), near(61)], expected: { earliest: 60, latest: 61, agrees: true, isConstant: false } }, // prettier-ignore
    { name: 'three that agree are constant', samples: [near(60), near(61), near(60)], expected: { earliest: 60, latest: 61, agrees: true, isConstant: true } }, // prettier-ignore
    { name: 'whole seconds differ by chance', samples: [near(60, 0), near(62, 0), near(61, 0)], expected: { earliest: 60, latest: 62, agrees: true, isConstant: true } }, // prettier-ignore
    { name: 'a hundredth of a long time is the same time', samples: [near(600, 0), near(606, 0), near(603, 0)], expected: { earliest: 600, latest: 606, agrees: true, isConstant: true } }, // prettier-ignore
    { name: 'what was seen from afar agrees with everything and proves nothing', samples: [near(60, 20), near(65, 20), near(61, 20)], expected: { earliest: 45, latest: 80, agrees: true, isConstant: false } }, // prettier-ignore
  ])('$name', ({ samples, expected }) => {
    expect(estimate(samples)).toEqual({ ...expected, early: expected.earliest })
  })

  test('where they differ, the next may be shorter than each, and one in ten is shorter than most', () => {
    const { earliest, latest, early, agrees } = estimate([40, 50, 60, 80, 100].map((seconds) => near(seconds))) ?? {}
    expect(agrees).toBe(false)
    expect(earliest).toBeCloseTo(29.5, 1)
    expect(early).toBeCloseTo(41.2, 1)
    expect(latest).toBe(100)
  })
})
