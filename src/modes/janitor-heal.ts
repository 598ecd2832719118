/** Marks and heals what was found. Each place is looked at once more just before, and what has changed meanwhile is left. */
import { mapConcurrently } from '../aws/client/map-concurrently.ts'
import { healFinding } from '../aws/janitor/heal.ts'
import type { Finding, Remedy } from '../domain/janitor/finding.ts'
import { isLeft, type JudgedFinding, type Outcome } from '../domain/janitor/report.ts'
import type { Verdict } from '../domain/janitor/verdict.ts'
import { isFailure, Cancelled } from '../errors.ts'
import type { JanitorModeInputs } from '../inputs/inputs.ts'
import type { RestoredResults } from '../report/events.ts'
import type { Judged, Place } from './janitor-judge.ts'
import { putBack } from './janitor-restore.ts'
import type { Run } from './run.ts'

/** What has become of everything that was found. */
export interface Cleaned {
  readonly findings: readonly JudgedFinding[]
  readonly restored: RestoredResults
  /** What ended the run before all of it was done; undefined where nothing has. */
  readonly ended: unknown
}

const HEALED: Outcome = { state: 'healed', why: undefined }
const MARKED: Outcome = { state: 'marked', why: 'seen for the first time; a later run heals it' }
const GONE: Outcome = { state: 'gone', why: 'it was not there any more' }

/** Marks and heals as the verdicts say; without `heal`, or in a dry run, only tells what would be done. */
export async function clean(run: Run, inputs: JanitorModeInputs, places: readonly Place[]): Promise<Cleaned> {
  const outcomes = new Map<Finding, Outcome>()
  for (const { judged } of places)
    for (const { finding, verdict } of judged.findings) outcomes.set(finding, outlook(verdict, inputs))
  let restored: RestoredResults = { groups: [], traffic: [] }
  let ended: unknown
  const work = inputs.heal && !inputs.dryRun ? places.filter(isToBeChanged) : []
  if (work.length > 0)
    try {
      run.report({ kind: 'phase', title: 'Mark and heal' })
      await run.beginning?.(work.flatMap(({ judged: { group } }) => group ?? []))
      await mapConcurrently(work, (place) => cleanPlace(run, place, outcomes))
      const stale = work.filter(({ judged }) => judged.findings.some(isRestored))
      if (stale.length > 0) restored = await putBack(run, inputs, { stale, outcomes })
    } catch (error) {
      ended = error
    }
  const findings = places.flatMap(({ judged }) =>
    judged.findings.map(({ finding }) => ({
      ...judgedFinding(run, finding, outcomes.get(finding)),
      // What AWS does not tell an earlier run may have seen.
      since: finding.since ?? judged.marks.markedAt(finding),
    })),
  )
  return { findings, restored, ended }
}

/** What stands of a finding before anything is done. */
function outlook(verdict: Verdict, { dryRun }: JanitorModeInputs): Outcome {
  switch (verdict.kind) {
    case 'report':
    case 'wait':
      return { state: 'reported', why: verdict.why }
    case 'mark':
      return { state: 'reported', why: dryRun ? 'a dry run: it would be marked' : 'it was not marked' }
    case 'heal':
      return { state: 'reported', why: dryRun ? 'a dry run: it would be healed' : 'it was not healed' }
    default:
      return verdict satisfies never
  }
}

const judgedFinding = (
  { connection }: Run,
  finding: Finding,
  outcome: Outcome | undefined,
): Omit<JudgedFinding, 'since'> => ({
  finding: finding.finding,
  group: finding.group,
  ...(finding.resource !== undefined && { resource: finding.resource }),
  region: connection.region,
  what: finding.what,
  advice: finding.advice,
  heal: finding.remedy?.kind,
  state: outcome?.state ?? 'reported',
  why: outcome?.why,
})

type JudgedOne = Judged['findings'][number]

const isRestored = ({ verdict }: JudgedOne): boolean => verdict.kind === 'heal' && verdict.remedy.kind === 'restore'

/** Something is marked or healed, or a mark stands of what is not there any more, which would let it be healed at first sight again. */
function isToBeChanged({ judged: { findings, marks, at } }: Place): boolean {
  if (findings.some(({ verdict }) => verdict.kind === 'mark' || verdict.kind === 'heal')) return true
  const marked = findings.filter(({ finding }) => marks.markedAt(finding) !== undefined)
  return marks.withMarks(marked.map(({ finding }) => finding), at) !== (marks.text ?? '')
} // prettier-ignore

async function cleanPlace(run: Run, place: Place, outcomes: Map<Finding, Outcome>): Promise<void> {
  const now = await place.again()
  if ('why' in now) {
    for (const { finding } of place.judged.findings) outcomes.set(finding, { state: 'reported', why: now.why })
    return
  }
  const marked: Finding[] = []
  for (const { finding } of place.judged.findings) {
    const again = now.findings.find((each) => isSame(each.finding, finding))
    if (again === undefined) {
      outcomes.set(finding, GONE)
      continue
    }
    const outcome = await carryOut(run, place, again)
    outcomes.set(finding, outcome)
    if (outcome.state === 'marked' || (isLeft(outcome) && now.marks.markedAt(finding) !== undefined))
      marked.push(finding)
  }
  const text = now.marks.withMarks(marked, now.at)
  if (text !== (now.marks.text ?? '')) await place.write(text)
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.finding === other.finding && one.subject === other.subject && one.resource === other.resource

/** What a run has left is put back for all groups together, and keeps its mark until then. */
async function carryOut(run: Run, place: Place, { finding, verdict }: JudgedOne): Promise<Outcome> {
  if (verdict.kind === 'mark') return MARKED
  if (verdict.kind !== 'heal' || verdict.remedy.kind === 'restore')
    return { state: 'reported', why: 'why' in verdict ? verdict.why : undefined }
  return await heal(run, place, { finding, remedy: verdict.remedy })
}

async function heal(
  { connection, report }: Run,
  place: Place,
  { finding, remedy }: { readonly finding: Finding; readonly remedy: Exclude<Remedy, { kind: 'restore' }> },
): Promise<Outcome> {
  try {
    await healFinding(connection, finding.group, remedy)
    report({ kind: 'info', message: `Healed (${remedy.kind}): ${finding.group ?? finding.resource ?? ''}: ${finding.what}` })
    return HEALED
  } catch (error) {
    if (error instanceof Cancelled || !isFailure(error)) throw error
    // A run beside this one may have healed it a moment ago.
    const now = await place.again()
    if ('findings' in now && !now.findings.some((each) => isSame(each.finding, finding))) return GONE
    return { state: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
} // prettier-ignore
