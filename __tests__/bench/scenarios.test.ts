import { limitSeconds } from '../../bench/scenarios.ts'

describe('the physical limit of a roll', () => {
  const rows: readonly { name: string; size: number; surge: string; waves: number }[] = [
    { name: 'one at a time', size: 10, surge: '1', waves: 10 },
    { name: 'an incomplete last wave counts as a whole wave', size: 10, surge: '4', waves: 3 },
    { name: 'a percentage of the size', size: 100, surge: '10%', waves: 10 },
    { name: 'a percentage is rounded up to whole instances', size: 15, surge: '10%', waves: 8 },
    { name: 'all at once', size: 7, surge: '100%', waves: 1 },
  ]

  it.each(rows)('$name', ({ size, surge, waves }) => {
    expect(limitSeconds({ groups: 1, size, surge, by: 'loop' })).toBe(waves * 80)
  })
})
