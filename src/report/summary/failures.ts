import type { Explanation } from '../../errors.ts'
import { restoreInputs, type RunRequest } from '../results/request.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import type { GroupResult } from '../events.ts'
import { hasFailed, isNotBegun, wasCancelled } from '../judgement.ts'
import { count, firstOf, statusInWords } from '../words.ts'
import { groupLink } from './links.ts'
import { ELSEWHERE, lazily, type Part } from './parts.ts'
import { prose, proseLines } from './prose.ts'

/** How many groups the ready-made inputs name; more would not fit a glance nor an input. */
const MOST_NAMED = 50
/** Sentences on what was left that are shown of one group. */
const MOST_LEFT = 10

/** The first line of the summary of a run that failed as a whole. */
export const FAILED_HEADING = '## ❌ Fleet Patch failed'

/** What happened to the groups that failed, and how to go on. */
export function failureParts(request: RunRequest, results: readonly GroupResult[]): Part[] {
  const failed = results.filter(hasFailed)
  if (failed.length === 0) return []
  const notBegun = [...Map.groupBy(failed.filter(isNotBegun), ({ failure }) => failure?.why).values()]
  const shown = [...failed.filter((result) => !isNotBegun(result)).map((result) => [result]), ...notBegun]
  return [
    {
      head: '### What happened, and how to go on\n',
      rows: lazily(shown, failureRow),
      tail: `${nextSteps(request, failed)}`,
      total: shown.length,
      cut: (missing) => `*${count(missing, 'more group')} failed; what happened to them is ${ELSEWHERE}.*`,
      share: 150_000,
    },
  ]
}

/** What happened to a failed group, or to several that did not begin for one reason: why, what to do, and what was left. */
function failureRow(results: readonly GroupResult[]): string {
  const [result, ...others] = results
  if (result === undefined) return ''
  const { group, region, status, failure, left, takenBack, source } = result
  const said = (text: string): string => prose(text, region)
  const what =
    others.length === 0
      ? `${statusInWords(result)}: ${said(failure?.what ?? 'no failure was reported.')}`
      : `and ${count(others.length, 'more group')} did not begin: ${said(firstOf(others.map((each) => each.group), MOST_NAMED))}.` // prettier-ignore
  const lines = [`**${groupLink(region, group)}** ${what}`, '']
  if (failure?.why !== undefined) lines.push(`- Why: ${said(failure.why)}`)
  if (failure?.remedy !== undefined) lines.push(`- What to do: ${said(failure.remedy)}`)
  if (left.length === 0 && status === 'halted') {
    lines.push('- Put back: sizes and processes are as they were, and instances that serve were kept.')
  }
  if (takenBack) lines.push(`- Taken back: the group launches from ${markdownCode(clip(source, 255))} again.`)
  lines.push(...left.slice(0, MOST_LEFT).map((sentence) => `- Left: ${said(sentence)}`))
  if (left.length > MOST_LEFT) lines.push(`- ${left.length - MOST_LEFT} more left: see the log.`)
  return `${lines.join('\n')}\n`
}

/** What ended the run as a whole. */
export function runFailure({ what, why, remedy }: Explanation): string {
  const lines = [`**What happened:** ${proseLines(what)}`]
  if (why !== undefined) lines.push(`**Why:** ${prose(why)}`)
  if (remedy !== undefined) lines.push(`**What to do:** ${prose(remedy)}`)
  return lines.join('\n\n')
}

/** How to go on, with inputs to copy: a group that could not be put back needs `restore`, a halted one a new run. */
function nextSteps(request: RunRequest, failed: readonly GroupResult[]): string {
  const unfinished = failed
    .filter(({ status }) => status === 'unfinished' || status === 'held')
    .map(({ group }) => group)
  const cause = failed.every(wasCancelled) ? '' : 'mend the cause and '
  const again = `To go on, ${cause}run the step again with the same inputs`
  if (request.mode === 'restore') return `${again}: it puts back what is left, and nothing else.`
  if (failed.every(({ status }) => status === 'failed'))
    return `${again}: what is patched already is found, and not patched twice.`
  if (unfinished.length === 0) return `${again}: it replaces what is still old and leaves the rest alone.`
  const named = unfinished.slice(0, MOST_NAMED)
  const rest =
    unfinished.length > named.length
      ? `\n\n*and ${count(unfinished.length - named.length, 'more group')}, named above.*`
      : ''
  return `${again}: it puts back what was left, replaces what is still old, and leaves the rest alone.

To only put back what was changed, without replacing anything, run it with:

\`\`\`yaml
${restoreInputs(request, named)}
\`\`\`${rest}`
}
