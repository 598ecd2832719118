import type { RunRequest } from '../results/request.ts'
import { duration } from '../../text/duration.ts'
import { clip, markdownCode } from '../../text/escape.ts'
import type { GroupResult, SizesResult } from '../events.ts'
import { NOTHING_SAVED, tally } from '../log/log-lines.ts'
import { brokeFloor, hasFailed, isUntouched, wasCancelled } from '../judgement.ts'
import { count, statusInWords } from '../words.ts'
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
    tally(results),
    ...(replaced === 0 ? [] : [`${count(replaced, 'instance')} replaced`]),
    ...(removed === 0 ? [] : [`${count(removed, 'new instance')} removed`]),
  ]
  return { mark, text: parts.join(', ') }
}

const nothingRestored = (results: readonly GroupResult[]): string =>
  results.every(({ noSavedState }) => noSavedState) ? NOTHING_SAVED : 'nothing was left to be put back'

function failureHeading(results: readonly GroupResult[]): string {
  const [only, ...others] = results
  if (only === undefined || others.length > 0) return tally(results)
  const name = markdownCode(clip(only.group, 100))
  const left = isUntouched(only) ? 'nothing was changed' : 'something is left to be put back'
  if (only.status !== 'unfinished') return `${name} was ${statusInWords(only)}`
  return `${name} ${wasCancelled(only) ? 'was cancelled' : 'is unfinished'}, ${left}`
}

/** What was asked for, where, and how long it took. */
export function groupsLine({ mode, account, region, dryRun }: RunRequest, results: readonly GroupResult[]): string {
  const where = `${account === undefined ? '' : `account ${markdownCode(account)}, `}region ${markdownCode(region)}`
  const began = results.reduce((first, { startedAt }) => Math.min(first, startedAt), Infinity)
  const ended = results.reduce((last, { endedAt }) => Math.max(last, endedAt), -Infinity)
  const took = results.length === 0 || dryRun ? '' : `, ${duration(ended - began)}`
  // Where the run failed before any group had a result it is not known how many there were.
  const selected = results.length === 0 ? '' : `; ${count(results.length, 'group')} selected`
  return `Asked for: ${markdownCode(mode)}${dryRun ? ' as a dry run' : ''} in ${where}${selected}${took}.`
}

/** The table of groups, in their order. */
export function groupParts({ dryRun }: RunRequest, results: readonly GroupResult[]): Part[] {
  if (results.length === 0) return []
  const wave = results.some((each) => each.wave !== undefined)
  const columns = dryRun
    ? 'Group | Result | Image | Sizes (min-desired-max) | Would replace | Duration | Lowest ready expected / floor |'
    : 'Group | Result | Image | Sizes (min-desired-max) | Replaced | Duration | Lowest ready / floor |'
  const head = [
    '### Groups',
    '',
    `| ${wave ? 'Wave | ' : ''}${columns}`,
    `|${wave ? '--:|' : ''}---|---|---|---|--:|--:|--:|`,
  ]
  return [
    {
      head: head.join('\n'),
      rows: lazily(results, groupRow),
      tail: '',
      total: results.length,
      cut: (missing) => `*${count(missing, 'more group')}, all less notable than these: ${ELSEWHERE}.*`,
      share: 300_000,
    },
  ]
}

function groupRow(result: GroupResult): string {
  const { group, status, sizes, replaced, startedAt, endedAt, wave } = result
  const cells = [
    ...(wave === undefined ? [] : [String(wave)]),
    markdownCode(clip(group, 255)),
    `${MARKS[status]} ${statusInWords(result)}`,
    image(result),
    change(inFigures(sizes.before), inFigures(sizes.after)),
    String(replaced.length),
    status === 'planned' || status === 'waiting' ? '' : duration(endedAt - startedAt),
    lowest(result),
  ]
  return `| ${cells.join(' | ')} |`
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
