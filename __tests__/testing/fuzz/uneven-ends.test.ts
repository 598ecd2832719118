import { canEndEven, isOfRoll } from '../../../testing/fuzz/uneven-ends.ts'

/** Ids begin with their zone. */
const zoneOf = (id: string): string => id.charAt(0)

interface Row {
  readonly name: string
  readonly ready: readonly string[]
  readonly unready?: readonly string[]
  readonly desired: number
  readonly even: boolean
}

// A roll of six in three zones was cancelled when one had left the third zone and AWS had not launched its successor there.
const rows: readonly Row[] = [
  {
    name: 'a departure without its successor leaves a zone short',
    ready: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1'],
    desired: 6,
    even: false,
  },
  {
    name: 'so does a successor that is not ready, which leaves before any that serves',
    ready: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1'],
    unready: ['c2'],
    desired: 6,
    even: false,
  },
  {
    name: 'once the successor serves, others can leave',
    ready: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2'],
    desired: 6,
    even: true,
  },
  { name: 'of a surge in one zone, that leaves', ready: ['a1', 'a2', 'a3', 'b1'], desired: 2, even: true },
]

test.each(rows)('of a group that is put back: $name', ({ ready, unready = [], desired, even }) => {
  const all = [...ready, ...unready]
  const zones = Object.fromEntries(
    [...new Set(all.map(zoneOf))].map((zone) => [zone, all.filter((id) => zoneOf(id) === zone).length]),
  )
  const before = { units: all.length, heaviest: 1, zones, ids: { ready, inService: ready, pending: unready } }
  expect(canEndEven({ before, desired, zoneOf })).toBe(even)
})

test.each([
  { name: 'room for new instances', operation: 'UpdateAutoScalingGroup', desired: 5, isOfRoll: true },
  {
    name: 'a departure with a successor',
    operation: 'TerminateInstanceInAutoScalingGroup',
    desired: 4,
    isOfRoll: true,
  },
  { name: 'one without', operation: 'TerminateInstanceInAutoScalingGroup', desired: 3, isOfRoll: false },
  { name: 'a maximum that is put back', operation: 'UpdateAutoScalingGroup', desired: 4, isOfRoll: false },
])('the roll goes on with $name: $isOfRoll', ({ operation, desired, isOfRoll: expected }) => {
  const [before, after] = [{ desired: 4 }, { desired }] as never[]
  expect(isOfRoll({ operation, before, after } as never)).toBe(expected)
})
