import fc from 'fast-check'
import type { Instance } from '../../../src/domain/rollout/fleet.ts'
import { type LeavingGroup, terminationOrder } from '../../../src/domain/rollout/termination-order.ts'
import { anInstance, NOW } from './a-fleet.ts'

/** `b2` is an instance of zone `b`, launched at that second since the Unix epoch. */
const at = (id: string, launchedAt: number): Instance => anInstance(id, { zone: id.charAt(0), launchedAt })

/** These instances, the oldest first, each in the zone of its first letter. */
const byAge = (...ids: readonly string[]): readonly Instance[] => ids.map((id, index) => at(id, NOW - 3600 + index))

interface Group extends Pick<LeavingGroup, 'leaving' | 'remaining' | 'zones' | 'outstanding' | 'lastToLeave'> {
  readonly staying?: readonly Instance[]
  /** Those that leave and do not serve. */
  readonly broken?: readonly string[]
}

/** Which instance leaves at each call; `successors` says of each whether AWS launches another in its place. */
function orderOf(
  { leaving, staying = [], broken = [], ...rest }: Group,
  successors: readonly boolean[],
): (string | undefined)[] {
  const serving = new Set([...leaving, ...staying].filter(({ id }) => !broken.includes(id)))
  const order = terminationOrder({ leaving, serving, staying, ...rest })
  return successors.map((hasSuccessor) => order.next(hasSuccessor)?.id)
}

interface Row extends Group {
  readonly name: string
  readonly expected: readonly string[]
}

const check =
  (hasSuccessor: boolean) =>
  ({ expected, ...group }: Row): void => {
    // One more than there are.
    const successors = [...expected, 'none is left'].map(() => hasSuccessor)
    expect(orderOf(group, successors)).toEqual([...expected, undefined])
  }

/** The worked example: 3-2-2 instances of which 1-0-0 are new; all of the first zone are the oldest. */
const EXAMPLE = { leaving: byAge('a1', 'a2', 'b1', 'c1', 'b2', 'c2'), staying: byAge('a-new') }

describe('instances that get a successor leave', () => {
  const rows: Row[] = [
    {
      name: 'in no order where there are none',
      leaving: [],
      expected: [],
    },
    {
      name: 'as the last of all zones together, also where one that does not serve leaves first and AWS may then choose the zone',
      leaving: byAge('a1', 'b1'),
      staying: byAge('a2', 'a3', 'b2'),
      broken: ['a1'],
      lastToLeave: 2,
      expected: ['a1', 'b1'],
    },
    {
      // Each zone has two to leave. Zone a has most in all: of b and c the successor must come back, and a1 follows.
      name: 'from the zone that has fewest in all, where each has as many that are still to leave',
      ...EXAMPLE,
      expected: ['b1', 'c1', 'a1', 'a2', 'b2', 'c2'],
    },
    {
      name: 'from the zone that has most that are still to leave, though another has more in all',
      leaving: byAge('a1', 'b1', 'b2'),
      staying: byAge('a-new1', 'a-new2', 'a-new3'),
      expected: ['b1', 'b2', 'a1'],
    },
    {
      name: 'from the zone that has most that are still to leave, those counted that may leave later only',
      leaving: byAge('a1', 'b1'),
      remaining: byAge('b2'),
      expected: ['b1', 'a1'],
    },
    {
      name: 'from a zone that the group does not use any more, before all others',
      leaving: byAge('a1', 'a2', 'b1'),
      zones: ['a', 'c'],
      expected: ['b1', 'a1', 'a2'],
    },
    {
      name: 'first where they do not serve, though another zone has more of them',
      leaving: byAge('a1', 'a2', 'b1'),
      staying: byAge('b-new'),
      broken: ['b1'],
      expected: ['b1', 'a1', 'a2'],
    },
    {
      // The launch must come into b: a has fewest then.
      name: 'where there are fewest, launches counted that are to come',
      leaving: byAge('a1', 'b1'),
      staying: byAge('a-new'),
      outstanding: 2,
      expected: ['a1', 'b1'],
    },
  ]
  test.each(rows)('$name', check(true))
})

