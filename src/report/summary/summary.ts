import type { Explanation } from '../../errors.ts'
import type { Audit } from '../../domain/audit/audit.ts'
import type { RunRequest } from '../results/request.ts'
import { inputRows } from '../results/request.ts'
import { auditHeading, auditLine, auditTable } from './audit-table.ts'
import { auditInWords } from '../log/audit-words.ts'
import { duration } from '../../text/duration.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { BastionResult, GroupResult } from '../events.ts'
import { failureRows, nextSteps, runFailure } from './failures.ts'
import { bastionHeading, bastionLine, bastionParts } from './bastion.ts'
import { importance } from '../results/importance.ts'
import { groupRow, heading } from './groups.ts'
import { leftoverParts } from './leftovers.ts'
import type { Part } from './parts.ts'
import { fit } from './parts.ts'
import { patchParts, undoing } from './patch.ts'
import { planRows } from './plan.ts'
import { timeline } from './timeline.ts'
import { hasFailed } from '../judgement.ts'
import { count } from '../words.ts'

/** What a run was, for its job summary. */
export interface RunSummary {
  readonly request: RunRequest
  readonly results: readonly GroupResult[]
  /** What was found, in a run that only looked. */
  readonly audit?: Audit | undefined
  /** What became of a bastion, in a run about one. */
  readonly bastion?: BastionResult | undefined
  /** Calls to AWS by their IAM action. */
  readonly callCounts: Readonly<Record<string, number>>
  readonly warnings?: readonly string[]
  /** What ended the run as a whole, apart from its groups: wrong inputs, missing permissions. */
  readonly failure?: Explanation
}

/** GitHub refuses a summary of more than 1 MiB; the rest is for what other parts of the step may add. */
export const SUMMARY_BYTES = 1_000_000

/**
 * The job summary: Markdown of at most `SUMMARY_BYTES`. The most important comes first, and what is too much is cut from
 * the least important: calls, inputs, timeline, plan, warnings, groups, failures; each says what it leaves out.
 */
export function summary(run: RunSummary): string {
  const results = [...run.results].sort((a, b) => importance(a) - importance(b))
  const parts = [
    plain(
      [
        run.failure === undefined ? headingOf(run, results) : failedHeading(run),
        ...(run.failure === undefined ? [] : [runFailure(run.failure)]),
        lineOf(run, results),
      ].join('\n\n'),
    ),
    ...failures(run.request, results),
    ...(run.audit ? auditTable(run.audit) : groups(run.request, results)),
    ...(run.bastion ? bastionParts(run.bastion) : []),
    ...patchParts(results),
    ...leftoverParts(results),
    ...warnings(unreported(run.warnings ?? [], results)),
    ...plan(run.request, results),
    ...(run.request.dryRun ? [] : timeline(results).map(plain)),
    ...inputs(run.request),
    ...calls(run.callCounts),
  ]
  return fit(parts, SUMMARY_BYTES)
}

const failedHeading = ({ audit }: RunSummary): string =>
  audit === undefined ? '## ❌ Fleet Patch failed' : `## ❌ Fleet Patch: ${auditInWords(audit)}`

function headingOf({ request, audit, bastion }: RunSummary, results: readonly GroupResult[]): string {
  if (audit !== undefined) return auditHeading(audit)
  return bastion === undefined ? heading(request, results) : bastionHeading(bastion)
}

function lineOf({ request, audit, bastion }: RunSummary, results: readonly GroupResult[]): string {
  if (audit !== undefined) return auditLine(request, audit)
  return bastion === undefined ? askedLine(request, results) : bastionLine(request, bastion)
}

const ELSEWHERE = 'in the output `result` and in the log'

/** A part that is never cut, because it is bounded by itself. */
function plain(text: string): Part {
  return { head: text, rows: [], tail: '', total: 0, cut: () => '', share: 60_000 }
}

