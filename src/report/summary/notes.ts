import type { GroupResult } from '../events.ts'
import { count } from '../words.ts'
import { groupLink } from './links.ts'
import { ELSEWHERE, type Part } from './parts.ts'
import { prose } from './prose.ts'

/** What a reader should know of the rolls besides their ends, a line for each sentence. */
export function noteParts(results: readonly GroupResult[]): Part[] {
  const rows = results.flatMap(({ group, region, notes = [] }) =>
    notes.map((each) => `- ${groupLink(region, group)}: ${prose(each, region)}`),
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
