import { disaster } from '../scripts/disasters/disaster.ts'
import { takeShortcut } from '../src/simulator/shortcut.ts'

// Thousands are played by `npm run disasters`; a few show here that they can be, and that one is what its seed says.

beforeAll(takeShortcut)

test('random fleets survive random disasters', async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 60; seed++)
    for (const problem of (await disaster(seed)).problems) broken.push(`seed ${seed}: ${problem}`)
  expect(broken).toEqual([])
}, 60_000)

test('the same seed gives the same story', async () => {
  const [one, other] = [await disaster(6), await disaster(6)]
  expect(one.story()).toEqual(other.story())
  expect(one.story().length).toBeGreaterThan(20)
})
