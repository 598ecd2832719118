import { type Loop, openIn } from './loop.ts'

/**
 * Groups that are let in at one look, once others are on their way. Each asks for all that is known of it: with many at once those that
 * are ready would wait for their answers, and nothing would be changed meanwhile.
 */
const LET_IN = 20
/** So few that are left, as a part of those that there is room for, wait no more: they would end long after all others. */
const LAST_PART = 0.25

/**
 * Lets in as many groups as there is room for beside those that are on their way, in the order asked. One that had to wait begins
 * anew: neither what was seen of it before nor the time that it has waited counts.
 */
export function admit(loop: Loop, { width, now }: { readonly width: number; readonly now: number }): void {
  const { admitted, beginning, runs, nextLookAt } = loop
  const open = openIn(loop)
  const waiting = open.filter((group) => !admitted.has(group))
  const free = waiting.length <= width * LAST_PART ? Infinity : width - (open.length - waiting.length)
  const most = runs.size === 0 ? Infinity : LET_IN
  for (const group of waiting.slice(0, Math.max(0, Math.min(free, most)))) {
    admitted.add(group)
    // It stands in line from here on: to be looked at after all others, it would begin when these have nothing left to do.
    nextLookAt.set(group, now)
    if (runs.has(group)) beginning.set(group, now)
  }
}
