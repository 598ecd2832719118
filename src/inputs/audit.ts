import { formatOf, type ReportFormat, reportFormats } from '../domain/audit/report-format.ts'
import { integer, quoted, WrongInput } from './parse.ts'
import type { InputReader } from './reader.ts'

/** What the audit is told besides. */
export interface AuditInputs {
  /** Undefined: however old the images are, the step does not fail. */
  readonly maxAgeDays: number | undefined
  /** Undefined: no report is written. A relative path starts at the workspace. */
  readonly reportFile: { readonly path: string; readonly format: ReportFormat } | undefined
}

/** Reads what the audit takes; problems are left in the reader. */
export function readAudit(reader: InputReader): AuditInputs {
  return {
    maxAgeDays: reader.value('max-age-days', (text) =>
      text === '' ? undefined : integer({ from: 0, to: 36_500 })(text),
    ),
    reportFile: reader.value('report-path', reportFile),
  }
}

function reportFile(path: string): AuditInputs['reportFile'] {
  if (path === '') return undefined
  const format = formatOf(path)
  if (format !== undefined) return { path, format }
  throw new WrongInput(`must end in one of ${quoted(reportFormats.map((ending) => `.${ending}`))}`)
}