describe('before a zone goes below its even share of those that leave last', () => {
  /** The worked example: 2-2 of 3-3 are left, and AWS may choose the zone of one launch. */
  const example = { leaving: byAge('a1', 'a2', 'b1', 'b2'), lastToLeave: 3 }

  test('all launches are waited for that AWS may put into several zones', () => {
    const group = { ...example, staying: byAge('a-new1', 'a-new2', 'b-new1', 'b-new2'), outstanding: 1 }
    expect(orderOf(group, [true])).toEqual([undefined])
  })

  test('the next leaves where AWS has launched fewest, once all have been launched', () => {
    const inB = { ...example, staying: byAge('a-new1', 'a-new2', 'b-new1', 'b-new2', 'b-new3') }
    expect(orderOf(inB, [true])).toEqual(['a1'])
    const inA = { ...example, staying: byAge('a-new1', 'a-new2', 'a-new3', 'b-new1', 'b-new2') }
    expect(orderOf(inA, [true])).toEqual(['b1'])
  })

  test('a launch is not waited for that must come into one zone', () => {
    const group = { ...example, staying: byAge('a-new1', 'a-new2', 'b-new1'), outstanding: 1 }
    expect(orderOf(group, [true])).toEqual(['a1'])
  })

  test('none is waited for once those that leave last are reached: all others of them leave in one go', () => {
    const group = { leaving: byAge('a1', 'b1', 'c1'), staying: byAge('a-new'), lastToLeave: 1 }
    expect(orderOf(group, [true, true])).toEqual(['b1', 'c1'])
  })

  test('none is waited for where a zone keeps its share', () => {
    const group = { leaving: byAge('a1', 'a2', 'b1', 'b2'), lastToLeave: 2, outstanding: 1 }
    expect(orderOf(group, [true])).toEqual(['a1'])
  })

  test('none is waited for in a zone that the group does not use any more', () => {
    const group = { leaving: byAge('c1', 'a1', 'b1'), zones: ['a', 'b'], lastToLeave: 3, outstanding: 1 }
    expect(orderOf(group, [true])).toEqual(['c1'])
  })
})

test('an instance that gets no successor waits until all are launched: which zone has most is not known before', () => {
  const group = { leaving: byAge('a1', 'b1'), staying: byAge('a-new') }
  expect(orderOf({ ...group, outstanding: 1 }, [false])).toEqual([undefined])
  expect(orderOf(group, [false])).toEqual(['a1'])
})

describe('instances that get no successor leave', () => {
  const rows: Row[] = [
    {
      // 3-2-2, then 2-2-2 where age decides, then each zone that has more than another.
      name: 'from the zone that has most, the new ones counted, then by age',
      ...EXAMPLE,
      expected: ['a1', 'a2', 'b1', 'c1', 'b2', 'c2'],
    },
    {
      name: 'oldest first in one zone, in whatever order AWS lists them',
      leaving: [at('a2', 300), at('a3', 100), at('a1', 200)],
      expected: ['a3', 'a1', 'a2'],
    },
    {
      name: 'in the order of their ids where they are of one age',
      leaving: [at('a2', 100), at('b1', 100), at('a1', 100)],
      // Zone a has most; of 1-1 the id decides.
      expected: ['a1', 'a2', 'b1'],
    },
    {
      name: 'by when they were first seen where EC2 does not tell their launch',
      leaving: [at('a1', 200), anInstance('a2', { launchedAt: undefined, firstSeenAt: 100 })],
      expected: ['a2', 'a1'],
    },
    {
      name: 'first where they do not serve, however young and in whatever zone; of these the oldest first',
      leaving: byAge('a1', 'a2', 'a3', 'b1', 'b2'),
      broken: ['b2', 'b1', 'a3'],
      // Three of zone a, where a3 does not serve; then 2-2, where the older broken one goes, and then the other.
      expected: ['a3', 'b1', 'b2', 'a1', 'a2'],
    },
  ]
  test.each(rows)('$name', check(false))
})

