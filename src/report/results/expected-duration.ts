/** How long what a dry run has shown is expected to take. Pure. */
import { USUAL_START_SECONDS } from '../../domain/rollout/usual-start.ts'
import type { GroupResult, TrafficResult } from '../events.ts'
import type { TimeLeft } from './remaining.ts'

/** Seconds from the launch of an instance until it is ready: no dry run sees one start, so it is half or twice of what is usual. */
const START: TimeLeft = { low: USUAL_START_SECONDS / 2, high: USUAL_START_SECONDS * 2 }

/**
 * Seconds that a roll is expected to take, from the dry run of it: that has made the same steps, with the bakes and the warm-up, on a
 * model in which an instance starts as soon as it is launched. Each time in which new instances start there, side by side, lasts as long
 * as one start. Undefined where none starts.
 */
export function expectedDuration({
  timeline,
  startedAt,
  endedAt,
}: Pick<GroupResult, 'timeline' | 'startedAt' | 'endedAt'>): TimeLeft | undefined {
  const launches = new Map<number, number>()
  for (const { role, from, readyAt } of timeline)
    if (role === 'new' && readyAt !== undefined)
      launches.set(readyAt, Math.min(from, launches.get(readyAt) ?? Infinity))
  if (launches.size === 0) return undefined
  const starting = [...launches].reduce((sum, [readyAt, from]) => sum + readyAt - from, 0)
  const rest = Math.max(0, endedAt - startedAt - starting)
  return { low: Math.round(rest + launches.size * START.low), high: Math.round(rest + launches.size * START.high) }
}

/**
 * The same of all groups of a dry run: each begins as long after those that it waits for as in the dry run. Undefined where no group
 * has an expected duration.
 */
export function expectedDurationOfAll(results: readonly GroupResult[]): TimeLeft | undefined {
  if (results.every(({ expectedDuration: own }) => own === undefined)) return undefined
  return { low: endOf(results, 'low'), high: endOf(results, 'high') }
}

/**
 * The same of a shift of traffic: until its last step, as the dry run has gone through it with its bakes, and where the side that traffic
 * goes to grows, one start of its instances more.
 */
export function expectedDurationOfShift({
  steps,
  startedAt,
  sizes,
  to,
}: Pick<TrafficResult, 'steps' | 'startedAt' | 'sizes' | 'to'>): TimeLeft {
  const seconds = Math.round(Math.max(startedAt, ...steps.map(({ at }) => at)) - startedAt)
  const { before, after } = sizes[to]
  return after.desired > before.desired
    ? { low: seconds + START.low, high: seconds + START.high }
    : { low: seconds, high: seconds }
}

/** Of a result that has one, as documents tell it. */
export const expectedSeconds = (
  expected: TimeLeft | undefined,
): { readonly least: number; readonly most: number } | null =>
  expected === undefined ? null : { least: expected.low, most: expected.high }

/** Seconds from the beginning of the first group to the end of the last. */
function endOf(results: readonly GroupResult[], bound: keyof TimeLeft): number {
  const begun = results.toSorted((one, other) => one.startedAt - other.startedAt)
  const first = begun[0]?.startedAt ?? 0
  const ended: { readonly wave: number; readonly endedAt: number; readonly end: number }[] = []
  for (const { startedAt, endedAt, wave = 1, expectedDuration: own } of begun) {
    let begins: number | undefined
    // All of the earlier waves are waited for, and the bake after the last of them; of the own wave the one whose end has made room.
    let [lastEarlier, latestEnd]: (number | undefined)[] = [undefined, undefined]
    let room: { readonly endedAt: number; readonly end: number } | undefined
    for (const each of ended) {
      if (each.endedAt > startedAt) continue
      if (each.wave < wave) {
        lastEarlier = Math.max(lastEarlier ?? -Infinity, each.endedAt)
        latestEnd = Math.max(latestEnd ?? -Infinity, each.end)
      } else if (room === undefined || each.endedAt > room.endedAt) room = each
    }
    if (latestEnd !== undefined) begins = latestEnd + startedAt - (lastEarlier ?? startedAt)
    if (room !== undefined) begins = Math.max(begins ?? -Infinity, room.end + startedAt - room.endedAt)
    const end = (begins ?? startedAt - first) + (own?.[bound] ?? endedAt - startedAt)
    ended.push({ wave, endedAt, end })
  }
  return Math.round(Math.max(...ended.map(({ end }) => end)))
}
