import { mermaidText } from '../../text/escape.ts'
import type { GroupResult, InstanceSpan } from '../events.ts'
import { isoTime } from '../../text/time.ts'
import { count } from '../words.ts'

/** Rows that a reader and Mermaid (its limit is 50,000 characters) can bear; a row is under 160 characters. */
const MOST_ROWS = 200
/** Seconds to which times are rounded so that instances can share a row; the first that is enough is taken. */
const ROUNDINGS = [1, 30, 60, 300, 900, 3600, Infinity]

/** A Mermaid gantt of launches and terminations, without its fence. */
export interface Gantt {
  readonly text: string
  /** What was merged or cut, in a sentence; undefined when each instance has its row. */
  readonly note: string | undefined
}

interface Row {
  readonly group: string
  readonly kind: 'old' | 'kept' | 'boots' | 'lost'
  readonly from: number
  readonly until: number
  readonly first: InstanceSpan
  instances: number
}

/** The chart of these groups, in their order; undefined when no instance came or went. */
export function gantt(results: readonly GroupResult[]): Gantt | undefined {
  const moved = results.filter(({ timeline }) =>
    timeline.some(({ role, until }) => role === 'new' || until !== undefined),
  )
  if (moved.length === 0) return undefined
  const origin = moved.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity)
  let rows: Row[] | undefined
  let rounding = 1
  for (rounding of ROUNDINGS) {
    rows = rowsOf(moved, { rounding, origin })
    if (rows !== undefined) break
  }
  const shown = rows ?? firstRows(moved, origin)
  return { text: chart(shown), note: noteOf(moved, { shown, rounding, complete: rows !== undefined }) }
}

/** How many instances the timelines hold that came, went or stayed. */
export function instancesIn(results: readonly GroupResult[]): number {
  return results.reduce((sum, { timeline }) => sum + timeline.length, 0)
}

/** Undefined as soon as they are too many: a fleet of a million must not be merged to the end in vain. */
function rowsOf(results: readonly GroupResult[], at: { rounding: number; origin: number }): Row[] | undefined {
  const rows: Row[] = []
  for (const result of results) {
    for (const row of groupRows(result, at)) {
      rows.push(row)
      if (rows.length > MOST_ROWS) return undefined
    }
  }
  return rows
}

/** Each group merged as far as can be, and then the first groups only. */
function firstRows(results: readonly GroupResult[], origin: number): Row[] {
  const rows: Row[] = []
  for (const result of results) {
    if (rows.length >= MOST_ROWS) break
    rows.push(...groupRows(result, { rounding: Infinity, origin }))
  }
  return rows.slice(0, MOST_ROWS)
}

function groupRows(result: GroupResult, at: { rounding: number; origin: number }): Row[] {
  const rows = new Map<string, Row>()
  for (const span of result.timeline) {
    const row = rowOf(span, result)
    const key = at.rounding === 1 ? span.id : [row.kind, rounded(row.from, at), rounded(row.until, at)].join(' ')
    const known = rows.get(key)
    if (known === undefined) rows.set(key, row)
    else
      rows.set(key, {
        ...known,
        from: Math.min(known.from, row.from),
        until: Math.max(known.until, row.until),
        instances: known.instances + 1,
      })
    if (at.rounding !== Infinity && rows.size > MOST_ROWS) break
  }
  return [...rows.values()].sort((a, b) => a.until - b.until || a.from - b.from)
}

function rounded(time: number, { rounding, origin }: { rounding: number; origin: number }): number {
  return rounding === Infinity ? 0 : Math.floor((time - origin) / rounding)
}

function rowOf(span: InstanceSpan, { group, startedAt, endedAt }: GroupResult): Row {
  const common = { group, from: span.from, first: span, instances: 1 }
  if (span.role === 'old') {
    return { ...common, kind: span.until === undefined ? 'kept' : 'old', until: span.until ?? endedAt }
  }
  if (span.until !== undefined) return { ...common, kind: 'lost', until: span.until }
  // A new one of the run that is put back, which serves and stays.
  if (span.readyAt !== undefined && Math.max(span.from, span.readyAt) <= startedAt)
    return { ...common, kind: 'kept', until: endedAt }
  // One that is still on its way, or kept out of the load balancers, has not been lost.
  return { ...common, kind: 'boots', until: span.readyAt ?? endedAt }
}

