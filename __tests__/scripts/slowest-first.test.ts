import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

interface TestFile {
  readonly path: string
  readonly context: { readonly config: { readonly cache: false }; readonly hasteFS: { readonly getSize: () => number } }
}

interface Sequence {
  readonly slowest: readonly string[]
  new (options: object): { sort(tests: readonly TestFile[]): readonly TestFile[] }
}

const SlowestFirst = createRequire(import.meta.url)('../../scripts/slowest-first.cjs') as Sequence
const { slowest } = SlowestFirst

const testFile = (path: string): TestFile => ({
  path: resolve(path),
  context: { config: { cache: false }, hasteFS: { getSize: () => 1 } },
})

test.each(slowest)('%s is a test file', (path) => {
  expect(existsSync(path)).toBe(true)
})

test('the slowest start first, and then the others', () => {
  const others = ['__tests__/text/escape.test.ts', '__tests__/repository/arrows.test.ts']
  const given = [...others, ...slowest.toReversed()].map(testFile)
  const sorted = new SlowestFirst({}).sort(given).map(({ path }) => path)
  expect(sorted.slice(0, slowest.length)).toEqual(slowest.map((path) => resolve(path)))
  expect(sorted.slice(slowest.length).toSorted()).toEqual(others.map((path) => resolve(path)).toSorted())
})
