import { BEYOND_SEEDS } from '../../testing/mutants/beyond-seeds.ts'
import { MUTANTS } from '../../testing/mutants/mutants.ts'
import { executedAt, functionsOf, type ScriptFunction } from '../../testing/mutants/executed.ts'
import { isForSeeds, sampleOf } from '../../testing/mutants/sample.ts'

test('each mutant that the seeds are not asked about is one, in a room that they reach', () => {
  const names = Object.values(BEYOND_SEEDS).flat()
  const known = MUTANTS.filter(({ name }) => names.includes(name))
  expect(known.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  expect(known.filter(isForSeeds)).toEqual([])
})

test('a sample is always the same, begins with a smaller one, and a new mutant takes the place of one', () => {
  const seeded = MUTANTS.filter(isForSeeds)
  const sample = sampleOf(seeded, 50)
  expect(sampleOf(seeded.toReversed(), 50)).toEqual(sample)
  expect(sampleOf(seeded, 20)).toEqual(sample.slice(0, 20))
  const [first] = sample
  const others = seeded.filter((mutant) => mutant !== first)
  expect(sampleOf(others, 50).filter((mutant) => !sample.includes(mutant))).toHaveLength(1)
})

describe('whether a text was executed', () => {
  const at = (startOffset: number, endOffset: number, count: number) => ({ startOffset, endOffset, count })
  const file: ScriptFunction = { ranges: [at(0, 100, 0)] }
  const outer: ScriptFunction = { ranges: [at(10, 60, 2), at(20, 30, 0)] }
  const inner: ScriptFunction = { ranges: [at(40, 50, 0)] }
  const known = functionsOf([file, outer, inner, outer])

  test('each function is known once', () => {
    expect(known).toEqual([file, outer, inner])
  })

  test.each([
    { name: 'a function that was called', index: 12, now: [file, outer, inner], is: true },
    { name: 'a block of it that was passed over', index: 25, now: [file, outer, inner], is: false },
    { name: 'a function in it that was not called', index: 45, now: [file, outer, inner], is: false },
    { name: 'a function that is not told, since nothing around it was executed', index: 45, now: [], is: false },
    { name: 'the same in a function that was called', index: 45, now: [file, outer], is: false },
    { name: 'what runs when the file is loaded', index: 80, now: [], is: true },
    { name: 'a file of which nothing is known', index: 5, now: [], is: true },
  ])('$name: $is', ({ name, index, now, is }) => {
    expect(executedAt(index, { known: name.startsWith('a file') ? [] : known, now })).toBe(is)
  })
})
