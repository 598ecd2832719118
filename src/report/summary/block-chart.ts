import type { CapacitySample } from '../events.ts'

/** Characters beside the axis, and rows at most: a chart must fit a phone. */
const COLUMNS = 60
const MOST_ROWS = 12
const MARGIN = 5

/** What the characters of a chart mean. */
export const CHART_LEGEND = '█ ready   ▒ booting, or not healthy yet   ░ leaving   ━ floor   ! below the floor'

interface Column {
  /** The fewest in this share of the time, with the floor of that moment, and the most that were coming and leaving. */
  readonly ready: number
  readonly floor: number
  readonly coming: number
  readonly leaving: number
}

/**
 * The capacity of a group over time as lines of text. Each column is a share of the time and shows its worst moment, so that
 * even the shortest dip shows; each row stands for one unit of capacity, or for several in a large group.
 */
export function blockChart(samples: readonly CapacitySample[]): readonly string[] {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) return []
  const seconds = Math.max(1, last.at - first.at) / COLUMNS
  const columns = columnsOf(samples, { from: first.at, seconds })
  const floor = Math.max(...columns.map((column) => column.floor))
  const top = Math.max(1, floor, ...columns.map(({ ready, coming, leaving }) => ready + coming + leaving))
  const unit = Math.ceil(top / MOST_ROWS)
  const rows = Array.from({ length: Math.ceil(top / unit) }, (_, index, count = Math.ceil(top / unit)) => count - index)
  // It lies on top of the row that must be full.
  const floorRow = Math.ceil(floor / unit)
  return [
    ...rows.flatMap((row) => {
      const cells = columns.map((column) => cell(column, { above: (row - 1) * unit, upTo: row * unit })).join('')
      const line = `${String(row * unit).padStart(MARGIN - 1)} ┤${cells}`.trimEnd()
      return row === floorRow ? [`${' '.repeat(MARGIN)}┝${'━'.repeat(COLUMNS)} ${floor}`, line] : [line]
    }),
    axis(seconds),
  ]
}

/** What was in force in each share of the time; a sample is until the next one. */
function columnsOf(
  samples: readonly CapacitySample[],
  { from, seconds }: { readonly from: number; readonly seconds: number },
): readonly Column[] {
  let index = 0
  return Array.from({ length: COLUMNS }, (_, number) => {
    const start = from + number * seconds
    const end = start + seconds
    while ((samples[index + 1]?.at ?? Infinity) <= start) index++
    let next = index
    while (next + 1 < samples.length && (samples[next + 1]?.at ?? Infinity) < end) next++
    const inForce = samples.slice(index, next + 1)
    // The last column ends with the last sample.
    const shown = number === COLUMNS - 1 ? samples.slice(index) : inForce
    index = next
    const worst = shown.reduce((low, each) => (each.ready - each.floor < low.ready - low.floor ? each : low))
    return {
      ready: worst.ready,
      floor: worst.floor,
      coming: Math.max(...shown.map(({ coming }) => coming)),
      leaving: Math.max(...shown.map(({ leaving }) => leaving)),
    }
  })
}

interface Row {
  readonly above: number
  readonly upTo: number
}

/** Of several units in one row more than half decide, but none that lacks is hidden. */
function cell({ ready, floor, coming, leaving }: Column, { above, upTo }: Row): string {
  if (ready < Math.min(upTo, floor) && above < floor) return '!'
  const half = (above + upTo) / 2
  if (ready >= half) return '█'
  if (ready + coming >= half) return '▒'
  return ready + coming + leaving >= half ? '░' : ' '
}

/** Minutes below the line, at least ten columns apart. */
function axis(seconds: number): string {
  const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 600, 1440, 2880]
  const minutes = steps.find((step) => (step * 60) / seconds >= 10) ?? 6000
  let line = `${' '.repeat(MARGIN)}└`
  for (let tick = 0; ; tick += minutes) {
    const label = `╵${tick} min`
    const column = MARGIN + 1 + Math.round((tick * 60) / seconds)
    if (column + label.length > MARGIN + 1 + COLUMNS) return line
    line = line.padEnd(column, '─') + label
  }
}
