/** What a run has left on a group: state that waits on purpose, that a dead run has left, or that cannot be read. Pure. */
import { withCarriedMemo } from '../rollout/carried-memo.ts'
import { hasDarkHalf } from '../rollout/dark-launch.ts'
import { isGated } from '../rollout/gates-by-hand.ts'
import type { Memo } from '../rollout/fleet.ts'
import { DEAD_AFTER_SECONDS, isFromFuture, runName } from '../rollout/lease.ts'
import { isOfShift } from '../rollout/shift-memo.ts'
import type { Finding } from './finding.ts'
import { type GroupState, isOld, type Limits } from './group-state.ts'

/** What the saved state of a group means to a janitor. Where it is not `none`, nothing else of the group is judged. */
export type SavedState =
  | { readonly kind: 'none' }
  /** A run is at work on it, or has ended so lately that its own post step may be. */
  | { readonly kind: 'busy'; readonly why: string }
  | { readonly kind: 'found'; readonly finding: Finding }

export function savedState({ fleet: seen }: Pick<GroupState, 'fleet'>, limits: Limits): SavedState {
  const fleet = withCarriedMemo(seen)
  const { group, memo, at, orphanedLease } = fleet
  if (fleet.unreadableTags === true) return found(unreadable(group))
  if (memo === undefined) return orphanedLease === undefined ? { kind: 'none' } : found(orphaned(group, orphanedLease))
  if (memo.heartbeatAt === 0)
    return isOld(memo.startedAt, at, limits)
      ? found(waiting(group, memo))
      : { kind: 'busy', why: `${waitsFor(memo)}, for less than \`older-than\`` }
  // A heartbeat that is ahead of AWS's clock was written by no run that is alive, but proves no age either.
  if (isFromFuture(memo, at)) return found({ ...stale(group, memo), since: undefined })
  const seconds = Math.max(0, Math.round(at - memo.heartbeatAt))
  if (seconds < DEAD_AFTER_SECONDS)
    return { kind: 'busy', why: `run ${runName(memo)} holds its lease and renewed it ${seconds} s ago` }
  if (seconds < limits.olderThanSeconds)
    return { kind: 'busy', why: `run ${runName(memo)} renewed its lease less than \`older-than\` ago` }
  return found(stale(group, memo))
}

const found = (finding: Finding): SavedState => ({ kind: 'found', finding })

const stale = (group: string, memo: Memo): Finding => ({
  finding: 'stale-state',
  group,
  since: memo.heartbeatAt,
  subject: `${memo.run} ${memo.startedAt} ${memo.heartbeatAt}`,
  what: `run ${runName(memo)} has ended without putting the group back`,
  remedy: { kind: 'restore' },
  advice: 'Run `mode: restore`, or the same mode again.',
})

const orphaned = (group: string, run: string): Finding => ({
  finding: 'stale-state',
  group,
  since: undefined,
  subject: `orphaned ${run}`,
  what: 'the group has the tags of a run, but not its saved state',
  remedy: { kind: 'restore' },
  advice: 'Run `mode: restore`, which removes them.',
})

const waiting = (group: string, memo: Memo): Finding => ({
  finding: 'waiting-state',
  group,
  since: memo.startedAt,
  subject: `${memo.run} ${memo.startedAt}`,
  what: waitsFor(memo),
  remedy: undefined,
  advice: 'It waits on purpose: go on with `mode: release`, or take it back with `mode: restore` or `mode: rollback`.',
})

/** What the state of a run that has ended on purpose waits for. */
function waitsFor(memo: Memo): string {
  const run = `run ${runName(memo)}`
  if (isOfShift(memo))
    return memo.progress?.keptUntil === undefined
      ? `the shift of traffic of ${run} waits to be passed by hand`
      : `${run} has shifted its traffic, and the side without traffic is kept`
  if (isGated(memo)) return `the roll of ${run} waits at a gate`
  if (hasDarkHalf(memo)) return `the new instances of ${run} are dark and wait to be released`
  return `${run} has left the group for inspection`
}

const unreadable = (group: string): Finding => ({
  finding: 'unreadable-state',
  group,
  since: undefined,
  subject: 'unreadable',
  what: 'its tags hold a saved state that cannot be read, or that of another group',
  remedy: undefined,
  advice:
    'Set sizes and suspended processes as they should be, then delete the tags `fleet-patch:memo`, `fleet-patch:run` and `fleet-patch:progress`.',
})
