import { basesOf } from '../../../testing/fuzz/operator-faults.ts'

const begin = { desired: 3 } as never
const sizes = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([at, desired]) => ({ at, desired }))

// An operator set five right before a decrement that took two of it, and then put an instance into Standby with its place: four were wished.
test.each([
  { name: 'the original size', operatorSizes: [], bases: [3] },
  { name: 'all that the change before may have wished', operatorSizes: sizes([10, 5], [10, 2]), bases: [5, 2] },
  { name: 'none of an older one', operatorSizes: sizes([10, 5], [10, 2], [20, 4], [20, 1]), bases: [4, 1] },
  { name: 'each size once', operatorSizes: sizes([10, 5], [10, 5]), bases: [5] },
])('one more or one fewer is meant of $name', ({ operatorSizes, bases }) => {
  expect(basesOf({ begin, operatorSizes })).toEqual(bases)
})
