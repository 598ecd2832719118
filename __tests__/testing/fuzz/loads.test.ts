import { takeShortcut } from '../../../simulator/shortcut.ts'
import { Random } from '../../../simulator/random.ts'
import { drawLoadPlan, type LoadPlan } from '../../../testing/fuzz/loads/load-plan.ts'
import { runLoadSeed } from '../../../testing/fuzz/loads/run-load-seed.ts'

// `npm run fuzz -- --only loads` runs thousands of seeds; a few show here that it works.

beforeAll(takeShortcut)

test('groups under load keep what their policies ask for, however their rolls end', async () => {
  const violations: string[] = []
  for (let seed = 1; seed <= 25; seed++)
    for (const problem of (await runLoadSeed(seed)).problems) violations.push(`seed ${seed}: ${problem}`)
  expect(violations).toEqual([])
}, 60_000)

describe('among a hundred groups is one', () => {
  const plans = Array.from({ length: 100 }, (_, seed) => drawLoadPlan(new Random(seed), 0))
  const has = (type: string) => (plan: LoadPlan) => plan.policies.some(({ policy }) => policy.PolicyType === type)
  const kinds: { name: string; is: (plan: LoadPlan) => boolean }[] = [
    { name: 'under a sine', is: ({ shape }) => shape === 'sine' },
    { name: 'under a step', is: ({ shape }) => shape === 'step' },
    { name: 'under a spike', is: ({ shape }) => shape === 'spike' },
    { name: 'with target tracking', is: has('TargetTrackingScaling') },
    { name: 'with steps', is: has('StepScaling') },
    { name: 'with a simple policy', is: has('SimpleScaling') },
    { name: 'with a policy that sets a number', is: ({ policies }) => policies.some(({ policy }) => policy.AdjustmentType === 'ExactCapacity') }, // prettier-ignore
    { name: 'with gates', is: ({ inputs }) => 'checkpoints' in inputs },
    { name: 'that is doubled', is: ({ inputs }) => inputs['mode'] === 'scale-up-patch' },
    { name: 'at its maximum', is: ({ group }) => group.sizes?.max === group.size },
  ]
  test.each(kinds)('$name', ({ is }) => {
    expect(plans.some(is)).toBe(true)
  })
})
