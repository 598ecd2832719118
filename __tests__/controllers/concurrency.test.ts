import { adaptiveConcurrency } from '../../src/controllers/concurrency.ts'

test.each([
  {
    name: 'without throttling a quarter more groups are admitted at each read',
    throttlings: [0, 0, 0],
    expected: [313, 392, 490],
  },
  { name: 'a throttled read halves them', throttlings: [0, 0, 0, 3], expected: [313, 392, 490, 250] },
  { name: 'a minimum of groups is always admitted', throttlings: [1, 1, 1], expected: [250, 250, 250] },
])('$name', ({ throttlings, expected }) => {
  let count = 0
  const width = adaptiveConcurrency(() => count)
  const widths = throttlings.map((throttled) => {
    count += throttled
    return width()
  })
  expect(widths).toEqual(expected)
})
