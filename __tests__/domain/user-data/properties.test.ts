import fc from 'fast-check'
import { stringify, type ToStringOptions } from 'yaml'
import { mergeYaml } from '../../../src/domain/user-data/merge.ts'
import { mergedPlain, equalPlain, plainOf } from '../../../src/domain/yaml/plain.ts'

const merge = (text: string, wanted: string) =>
  mergeYaml({ text, what: 'The user data', merge: wanted, mergeWhat: 'The input user-data' })

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'STAGE', 'x-y', '/dev/xvdf', '8301/udp', 'a.b') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
)
const scalar = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(
    'yes',
    '0755',
    '1.10',
    '1:30',
    '~x',
    '# no comment',
    'a: b',
    '- c',
    '',
    ' x ',
    'x, y',
    '{z}',
    "it's",
    '"q"',
  ),
  fc.constantFrom('one\ntwo\n', 'one\ntwo', '  lead\nend', 'tail \n\n', '# c\n', 'long '.repeat(40)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replace(/[\ud800-\udfff]/gu, '')),
)
const trees = fc.letrec<{ map: Record<string, unknown>; value: unknown }>((tie) => ({
  map: fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    tie('map'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}))
const tree = trees.map
const changes = fc.letrec<{ map: Record<string, unknown>; value: unknown }>((tie) => ({
  map: fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.constant(null) },
    tie('map'),
    fc.array(scalar, { maxLength: 3 }),
  ),
})).map
const styles: fc.Arbitrary<ToStringOptions> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
  defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
  lineWidth: fc.constantFrom(0, 40, 80),
})
const source = fc
  .tuple(tree, styles, fc.constantFrom('\n', '\r\n'), fc.boolean())
  .filter(([value]) => Object.keys(value).length > 0)
  .map(([value, style, eol, decorated]) => {
    const text = stringify(value, style)
    const commented = decorated ? text.replace(/^([\w.-]+):/gmu, '\n# about it\n$1:') : text
    return `#cloud-config\n${commented}`.replaceAll('\n', eol)
  })
  .filter((text) => plainOf(text, '1.1') !== undefined && plainOf(text, '1.2') !== undefined)
const wanted = fc
  .tuple(changes, styles)
  .map(([value, style]) => stringify(value, style))
  .filter((text) => plainOf(text, '1.1') !== undefined && plainOf(text, '1.2') !== undefined)

/** Whether the rules of the merge refuse the pair for a reason of its own, such as `80` and "80" as keys. */
const attempt = (text: string, change: string): ReturnType<typeof merge> | undefined => {
  try {
    return merge(text, change)
  } catch (error) {
    const { message } = error as Error
    expect(message).toMatch(/cannot be changed: it is written there with another type/u)
    return undefined
  }
}

describe('any merge into any YAML', () => {
  test('gives the value that a deep merge gives, and nothing more to do the second time', () => {
    let done = 0
    let refused = 0
    fc.assert(
      fc.property(source, wanted, (text, change) => {
        const once = attempt(text, change)
        if (once === undefined) {
          refused += 1
          return
        }
        done += 1
        const expected = mergedPlain(plainOf(text, '1.2')?.value, plainOf(change, '1.2')?.value)
        expect(equalPlain(plainOf(once.text, '1.2')?.value, expected)).toBe(true)
        const twice = merge(once.text, change)
        expect(twice.text).toBe(once.text)
        expect(twice.changes).toEqual([])
      }),
      { numRuns: 600 },
    )
    expect(refused).toBeLessThan(done / 10)
  })

  test('with the values that stand there gives the same bytes', () => {
    fc.assert(
      fc.property(source, (text) => {
        // The text itself as the change: what it holds is what is wanted.
        const { text: after, changes: made } = merge(text, text)
        expect(after).toBe(text)
        expect(made).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('of one key leaves every other line as it was', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 9 }), (text, value) => {
        const { text: after } = merge(text, `added-here: ${value}`)
        const rest = after.split('\n').filter((line) => !line.startsWith('added-here:'))
        // In a map in brackets the new key shares a line, or stands indented on its own.
        const ownLine = rest.length < after.split('\n').length
        expect(ownLine ? rest.join('\n') : after.replace(/,\s*added-here: \d/u, '')).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  test('adding a key and deleting it again gives the same bytes', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(merge(merge(text, 'added-here: 1').text, 'added-here: null').text).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})
