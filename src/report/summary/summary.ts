import type { Explanation } from '../../errors.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import type { RunResult } from '../events.ts'
import { rendererOf } from '../render/renderers.ts'
import type { ChangeRecord } from '../results/change-record.ts'
import { inputRows, type RunRequest } from '../results/request.ts'
import { count } from '../words.ts'
import { runFailure } from './failures.ts'
import { fit, lazily, type Part, plainPart } from './parts.ts'
import { prose } from './prose.ts'
import { recordParts } from './record.ts'

/** What a run was, for its job summary. */
export interface RunSummary {
  readonly request: RunRequest
  readonly result: RunResult
  /** Calls to AWS by their IAM action. */
  readonly callCounts: Readonly<Record<string, number>>
  readonly warnings?: readonly string[]
  /** Undefined where the run keeps none. */
  readonly record?: ChangeRecord | undefined
  /** What ended the run as a whole, apart from its groups: wrong inputs, missing permissions. */
  readonly failure?: Explanation
}

/** GitHub refuses a summary of more than 1 MiB; the rest is for what other parts of the step may add. */
export const SUMMARY_BYTES = 1_000_000

/**
 * The job summary: Markdown of at most `SUMMARY_BYTES`. The most important comes first, and what is too much is cut from
 * the least important: calls, inputs, record, timeline, plan, warnings, groups, failures; each says what it leaves out.
 */
export function summary({ request, result, callCounts, warnings = [], record, failure }: RunSummary): string {
  const shown = rendererOf(result).summary(request, result)
  const verdict = failure === undefined ? [shown.heading] : [shown.failedHeading, runFailure(failure)]
  const shownWarnings = new Set(shown.shownWarnings)
  const parts = [
    plainPart([...verdict, shown.line, ...planLine(request)].join('\n\n'), 60_000),
    ...shown.parts,
    ...warningParts(
      warnings.filter((message) => !shownWarnings.has(message)),
      request.region,
    ),
    ...shown.details,
    ...recordParts(record),
    ...inputParts(request),
    ...callParts(callCounts),
  ]
  return fit(parts, SUMMARY_BYTES)
}

/** What is approved must be told from what is carried out. */
function planLine({ plan }: RunRequest): readonly string[] {
  if (plan === undefined) return []
  const { id, expiresAt, digest } = plan
  if (digest === undefined) return [`This run carries out the plan ${markdownCode(id)}.`]
  return [
    `This is the plan ${markdownCode(id)}, good until ${expiresAt}; the SHA-256 of its file is ${markdownCode(digest)}.`,
  ]
}

function warningParts(messages: readonly string[], region: string): Part[] {
  if (messages.length === 0) return []
  return [
    {
      head: '### Warnings\n',
      rows: lazily(messages, (message) => `- ${prose(message, region)}`),
      tail: '',
      total: messages.length,
      cut: (missing) => `*${count(missing, 'more warning')} in the log.*`,
      share: 60_000,
    },
  ]
}

function inputParts(request: RunRequest): Part[] {
  const rows = inputRows(request)
  return folded('Inputs as given', '| Input | Value |\n|---|---|', rows)
}

function callParts(callCounts: Readonly<Record<string, number>>): Part[] {
  // Calls that run side by side come in no certain order.
  const sorted = Object.entries(callCounts).sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
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
