import { type Audit, type AuditRow, groupsBehind } from '../../domain/audit/audit.ts'
import { clip } from '../../text/escape.ts'
import { count } from '../words.ts'

/** The rows that the log shows; the summary and the report have them all. */
const MOST_LINES = 20

/** How the groups stand, in a line: `2 of 5 groups are behind, the worst by 47 days`. */
export function auditInWords(audit: Audit): string {
  const { groups, rows } = audit
  const behind = groupsBehind(audit)
  const unknown = new Set(
    rows.flatMap(({ verdict, region, imageId, group }) =>
      verdict === 'unknown' ? JSON.stringify([region, imageId ?? { group }]) : [],
    ),
  ).size
  const lone = rows.filter((row) => row.group === undefined && row.verdict === 'stale').length
  const parts = [
    ...(behind.length === 0
      ? []
      : [`${behind.length} of ${count(groups.length, 'group')} ${are(behind.length)} behind`]),
    ...(lone === 0 ? [] : [`${count(lone, 'instance')} outside of any group ${are(lone)} stale`]),
  ]
  const worst = rows.find(({ daysBehind = 0 }) => daysBehind > 0)?.daysBehind
  return [
    parts.length > 0
      ? `${parts.join(' and ')}${worst === undefined ? '' : `, the worst by ${count(worst, 'day')}`}`
      : nothingBehind(audit),
    ...(unknown === 0 ? [] : [`${count(unknown, 'image')} in use cannot be judged`]),
  ].join('; ')
}

function nothingBehind({ groups, rows }: Audit): string {
  if (rows.length === 0) return 'there is no group and no instance'
  const instances = rows.filter(({ group }) => group === undefined).length
  if (groups.length === 0) return `nothing is behind among ${count(instances, 'instance')} outside of any group`
  return groups.length === 1 ? 'the group is not behind' : `none of ${groups.length} groups is behind`
}

const are = (number: number): string => (number === 1 ? 'is' : 'are')

/** The verdict for the log, and the rows that a person should look at. */
export function auditLines(audit: Audit): readonly string[] {
  const notable = audit.rows.filter(({ verdict }) => verdict !== 'current')
  const more = notable.length - MOST_LINES
  return [
    `Audit: ${auditInWords(audit)}.`,
    ...notable.slice(0, MOST_LINES).map(rowInWords),
    ...(more > 0 ? [`  and ${count(more, 'more row')} in the job summary`] : []),
  ]
}

/** The group of the row, or the instance where it is in none. */
export function placeInWords({ region, group, instance, stack }: AuditRow): string {
  const ofStack = stack === undefined ? '' : `, stack ${clip(stack, 128)}`
  if (group !== undefined) return `${clip(group, 255)} (${region}${ofStack})`
  const name = instance?.name === undefined ? '' : `${clip(instance.name, 128)}, `
  return `instance ${instance?.id ?? ''} (${name}${region}${ofStack}, in no group)`
}

function rowInWords(row: AuditRow): string {
  const { verdict, daysBehind, imageId, image, newest, instances, reason } = row
  const days = daysBehind === undefined ? '' : `, ${count(daysBehind, 'day')} behind`
  const name = image === undefined || image.name === '' ? '' : ` ${clip(image.name, 128)}`
  const next = newest === undefined || newest.id === imageId ? '' : `, next ${newest.id}`
  const whose = row.instance === undefined ? count(instances, 'instance') : row.instance.id
  const on = row.group === undefined ? '' : ` on ${whose}`
  const why = reason === undefined ? '' : ` (${clip(reason, 400)})`
  return `  ${placeInWords(row)}: ${verdict}${days}: ${imageId ?? 'no image'}${name}${on}${next}${why}`
}
