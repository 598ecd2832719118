import { runSeed } from '../../../testing/fuzz/run-seed.ts'
import { drawFleet, type FleetPlan } from '../../../testing/fuzz/fleet-plan.ts'
import { withMaxLeaving } from '../../../testing/fuzz/max-leaving.ts'
import { type RareSettings, withRareSettings } from '../../../testing/fuzz/rare-settings.ts'
import { type RareShapes, withRareShapes } from '../../../testing/fuzz/rare-shapes.ts'
import { Random } from '../../../simulator/random.ts'
import { takeShortcut } from '../../../simulator/shortcut.ts'

// `npm run fuzz` runs thousands of seeds; a few show here that the fuzzer works, and that a seed is reproducible.

beforeAll(takeShortcut)

test('random fleets survive random faults', async () => {
  const violations: string[] = []
  for (let seed = 1; seed <= 15; seed++)
    for (const problem of (await runSeed(seed)).problems) violations.push(`seed ${seed}: ${problem}`)
  expect(violations).toEqual([])
}, 60_000)

test('the same seed gives the same trace', async () => {
  const [one, other] = [await runSeed(6), await runSeed(6)]
  // The stack of a crash says where in this test it came from.
  const lines = (trace: readonly string[]) => trace.filter((line) => !line.startsWith('    at '))
  expect(lines(one.trace())).toEqual(lines(other.trace()))
  expect(one.trace().length).toBeGreaterThan(20)
})

test('a seed may have runners with wrong clocks, and clocks that are set', async () => {
  // The first seed with both; another one where `drawRunnerClocks` draws otherwise.
  const { problems, trace } = await runSeed(1089)
  expect(problems).toEqual([])
  expect(trace().join('\n')).toContain("the runner's clock is off by")
  expect(trace().join('\n')).toContain("the runner's clock is set")
})

test('where others have changed the tags, and AWS denies to the end that they are written again, the post step runs again', async () => {
  const { problems, trace } = await runSeed(1_151_849)
  expect(problems).toEqual([])
  expect(trace().join('\n')).toContain('the post step again ended green')
})

describe('among a few hundred fleets is one', () => {
  const fleets = Array.from({ length: 400 }, (_, seed) => {
    const rare = withRareShapes(drawFleet(new Random(seed)), new Random(seed + 1_000_000))
    return withMaxLeaving(withRareSettings(rare, seed), seed)
  })
  const leaves = ({ hooks }: FleetPlan): boolean => hooks.some(({ transition }) => transition === 'TERMINATING')
  const kinds: { name: string; is: (fleet: FleetPlan & RareShapes & RareSettings) => boolean }[] = [
    { name: 'with Spot Instances that are replaced', is: ({ plan }) => plan.settings?.CapacityRebalance === true },
    { name: 'that retains instances', is: ({ hooks }) => hooks.some(({ abandons }) => abandons === true) },
    { name: 'with a slow start', is: ({ slowStartSeconds }) => slowStartSeconds > 0 },
    { name: 'with a full zone', is: ({ network }) => network === 'a full zone' },
    { name: 'in IPv6-native subnets', is: ({ network }) => network === 'IPv6-native' },
    { name: 'with max-leaving and a hook', is: (fleet) => 'max-leaving' in fleet.inputs && leaves(fleet) },
    { name: 'with max-leaving in percent', is: ({ inputs }) => inputs['max-leaving']?.endsWith('%') === true },
    { name: 'without any instance', is: ({ plan }) => plan.size === 0 },
    { name: 'with max = desired', is: ({ plan }) => plan.size === plan.sizes?.max },
    { name: 'with a warm pool', is: ({ plan }) => plan.warmPool !== undefined },
    { name: 'with weights', is: ({ plan }) => plan.weights !== undefined },
    { name: 'with attached instances', is: ({ attachedCount }) => attachedCount > 0 },
    { name: 'with target groups that no load balancer uses', is: ({ unused }) => unused },
    { name: 'with a call that is never answered', is: ({ silence }) => silence },
    { name: 'with both hooks', is: ({ hooks }) => hooks.length === 2 },
    { name: 'with hooks that last hours', is: ({ hooks }) => hooks.some(({ seconds }) => seconds >= 3600) },
    { name: 'that is doubled, not dark', is: ({ mode, dark }) => mode === 'scale-up-patch' && !dark },
    { name: 'that is doubled, dark', is: ({ dark }) => dark },
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
