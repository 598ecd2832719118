import { placeOf } from '../../domain/janitor/finding.ts'
import { byUrgency, isLeft, type JanitorFindings, type JudgedFinding } from '../../domain/janitor/report.ts'
import { clip, markdownCode, markdownText } from '../../text/escape.ts'
import { isoTime } from '../../text/time.ts'
import { janitorInWords } from '../log/janitor-words.ts'
import type { RunRequest } from '../results/request.ts'
import { count } from '../words.ts'
import { ELSEWHERE, lazily, type Part } from './parts.ts'

const MARKS: Readonly<Record<JudgedFinding['state'], string>> = {
  reported: '⚠️',
  marked: '🏷️',
  healed: '✅',
  gone: '✅',
  failed: '❌',
}

/** The first line of the summary: the verdict. */
export function janitorHeading(janitor: JanitorFindings): string {
  const { findings } = janitor
  const mark = findings.some(({ state }) => state === 'failed') ? '❌' : findings.some(isLeft) ? '⚠️' : '✅'
  return `## ${mark} Fleet Patch: ${janitorInWords(janitor)}`
}

/** What was asked for, and what was looked at. */
export const janitorLine = ({ mode, account }: RunRequest, { region, groups }: JanitorFindings): string =>
  `Asked for: ${markdownCode(mode)} in account ${markdownCode(account ?? '?')}, ${markdownCode(region)}; ${count(groups.length, 'group')}.`

/** What was found, and which groups were left alone. */
export function janitorTables({ findings, skipped }: JanitorFindings): Part[] {
  return [
    ...(findings.length === 0 ? [] : [findingTable(byUrgency(findings))]),
    ...(skipped.length === 0 ? [] : [skippedTable(skipped)]),
  ]
}

const findingTable = (findings: readonly JudgedFinding[]): Part => ({
  head: '### Findings\n\n| | Where | Finding | Since | What | What to do |\n|---|---|---|---|---|---|',
  rows: lazily(findings, (finding) => {
    const { since, state, what, why, advice } = finding
    const outcome = `${state}${why === undefined ? '' : `: ${why}`}`
    return `| ${MARKS[state]} ${markdownText(clip(outcome, 300))} | ${markdownCode(clip(placeOf(finding), 255))} | ${markdownCode(finding.finding)} | ${since === undefined ? '' : isoTime(since)} | ${markdownText(clip(what, 1000))} | ${isLeft(finding) ? markdownText(clip(advice, 1000)) : ''} |`
  }),
  tail: '',
  total: findings.length,
  cut: (missing) => `*${count(missing, 'more finding')} ${ELSEWHERE}.*`,
  share: 300_000,
})

const skippedTable = (skipped: JanitorFindings['skipped']): Part => ({
  head: '### Left alone\n\n| Group | Why |\n|---|---|',
  rows: lazily(skipped, ({ group, why }) => `| ${markdownCode(clip(group, 255))} | ${markdownText(clip(why, 500))} |`),
  tail: '',
  total: skipped.length,
  cut: (missing) => `*${count(missing, 'more group')} ${ELSEWHERE}.*`,
  share: 100_000,
})