function askedLine({ mode, account, region, dryRun }: RunRequest, results: readonly GroupResult[]): string {
  const where = `${account === undefined ? '' : `account ${markdownCode(account)}, `}region ${markdownCode(region)}`
  const began = results.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity)
  const ended = results.reduce((last, { endedAt }) => Math.max(last, endedAt), -Infinity)
  const took = results.length === 0 || dryRun ? '' : `, ${duration(ended - began)}`
  return `Asked for: ${markdownCode(mode)}${dryRun ? ' as a dry run' : ''} in ${where}; ${count(results.length, 'group')} selected${took}.`
}

function failures(request: RunRequest, results: readonly GroupResult[]): Part[] {
  const failed = results.filter(hasFailed)
  if (failed.length === 0) return []
  return [
    {
      head: '### What happened, and how to go on\n',
      rows: failureRows(failed),
      tail: `${nextSteps(request, failed)}`,
      total: failed.length,
      cut: (missing) => `*${count(missing, 'more group')} failed; what happened to them is ${ELSEWHERE}.*`,
      share: 200_000,
    },
  ]
}

function groups({ dryRun }: RunRequest, results: readonly GroupResult[]): Part[] {
  if (results.length === 0) return []
  const head = [
    '### Groups',
    '',
    dryRun
      ? '| Group | Result | Image | Sizes (min-desired-max) | Would replace | Duration | Lowest ready expected / floor |'
      : '| Group | Result | Image | Sizes (min-desired-max) | Replaced | Duration | Lowest ready / floor |',
    '|---|---|---|---|--:|--:|--:|',
  ]
  return [
    {
      head: head.join('\n'),
      rows: lazily(results, groupRow),
      tail: '',
      total: results.length,
      cut: (missing) => `*${count(missing, 'more group')}, all less notable than these: ${ELSEWHERE}.*`,
      share: 300_000,
    },
  ]
}

/** Warnings that no other part tells. */
function unreported(messages: readonly string[], results: readonly GroupResult[]): string[] {
  const reported = new Set(undoing(results).map(({ group, sentence }) => `${group}: ${sentence}`))
  return messages.filter((message) => !reported.has(message))
}

function warnings(messages: readonly string[]): Part[] {
  if (messages.length === 0) return []
  return [
    {
      head: '### Warnings\n',
      rows: lazily(messages, (message) => `- ${markdownText(clip(message, 2000))}`),
      tail: '',
      total: messages.length,
      cut: (missing) => `*${count(missing, 'more warning')} in the log.*`,
      share: 60_000,
    },
  ]
}

function plan({ dryRun }: RunRequest, results: readonly GroupResult[]): Part[] {
  const total = results.reduce((sum, { steps }) => sum + steps.length, 0)
  if (!dryRun || total === 0) return []
  return [
    {
      head: '### Plan\n\nNothing was changed. A run without `dry-run` would:\n\n| # | Group | Step | Reason |\n|--:|---|---|---|',
      rows: planRows(results),
      tail: '',
      total,
      cut: (missing) => `*${count(missing, 'more step')}: ${ELSEWHERE}.*`,
      share: 120_000,
    },
  ]
}

function inputs(request: RunRequest): Part[] {
  const rows = inputRows(request)
  return folded('Inputs as given', '| Input | Value |\n|---|---|', rows)
}

function calls(callCounts: Readonly<Record<string, number>>): Part[] {
  const sorted = Object.entries(callCounts).sort(([, a], [, b]) => b - a)
  const total = sorted.reduce((sum, [, calls]) => sum + calls, 0)
  const rows = sorted.map(([action, calls]) => `| ${markdownCode(clip(action, 100))} | ${calls} |`)
  return folded(`${count(total, 'call')} to AWS`, '| Action | Calls |\n|---|--:|', rows)
}

function folded(title: string, head: string, rows: readonly string[]): Part[] {
  if (rows.length === 0) return []
  return [
    {
      head: `<details><summary>${title}</summary>\n\n${head}`,
      rows,
      tail: '\n</details>',
      total: rows.length,
      cut: (missing) => `*and ${missing} more*`,
      share: 30_000,
    },
  ]
}

function* lazily<Item>(items: readonly Item[], row: (item: Item) => string): Generator<string> {
  for (const item of items) yield row(item)
}
