import { Random } from '../../../simulator/random.ts'
import { bastionFocusOf } from '../../../testing/fuzz/bastion/bastion-focus.ts'
import { focusOf, isDrawn } from '../../../testing/fuzz/focus.ts'

const first = Array.from({ length: 300 }, (_, index) => index + 1)

test('two of three of the first seeds are about something, each thing about equally often', () => {
  const foci = first.map(focusOf).filter((focus) => focus !== undefined)
  expect(foci).toHaveLength(200)
  const counts = [...Map.groupBy(foci, (focus) => focus).values()].map(({ length }) => length)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  expect(focusOf(301)).toBeUndefined()
})

test('every second of the first seeds of bastions is about something', () => {
  const foci = first.map(bastionFocusOf).filter((focus) => focus !== undefined)
  expect(foci).toHaveLength(150)
  expect(new Set(foci).size).toBe(10)
  expect(bastionFocusOf(301)).toBeUndefined()
})

test('such a seed draws what it is about and nothing else, any other one by chance', () => {
  const [seed = 0] = first.filter((each) => focusOf(each)?.includes('gates'))
  for (const chance of [0.01, 0.99]) {
    expect(isDrawn(new Random(1), { share: chance, source: 'gates', seed })).toBe(true)
    expect(isDrawn(new Random(1), { share: chance, source: 'tags', seed })).toBe(false)
    expect(isDrawn(new Random(1), { share: chance, source: 'tags', seed: 301 })).toBe(chance > 0.5)
  }
})
