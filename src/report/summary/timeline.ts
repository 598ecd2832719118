import type { GroupResult } from '../events.ts'
import { count } from '../words.ts'
import { gantt, instancesIn } from './gantt.ts'

/** The timeline of launches and terminations, folded; nothing when there was neither. */
export function timeline(results: readonly GroupResult[]): string[] {
  const chart = gantt(results)
  if (chart === undefined) return []
  const legend =
    'Grey: an old instance until it leaves. Blue: a new one from its launch until it is ready. Red: a new one that did not stay. Beside each: the end of its zone. Times are UTC.'
  const note = chart.note === undefined ? legend : `${legend} ${chart.note}`
  const instances = count(instancesIn(results), 'instance')
  return [
    `<details><summary>Timeline of ${instances}</summary>\n\n\`\`\`mermaid\n${chart.text}\n\`\`\`\n\n${note}\n\n</details>`,
  ]
}
