import { adaptiveConcurrency } from '../../src/controllers/concurrency.ts'

test.each([
  {
    name: 'where no call waits a quarter more groups are admitted at each look',
    waits: [0, 0, 0],
    expected: [563, 704, 880],
  },
  { name: 'a look at which calls waited halves them', waits: [0, 0, 0, 3], expected: [563, 704, 880, 450] },
  { name: 'a minimum of groups is always admitted', waits: [1, 1, 1], expected: [450, 450, 450] },
])('$name', ({ waits, expected }) => {
  let count = 0
  const width = adaptiveConcurrency(() => count)
  const widths = waits.map((more) => {
    count += more
    return width()
  })
  expect(widths).toEqual(expected)
})
