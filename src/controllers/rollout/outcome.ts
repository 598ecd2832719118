import type { Explanation } from '../../errors.ts'
import { floorOf } from '../../domain/rollout/budget.ts'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { skippedInstances } from '../../domain/rollout/skipped.ts'
import { sizesToRestore } from '../../domain/rollout/restore.ts'
import type { GroupRun } from './progress.ts'

export interface Outcome {
  readonly group: string
  readonly status: 'current' | 'rolled' | 'dark' | 'restored' | 'halted' | 'held' | 'refused' | 'unfinished'
  readonly changed: boolean
  readonly before: Fleet
  readonly after: Fleet
  readonly floor: number
  /** What could not be put back, or was kept because somebody else changed it; a sentence each. */
  readonly left: readonly string[]
  readonly failure: Explanation | undefined
}

/** A group whose putting back was refused in part is not through, whatever else could be done. */
export const outcomeOf = (track: GroupRun): Outcome =>
  track.policy.refused === undefined || track.last.memo === undefined
    ? finished(track)
    : unfinished(track, track.failure ?? { what: `${track.group} could not be put back.` })

export function finished(track: GroupRun): Outcome {
  const { group, policy, failure, changed, first, last } = track
  const done = policy.intent === 'restore' ? 'restored' : changed ? 'rolled' : 'current'
  return {
    group,
    status: failure ? 'halted' : isLeftDark(last) ? 'dark' : isHeld(last) ? 'held' : done,
    changed,
    before: first,
    after: last,
    floor: floorOf(first.memo ?? first, policy),
    left: [
      ...track.externalChanges,
      ...track.notes,
      ...skippedInstances(last, policy),
      ...(isLeftDark(last) ? [DARK] : []),
    ],
    failure,
  }
}

export function unfinished(track: GroupRun, failure: Explanation): Outcome {
  return {
    ...finished(track),
    status: 'unfinished',
    failure,
    left: [...track.externalChanges, ...track.notes, ...remains(track.last)],
  }
}

/** Whether a run has ended on purpose with a half in the dark. */
const isLeftDark = ({ memo }: Fleet): boolean => memo?.dark === true && memo.heartbeatAt === 0

/** Whether a run has left it for inspection on purpose. */
const isHeld = ({ memo }: Fleet): boolean => memo?.heartbeatAt === 0

const DARK =
  'The new half is up in the dark, outside the load balancers: `mode: release` lets it in and the old half go, `mode: restore` removes it.'

/** What a roll has left in a group, a sentence each. */
function remains(fleet: Fleet): string[] {
  const { memo } = fleet
  if (memo === undefined) return []
  const sizes = Object.entries(sizesToRestore(fleet, memo)).map(([name, value]) => `${name} should be ${value} again`)
  const processes = memo.suspends.filter((process) => fleet.suspended.includes(process))
  return [
    ...sizes.map((sentence) => `${sentence}.`),
    ...(processes.length > 0 ? [`${processes.join(', ')} should be resumed.`] : []),
    'The memo is still on the group; `mode: restore` puts it back, the same mode again rolls on.',
  ]
}
