import type { Connected } from '../aws/client/connect.ts'
import { Cancelled, type Explanation, explanationOf, UserError } from '../errors.ts'
import { declaredInputs } from '../inputs/declared.ts'
import { isMode, modes } from '../inputs/modes.ts'
import type { RunRequest } from '../report/results/request.ts'
import { Collector } from '../report/results/collect.ts'
import { consoleReport } from '../report/log/console.ts'
import type { Event, GroupResult, Report } from '../report/events.ts'
import {
  type Annotation,
  annotationOf,
  annotationOfBastion,
  annotationOfResults,
  stackLines,
} from '../report/results/annotations.ts'
import { summary } from '../report/summary/summary.ts'
import type { Runner } from '../platform/runner.ts'
import type { Platform } from './platform.ts'

/** What is known of a run so far, for its end. */
export interface RunRecord {
  readonly report: Report
  readonly collector: Collector
  runRequest: RunRequest
  results: readonly GroupResult[]
  readonly connected: Connected[]
}

/** Does the work and tells it, to whatever end it comes: log, outputs, summary, and one annotation on failure. */
export async function withReport(
  { runner, clock }: Platform,
  work: (record: RunRecord) => Promise<void>,
): Promise<RunRecord> {
  const collector = new Collector()
  const toConsole = consoleReport(runner)
  const report = (event: Event): void => {
    collector.report(event)
    toConsole(event)
  }
  const record: RunRecord = { report, collector, runRequest: askedOf(runner), results: [], connected: [] }
  let failure: Annotation | undefined
  let thrown: Explanation | undefined
  try {
    await work(record)
    failure = annotationOfResults(record.results) ?? annotationOfBastion(collector.bastion)
  } catch (error) {
    failure = annotationOf(error)
    thrown = explanationOf(error)
    // The stack of a refusal tells a user nothing; that of a defect tells us everything.
    if (!(error instanceof UserError || error instanceof Cancelled))
      for (const line of stackLines(error)) runner.info(line)
  }
  report({ kind: 'ended', at: clock.now() / 1000 })
  const callCounts = sums(record.connected.flatMap(({ caller }) => [...caller.calls]))
  await runner.writeSummary(
    summary({
      request: record.runRequest,
      results: record.results,
      audit: collector.audit,
      bastion: collector.bastion,
      callCounts,
      warnings: collector.warnings,
      ...(thrown && { failure: thrown }),
    }),
  )
  if (failure) runner.setFailed(failure.message, failure.title)
  return record
}

/** What was asked for, as far as it is known before the inputs have been checked. */
function askedOf(runner: Runner): RunRequest {
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
