import { type Audit, type AuditRow, tallyOf } from '../../domain/audit/audit.ts'
import type { RunRequest } from '../results/request.ts'
import { auditInWords } from '../log/audit-words.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import { groupLink, instanceLink } from './links.ts'
import { ownerTable } from './owner-table.ts'
import { lazily, type Part, plainPart } from './parts.ts'
import { prose } from './prose.ts'
import { VERDICT_MARKS } from './verdict-marks.ts'
import { isoTime } from '../../text/time.ts'
import { count } from '../words.ts'

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

/** Up to so many rows stand in the page; more are put together, and folded. */
const MOST_UNFOLDED = 30

/** All rows, most days behind first; where they are many, a table by service, or by stack or image, above them. */
export function auditTable(audit: Audit): Part[] {
  const { rows } = audit
  if (rows.length === 0) return []
  const table = { rows, tail: `\n${tallyLine(rows)}` }
  const next = nextPart(rows)
  if (rows.length <= MOST_UNFOLDED) return [rowTable({ ...table, head: '### Images in use\n\n' }), ...next]
  return [
    ...(ownerTable(audit) ?? [imageTable(rows)]),
    ...next,
    rowTable({
      rows,
      head: `${tallyLine(rows)}\n\n<details><summary>All ${count(rows.length, 'row')}</summary>\n\n`,
      tail: '\n</details>',
    }),
  ]
}

interface Column {
  readonly title: string
  readonly align?: 'right'
  readonly cell: (row: AuditRow) => string
  /** It tells rows of one image apart: where these are put together it is left out. */
  readonly of?: 'row'
  /** Without it the column is always there. */
  readonly needed?: (rows: readonly AuditRow[]) => boolean
}

/** A table that is wider than the page must be scrolled: what is the same everywhere, or nowhere, has no column. */
const COLUMNS: readonly Column[] = [
  {
    title: 'Days behind',
    align: 'right',
    cell: ({ daysBehind }) => (daysBehind === undefined ? '?' : String(daysBehind)),
  },
  { title: 'Verdict', cell: verdictCell },
  { title: 'Region', cell: ({ region }) => code(region, 40), needed: (rows) => differ(rows, ({ region }) => region) },
  { title: 'Group', of: 'row', cell: location },
  { title: 'Instance', of: 'row', cell: instanceCell, needed: isPerInstance },
  { title: 'Launched', of: 'row', cell: ({ launchedAt }) => dayOf(launchedAt), needed: isPerInstance },
  {
    title: 'Stack',
    of: 'row',
    cell: ({ stack }) => code(stack, 128),
    needed: (rows) => rows.some(({ stack }) => stack),
  },
  {
    title: 'Owner tag',
    of: 'row',
    cell: ({ ownerTag }) => (ownerTag === undefined ? '' : markdownText(clip(ownerTag, 100))),
    needed: (rows) => isPerInstance(rows) && rows.some(({ ownerTag }) => ownerTag),
  },
  { title: 'Image', cell: ({ image, imageId }) => named(imageId, image?.name) },
  {
    title: 'Owner',
    cell: ({ image }) => code(image?.owner, 40),
    needed: (rows) => differ(rows, ({ image }) => image?.owner ?? ''),
  },
  { title: 'Created', cell: ({ image }) => dayOf(image?.createdAt) },
  {
    title: 'Days old',
    align: 'right',
    cell: ({ imageAgeDays }) => (imageAgeDays === undefined ? '?' : String(imageAgeDays)),
    needed: isPerInstance,
  },
  { title: 'Instances', align: 'right', cell: ({ instances }) => String(instances) },
  { title: 'Newest of its family', cell: newestCell },
  {
    title: 'State',
    cell: ({ state }) => (state === undefined ? '' : markdownText(clip(state, 40))),
    needed: (rows) => rows.some(({ state }) => state !== 'available'),
  },
]

/** With rows for instances those of groups have one too. */
function isPerInstance(rows: readonly AuditRow[]): boolean {
  return rows.some(({ group, instance }) => group !== undefined && instance !== undefined)
}

function dayOf(seconds: number | undefined): string {
  return seconds === undefined ? '' : isoTime(seconds).slice(0, 10)
}

const differ = (rows: readonly AuditRow[], of: (row: AuditRow) => string): boolean => new Set(rows.map(of)).size > 1

