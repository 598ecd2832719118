import {
  type PendingWrite,
  caughtUp,
  stillRecent,
  freshnessOf,
  withoutSuperseded,
  withChange,
} from '../../../src/domain/rollout/expectations.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aMemo, aPolicy, aRollingFleet, JUST_BEGUN, NOW, old } from './a-fleet.ts'
import type { Change } from '../../../src/domain/rollout/changes/changes.ts'

const fleet = (desired: number, seconds = 0) => ({ ...aRollingFleet(old(3), desired, aMemo(3)), at: NOW + seconds })
const resize = (desired: number): Change => ({ kind: 'resize', sizes: { desired } })

describe('a read', () => {
  const made = withChange([], resize(4), fleet(3))
  test('that does not show an accepted write yet is awaited', () => {
    expect(freshnessOf(fleet(3, 1), made)).toBe('awaited')
  })

  test('that shows it is fresh', () => {
    expect(freshnessOf(fleet(4, 1), made)).toBe('timely')
  })

  test('that does not show any more what an earlier one has shown is stale', () => {
    const observed = stillRecent(made, fleet(4, 1))
    expect(freshnessOf(fleet(3, 2), observed)).toBe('behind')
  })

  test('that differs a minute later shows an external change', () => {
    expect(freshnessOf(fleet(3, 61), stillRecent(made, fleet(3, 61)))).toBe('timely')
  })

  test('may show the write later', () => {
    expect(caughtUp(fleet(3, 1), made).sizes.desired).toBe(4)
  })
})

test('whom a process comes after is known when it signs once more', () => {
  const before = aMemo(3, { run: '999/1/a' })
  const first: Change = { kind: 'renew-lease', memo: aMemo(3), after: before }
  const second: Change = { kind: 'save-state', memo: aMemo(3) }
  const made = withChange(withChange([], first, fleet(3)), second, fleet(3, 1))
  expect(made.at(-1)?.change).toMatchObject({ kind: 'save-state', after: before })
  expect(withChange([], second, fleet(3)).at(-1)?.change).not.toHaveProperty('after')
})

describe('a change', () => {
  const desires = (accepted: readonly PendingWrite[]): unknown[] =>
    accepted.flatMap(({ change }) => (change.kind === 'resize' ? change.sizes.desired : []))

  test('replaces an earlier one of its kind', () => {
    expect(desires(withChange(withChange([], resize(4), fleet(3)), resize(5), fleet(4)))).toEqual([5])
  })

  test('that lowers the capacity expects the remaining one', () => {
    const leave: Change = { kind: 'terminate', instances: ['i-old0'], decrement: true }
    const accepted = withChange(withChange([], resize(4), fleet(3)), leave, fleet(4))
    expect(desires(accepted)).toEqual([3])
    expect(accepted).toHaveLength(2)
  })

  test('never brings back an instance that was terminated', () => {
    const leave: Change = { kind: 'terminate', instances: ['i-old0'], decrement: false }
    const accepted = withChange(withChange([], leave, fleet(4)), resize(3), fleet(4))
    expect(freshnessOf(fleet(3, 1), accepted)).toBe('awaited')
  })

  test('of some processes keeps the expectation of the others', () => {
    // A read from before the suspension shows the resumed process running, as expected: the others must not count as
    // resumed by an operator, or they would not be resumed at the end.
    const suspended: Change = { kind: 'suspend', processes: ['AZRebalance', 'AddToLoadBalancer'] }
    const resumed: Change = { kind: 'resume', processes: ['AddToLoadBalancer'] }
    const accepted = withChange(withChange([], suspended, fleet(3)), resumed, fleet(3))
    expect(freshnessOf({ ...fleet(3, 1), suspended: [] }, accepted)).toBe('awaited')
    expect(freshnessOf({ ...fleet(3, 1), suspended: ['AZRebalance'] }, accepted)).toBe('timely')
    expect(withoutSuperseded(withChange([], suspended, fleet(3)), resumed)).toMatchObject([
      { change: { kind: 'suspend', processes: ['AZRebalance'] } },
    ])
  })

  test('of bounds keeps the expectation of the desired capacity', () => {
    // A scheduled action is carried out in two calls: a read from before the first must not count as a wish of others.
    const raised: Change = { kind: 'resize', sizes: { min: 4, desired: 4 } }
    const maximum: Change = { kind: 'resize', sizes: { max: 9 } }
    const both = withChange(withChange([], raised, fleet(3)), maximum, fleet(4))
    expect(freshnessOf({ ...fleet(3, 1), sizes: { min: 0, desired: 3, max: 9 } }, both)).toBe('awaited')
    expect(freshnessOf({ ...fleet(4, 1), sizes: { min: 4, desired: 4, max: 9 } }, both)).toBe('timely')
    expect(withoutSuperseded(both, { kind: 'resize', sizes: { min: 3, desired: 3, max: 3 } })).toEqual([])
  })

  test('of a memo of another process is not visible in an earlier read, however often it is made', () => {
    // Another attempt had taken the roll over. A stale read showed the memo of the attempt before it, as it was before an
    // operator changed the size: it counted as new, and the operator's size was removed from the memo again.
    const before = aMemo(3, { run: '100/0/abcd' })
    const behind = { ...fleet(3, 2), memo: before }
    const action = nextAction({ ...fleet(5), memo: { ...before, sizes: aMemo(5).sizes } }, aPolicy(), JUST_BEGUN)
    if (action.kind !== 'save-state') throw new Error(`it was ${action.kind}`)
    const taken = withChange([], action, fleet(5))
    expect(freshnessOf(behind, taken)).toBe('awaited')
    const renewed: Change = { kind: 'renew-lease', memo: { ...action.memo, heartbeatAt: NOW + 1 } }
    expect(freshnessOf(behind, withChange(taken, renewed, fleet(5)))).toBe('awaited')
    expect(freshnessOf({ ...behind, memo: aMemo(3, { run: '200/1/abcd', heartbeatAt: NOW }) }, taken)).toBe('timely')
  })

  test('with a lost answer expects neither state', () => {
    expect(withoutSuperseded(withChange([], resize(4), fleet(3)), resize(3))).toEqual([])
  })
})
