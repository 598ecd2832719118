import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

import { command } from '../../../src/command/command.ts'
import { script } from '../../../src/command/page/html/script.ts'
import { historyLines, hostileNames, sampleCatalogue } from '../../../testing/history-samples.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

const run = async (...words: readonly string[]) => {
  const texts = { stdout: '', stderr: '' }
  const exitCode = await command({
    words: ['page', ...words],
    stdout: { write: (text) => (texts.stdout += text) },
    stderr: { write: (text) => (texts.stderr += text) },
    folder,
    ownFile: async (name) => readFileSync(name, 'utf8'),
    onInterrupt: () => {},
    clock: { now: () => Date.UTC(2026, 10, 24), sleep: async () => {} },
    random: () => 0,
  })
  return { exitCode, ...texts }
}

const lines = historyLines({ groups: 60, weeks: 3 })
const made = async (...more: readonly string[]): Promise<string> => {
  const done = await run('--from', 'records', '--to', 'out/page.html', ...more)
  expect(done).toMatchObject({ exitCode: 0, stderr: '' })
  return readFileSync(join(folder, 'out/page.html'), 'utf8')
}

const sections = (html: string): ReadonlyMap<string, string> =>
  new Map([...html.matchAll(/<section>\n<h2>(.*?)<\/h2>\n([\s\S]*?)\n<\/section>/g)].map(([, name = '', text = '']) => [name, text])) // prettier-ignore

/** The cells of the rows of a table, as a reader sees them. */
const rowsOf = (html: string, section: string): readonly string[] =>
  [...(sections(html).get(section) ?? '').matchAll(/<tr role="row">(.*?)<\/tr>/g)].slice(1).map(([, row = '']) => row.replace(/<\/t[hd]>/g, ' | ').replace(/<small>/g, ' / ').replace(/<[^>]*>/g, '')) // prettier-ignore

test('is one file with all that the records and the catalogue say', async () => {
  write('records/2026/audits.jsonl', `${lines.join('\n')}\n`)
  write('records/README.md', 'not a record')
  write('.github/fleet-patch.yml', sampleCatalogue)
  const done = await run('--from', 'records', '--to', 'out/page.html')
  expect(done.stdout).toBe(`out/page.html is written, from ${lines.length} records in 1 file. 1 other file left alone.\n`) // prettier-ignore
  const html = readFileSync(join(folder, 'out/page.html'), 'utf8')
  expect([...sections(html).keys()]).toEqual(['Open runs', 'Trend', 'Services', 'Groups', 'Runs', 'Locks, freezes and waivers']) // prettier-ignore
  expect(rowsOf(html, 'Groups')).toHaveLength(60)
  expect(rowsOf(html, 'Open runs')[0]).toMatch(/^mail-production-\S+ \/ 123456789012, eu-west-1 \| mail \/ production \| begun \| 2026-10-26 06:23 \/ 28 d 18 h \| respawn \| hubot \| $/) // prettier-ignore
  expect(rowsOf(html, 'Services').find((row) => row.startsWith('checkout / payers | production'))).toContain('lock / until 2026-12-31') // prettier-ignore
  expect(rowsOf(html, 'Services').some((row) => row.startsWith('legacy / sellers | production | 0 | 0 | – |'))).toBe(true) // prettier-ignore
  expect(rowsOf(html, 'Locks, freezes and waivers')).toEqual([
    'lock  | checkout | production | The payment provider moves &lt;b&gt;tonight&lt;/b&gt; | @ann | – | 2026-12-31 23:59 | ',
    'waiver  | shop | all | max-days-behind: no traffic before the launch | @bob | – | 2026-12-15 23:59 | ',
    'freeze coming | all | all | Holidays | – | 2026-12-20 00:00 | 2027-01-03 23:59 | ',
  ])
  expect(rowsOf(html, 'Runs').some((row) => /^2026-.* \| respawn \| \S+ \| \S+ \| production \| (2 )?rolled \| \d+ m \d\d s \| held \| $/.test(row))).toBe(true) // prettier-ignore
  expect(rowsOf(html, 'Runs').some((row) => row.includes('not held / ') && row.includes('1 ready, floor 2'))).toBe(true)
})

