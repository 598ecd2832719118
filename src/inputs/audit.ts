import { type AuditRowKind, auditRowKinds } from '../domain/audit/audit.ts'
import { formatOf, type ReportFormat, reportFormats } from '../domain/audit/report-format.ts'
import { hint, integer, list, oneOf, quoted, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What the audit is told besides. */
export interface AuditInputs {
  readonly reportRows: AuditRowKind
  /** Undefined: however far behind anything is, the step does not fail. */
  readonly maxDaysBehind: number | undefined
  /** Undefined: however old the images are, the step does not fail. */
  readonly maxImageAgeDays: number | undefined
  /** Files for the rows; a relative path starts at the workspace. */
  readonly reportFiles: readonly ReportFile[]
}

export interface ReportFile {
  readonly path: string
  readonly format: ReportFormat
}

/** Reads what the audit takes; problems are left in the reader. */
export function readAudit(reader: InputReader): AuditInputs {
  return {
    reportRows: reader.value('report-rows', oneOf(...auditRowKinds)),
    maxDaysBehind: reader.value('max-days-behind', optionalDays),
    maxImageAgeDays: reader.value('max-image-age-days', optionalDays),
    reportFiles: reader.value('report-path', (text) => list(text).map(reportFile)),
  }
}

const optionalDays = (text: string): number | undefined =>
  text === '' ? undefined : integer({ from: 0, to: 36_500 })(text)

function reportFile(path: string): ReportFile {
  const format = formatOf(path)
  if (format !== undefined) return { path, format }
  const endings = reportFormats.map((ending) => `.${ending}`)
  throw new WrongInput(`must end in one of ${quoted(endings)}${hint(/\.\w+$/.exec(path)?.[0] ?? '', endings)}`)
}
