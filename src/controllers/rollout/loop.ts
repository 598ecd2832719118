import type { AlarmsSeen } from '../../domain/rollout/alarms.ts'
import type { GroupRun } from './group-run.ts'
import { type DueTimes, MOST_SHARE } from './pace.ts'

/** What the loop over all groups holds: a state for each group that was observed, and which groups it works on. */
export interface Loop {
  /** When the request began, in seconds since the Unix epoch. */
  readonly startedAt: number
  readonly runs: Map<string, GroupRun>
  /** Groups of the request that have no outcome to be reported yet. */
  readonly unreported: Set<string>
  /** Groups that are worked on: as many as there is room for, and whose turn has come. */
  readonly admitted: Set<string>
  /** Of these: groups that were not seen as they are since their turn has come, and when that was. */
  readonly beginning: Map<string, number>
  /** When each group that has ended was reported, in seconds since the Unix epoch. */
  readonly endedAt: Map<string, number>
  /** Groups in which the first look has shown something to do. */
  readonly due: Set<string>
  /** When each group that is worked on is worth the next look. */
  readonly nextLookAt: DueTimes
  /** Since when each group was due that the last look was at. */
  readonly dueSince: DueTimes
  /** How many groups one look may take. */
  share: number
  /** Groups that the last look did not show, and since when: one answer that leaves a group out proves nothing. */
  readonly missing: Map<string, number>
  /** When it was last told that AWS does not answer; undefined before. */
  unansweredToldAt: number | undefined
  /** What the run has learnt of its alarms, where groups begin in turns. */
  alarms: AlarmsSeen | undefined
  /** The wave whose bake is told already. */
  bakeToldOf: number | undefined
}

export const newLoop = (groups: readonly string[], startedAt: number): Loop => ({
  startedAt,
  runs: new Map(),
  unreported: new Set(groups),
  admitted: new Set(),
  beginning: new Map(),
  endedAt: new Map(),
  due: new Set(),
  nextLookAt: new Map(),
  dueSince: new Map(),
  share: MOST_SHARE,
  missing: new Map(),
  unansweredToldAt: undefined,
  alarms: undefined,
  bakeToldOf: undefined,
})

/** Groups that have not ended. */
export const openIn = ({ unreported, runs }: Loop): readonly string[] =>
  [...unreported].filter((group) => runs.get(group)?.outcome === undefined)