describe('so that zones end alike a successor is given', () => {
  /** The worked example: one of each zone, the new one of them with another beside it. */
  const example = {
    leaving: byAge('c1'),
    staying: byAge('a-new1', 'a-new2', 'b-new'),
    movable: byAge('a-new2', 'b-new'),
    desiredAtEnd: 3,
    lastToLeave: 1,
  }
  const toBalance = (change: Partial<LeavingGroup> = {}, calls = 1): (string | undefined)[] => {
    const group = { ...example, ...change }
    const order = terminationOrder({ serving: new Set([...group.leaving, ...group.staying]), ...group })
    return Array.from({ length: calls }, () => order.nextToBalance()?.id)
  }
  interface Balancing extends Partial<LeavingGroup> {
    readonly name: string
    readonly expected: readonly (string | undefined)[]
  }
  const rows: Balancing[] = [
    { name: 'to the last one of a zone that would be left with two less than another', expected: ['c1', undefined] },
    {
      name: 'to the older one of that zone, though another zone has an older one',
      leaving: byAge('b1', 'c1', 'c2'),
      staying: byAge('a-new1', 'a-new2', 'a-new3', 'b-new1', 'b-new2'),
      movable: byAge('a-new1', 'a-new2', 'a-new3', 'b-new1', 'b-new2'),
      desiredAtEnd: 5,
      // Of 3-3-2 zones would end 3-2-0. With what comes back into c they end 3-2-1, and the one beyond leaves zone a.
      expected: ['c1', undefined],
    },
    {
      name: 'to none where zones end one apart',
      staying: byAge('a-new1', 'b-new', 'b-new2'),
      leaving: byAge('a1', 'c1'),
      movable: byAge('b-new2'),
      zones: ['a', 'b'],
      expected: [undefined],
    },
    {
      name: 'to none once what is beyond the desired capacity evens the zones, as it leaves',
      staying: byAge('a-new1', 'a-new2', 'b-new', 'c-new'),
      leaving: byAge('b1'),
      expected: [undefined],
    },
    {
      name: 'to none while a launch is outstanding',
      outstanding: 1,
      staying: byAge('a-new1', 'a-new2', 'b-new'),
      expected: [undefined],
    },
    {
      name: 'also where zones are uneven before the last one leaves',
      staying: byAge('a-new1', 'a-new2', 'a-new3', 'b-new'),
      desiredAtEnd: 4,
      expected: ['c1', undefined],
    },
    {
      name: 'to none where the fullest zone has no instance that the roll has launched',
      movable: byAge('b-new'),
      expected: [undefined],
    },
    {
      name: 'to none where AWS may choose another zone for it',
      leaving: byAge('c1', 'c2'),
      staying: byAge('a-new1', 'a-new2', 'b-new1', 'b-new2', 'd-new'),
      desiredAtEnd: 5,
      expected: [undefined],
    },
  ]
  test.each(rows)('$name', ({ name: _, expected, ...change }) => {
    expect(toBalance(change, expected.length)).toEqual(expected)
  })

  test('all others leave before it, whatever they are', () => {
    const group = {
      ...example,
      leaving: byAge('c1', 'b1', 'a1'),
      staying: byAge('a-new1', 'a-new2', 'b-new1', 'b-new2'),
      desiredAtEnd: 4,
    }
    const order = terminationOrder({ serving: new Set([...group.staying, ...group.leaving.slice(1)]), ...group })
    const leaving = Array.from({ length: 3 }, () => order.next(false)?.id)
    expect([...leaving, order.nextToBalance()?.id]).toEqual(['b1', 'a1', undefined, 'c1'])
  })
})

test('a successor is counted where it will come, so the next one leaves from the other zone', () => {
  // The broken b1 leaves 2-1, so its successor comes into b: 2-2, of which a1 is the oldest that leaves. Without the
  // successor zone a would have most in the second call too, but not in the third: then b2 leaves, of 1-2.
  const group = { leaving: byAge('a1', 'a2', 'b2', 'b1'), broken: ['b1'] }
  expect(orderOf(group, [true, false, false])).toEqual(['b1', 'a1', 'b2'])
  expect(orderOf(group, [false, false, false])).toEqual(['b1', 'a1', 'a2'])
})

test('a successor comes where there are fewest, though these are new ones', () => {
  // The broken a1 leaves 3-2, of which b-new is the only new one: its successor comes into b, and of 3-3 the oldest leaves.
  const group = { leaving: byAge('b1', 'a1', 'a2', 'a3', 'a4'), staying: byAge('b-new'), broken: ['a1'] }
  expect(orderOf(group, [true, false])).toEqual(['a1', 'b1'])
})

