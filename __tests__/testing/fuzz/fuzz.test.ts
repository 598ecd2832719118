import { runSeed } from '../../../testing/fuzz/run-seed.ts'
import { drawFleet, type FleetPlan } from '../../../testing/fuzz/fleet-plan.ts'
import { type RareShapes, withRareShapes } from '../../../testing/fuzz/rare-shapes.ts'
import { Random } from '../../../simulator/random.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

// Thousands are played by `npm run fuzz`; a few show here that they can be, and that one is what its seed says.

beforeAll(takeShortcut)

test('random fleets survive random disasters', async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= 60; seed++)
    for (const problem of (await runSeed(seed)).problems) broken.push(`seed ${seed}: ${problem}`)
  expect(broken).toEqual([])
}, 60_000)

test('the same seed gives the same story', async () => {
  const [one, other] = [await runSeed(6), await runSeed(6)]
  expect(one.trace()).toEqual(other.trace())
  expect(one.trace().length).toBeGreaterThan(20)
})

describe('among a few hundred fleets is one', () => {
  const fleets = Array.from({ length: 400 }, (_, seed) =>
    withRareShapes(drawFleet(new Random(seed)), new Random(seed + 1_000_000)),
  )
  const kinds: { name: string; is: (fleet: FleetPlan & RareShapes) => boolean }[] = [
    { name: 'without any instance', is: ({ plan }) => plan.size === 0 },
    { name: 'with max = desired', is: ({ plan }) => plan.size === plan.sizes?.max },
    { name: 'with a warm pool', is: ({ plan }) => plan.warmPool !== undefined },
    { name: 'with weights', is: ({ plan }) => plan.weights !== undefined },
    { name: 'with attached instances', is: ({ attached }) => attached > 0 },
    { name: 'with target groups that nobody uses', is: ({ unused }) => unused },
    { name: 'that misses an answer', is: ({ silence }) => silence },
    { name: 'with both hooks', is: ({ hooks }) => hooks.length === 2 },
    { name: 'with hooks of hours', is: ({ hooks }) => hooks.some(({ seconds }) => seconds >= 3600) },
    { name: 'that is doubled in the light', is: ({ mode, dark }) => mode === 'scale-up-patch' && !dark },
    { name: 'that is doubled in the dark', is: ({ dark }) => dark },
    ...['restore', 'rollback', 'hold'].map((word) => given('on-failure', word)),
    ...['replace', 'ignore', 'fail'].map((word) => given('standby-instances', word)),
    ...['replace', 'ignore', 'fail'].map((word) => given('protected-instances', word)),
  ]

  test.each(kinds)('$name', ({ is }) => {
    expect(fleets.some(is)).toBe(true)
  })
})

function given(input: string, word: string): { name: string; is: (fleet: FleetPlan) => boolean } {
  return { name: `with ${input}: ${word}`, is: ({ inputs }) => inputs[input] === word }
}
