/** What the catalogue says of an audit: how far a service may be behind, and which waivers end. */
import { type AuditRow, olderThan } from '../audit/audit.ts'
import type { Catalogue } from './catalogue.ts'
import { effectiveRules, smallest } from './effective-rules.ts'
import { type Subject, subjectInWords, waiverFor, waiverInWords } from './finding.ts'
import { dayInWords } from './moment.ts'

/** One thing that is found; a clause without its full stop. */
export interface AuditFinding {
  /** `failure`: the step ends red, after everything was reported. */
  readonly weight: 'failure' | 'warning' | 'waived'
  readonly what: string
}

/** Days before its end from which a waiver is warned of. */
const WARNED_DAYS = 7
const DAY_SECONDS = 86_400

/** Holds the rows of one group of the service against its limits; `now` in seconds since the Unix epoch. */
export function behindFindings(
  catalogue: Catalogue,
  subject: Subject,
  { rows, now }: { readonly rows: readonly AuditRow[]; readonly now: number },
): readonly AuditFinding[] {
  const rules = effectiveRules(catalogue, subject)
  const [most, warned] = [smallest(rules.maxDaysBehind), smallest(rules.warnDaysBehind)]
  const over = (limit: number): AuditRow | undefined => olderThan({ rows }, limit)[0]
  const text = ({ group = '', daysBehind = 0 }: AuditRow, rule: string, { level, value }: NonNullable<typeof most>) =>
    `${group} of ${subjectInWords(subject)} is ${daysBehind} days behind, and ${level} states \`${rule}: ${value}\``
  const late = most && over(most.value)
  if (most !== undefined && late !== undefined) {
    const waiver = waiverFor(catalogue, subject, { rule: 'max-days-behind', now })
    const what = text(late, 'max-days-behind', most)
    return [
      waiver === undefined
        ? { weight: 'failure', what }
        : { weight: 'waived', what: `${what}; ${waiverInWords(waiver)}` },
    ]
  }
  const near = warned && over(warned.value)
  return warned === undefined || near === undefined
    ? []
    : [{ weight: 'warning', what: text(near, 'warn-days-behind', warned) }]
}

/** The waivers of the environment that are over, or soon will be; of all environments where none is given. */
export function waiverFindings(
  { waivers }: Pick<Catalogue, 'waivers'>,
  { environment, now }: { readonly environment: string | undefined; readonly now: number },
): readonly AuditFinding[] {
  return waivers.flatMap((waiver): readonly AuditFinding[] => {
    const isHere = environment === undefined || waiver.environment === undefined || waiver.environment === environment
    if (!isHere || now <= waiver.until - WARNED_DAYS * DAY_SECONDS) return []
    const of = `the waiver of ${waiver.rule === undefined ? 'every rule' : `\`${waiver.rule}\``} for ${waiver.service}${waiver.environment === undefined ? '' : ` in ${waiver.environment}`} by ${waiver.by}`
    const day = dayInWords(waiver.until)
    return now <= waiver.until
      ? [{ weight: 'warning', what: `${of} ends on ${day}` }]
      : [{ weight: 'failure', what: `${of} has ended on ${day}: take it out of the catalogue` }]
  })
}
