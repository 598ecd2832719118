import { shiftedTraffic } from '../../scripts/demo/shifted-traffic.ts'
import { takeShortcut } from '../../simulator/shortcut.ts'
import { runAction } from '../../testing/run-action.ts'

beforeAll(takeShortcut)

test('a blue/green deployment moves all of the traffic, and the picture shows by which shares', async () => {
  const { account, inputs, picture, failures } = shiftedTraffic()
  const from = account.timeline.now
  const { failed } = await runAction(account, { inputs })
  expect(failed).toBe(false)
  expect(failures()).toEqual([])
  const [title, ...lines] = picture({ from, to: account.timeline.now, width: 60 })
  expect(title).toContain('from blue to green')
  const row = (percent: number): string =>
    lines.find((line) => line.startsWith(`${String(percent).padStart(3)} %`)) ?? ''
  // At a tenth green is in the highest row, at half of it in the upper five, and at the end in all.
  expect(row(100)).toMatch(/┤█+░+$/)
  expect(row(60)).toMatch(/┤█+░+$/)
  expect(row(50)).toMatch(/┤█+░+$/)
  expect(row(100).indexOf('░')).toBeLessThan(row(60).indexOf('░'))
  expect(row(60).indexOf('░')).toBeLessThan(row(50).indexOf('░'))
  expect(lines.at(-1)).toContain('█ shop-blue   ░ shop-green')
})

test('what is left half-way is told', () => {
  expect(shiftedTraffic().failures()).toEqual(['shop: the rules say 1/none and 1/none.', 'shop: blue has 3, green has 0.']) // prettier-ignore
})
