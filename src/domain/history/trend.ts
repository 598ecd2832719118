/** How far behind the fleet was, day by day. */
import { fleetState, type Subject } from './latest-rows.ts'
import { type AuditLine, type AuditRowLine } from './records.ts'
import { isBehind } from '../audit/audit.ts'

/** The fleet at the end of a day on which something was audited. */
export interface TrendPoint {
  /** Midnight in UTC at which the day began, in seconds since the Unix epoch. */
  readonly day: number
  readonly subjects: number
  readonly behind: number
  /** Days behind of the worst, and of the one in the middle. */
  readonly worst: number
  readonly median: number
}

/** The newest points that are kept: two years of daily audits. */
const MOST_POINTS = 730
const DAY = 86_400

/** One trend for all, and one for each key that `keyOf` gives; what was not audited on a day counts as it was before. */
export function trends(
  lines: readonly (AuditLine | AuditRowLine)[],
  keyOf: (subject: Subject) => string,
): { readonly all: readonly TrendPoint[]; readonly by: ReadonlyMap<string, readonly TrendPoint[]> } {
  const state = fleetState()
  const all: TrendPoint[] = []
  const by = new Map<string, TrendPoint[]>()
  const days = [...Map.groupBy(lines, ({ at }) => Math.floor(at / DAY) * DAY)].toSorted(([one], [other]) => one - other)
  for (const [day, ofDay] of days) {
    state.add(ofDay)
    const subjects = state.subjects()
    all.push(pointOf(day, subjects))
    for (const [key, own] of Map.groupBy(subjects, keyOf)) {
      const points = by.get(key)
      if (points === undefined) by.set(key, [pointOf(day, own)])
      else points.push(pointOf(day, own))
    }
  }
  return {
    all: all.slice(-MOST_POINTS),
    by: new Map([...by].map(([key, points]) => [key, points.slice(-MOST_POINTS)])),
  }
}

function pointOf(day: number, subjects: readonly Subject[]): TrendPoint {
  const days = subjects.map(daysBehindOf).toSorted((one, other) => one - other)
  return {
    day,
    subjects: subjects.length,
    behind: subjects.filter(({ worst }) => isBehind(worst)).length,
    worst: days.at(-1) ?? 0,
    median: days[Math.floor((days.length - 1) / 2)] ?? 0,
  }
}

/** 0 for what is current, and for what cannot be judged. */
export const daysBehindOf = ({ worst }: Subject): number => worst.daysBehind ?? 0
