import type { ScalingPolicy } from '@aws-sdk/client-auto-scaling'
import type { Fleet } from '../../domain/rollout/fleet.ts'
import { noteOf, type PreflightFinding } from '../../domain/rollout/preflight-findings.ts'
import { ALARMS, restingNotes } from '../../domain/rollout/resting.ts'
import { isAnythingOutdated } from '../../domain/rollout/start.ts'
import type { Connection } from '../client/connection.ts'
import { mapConcurrently } from '../client/map-concurrently.ts'
import { everyPage } from '../client/pages.ts'
import type { PreflightQuestion } from './check.ts'

/** What rests while the groups roll: their scaling policies by name, and the scheduled actions that fall due meanwhile. */
export async function resting({
  connection,
  planned,
  lastsSeconds,
}: PreflightQuestion): Promise<readonly PreflightFinding[]> {
  const rolled = planned.filter(({ fleet, policy }) => policy.intent === 'roll' && isAnythingOutdated(fleet, policy))
  const listening = rolled.filter(({ fleet: { suspended, memo } }) => !isSuspendedByOthers(suspended, memo))
  // One request limit serves all Auto Scaling calls of an account: for many groups one listing of the account serves all.
  const asked = listening.length > FEW_GROUPS ? [undefined] : listening.map(({ fleet: { group } }) => group)
  const policies = (await mapConcurrently(asked, (group) => policiesOf(connection, group))).flat()
  return rolled.flatMap(({ fleet }) => {
    const isAsked = listening.some((each) => each.fleet === fleet)
    const own = policies.filter((policy) => isAsked && policy.AutoScalingGroupName === fleet.group && listens(policy))
    const names = own.flatMap(({ PolicyName }) => PolicyName ?? [])
    return restingNotes(fleet, { policies: names, lastsSeconds }).map((note) => noteOf(fleet.group, note))
  })
}

/** So many groups are asked one by one. */
const FEW_GROUPS = 3

/** Where others have suspended alarms before, the run keeps no policy from changing the size. */
const isSuspendedByOthers = (suspended: readonly string[], memo: Fleet['memo']): boolean =>
  suspended.includes(ALARMS) && memo?.suspends.includes(ALARMS) !== true

/** Predictive scaling listens to no alarm, and a policy that is switched off to none either. */
const listens = ({ PolicyType, Enabled }: ScalingPolicy): boolean =>
  PolicyType !== 'PredictiveScaling' && Enabled !== false

/** The scaling policies of one group, or of the account. */
async function policiesOf(connection: Connection, group: string | undefined): Promise<readonly ScalingPolicy[]> {
  const { DescribePoliciesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(
      client,
      new DescribePoliciesCommand({ ...(group !== undefined && { AutoScalingGroupName: group }), ...token }),
    ),
  )
  return pages.flatMap(({ ScalingPolicies }) => ScalingPolicies ?? [])
}
