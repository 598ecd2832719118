import type { CapacitySample } from './capacity-log.ts'

export interface ChartRequest {
  readonly title: string
  /** Oldest first; the first may be before `from`. */
  readonly samples: readonly CapacitySample[]
  /** Seconds since the Unix epoch. */
  readonly from: number
  readonly to: number
  /** The fewest ready instances that are allowed. */
  readonly floor: number
  /** Characters per line. */
  readonly width: number
}

/** What the characters of a chart mean. */
export const chartLegend = '█ ready   ▒ booting, or not healthy yet   ░ leaving   ━ floor of ready   ! below the floor'

interface Column {
  readonly ready: number
  readonly booting: number
  readonly leaving: number
}

/**
 * Instances of a group over time as lines of text, one row an instance. A column shows the fewest that were ready and the
 * most that were booting or leaving in its share of the time, so that even the shortest dip shows.
 */
export function capacityChart({ title, samples, from, to, floor, width }: ChartRequest): string[] {
  const margin = 5
  const count = Math.max(1, width - margin - 2)
  const seconds = Math.max(1, to - from) / count
  const columns = Array.from({ length: count }, (_, index) => {
    const start = from + index * seconds
    return columnOf(during(samples, start, start + seconds))
  })
  const top = Math.max(floor, ...columns.map(({ ready, booting, leaving }) => ready + booting + leaving))
  const rows = Array.from({ length: top }, (_, index) => top - index)
  return [
    title,
    ...rows.flatMap((row) => {
      const line =
        `${String(row).padStart(margin - 1)} ┤${columns.map((column) => cell(column, row, floor)).join('')}`.trimEnd()
      // The line of the floor lies on top of the row that must be full.
      return row === floor ? [floorLine(count, margin), line] : [line]
    }),
    axis({ count, margin, seconds }),
  ]
}

/** The samples that were in force at any time of the span. */
function during(samples: readonly CapacitySample[], start: number, end: number): readonly CapacitySample[] {
  const first = Math.max(
    0,
    samples.findLastIndex(({ at }) => at <= start),
  )
  const after = samples.findIndex(({ at }, index) => index > first && at >= end)
  return samples.slice(first, after < 0 ? undefined : after)
}

function columnOf(samples: readonly CapacitySample[]): Column {
  return {
    ready: Math.min(...samples.map(({ ready }) => ready)),
    booting: Math.max(...samples.map(({ inService, pending, ready }) => inService + pending - ready)),
    leaving: Math.max(...samples.map(({ leaving }) => leaving)),
  }
}

function cell({ ready, booting, leaving }: Column, row: number, floor: number): string {
  if (row <= ready) return '█'
  if (row <= floor) return '!'
  if (row <= ready + booting) return '▒'
  return row <= ready + booting + leaving ? '░' : ' '
}

function floorLine(count: number, margin: number): string {
  return `${' '.repeat(margin)}┝${'━'.repeat(count)}`
}

/** Minutes below the line, about every tenth column. */
function axis({ count, margin, seconds }: { count: number; margin: number; seconds: number }): string {
  const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 600]
  const minutes = steps.find((step) => (step * 60) / seconds >= 10) ?? 600
  let line = `${' '.repeat(margin)}└`
  for (let tick = 0; ; tick += minutes) {
    const label = `╵${tick} min`
    const column = margin + 1 + Math.round((tick * 60) / seconds)
    if (column + label.length > margin + 1 + count) return line
    line = line.padEnd(column, '─') + label
  }
}
