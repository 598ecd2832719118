import { consoleReport } from '../../src/report/log/console.ts'
import type { Event } from '../../src/report/events.ts'

/** The log as text: groups are marked, annotations in brackets. */
export function logOf(events: readonly Event[]): string[] {
  const lines: string[] = []
  const report = consoleReport({
    info: (message) => lines.push(message),
    startGroup: (title) => lines.push(`▼ ${title}`),
    endGroup: () => lines.push('▲'),
    annotation: (level, message, title) => lines.push(`[${level}] ${title} | ${message}`),
  })
  events.forEach(report)
  return lines
}
