/** How far a piece of work has come; times in seconds since the Unix epoch. */
export interface WorkPace {
  readonly startedAt: number
  readonly at: number
  /** Units done so far, of so many in all. */
  readonly done: number
  readonly total: number
  /** When the first and the last unit so far were done. */
  readonly firstDoneAt: number | undefined
  readonly lastDoneAt: number | undefined
}

/**
 * Seconds to the end at the pace observed so far. Undefined while nothing is done yet, and once the next unit is
 * overdue by the length of the first: then the past says nothing about the end. Units may be done side by side.
 */
export function remainingSeconds({
  startedAt,
  at,
  done,
  total,
  firstDoneAt,
  lastDoneAt,
}: WorkPace): number | undefined {
  if (done >= total) return 0
  if (done <= 0 || firstDoneAt === undefined || lastDoneAt === undefined) return undefined
  const perUnit = (lastDoneAt - startedAt) / done
  const since = at - lastDoneAt
  if (perUnit <= 0 || since > 2 * (firstDoneAt - startedAt)) return undefined
  const left = total - done
  // The unit under way may be late, but those after it still take their full time.
  return Math.round(Math.max((left - 1) * perUnit, left * perUnit - since))
}
