import { htmlPath } from '../../src/inputs/report-html.ts'

test.each(['page.html', 'out/page.HTML', './a..b/page.htm'])('%s is a file for the report', (path) => {
  expect(htmlPath(path)).toBe(path)
})

test('without a text there is none', () => expect(htmlPath('')).toBeUndefined())

test.each([
  ['page.txt', 'end in'],
  ['/page.html', 'inside'],
  ['../page.html', 'inside'],
  ['a/../../page.html', 'inside'],
  ['a\\..\\page.html', 'inside'],
  ['C:/page.html', 'inside'],
])('%s is none: it must %s', (path, says) => {
  expect(() => htmlPath(path)).toThrow(says)
})
