import type { ScalingPolicy } from '@aws-sdk/client-auto-scaling'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { noteOf, type PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { ALARMS, restingNotes } from '../../domain/rollout/resting.ts'
import { isAnythingOutdated } from '../../domain/rollout/start.ts'
import type { PreflightQuestion } from './check.ts'

/** What rests while the groups roll: their scaling policies by name, and the scheduled actions that fall due meanwhile. */
export async function resting({
  policies: reader,
  planned,
  lastsSeconds,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const rolled = planned.filter(({ fleet, policy }) => policy.intent === 'roll' && isAnythingOutdated(fleet, policy))
  const asked = rolled.filter(({ fleet }) => !isSuspendedByOthers(fleet)).map(({ fleet: { group } }) => group)
  const policies = await reader.of(asked)
  const policiesOfGroup = Map.groupBy(policies.filter(listens), ({ AutoScalingGroupName }) => AutoScalingGroupName)
  return rolled.flatMap(({ fleet }) => {
    const own = isSuspendedByOthers(fleet) ? [] : (policiesOfGroup.get(fleet.group) ?? [])
    const names = own.flatMap(({ PolicyName }) => PolicyName ?? [])
    return restingNotes(fleet, { policies: names, lastsSeconds }).map((note) => noteOf(fleet.group, note))
  })
}

/** Where others have suspended alarms before, the run keeps no policy from changing the size. */
const isSuspendedByOthers = ({ suspended, memo }: Fleet): boolean =>
  suspended.includes(ALARMS) && memo?.suspends.includes(ALARMS) !== true

/** Predictive scaling listens to no alarm, and a policy that is switched off to none either. */
const listens = ({ PolicyType, Enabled }: ScalingPolicy): boolean =>
  PolicyType !== 'PredictiveScaling' && Enabled !== false