test('loads nothing: its policy allows its own style and script alone, and neither could end before its end', async () => {
  write('records/all.jsonl', lines.join('\n'))
  const html = await made()
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
  expect(html.split('<script').length - 1).toBe(1)
  expect(html).toContain(`<script>${script}</script>`)
  expect(() => new Script(script)).not.toThrow()
  expect(html).toContain(
    `content="default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; img-src data:; base-uri 'none'; form-action 'none'"`,
  )
  expect([...html.matchAll(/\s(?:src|href|action)="([^"]*)"/g)].map(([, to = '']) => to.replace(/\d+$/, ''))).toEqual(
    expect.arrayContaining(['data:,', 'https://github.example/octo/fleet/actions/runs/']),
  )
  expect(html).not.toMatch(/url\(|@import| style="| on\w+="|href="(?!data:,"|https:)/)
})

test('shows hostile names as they are', async () => {
  write('records/all.jsonl', historyLines({ groups: 280, weeks: 1 }).join('\n'))
  const html = await made()
  expect(hostileNames.filter((name) => html.includes(name))).toEqual([])
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('a\\u202ereversed')
  expect(html).not.toMatch(/<img|<h1>out/)
})

test('without accounts has none', async () => {
  write('records/all.jsonl', lines.join('\n'))
  write('fleet.yml', sampleCatalogue)
  expect(await made('--catalogue', 'fleet.yml')).toMatch(/\d{12}, eu-west-1/)
  const html = await made('--catalogue', 'fleet.yml', '--redact', 'accounts')
  expect(html).not.toMatch(/123456789012|210987654321/)
  expect(html).toContain('account 2, eu-west-1')
})

test('without audits, runs and catalogue says so', async () => {
  const [change = ''] = lines.filter((line) => line.includes('"rolled"'))
  write('records/run.ndjson', `\uFEFF${change}\r\n\n`)
  const runs = await made()
  expect(runs).toContain('Nothing was audited.')
  expect([...sections(runs)].flatMap(([name, text]) => (text.startsWith('<p>') ? [`${name}: ${text}`] : []))).toEqual([
    'Open runs: <p>No run has left anything open.</p>',
    'Services: <p>No group was audited.</p>',
    'Groups: <p>No group was audited.</p>',
    'Locks, freezes and waivers: <p>No catalogue was read.</p>',
  ])
  write('records/run.ndjson', lines.slice(0, 2).join('\n'))
  expect(await made()).toContain('<p>No run has left a record.</p>')
})

describe('refuses', () => {
  const both = ['--from', 'records', '--to', 'page.html']

  test.each([
    { name: 'no words', words: [], code: 2, says: 'Give the folder with the records by `--from`, and the page by `--to`.' }, // prettier-ignore
    { name: 'another word', words: [...both, '--form'], code: 2, says: "Unknown option '--form'. See `fleet-patch page --help`." }, // prettier-ignore
    { name: 'to hide anything else', words: [...both, '--redact', 'names'], code: 2, says: '`--redact` takes `accounts` only.' }, // prettier-ignore
    { name: 'a missing folder', words: ['--from', 'none', '--to', 'page.html'], code: 1, says: 'There is no folder none.' }, // prettier-ignore
    { name: 'a folder without records', words: both, code: 1, says: 'There is no record in records.' },
    { name: 'a missing catalogue', words: [...both, '--catalogue', 'none.yml'], records: lines[0], code: 1, says: 'There is no catalogue at none.yml.' }, // prettier-ignore
    { name: 'a wrong line', words: both, records: `${lines[0]}\n{"kind":"audit"}\n`, code: 1, says: 'A record is wrong: records/a.jsonl:2: the line needs a time like 2026-01-31T09:05:07Z as `at`. Correct the line or take it out; nothing was written.' }, // prettier-ignore
    { name: 'many wrong lines', words: both, records: 'x\n'.repeat(12), code: 1, says: '12 records are wrong:\n- records/a.jsonl:1: the line is no JSON.\n' }, // prettier-ignore
  ])('$name', async ({ words, records, code, says }) => {
    mkdirSync(join(folder, 'records'))
    if (records !== undefined) write('records/a.jsonl', records)
    expect(await run(...words)).toMatchObject({ exitCode: code, stdout: '', stderr: expect.stringContaining(says) })
    expect(() => readFileSync(join(folder, 'page.html'))).toThrow('ENOENT')
  })

  test('a catalogue that is wrong, with its line', async () => {
    write('records/a.jsonl', lines.join('\n'))
    write('.github/fleet-patch.yml', sampleCatalogue.replace('services:', 'servces:'))
    expect(await run(...both)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('.github/fleet-patch.yml:5:1') }) // prettier-ignore
  })
})
