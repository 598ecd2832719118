import { placeOf } from '../../domain/janitor/finding.ts'
import { asSentence } from '../../text/sentence.ts'
import { isoTime } from '../../text/time.ts'
import { janitorInWords, janitorLines } from '../log/janitor-words.ts'
import { findingList, isChanged, janitorDocument } from '../results/janitor-document.ts'
import { tsvTable } from '../results/tsv.ts'
import { janitorHeading, janitorLine, janitorTables } from '../summary/janitor.ts'
import type { Renderer } from './renderer.ts'

/** Names of groups have up to 255 characters, and GitHub takes 524,288 of all outputs. */
const MOST_GROUPS = 100

/** Shows what a janitor has found and healed. */
export const janitorRenderer: Renderer<'janitor'> = {
  outputs: (request, { janitor }) => {
    const { findings, groups } = janitor
    return {
      changed: String(isChanged(findings)),
      groups: JSON.stringify(groups.slice(0, MOST_GROUPS)),
      result: janitorDocument(request, janitor),
      findings: findingList(findings),
      healed: findingList(findings.filter(({ state }) => state === 'healed')),
    }
  },
  summary: (request, { janitor }) => ({
    heading: janitorHeading(janitor),
    failedHeading: `## ❌ Fleet Patch: ${janitorInWords(janitor)}`,
    line: janitorLine(request, janitor),
    parts: janitorTables(janitor),
    details: [],
    shownWarnings: [],
  }),
  // What was left behind is no failure; where `fail-on` makes it one, the run as a whole fails.
  annotation: () => undefined,
  notice: (_, { janitor }) => asSentence(janitorInWords(janitor)),
  logEnding: ({ janitor }) => janitorLines(janitor),
  tsv: ({ janitor: { findings } }) =>
    tsvTable(
      ['region', 'group', 'finding', 'since', 'heal', 'state', 'what'],
      findings.map((finding) => ({
        region: finding.region,
        group: placeOf(finding),
        finding: finding.finding,
        since: finding.since === undefined ? '' : isoTime(finding.since),
        heal: finding.heal ?? '',
        state: finding.state,
        what: finding.what,
      })),
    ),
}
