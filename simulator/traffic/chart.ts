import { missedOf, type TrafficSample } from './meter.ts'

export interface TrafficChartRequest {
  readonly title: string
  /** Oldest first. */
  readonly samples: readonly TrafficSample[]
  /** Seconds since the Unix epoch. */
  readonly from: number
  readonly to: number
  /** Characters per line. */
  readonly width: number
}

const FILLS = ['█', '░', '▒', '▓'] as const
const ROWS = 10
const MARGIN = 6

/**
 * The shares of the groups over time as lines of text, one row a tenth of the requests, the first group at the bottom; with a legend. A
 * column in which requests met no healthy target ends in `!`, however short that was.
 */
export function trafficChart({ title, samples, from, to, width }: TrafficChartRequest): string[] {
  const count = Math.max(1, width - MARGIN - 2)
  const seconds = Math.max(1, to - from) / count
  const groups = [...new Set(samples.flatMap(({ shares }) => Object.keys(shares)))].sort()
  const columns = Array.from({ length: count }, (_, index) => columnOf(samples, { start: from + index * seconds, end: from + (index + 1) * seconds, groups })) // prettier-ignore
  const rows = Array.from({ length: ROWS }, (_, index) => ROWS - index)
  return [
    title,
    ...rows.map((row) =>
      `${String(row * 10).padStart(3)} % ┤${columns.map((column) => column[row - 1] ?? ' ').join('')}`.trimEnd(),
    ),
    `${' '.repeat(MARGIN)}└${axis(count, seconds)}`,
    `${groups.map((group, index) => `${FILLS[index % FILLS.length]} ${group}`).join('   ')}   ! met no healthy target`,
  ]
}

/** The characters of a column from the bottom to the top. */
function columnOf(
  samples: readonly TrafficSample[],
  { start, end, groups }: { readonly start: number; readonly end: number; readonly groups: readonly string[] },
): string {
  const first = Math.max(
    0,
    samples.findLastIndex(({ at }) => at <= start),
  )
  const during = samples.slice(first).filter(({ at }, index) => index === 0 || at < end)
  const shown = during.at(-1)
  let column = ''
  let sum = 0
  for (const [index, group] of groups.entries()) {
    sum += shown?.shares[group] ?? 0
    column = column.padEnd(Math.round(sum * ROWS), FILLS[index % FILLS.length])
  }
  const isMissed = during.some((sample) => missedOf(sample) > 1e-9)
  return isMissed ? `${column.padEnd(ROWS).slice(0, ROWS - 1)}!` : column.slice(0, ROWS)
}

/** Minutes below the line, about every tenth column. */
function axis(count: number, seconds: number): string {
  const minutes = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 600].find((step) => (step * 60) / seconds >= 10) ?? 600
  let line = ''
  for (let tick = 0; ; tick += minutes) {
    const label = `╵${tick} min`
    const column = Math.round((tick * 60) / seconds)
    if (column + label.length > count) return line
    line = line.padEnd(column, '─') + label
  }
}
