import { formatOf } from '../../../src/domain/audit/report-format.ts'
import { auditFile } from '../../../src/report/results/audit-file.ts'
import { auditColumns, auditRecord } from '../../../src/report/results/audit-record.ts'
import { auditOf, hostile, hostileRows, row } from '../an-audit.ts'

const rows = [row(), row({ group: 'api', imageId: undefined, image: undefined, instances: 0 }), ...hostileRows]
const audit = auditOf(rows)

/** Every cell as text, as a table holds it. */
const cells = (): string[][] => [
  [...auditColumns],
  ...rows.map((each) => {
    const record = auditRecord(each)
    return auditColumns.map((column) => String(record[column] ?? ''))
  }),
]

test('JSON parsed back is the rows, with where and when', () => {
  expect(JSON.parse(auditFile(audit, 'json'))).toEqual({
    schemaVersion: 1,
    at: '2026-03-01T00:00:00Z',
    regions: ['eu-west-1'],
    rowCount: rows.length,
    rows: rows.map(auditRecord),
  })
  expect(JSON.parse(auditFile(auditOf([]), 'json'))).toMatchObject({ rowCount: 0, rows: [] })
})

test('TSV parsed back is the rows: a line each, with any names', () => {
  const text = auditFile(audit, 'tsv')
  const unescape: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }
  const parsed = text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t').map((cell) => cell.replace(/\\(.)/g, (_, of: string) => unescape[of] ?? '?')))
  expect(parsed).toEqual(cells())
  expect(text.endsWith('\n')).toBe(true)
})

test('CSV parsed back is the rows, formulas disarmed by an apostrophe', () => {
  const disarmed = cells().map((line) => line.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)))
  const parsed = parseCsv(auditFile(audit, 'csv'))
  expect(parsed).toEqual(disarmed)
  expect(parsed.flat()).toContain(`'${hostile.formula}`)
  expect(parsed.flat()).toContain(`'${hostile.minus}`)
})

test('JSON lines are a line about the audit, and one for each row with what the catalogue says of it', () => {
  const lines = (text: string): unknown[] => text.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown) // prettier-ignore
  const about = {
    account: null,
    environment: 'test',
    whole: true,
    serviceOf: (group: string) => (group === 'api' ? 'shop' : null),
    ownerOf: () => 'team',
  }
  const moment = { at: '2026-03-01T00:00:00Z', environment: 'test' }
  const owned = [row({ account: '123456789012' }), ...rows]
  expect(lines(auditFile(auditOf(owned), 'jsonl', about))).toEqual([
    { kind: 'audit', ...moment, account: '123456789012', regions: ['eu-west-1'], whole: true, groupCount: auditOf(owned).groups.length, rowCount: owned.length }, // prettier-ignore
    ...owned.map((each) => ({
      kind: 'audit-row',
      ...moment,
      ...(each.group === 'api' ? { service: 'shop', owner: 'team' } : { service: null, owner: null }),
      ...auditRecord(each),
    })),
  ])
  expect(lines(auditFile(auditOf([]), 'jsonl'))).toEqual([
    expect.objectContaining({ account: null, environment: null, whole: false, groupCount: 0, rowCount: 0 }),
  ])
})

test('dates are for machines', () => {
  expect(
    auditFile(auditOf([row()]), 'tsv')
      .split('\n')[1]
      ?.split('\t')[8],
  ).toBe('2026-01-01T00:00:00Z')
})

test.each([
  ['report.tsv', 'tsv'],
  ['out/Report.CSV', 'csv'],
  ['a.b/c.json', 'json'],
  ['history.jsonl', 'jsonl'],
  ['report.txt', undefined],
  ['tsv', undefined],
  ['report.json.gz', undefined],
])('%s means %s', (path, format) => {
  expect(formatOf(path)).toBe(format)
})

/** RFC 4180, character by character; anything it does not allow throws. */
function parseCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('a quote is not closed')
        if (text[at] === '"' && text[at + 1] !== '"') break
        if (text[at] === '"') at++
        cell += text[at]
      }
      at++
    } else {
      const end = text.slice(at).search(/[,\r\n"]/)
      cell = text.slice(at, at + end)
      at += end
    }
    record.push(cell)
    if (text[at] === ',') at++
    else if (text.startsWith('\r\n', at)) {
      at += 2
      records.push(record)
      record = []
    } else throw new Error(`neither comma nor line end at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`)
  }
  return records
}
