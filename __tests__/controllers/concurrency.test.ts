import { adaptiveConcurrency } from '../../src/controllers/concurrency.ts'

test.each([
  {
    name: 'a calm account takes a quarter more groups at each look',
    throttlings: [0, 0, 0],
    expected: [313, 392, 490],
  },
  { name: 'a look that was throttled halves them', throttlings: [0, 0, 0, 3], expected: [313, 392, 490, 250] },
  { name: 'many groups always go on', throttlings: [1, 1, 1], expected: [250, 250, 250] },
])('$name', ({ throttlings, expected }) => {
  let count = 0
  const width = adaptiveConcurrency(() => count)
  const widths = throttlings.map((throttled) => {
    count += throttled
    return width()
  })
  expect(widths).toEqual(expected)
})
