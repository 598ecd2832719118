import { type Audit, type AuditRow, type AuditVerdict, byDaysBehind } from '../../domain/audit/audit.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import { count } from '../words.ts'
import { groupLink, instanceLink } from './links.ts'
import { lazily, type Part } from './parts.ts'
import { VERDICT_MARKS } from './verdict-marks.ts'

/** Rows of the table, and groups that one row names. */
const MOST_ROWS = 60
const MOST_NAMED = 3

/** All that one owner has with one verdict; the rows are in the order of the audit. */
interface Portion {
  readonly owner: string | undefined
  readonly verdict: AuditVerdict
  readonly rows: readonly AuditRow[]
}

/**
 * A row for each service and verdict, worst first; where no catalogue says whose groups are, for each stack. What is current is one row.
 * Undefined where neither is known of any group.
 */
export function ownerTable(audit: Audit): Part[] | undefined {
  const { rows, services = new Map<string, string>() } = audit
  const isOfServices = rows.some(({ group }) => group !== undefined && services.has(group))
  const ownerOf = ({ group, stack }: AuditRow): string | undefined =>
    isOfServices ? (group === undefined ? undefined : services.get(group)) : stack
  if (!rows.some((row) => ownerOf(row) !== undefined)) return undefined
  const title = isOfServices ? 'Service' : 'Stack'
  const portions = portionsOf(rows, ownerOf)
  const behind = new Set(portions.flatMap(({ rows: those }) => those.map(keyOf)))
  // What a group launches is current as well where only its instances are not.
  const current = rows.filter((row) => row.verdict === 'current' && !behind.has(keyOf(row)))
  const owners = new Set(current.flatMap((row) => ownerOf(row) ?? [])).size
  const shown = portions.slice(0, MOST_ROWS)
  const texts = [
    ...shown.map((portion) => portionRow(portion, `*no ${title.toLowerCase()}*`)),
    ...(current.length === 0 ? [] : [cells(`*${count(owners, title.toLowerCase())}*`, 'current', current, '')]),
  ]
  const more = portions.length - shown.length
  return [
    {
      head: `### Images in use\n\n| ${title} | Verdict | Days behind | Groups | Instances | Which |\n|---|---|--:|--:|--:|---|`,
      rows: lazily(texts, (text) => text),
      tail:
        more === 0
          ? ''
          : `\n*${count(more, 'more row')} of this table, none more days behind than these: in the rows below.*`,
      total: texts.length,
      cut: (missing) => `*${count(missing, 'more row')} of this table.*`,
      share: 60_000,
    },
  ]
}

/** Without what is current, most days behind first. */
function portionsOf(rows: readonly AuditRow[], ownerOf: (row: AuditRow) => string | undefined): readonly Portion[] {
  const behind = rows.filter(({ verdict }) => verdict !== 'current')
  const alike = Map.groupBy(behind, (row) => JSON.stringify([ownerOf(row) ?? null, row.verdict]))
  return [...alike.values()]
    .flatMap((those) => {
      const [first] = those
      return first === undefined ? [] : [{ owner: ownerOf(first), verdict: first.verdict, rows: those }]
    })
    .sort((one, other) => worst(one, other))
}

function worst({ rows: [one] }: Portion, { rows: [other] }: Portion): number {
  return one === undefined || other === undefined ? 0 : byDaysBehind(one, other)
}

function portionRow({ owner, verdict, rows }: Portion, unowned: string): string {
  const places = [...new Set(rows.map(place))]
  const more = places.length - MOST_NAMED
  const named = `${places.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return cells(owner === undefined ? unowned : markdownCode(clip(owner, 128)), verdict, rows, named)
}

function cells(owner: string, verdict: AuditVerdict, rows: readonly AuditRow[], which: string): string {
  const days = rows[0]?.daysBehind
  const groups = new Set(rows.filter(({ group }) => group !== undefined).map(keyOf)).size
  const instances = rows.reduce((sum, row) => sum + row.instances, 0)
  return `| ${[owner, `${VERDICT_MARKS[verdict]} ${verdict}`, days ?? '?', groups, instances, which].join(' | ')} |`
}

/** Its group, or the instance outside of any. */
const keyOf = ({ region, group, instance }: AuditRow): string =>
  `${region} ${group === undefined ? (instance?.id ?? '') : `group ${group}`}`

const place = ({ region, group, instance }: AuditRow): string =>
  group === undefined ? instanceLink(region, instance?.id ?? '') : groupLink(region, group)