function rowTable({ rows, head, tail }: { rows: readonly AuditRow[]; head: string; tail: string }): Part {
  const columns = COLUMNS.filter(({ needed }) => needed === undefined || needed(rows))
  return {
    head: head + tableHead(columns),
    rows: lazily(rows, (row) => `| ${columns.map(({ cell }) => cell(row)).join(' | ')} |`),
    tail,
    total: rows.length,
    cut: (missing) =>
      `*${count(missing, 'more row')}, none more days behind than these: set \`report-path\` to have them all.*`,
    share: 200_000,
  }
}

const tableHead = (columns: readonly Pick<Column, 'title' | 'align'>[]): string =>
  `| ${columns.map(({ title }) => title).join(' | ')} |\n|${columns.map(({ align }) => (align === 'right' ? '--:|' : '---|')).join('')}`

/** What to do about what is behind; nothing where all is current. */
function nextPart(rows: readonly AuditRow[]): Part[] {
  const { stale, unrolled } = tallyOf(rows.filter(({ group }) => group !== undefined))
  const sentences = [
    ...(stale === 0
      ? []
      : [
          '- Stale groups: `mode: patch-image` lets them launch the newest image, and with `rollout: respawn` it replaces their instances as well.',
        ]),
    ...(unrolled === 0
      ? []
      : ['- Unrolled groups launch the newest image already: `mode: respawn` replaces their instances.']),
  ]
  return sentences.length === 0 ? [] : [plainPart(`### What to do next\n\n${sentences.join('\n')}`, 1000)]
}

/** A row for each image with one verdict, with the groups that launch it or run on it. */
function imageTable(rows: readonly AuditRow[]): Part {
  const kinds = new Map<string, AuditRow[]>()
  for (const row of rows) {
    const key = [row.verdict, row.region, row.imageId, row.newest?.id, row.state, row.reason].join('\n')
    const alike = kinds.get(key)
    if (alike === undefined) kinds.set(key, [row])
    else alike.push(row)
  }
  const columns: readonly Column[] = [
    ...COLUMNS.filter(({ of, needed }) => of !== 'row' && needed?.(rows) !== false),
    { title: 'Groups', cell: () => '' },
  ]
  const cells = (alike: readonly AuditRow[]): readonly string[] => {
    const [first] = alike
    if (first === undefined) return []
    const whole = { ...first, instances: alike.reduce((sum, { instances }) => sum + instances, 0) }
    return columns.map(({ title, cell }) => (title === 'Groups' ? groupsCell(alike) : cell(whole)))
  }
  const shown = [...kinds.values()].slice(0, MOST_UNFOLDED)
  const more = kinds.size - shown.length
  return {
    head: `### Images in use\n\n${tableHead(columns)}`,
    rows: lazily(shown, (alike) => `| ${cells(alike).join(' | ')} |`),
    tail: more === 0 ? '' : `\n*${count(more, 'more image')}, none more days behind than these: in the rows below.*`,
    total: shown.length,
    cut: (missing) => `*${count(missing, 'more image')}, none more days behind than these.*`,
    share: 100_000,
  }
}

/** How many, and the first few by name. */
function groupsCell(alike: readonly AuditRow[]): string {
  const all = [...new Set(alike.map(location))]
  const few = all.slice(0, 3)
  const more = all.length - few.length
  return `${few.join('<br>')}${more === 0 ? '' : `<br>and ${more} more`}`
}

const code = (text: string | undefined, length: number): string => (text ? markdownCode(clip(text, length)) : '')

function verdictCell({ verdict, reason, region }: AuditRow): string {
  return `${VERDICT_MARKS[verdict]} ${verdict}${reason === undefined ? '' : `<br>${prose(clip(reason, 400), region)}`}`
}

function newestCell({ newest, imageId }: AuditRow): string {
  return newest === undefined ? '' : newest.id === imageId ? 'itself' : named(newest.id, newest.name)
}

function location(row: AuditRow): string {
  return row.group === undefined ? `*none:* ${instanceCell(row)}` : groupLink(row.region, row.group)
}

function instanceCell({ instance, region }: AuditRow): string {
  return `${instance === undefined ? '' : instanceLink(region, instance.id)}${instance?.name ? ` ${code(instance.name, 255)}` : ''}`
}

function named(id: string | undefined, name: string | undefined): string {
  return [code(id, 100), code(name, 128)].filter((part) => part !== '').join('<br>')
}

function tallyLine(rows: readonly AuditRow[]): string {
  const tally = tallyOf(rows)
  const words = (['stale', 'unrolled', 'unknown', 'current'] as const).map((verdict) => `${tally[verdict]} ${verdict}`)
  return `${count(rows.length, 'row')}: ${words.join(', ')}. *Unrolled*: the group launches the newest image, these instances run on another.`
}
