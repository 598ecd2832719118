import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import type { Part } from './parts.ts'
import { hasFailed, isNotBegun } from '../judgement.ts'
import { count, firstOf } from '../words.ts'

/** What was kept or left alone in groups that ended well; for those that failed it is shown with the failure. */
export function leftoverParts(results: readonly GroupResult[]): Part[] {
  const shown = results.filter((result) => !hasFailed(result))
  const rows = [
    ...shown
      .filter((result) => !isNotBegun(result))
      .flatMap(({ group, left }) => left.map((each) => leftRow([group], each))),
    // Many wait for one and the same.
    ...[
      ...Map.groupBy(
        shown.filter(isNotBegun).flatMap(({ group, left }) => left.map((each) => ({ group, each }))),
        ({ each }) => each,
      ),
    ].map(([each, those]) => leftRow(those.map(({ group }) => group), each)), // prettier-ignore
  ]
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

const leftRow = (groups: readonly string[], sentence: string): string =>
  `- ${firstOf(groups.map((group) => markdownCode(clip(group, 255))), 20)}: ${markdownText(clip(sentence, 2000))}` // prettier-ignore
