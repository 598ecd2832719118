import fc from 'fast-check'
import { gunzipSync, gzipSync } from 'node:zlib'
import { patchUserData, type UserDataRequest } from '../../../src/domain/user-data/user-data.ts'
import { UserDataError } from '../../../src/domain/yaml/error.ts'
import { corpus } from './image-corpus.ts'

const codec = { gunzip: (bytes: Uint8Array) => gunzipSync(bytes), gzip: (bytes: Uint8Array) => gzipSync(bytes) }
const APP = 'registry.example.org/team/app'
const marked = /«([^»]*)»/gu

/** The text after the patch; undefined where it is refused. */
function patched(text: string, request: Partial<UserDataRequest>): string | undefined {
  const bytes = new TextEncoder().encode(text)
  const after = attempt(bytes, request)
  // What came in is never written to.
  expect(new TextDecoder().decode(bytes)).toBe(text)
  return after
}

function attempt(bytes: Uint8Array, request: Partial<UserDataRequest>): string | undefined {
  try {
    return new TextDecoder().decode(patchUserData(bytes, { ...codec, ...request }).bytes)
  } catch (error) {
    if (!(error instanceof UserDataError)) throw error
    return undefined
  }
}

/** What a script is made of: the lines of the corpus that are written for a shell, and pieces that tempt a reader. */
const shellLines = corpus
  .filter(({ title }) => /docker run|other commands|prefixes|variables|here-documents/u.test(title))
  .flatMap(({ lines }) => lines)
const piece = fc.constantFrom(
  ' ',
  '\n',
  '\r\n',
  '\\\n',
  '"',
  "'",
  '`',
  '$(',
  ')',
  '${',
  '}',
  '{{',
  '}}',
  '$X',
  '#',
  ';',
  '&&',
  '|',
  '<<EOF\n',
  '\nEOF\n',
  '<%',
  '%>',
  'docker run ',
  'docker pull -q ',
  'podman --root x run ',
  '-e A=',
  '--link ',
  '--unknown ',
  'sudo ',
  'sh -c ',
  'image: ',
  'Image=',
  'ExecStart=',
  'IMAGE=',
  '[Container]\n',
  '- ',
  `${APP}:1.2`,
  `${APP}:1.2`,
  `${APP}:$TAG`,
  'redis:6',
  'ü',
)
const line = fc
  .constantFrom(...corpus.flatMap(({ lines }) => lines))
  .map((text) => `${text.replaceAll(marked, '$1')}\n`)
const texts = fc
  .tuple(
    fc.constantFrom('#!/bin/sh\n', '#cloud-config\n', '[Service]\n', 'services:\n', '<powershell>\n', ''),
    fc.array(fc.oneof({ weight: 1, arbitrary: line }, { weight: 2, arbitrary: piece }), { maxLength: 10 }),
  )
  .map(([head, pieces]) => head + pieces.join(''))

describe('whatever the user data', () => {
  test('a second patch changes nothing, and every byte outside of references is kept', () => {
    let changed = 0
    fc.assert(
      fc.property(texts, (text) => {
        // Pieces that meet may give another tag, as 1.2--link.
        fc.pre(!/:1\.2[\w.@-]/.test(text))
        const once = patched(text, { dockerImage: `${APP}:1.3` })
        if (once === undefined) return
        changed += once === text ? 0 : 1
        // The text has no other 1.3 than what was written.
        expect(once.replaceAll(`${APP}:1.3`, `${APP}:1.2`)).toBe(text)
        expect(patched(once, { dockerImage: `${APP}:1.3` })).toBe(once)
      }),
      { seed: 7, numRuns: 1500 },
    )
    expect(changed).toBeGreaterThan(100)
  })

  test('a tag alone does what the whole reference does, where only one image is there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const byTag = patched(text, { dockerImage: '1.3' })
        if (byTag === undefined || byTag === text || text.includes('redis')) return
        expect(byTag).toBe(patched(text, { dockerImage: `${APP}:1.3` }))
      }),
      { seed: 7, numRuns: 1000 },
    )
  })

  test('lines that are understood alone are understood together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...shellLines), { minLength: 1, maxLength: 5 }), (lines) => {
        const text = `#!/bin/bash\n${lines.join('\n')}\n`
        // What a line says of a variable holds for the others too.
        if (/\$\{?(?:IMAGE|WHAT|DOCKER_OPTS|OPTS)|ARGS|cmd=/u.test(text)) return
        // A quote that stands alone reaches to that of another line.
        if (text.includes("it's up") && text.split("'").length > 2) return
        const before = text.replaceAll(marked, '$1')
        expect(patched(before, { dockerImage: `${APP}:1.3` })).toBe(text.replaceAll(marked, `${APP}:1.3`))
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  test.each([
    ['quotes that are not closed', '\'"'.repeat(20_000)],
    ['one quote', `'${'a '.repeat(20_000)}`],
    ['substitutions that are not closed', '$('.repeat(20_000)],
    ['substitutions in one another', `${'$('.repeat(20_000)}${')'.repeat(20_000)}`],
    ['braces', '{{'.repeat(20_000)],
    ['variables that are not closed', '${'.repeat(20_000)],
    ['here-documents', '<<A\n'.repeat(20_000)],
    ['backslashes', '\\'.repeat(40_000)],
    ['one long word', 'a/'.repeat(20_000)],
    ['options', `docker run ${'-x '.repeat(20_000)}`],
    ['variables in a name', `docker run ${'$A/x'.repeat(20_000)}:1`],
  ])('%s cost time in proportion to their length', (_, text) => {
    const start = process.cpuUsage()
    patched(`#!/bin/sh\n${text}`, { dockerImage: `${APP}:1.3` })
    patched(text, { dockerImage: `${APP}:1.3` })
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5)
  })
})
