import type { Fleet } from '../../domain/rollout/fleet.ts'
import { ALARMS, followsPolicies } from '../../domain/rollout/follow.ts'
import type { Policy } from '../../domain/rollout/policy.ts'
import { noteOf, type PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { scalingNotes } from '../../domain/rollout/resting.ts'
import { isAnythingOutdated } from '../../domain/rollout/start.ts'
import type { PreflightQuestion } from './check.ts'

/**
 * What becomes of scaling while the groups roll: policies by name, which stay alive or rest, and the scheduled actions that fall due
 * meanwhile.
 */
export async function resting({ planned, lastsSeconds }: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  return planned
    .filter(({ fleet, policy }) => policy.intent === 'roll' && isAnythingOutdated(fleet, policy))
    .flatMap(({ fleet, policy }) =>
      scalingNotes(fleet, {
        policies: isSuspendedByOthers(fleet) ? [] : (fleet.scalingPolicies ?? []),
        areAlive: isFollowed(fleet, policy),
        lastsSeconds,
      }).map((note) => noteOf(fleet.group, note)),
    )
}

/** A run that goes on from another one keeps policies alive, or lets them rest, as that one did. */
const isFollowed = (fleet: Fleet, policy: Policy): boolean =>
  fleet.memo === undefined ? followsPolicies(fleet, policy) : fleet.memo.follows === true

/** Where others have suspended alarms before, the run keeps no policy from changing the size. */
const isSuspendedByOthers = ({ suspended, memo }: Fleet): boolean =>
  suspended.includes(ALARMS) && memo?.suspends.includes(ALARMS) !== true
