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

describe('a look', () => {
  const made = withChange([], resize(4), fleet(3))
  test('that does not show yet what was accepted is awaited', () => {
    expect(freshnessOf(fleet(3, 1), made)).toBe('awaited')
  })

  test('that shows it is timely', () => {
    expect(freshnessOf(fleet(4, 1), made)).toBe('timely')
  })

  test('that does not show any more what one before has shown has fallen behind', () => {
    const seen = stillRecent(made, fleet(4, 1))
    expect(freshnessOf(fleet(3, 2), seen)).toBe('behind')
  })

  test('that differs a minute later tells of somebody else', () => {
    expect(freshnessOf(fleet(3, 61), stillRecent(made, fleet(3, 61)))).toBe('timely')
  })

  test('may be caught up with', () => {
    expect(caughtUp(fleet(3, 1), made).sizes.desired).toBe(4)
  })
})

describe('a change', () => {
  const desires = (accepted: readonly PendingWrite[]): unknown[] =>
    accepted.flatMap(({ change }) => (change.kind === 'resize' ? change.sizes.desired : []))

  test('puts another of its kind out of date', () => {
    expect(desires(withChange(withChange([], resize(4), fleet(3)), resize(5), fleet(4)))).toEqual([5])
  })

  test('that takes capacity with it says what is left', () => {
    const leave: Change = { kind: 'terminate', instances: ['i-old0'], decrement: true }
    const accepted = withChange(withChange([], resize(4), fleet(3)), leave, fleet(4))
    expect(desires(accepted)).toEqual([3])
    expect(accepted).toHaveLength(2)
  })

  test('never brings back who was told to leave', () => {
    const leave: Change = { kind: 'terminate', instances: ['i-old0'], decrement: false }
    const accepted = withChange(withChange([], leave, fleet(4)), resize(3), fleet(4))
    expect(freshnessOf(fleet(3, 1), accepted)).toBe('awaited')
  })

  test('of some processes leaves what was said of the others', () => {
    // A look from before everything was suspended shows the resumed one running, as it should: the others must not pass
    // for resumed by somebody else, or nobody would resume them at the end.
    const suspended: Change = { kind: 'suspend', processes: ['AZRebalance', 'AddToLoadBalancer'] }
    const resumed: Change = { kind: 'resume', processes: ['AddToLoadBalancer'] }
    const accepted = withChange(withChange([], suspended, fleet(3)), resumed, fleet(3))
    expect(freshnessOf({ ...fleet(3, 1), suspended: [] }, accepted)).toBe('awaited')
    expect(freshnessOf({ ...fleet(3, 1), suspended: ['AZRebalance'] }, accepted)).toBe('timely')
    expect(withoutSuperseded(withChange([], suspended, fleet(3)), resumed)).toMatchObject([
      { change: { kind: 'suspend', processes: ['AZRebalance'] } },
    ])
  })

  test('made on the memo of another process is not shown by a look from before, however often it is made', () => {
    // Another attempt had taken the roll over. A look that fell behind showed the memo of the attempt before it, as it was
    // before an operator's wish: that passed for news, and the wish was written out of the memo again.
    const before = aMemo(3, { run: '100/0/abcd' })
    const behind = { ...fleet(3, 2), memo: before }
    const action = nextAction({ ...fleet(5), memo: { ...before, sizes: aMemo(5).sizes } }, aPolicy(), JUST_BEGUN)
    if (action.kind !== 'save-state') throw new Error(`it was ${action.kind}`)
    const taken = withChange([], action, fleet(5))
    expect(freshnessOf(behind, taken)).toBe('awaited')
    const renewed: Change = { kind: 'renew-lease', memo: { ...action.memo, heartbeatAt: NOW + 1 } }
    expect(freshnessOf(behind, withChange(taken, renewed, fleet(5)))).toBe('awaited')
    expect(freshnessOf({ ...behind, memo: aMemo(3, { run: '200/1/abcd' }) }, taken)).toBe('timely')
  })

  test('whose answer was lost leaves open what is there', () => {
    expect(withoutSuperseded(withChange([], resize(4), fleet(3)), resize(3))).toEqual([])
  })
})
