import type { Explanation } from '../../errors.ts'
import type { GroupRun } from './group-run.ts'
import { transition } from './transition.ts'

/** Stops a roll: from here on the group is put back. */
export const halt = (run: GroupRun, failure: Explanation): GroupRun =>
  transition(run, { kind: 'halted', failure, note: sentences(failure) })

/** What happened, why and what to do, in one line. */
export const sentences = ({ what, why, remedy }: Explanation): string =>
  [what, why, remedy].filter((part) => part !== undefined).join(' ')
