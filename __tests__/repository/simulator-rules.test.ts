import { existsSync, readFileSync } from 'node:fs'

/** One row of `simulator/rules.md`. */
interface Row {
  readonly id: string
  readonly rule: string
  readonly source: string
  /** That holds the rule, under `simulator/`, without `.ts`. */
  readonly holder: string
  /** Under `__tests__/simulator/`, without `.test.ts`. */
  readonly file: string
  readonly title: string
}

const ROW =
  /^\| `(?<id>[a-z0-9-]+)` \| (?<rule>.+?) \| (?<source>.+?) \| `(?<holder>[a-z0-9/-]+)` \| `(?<file>[a-z0-9/-]+)`: (?<title>.+) \|$/

const lines = readFileSync('simulator/rules.md', 'utf8').split('\n').filter((line) => line.startsWith('| `')) // prettier-ignore
const rows = lines.flatMap((line) => (ROW.exec(line)?.groups as Row | undefined) ?? [])

test('each row of the table can be read, and each id stands once', () => {
  expect(rows).toHaveLength(lines.length)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rows.length).toBeGreaterThanOrEqual(300)
})

const sources = new Map<string, string>()

function textOf(file: string): string {
  const path = `__tests__/simulator/${file}.test.ts`
  const known = sources.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '')
  sources.set(file, known)
  return known
}

test.each(rows)('the file and the test of $id are there', ({ holder, file, title }) => {
  expect(existsSync(`simulator/${holder}.ts`)).toBe(true)
  const quoted = [`'${title}'`, `"${title}"`, `\`${title}\``, `'${title.replaceAll("'", String.raw`\'`)}'`]
  expect(quoted.some((text) => textOf(file).includes(text))).toBe(true)
})
