import { takeShortcut } from '../../../simulator/shortcut.ts'
import { Random } from '../../../simulator/random.ts'
import type { RecordedChange } from '../../../testing/oracles/change-recorder.ts'
import { drawLoadPlan, type LoadPlan } from '../../../testing/fuzz/loads/load-plan.ts'
import { expectedBounds, isHeldUp, type LoadSchedule } from '../../../testing/fuzz/loads/load-schedule.ts'
import { runLoadSeed } from '../../../testing/fuzz/loads/run-load-seed.ts'

// `npm run fuzz -- --only loads` runs thousands of seeds; a few show here that it works.

beforeAll(takeShortcut)

test('groups under load keep what their policies ask for, however their rolls end', async () => {
  const violations: string[] = []
  for (let seed = 1; seed <= 10; seed++)
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

describe('of a scheduled action at 100 s and an operator', () => {
  const begin = { min: 2, max: 9 }
  const action = { at: 100, sizes: { MinSize: 0, DesiredCapacity: 3 } }
  const setAt = (at: number): LoadSchedule => ({ action, operator: { at, sizes: { MinSize: 20, MaxSize: 22 } } })
  const changeAt = (at: number): RecordedChange => ({ at }) as unknown as RecordedChange
  const boundsOf = (schedule: LoadSchedule, { at = 900, changes = [] as readonly RecordedChange[] } = {}) =>
    expectedBounds({ begin, changes, schedule }, at).map(({ min, max }) => `${min}-${max}`)

  test('the operator who comes later has the last word', () => {
    expect(boundsOf(setAt(161))).toEqual(['20-22'])
  })

  test('the action has it where a run was at work when it fell due, and either where none was', () => {
    expect(boundsOf(setAt(30), { changes: [changeAt(105)] })).toEqual(['0-22'])
    expect(boundsOf(setAt(30))).toEqual(['0-22', '0-22', '20-22'])
  })

  test('an action is held up where no run is at work when AWS carries it out, which may be late', () => {
    const late = { action, lateSeconds: 90, operator: undefined }
    expect(isHeldUp({ schedule: late, changes: [changeAt(105)] })).toBe(true)
    expect(isHeldUp({ schedule: late, changes: [changeAt(195)] })).toBe(false)
  })

  test('within a minute either may have it', () => {
    expect(boundsOf(setAt(150), { changes: [changeAt(105)] })).toContain('20-22')
  })

  test('what has yet to come counts for nothing, nor does an action that does not fit', () => {
    expect(boundsOf(setAt(800), { at: 500 })).toEqual(['0-9'])
    expect(boundsOf({ action: { at: 100, sizes: { DesiredCapacity: 30 } }, operator: undefined })).toEqual(['2-9'])
  })
})
