import fc from 'fast-check'
import { formatTag, parseTag } from '../../../src/aws/groups/tag-format.ts'

const name = fc.stringMatching(/^[a-z]{1,10}$/)
const value = fc.stringMatching(/^[A-Za-z0-9+\-=._:/@]{1,20}$/)

test('fields that fit into a tag are read back the same, in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, value), { maxLength: 7, selector: ([key]) => key }), (entries) => {
      const text = formatTag(Object.fromEntries(entries))
      expect(text).toMatch(/^[A-Za-z0-9 +\-=._:/@]{0,256}$/)
      expect(Object.entries(parseTag(text))).toEqual(entries)
    }),
  )
})

test.each([
  { name: 'an empty value', fields: { run: '' }, message: /as run into a tag/ },
  { name: 'a space', fields: { run: '1 2' }, message: /as run into a tag/ },
  { name: 'a letter that AWS does not take', fields: { run: 'läuft' }, message: /as run into a tag/ },
  { name: 'more than a tag holds', fields: { run: 'x'.repeat(253) }, message: /has 257 characters; a tag holds 256/ },
])('$name is not written', ({ fields, message }) => {
  expect(() => formatTag(fields)).toThrow(message)
})

test.each([
  { name: 'nothing', text: '', fields: {} },
  { name: 'prose', text: 'please do not touch', fields: { please: '', do: '', not: '', touch: '' } },
  { name: 'spaces too many', text: ' a=1  b=2 ', fields: { a: '1', b: '2' } },
  { name: 'a value with a sign', text: 'a=b=c', fields: { a: 'b=c' } },
])('of a text of another hand, $name becomes fields whose meaning the reader refuses', ({ text, fields }) => {
  expect(parseTag(text)).toEqual(fields)
})
