import { limitSeconds } from '../../bench/limit.ts'
import { checked, type Scenario } from '../../bench/scenarios.ts'

const usual = checked[0] as Scenario

describe('the limit of a roll', () => {
  const rows: readonly { name: string; change: Partial<Scenario>; boots: readonly number[]; seconds: number }[] = [
    { name: 'one at a time', change: { size: 10 }, boots: Array<number>(10).fill(60), seconds: 10 * 85 },
    { name: 'an incomplete last wave counts as a whole wave', change: { size: 10, surge: '4' }, boots: Array<number>(10).fill(60), seconds: 3 * 85 }, // prettier-ignore
    { name: 'a percentage of the size', change: { size: 100, surge: '10%' }, boots: Array<number>(100).fill(60), seconds: 10 * 85 }, // prettier-ignore
    { name: 'a percentage is rounded up to whole instances', change: { size: 15, surge: '10%' }, boots: Array<number>(15).fill(60), seconds: 8 * 85 }, // prettier-ignore
    { name: 'all at once', change: { size: 7, surge: '100%' }, boots: Array<number>(7).fill(60), seconds: 85 },
    { name: 'a slow reaction', change: { size: 2, reactionSeconds: 15 }, boots: [60, 60], seconds: 2 * 95 },
    { name: 'status checks where there is no load balancer', change: { size: 1, balancer: 'none' }, boots: [60], seconds: 185 }, // prettier-ignore
    { name: 'each takes the place that is free first', change: { size: 3, surge: '2' }, boots: [10, 100, 20], seconds: 125 }, // prettier-ignore
    { name: 'what is lacking by then is launched with it', change: { size: 4, surge: '2', reactionSeconds: 15 }, boots: [10, 20, 30, 30], seconds: 45 + 15 + 50 }, // prettier-ignore
  ]

  it.each(rows)('$name', ({ change, boots, seconds }) => {
    expect(limitSeconds({ ...usual, ...change }, boots)).toBe(seconds)
  })
})
