import type { Connected } from '../aws/client/connect.ts'
import { Cancelled, type Explanation, explanationOf, UserError } from '../errors.ts'
import { declaredInputs } from '../inputs/declared.ts'
import { isMode, modes } from '../inputs/modes.ts'
import { PartialResult } from '../report/partial-result.ts'
import type { Runner } from '../platform/runner.ts'
import type { Event, Report, RunResult } from '../report/events.ts'
import { consoleReport } from '../report/log/console.ts'
import { type Annotation, annotationOf, stackLines } from '../report/results/annotations.ts'
import type { ChangeRecord } from '../report/results/change-record.ts'
import { Collector } from '../report/results/collect.ts'
import type { RunRequest } from '../report/results/request.ts'
import { annotationText } from '../text/escape.ts'
import type { HtmlReport } from './html-report.ts'
import type { Platform } from './platform.ts'

/** What is known of a run while it works. */
export interface RunRecord {
  readonly report: Report
  readonly collector: Collector
  runRequest: RunRequest
  readonly connected: Connected[]
  /** The environment of the job, as its token says; undefined where it has none, or none was asked for a token. */
  jobEnvironment?: string | undefined
  /** Called with each event. */
  meeting?: ((event: Event) => void) | undefined
  /** Called with the job summary, once it is written. */
  summarised?: ((markdown: string) => Promise<void>) | undefined
  /** Called once the result is known, before it is reported; gives the record of the run. */
  ending?: ((end: RunEnding) => Promise<ChangeRecord | undefined>) | undefined
}

/** How a run has ended. */
export interface RunEnding {
  readonly result: RunResult
  /** What ended the run as a whole. */
  readonly failure: Explanation | undefined
  /** Seconds since the Unix epoch, by AWS's clock where it is known. */
  readonly at: number
}

/** What a run was asked for, and what it has come to. */
export interface ReportedRun {
  readonly runRequest: RunRequest
  readonly result: RunResult
  /** What ended the run as a whole. */
  readonly failure: Explanation | undefined
  /** Undefined where it keeps none. */
  readonly record: ChangeRecord | undefined
  /** What it has come to, where it did not fail: for `tellSuccess`, once nothing can fail any more. */
  readonly notice: string | undefined
}

/** One notice of a run that did not fail; a terminal has shown its verdict already. */
export function tellSuccess(runner: Pick<Runner, 'annotation' | 'environment'>, notice: string | undefined): void {
  if (notice === undefined || runner.environment.isTerminal) return
  runner.annotation('notice', annotationText(notice), 'Fleet Patch')
}

/** Does the work and reports it, however it ends: log, summary, and one annotation on failure. */
export async function withReport(
  { runner, clock }: Platform,
  work: (record: RunRecord) => Promise<RunResult>,
  page?: HtmlReport,
): Promise<ReportedRun> {
  const collector = new Collector()
  let shown: Awaited<ReturnType<typeof presentation>> | undefined
  const toConsole = consoleReport(runner, (result, finished) => shown?.rendererOf(result).logEnding(result, finished) ?? []) // prettier-ignore
  const report = (event: Event): void => {
    collector.report(event)
    toConsole(event)
    record.meeting?.(event)
    page?.note(event, (record.connected[0]?.clock ?? clock).now() / 1000)
  }
  const record: RunRecord = { report, collector, runRequest: runRequestOf(runner), connected: [] }
  const { result, annotation, failure } = await endOf(runner, () => work(record))
  const [connection] = record.connected
  const { clock: time } = connection ?? { clock }
  const changes = await record.ending?.({ result, failure, at: time.now() / 1000 })
  const endedAt = time.now() / 1000
  shown = await presentation()
  report({ kind: 'ended', at: endedAt, result })
  const { runRequest, connected } = record
  await page?.write({ request: runRequest, result, failure, warnings: collector.warnings, endedAt }, report)
  const callCounts = sums(connected.flatMap(({ caller }) => [...caller.calls]))
  const { warnings } = collector
  const markdown = shown.summary({
    request: runRequest,
    result,
    callCounts,
    warnings,
    record: changes,
    ...(failure && { failure }),
  })
  await runner.writeSummary(markdown)
  await record.summarised?.(markdown)
  if (annotation) runner.setFailed(annotation.message, annotation.title)
  const notice = annotation === undefined ? shown.rendererOf(result).notice(runRequest, result) : undefined
  return { runRequest, result, failure, record: changes, notice }
}

interface RunEnd {
  readonly result: RunResult
  readonly annotation: Annotation | undefined
  /** What ended the run as a whole. */
  readonly failure?: Explanation
}

/** What shows a result: much code, of which a run needs nothing before it has one. */
export const presentation = () => import('../report/render/presentation.ts')

const NO_RESULT: RunResult = { kind: 'groups', groups: [] }

/** What the work comes to; where it throws, what had a result before that. */
async function endOf(runner: Runner, work: () => Promise<RunResult>): Promise<RunEnd> {
  try {
    const result = await work()
    const { rendererOf } = await presentation()
    return { result, annotation: rendererOf(result).annotation(result) }
  } catch (thrown) {
    const partial = thrown instanceof PartialResult ? thrown : undefined
    const error = partial ? partial.cause : thrown
    // The stack of a refusal is of no use to a user; that of a defect is needed to mend it.
    if (!(error instanceof UserError || error instanceof Cancelled))
      for (const line of stackLines(error)) runner.info(line)
    return { result: partial?.result ?? NO_RESULT, annotation: annotationOf(error), failure: explanationOf(error) }
  }
}

/** What is asked for, as far as it is known before the inputs are checked. */
export function runRequestOf(runner: Pick<Runner, 'input'>): RunRequest {
  const mode = runner.input('mode')
  const names: readonly string[] = isMode(mode) ? modes[mode].uses : Object.keys(declaredInputs)
  const given = names.map((name) => [name, runner.input(name)] as const).filter(([, text]) => text !== '')
  return { mode, inputs: Object.fromEntries(given), account: undefined, region: '', dryRun: false }
}

function sums(counts: readonly (readonly [name: string, count: number])[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {}
  for (const [name, count] of counts) sum[name] = (sum[name] ?? 0) + count
  return sum
}
