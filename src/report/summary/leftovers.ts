import type { GroupResult } from '../events.ts'
import { hasFailed } from '../judgement.ts'
import { count } from '../words.ts'
import { leftRows } from './left-rows.ts'
import { isAwaiting } from './next-steps.ts'
import type { Part } from './parts.ts'

/** What was kept or left alone in groups that ended well; for those that failed it is shown with the failure. */
export function leftoverParts(results: readonly GroupResult[]): Part[] {
  const rows = leftRows(results.filter((result) => !hasFailed(result) && !isAwaiting(result)))
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
