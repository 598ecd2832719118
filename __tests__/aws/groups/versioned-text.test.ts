import { type TextFormat, versionedText } from '../../../src/aws/groups/versioned-text.ts'

interface Size {
  readonly width: number
  readonly unit: string
}

/** A first format without a unit, which was metres. */
const first: TextFormat<Size> = {
  required: ['width'],
  optional: [],
  write: ({ width }) => ({ width: String(width) }),
  read: ({ number }) => ({ width: number('width'), unit: 'm' }),
}

const second: TextFormat<Size> = {
  required: ['width'],
  optional: ['unit'],
  write: ({ width, unit }) => ({ width: String(width), unit }),
  read: ({ number, text, has }) => ({ width: number('width'), unit: has('unit') ? text('unit') : 'm' }),
}

const old = versionedText({ formats: { 1: first }, written: 1 })
const prepared = versionedText({ formats: { 1: first, 2: second }, written: 1 })
const current = versionedText({ formats: { 1: first, 2: second }, written: 2 })
const refuse = (why: string): Error => new Error(why)

test('a text begins with its version, the first version with none', () => {
  expect(old.write({ width: 3, unit: 'm' })).toBe('width=3')
  expect(prepared.write({ width: 3, unit: 'm' })).toBe('width=3')
  expect(current.write({ width: 3, unit: 'ft' })).toBe('v=2 width=3 unit=ft')
})

test('each version that is known is read, whichever is written', () => {
  for (const text of [prepared, current]) {
    expect(text.read('width=3', refuse)).toEqual({ width: 3, unit: 'm' })
    expect(text.read('v=2 width=3 unit=ft', refuse)).toEqual({ width: 3, unit: 'ft' })
    expect(text.read('v=2 width=3', refuse)).toEqual({ width: 3, unit: 'm' })
  }
})

test.each([
  { text: 'v=2 width=3', why: 'It is of the format 2, which this version does not know.' },
  { text: 'v=1 width=3', why: 'It is of the format 1, which this version does not know.' },
  { text: 'v=01 width=3', why: 'It is of the format 01, which this version does not know.' },
  { text: 'v= width=3', why: 'It is of the format , which this version does not know.' },
  { text: '', why: 'It does not say width.' },
  { text: 'width=3 unit=ft', why: 'It says unit, which this version does not know.' },
  { text: 'width=wide', why: 'width is not a number.' },
])('"$text" is refused by the program that knows the first version only', ({ text, why }) => {
  expect(() => old.read(text, refuse)).toThrow(why)
})

test('a version that is to be written must be there', () => {
  const wrong = versionedText({ formats: { 1: first }, written: 2 })
  expect(() => wrong.write({ width: 3, unit: 'm' })).toThrow('There is no format 2 to write.')
})
