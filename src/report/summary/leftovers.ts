import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import type { Part } from './parts.ts'
import { hasFailed } from '../judgement.ts'
import { count } from '../words.ts'

/** What was kept or left alone in groups that ended well; for those that failed it is shown with the failure. */
export function leftoverParts(results: readonly GroupResult[]): Part[] {
  const rows = results
    .filter((result) => !hasFailed(result))
    .flatMap(({ group, left }) =>
      left.map((each) => `- ${markdownCode(clip(group, 255))}: ${markdownText(clip(each, 2000))}`),
    )
  if (rows.length === 0) return []
  return [
    {
      head: '### Left as it is\n',
      rows,
      tail: '',
      total: rows.length,
      cut: (missing) => `*${count(missing, 'more sentence')}: in the output \`result\` and in the log.*`,
      share: 30_000,
    },
  ]
}
