import {
  crossedWish,
  type Decrement,
  decrementOf,
  loweredFrom,
  openDecrement,
  requestsAround,
  resumedFrom,
} from '../../../src/domain/rollout/crossed-wish.ts'
import type { DesiredChange } from '../../../src/domain/rollout/fleet.ts'
import { nextAction } from '../../../src/domain/rollout/rules.ts'
import { aFleet, aMemo, aPolicy, aRollingFleet, fresh, JUST_BEGUN, NOW, old } from './a-fleet.ts'

/** From 5 to 4, with the instance that is gone. */
const decrement = { before: 5, by: 1, instances: ['i-gone'], at: NOW - 70, tookSeconds: 1 }
/** Asked for so many seconds before. */
const asked = (desired: number, secondsBefore = 0) => ({ desired, secondsBefore })
const seeing = (desired: number) => aFleet(fresh(4), { sizes: { min: 0, max: 20, desired } })

describe('the wish behind a desired capacity that a decrement does not explain', () => {
  const rows = [
    { name: 'came first where a request names both together', seen: 7, requested: [8], wish: 8 },
    { name: 'came after where a request names what is seen', seen: 7, requested: [7], wish: 7 },
    { name: 'is the newest where requests name both', seen: 7, requested: [7, 8], wish: 7 },
    { name: 'is the larger where no request is known', seen: 7, requested: undefined, wish: 8 },
    { name: 'is the larger where requests name neither', seen: 7, requested: [12], wish: 8 },
    { name: 'may be as large as what the run had set itself', seen: 5, requested: [5], wish: 5 },
    { name: 'may be a smaller one that came first', seen: 2, requested: [3], wish: 3 },
    { name: 'may be a smaller one that came after', seen: 2, requested: [2], wish: 2 },
  ]
  test.each(rows)('$name', ({ seen, requested, wish }) => {
    expect(crossedWish(seeing(seen), { ...decrement, requested: requested?.map((each) => asked(each)) })).toBe(wish)
  })

  test.each([
    { name: 'came first where the decrement was made from another size', from: 8, seen: 7, wish: 8 },
    { name: 'came after where the decrement was made from what the run had seen', from: 5, seen: 7, wish: 7 },
    { name: 'may then be what a larger wish would look like', from: 5, seen: 3, wish: 3 },
  ])('$name', ({ from, seen, wish }) => {
    expect(crossedWish(seeing(seen), { ...decrement, requested: [], loweredFrom: from })).toBe(wish)
  })

  test('is what a request names, whatever the decrement was made from', () => {
    expect(crossedWish(seeing(7), { ...decrement, requested: [asked(8)], loweredFrom: 5 })).toBe(8)
  })

  test('is not what the run had set itself a while before', () => {
    expect(crossedWish(seeing(5), { ...decrement, requested: [asked(5, 30)] })).toBe(6)
  })

  test('is not what the run had set itself, however long an answer took, where the decrement was made from another size', () => {
    const lost = { ...decrement, tookSeconds: 60, loweredFrom: 6 }
    expect(crossedWish(seeing(5), { ...lost, requested: [asked(5, 16)] })).toBe(6)
    expect(crossedWish(seeing(5), { ...lost, requested: [asked(5, -1)] })).toBe(5)
    expect(crossedWish(seeing(5), { ...lost, requested: [asked(5, 16)], loweredFrom: undefined })).toBe(5)
  })

  test('may be one that a look did not show, which lagged behind', () => {
    expect(crossedWish(seeing(7), { ...decrement, requested: [asked(8, 30)] })).toBe(8)
  })

  test('is none where the instance is still there: the decrement was not carried out', () => {
    const fleet = aFleet(old(1), { sizes: { min: 0, max: 20, desired: 7 } })
    expect(crossedWish(fleet, { ...decrement, instances: ['i-old0'] })).toBeUndefined()
  })

  describe('with Terminate suspended, so that the instance stays,', () => {
    const kept = { ...decrement, instances: ['i-old0'], requested: [] }
    const fleet = aFleet(old(1), { sizes: { min: 0, max: 20, desired: 7 }, suspended: ['Terminate'] })
    test.each([
      { name: 'is known where AWS has accepted the decrement', named: ['i-old0'], change: {}, wish: 8 },
      { name: 'is known where an activity tells of the decrement', named: [], change: { loweredFrom: 8 }, wish: 8 },
      { name: 'is none where nothing tells that it was carried out', named: [], change: {}, wish: undefined },
      { name: 'is none where not all of it was accepted', named: ['i-old0'], change: { instances: ['i-old0', 'i-old1'] }, wish: undefined },
      { name: 'is none while looks may not show it', named: ['i-old0'], change: { at: NOW - 50 }, wish: undefined },
    ])('$name', ({ named, change, wish }) => {
      expect(crossedWish(fleet, { ...kept, ...change }, named)).toBe(wish)
    }) // prettier-ignore
  })

  test('is none where the instance stays for another reason, though AWS has accepted the decrement', () => {
    const fleet = aFleet(old(1), { sizes: { min: 0, max: 20, desired: 7 } })
    expect(crossedWish(fleet, { ...decrement, instances: ['i-old0'] }, ['i-old0'])).toBeUndefined()
  })

  test('is none without a decrement', () => {
    expect(crossedWish(seeing(7), undefined)).toBeUndefined()
  })
})

