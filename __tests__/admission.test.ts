import { admission } from '../src/admission.ts'

test.each([
  {
    name: 'a calm account takes a quarter more groups at each look',
    throttlings: [0, 0, 0],
    expected: [125, 157, 197],
  },
  { name: 'a look that was throttled halves them', throttlings: [0, 3, 1], expected: [125, 62, 31] },
  { name: 'some groups always go on', throttlings: [1, 1, 1, 1, 1], expected: [50, 25, 12, 10, 10] },
])('$name', ({ throttlings, expected }) => {
  let count = 0
  const width = admission(() => count)
  const widths = throttlings.map((throttled) => {
    count += throttled
    return width()
  })
  expect(widths).toEqual(expected)
})
