import { type Audit, type AuditRow, tallyOf, type AuditVerdict } from '../../domain/audit/audit.ts'
import type { RunRequest } from '../results/request.ts'
import { auditInWords } from '../log/audit-words.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import { lazily, type Part } from './parts.ts'
import { isoTime } from '../../text/time.ts'
import { count } from '../words.ts'

const MARKS: Readonly<Record<AuditVerdict, string>> = { current: '✅', stale: '🔴', unrolled: '🟠', unknown: '❔' }

/** The first line of the summary: the verdict. */
export function auditHeading(audit: Audit): string {
  const { stale, unrolled, unknown } = tallyOf(audit.rows)
  return `## ${stale + unrolled + unknown > 0 ? '⚠️' : '✅'} Fleet Patch: ${auditInWords(audit)}`
}

/** What was asked for, and what was looked at. */
export function auditLine({ mode, account }: RunRequest, { regions, groups, rows }: Audit): string {
  const where = `${account === undefined ? '' : `account ${markdownCode(account)}, `}${regions.length === 1 ? 'region' : 'regions'} ${regions.map(markdownCode).join(', ')}`
  const instances = rows.reduce((sum, row) => sum + row.instances, 0)
  const lone = rows.filter(({ group }) => group === undefined).length
  return `Asked for: ${markdownCode(mode)} in ${where}; ${count(groups.length, 'group')}, ${count(instances, 'instance')}, ${lone} of them outside of any group.`
}

/** The table of all rows, most days behind first; what finds no room is left out from its end. */
export function auditTable({ rows }: Audit): Part[] {
  if (rows.length === 0) return []
  const head = [
    '### Images in use',
    '',
    '| Days behind | Verdict | Region | Group | Stack | Image | Owner | Created | Instances | Newest of its family | State |',
    '|--:|---|---|---|---|---|---|---|--:|---|---|',
  ]
  return [
    {
      head: head.join('\n'),
      rows: lazily(rows, tableRow),
      tail: `\n${tallyLine(rows)}`,
      total: rows.length,
      cut: (missing) =>
        `*${count(missing, 'more row')}, none more days behind than these: set \`report-path\` to have them all.*`,
      share: 300_000,
    },
  ]
}

const code = (text: string | undefined, length: number): string => (text ? markdownCode(clip(text, length)) : '')

function tableRow(row: AuditRow): string {
  const { verdict, reason, image, imageId, newest, daysBehind } = row
  const cells = [
    daysBehind === undefined ? '?' : String(daysBehind),
    `${MARKS[verdict]} ${verdict}${reason === undefined ? '' : `<br>${markdownText(clip(reason, 400))}`}`,
    code(row.region, 40),
    location(row),
    code(row.stack, 128),
    named(imageId, image?.name),
    code(image?.owner, 40),
    image === undefined ? '' : isoTime(image.createdAt).slice(0, 10),
    String(row.instances),
    newest === undefined ? '' : newest.id === imageId ? 'itself' : named(newest.id, newest.name),
    row.state === undefined ? '' : markdownText(clip(row.state, 40)),
  ]
  return `| ${cells.join(' | ')} |`
}

function location({ group, instance }: AuditRow): string {
  if (group !== undefined) return code(group, 255)
  return `*none:* ${code(instance?.id, 40)}${instance?.name ? ` ${code(instance.name, 255)}` : ''}`
}

function named(id: string | undefined, name: string | undefined): string {
  return [code(id, 100), code(name, 128)].filter((part) => part !== '').join('<br>')
}

function tallyLine(rows: readonly AuditRow[]): string {
  const tally = tallyOf(rows)
  const words = (['stale', 'unrolled', 'unknown', 'current'] as const).map((verdict) => `${tally[verdict]} ${verdict}`)
  return `${count(rows.length, 'row')}: ${words.join(', ')}. *Unrolled*: the group launches the newest image, these instances run on another.`
}
