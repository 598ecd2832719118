import type { Audit } from '../../domain/audit/audit.ts'
import { isoTime } from '../../text/time.ts'
import { auditRecord } from './audit-record.ts'

/** What is known of an audit besides its rows. */
export interface AuditAbout {
  /** 12 digits; null where neither a catalogue nor a row says it. */
  readonly account: string | null
  /** Of the catalogue. */
  readonly environment: string | null
  /** Whether everything in the regions was audited: what is missing in it is gone. */
  readonly whole: boolean
  /** The service of a group, where a catalogue says whose it is. */
  readonly serviceOf: (group: string) => string | null
  /** The team that a service belongs to. */
  readonly ownerOf: (service: string) => string | null
}

const NOTHING: AuditAbout = {
  account: null,
  environment: null,
  whole: false,
  serviceOf: () => null,
  ownerOf: () => null,
}

/**
 * An audit as JSON lines, to be appended to those of others: a line of the kind `audit` that says what was looked at, and one of the
 * kind `audit-row` for each row.
 */
export function auditLines({ at, regions, groups, rows }: Audit, about: AuditAbout = NOTHING): string {
  const { account, environment, whole, serviceOf, ownerOf } = about
  const moment = { at: isoTime(at), environment }
  const known = account ?? rows.find((row) => row.account !== undefined)?.account ?? null
  const head = { kind: 'audit', ...moment, account: known, regions, whole, groupCount: groups.length, rowCount: rows.length } // prettier-ignore
  const lines = rows.map((row) => {
    const service = row.group === undefined ? null : serviceOf(row.group)
    const owner = service === null ? null : ownerOf(service)
    return { kind: 'audit-row', ...moment, service, owner, ...auditRecord(row) }
  })
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}
