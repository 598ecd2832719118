import { byUrgency, type JanitorFindings, type JudgedFinding } from '../../domain/janitor/report.ts'
import { clip } from '../../text/escape.ts'
import { isoTime } from '../../text/time.ts'
import type { RunRequest } from './request.ts'
import { RESULT_SCHEMA_VERSION } from './result.ts'

/** GitHub takes 524,288 characters of all outputs together: so many for the document, and for each of the two lists. */
const DOCUMENT_CHARACTERS = 250_000
const LIST_CHARACTERS = 120_000
const MOST_SKIPPED = 100

/** The value of the output `result` of a janitor, following docs/result.schema.json: as many findings as there is room for. */
export function janitorDocument(
  { mode, account, region, dryRun }: RunRequest,
  { findings, groups, skipped }: JanitorFindings,
): string {
  const shown = withinRoom(byUrgency(findings), DOCUMENT_CHARACTERS)
  const truncated = shown.length < findings.length
  return JSON.stringify({
    schemaVersion: RESULT_SCHEMA_VERSION,
    truncated,
    cut: truncated ? ['findings'] : [],
    mode,
    account: account ?? null,
    region,
    dryRun,
    changed: isChanged(findings),
    groupCount: groups.length,
    groups: [],
    janitor: {
      findingCount: findings.length,
      findings: shown,
      skipped: skipped.slice(0, MOST_SKIPPED).map(({ group, why }) => ({ group, why: clip(why, 500) })),
    },
  })
}

/** Whether anything was changed, marks included. */
export const isChanged = (findings: readonly Pick<JudgedFinding, 'state'>[]): boolean =>
  findings.some(({ state }) => state === 'healed' || state === 'marked')

/** The findings as JSON, what a person has to look at first. */
export const findingList = (findings: readonly JudgedFinding[]): string =>
  JSON.stringify(withinRoom(byUrgency(findings), LIST_CHARACTERS))

type FindingRecord = ReturnType<typeof recordOf>

function withinRoom(findings: readonly JudgedFinding[], room: number): readonly FindingRecord[] {
  const records: FindingRecord[] = []
  let left = room
  for (const finding of findings) {
    const record = recordOf(finding)
    left -= JSON.stringify(record).length + 1
    if (left < 0) break
    records.push(record)
  }
  return records
}

const recordOf = ({ group, resource, region, finding, since, heal, state, what, why, advice }: JudgedFinding) => ({
  group: group ?? null,
  resource: resource ?? null,
  region,
  finding,
  since: since === undefined ? null : isoTime(since),
  heal: heal ?? null,
  state,
  what: clip(what, 1000),
  why: why ?? null,
  advice: clip(advice, 1000),
})