/** Mermaid's words for the colours: grey, none, bright, red. */
const TAGS = { old: 'done, ', kept: '', boots: 'active, ', lost: 'crit, ' } as const

function chart(rows: readonly Row[]): string {
  const first = rows.reduce((least, { from }) => Math.min(least, from), Infinity)
  const last = rows.reduce((most, { until }) => Math.max(most, until), -Infinity)
  const lines = [
    setup(rows),
    'gantt',
    '  dateFormat YYYY-MM-DDTHH:mm:ss',
    `  axisFormat ${last - first > 86_400 ? '%d %b %H:%M' : last - first > 600 ? '%H:%M' : '%H:%M:%S'}`,
    '  todayMarker off',
  ]
  let section: string | undefined
  rows.forEach((row, index) => {
    if (row.group !== section) lines.push(`  section ${mermaidText(sectionName(row.group))}`)
    section = row.group
    // An empty bar would be drawn over its neighbours: nothing is shorter than a second.
    const until = Math.max(row.until, row.from + 1)
    lines.push(`  ${name(row)} :${TAGS[row.kind]}i${index + 1}, ${date(row.from)}, ${date(until)}`)
  })
  return lines.join('\n')
}

/**
 * Begins with a word of ours, so that no zone can be called like one of Mermaid's keywords. It stands on its bar, and is as short as a
 * bar may be: an id would cover the neighbours.
 */
function name({ kind, first, instances }: Row): string {
  const what = instances === 1 ? mermaidText(/[^-]*$/.exec(first.zone)?.[0] ?? '') : count(instances, 'instance')
  return `${{ old: 'old', kept: 'stays', boots: 'new', lost: 'lost' }[kind]} ${what}`.trim()
}

/** Longer names of groups are cut in the middle: they stand left of the bars. */
const MOST_LETTERS = 28
/** One grey that can be read on the white and on the dark page of GitHub, which the chart lets show through. */
const GREY = '#737b85'
/** A quarter of a colour: bars are light on the white page, and dark on the other. */
const FAINT = '40'
/** Mermaid's names for the colours of all texts; that of a bar which is too short stands beside it, on the page. */
const TEXTS = [
  'titleColor',
  'textColor',
  'gridColor',
  'taskTextColor',
  'taskTextLightColor',
  'taskTextDarkColor',
  'taskTextOutsideColor',
  'taskTextClickableColor',
]
/** The first part of Mermaid's names for the colours of bars: of those that stay, old, new and lost ones. */
const BARS = { task: '#8b949e', doneTask: '#8b949e', activeTask: '#2f81f7', crit: '#f85149' } as const

/**
 * Room for the longest name, and colours of our own: those of the themes are black on the dark page, or white on the other.
 * https://mermaid.js.org/config/theming.html and https://mermaid.js.org/config/schema-docs/config-defs-gantt-diagram-config.html
 */
function setup(rows: readonly Row[]): string {
  const letters = rows.reduce((most, { group }) => Math.max(most, Math.min(MOST_LETTERS, group.length)), 0)
  const bars = Object.entries(BARS).flatMap(([name, colour]) => [
    [`${name}BkgColor`, colour + FAINT],
    [`${name}BorderColor`, colour],
  ])
  const sections = ['sectionBkgColor', 'sectionBkgColor2', 'altSectionBkgColor'].map((name) => [name, 'transparent'])
  const themeVariables = Object.fromEntries([...TEXTS.map((name) => [name, GREY]), ...sections, ...bars]) as object
  const config = { theme: 'base', themeVariables, gantt: { leftPadding: 30 + 8 * letters } }
  return `%%{init: ${JSON.stringify(config)}}%%`
}

const sectionName = (group: string): string =>
  group.length <= MOST_LETTERS ? group : `${group.slice(0, 12)}...${group.slice(-13)}`

function date(seconds: number): string {
  return isoTime(seconds).slice(0, -1)
}

function noteOf(
  results: readonly GroupResult[],
  { shown, rounding, complete }: { shown: readonly Row[]; rounding: number; complete: boolean },
): string | undefined {
  const all = instancesIn(results)
  const reported = shown.reduce((sum, { instances }) => sum + instances, 0)
  if (!complete) return `Shown are ${reported} of ${all} instances, those alike in one bar; the rest is in the log.`
  if (rounding === 1) return undefined
  const near = rounding === Infinity ? '' : ` within ${rounding} s`
  return `Instances of a group that came and went together${near} share a bar.`
}
