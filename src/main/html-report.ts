import type { Explanation } from '../errors.ts'
import { UserError } from '../errors.ts'
import { htmlPath } from '../inputs/report-html.ts'
import { WrongInput } from '../inputs/parse.ts'
import type { Runner } from '../platform/runner.ts'
import type { Event, Report, RunResult } from '../report/events.ts'
import { Journal } from '../report/html/journal.ts'
import type { RunRequest } from '../report/results/request.ts'
import { addressOf } from './run-context.ts'

/** The report of a run as a file. */
export interface HtmlReport {
  /** Keeps an event; `now` in seconds since the Unix epoch. */
  readonly note: (event: Event, now: number) => void
  /** Writes it; where that is not possible a warning says so, and the run is as good. */
  readonly write: (run: EndedRun, report: Report) => Promise<void>
}

interface EndedRun {
  readonly request: RunRequest
  readonly result: RunResult
  readonly failure: Explanation | undefined
  readonly warnings: readonly string[]
  /** Seconds since the Unix epoch. */
  readonly endedAt: number
}

/** The report that `report-html` asks for; undefined where it does not, or names no file of the workspace. Charts are loaded where it is written. */
export function htmlReport(runner: Runner): HtmlReport | undefined {
  const path = pathOf(runner.input('report-html'))
  if (path === undefined) return undefined
  const journal = new Journal()
  return {
    note: (event, now) => journal.note(event, now),
    write: async (run, report) => {
      const { reportPage } = await import('../report/html/page.ts')
      try {
        await runner.writeFile(path, reportPage({ ...run, journal, url: addressOf(runner) }))
        report({ kind: 'info', message: `Report: ${path}` })
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        report({ kind: 'warning', message: `The report could not be written. ${error.message}` })
      }
    },
  }
}

function pathOf(text: string): string | undefined {
  try {
    return htmlPath(text)
  } catch (error) {
    // Among the wrong inputs it is reported as one.
    if (error instanceof WrongInput) return undefined
    throw error
  }
}
