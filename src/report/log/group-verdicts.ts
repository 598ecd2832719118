import type { GroupResult } from '../events.ts'
import { hasFailed } from '../judgement.ts'
import { count } from '../words.ts'
import { failureLines, tally, verdictText } from './log-lines.ts'

/** Groups whose verdict stands outside of the folded phases. */
const MOST_VERDICTS = 20

/** How groups ended, those that failed first; of more than one a tally as well. */
export function groupVerdicts(finished: readonly GroupResult[]): readonly string[] {
  const sorted = finished.filter(hasFailed).concat(finished.filter((result) => !hasFailed(result)))
  return [
    ...sorted
      .slice(0, MOST_VERDICTS)
      .flatMap((result) => [
        `${result.group}: ${verdictText(result)}`,
        ...failureLines(result).map((text) => `  ${text}`),
      ]),
    ...(sorted.length > 1 ? [`${count(sorted.length, 'group')}: ${tally(sorted)}`] : []),
  ]
}