describe('of any group', () => {
  const someInstance = fc.record({
    zone: fc.constantFrom('a', 'b', 'c'),
    launchedAt: fc.option(fc.integer({ min: NOW - 5, max: NOW }), { nil: undefined }),
    leaves: fc.boolean(),
    serves: fc.boolean(),
    hasSuccessor: fc.boolean(),
  })
  const someGroup = fc.array(someInstance, { maxLength: 15 }).map((drawn) => {
    const all = drawn.map((each, index) => ({ ...each, instance: anInstance(`i-${index}`, each) }))
    return {
      leaving: all.filter(({ leaves }) => leaves).map(({ instance }) => instance),
      staying: all.filter(({ leaves }) => !leaves).map(({ instance }) => instance),
      broken: all.filter(({ serves }) => !serves).map(({ instance }) => instance.id),
      successors: all.filter(({ leaves }) => leaves).map(({ hasSuccessor }) => hasSuccessor),
    }
  })

  const sorted = (ids: readonly (string | undefined)[]): string[] => ids.map(String).toSorted()

  test('each instance that may leave is named once, no other is, and then none', () => {
    fc.assert(
      fc.property(someGroup, ({ successors, ...group }) => {
        const named = orderOf(group, [...successors, true, false])
        expect(named.slice(-2)).toEqual([undefined, undefined])
        expect(sorted(named.slice(0, -2))).toEqual(sorted(group.leaving.map(({ id }) => id)))
      }),
    )
  })

  test('no instance that serves leaves before one that does not', () => {
    fc.assert(
      fc.property(someGroup, ({ successors, ...group }) => {
        const brokenOnes = group.leaving.filter(({ id }) => group.broken.includes(id)).map(({ id }) => id)
        expect(sorted(orderOf(group, successors).slice(0, brokenOnes.length))).toEqual(sorted(brokenOnes))
      }),
    )
  })
})

test('a roll of one after the other ends with the new ones spread evenly, wherever of the emptiest zones AWS launches', () => {
  const group = fc.record({
    count: fc.integer({ min: 1, max: 13 }),
    zones: fc.constantFrom('a', 'ab', 'abc', 'abcd'),
    ages: fc.infiniteStream(fc.nat({ max: 99 })),
    choices: fc.infiniteStream(fc.nat()),
  })
  fc.assert(
    fc.property(group, ({ count, zones, ages, choices }) => {
      const drawn = (stream: fc.Stream<number>): number => stream.next().value ?? 0
      let leaving = Array.from({ length: count }, (_, index) =>
        at(`${zones.charAt(index % zones.length)}${index}`, NOW - drawn(ages)),
      )
      const staying: Instance[] = []
      const inZone = (zone: string, instances: readonly Instance[]): number =>
        instances.filter((each) => each.zone === zone).length
      const launch = (): void => {
        const population = (zone: string): number => inZone(zone, [...leaving, ...staying])
        const fewest = Math.min(...Array.from(zones, population))
        const emptiest = Array.from(zones).filter((zone) => population(zone) === fewest)
        staying.push(at(`${emptiest[drawn(choices) % emptiest.length]}-new${staying.length}`, NOW))
      }
      launch()
      while (leaving.length > 0) {
        const hasSuccessor = staying.length < count
        const serving = new Set([...leaving, ...staying])
        const left = terminationOrder({ leaving, serving, staying }).next(hasSuccessor)
        leaving = leaving.filter((each) => each !== left)
        if (hasSuccessor) launch()
      }
      const perZone = Array.from(zones, (zone) => inZone(zone, staying))
      expect(Math.max(...perZone) - Math.min(...perZone)).toBeLessThanOrEqual(1)
    }),
  )
})

describe('whether a launch is awaited', () => {
  const held = (group: Group, ...successors: readonly boolean[]): boolean => {
    const { leaving, staying = [], ...rest } = group
    const order = terminationOrder({ leaving, staying, serving: new Set([...leaving, ...staying]), ...rest })
    for (const hasSuccessor of successors) order.next(hasSuccessor)
    return order.awaitsLaunch()
  }
  const olds = byAge('a1', 'b1', 'c1')

  test('where one would leave without a successor, or is the last of its zone', () => {
    expect(held({ leaving: olds, outstanding: 1 }, false)).toBe(true)
    expect(held({ leaving: olds, staying: byAge('a2', 'b2', 'c2'), outstanding: 1, lastToLeave: 2 }, true)).toBe(true)
  })

  test('not before one is asked for, where one leaves, and where none is left', () => {
    expect(held({ leaving: olds, outstanding: 1 })).toBe(false)
    expect(held({ leaving: olds }, false)).toBe(false)
    expect(held({ leaving: [], staying: olds, outstanding: 0 }, true)).toBe(false)
  })
})
