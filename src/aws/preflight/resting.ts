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
  const found = await mapConcurrently(rolled, async ({ fleet }) => {
    const policies = await policyNames(connection, fleet)
    return restingNotes(fleet, { policies, lastsSeconds }).map((note) => noteOf(fleet.group, note))
  })
  return found.flat()
}

/** Predictive scaling listens to no alarm, and a policy that is switched off to none either. */
const listens = ({ PolicyType, Enabled }: ScalingPolicy): boolean =>
  PolicyType !== 'PredictiveScaling' && Enabled !== false

/** The scaling policies that a run keeps from changing the size; none where others have suspended them before. */
async function policyNames(connection: Connection, { group, suspended, memo }: Fleet): Promise<readonly string[]> {
  if (suspended.includes(ALARMS) && memo?.suspends.includes(ALARMS) !== true) return []
  const { DescribePoliciesCommand } = await import('@aws-sdk/client-auto-scaling')
  const client = await connection.clients.autoScaling()
  const pages = await everyPage((token) =>
    connection.send(client, new DescribePoliciesCommand({ AutoScalingGroupName: group, ...token })),
  )
  return pages
    .flatMap(({ ScalingPolicies }) => ScalingPolicies ?? [])
    .flatMap((policy) => (listens(policy) ? (policy.PolicyName ?? []) : []))
}
