/** Why the turn of groups does not come in a run, and their end. */
import type { Explanation } from '../../errors.ts'
import type { WhyOver } from '../../domain/waves/turns.ts'
import { firstOf } from '../../report/words.ts'
import type { Loop } from './loop.ts'
import { type NeverBegun, neverBegun } from './outcome.ts'
import type { Turns } from './ports.ts'
import { transition } from './transition.ts'

/** Ends the groups whose turn does not come. */
export function endWaiting({ runs, admitted }: Loop, why: (group: string) => NeverBegun): void {
  for (const run of runs.values())
    if (!admitted.has(run.group) && run.outcome === undefined)
      runs.set(run.group, transition(run, { kind: 'ended', outcome: neverBegun(run, why(run.group)) }))
}

/** The turn of a group that does not come because of a failure elsewhere. */
export const missedTurn =
  ({ why, remedy = AGAIN, cause }: Omit<Explanation, 'what'>) =>
  (group: string): NeverBegun => ({
    failure: { what: `The turn of ${group} did not come.`, ...(why !== undefined && { why }), remedy, cause },
  })

/** What follows for groups that have not begun. */
const AGAIN = 'Start again: groups that are done are found up to date, and the others begin in their turn.'

/** What is told of groups that do not begin. */
export function whyOver(why: WhyOver, { limits }: Turns): (group: string) => NeverBegun {
  switch (why.kind) {
    case 'failed': {
      const failed = `${firstOf(why.groups, 5)} ${why.groups.length > 1 ? 'have' : 'has'} failed`
      return missedTurn({
        why: `${failed}, and \`max-failed-groups\` is ${limits.maxFailedGroups}.`,
        remedy: `Mend the cause there. ${AGAIN}`,
      })
    }
    case 'time': {
      const ends = why.bakes ? 'ends before the wave before it has baked' : 'is over'
      return missedTurn({ why: `The time given by \`timeout\` ${ends}.` })
    }
    case 'gated':
      return () => ({
        until: `Its turn comes when ${firstOf(why.groups, 5)} is through: let it go on with \`mode: release\`, then start this step again.`,
      })
    default:
      return why satisfies never
  }
}
