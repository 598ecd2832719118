import type { AuditVerdict } from '../../domain/audit/audit.ts'

/** What stands before a verdict in a table. */
export const VERDICT_MARKS: Readonly<Record<AuditVerdict, string>> = {
  current: '✅',
  stale: '🔴',
  unrolled: '🟠',
  unknown: '❔',
}
