import type { Audit, AuditRow } from '../../domain/audit/audit.ts'
import type { ReportFormat } from '../../domain/audit/report-format.ts'
import { type AuditAbout, auditLines } from './audit-lines.ts'
import { auditColumns, auditRecord } from './audit-record.ts'
import { isoTime } from '../../text/time.ts'
import { tsvCell } from './tsv.ts'

/** The whole audit as the text of a file; `about` is told in JSON lines alone. */
export function auditFile(audit: Audit, format: ReportFormat, about?: AuditAbout): string {
  switch (format) {
    case 'tsv':
      return table(audit.rows, { cell: tsvCell, between: '\t', end: '\n' })
    case 'csv':
      return table(audit.rows, { cell: csvCell, between: ',', end: '\r\n' })
    case 'json':
      return json(audit)
    case 'jsonl':
      return auditLines(audit, about)
    default:
      return format satisfies never
  }
}

interface Dialect {
  readonly cell: (text: string) => string
  readonly between: string
  readonly end: string
}

function table(rows: readonly AuditRow[], { cell, between, end }: Dialect): string {
  const line = (cells: readonly (string | number | null)[]): string =>
    `${cells.map((value) => (typeof value === 'string' ? cell(value) : (value ?? ''))).join(between)}${end}`
  const lines = rows.map((row) => {
    const record = auditRecord(row)
    return line(auditColumns.map((column) => record[column]))
  })
  return [line(auditColumns), ...lines].join('')
}

/**
 * As RFC 4180 has it. A spreadsheet would carry out a cell that begins like a formula, and names of groups and tags are
 * foreign: an apostrophe in front makes it a text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row a line, so that two reports can be compared by line. */
function json({ at, regions, rows }: Audit): string {
  const head = JSON.stringify({ schemaVersion: 1, at: isoTime(at), regions, rowCount: rows.length }).slice(0, -1)
  const lines = rows.map((row) => JSON.stringify(auditRecord(row)))
  return `${head},"rows":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]}\n`
}
