import { clockTime } from '../../text/time.ts'
import type { CapacitySample, GroupResult } from '../events.ts'
import { brokeFloor } from '../judgement.ts'
import { count } from '../words.ts'
import { blockChart, CHART_LEGEND } from './block-chart.ts'
import { groupLink } from './links.ts'
import { ELSEWHERE, lazily, type Part } from './parts.ts'

/** More groups than these are folded, and of more than those no chart is drawn. */
const MOST_OPEN = 3
const MOST_CHARTS = 40

/** Capacity over time, as the run itself has seen it: nothing where no group had instances that came or went. */
export function capacityParts(results: readonly GroupResult[]): Part[] {
  const moved = results.filter(({ capacity = [] }) => capacity.some(hasMoved))
  if (moved.length === 0) return []
  const shown = moved.slice(0, MOST_CHARTS)
  const isFolded = moved.length > MOST_OPEN
  const [open, close] = isFolded ? [`<details><summary>Capacity of ${count(moved.length, 'group')} over time</summary>\n\n`, '\n</details>'] : ['### Capacity\n\n', ''] // prettier-ignore
  return [
    {
      head: `${open}\`${CHART_LEGEND}\`\n`,
      rows: lazily(shown, chartOf),
      tail: close,
      total: moved.length,
      cut: (missing) => `*No chart of ${count(missing, 'more group')}: what happened is ${ELSEWHERE}.*`,
      share: 90_000,
    },
  ]
}

const hasMoved = ({ coming, leaving }: CapacitySample): boolean => coming > 0 || leaving > 0

function chartOf(result: GroupResult): string {
  const samples = result.capacity ?? []
  return [proof(result, samples), '', '```text', ...blockChart(samples), '```', ''].join('\n')
}

/** The promise, and by how much it was held at the worst moment. */
function proof(result: GroupResult, samples: readonly CapacitySample[]): string {
  const worst = samples.reduce((low, each) => (each.ready - each.floor < low.ready - low.floor ? each : low))
  const lowest = `${worst.ready} ready at ${clockTime(worst.at)} UTC, with a floor of ${worst.floor}`
  const name = groupLink(result.region, result.group)
  if (brokeFloor(result)) return `⚠️ ${name}: only ${lowest}.`
  if (worst.ready < worst.floor) return `${name}: ${lowest}, as it was at the start; the run took none of it away.`
  const spare = worst.ready - worst.floor
  return `${name}: the floor held${spare === 0 ? '' : `, with ${spare} to spare`}. Lowest: ${lowest}.`
}
