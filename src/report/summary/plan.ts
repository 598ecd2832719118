import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import type { RunRequest } from '../results/request.ts'
import { count } from '../words.ts'
import { ELSEWHERE, type Part } from './parts.ts'

/** The numbered table of what a dry run would do. */
export function planParts({ dryRun }: RunRequest, results: readonly GroupResult[]): Part[] {
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

function* planRows(results: readonly GroupResult[]): Generator<string> {
  let number = 0
  for (const { group, steps } of results) {
    for (const { detail, reason } of steps) {
      number += 1
      const cells = [
        String(number),
        markdownCode(clip(group, 255)),
        markdownText(clip(detail, 300)),
        markdownText(clip(reason, 300)),
      ]
      yield `| ${cells.join(' | ')} |`
    }
  }
}
