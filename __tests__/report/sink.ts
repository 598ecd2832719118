import { consoleReport } from '../../src/report/log/console.ts'
import type { Event } from '../../src/report/events.ts'
import { rendererOf } from '../../src/report/render/renderers.ts'

/** The log as text: groups are marked, annotations in brackets. */
export function logOf(events: readonly Event[]): string[] {
  const lines: string[] = []
  const sink = {
    info: (message: string) => lines.push(message),
    startGroup: (title: string) => lines.push(`▼ ${title}`),
    endGroup: () => lines.push('▲'),
    annotation: (level: string, message: string, title: string) => lines.push(`[${level}] ${title} | ${message}`),
  }
  const report = consoleReport(sink, (result, finished) => rendererOf(result).logEnding(result, finished))
  events.forEach(report)
  return lines
}