test('a decrement counts in the unit of the group, and only where it lowers something', () => {
  const fleet = aFleet(old(2, { weight: 3 }), { sizes: { min: 0, max: 20, desired: 6 } })
  const change = { kind: 'terminate', instances: ['i-old0'], decrement: true } as const
  const found = { answeredAt: NOW + 2, earlier: undefined }
  expect(decrementOf(fleet, change, found)).toEqual({
    before: 6,
    by: 3,
    instances: ['i-old0'],
    at: NOW,
    tookSeconds: 2,
  })
  expect(decrementOf(fleet, { ...change, decrement: false }, found)).toBeUndefined()
})

describe('calls that lower it on the same look', () => {
  const change = { kind: 'terminate', instances: ['i-old0'], decrement: true } as const
  const first = { before: 8, by: 1, instances: ['i-gone'], at: NOW, tookSeconds: 1 }
  const decrementAfter = (earlier: typeof first) =>
    decrementOf(aFleet(old(3), { sizes: { min: 0, max: 20, desired: 7 } }), change, { answeredAt: NOW + 3, earlier })

  test('are one decrement', () => {
    expect(decrementAfter(first)).toEqual({
      before: 8,
      by: 2,
      followedBy: [1],
      instances: ['i-gone', 'i-old0'],
      at: NOW,
      tookSeconds: 3,
    })
  })

  test.each([
    { name: 'on an earlier look', earlier: { ...first, at: NOW - 15 } },
    { name: 'that left another size', earlier: { ...first, before: 9 } },
  ])('but not with one $name', ({ earlier }) => {
    expect(decrementAfter(earlier)).toMatchObject({ before: 7, by: 1, instances: ['i-old0'] })
  })

  test.each([
    { name: 'stays open where a replacement follows on the same look', earlier: first, open: first },
    { name: 'is over where one follows on a later look', earlier: { ...first, at: NOW - 15 }, open: undefined },
  ])('$name', ({ earlier, open }) => {
    const fleet = aFleet(old(3), { sizes: { min: 0, max: 20, desired: 7 } })
    expect(decrementOf(fleet, { ...change, decrement: false }, { answeredAt: NOW + 3, earlier })).toEqual(open)
  })

  const four = { ...decrement, before: 10, by: 4, followedBy: [1, 1, 1], requested: [] }
  test.each([
    { name: 'the wish that came between the first and the second', requested: [10], wish: 10 },
    { name: 'the wish that came before the last', requested: [8], wish: 8 },
    { name: 'the wish that came before all', requested: [11], wish: 11 },
    { name: 'the largest possible one, where none is named', requested: [], wish: 11 },
    { name: 'the largest that the maximum lets others ask for', requested: [], max: 10, wish: 10 },
  ])('may have crossed $name', ({ requested, max = 20, wish }) => {
    const seen = aFleet(fresh(4), { sizes: { min: 0, max, desired: 7 } })
    expect(crossedWish(seen, { ...four, requested: requested.map((each) => asked(each)) })).toBe(wish)
  })
})

test('a decrement is open until a look shows what it should leave', () => {
  expect(openDecrement(decrement, seeing(5))).toBe(decrement)
  expect(openDecrement(decrement, seeing(7))).toBe(decrement)
  expect(openDecrement(decrement, seeing(4))).toBeUndefined()
})

describe('the rules', () => {
  const memo = aMemo(4, { heartbeatAt: NOW })

  test('adopt the wish, not what the decrement left of it', () => {
    const action = nextAction(aRollingFleet(fresh(4), 7, memo), aPolicy(), {
      ...JUST_BEGUN,
      desired: 4,
      decrement: { ...decrement, requested: [asked(8)] },
    })
    expect(action).toMatchObject({ kind: 'save-state', memo: { sizes: { desired: 8 } } })
    expect(action.reason).toBe('the desired capacity was set to 8 from outside this run: kept')
  })

  test('say that it is not known where it is not', () => {
    const state = { ...JUST_BEGUN, desired: 4, decrement }
    expect(nextAction(aRollingFleet(fresh(4), 7, memo), aPolicy(), state).reason).toBe(
      'the desired capacity was set to 7 or 8 from outside this run: the larger is kept',
    )
  })

  test.each(['roll', 'restore'] as const)('give back what the decrement took (%s)', (intent) => {
    const wished = aMemo(8, { heartbeatAt: NOW })
    const state = { ...JUST_BEGUN, desired: 7, suspended: true, decrement: { ...decrement, requested: [asked(8)] } }
    expect(nextAction(aRollingFleet(fresh(7), 7, wished), aPolicy({ intent }), state)).toMatchObject({
      kind: 'resize',
      sizes: { desired: 8 },
    })
  })

  test('raise nothing in a restore that has lowered nothing', () => {
    const state = { ...JUST_BEGUN, desired: 7, suspended: true }
    const fleet = aRollingFleet(fresh(7), 7, aMemo(8, { heartbeatAt: NOW }))
    expect(nextAction(fleet, aPolicy({ intent: 'restore' }), state).kind).toBe('resume')
  })
})

