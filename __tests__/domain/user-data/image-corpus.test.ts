import { gunzipSync, gzipSync } from 'node:zlib'
import { patchUserData } from '../../../src/domain/user-data/user-data.ts'
import { UserDataError } from '../../../src/domain/yaml/error.ts'
import { corpus, refusedCorpus } from './image-corpus.ts'

const codec = { gunzip: (bytes: Uint8Array) => gunzipSync(bytes), gzip: (bytes: Uint8Array) => gzipSync(bytes) }
const patch = (text: string, dockerImage: string) => {
  const { bytes, changes } = patchUserData(new TextEncoder().encode(text), { ...codec, dockerImage })
  return { text: new TextDecoder().decode(bytes), changes }
}
const marked = /«([^»]*)»/gu
const tagOf = (wanted: string): string => wanted.slice(wanted.lastIndexOf(':'))
const nameOf = (reference: string): string => reference.replace(/@.*$/u, '').replace(/:[^:/]*$/u, '')

const rows = corpus.flatMap(({ title, wanted, lines }) => lines.map((line) => ({ title, wanted, line })))
const refused = refusedCorpus.flatMap(({ title, wanted, lines }) =>
  lines.map(([line, says]) => ({ title, wanted, line, says })),
)

describe('an image in its place gets the new tag, and every other byte stays', () => {
  test.each(rows)('$title: $line', ({ wanted, line }) => {
    const before = line.replaceAll(marked, '$1')
    const after = line.replaceAll(marked, (_, reference: string) => nameOf(reference) + tagOf(wanted))
    expect(after).not.toBe(before)
    const once = patch(before, wanted)
    expect(once.text).toBe(after)
    expect(once.changes).toHaveLength([...line.matchAll(marked)].length)
    expect(patch(after, wanted)).toEqual({ text: after, changes: [] })
  })
})

describe('what does not stand there as an image is refused', () => {
  test.each(refused)('$title: $line', ({ wanted, line, says }) => {
    expect(() => patch(line, wanted)).toThrow(UserDataError)
    expect(() => patch(line, wanted)).toThrow(says)
    expect(() => patch(line, wanted)).not.toThrow('s3cr3t')
  })
})

test('the corpus has at least two hundred entries, each once', () => {
  const lines = [...rows, ...refused].map(({ wanted, line }) => `${wanted} ${line}`)
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines.length).toBeGreaterThanOrEqual(200)
})
