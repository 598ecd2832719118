import { placeOf } from '../../domain/janitor/finding.ts'
import { byUrgency, isLeft, type JanitorFindings, type JudgedFinding } from '../../domain/janitor/report.ts'
import { clip } from '../../text/escape.ts'
import { isoTime } from '../../text/time.ts'
import { count } from '../words.ts'

/** The findings that the log shows; the summary has more. */
const MOST_LINES = 50

/** What was found, in a line: `3 findings in 2 of 40 groups: 1 healed, 1 marked, 1 reported`. */
export function janitorInWords({ findings, groups: all, skipped }: JanitorFindings): string {
  const groups = new Set(findings.flatMap(({ group }) => group ?? [])).size
  const of = `${groups} of ${count(all.length, 'group')}`
  const states = (['failed', 'healed', 'marked', 'gone', 'reported'] as const).flatMap((state) => {
    const number = findings.filter((finding) => finding.state === state).length
    return number === 0 ? [] : [`${number} ${state}`]
  })
  const found =
    findings.length === 0
      ? `nothing was left behind in ${count(all.length, 'group')}`
      : `${count(findings.length, 'finding')} in ${of}: ${states.join(', ')}`
  return skipped.length === 0 ? found : `${found}; ${count(skipped.length, 'group')} left alone`
}

/** What was found and what became of it, for the log. */
export function findingLine(finding: JudgedFinding): string {
  const { since, what, state, why, advice } = finding
  const from = since === undefined ? '' : ` since ${isoTime(since)}`
  const outcome = why === undefined ? state : `${state}, ${why}`
  return `${clip(placeOf(finding), 255)}: ${finding.finding}${from}: ${clip(what, 1000)} (${outcome})${isLeft(finding) ? `. ${clip(advice, 1000)}` : ''}`
}

/** The verdict for the log, and what a person should look at. */
export function janitorLines(janitor: JanitorFindings): readonly string[] {
  const { findings, skipped } = janitor
  const more = findings.length - MOST_LINES
  return [
    `Janitor: ${janitorInWords(janitor)}.`,
    ...byUrgency(findings)
      .slice(0, MOST_LINES)
      .map((finding) => `  ${findingLine(finding)}`),
    ...(more > 0 ? [`  and ${count(more, 'more finding')} in the job summary`] : []),
    ...skipped.slice(0, MOST_LINES).map(({ group, why }) => `  ${clip(group, 255)} was left alone: ${clip(why, 500)}`),
  ]
}
