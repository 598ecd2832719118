import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import { count } from '../words.ts'
import { ELSEWHERE, type Part } from './parts.ts'

/** What a reader should know of the rolls besides their ends, a line for each sentence. */
export function noteParts(results: readonly GroupResult[]): Part[] {
  const rows = results.flatMap(({ group, notes = [] }) =>
    notes.map((each) => `- ${markdownCode(clip(group, 255))}: ${markdownText(clip(each, 2000))}`),
  )
  if (rows.length === 0) return []
  return [
    {
      head: '### While the groups roll\n',
      rows,
      tail: '',
      total: rows.length,
      cut: (missing) => `*${count(missing, 'more sentence')}: ${ELSEWHERE}.*`,
      share: 30_000,
    },
  ]
}
