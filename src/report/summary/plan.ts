import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'

/** Rows of the numbered table of a dry run, group by group. */
export function* planRows(results: readonly GroupResult[]): Generator<string> {
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
