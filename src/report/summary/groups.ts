import type { RunRequest } from '../results/request.ts'
import { duration, roughRange } from '../../text/duration.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import type { GroupResult, SizesResult } from '../events.ts'
import { groupTally, NOTHING_SAVED } from '../log/log-lines.ts'
import { brokeFloor, hasFailed, isUntouched, wasCancelled } from '../judgement.ts'
import { expectedDurationOfAll } from '../results/expected-duration.ts'
import { count, statusInWords } from '../words.ts'
import { askedFor } from './asked-for.ts'
import { groupLink } from './links.ts'
import { isAwaiting } from './next-steps.ts'
import { ELSEWHERE, lazily, type Part } from './parts.ts'
import type { Verdict } from './heading.ts'

const MARKS: Readonly<Record<GroupResult['status'], string>> = {
  current: '✅',
  rolled: '✅',
  gated: '⏸️',
  waiting: '⏳',
  dark: '🌑',
  restored: '✅',
  planned: '📋',
  patched: '✅',
  failed: '❌',
  halted: '❌',
  held: '❌',
  refused: '❌',
  unfinished: '❌',
}

/** What became of the groups: the verdict for the first line of the summary. */
export function verdictOfGroups({ dryRun, mode }: RunRequest, results: readonly GroupResult[]): Verdict {
  if (results.length === 0) return { mark: undefined, text: 'no group was touched' }
  const replaced = results.reduce((sum, result) => sum + result.replaced.length, 0)
  const failed = results.filter(hasFailed)
  if (failed.length > 0) return { mark: '❌', text: failureHeading(results) }
  const touched = results.filter(({ changed }) => changed)
  if (touched.length === 0) {
    const untouched = mode === 'restore' ? nothingRestored(results) : 'everything is up to date'
    return { mark: '✅', text: untouched }
  }
  const groups = count(touched.length, 'group')
  if (dryRun) {
    const what = replaced === 0 ? `change ${groups}` : `replace ${count(replaced, 'instance')} in ${groups}`
    return { mark: '📋', text: `would ${what}` }
  }
  const mark = results.some(brokeFloor) ? '⚠️' : '✅'
  const removed = results.reduce((sum, each) => sum + (each.status === 'restored' ? (each.removed?.length ?? 0) : 0), 0)
  const parts = [
    groupTally(results),
    ...(replaced === 0 ? [] : [`${count(replaced, 'instance')} replaced`]),
    ...(removed === 0 ? [] : [`${count(removed, 'new instance')} removed`]),
  ]
  return { mark, text: parts.join(', ') }
}

const nothingRestored = (results: readonly GroupResult[]): string =>
  results.every(({ noSavedState }) => noSavedState) ? NOTHING_SAVED : 'nothing was left to be put back'

function failureHeading(results: readonly GroupResult[]): string {
  const [only, ...others] = results
  if (only === undefined || others.length > 0) return groupTally(results)
  const name = markdownCode(clip(only.group, 100))
  const left = isUntouched(only) ? 'nothing was changed' : 'something is left to be put back'
  if (only.status !== 'unfinished') return `${name} was ${statusInWords(only)}`
  return `${name} ${wasCancelled(only) ? 'was cancelled' : 'is unfinished'}, ${left}`
}

/** What was asked for, where, and how long it took, or of a dry run how long it is expected to take. */
export function groupsLine(request: RunRequest, results: readonly GroupResult[]): string {
  const began = results.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity)
  const ended = results.reduce((last, { endedAt }) => Math.max(last, endedAt), -Infinity)
  const expected = request.dryRun ? expectedDurationOfAll(results) : undefined
  const expectation = expected === undefined ? '' : `; expected duration ${roughRange(expected)}`
  const took = results.length === 0 || request.dryRun ? expectation : `, ${duration(ended - began)}`
  // Where the run failed before any group had a result it is not known how many there were.
  const selected = results.length === 0 ? '' : `; ${count(results.length, 'group')} selected`
  return `${askedFor(request)}${selected}${took}.`
}

/** Up to so many groups have a row on the page; of more those that need a look have one, or these first, and all are folded. */
const MOST_UNFOLDED = 20

/** The table of groups, in their order. */
export function groupParts(request: RunRequest, results: readonly GroupResult[]): Part[] {
  if (results.length <= MOST_UNFOLDED) return tableOf(request, results, { head: '### Groups\n\n', tail: '' })
  const all = tableOf(request, results, {
    head: `<details><summary>All ${count(results.length, 'group')}</summary>\n\n`,
    tail: '\n</details>',
  })
  const notable = results.filter((result) => hasFailed(result) || brokeFloor(result) || isAwaiting(result))
  if (notable.length === 0) return all
  const shown = notable.slice(0, MOST_UNFOLDED)
  const more = notable.length - shown.length
  return [
    ...tableOf(request, shown, {
      head: '### Groups that need a look\n\n',
      tail:
        more === 0
          ? ''
          : `\n*${count(more, 'more group')} that ${more === 1 ? 'needs' : 'need'} a look: first among all groups below.*`,
    }),
    ...all,
  ]
}

function tableOf(
  { dryRun }: RunRequest,
  results: readonly GroupResult[],
  { head: title, tail }: { readonly head: string; readonly tail: string },
): Part[] {
  if (results.length === 0) return []
  const wave = results.some((each) => each.wave !== undefined)
  const columns = dryRun
    ? 'Group | Result | Image | Sizes (min-desired-max) | Would replace | Expected duration | Lowest ready expected / floor |'
    : 'Group | Result | Image | Sizes (min-desired-max) | Replaced | Duration | Lowest ready / floor |'
  const head = [`${title}| ${wave ? 'Wave | ' : ''}${columns}`, `|${wave ? '--:|' : ''}---|---|---|---|--:|--:|--:|`]
  return [
    {
      head: head.join('\n'),
      rows: lazily(results, groupRow),
      tail,
      total: results.length,
      cut: (missing) => `*${count(missing, 'more group')}, all less notable than these: ${ELSEWHERE}.*`,
      share: 20_000 + Math.min(130_000, 1000 * results.length),
    },
  ]
}

function groupRow(result: GroupResult): string {
  const { group, region, status, sizes, replaced, wave } = result
  const cells = [
    ...(wave === undefined ? [] : [String(wave)]),
    groupLink(region, group),
    `${MARKS[status]} ${statusInWords(result)}`,
    image(result),
    change(inFigures(sizes.before), inFigures(sizes.after)),
    String(replaced.length),
    lasted(result),
    lowest(result),
  ]
  return `| ${cells.join(' | ')} |`
}

function lasted({ status, startedAt, endedAt, expectedDuration: expected }: GroupResult): string {
  if (status === 'planned') return expected === undefined ? '' : roughRange(expected)
  return status === 'waiting' ? '' : duration(endedAt - startedAt)
}

function image({ previousImageId, imageId }: GroupResult): string {
  const named = (id: string | undefined): string => (id === undefined ? 'unknown' : markdownCode(clip(id, 100)))
  return change(named(previousImageId), named(imageId))
}

function change(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`
}

function inFigures({ min, desired, max }: SizesResult): string {
  return `${min}-${desired}-${max}`
}

function lowest(result: GroupResult): string {
  // Without a roll nothing was promised and nothing was watched.
  if (result.patch !== undefined && result.timeline.length === 0) return ''
  const figures = `${result.lowestReady} / ${result.floor}`
  if (brokeFloor(result)) return `⚠️ **${figures}**`
  return result.lowestReady < result.floor ? `${figures} (so at the start)` : figures
}
