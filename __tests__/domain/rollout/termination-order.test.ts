import fc from 'fast-check'
import type { Instance } from '../../../src/domain/rollout/fleet.ts'
import { terminationOrder } from '../../../src/domain/rollout/termination-order.ts'
import { anInstance, NOW } from './a-fleet.ts'

/** `b2` is an instance of zone `b`, launched at that second since the Unix epoch. */
const at = (id: string, launchedAt: number): Instance => anInstance(id, { zone: id.charAt(0), launchedAt })

/** These instances, the oldest first, each in the zone of its first letter. */
const byAge = (...ids: readonly string[]): readonly Instance[] => ids.map((id, index) => at(id, NOW - 3600 + index))

interface Group {
  readonly leaving: readonly Instance[]
  readonly staying?: readonly Instance[]
  /** Those that leave and do not serve. */
  readonly broken?: readonly string[]
}

/** Which instance leaves at each call; `successors` says of each whether AWS launches another in its place. */
function orderOf(
  { leaving, staying = [], broken = [] }: Group,
  successors: readonly boolean[],
): (string | undefined)[] {
  const serving = new Set([...leaving, ...staying].filter(({ id }) => !broken.includes(id)))
  const order = terminationOrder({ leaving, serving, staying })
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
    { name: 'in no order where there are none', leaving: [], expected: [] },
    {
      // Zone a has most and the oldest, but 2-2-2 would let AWS launch in a again: 3-1-2 leaves it no choice. After b1
      // and c1 each zone has one new, so most decides (a1), and after a1 the zones b and c have fewest new ones again.
      name: 'where the successor must come into the zone that has fewest new ones',
      ...EXAMPLE,
      expected: ['b1', 'c1', 'a1', 'b2', 'c2', 'a2'],
    },
    {
      name: 'where the successor cannot come into a zone that has only new ones, though another zone has more',
      leaving: byAge('b1', 'b2', 'a1'),
      staying: byAge('c-new'),
      expected: ['a1', 'b1', 'b2'],
    },
    {
      // 3-1: whichever leaves, its successor comes into b, which has no new one. Then 2-2, and a has no new one yet.
      name: 'from the zone that has most where each would get its successor into a zone without a new one',
      leaving: byAge('b1', 'a1', 'a2', 'a3'),
      expected: ['a1', 'a2', 'b1', 'a3'],
    },
    {
      name: 'first where they do not serve, though the successor comes into a zone that has a new one',
      leaving: byAge('a1', 'a2', 'b1'),
      staying: byAge('b-new'),
      broken: ['b1'],
      expected: ['b1', 'a1', 'a2'],
    },
  ]
  test.each(rows)('$name', check(true))
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
