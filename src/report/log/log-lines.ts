import { duration, roughRange } from '../../text/duration.ts'
import { clip } from '../../text/escape.ts'
import type { Counts, Event, GroupResult } from '../events.ts'
import type { TimeLeft } from '../results/remaining.ts'
import { bar, percent } from './progress.ts'
import { clockTime } from '../../text/time.ts'
import { brokeFloor, hasFailed, isUntouched, wasCancelled } from '../judgement.ts'
import { describeChange, count, statusInWords } from '../words.ts'

/** How wide the columns of the log are; they only grow, so that lines of one run stay under each other. */
export interface Columns {
  readonly group: number
  readonly counts: number
}

/** What the columns are, once, above the first line that has them. */
export function legend(columns: Columns): string {
  return `UTC       ${'group'.padEnd(columns.group)}  instances old/new/ready/desired`
}

/** `2/1/3/3`: old, new, ready, desired. */
export function countsInFigures(counts: Counts): string {
  return [counts.old, counts.current, counts.ready, counts.desired].join('/')
}

/** `09:05:07  web  2/1/3/3  text`. */
export function line(at: number, group: string, counts: Counts, columns: Columns, text: string): string {
  const figures = countsInFigures(counts).padEnd(columns.counts)
  return `${clockTime(at)}  ${clip(group, columns.group).padEnd(columns.group)}  ${figures}  ${text}`
}

/** The first look at a group. */
export function observedText({ fleet, counts, floor, restores }: Extract<Event, { kind: 'observed' }>): string {
  const image = fleet.source.imageId === undefined ? '' : `, image ${fleet.source.imageId}`
  const { min, desired, max } = fleet.sizes
  const found = `found with sizes ${min}-${desired}-${max}, launches from ${clip(fleet.source.label, 120)}${image}`
  // What is old there stays old.
  if (restores === true) return found
  const todo =
    counts.old === 0
      ? 'nothing to replace'
      : `${count(counts.old, 'instance')} to replace, at least ${floor} stay ready`
  return `${found}: ${todo}`
}

/** A step, with its reason. */
export function stepText({ change, reason, dryRun }: Extract<Event, { kind: 'step' }>): string {
  return `${dryRun ? 'would ' : ''}${describeChange(change, 3)}: ${clip(reason, 400)}`
}

/** How far a wait has come: the bar, and the time left where it can be estimated. */
export function progressText(share: number, left: TimeLeft | undefined): string {
  return `${bar(share)} ${percent(share)}${left === undefined ? '' : `  ${roughRange(left)} left`}`
}

/** What a restore says that has found no saved state: what a run may have left is not known then. */
export const NOTHING_SAVED = 'no saved state was found, nothing was put back'

/** How a group ended, for one line. */
export function verdictText(result: GroupResult): string {
  const took = ` in ${duration(result.endedAt - result.startedAt)}`
  switch (result.status) {
    case 'current':
      return 'up to date, nothing to do'
    case 'planned':
      return result.changed
        ? `planned: ${count(result.steps.length, 'step')}, nothing was changed${expectedText(result)}`
        : 'nothing to do'
    case 'patched':
      return `patched: launches from ${clip(result.source, 200)}${result.imageId === undefined ? '' : `, image ${result.imageId}`}; running instances are as they were`
    case 'failed':
      return 'NOT PATCHED'
    case 'rolled':
      return `rolled: ${count(result.replaced.length, 'instance')} replaced${took}, ${lowestText(result)}`
    case 'dark':
      return `launched dark${took}: ${count(result.launched.length, 'instance')} launched, none of them in a load balancer`
    case 'gated':
      return `waits at a gate${took}: ${count(result.launched.length, 'instance')} launched, ${lowestText(result)}`
    case 'waiting':
      return result.failure === undefined
        ? 'waits for its turn, nothing was changed'
        : `NOT BEGUN, nothing was changed: ${clip(result.failure.why ?? result.failure.what, 400)}`
    case 'restored':
      if (result.noSavedState) return NOTHING_SAVED
      return result.changed ? `restored${took}${removedText(result)}` : 'nothing was left to be put back'
    case 'halted':
      return `HALTED after ${duration(result.endedAt - result.startedAt)}, sizes and processes put back${result.takenBack ? `, launches from ${clip(result.source, 200)} again` : ''}, ${lowestText(result)}`
    case 'held':
      return `HELD after ${duration(result.endedAt - result.startedAt)}, left as it is for inspection, ${lowestText(result)}`
    case 'refused':
      return `REFUSED, nothing was changed: ${clip(result.failure?.why ?? 'another run is at work on it', 400)}`
    case 'unfinished':
      return `${wasCancelled(result) ? 'CANCELLED' : 'UNFINISHED'} after ${duration(result.endedAt - result.startedAt)}, ${isUntouched(result) ? 'nothing was changed' : 'something is left to be put back'}`
    default:
      return result.status satisfies never
  }
}

const expectedText = ({ expectedDuration: expected }: GroupResult): string =>
  expected === undefined ? '' : `, expected duration ${roughRange(expected)}`

function lowestText(result: GroupResult): string {
  const fewest = `never fewer than ${result.lowestReady} ready (promised ${result.floor})`
  if (brokeFloor(result)) return `ONLY ${result.lowestReady} READY at one time (promised ${result.floor})`
  return result.lowestReady < result.floor ? `${fewest}, as it was at the start` : fewest
}

/** What a restore has taken away again. */
function removedText({ removed = [], replaced }: GroupResult): string {
  const parts = [
    ...(removed.length > 0 ? [`${count(removed.length, 'new instance')} removed`] : []),
    ...(replaced.length > 0 ? [`${count(replaced.length, 'old instance')} replaced`] : []),
    'sizes and processes put back',
  ]
  return `: ${parts.join(', ')}`
}

/** Lines for a failure, in the order in which a person asks. */
export function failureLines({ failure, left, status }: GroupResult): string[] {
  const lines = left.map((each) => `left: ${clip(each, 800)}`)
  // What keeps groups from beginning has failed elsewhere, and is told there.
  if (failure === undefined || status === 'waiting') return lines
  const reported = [`what: ${clip(failure.what, 800)}`]
  if (failure.why !== undefined) reported.push(`why:  ${clip(failure.why, 800)}`)
  if (failure.remedy !== undefined) reported.push(`do:   ${clip(failure.remedy, 800)}`)
  return [...reported, ...lines]
}

/** `2 groups rolled`, or where they ended differently `3 groups: 1 halted, 2 rolled`. */
export function groupTally(results: readonly GroupResult[]): string {
  const groups = count(results.length, 'group')
  const words = new Set(results.map(statusInWords))
  return words.size === 1 ? `${groups} ${[...words].join('')}` : `${groups}: ${tally(results)}`
}

/** `2 rolled, 1 halted`, the bad ones first. */
export function tally(results: readonly GroupResult[]): string {
  const numbers = new Map<string, number>()
  for (const result of [...results].sort((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)))) {
    const word = statusInWords(result)
    numbers.set(word, (numbers.get(word) ?? 0) + 1)
  }
  return [...numbers].map(([word, number]) => `${number} ${word}`).join(', ')
}
