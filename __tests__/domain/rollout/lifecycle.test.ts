import { LifecycleState } from '@aws-sdk/client-auto-scaling'
import { isCounted } from '../../../src/domain/rollout/counted.ts'
import { hasLeft, isHooked, type KnownLifecycle, phaseOf } from '../../../src/domain/rollout/lifecycle.ts'
import type { Fleet } from '../../../src/domain/rollout/fleet.ts'
import { observe, type RunState } from '../../../src/domain/rollout/run-state.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { skippedInstances } from '../../../src/domain/rollout/skipped.ts'
import { aMemo, anInstance, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

// Each way: a state that AWS adds, or one that is misspelt here, does not compile.
const states: readonly LifecycleState[] = Object.values(LifecycleState) satisfies readonly KnownLifecycle[]

test.each(states)('the state %s has a meaning', (lifecycle) => {
  expect(phaseOf({ lifecycle })).toBeDefined()
})

test('a state that AWS has added since has none, and no instance in it counts or has left', () => {
  const added = { lifecycle: 'Levitating' }
  expect([phaseOf(added), isCounted(added), hasLeft(added)]).toEqual([undefined, false, false])
})

test('part of the desired capacity are those that are on their way, in service, or have their root volume replaced', () => {
  expect(states.filter((lifecycle) => isCounted({ lifecycle })).toSorted()).toEqual([
    'InService',
    'Pending',
    'Pending:Proceed',
    'Pending:Wait',
    'Quarantined',
    'ReplacingRootVolume',
    'ReplacingRootVolume:Proceed',
    'ReplacingRootVolume:Wait',
    'RootVolumeReplaced',
  ])
})

test('a hook holds an instance that waits, and no other', () => {
  expect(['Pending:Wait', 'Terminating:Wait', 'Terminating:Retained'].map((lifecycle) => isHooked({ lifecycle }))).toEqual([true, true, false]) // prettier-ignore
})

const replacing = { lifecycle: 'ReplacingRootVolume:Wait', readySince: undefined, unreadySince: NOW - 5000 }

test('where its capacity is missing, that is told as what the others wait for', () => {
  const fleet = aRollingFleet([...old(3), ...old(1, { ...replacing, id: 'i-old9' }), ...fresh(1)], 5, aMemo(4))
  expect(nextAction(fleet, aPolicy(), { ...JUST_BEGUN, suspended: true, desired: 5 })).toEqual({
    kind: 'wait',
    reason: 'not enough is ready to let i-old0 go, while the root volume of i-old9 is replaced',
  })
})

test('an old instance whose root volume is replaced is left alone, and told', () => {
  const fleet = aRollingFleet([...old(1, replacing), ...fresh(2)], 3, aMemo(3))
  const state = { ...JUST_BEGUN, suspended: true, desired: 3 }
  const action = nextAction(fleet, aPolicy(), state)
  expect(action.kind).toBe('resume')
  expect(skippedInstances(fleet, aPolicy())).toContain(
    'i-old0 has its root volume replaced (ReplacingRootVolume:Wait): not waited for.',
  )
})

test('a new instance whose root volume is replaced is neither waited for nor overdue', () => {
  const fleet = aRollingFleet([...fresh(2), ...fresh(1, { ...replacing, id: 'i-new9' })], 3, aMemo(3))
  expect(nextAction(fleet, aPolicy(), { ...JUST_BEGUN, suspended: true, desired: 3 }).kind).toBe('resume')
})

test('a retained instance is told, and a group that reuses instances does not wait for it', () => {
  const retained = anInstance('i-kept', { lifecycle: 'Terminating:Retained' })
  const fleet = aRollingFleet([retained, ...fresh(3)], 3, aMemo(3), { reusesInstances: true })
  expect(nextAction(fleet, aPolicy(), { ...JUST_BEGUN, suspended: true, desired: 3 }).kind).toBe('resume')
  expect(skippedInstances(fleet, aPolicy())).toContain(
    "i-kept is retained (Terminating:Retained): it is no part of the group's capacity, and left running.",
  )
})

describe('what AWS has launched above the desired capacity', () => {
  // Of six with a surge of one; AWS has launched one more for a Spot Instance at risk, and will take that away.
  const fleet = aRollingFleet([...old(6), ...fresh(2)], 7, aMemo(6))
  const state = { ...JUST_BEGUN, suspended: true, desired: 7 }

  test('is waited out before an old instance leaves, which would hide it', () => {
    expect(nextAction(fleet, aPolicy(), { ...state, surplusSince: NOW - 500 })).toEqual({
      kind: 'wait',
      reason: '1 more than desired: AWS has launched it and takes as much away, as with `CapacityRebalance`',
    })
  })

  test('is no part of the budget where AWS takes nothing away for ten minutes', () => {
    const action = nextAction(fleet, aPolicy(), { ...state, surplusSince: NOW - 600 })
    expect(action).toMatchObject({ kind: 'terminate', instances: [expect.any(String)] })
  })

  test('is remembered from the look that first shows it, and forgotten with it', () => {
    const after = (before: Fleet, now: Fleet, known: RunState) => observe(known, { before, now, policy: aPolicy() })
    const seen = after(fleet, { ...fleet, at: NOW + 10 }, after(fleet, fleet, state))
    expect(seen.surplusSince).toBe(NOW)
    const gone = aRollingFleet([...old(5), ...fresh(2)], 7, aMemo(6))
    expect(after(fleet, gone, seen).surplusSince).toBeUndefined()
  })
})

test('protected instances above the desired capacity are not left to AWS, which takes none of them', () => {
  const fleet = aRollingFleet(old(1, { protectedFromScaleIn: true }), 0, aMemo(0))
  const action = nextAction(fleet, aPolicy(), { ...JUST_BEGUN, suspended: true, desired: 0 })
  expect(action).toMatchObject({ kind: 'terminate', instances: ['i-old0'] })
})

test('of weights that do not add up to the desired capacity AWS takes nothing away', () => {
  const heavy = { weight: 2 }
  const fleet = aRollingFleet([...old(2, heavy), ...fresh(1, heavy)], 5, aMemo(3, { surge: 2 }))
  const action = nextAction(fleet, aPolicy({ surge: 2 }), { ...JUST_BEGUN, suspended: true, desired: 5 })
  expect(action).toMatchObject({ kind: 'terminate', instances: [expect.any(String)] })
})

test('a new instance is ready only when its target group has ended its slow start', () => {
  const at = (slowStartSeconds: number) =>
    nextAction(
      aRollingFleet([...old(3), ...fresh(1, { readySince: NOW - 60 })], 4, aMemo(3), { slowStartSeconds }),
      aPolicy(),
      { ...JUST_BEGUN, suspended: true, desired: 4 },
    )
  expect(at(90)).toMatchObject({ kind: 'wait', reason: 'i-new0 is not ready: warming up' })
  expect(at(60).kind).toBe('terminate')
})

test('an instance of a type that no override names any more is outdated', () => {
  const fleet = aRollingFleet([...fresh(2, { type: 'c5.large' }), ...fresh(1, { id: 'i-new9' })], 3, aMemo(3))
  const source = { ...fleet.source, kind: 'mixed' as const, types: ['m5.large', 't3.micro'] }
  const action = nextAction({ ...fleet, source }, aPolicy(), { ...JUST_BEGUN, suspended: true, desired: 3 })
  expect(action).toMatchObject({ kind: 'resize', sizes: { desired: 4 } })
})
