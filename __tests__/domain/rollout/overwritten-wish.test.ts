import type { DesiredChange, Fleet, Memo } from '../../../src/domain/rollout/fleet.ts'
import { adoptOverwritten, mayBeTold, raiseOf, toldOf } from '../../../src/domain/rollout/overwritten-wish.ts'
import type { Policy } from '../../../src/domain/rollout/policy.ts'
import type { RunState } from '../../../src/domain/rollout/run-state.ts'
import { aFleet, aMemo, aRollingFleet, booting, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'
import { aSituation } from './a-situation.ts'

const four = aFleet(old(4), { sizes: { min: 0, max: 12, desired: 4 } })
const ids = ['i-old0', 'i-old1', 'i-old2', 'i-old3']
/** From 4 to 5. */
const raise = { before: 4, to: 5, at: NOW, known: ids }

describe('a raise', () => {
  test('is what the run makes of the desired capacity that it has seen', () => {
    expect(raiseOf(four, { kind: 'resize', sizes: { desired: 5 } })).toEqual(raise)
  })

  test.each([
    { name: 'a lower size', sizes: { desired: 3 } },
    { name: 'the same size', sizes: { desired: 4 } },
    { name: 'another maximum', sizes: { max: 5 } },
  ])('is none: $name', ({ sizes }) => {
    expect(raiseOf(four, { kind: 'resize', sizes })).toBeUndefined()
  })

  test('may be told once something was launched since', () => {
    expect(mayBeTold(raise, four)).toBe(false)
    expect(mayBeTold(raise, aFleet(old(3)))).toBe(false)
    expect(mayBeTold(raise, aFleet([...old(4), ...booting(1)]))).toBe(true)
  })
})

describe('the activities tell of a raise', () => {
  const own = (from: number, change: Partial<DesiredChange> = {}): DesiredChange => ({
    at: Math.floor(NOW),
    from,
    to: 5,
    by: 'update',
    ...change,
  })
  // The run has raised the maximum from 7 for its surge.
  const memo = aMemo(4, { surge: 1, follows: true, sizes: { min: 0, desired: 4, max: 7 } })
  const followed = aRollingFleet(old(4), 5, memo, { sizes: { min: 5, desired: 5, max: 8 } })
  test.each<{ name: string; fleet?: Fleet; changes: readonly DesiredChange[]; told: object }>([
    { name: 'nothing overwritten, where it was made from what the run had seen', changes: [own(4)], told: {} },
    { name: 'a larger wish', changes: [own(8)], told: { overwritten: 8 } },
    { name: 'a smaller wish', changes: [own(2)], told: { overwritten: 2 } },
    { name: 'one of the second before, by a clock that goes by whole seconds', changes: [own(8, { at: NOW - 1 })], told: { overwritten: 8 } }, // prettier-ignore
    { name: 'a wish beyond the maximum, which an operator has raised with it', fleet: followed, changes: [own(8, { from: 4, to: 8 }), own(8)], told: { overwritten: 8 } }, // prettier-ignore
    { name: 'of a policy no more than the maximum that was', fleet: followed, changes: [own(8, { from: 4, to: 8, by: 'policy' }), own(8)], told: { overwritten: 7 } }, // prettier-ignore
    { name: 'a policy that others have overruled before the run says nothing', fleet: followed, changes: [own(8, { from: 4, to: 6, by: 'policy' }), own(8)], told: { overwritten: 8 } }, // prettier-ignore
    { name: 'the last one of several', changes: [own(8), own(4)], told: {} },
  ])('$name', ({ fleet = four, changes, told }) => {
    expect(toldOf(raise, changes, fleet)).toEqual({ raise: undefined, ...told })
  })

  const grown = aFleet([...old(4), ...booting(1)])
  test.each([
    { name: 'no activity', changes: [] },
    { name: 'one from before its look', changes: [own(8, { at: NOW - 2 })] },
    { name: 'one of another size', changes: [own(8, { to: 6 })] },
    { name: 'a call that no run makes', changes: [own(8, { by: 'request' })] },
  ])('nothing yet by $name: they are asked again after the next launch', ({ changes }) => {
    expect(toldOf(raise, changes, grown)).toEqual({ raise: { ...raise, known: [...ids, 'i-boot0'] } })
  })
})

describe('a wish that the run has overwritten', () => {
  const memo = (change: Partial<Memo> = {}): Memo =>
    aMemo(4, { heartbeatAt: NOW, surge: 1, sizes: { min: 3, desired: 4, max: 5 }, ...change })
  const act = (state: Partial<RunState>, policy: Partial<Policy> = {}, change: Partial<Fleet> = {}) =>
    adoptOverwritten(
      aSituation(
        aRollingFleet([...old(4), ...fresh(1)], 5, memo(), { sizes: { min: 3, max: 5, desired: 5 }, ...change }),
        policy,
        { ...JUST_BEGUN, desired: 5, ...state },
      ),
    )

  test.each([
    {
      name: 'is set again where it is larger, with the maximum that it needs',
      wish: 8,
      action: { kind: 'resize', sizes: { desired: 8, max: 8 } },
    },
    {
      name: 'is saved where it is smaller, and the raise lies within the room of the roll',
      wish: 3,
      action: { kind: 'save-state', memo: { sizes: { min: 3, desired: 3, max: 5 }, surge: 2 } },
    },
    {
      name: 'below the minimum is saved with that of the group',
      wish: 2,
      change: { sizes: { min: 1, max: 5, desired: 5 } },
      action: { kind: 'save-state', memo: { sizes: { min: 1, desired: 2, max: 5 } } },
    },
    {
      name: 'is saved once it is set again',
      wish: 8,
      desired: 8,
      change: { sizes: { min: 3, max: 8, desired: 8 } },
      action: { kind: 'save-state', memo: { sizes: { min: 3, desired: 8, max: 8 } } },
    },
  ])('$name', ({ wish, desired = 5, change, action }) => {
    expect(act({ overwritten: wish, desired }, {}, change)).toMatchObject(action)
  })

  test.each<{ name: string; state: Partial<RunState>; policy?: Partial<Policy> }>([
    { name: 'there is none', state: {} },
    { name: 'another size was set since', state: { overwritten: 8, desired: 6 } },
    { name: 'it is what is put back anyway', state: { overwritten: 4 } },
    { name: 'it can not be set', state: { overwritten: 8 }, policy: { refused: ['resize'] } },
    { name: 'it can not be saved', state: { overwritten: 3 }, policy: { refused: ['save-state'] } },
  ])('is left where $name', ({ state, policy }) => {
    expect(act(state, policy)).toBeUndefined()
  })
})
