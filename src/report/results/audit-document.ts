import type { Audit } from '../../domain/audit/audit.ts'
import type { RunRequest } from './request.ts'
import { auditRecord } from './audit-record.ts'
import { clip } from '../../text/escape.ts'
import { RESULT_SCHEMA_VERSION } from './result.ts'
import { isoTime } from '../../text/time.ts'

/**
 * GitHub takes 1 MiB of outputs, counted as UTF-16: 524,288 characters for this document and the lists of groups that
 * an audit gives besides.
 */
export const AUDIT_CHARACTERS = 290_000

/** The value of the output `result` after an audit, following docs/result.schema.json: as many rows as there is room for. */
export function auditDocument({ mode, account, region, dryRun }: RunRequest, audit: Audit): string {
  const rows: string[] = []
  // Most of the room is for the rows; the frame around them is small but for many regions.
  let left = AUDIT_CHARACTERS - 2000 - audit.regions.join().length * 2
  for (const row of audit.rows) {
    const record = auditRecord(row)
    const text = JSON.stringify({ ...record, reason: record.reason === null ? null : clip(record.reason, 500) })
    left -= text.length + 1
    if (left < 0) break
    rows.push(text)
  }
  const truncated = rows.length < audit.rows.length
  const head = JSON.stringify({
    schemaVersion: RESULT_SCHEMA_VERSION,
    truncated,
    cut: truncated ? ['rows'] : [],
    mode,
    account: account ?? null,
    region,
    dryRun,
    changed: false,
    groupCount: audit.groups.length,
    groups: [],
    audit: { at: isoTime(audit.at), regions: audit.regions, rowCount: audit.rows.length, rows: [] },
  })
  return `${head.slice(0, -3)}${rows.join(',')}]}}`
}
