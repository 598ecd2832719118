import fc from 'fast-check'

import {
  annotationText,
  clip,
  logText,
  markdownCode,
  markdownText,
  mermaidText,
  visible,
  yamlScalar,
} from '../../src/text/escape.ts'

/** Text full of harmful characters. */
const evil = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        '##[',
        '##',
        '[error]',
        '\n',
        '\r\n',
        '\u001b[31m',
        '\u202e',
        '\u200b',
        '\u00a0',
        '\u2028',
        '\u0085',
        '|',
        '`',
        '```',
        '\\',
        '\\|',
        '<',
        '</td>',
        '<script>',
        '<!--',
        '-->',
        '&',
        '&#124;',
        '@octocat',
        'https://',
        'www.',
        '[a](b)',
        '![',
        '#12',
        '- ',
        '1. ',
        '# ',
        '> ',
        '---',
        '===',
        '~~~',
        '$$',
        '*',
        '_',
        ':',
        ';',
        ',',
        '%%',
        'section',
        ' ',
        '\ud800',
        '"',
        "'",
        '\u034f',
        '\ufe0f',
        '\t',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u

describe('the log', () => {
  test('no text can start a workflow command of either form, nor contain a second line or a control character', () => {
    fc.assert(
      fc.property(evil, (text) => {
        for (const shown of [logText(text), annotationText(text)]) {
          expect(shown).not.toMatch(/^\s*::/)
          expect(shown).not.toContain('##[')
          expect(shown).not.toMatch(/[\n\r]/)
          expect(shown).not.toMatch(UNSEEN)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('escaping twice is escaping once', () => {
    fc.assert(fc.property(evil, (text) => expect(logText(logText(text))).toBe(logText(text))))
  })

  test.each([
    { name: 'a role', text: 'arn:aws:iam::123456789012:role/x' },
    { name: 'words', text: 'It is 3/4 full, "web" (a-b) #1.' },
    { name: 'other alphabets', text: 'größe 大小 размер' },
  ])('$name is left as it is', ({ text }) => expect(logText(text)).toBe(text))

  test.each([
    { name: 'a command', text: '  ::add-mask::x', shown: '  \\::add-mask::x' },
    { name: 'a command of the old form', text: 'a ##[error]b', shown: 'a ##\\[error]b' },
    { name: 'an ANSI code', text: '\u001b[1mbold', shown: '\\u001b[1mbold' },
    { name: 'a text that turns its direction', text: 'a\u202eb', shown: 'a\\u202eb' },
    { name: 'a command behind a zero-width space', text: '\u200b::x', shown: '\\u200b::x' },
    { name: 'lines', text: 'one\r\ntwo', shown: 'one two' },
  ])('$name is shown, not obeyed', ({ text, shown }) => expect(logText(text)).toBe(shown))
})

describe('Markdown', () => {
  test('prose has no character left that means something to Markdown or HTML', () => {
    fc.assert(
      fc.property(evil, (text) => {
        const shown = markdownText(text)
        expect(shown.replace(/&#\d+;/g, '')).not.toMatch(/[\\`*_{}[\]<>&|~#@$"^\n\r]/)
        expect(shown).not.toMatch(/:\/\/|www\./i)
        expect(shown).not.toMatch(/^\s|^\d*[-+=.):!]/)
      }),
      { numRuns: 2000 },
    )
  })

  test('prose reads as the very text once it is rendered', () => {
    fc.assert(fc.property(evil, (text) => expect(rendered(markdownText(text))).toBe(visible(text).trim())))
  })

  test('a mention, an issue and an address become no link', () => {
    expect(markdownText('@octocat #12 https://a.b www.a.b x@y.z')).toBe(
      '&#64;&#8203;octocat &#35;&#8203;12 https:&#8203;//a.b www&#8203;.a.b x&#64;&#8203;y.z',
    )
  })

  test('code keeps within its span and its table cell, and reads as the very text', () => {
    fc.assert(
      fc.property(evil, (text) => {
        const shown = markdownCode(text)
        expect(shown).not.toMatch(/[|\n\r]/)
        // Pieces of code between single backticks; outside of them entities only.
        expect(shown).toMatch(/^(`[^`]+`|&#\d+;)*$/)
        expect(shown).not.toContain('``')
        expect(shown.replace(/`([^`]+)`|&#124;|&#96;/g, (all, code: string | undefined) => code ?? rendered(all))).toBe(
          visible(text),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

test('a name in a chart has none of the characters of its grammar', () => {
  fc.assert(fc.property(evil, (text) => expect(mermaidText(text)).toMatch(/^[\p{L}\p{N} _./()…-]*$/u)))
})

test.each([
  { name: 'a name', text: 'web-1.x', yaml: 'web-1.x' },
  { name: 'a word that YAML reads as a boolean', text: 'on', yaml: '"on"' },
  { name: 'a number', text: '12', yaml: '"12"' },
  { name: 'a list', text: 'a\nb', yaml: '"a\\nb"' },
  { name: 'a fence and a bidi character', text: '```\u202e', yaml: '"```\\u202e"' },
  { name: 'a role', text: 'arn:aws:iam::1:role/x', yaml: '"arn:aws:iam::1:role/x"' },
])('$name as YAML', ({ text, yaml }) => expect(yamlScalar(text)).toBe(yaml))

test('a cut leaves no half character', () => {
  expect(clip('ab😀cd', 4)).toBe('ab…')
  expect(clip('abcd', 4)).toBe('abcd')
})

/** What a renderer makes of entities; the zero-width spaces are ours. */
function rendered(shown: string): string {
  return shown.replace(/&#(\d+);/g, (_, code: string) => (code === '8203' ? '' : String.fromCodePoint(Number(code))))
}
