import type { GroupResult } from '../events.ts'
import { gantt, instancesIn } from './gantt.ts'

/** Beyond so many instances the chart is folded: it would push the rest off the screen. */
const MOST_UNFOLDED = 50

/** The timeline of launches and terminations; nothing when there was neither. */
export function timeline(results: readonly GroupResult[]): string[] {
  const chart = gantt(results)
  if (chart === undefined) return []
  const legend =
    'Grey: an old instance until it leaves. Blue: a new one from its launch until it is ready. Red: a new one that did not stay. Times are UTC.'
  const body = [
    '```mermaid',
    chart.text,
    '```',
    '',
    chart.note === undefined ? legend : `${legend} ${chart.note}`,
  ].join('\n')
  const instances = instancesIn(results)
  if (instances <= MOST_UNFOLDED) return [`### Timeline\n\n${body}`]
  return [`<details><summary>Timeline of ${instances} instances</summary>\n\n${body}\n\n</details>`]
}
