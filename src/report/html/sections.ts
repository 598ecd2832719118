import { groupPage } from '../../text/console-link.ts'
import { duration } from '../../text/duration.ts'
import { isoTime } from '../../text/time.ts'
import type { Explanation } from '../../errors.ts'
import type { GroupResult, InstanceSpan, RunResult, StepResult, TrafficResult } from '../events.ts'
import { partsOf } from '../result-parts.ts'
import { rendererOf } from '../render/renderers.ts'
import { statusInWords } from '../words.ts'
import { htmlText } from '../../text/html.ts'
import { leftOut, type Journal } from './journal.ts'
import { type Cell, tableHtml } from './table.ts'

/** Rows of one table. */
const MOST_ROWS = 5000

/** `2026-01-31 09:05:07`, UTC. */
const moment = (seconds: number | undefined): string =>
  seconds === undefined ? '' : isoTime(seconds).replace('T', ' ').replace('Z', '')

/** A heading and what stands below it; nothing where that is empty. */
export const section = (title: string, body: string): string =>
  body === '' ? '' : `<section>\n<h2>${htmlText(title)}</h2>\n${body}\n</section>`

const folded = (title: string, body: string): string =>
  `<details><summary>${htmlText(title)}</summary>\n${body}\n</details>`

/** What went wrong, why, and what to do. */
function failureHtml(name: string, failure: Explanation, left: readonly string[]): string {
  const { what, why, remedy } = failure
  const lines = what
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<p>${htmlText(line)}</p>`)
  const more = [
    ...(why === undefined ? [] : [`Why: ${why}`]),
    ...(remedy === undefined ? [] : [`What to do: ${remedy}`]),
    ...left.map((each) => `Left: ${each}`),
  ]
  return `${name === '' ? '' : `<h3>${htmlText(name)}</h3>\n`}${lines.join('\n')}${listHtml(more)}`
}

const listHtml = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n<ul>\n${lines.map((line) => `<li>${htmlText(line)}</li>`).join('\n')}\n</ul>`

/** Every failure of a run. */
export function failures(result: RunResult, failure: Explanation | undefined): string {
  const { groups, bastion, traffic } = partsOf(result)
  const nameOf = ({ groups: names }: TrafficResult): string => `${names.blue} and ${names.green}`
  return [
    ...(failure === undefined ? [] : [failureHtml('', failure, [])]),
    ...groups.flatMap((each) => (each.failure === undefined ? [] : [failureHtml(each.group, each.failure, each.left)])),
    ...(bastion?.failure === undefined ? [] : [failureHtml(bastion.name, bastion.failure, bastion.left)]),
    ...traffic.flatMap((each) =>
      each.failure === undefined ? [] : [failureHtml(nameOf(each), each.failure, each.left)],
    ),
  ].join('\n')
}

/** A row for each group; of any other kind of result what programs read. */
export function resultTable(result: RunResult): string {
  if (result.kind !== 'groups') return programTable(result)
  const { groups } = result
  if (groups.length === 0) return ''
  const sizes = ({ min, desired, max }: GroupResult['sizes']['before']): string => `${min}-${desired}-${max}`
  const table = tableHtml({
    label: 'Groups',
    columns: ['Group', 'Result', 'Image before', 'Image after', 'Sizes before', 'after', 'Replaced', 'Launched', 'Lowest ready', 'Floor', 'Duration'],
    rows: groups.slice(0, MOST_ROWS).map((each) => [
      groupCell(each),
      statusInWords(each),
      each.previousImageId,
      each.imageId,
      sizes(each.sizes.before),
      sizes(each.sizes.after),
      each.replaced.length,
      each.launched.length,
      Number.isFinite(each.lowestReady) ? each.lowestReady : '',
      each.floor,
      each.status === 'planned' ? '' : duration(each.endedAt - each.startedAt),
    ]),
  }) // prettier-ignore
  const said = groups.flatMap(({ group, failure, left, notes = [] }) =>
    [...(failure === undefined ? left : []), ...notes].map((each) => `${group}: ${each}`),
  )
  return `${table}${cut(groups.length, 'groups')}${listHtml(said.slice(0, MOST_ROWS))}`
}

function groupCell({ region, group }: Pick<GroupResult, 'region' | 'group'>): Cell {
  const page = groupPage(region, group)
  return page === undefined ? group : { html: `<a href="${htmlText(page)}" rel="noreferrer">${htmlText(group)}</a>` }
}

const cut = (total: number, what: string): string =>
  total <= MOST_ROWS ? '' : `\n<p>${total - MOST_ROWS} more ${what} found no room here.</p>`

/** Tabs part the cells of what a renderer writes for programs. */
function programTable(result: RunResult): string {
  const [head = '', ...lines] = rendererOf(result).tsv(result).split('\n').filter((line) => line !== '') // prettier-ignore
  if (lines.length === 0) return ''
  const words = (column: string): string => column.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  const table = tableHtml({
    label: 'Result',
    columns: head.split('\t').map(words),
    rows: lines.slice(0, MOST_ROWS).map((line) => line.split('\t')),
  })
  return `${table}${cut(lines.length, 'rows')}`
}

/** The steps that were made, or in a dry run those that would be. */
export function stepsTable(result: RunResult): string {
  const { groups, bastion, traffic } = partsOf(result)
  const named = (name: string, steps: readonly Pick<StepResult, 'at' | 'detail' | 'reason'>[]): Cell[][] =>
    steps.map(({ at, detail, reason }) => [moment(at), name, detail, reason])
  const rows = [
    ...groups.flatMap(({ group, steps }) => named(group, steps)),
    ...(bastion === undefined ? [] : named(bastion.name, bastion.steps)),
    ...traffic.flatMap(({ groups: { blue, green }, steps }) => named(`${blue}, ${green}`, steps)),
  ]
  if (rows.length === 0) return ''
  const table = tableHtml({ label: 'Steps', columns: ['UTC', 'Of', 'Step', 'Reason'], rows: rows.slice(0, MOST_ROWS) })
  return folded(`${rows.length} steps`, `${table}${cut(rows.length, 'steps')}`)
}

/** When each instance came, was ready and left. */
export function instancesTable(groups: readonly GroupResult[]): string {
  const spans = groups.flatMap(({ group, timeline }) => timeline.map((span) => ({ group, span })))
  if (spans.length === 0) return ''
  const row = ({ group, span }: { readonly group: string; readonly span: InstanceSpan }): Cell[] => [
    group,
    span.id,
    span.role,
    span.zone,
    moment(span.from),
    moment(span.readyAt),
    moment(span.until),
  ]
  const columns = ['Group', 'Instance', 'Role', 'Zone', 'First seen', 'Ready', 'Last seen']
  const table = tableHtml({ label: 'Instances', columns, rows: spans.slice(0, MOST_ROWS).map(row) })
  return folded(`${spans.length} instances`, `${table}${cut(spans.length, 'instances')}`)
}

/** Every event, in the order in which they came. */
export function eventsTable(journal: Journal): string {
  const { rows } = journal
  const table = tableHtml({
    label: 'Events',
    columns: ['UTC', 'Kind', 'Group', 'What', 'Why'],
    rows: rows.map(({ at, kind, group, what, why }) => [moment(at), kind, group, what, why]),
    classOf: (index) => rows[index]?.kind ?? '',
  })
  const missing = leftOut(journal)
  return folded(`${rows.length} events`, `${table}${missing === '' ? '' : `\n<p>${htmlText(missing)}</p>`}`)
}