describe('what was asked for around a decrement, as the activities tell it', () => {
  const OWN = { at: NOW, from: 8, to: 7, by: 'termination', instance: 'i-gone' } as const
  const set = (secondsBefore: number, to: number) => ({ at: NOW - secondsBefore, from: 4, to, by: 'request' }) as const
  const rows = [
    { name: 'what came before or after', changes: [set(3, 9), OWN, set(-2, 6)], found: [6, 9] },
    { name: 'an update as well', changes: [{ ...set(1, 8), by: 'update' as const }, OWN], found: [8] },
    {
      name: 'an instance that was taken away with its place, but not by the run',
      changes: [OWN, { ...OWN, at: NOW + 1, from: 7, to: 6, instance: 'i-other' }],
      found: [6],
    },
    { name: 'nothing of what came long before', changes: [set(100, 8), OWN], found: [] },
    {
      name: 'nothing of what the group does itself',
      changes: [{ ...set(1, 8), by: 'group' as const }, OWN],
      found: [],
    },
    { name: 'nothing without the activity of the decrement', changes: [set(1, 8)], found: [] },
  ]
  test.each(rows)('$name', ({ changes, found }) => {
    expect(requestsAround(changes, decrement).map(({ desired }) => desired)).toEqual(found)
  })
})

describe('from what AWS has lowered', () => {
  const OWN = { at: NOW, from: 8, to: 7, by: 'termination', instance: 'i-gone' } as const
  const two = { ...decrement, by: 2, instances: ['i-gone', 'i-second'] }
  const second = { ...OWN, from: 7, to: 6, instance: 'i-second' }
  test.each([
    { name: 'one instance', changes: [OWN], of: decrement, from: 8 },
    { name: 'two of one call', changes: [second, OWN], of: two, from: 8 },
    { name: 'two of which one is not told', changes: [OWN], of: two, from: undefined },
    { name: 'one that is not told', changes: [second], of: decrement, from: undefined },
  ])('$name', ({ changes, of, from }) => {
    expect(loweredFrom(changes, of)).toBe(from)
  })
})

describe('what others have set between two calls of one decrement', () => {
  const call = (from: number, instance: string) =>
    ({ at: NOW, from, to: from - 1, by: 'termination', instance }) as const
  const three: Decrement = { ...decrement, before: 6, by: 3, followedBy: [1, 1], instances: ['i-1', 'i-2', 'i-3'] }
  const told = [call(6, 'i-1'), call(9, 'i-2'), call(8, 'i-3')]
  const other: DesiredChange = { at: NOW, from: 5, to: 9, by: 'update' }
  test.each([
    { name: 'is that from which the last calls go on', changes: told, seen: 7, from: 9 },
    { name: 'is told without an activity of its own or with it', changes: [told[0]!, other, told[1]!, told[2]!], seen: 7, from: 9 }, // prettier-ignore
    { name: 'is not known where a call is not told', changes: [told[0]!, told[2]!], seen: 7, from: undefined },
    { name: 'is not known where the group shows what no call has left', changes: told, seen: 12, from: undefined },
    { name: 'is nothing where each goes on from the one before', changes: [call(6, 'i-1'), call(5, 'i-2'), call(4, 'i-3')], seen: 3, from: undefined }, // prettier-ignore
  ])('$name', ({ changes, seen, from }) => {
    expect(resumedFrom(changes, three, seen)).toBe(from)
  })

  test('may be one through which the first call has gone as well', () => {
    const four: Decrement = { ...three, by: 4, followedBy: [2], instances: ['i-1', 'i-2', 'i-3', 'i-4'] }
    const changes = [call(6, 'i-1'), call(5, 'i-2'), call(5, 'i-3'), call(4, 'i-4')]
    expect(resumedFrom(changes, four, 3)).toBe(5)
  })

  // The larger was kept: 10, where 9 was set between the first call and the second of five.
  test('is the wish', () => {
    expect(crossedWish(seeing(5), { ...three, before: 11, by: 5, followedBy: [1, 1, 1, 1], requested: [], resumedFrom: 9 })).toBe(9) // prettier-ignore
  })
})
