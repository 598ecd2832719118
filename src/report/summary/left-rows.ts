import type { GroupResult } from '../events.ts'
import { firstOf } from '../words.ts'
import { groupLink } from './links.ts'
import { prose } from './prose.ts'

/** Names of groups that one sentence may have in front of it. */
const MOST_NAMES = 20

/** What is left of these groups, a line for each sentence: many groups may wait for one and the same. */
export function leftRows(results: readonly GroupResult[]): readonly string[] {
  const sentences = results.flatMap(({ group, region, left }) => left.map((each) => ({ group, region, each })))
  return [...Map.groupBy(sentences, ({ each }) => each)].map(([each, those]) => {
    const names = firstOf(
      those.map(({ region, group }) => groupLink(region, group)),
      MOST_NAMES,
    )
    return `- ${names}: ${prose(each, those[0]?.region)}`
  })
}
